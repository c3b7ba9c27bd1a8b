"""`dragoman export`: where it writes, what it refuses, and what it says."""

from __future__ import annotations

import json
import runpy
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dragoman.export.data.registry import FORMATS

Run = Callable[..., Any]


def test_a_ledger_is_exported(dragoman: Run, address: str, tmp_path: Path) -> None:
    file = tmp_path / "events.csv"
    done = dragoman("export", "csv", "--ledger", address, "--pair", "AZE", "Kazakhstan", "--since", "2023", "-o", file)
    assert done.exit_code == 0, done.output
    rows = file.read_text("utf-8").splitlines()
    assert done.output == f"{len(rows) - 1} events written to {file}\n"
    assert all(",AZE-KAZ," in row or ",many:" in row for row in rows[1:])
    shown = dragoman("export", "csv", "--ledger", address, "--pair", "AZE", "KAZ", "--since", "2023")
    assert shown.stdout_bytes == file.read_bytes()


def test_a_folder_takes_all_tables(dragoman: Run, coded: Path, tmp_path: Path) -> None:
    done = dragoman("export", "csv", coded, "-o", f"{tmp_path}/out/")
    assert done.exit_code == 0, done.output
    assert sorted(file.name for file in (tmp_path / "out").iterdir()) == ["actors.csv", "events.csv", "records.csv"]
    one = dragoman("export", "csv", coded, "--table", "actors")
    assert one.stdout_bytes == (tmp_path / "out" / "actors.csv").read_bytes()


def test_a_file_is_not_overwritten_unless_asked(dragoman: Run, coded: Path, tmp_path: Path) -> None:
    file = tmp_path / "x.jsonl"
    file.write_text("mine")
    refused = dragoman("export", "jsonl", coded, "-o", file)
    assert (refused.exit_code, file.read_text()) == (2, "mine")
    assert f"{file} exists: give another file, or --force" in refused.output
    assert dragoman("export", "jsonl", coded, "-o", file, "--force").exit_code == 0
    assert file.read_text("utf-8").startswith("{")


def test_what_fails_leaves_the_file_as_it_was(dragoman: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from dragoman.export.data import jsonl

    def fail(told: object, out: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(jsonl, "write", fail)
    (tmp_path / "x.jsonl").write_text("mine")
    done = dragoman("export", "jsonl", "-", "--force", "-o", tmp_path / "x.jsonl", input="")
    assert done.exit_code == 1
    assert "x.jsonl: cannot be written (No space left on device)" in done.output
    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == [("x.jsonl", "mine")]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["xml"], "unknown format 'xml': give one of csv "),
        (["parquet", "-"], "parquet is for a file: give -o FILE.parquet"),
        (["jsonl", "-", "--table", "events"], "jsonl has no tables: leave --table out"),
        (["csv", "-", "--table", "events", "--table", "actors"], "several tables go into a folder: give -o FOLDER/"),
        (["csv", "-", "-o", "no/such/folder/x.csv"], "no such folder: make it first, or give another"),
        (["csv", "-", "--pair", "AZE", "AZE"], "AZE and AZE are the same state: give two"),
        (["csv", "-", "--pair", "AZE", "Atlantis"], "no state or organisation 'Atlantis'"),
        (["csv", "-", "--since", "April"], "no such date 'April'"),
        (["csv", "--ledger", "no/ledger.db"], "no/ledger.db"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line(arguments: list[str], said: str, dragoman: Run) -> None:
    done = dragoman("export", *arguments, input="")
    assert done.exit_code in (1, 2)
    assert said in done.output
    assert "Traceback" not in done.output


def test_bad_lines_are_told_and_the_rest_goes_on(dragoman: Run, coded: Path) -> None:
    lines = coded.read_text("utf-8").splitlines()[:3]
    new = {**json.loads(lines[1]), "id": "new"}
    given = "\n".join(
        [
            *(lines[0], "{", "[]", '{"id": "x", "records": []}', lines[1].replace('"done"', '"dun"'), lines[2]),
            *(lines[0], json.dumps({**new, "title": "\ud800"}), json.dumps({**new, "date": "10 April"})),
        ]
    )
    done = dragoman("export", "jsonl", "-", input=given)
    assert done.exit_code == 1
    assert [line.partition(": ")[2][:24] for line in done.stderr.splitlines()] == [
        "standard input:2: not va",
        "standard input:3: no cod",
        "standard input:4: a code",
        "standard input:5: record",
        "standard input:7: anothe",
        "standard input:8: half a",
        "standard input:9: imposs",
    ]
    good = dragoman("export", "jsonl", "-", input="\n".join([lines[0], lines[2]]))
    assert (good.exit_code, good.stdout_bytes) == (0, done.stdout_bytes)


def test_a_missing_extra_is_named(dragoman: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.delitem(sys.modules, "dragoman.export.data.parquet", raising=False)
    done = dragoman("export", "parquet", "-", "-o", tmp_path / "x.parquet", input="")
    assert (done.exit_code, list(tmp_path.iterdir())) == (1, [])
    assert "pip install 'dragoman[parquet]'" in done.output


@pytest.mark.parametrize("name", FORMATS)
def test_formats_describe_themselves(name: str, dragoman: Run) -> None:
    assert FORMATS[name].about in dragoman("formats").output
    told = dragoman("export", name, "--describe").output
    for fields in FORMATS[name].dictionary().values():
        assert fields
        for field in fields:
            assert f"| {field.name} | {field.type} | " in told


def test_the_data_dictionaries_are_those_of_the_formats() -> None:
    script = Path(__file__).parents[3] / "scripts" / "data_dictionaries.py"
    made = runpy.run_path(str(script))
    kept = {file.name: file.read_text("utf-8") for file in made["DOCS"].iterdir()}
    assert kept == made["pages"](), "run scripts/data_dictionaries.py"
