"""What cannot be compared is told in one line, whatever it is that stands in the wrong place."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from .codings import GUEST, VISIT, coded

# what is off, and how it is told
CASES: list[tuple[dict[str, Any], str]] = [
    (coded(text=5), "'text' is no text"),
    (coded(lang=["en"]), "'lang' is no text"),
    (coded(title={}), "'title' is no text"),
    (coded(text="a \udc00"), "half a character"),
    (coded(records={}), "'records' is no list"),
    (coded(5), "record 0 is no object"),  # type: ignore[arg-type]
    (coded(VISIT, {**VISIT, "kind": None}), "record 1 has no kind"),
    (coded({**VISIT, "date": 2024}), "record 0 has a date that is no text"),
    (coded({**VISIT, "topics": "trade"}), "record 0 has topics that"),
    (coded({**VISIT, "topics": [["trade"]]}), "record 0 has topics that"),
    (coded({**VISIT, "actors": {}}), "record 0 has actors that"),
    (coded({**VISIT, "actors": ["KEN"]}), "record 0 has actors that"),
    (coded({**VISIT, "actors": [{**GUEST, "state": ["KEN"]}]}), "record 0 has actors that"),
    (coded({**VISIT, "evidence": [{"start": 0}]}), "record 0 has evidence that"),
    (coded({**VISIT, "evidence": [{"quote": "She", "start": "0", "end": 3}]}), "record 0 has evidence that"),
]


@pytest.mark.parametrize("command", ["evaluate", "compare"])
@pytest.mark.parametrize(("doc", "told"), CASES, ids=[case[1] for case in CASES])
def test_what_has_another_shape(
    doc: dict[str, Any], told: str, command: str, tmp_path: Path, dragoman: Callable[..., Result]
) -> None:
    good, bad = tmp_path / "good.json", tmp_path / "bad.json"
    good.write_text(json.dumps(coded(VISIT)))
    bad.write_text(json.dumps(doc))
    result = dragoman(command, good, bad)
    assert result.exit_code == 1
    assert f"{bad}: {told}" in result.stderr
    assert result.stderr.count("\n") == 1


# what the codebook forbids, but the measure can read
LENIENT: list[dict[str, Any]] = [
    {"topics": None},
    {"actors": None},
    {"evidence": None},
    {"evidence": [{"quote": "Oslo"}]},
    {"evidence": [""]},
    {"kind": "party"},
]


@pytest.mark.parametrize("command", ["evaluate", "compare"])
@pytest.mark.parametrize("change", LENIENT, ids=str)
def test_what_only_breaks_the_codebook(
    change: dict[str, Any], command: str, tmp_path: Path, dragoman: Callable[..., Result]
) -> None:
    good, off = tmp_path / "good.json", tmp_path / "off.json"
    good.write_text(json.dumps(coded(VISIT)))
    off.write_text(json.dumps(coded({**VISIT, **change})))
    page = ["--html", tmp_path / "page.html"] if command == "compare" else []
    result = dragoman(command, good, off, *page)
    assert result.exit_code == 0
    assert result.stderr.startswith("dragoman: breach of the codebook")


def test_gold_may_lack_text_and_language(tmp_path: Path, dragoman: Callable[..., Result]) -> None:
    bare = tmp_path / "bare.json"
    bare.write_text(json.dumps({"id": "d", "records": [VISIT]}))
    result = dragoman("evaluate", bare, bare)
    assert result.exit_code == 0
    assert "\nund " in result.stdout
