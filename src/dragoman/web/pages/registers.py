"""The registers of a pair, each on a page of its own: commitments, documents, joint bodies, persons.

A page shows so many rows and leads to the next; the data beside it are never cut.
"""

from __future__ import annotations

from collections import Counter
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from dragoman.ledger import queries, ranked
from dragoman.report.promises import promises
from dragoman.web import asking, people, registers
from dragoman.web.asking import Asked, Day, Leaves, Name, reading, today
from dragoman.web.shapes import BodyData, CommitmentData, DocumentData, PersonData
from dragoman.web.showing import show

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
        "commitments.html", pair=pair, cut=cut, found=found, counts=counts, order=ranked.ORDER, on=on, data=data
    )


@router.get("/documents.json", summary="The documents of a pair with the steps of their life")
def documents_data(request: Request, name: Name) -> list[DocumentData]:
    pair = asking.pair(name)
    with reading(request) as connection:
        found = {document.id: document for document in queries.documents(connection, pair)}
        return [DocumentData.of(found[identity]) for identity in ranked.documents(connection, pair)]


@router.get("/documents", include_in_schema=False)
def documents_page(request: Request, name: Name, wanted: Annotated[Leaves, Query()]) -> Response:
    pair = asking.pair(name)
    with reading(request) as connection:
        cut = asking.cut(ranked.documents(connection, pair), wanted.page, ROWS)
        found = registers.documents(connection, pair, cut.shown)
    return show("documents.html", pair=pair, cut=cut, found=found, data="documents.json")


@router.get("/bodies.json", summary="The joint bodies of a pair with their sessions")
def bodies_data(request: Request, name: Name) -> list[BodyData]:
    pair = asking.pair(name)
    with reading(request) as connection:
        return [BodyData.of(row) for row in queries.bodies(connection, pair)]


@router.get("/bodies", include_in_schema=False)
def bodies_page(request: Request, name: Name, wanted: Annotated[Leaves, Query()]) -> Response:
    pair = asking.pair(name)
    with reading(request) as connection:
        cut = asking.cut(ranked.bodies(connection, pair), wanted.page, ROWS)
        found = registers.bodies(connection, pair, cut.shown)
    return show("bodies.html", pair=pair, cut=cut, found=found, data="bodies.json")


@router.get("/persons.json", summary="The persons of a pair's two states")
def persons_data(request: Request, name: Name) -> list[PersonData]:
    pair = asking.pair(name)
    with reading(request) as connection:
        return [PersonData.of(row) for row in people.of_states(connection, pair.codes)]


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
    return show("persons.html", pair=pair, cut=cut, found=found, counts=counts, data="persons.json")
