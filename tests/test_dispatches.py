"""The coder on dispatches written for the project: sound records, and figures that do not fall."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dragoman.codebook.check import problems
from dragoman.coder import Coder
from dragoman.evaluate import evaluate
from dragoman.model import Dispatch

FOLDER = Path(__file__).parent / "dispatches"
# folder and language, slots F1 that must be reached: a little below what is
FLOORS = [
    *[("read/en", 0.70), ("read/de", 0.73), ("read/ru", 0.79), ("read/fr", 0.79), ("read/tr", 0.78)],
    *[("read/zh", 0.84), ("unread/en", 0.74), ("unread/de", 0.72), ("unread/fr", 0.70), ("unread/tr", 0.73)],
    *[("unread/zh", 0.73), ("unread/es", 0.67), ("unread/ru", 0.74), ("unread/az", 0.72), ("unread/kk", 0.72)],
    *[("unread/ar", 0.68), ("general/en", 0.82), ("general/de", 0.80)],
    *[("general_held/en", 0.76), ("general_held/de", 0.67), ("mixed_held/ar", 0.64), ("mixed_held/az", 0.73)],
    *[("mixed_held/de", 0.61), ("mixed_held/en", 0.60), ("mixed_held/es", 0.62), ("mixed_held/fr", 0.59)],
    *[("retold_held/ar", 0.53), ("retold_held/az", 0.63), ("retold_held/de", 0.53), ("retold_held/en", 0.53)],
    *[("retold_held/es", 0.49), ("retold_held/fr", 0.50), ("retold_held/kk", 0.56), ("retold_held/ru", 0.44)],
    *[("retold_held/tr", 0.49), ("retold_held/zh", 0.54)],
    *[("mixed_held/kk", 0.62), ("mixed_held/ru", 0.64), ("mixed_held/tr", 0.70), ("mixed_held/zh", 0.74)],
]


def dispatches(name: str) -> list[dict[str, Any]]:
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted((FOLDER / name).glob("*.json"))]


@pytest.mark.parametrize(("name", "floor"), FLOORS)
def test_slots(name: str, floor: float) -> None:
    gold = {row["id"]: row for row in dispatches(name)}
    coded = {row["id"]: Coder().code(Dispatch.from_json(row)).to_json() for row in gold.values()}
    result = evaluate(gold, coded)
    assert (result.unsupported, result.problems) == (0, [])
    assert result.totals()["slots"].f1 >= floor


@pytest.mark.parametrize("name", [name for name, _ in FLOORS if name.startswith("general")])
def test_news_without_states_or_groups_tells_nothing(name: str) -> None:
    silent = [row for row in dispatches(name) if not row["relevant"]]
    told = {row["id"]: Coder().code(Dispatch.from_json({**row, "records": []})).records for row in silent}
    assert silent
    assert not any(told.values())


@pytest.mark.parametrize("name", [name for name, _ in FLOORS])
def test_the_hand_coded_records_keep_to_the_codebook(name: str) -> None:
    assert [found for row in dispatches(name) for found in problems(row)] == []
