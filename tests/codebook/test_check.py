"""Validation of coded dispatches: by our validator and by the JSON Schema, side by side."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from dragoman.codebook import codebook
from dragoman.codebook.check import is_iso, problems
from dragoman.codebook.schema import schema

TEXT = "The presidents met in Oslo. A treaty was signed."
DOC = {
    "id": "x",
    "lang": "en",
    "agency": None,
    "url": None,
    "date": "2024-05-08",
    "title": None,
    "text": TEXT,
    "relevant": True,
    "records": [
        {
            "kind": "document",
            "type": "agreement",
            "act": "sign",
            "status": "done",
            "date": "2024-05-08",
            "end_date": None,
            "place": "Oslo",
            "actors": [{"role": "party", "name": None, "office": None, "state": "NOR"}],
            "topics": ["trade"],
            "name": "treaty",
            "evidence": [{"start": 28, "end": 48, "quote": "A treaty was signed."}],
        }
    ],
}

Spoil = Callable[[dict[str, Any], dict[str, Any], dict[str, Any]], Any]

# what is off, how (dispatch, its record, the record's actor), a word of the message, whether a schema can see it
CASES: list[tuple[str, Spoil, str, bool]] = [
    ("no date field", lambda d, r, a: d.pop("date"), "'date'", True),
    ("no text", lambda d, r, a: d.pop("text"), "'text'", True),
    ("records, yet not relevant", lambda d, r, a: d.update(relevant=False), "not relevant", False),
    ("a slot missing", lambda d, r, a: r.pop("place"), "place", True),
    ("a slot unknown", lambda d, r, a: r.update(colour="red"), "colour", True),
    ("unknown kind", lambda d, r, a: r.update(kind="party"), "unknown kind", True),
    ("type of another kind", lambda d, r, a: r.update(type="council"), "type 'council'", True),
    ("no act", lambda d, r, a: r.update(act=None), "act None", True),
    ("act of another kind", lambda d, r, a: r.update(act="found"), "act 'found'", True),
    ("an act where the kind has none", lambda d, r, a: r.update(kind="relation", type="friendly"), "act 'sign'", True),
    ("unknown status", lambda d, r, a: r.update(status="perhaps"), "status", True),
    ("date in words", lambda d, r, a: r.update(date="May"), "date is no ISO", True),
    ("a thirteenth month", lambda d, r, a: r.update(date="2024-13"), "date is no ISO", True),
    ("30 February", lambda d, r, a: r.update(date="2024-02-30"), "date is no ISO", False),
    ("ends before it begins", lambda d, r, a: r.update(end_date="2024-04"), "before it begins", False),
    ("unknown topic", lambda d, r, a: r.update(topics=["love"]), "topic 'love'", True),
    ("null for topics", lambda d, r, a: r.update(topics=None), "topics are null", True),
    ("null for actors", lambda d, r, a: r.update(actors=None), "no actors", True),
    ("null for evidence", lambda d, r, a: r.update(evidence=None), "no evidence", True),
    ("evidence without its place", lambda d, r, a: r["evidence"][0].pop("start"), "not at [None:48]", True),
    ("a topic twice", lambda d, r, a: r.update(topics=["trade", "trade"]), "twice", True),
    ("no actors", lambda d, r, a: r.update(actors=[]), "no actors", True),
    ("role of another kind", lambda d, r, a: a.update(role="guest"), "role 'guest'", True),
    ("unknown office", lambda d, r, a: a.update(office="king"), "office 'king'", True),
    ("state in words", lambda d, r, a: a.update(state="Norway"), "state is no code", True),
    ("an actor with nothing", lambda d, r, a: a.update(state=None), "neither name", True),
    ("an actor's slot missing", lambda d, r, a: a.pop("office"), "office", True),
    ("no evidence", lambda d, r, a: r.update(evidence=[]), "no evidence", True),
    ("not a quote", lambda d, r, a: r["evidence"][0].update(quote="signed in ink"), "not in the text", False),
    ("a quote elsewhere", lambda d, r, a: r["evidence"][0].update(start=0), "not at [0:48]", False),
    ("an empty place", lambda d, r, a: r.update(place=" "), "place is neither", False),
]


@pytest.fixture(scope="module")
def validator() -> Any:
    made = schema(codebook())
    jsonschema.Draft202012Validator.check_schema(made)
    return jsonschema.Draft202012Validator(made)


def test_a_sound_dispatch_has_no_problems(validator: Any) -> None:
    assert list(problems(DOC)) == []
    assert validator.is_valid(DOC)


@pytest.mark.parametrize(("why", "spoil", "word", "by_schema"), CASES, ids=[case[0] for case in CASES])
def test_what_is_off_is_told(why: str, spoil: Spoil, word: str, by_schema: bool, validator: Any) -> None:
    doc: dict[str, Any] = copy.deepcopy(DOC)
    record = doc["records"][0]
    spoil(doc, record, record["actors"][0])
    found = list(problems(doc))
    assert any(word in problem for problem in found), found
    assert validator.is_valid(doc) is not by_schema


def test_evidence_may_be_a_bare_quote() -> None:
    doc: dict[str, Any] = copy.deepcopy(DOC)
    doc["records"][0]["evidence"] = ["A treaty was signed."]
    assert list(problems(doc)) == []


ISO = [
    ("2024", True),
    ("2024-02", True),
    ("2024-02-29", True),
    ("2023-02-29", False),
    ("2024-2", False),
    ("24", False),
    (None, False),
]


@pytest.mark.parametrize(("value", "good"), ISO)
def test_iso_dates(value: Any, good: bool) -> None:
    assert is_iso(value) is good


def test_all_gold_dispatches_are_sound(shared: Path) -> None:
    for file in sorted(shared.glob("gold/dev/*/*.json")):
        assert list(problems(json.loads(file.read_text("utf-8")))) == [], file.name
