"""A shard coded: its rows give back every coding, its files count together or not at all."""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pyarrow", reason="needs PyArrow: pip install 'dragoman[ray]'")

from pyarrow import parquet

from dragoman.coder import Coder
from dragoman.intake import read_all
from dragoman.model import WITHDRAWN, Coding
from dragoman.scale import writing
from dragoman.scale.coding import Task, code_shard
from dragoman.scale.errors import ScaleError
from dragoman.scale.loading import entries
from dragoman.scale.outcome import Overrides
from dragoman.scale.receipts import receipts
from dragoman.scale.shards import plan

from ..intake import articles
from .conftest import dispatch, tree

Write = Callable[..., Path]
NOWHERE = Path("nowhere")
ODD = [
    dispatch(1, guid="g1", version=3, url="https://a.example/1", title="Häuser, 家", id="x"),
    dispatch(2, date="1995-12-31", lang=None),
    dispatch(3, pubstatus=WITHDRAWN, guid="g1", text=""),
    dispatch(4, pubstatus=WITHDRAWN, guid="g2", date=None),
    dispatch(5, agency=None, date="0987-01-01"),
    "not json",
    dispatch(6, text=""),
    dispatch(7, lang="xx"),
    dispatch(8, version=10**30),
    dispatch(9),
]


def code(path: Path, out: Path, **overrides: str) -> dict[str, Any]:
    (shard,) = plan([str(path)], [], NOWHERE)
    return code_shard(Task(shard, str(out), Overrides(**overrides)))


@pytest.mark.parametrize("part", [1, 3, 20_000])
def test_every_coding_comes_back_in_order(
    archive: Write, tmp_path: Path, part: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "PART_ROWS", part)
    path = archive("odd.jsonl", ODD)
    receipt = code(path, tmp_path / "out")
    wanted: list[Any] = []
    for item in read_all([str(path)]):
        if item.dispatch and item.dispatch.pubstatus == WITHDRAWN:
            wanted.append(item.dispatch)
        elif item.dispatch and item.dispatch.text and item.dispatch.lang != "xx":
            wanted.append(Coder().code(item.dispatch))
    found = list(entries(tmp_path / "out", receipt))
    assert found == wanted
    keys = [[a.key for r in c.records for a in r.actors] for c in found if isinstance(c, Coding)]
    assert keys == [[a.key for r in c.records for a in r.actors] for c in wanted if isinstance(c, Coding)]
    assert any(key for told in keys for key in told)
    assert {name: receipt[name] for name in ("items", "coded", "withdrawn", "rejected")} == {
        "items": 10,
        "coded": 4,
        "withdrawn": 2,
        "rejected": 4,
    }


def test_what_is_compressed_and_web_archives_are_coded_too(archive: Write, tmp_path: Path) -> None:
    folder = archive("plain.jsonl", ODD).parent
    (folder / "packed.jsonl.gz").write_bytes(gzip.compress((folder / "plain.jsonl").read_bytes(), mtime=0))
    (folder / "crawl.warc.gz").write_bytes(crawl(articles.PAGE.encode()))
    found = {}
    for shard in plan([str(folder)], [], NOWHERE, 10):
        if not shard.path.endswith("plain.jsonl"):
            receipt = code_shard(Task(shard, str(tmp_path / "out"), Overrides(lang="de")))
            found[Path(shard.path).name] = list(entries(tmp_path / "out", receipt))
    coder = Coder()
    for name, told in found.items():
        items = [item.dispatch for item in read_all([str(folder / name)]) if item.dispatch]
        wanted = [one for one in items if one.text or one.pubstatus == WITHDRAWN]
        german = Overrides(lang="de")
        assert told == [one if one.pubstatus == WITHDRAWN else coder.code(german.apply(one)) for one in wanted]
        assert told
    assert len(found) == 2


def crawl(page: bytes) -> bytes:
    """A web archive of one page."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    http = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
    record = writer.create_warc_record(
        "https://harbour.example/2024/vienna", "response", payload=io.BytesIO(page), http_headers=http
    )
    writer.write_record(record)
    return out.getvalue()


def test_samples_come_back(tmp_path: Path) -> None:
    from importlib import resources

    from ..samples import codings

    folder = str(resources.files("dragoman") / "samples")
    found = []
    for shard in plan([folder], [], NOWHERE):
        found += entries(tmp_path, code_shard(Task(shard, str(tmp_path), Overrides())))
    assert found == list(codings()[:-1])


def test_rows_lie_by_year_and_month(archive: Write, tmp_path: Path) -> None:
    code(archive("odd.jsonl", ODD), tmp_path / "out")
    folders = {path.parent.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*.parquet")}
    assert folders >= {"dispatches/year=1995/month=12", "dispatches/year=2024/month=02", "withdrawn"}
    for path in (tmp_path / "out" / "dispatches").rglob("*.parquet"):
        year, month = (int(part.split("=")[1]) for part in path.parts[-3:-1])
        days = parquet.read_table(path, partitioning=None)["date"].to_pylist()
        assert {(day.year, day.month) for day in days} == {(year, month)}
        assert all(isinstance(day, date) for day in days)


def test_what_cannot_be_coded_is_listed(archive: Write, tmp_path: Path) -> None:
    path = archive("odd.jsonl", ODD)
    code(path, tmp_path / "out")
    (listed,) = (tmp_path / "out" / "rejected").iterdir()
    rows = [json.loads(line) for line in listed.read_text("utf-8").splitlines()]
    assert [row["where"] for row in rows] == [f"{path}:{line}" for line in (6, 7, 8, 9)]
    assert all(row["problem"] for row in rows)


def test_the_same_bytes_each_time(archive: Write, tmp_path: Path) -> None:
    path = archive("odd.jsonl", ODD)
    for out in ("one", "two"):
        code(path, tmp_path / out, lang="en")
    assert tree(tmp_path / "one") == tree(tmp_path / "two")


def test_nothing_counts_where_it_breaks_off(archive: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = archive("odd.jsonl", ODD)
    monkeypatch.setattr(writing, "PART_ROWS", 2)
    real, calls = writing.Files.lines, []

    def full(self: writing.Files, name: str, values: list[Any]) -> None:
        calls.append(name)
        if len(calls) > 1:
            raise OSError(28, "No space left on device")
        real(self, name, values)

    monkeypatch.setattr(writing.Files, "lines", full)
    with pytest.raises(OSError, match="space"):
        code(path, tmp_path / "out")
    assert tree(tmp_path / "out") == {}


def test_an_input_that_has_changed_is_not_coded(archive: Write, tmp_path: Path) -> None:
    path = archive("odd.jsonl", ODD)
    (shard,) = plan([str(path)], [], NOWHERE)
    archive("odd.jsonl", ODD[:5])
    with pytest.raises(ScaleError, match="changed"):
        code_shard(Task(shard, str(tmp_path / "out"), Overrides()))


@pytest.mark.parametrize("spoil", ["remove", "cut", "receipt"])
def test_a_receipt_counts_only_with_its_files(archive: Write, tmp_path: Path, spoil: str) -> None:
    out = tmp_path / "out"
    receipt = code(archive("odd.jsonl", ODD), out)
    name = receipt["shard"]["name"]
    assert receipts(out) == {name: receipt}
    file = out / receipt["files"][0]["path"]
    if spoil == "remove":
        file.unlink()
    elif spoil == "cut":
        file.write_bytes(file.read_bytes()[:-1])
    else:
        (out / "shards" / f"{name}.json").write_text('{"shard": ')
    assert receipts(out) == {}
