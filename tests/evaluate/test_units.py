"""Which slots two records differ in."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.evaluate.units import units

from .codings import GUEST, HOST, VISIT

# what the other coder has instead, and where the two then differ
CASES: list[tuple[dict[str, Any], set[str], str]] = [
    ({}, set(), "the same"),
    ({"type": "state"}, {"type"}, "another type"),
    ({"type": "unspecified"}, {"type"}, "a type and none"),
    ({"end_date": "2024-05-09"}, {"end_date"}, "a date more"),
    ({"date": "2024-05"}, {"date"}, "a coarser date is another"),
    ({"place": "Осло"}, set(), "the place in another script"),
    ({"place": "Bergen"}, {"place"}, "another place"),
    ({"topics": ["trade", "energy"]}, {"topics"}, "a topic more"),
    ({"name": "Oslo Days"}, {"name"}, "a name and none"),
    ({"actors": [HOST, GUEST]}, set(), "the order of actors is no difference"),
    ({"actors": [{**GUEST, "name": "Ада Мбеки"}, HOST]}, set(), "a person in another script"),
    ({"actors": [{**GUEST, "name": "Mbeki"}, HOST]}, set(), "the family name alone"),
    ({"actors": [{**GUEST, "name": "Ola Nes"}, HOST]}, {"actor.name"}, "another person"),
    ({"actors": [{**GUEST, "office": None}, HOST]}, {"actor.office"}, "an office and none"),
    ({"actors": [GUEST, {**HOST, "state": "SWE"}]}, {"actors", "actor.state"}, "another state"),
    ({"actors": [GUEST]}, {"actors"}, "an actor less"),
    ({"actors": [GUEST, {**HOST, "role": "guest"}]}, {"actors", "actor.role"}, "another role"),
    ({"evidence": ["She met Ola Nes."]}, set(), "evidence is no slot"),
]


@pytest.mark.parametrize(("change", "slots", "why"), CASES, ids=[case[2] for case in CASES])
def test_differences(change: dict[str, Any], slots: set[str], why: str) -> None:
    other = {**VISIT, **change}
    assert {unit.slot for unit in units(VISIT, other) if not unit.same} == slots
    assert {unit.slot for unit in units(other, VISIT) if not unit.same} == slots


def test_when_and_where_something_was_said_is_left_out() -> None:
    statement = {**VISIT, "kind": "statement", "type": "support"}
    assert {"status", "date", "end_date", "place"}.isdisjoint(unit.slot for unit in units(statement, statement))


def test_who_acts_for_no_state_is_known_by_name() -> None:
    fighters = [{**GUEST, "name": "Северный фронт", "state": None, "office": None}]
    spelled = [{**fighters[0], "name": "Severnyi Front"}]
    assert all(unit.same for unit in units({**VISIT, "actors": fighters}, {**VISIT, "actors": spelled}))
