"""The registers of a pair, each on a page of its own: commitments, documents, joint bodies, persons.

A page shows so many rows and leads to the next; the data beside it are never cut.
"""

from __future__ import annotations

from collections import Counter
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from dragoman.ledger import ranked, tracked
from dragoman.ledger.pairs import Pair
from dragoman.report.promises import promises
from dragoman.web import asking, people, registers
from dragoman.web.asking import Asked, Day, Leaves, Name, reading, today
from dragoman.web.shapes import BodyData, CommitmentData, DocumentData, PersonData
from dragoman.web.showing import show
from dragoman.web.tables import listings
from dragoman.web.tables.registry import beside, downloads
from dragoman.web.tables.table import AnyTable, Column, Table

router = APIRouter(prefix="/pairs/{name}")


ROWS = 100
"""Rows of a page; of persons, of either state."""


class AsOf(Asked):
    """The day as of which things stand."""

    on: Day = None


class LeavesAsOf(Leaves):
    """Which page, and the day as of which things stand."""

    on: Day = None


@router.get("/commitments.json", summary="The commitments of a pair with their steps")
def commitments_data(request: Request, name: Name, wanted: Annotated[AsOf, Query()]) -> list[CommitmentData]:
    pair = asking.pair(name)
    with reading(request) as connection:
        return [CommitmentData.of(row) for row in promises(connection, pair, wanted.on or today())]


@downloads(router, "/commitments", "The commitments of a pair, but for those announced only when done, as a table")
def commitments_table(request: Request, name: Name, wanted: Annotated[AsOf, Query()]) -> AnyTable:
    pair = asking.pair(name)
    with reading(request) as connection:
        on = wanted.on or today()
        found = registers.commitments(connection, pair, on, registers.standing(connection, pair, on))
    return _table(pair, "commitments", listings.COMMITMENTS, found)


@router.get("/commitments", include_in_schema=False)
def commitments_page(request: Request, name: Name, wanted: Annotated[LeavesAsOf, Query()]) -> Response:
    pair = asking.pair(name)
    on = wanted.on or today()
    with reading(request) as connection:
        standing = registers.standing(connection, pair, on)
        cut = asking.cut(standing, wanted.page, ROWS)
        found = registers.commitments(connection, pair, on, cut.shown)
    counts = Counter(one.state for one in standing)
    data = f"commitments.json?on={on}"
    return show(
        "commitments.html",
        pair=pair,
        cut=cut,
        found=found,
        counts=counts,
        order=ranked.ORDER,
        on=on,
        data=data,
        tables=beside("commitments", {"on": on}),
    )


@router.get("/documents.json", summary="The documents of a pair with the steps of their life")
def documents_data(request: Request, name: Name) -> list[DocumentData]:
    pair = asking.pair(name)
    with reading(request) as connection:
        found = {document.id: document for document in tracked.documents(connection, pair)}
        return [DocumentData.of(found[identity]) for identity in ranked.documents(connection, pair)]


@downloads(router, "/documents", "The documents of a pair with the days of their stages, as a table")
def documents_table(request: Request, name: Name) -> AnyTable:
    pair = asking.pair(name)
    with reading(request) as connection:
        found = registers.documents(connection, pair, ranked.documents(connection, pair))
    return _table(pair, "documents", listings.DOCUMENTS, found)


@router.get("/documents", include_in_schema=False)
def documents_page(request: Request, name: Name, wanted: Annotated[Leaves, Query()]) -> Response:
    pair = asking.pair(name)
    with reading(request) as connection:
        cut = asking.cut(ranked.documents(connection, pair), wanted.page, ROWS)
        found = registers.documents(connection, pair, cut.shown)
    tables = beside("documents", {})
    return show("documents.html", pair=pair, cut=cut, found=found, data="documents.json", tables=tables)


@router.get("/bodies.json", summary="The joint bodies of a pair with their sessions")
def bodies_data(request: Request, name: Name) -> list[BodyData]:
    pair = asking.pair(name)
    with reading(request) as connection:
        return [BodyData.of(row) for row in tracked.bodies(connection, pair)]


@downloads(router, "/bodies", "The joint bodies of a pair, as a table")
def bodies_table(request: Request, name: Name) -> AnyTable:
    pair = asking.pair(name)
    with reading(request) as connection:
        found = registers.bodies(connection, pair, ranked.bodies(connection, pair))
    return _table(pair, "bodies", listings.BODIES, found)


@router.get("/bodies", include_in_schema=False)
def bodies_page(request: Request, name: Name, wanted: Annotated[Leaves, Query()]) -> Response:
    pair = asking.pair(name)
    with reading(request) as connection:
        cut = asking.cut(ranked.bodies(connection, pair), wanted.page, ROWS)
        found = registers.bodies(connection, pair, cut.shown)
    return show("bodies.html", pair=pair, cut=cut, found=found, data="bodies.json", tables=beside("bodies", {}))


@router.get("/persons.json", summary="The persons of a pair's two states")
def persons_data(request: Request, name: Name) -> list[PersonData]:
    pair = asking.pair(name)
    with reading(request) as connection:
        return [PersonData.of(row) for row in people.of_states(connection, pair.codes)]


@downloads(router, "/persons", "The persons of a pair's two states, as a table")
def persons_table(request: Request, name: Name) -> AnyTable:
    pair = asking.pair(name)
    with reading(request) as connection:
        found = people.of_states(connection, pair.codes)
    return _table(pair, "persons", listings.PERSONS, found)


@router.get("/persons", include_in_schema=False)
def persons_page(request: Request, name: Name, wanted: Annotated[Leaves, Query()]) -> Response:
    pair = asking.pair(name)
    with reading(request) as connection:
        known = people.of_states(connection, pair.codes)
    sides = {code: [person for person in known if person.state == code] for code in pair.codes}
    longer = max(sides.values(), key=len)
    cut = asking.cut(longer, wanted.page, ROWS)
    found = {code: mine[(cut.page - 1) * ROWS : cut.page * ROWS] for code, mine in sides.items()}
    counts = {code: len(mine) for code, mine in sides.items()}
    tables = beside("persons", {})
    return show("persons.html", pair=pair, cut=cut, found=found, counts=counts, data="persons.json", tables=tables)


def _table(pair: Pair, title: str, columns: list[Column[Any]], rows: list[Any]) -> AnyTable:
    return Table(f"{pair.one}-{pair.other}-{title}", title.capitalize(), columns, rows)
