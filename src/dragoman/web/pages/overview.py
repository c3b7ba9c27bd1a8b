"""The overview: who has to do with whom, what came last, what is due."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from math import ceil, sqrt
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel
from sqlalchemy import Connection

from dragoman.ledger import changes, overview
from dragoman.ledger.overview import Contacts
from dragoman.ledger.spans import iso
from dragoman.ledger.views import Commitment
from dragoman.web import asking, links
from dragoman.web.asking import Day, Leaf, Period, reading, today
from dragoman.web.keeping import MOST_LONG, kept
from dragoman.web.shapes import EventData, Told
from dragoman.web.showing import show
from dragoman.web.tables import listings
from dragoman.web.tables.registry import beside, downloads
from dragoman.web.tables.table import AnyTable, Table
from dragoman.web.timeline import Entry, entries, phrases

ROWS = 500
"""Pairs on a page of the list of all."""

STATES = 16
"""States in the matrix: those with most contacts. The list of pairs has all."""

LATEST, DUE, PAIRS = 12, 8, 12
"""Events, commitments and pairs that the overview shows."""

SOON = timedelta(days=60)
_LONG_AGO = "1000-01-01"
_SHADES = 5

router = APIRouter()


class Wanted(Period):
    """A period for the matrix, and the day as of which things are due."""

    on: Day = None


class Listed(Period):
    """A period, and which page of the list."""

    page: Leaf = 1


class PairCount(BaseModel):
    """A pair of states with its numbers in the period."""

    pair: str
    contacts: int
    events: int


class DueData(BaseModel):
    """An open commitment."""

    id: str
    due: str | None
    event: EventData


class Overview(BaseModel):
    """All pairs, what came last, what is due within two months and what is overdue."""

    on: str
    pairs: list[PairCount]
    latest: list[Told]
    due: list[DueData]
    overdue: list[DueData]


@dataclass(frozen=True, slots=True)
class Cell:
    """A field of the matrix: how many contacts, and how dark."""

    unit: str
    count: int
    shade: int


@dataclass(frozen=True, slots=True)
class Due:
    """An open commitment as a list shows it."""

    commitment: Commitment
    entry: Entry

    @property
    def day(self) -> str:
        event, last = self.commitment.event, self.commitment.due_last
        return event.end_date or event.date or (iso(last) if last else "")


@dataclass(frozen=True, slots=True)
class _Found:
    on: str
    pairs: list[Contacts]
    latest: list[Entry]
    due: list[Due]
    overdue: list[Due]


def _found(connection: Connection, wanted: Wanted) -> _Found:
    on = wanted.on or today()
    make = partial(_read, connection, on, wanted)
    return kept(connection).get(("overview", on, wanted.since, wanted.until), changes.of_all(connection), make)


def _read(connection: Connection, on: str, wanted: Wanted) -> _Found:
    day = date.fromisoformat(on)
    soon = (day + min(SOON, date.max - day)).isoformat()
    yesterday = (day - timedelta(days=1)).isoformat()
    return _Found(
        on=on,
        pairs=_contacts(connection, wanted),
        latest=entries(connection, phrases(), overview.latest(connection, on, LATEST)),
        due=_due(connection, overview.due(connection, on, soon, DUE)),
        overdue=_due(connection, overview.due(connection, _LONG_AGO, yesterday, DUE, latest=True)),
    )


def _contacts(connection: Connection, wanted: Period) -> list[Contacts]:
    make = partial(overview.contacts, connection, wanted.since, wanted.until)
    key = "contacts", wanted.since, wanted.until
    return kept(connection).get(key, changes.of_all(connection), make, MOST_LONG)


def _due(connection: Connection, found: Sequence[Commitment]) -> list[Due]:
    told = entries(connection, phrases(), [commitment.event for commitment in found])
    return [Due(commitment, entry) for commitment, entry in zip(found, told, strict=True)]


@router.get("/overview.json", summary="Pairs by contacts, the latest events, what is due and overdue")
def data(request: Request, wanted: Annotated[Wanted, Query()]) -> Overview:
    with reading(request) as connection:
        found = _found(connection, wanted)
    return Overview(
        on=found.on,
        pairs=[PairCount(pair=row.unit, contacts=row.contacts, events=row.events) for row in found.pairs],
        latest=[Told.of_entry(entry) for entry in found.latest],
        due=[_due_data(due) for due in found.due],
        overdue=[_due_data(due) for due in found.overdue],
    )


@router.get("/", include_in_schema=False)
def page(request: Request, wanted: Annotated[Wanted, Query()]) -> Response:
    with reading(request) as connection:
        found = _found(connection, wanted)
    states = _states(found.pairs)
    shown = found.pairs[:PAIRS]
    return show(
        "overview.html",
        found=found,
        wanted=wanted,
        states=states,
        rows=matrix(found.pairs, states),
        shown=shown,
        data=links.asked("/overview.json", wanted.model_dump()),
        tables=beside("/pairs", wanted.model_dump(include=set(Period.model_fields))),
    )


@router.get("/pairs.json", summary="All pairs of states with their numbers in a period")
def pairs_data(request: Request, wanted: Annotated[Period, Query()]) -> list[PairCount]:
    with reading(request) as connection:
        found = _contacts(connection, wanted)
    return [PairCount(pair=row.unit, contacts=row.contacts, events=row.events) for row in found]


@downloads(router, "/pairs", "All pairs of states with their numbers in a period, as a table")
def pairs_table(request: Request, wanted: Annotated[Period, Query()]) -> AnyTable:
    with reading(request) as connection:
        found = _contacts(connection, wanted)
    return Table("pairs", "Pairs", listings.PAIRS, found)


@router.get("/pairs", include_in_schema=False)
def pairs_page(request: Request, wanted: Annotated[Listed, Query()]) -> Response:
    with reading(request) as connection:
        cut = asking.cut(_contacts(connection, wanted), wanted.page, ROWS)
    period = wanted.model_dump(include={"since", "until"})
    data = links.asked("/pairs.json", period)
    return show("pairs.html", cut=cut, wanted=wanted, period=period, data=data, tables=beside("/pairs", period))


def matrix(pairs: Iterable[Contacts], states: Sequence[str]) -> list[list[Cell | None]]:
    """A row for each of these states; None where a state meets itself."""
    counted = {frozenset(row.codes): row for row in pairs}
    most = max((row.contacts for row in counted.values()), default=0)

    def cell(one: str, other: str) -> Cell | None:
        if one == other:
            return None
        row = counted.get(frozenset((one, other)))
        contacts = row.contacts if row else 0
        return Cell(row.unit if row else "", contacts, _shade(contacts, most))

    return [[cell(one, other) for other in states] for one in states]


def _shade(contacts: int, most: int) -> int:
    """By the square root, so that pairs which meet now and then can be told apart beside those that meet weekly."""
    return ceil(_SHADES * sqrt(contacts / most)) if contacts else 0


def _states(pairs: Iterable[Contacts]) -> list[str]:
    """The states with most contacts, each beside whom it meets most: in the order in which pairs name them."""
    named = dict.fromkeys(code for row in pairs if row.contacts for code in row.codes)
    return list(named)[:STATES]


def _due_data(due: Due) -> DueData:
    return DueData(id=due.commitment.id, due=due.day or None, event=EventData.of(due.commitment.event))
