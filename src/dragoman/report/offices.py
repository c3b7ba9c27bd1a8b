"""Who holds which office on either side, as dispatches sent up to a day tell it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection

from dragoman.ledger import queries
from dragoman.ledger.views import Account, Held, Person

SINGLE = ("head_of_state", "head_of_government", "crown_prince", "foreign_minister", "defence_minister", "speaker")
"""Offices that one person holds at a time: who was last told so."""

SEVERAL = (
    "deputy_head_of_government",
    "minister",
    "deputy_minister",
    "special_envoy",
    "ambassador",
    "commission_chair",
)
"""Offices that several hold: those who were last told so."""

SHOWN = 3
"""Holders of an office that several hold who are shown."""

RECENT = 5
"""Years within which somebody must have been told to hold an office: after that it tells nothing of today."""


@dataclass(frozen=True, slots=True)
class Holder:
    """A person in an office, and the account that last told it."""

    person: Person
    held: Held
    account: Account


def holders(connection: Connection, persons: Iterable[Person], state: str, day: str) -> list[Holder]:
    """The holders of offices of a state as of an ISO day, in the order of the offices, those last told first."""
    since = f"{int(day[:4]) - RECENT:04}{day[4:]}"
    mine = [(p, held) for p in persons if p.state == state for held in p.offices if held.last >= since]
    chosen = []
    for office in (*SINGLE, *SEVERAL):
        told = sorted((row for row in mine if row[1].office == office), key=_recent, reverse=True)
        chosen += told[: 1 if office in SINGLE else SHOWN]
    accounts = queries.records(connection, [held.latest for _, held in chosen])
    return [Holder(person, held, accounts[held.latest]) for person, held in chosen]


def _recent(row: tuple[Person, Held]) -> tuple[str, int, str]:
    person, held = row
    return held.last, held.dispatches, person.id
