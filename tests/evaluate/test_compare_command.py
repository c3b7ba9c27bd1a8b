"""`dragoman compare`: its tables, its figures as JSON, its page, and what it says of what it leaves out."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from .codings import MEETING, VISIT, coded

Compare = Callable[..., Result]


@pytest.fixture
def compare(tmp_path: Path, dragoman: Callable[..., Result]) -> Compare:
    """Compare two lists of coded dispatches, with options."""

    def run(mine: list[dict[str, Any]], theirs: list[dict[str, Any]], *options: Any) -> Result:
        files = [tmp_path / "mine.json", tmp_path / "theirs.jsonl"]
        files[0].write_text(json.dumps(mine))
        files[1].write_text("\n".join(map(json.dumps, theirs)))
        return dragoman("compare", *files, *options)

    return run


MINE = [coded(VISIT, MEETING), coded(VISIT, id_="e"), coded(id_="f")]
THEIRS = [coded(VISIT), coded({**VISIT, "date": "2024-05-09"}, id_="e"), coded(MEETING, id_="f")]


def test_tables(compare: Compare) -> None:
    result = compare(MINE, THEIRS)
    assert (result.exit_code, result.stderr) == (0, "")
    for line in (
        "3 dispatches compared: 3 records in A, 3 in B",
        "2 records align; 1 are only in A, 1 only in B",
        "any record in a dispatch                3    66.7%   0.000",
        "date                                    2    50.0%   0.000                –   0.500   0.500   0.500       1",
        "status                                  2   100.0%       –",
        "kind                                    –        –       –                –   0.667",
        "by kind, whether in a dispatch",
        "visit                                   3   100.0%   1.000",
        "by lang, which kinds in a sentence",
    ):
        assert line in result.stdout, line
    assert "by doc" not in result.stdout


def test_one_table_alone(compare: Compare) -> None:
    shown = compare(MINE, THEIRS, "--by", "doc").stdout
    assert "by doc" in shown
    assert "by slot" not in shown


def test_json_has_all_figures(compare: Compare) -> None:
    figures = json.loads(compare(MINE, THEIRS, "--json").stdout)
    assert figures["records"] == {"a": 3, "b": 3, "aligned": 2, "only_a": 1, "only_b": 1}
    assert figures["agreement"]["slot"]["status"] == {"units": 2, "agreement": 1.0, "alpha": None, "interval": None}
    assert set(figures["agreement"]) == {"presence", "slot", "kind", "lang"}
    assert figures["a_as_gold"]["records"]["all"]["tp"] == 2


def test_what_is_left_out_is_told(compare: Compare) -> None:
    mine = [coded(VISIT), coded(id_="x", text="One."), *(coded(id_=f"a{number}") for number in range(7))]
    theirs = [coded({**VISIT, "status": "perhaps"}), coded(id_="x", text="Two."), coded(id_="b")]
    lines = compare(mine, theirs).stderr.splitlines()
    assert lines[0] == "dragoman: only in A: a0 (not compared: code it in B too)"
    assert lines[5] == "dragoman: only in A: and 2 more; --json lists all"
    assert lines[6] == "dragoman: only in B: b (not compared: code it in A too)"
    assert lines[7] == "dragoman: another text in A than in B: x (not compared: code the same text)"
    assert lines[8].startswith("dragoman: breach of the codebook in B: d: record 0 (visit): unknown status")
    assert len(lines) == 9


NOTHING = [
    ([coded(VISIT)], [coded(VISIT, id_="e")], "ids are 'd' and the like in A, 'e' in B", "other ids"),
    ([coded(VISIT)], [coded(VISIT, text="Another.")], "the texts differ", "other texts"),
]


@pytest.mark.parametrize(("mine", "theirs", "told", "why"), NOTHING, ids=[row[3] for row in NOTHING])
def test_nothing_to_compare(
    mine: list[dict[str, Any]], theirs: list[dict[str, Any]], told: str, why: str, compare: Compare
) -> None:
    result = compare(mine, theirs)
    assert result.exit_code == 1
    assert told in result.stderr


def test_a_page_is_not_overwritten_unasked(compare: Compare, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("mine")
    refused = compare(MINE, THEIRS, "--html", page)
    assert refused.exit_code == 2
    assert "give another file, or --force" in refused.stderr
    assert page.read_text() == "mine"
    first = compare(MINE, THEIRS, "--html", page, "--force")
    assert first.exit_code == 0
    written = page.read_bytes()
    assert compare(MINE, THEIRS, "--html", page, "--force").exit_code == 0
    assert page.read_bytes() == written, "the same input gives the same bytes"


def test_a_page_never_overwrites_a_coding(compare: Compare, tmp_path: Path) -> None:
    result = compare(MINE, THEIRS, "--html", tmp_path / "mine.json", "--force")
    assert result.exit_code == 2
    assert "is one of the codings" in result.stderr
    assert json.loads((tmp_path / "mine.json").read_text()) == MINE


def test_a_page_needs_a_folder(compare: Compare, tmp_path: Path) -> None:
    result = compare(MINE, THEIRS, "--html", tmp_path / "none" / "page.html")
    assert result.exit_code == 2
    assert "no such folder" in result.stderr
