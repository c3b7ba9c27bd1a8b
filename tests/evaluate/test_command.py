"""`dragoman evaluate`: its tables, and what it says of files that cannot be compared."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

RECORD = {"kind": "visit", "actors": [{"role": "guest", "state": "KEN"}], "evidence": []}
DOC = json.dumps({"id": "d", "lang": "en", "text": "x", "records": [RECORD]})


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    file = tmp_path / "gold.json"
    file.write_text(DOC)
    return file


def test_tables_for_every_key(gold: Path, dragoman: Callable[..., Result]) -> None:
    result = dragoman("evaluate", gold, gold)
    assert result.exit_code == 0
    for heading in (
        "by kind",
        "by slot",
        "by lang",
        "by doc",
        "records",
        "core",
        "slots",
        "1 dispatches, 0 without prediction",
    ):
        assert heading in result.stdout
    assert "breach of the codebook: d: record 0 (visit)" in result.stderr


def test_one_table_alone(gold: Path, dragoman: Callable[..., Result]) -> None:
    shown = dragoman("evaluate", gold, gold, "--by", "lang").stdout
    assert "by lang" in shown
    assert "by kind" not in shown


def test_folders_and_lists(gold: Path, tmp_path: Path, dragoman: Callable[..., Result]) -> None:
    (tmp_path / "list.json").write_text(f"[{DOC}]")
    figures = json.loads(dragoman("evaluate", tmp_path, tmp_path / "list.json", "--json").stdout)
    assert figures["records"]["all"]["f1"] == 1.0


BAD = [
    ("x.jsonl", DOC + '\n{"id": ', 1, "x.jsonl:2: not valid JSON", "a broken line"),
    ("x.json", "{", 1, "x.json: not valid JSON", "a broken file"),
    ("x.json", "[]", 1, "no coded dispatches here", "an empty list"),
    ("x.json", '{"id": "d", "text": "x"}', 1, "no coded dispatches here", "a dispatch that is not coded"),
    ("x.json", '{"text": "x", "records": []}', 1, "needs an 'id'", "no id"),
    (
        "x.json",
        '{"id": "d", "records": [{"type": "state"}]}',
        1,
        "see `dragoman codebook --schema`",
        "a record without a kind",
    ),
    ("x.json", '{"id": "d", "records": {}}', 1, "see `dragoman codebook --schema`", "records that are no list"),
    ("x.json", b"\xff\xfe", 1, "not UTF-8", "another encoding"),
    (None, "", 2, "does not exist", "a missing file"),
]


@pytest.mark.parametrize(("name", "content", "status", "word", "why"), BAD, ids=[row[4] for row in BAD])
def test_bad_files(
    name: str | None,
    content: str | bytes,
    status: int,
    word: str,
    why: str,
    gold: Path,
    tmp_path: Path,
    dragoman: Callable[..., Result],
) -> None:
    file = tmp_path / (name or "missing.json")
    if name:
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    result = dragoman("evaluate", gold, file)
    assert result.exit_code == status
    assert word in result.stderr
