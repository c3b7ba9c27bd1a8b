"""The measure: small cases by hand, and the same figures as the reference implementation."""

from __future__ import annotations

import copy
import json
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from dragoman.evaluate import evaluate
from dragoman.evaluate.slots import same

RECORD: dict[str, Any] = {
    "kind": "visit",
    "type": "official",
    "act": None,
    "status": "done",
    "date": "2024-05-08",
    "end_date": None,
    "place": "Oslo",
    "actors": [{"role": "guest", "name": "Ada Mbeki", "office": "foreign_minister", "state": "KEN"}],
    "topics": ["trade"],
    "name": None,
    "evidence": ["a visit"],
}


def _docs(*records: dict[str, Any]) -> dict[str, Any]:
    return {"d": {"id": "d", "lang": "en", "text": "a visit", "records": list(records)}}


Change = dict[str, Any]
GUEST = RECORD["actors"][0]

# what the prediction changes, and tp, fp, fn of the slots: the whole record has nine fillers
CASES: list[tuple[Change, tuple[int, int, int], str]] = [
    ({}, (9, 0, 0), "the same"),
    ({"type": "state"}, (8, 1, 1), "wrong"),
    ({"type": "unspecified"}, (8, 0, 1), "missed"),
    ({"end_date": "2024-05-09"}, (9, 1, 0), "too much"),
    ({"topics": ["trade", "energy"]}, (9, 1, 0), "a topic too many"),
    ({"actors": [{**GUEST, "role": "host"}]}, (6, 3, 3), "the wrong role"),
    ({"actors": [GUEST, {**GUEST, "name": None, "office": None}]}, (9, 1, 0), "an actor too many"),
    ({"actors": [{**GUEST, "name": "Ада Мбеки"}]}, (9, 0, 0), "the name in another script"),
    ({"actors": [{**GUEST, "name": "Mbeki"}]}, (9, 0, 0), "the family name alone"),
    ({"name": "x", "evidence": ["visit"]}, (9, 0, 0), "neither name nor evidence is scored"),
    ({"actors": [{**GUEST, "state": "UGA"}]}, (0, 9, 9), "no state in common: another fact"),
    ({"kind": "meeting"}, (0, 9, 9), "another kind"),
]


@pytest.mark.parametrize(("change", "counts", "why"), CASES, ids=[case[2] for case in CASES])
def test_slots_are_counted(change: Change, counts: tuple[int, int, int], why: str) -> None:
    assert tuple(evaluate(_docs(RECORD), _docs({**RECORD, **change})).totals()["slots"]) == counts


def test_acts_keep_records_apart() -> None:
    sign = {**RECORD, "kind": "document", "type": "agreement", "act": "sign"}
    result = evaluate(_docs(sign), _docs({**sign, "act": "ratify"}))
    assert tuple(result.totals()["records"]) == (0, 1, 1)


def test_records_are_paired_for_the_most() -> None:
    first, second = RECORD, {**RECORD, "date": "2024-06-01", "place": "Bergen"}
    assert evaluate(_docs(first, second), _docs(second, first)).totals()["slots"].f1 == 1


def test_what_is_missing_counts() -> None:
    result = evaluate(_docs(RECORD, RECORD), {})
    assert (result.without_prediction, tuple(result.totals()["records"])) == (["d"], (0, 0, 2))


def test_evidence_must_be_a_quote() -> None:
    result = evaluate(_docs(RECORD), _docs({**RECORD, "evidence": ["two visits"]}, {**RECORD, "evidence": []}))
    assert result.unsupported == 2
    assert len(result.problems) == 2


@pytest.mark.parametrize(
    ("one", "other", "agree"), [("Tokayev", "Токаев", True), ("Oslo", "Bergen", False), ("x", None, False)]
)
def test_names_forgive_spelling(one: str, other: str | None, agree: bool) -> None:
    assert same("name", one, other) is agree


def _spoiled(doc: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """The dispatch as a poor coder would have it: records lost, doubled and changed."""
    others = copy.deepcopy([row for row in doc["records"] if chance.random() < 0.85])
    others += copy.deepcopy([row for row in doc["records"] if chance.random() < 0.1])
    for row in others:
        for actor in row["actors"]:
            if chance.random() < 0.15:
                actor[chance.choice(["name", "office", "state"])] = chance.choice([None, "RUS", "other"])
        if chance.random() < 0.3:
            row[chance.choice(["type", "date", "place", "status"])] = chance.choice(["unspecified", "2023", "done"])
        if chance.random() < 0.2:
            row["topics"] = [*row["topics"][1:], "sport"]
            row["evidence"] = ["not in the text", *row["evidence"]]
    chance.shuffle(others)
    return {**doc, "records": others}


@pytest.mark.parametrize("seed", range(3))
def test_figures_are_those_of_the_reference(
    shared: Path, tmp_path: Path, dragoman: Callable[..., Result], seed: int
) -> None:
    chance = random.Random(seed)
    docs = [json.loads(file.read_text("utf-8")) for file in sorted(shared.glob("gold/dev/*/*.json"))]
    predicted = tmp_path / "predicted.jsonl"
    kept = [_spoiled(doc, chance) for doc in docs if chance.random() < 0.95]
    predicted.write_text("\n".join(map(json.dumps, kept)), encoding="utf-8")
    gold = shared / "gold" / "dev"
    reference = [sys.executable, str(shared / "codebook" / "score.py"), str(gold), str(predicted), "--json"]
    theirs = json.loads(subprocess.run(reference, capture_output=True, check=True, text=True).stdout)
    ours = json.loads(dragoman("evaluate", gold, predicted, "--json").stdout)
    assert theirs == {name: ours.get(name) for name in theirs}
