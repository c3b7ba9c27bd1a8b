"""Commitments: what was announced is followed until it is done, moved or called off."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.ledger import Ledger, tracked
from dragoman.ledger.pairs import pair

from .made import coding, who

GUEST = who(("guest", "Ilham Aliyev", "head_of_state", "AZE"), ("host", None, None, "KAZ"))
PARTIES = who(("party", None, None, "AZE"), ("party", None, None, "KAZ"))
MEMBERS = who(("member", None, None, "AZE"), ("member", None, None, "KAZ"))
VISIT = {"kind": "visit", "type": "official", "actors": GUEST}
COUNCIL = {"kind": "body", "type": "council", "actors": MEMBERS, "name": "Supreme Interstate Council"}
TREATY = {
    "kind": "document",
    "type": "agreement",
    "act": "sign",
    "actors": PARTIES,
    "name": "agreement on the transit of oil",
}
PLEDGE = {"kind": "statement", "type": "pledge", "topics": ["energy"], "actors": who(("speaker", None, None, "KAZ"))}

PLEDGED = {**PLEDGE, "actors": [*PLEDGE["actors"], *who(("target", None, None, "AZE"))]}


def told(sent: str, record: dict[str, Any], status: str, date: str | None = None, **more: Any) -> tuple[str, Any]:
    """A dispatch by its day, and the record in it."""
    return sent, {**record, "status": status, "date": date, **more}


DAY = "2023-04-10"
TO_COME, TO_SIGN = told("2023-04-07", VISIT, "planned", DAY), told("2023-01-09", TREATY, "planned")
INVITED, CAME = told("2023-01-07", VISIT, "proposed"), told("2023-10-10", VISIT, "done", "2023-10-10")
SESSION = told("2024-03-11", COUNCIL, "done", "2024-03-11", act="meet")
LATER, BEFORE = told("2023-04-07", VISIT, "planned"), told("2023-04-08", VISIT, "done", "2021-02-01")
SIGNED = told("2023-09-10", TREATY, "done", "2023-09-10", topics=["energy"])
TO_FOUND = told("2023-04-09", COUNCIL, "planned", act="found")

PACKAGE = told("2023-04-07", {**TREATY, "type": "package", "name": "a number of documents"}, "planned")
MADE, DONE, OFF, SERVED = ["made"], ["made", "fulfilled"], ["made", "cancelled"], ["made", "pursued"]

# (why, dispatches, as of, state, steps)
CASES: list[tuple[str, list[tuple[str, Any]], str, str, list[str]]] = [
    (
        "announced, then made",
        [TO_COME, told(DAY, VISIT, "ongoing", DAY)],
        "2023-05-01",
        "fulfilled",
        DONE,
    ),
    ("announced for a day to come", [TO_COME], "2023-04-08", "open", MADE),
    ("announced for a day that has passed", [TO_COME], "2023-04-11", "overdue", MADE),
    (
        "a month passes with its last day",
        [told("2023-03-07", VISIT, "planned", "2023-04")],
        "2023-04-30",
        "open",
        ["made"],
    ),
    ("invited without a day, came later", [INVITED, CAME], "2023-12-01", "fulfilled", DONE),
    (
        "a pledge has the day on which it was made, which is no day to keep it by",
        [told("2022-08-24", PLEDGED, "done", "2022-08-24")],
        "2023-01-01",
        "open",
        MADE,
    ),
    ("not yet done on the day asked for", [INVITED, CAME], "2023-09-01", "open", MADE),
    (
        "called off",
        [TO_COME, told("2023-04-09", VISIT, "cancelled", DAY)],
        "2023-05-01",
        "cancelled",
        OFF,
    ),
    (
        "to be signed, and signed",
        [told("2023-04-09", TREATY, "planned", DAY), told(DAY, TREATY, "done", DAY)],
        "2023-05-01",
        "fulfilled",
        DONE,
    ),
    ("to be signed, signed months later", [TO_SIGN, SIGNED], "2023-10-01", "fulfilled", DONE),
    (
        "to be founded; it met a year later",
        [TO_FOUND, SESSION],
        "2024-05-01",
        "fulfilled",
        DONE,
    ),
    (
        "pledged; what serves it people must judge",
        [told("2023-04-09", PLEDGED, "done"), SIGNED],
        "2023-10-01",
        "open",
        SERVED,
    ),
    (
        "an earlier visit does not fulfil it",
        [LATER, BEFORE],
        "2023-06-01",
        "open",
        ["made"],
    ),
]


@pytest.mark.parametrize(("why", "dispatches", "day", "state", "steps"), CASES, ids=[case[0] for case in CASES])
def test_what_becomes_of_it(
    ledger: Ledger, why: str, dispatches: list[tuple[str, Any]], day: str, state: str, steps: list[str]
) -> None:
    ledger.add([coding(f"Told on {sent}.", [record], date=sent) for sent, record in dispatches])
    with ledger.reading() as connection:
        made = tracked.commitments(connection, pair("AZE", "KAZ"), until=day)
    found = [one for one in made if one.steps[0].account.sent == dispatches[0][0]]
    assert [(one.state_on(day), [step.step for step in one.steps]) for one in found] == [(state, steps)], why
    for step in found[0].steps:
        assert step.account.quote, "every step cites its evidence"


def test_another_day_is_a_change(ledger: Ledger) -> None:
    first = {**VISIT, "status": "planned", "date": "2023-04-10", "end_date": "2023-04-11"}
    moved = {**VISIT, "status": "planned", "date": "2023-04-13"}
    ledger.add(
        [coding("To come on the 10th.", [first], date="2023-04-01"), coding("On the 13th.", [moved], date="2023-04-05")]
    )
    with ledger.reading() as connection:
        (made,) = tracked.commitments(connection, pair("AZE", "KAZ"))
    assert [step.step for step in made.steps] == ["made", "changed"]


def test_the_council_goes_from_planned_to_founded_to_two_sessions(ledger: Ledger) -> None:
    story = [
        ("2023-04-09", {**COUNCIL, "act": "found", "status": "planned"}),
        ("2023-04-10", {**COUNCIL, "act": "found", "date": "2023-04-10"}),
        ("2024-03-11", {**COUNCIL, "act": "meet", "date": "2024-03-11", "place": "Baku"}),
        ("2025-10-21", {**COUNCIL, "act": "meet", "date": "2025-10-21", "place": "Astana"}),
    ]
    ledger.add([coding(f"Told on {day}.", [record], date=day) for day, record in story])
    with ledger.reading() as connection:
        (body,) = tracked.bodies(connection, pair("AZE", "KAZ"))
    assert [(event.act, event.date, body.sessions.get(event.id)) for event in body.events] == [
        ("found", "2023-04-10", None),
        ("meet", "2024-03-11", 1),
        ("meet", "2025-10-21", 2),
    ]
