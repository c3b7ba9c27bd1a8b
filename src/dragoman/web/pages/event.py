"""An event: what its accounts come to, all of them side by side, what they differ in and why they were joined."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel
from sqlalchemy import Connection

from dragoman.codebook.book import UNSPECIFIED
from dragoman.ledger import judged, queries
from dragoman.ledger.corrections import CORRECTABLE
from dragoman.ledger.views import Event
from dragoman.report.facts import Fact
from dragoman.web import asking
from dragoman.web.asking import Leaves, reading
from dragoman.web.shapes import AccountData, DifferenceData, EventData, Told
from dragoman.web.showing import show
from dragoman.web.timeline import Entry, entries, phrases

ACCOUNTS = 100
"""Accounts that a page shows."""

router = APIRouter()


class Wanted(Leaves):
    """The judgements just entered, which the page shows even where what they judged is no longer part of it."""

    judged: Annotated[str | None, Query(pattern=r"^\d{1,9}(,\d{1,9}){0,199}$")] = None

    @property
    def numbers(self) -> list[int]:
        return [int(number) for number in (self.judged or "").split(",") if number]


class Agreement(BaseModel):
    """A slot that several accounts tell and none tells otherwise, and how many tell it."""

    slot: str
    value: str
    accounts: int


class EventFull(EventData):
    """An event with its accounts, the slots in which they differ, and its parts."""

    sentence: str
    part_why: str | None
    accounts: list[AccountData]
    agreements: list[Agreement]
    differences: list[DifferenceData]
    parts: list[Told]


@dataclass(frozen=True, slots=True)
class _Found:
    entry: Entry
    parent: Event | None


def _found(connection: Connection, identity: str) -> _Found:
    event = queries.event(connection, identity)
    (entry,) = entries(connection, phrases(), [event], queries.parts(connection, identity), quoted=None)
    parent = queries.by_ids(connection, [event.parent]).get(event.parent) if event.parent else None
    return _Found(entry, parent)


@router.get("/events/{identity}.json", summary="One event with all its accounts")
def data(request: Request, identity: str) -> EventFull:
    with reading(request) as connection:
        found = _found(connection, identity)
    fact = found.entry.fact
    told = Told.of_entry(found.entry)
    return EventFull(
        **told.model_dump(exclude={"parts"}),
        part_why=fact.event.parent_why,
        accounts=[AccountData.of(account) for account in fact.accounts],
        agreements=agreements(fact),
        differences=[DifferenceData.of(difference) for difference in fact.differences],
        parts=told.parts,
    )


@router.get("/events/{identity}", include_in_schema=False)
def page(request: Request, identity: str, wanted: Annotated[Wanted, Query()]) -> Response:
    with reading(request) as connection:
        found = _found(connection, identity)
        standing = judged.of_event(connection, identity)
        entered = judged.by_numbers(connection, wanted.numbers)
    accounts = {account.record: account for account in found.entry.fact.accounts}
    cut = asking.cut(found.entry.fact.accounts, wanted.page, ACCOUNTS)
    path = f"/events/{identity}"
    return show(
        "event.html",
        found=found,
        accounts=accounts,
        cut=cut,
        path=path,
        agreements=agreements(found.entry.fact),
        beside=_beside(list(accounts)),
        judged=list({made.id: made for made in (*entered, *standing)}.values()),
        correctable=CORRECTABLE,
        data=f"{path}.json",
    )


def agreements(fact: Fact) -> list[Agreement]:
    """What the accounts of an event agree on; a day and the month that it lies in agree."""
    differ = {difference.slot for difference in fact.differences}
    out = []
    for slot in ("type", "date", "place"):
        telling = sum(getattr(account, slot) not in (None, UNSPECIFIED) for account in fact.accounts)
        value = getattr(fact.event, slot)
        if value and telling > 1 and slot not in differ:
            out.append(Agreement(slot=slot, value=value, accounts=telling))
    return out


def _beside(records: list[str]) -> dict[str, str | None]:
    """For each record the one that it is judged to be the same as, or another than: the first, for that the second."""
    first, second = (*records, None, None)[:2]
    return {record: second if record == first else first for record in records}
