"""An event: what its accounts come to, all of them side by side, what they differ in and why they were joined."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from sqlalchemy import Connection

from dragoman.ledger import queries
from dragoman.ledger.views import Event
from dragoman.web import asking
from dragoman.web.asking import Leaves, reading
from dragoman.web.shapes import AccountData, DifferenceData, EventData, Told
from dragoman.web.showing import show
from dragoman.web.timeline import Entry, entries, phrases

ACCOUNTS = 100
"""Accounts that a page shows."""

router = APIRouter()


class EventFull(EventData):
    """An event with its accounts, the slots in which they differ, and its parts."""

    sentence: str
    part_why: str | None
    accounts: list[AccountData]
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
        differences=[DifferenceData.of(difference) for difference in fact.differences],
        parts=told.parts,
    )


@router.get("/events/{identity}", include_in_schema=False)
def page(request: Request, identity: str, wanted: Annotated[Leaves, Query()]) -> Response:
    with reading(request) as connection:
        found = _found(connection, identity)
    accounts = {account.record: account for account in found.entry.fact.accounts}
    cut = asking.cut(found.entry.fact.accounts, wanted.page, ACCOUNTS)
    path = f"/events/{identity}"
    return show("event.html", found=found, accounts=accounts, cut=cut, path=path, data=f"{path}.json")
