"""The formats at the command line: found by content and ending, through files and pipes, under embargo."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import Result

from dragoman.intake import registry

from .articles import PAGE, PARAGRAPHS, TITLE
from .test_newsml import WHOLE
from .test_warc import Crawl

Run = Callable[..., Result]

DAY = "2024-05-08"
TEXT = PARAGRAPHS[0]
NOW = {"text": TEXT, "date": DAY}


def _parquet() -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.table({"text": [TEXT], "date": [DAY]}), out)
    return out.getvalue()


def _zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", TEXT)
    return out.getvalue()


FEED = f"""<rss version="2.0"><channel><title>H</title><item><guid>1</guid><description>{TEXT}</description>
<pubDate>Wed, 08 May 2024 23:30:00 +0200</pubDate></item></channel></rss>"""
NINJS = {"uri": "urn:1", "versioncreated": "2024-05-08T23:30:00+02:00", "body_text": TEXT}
MAIL = f"From: a@b.example\nSubject: {TITLE}\nDate: Wed, 08 May 2024 23:30:00 +0200\n\n{TEXT}\n"
INPUTS = [
    ("text", TEXT.encode()),
    ("json", json.dumps([NOW]).encode()),
    ("jsonl", json.dumps(NOW).encode()),
    ("ninjs", json.dumps(NINJS).encode()),
    ("page", PAGE.encode()),
    ("feed", FEED.encode()),
    ("newsml", WHOLE.encode()),
    ("mail", MAIL.encode()),
    ("csv", f'date;text\n{DAY};"{TEXT}"\n'.encode()),
    ("parquet", _parquet()),
    ("zip", _zip()),
    ("gzip", gzip.compress(FEED.encode())),
    ("warc", Crawl(True).put("1", PAGE.encode()).out.getvalue()),
]


@pytest.mark.parametrize(("name", "data"), INPUTS, ids=[row[0] for row in INPUTS])
def test_formats_are_told_by_content(name: str, data: bytes, tmp_path: Path, dragoman: Run) -> None:
    (tmp_path / "file").write_bytes(data)
    piped = dragoman("code", "-", "--format", "jsonl", "--lang", "en", "--date", DAY, input=data)
    read = dragoman("code", tmp_path / "file", "--format", "jsonl", "--lang", "en", "--date", DAY)
    for result in (piped, read):
        assert result.exit_code == 0, result.stderr
        (coded,) = map(json.loads, result.stdout.splitlines())
        assert coded["text"].startswith(TEXT)
        assert [record["kind"] for record in coded["records"]][:1] == ["meeting"]


def test_what_the_source_tells_is_kept(dragoman: Run) -> None:
    coded = json.loads(dragoman("code", "-", "--format", "jsonl", "--lang", "en", input=WHOLE).stdout)
    assert coded["sent"] == "2024-05-08T23:30:00+02:00"
    assert coded["embargo"] == "2024-05-09T06:00:00+02:00"
    assert (coded["version"], coded["pubstatus"], coded["byline"]) == (3, "usable", "Ana Berg")
    assert coded["rights"] == "© 2024 Harbour News; Not for archives"


def test_as_and_map(tmp_path: Path, dragoman: Run) -> None:
    (tmp_path / "table.dat").write_text(f"Day|Body\n{DAY}|{TEXT}\n")
    arguments = ["code", tmp_path / "table.dat", "--as", "csv", "--map", "date=Day,text=Body", "--format", "jsonl"]
    assert json.loads(dragoman(*arguments).stdout)["text"] == TEXT
    assert (
        json.loads(dragoman("code", "-", "--as", "text", "--date", DAY, "--format", "jsonl", input=FEED).stdout)["text"]
        == FEED
    )


USAGE = [
    (["--as", "docx"], "no format 'docx': give one of csv feed html"),
    (["--map", "body=text"], "no field 'body'"),
    (["--map", "text"], "names no column"),
]


@pytest.mark.parametrize(("arguments", "word"), USAGE)
@pytest.mark.parametrize("command", ["code", "add"])
def test_wrong_usage(command: str, arguments: list[str], word: str, dragoman: Run) -> None:
    result = dragoman(command, "-", *arguments, input="x")
    assert result.exit_code == 2
    assert word in " ".join(result.stderr.split())


def test_a_missing_package_is_told_once(tmp_path: Path, dragoman: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "find_spec", lambda name: None if name == "trafilatura" else object())
    for number in range(3):
        (tmp_path / f"{number}.html").write_text(PAGE)
    (tmp_path / "z.json").write_text(json.dumps(NOW))
    result = dragoman("code", tmp_path, "--format", "jsonl")
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 1
    (line,) = result.stderr.splitlines()
    assert line == (
        f"dragoman: {tmp_path}/0.html: reading HTML needs trafilatura, not installed here: "
        "pip install 'dragoman[intake]'"
    )


def _ledger(tmp_path: Path, dragoman: Run, *rows: dict[str, Any], options: tuple[str, ...] = ()) -> Result:
    lines = "\n".join(json.dumps({"text": TEXT, "date": DAY, "lang": "en", **row}) for row in rows)
    return dragoman("add", "-", "--ledger", tmp_path / "x.db", *options, input=lines)


def test_an_embargo_holds_a_dispatch_back(tmp_path: Path, dragoman: Run) -> None:
    rows = [
        {"id": "over", "embargo": "2024-05-09T06:00:00+02:00"},
        {"id": "not yet", "text": TEXT + " New.", "embargo": "2999-05-09T06:00:00+02:00"},
        {"id": "none", "text": TEXT + " Old."},
        {"id": "strange", "text": TEXT + " Strange.", "embargo": "after the speech"},
    ]
    result = _ledger(tmp_path, dragoman, *rows)
    assert result.exit_code == 1  # for the strange one
    assert result.stdout == "2 entered; 1 held back under embargo\n"
    held, strange = result.stderr.splitlines()
    assert held == (
        "dragoman: standard input:2: held back, under embargo until 2999-05-09T06:00:00+02:00: add it again then, "
        "or give --embargoed"
    )
    assert "impossible embargo 'after the speech'" in strange
    assert "New." not in dragoman("search", "ministers", "--ledger", tmp_path / "x.db").stdout
    entered = _ledger(tmp_path, dragoman, *rows[:3], options=("--embargoed",))
    assert entered.stdout == "1 entered; 2 already there\n"


@pytest.mark.parametrize("status", ["canceled", "withheld"])
def test_what_is_taken_back_no_longer_counts(status: str, tmp_path: Path, dragoman: Run) -> None:
    kill = {"uri": "urn:1", "pubstatus": status, "versioncreated": "2024-05-09", "copyrightholder": "H"}
    ninjs = {**NINJS, "language": "en", "copyrightholder": "H"}
    for item, told in ((ninjs, "1 entered"), (kill, "0 entered; 1 withdrawn")):
        result = dragoman("add", "-", "--ledger", tmp_path / "x.db", input=json.dumps(item))
        assert result.stdout == told + "\n", result.stderr
    events = dragoman("events", "--ledger", tmp_path / "x.db").stdout
    assert "Mbeki" not in events
