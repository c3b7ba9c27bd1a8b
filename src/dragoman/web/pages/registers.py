"""The registers of a pair, each whole on a page of its own: commitments, documents, joint bodies, persons."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from dragoman.ledger import persons, queries
from dragoman.report.promises import promises
from dragoman.web import asking, registers
from dragoman.web.asking import Asked, Day, Name, reading, today
from dragoman.web.shapes import BodyData, CommitmentData, DocumentData, PersonData
from dragoman.web.showing import show

router = APIRouter(prefix="/pairs/{name}")


class AsOf(Asked):
    """The day as of which things stand."""

    on: Day = None


@router.get("/commitments.json", summary="The commitments of a pair with their steps")
def commitments_data(request: Request, name: Name, wanted: Annotated[AsOf, Query()]) -> list[CommitmentData]:
    pair = asking.pair(name)
    with reading(request) as connection:
        return [CommitmentData.of(row) for row in promises(connection, pair, None, wanted.on or today())]


@router.get("/commitments", include_in_schema=False)
def commitments_page(request: Request, name: Name, wanted: Annotated[AsOf, Query()]) -> Response:
    pair = asking.pair(name)
    on = wanted.on or today()
    with reading(request) as connection:
        found, _ = registers.commitments(connection, pair, on)
    return show(
        "commitments.html", pair=pair, found=found, order=registers.ORDER, on=on, data=f"commitments.json?on={on}"
    )


@router.get("/documents.json", summary="The documents of a pair with the steps of their life")
def documents_data(request: Request, name: Name) -> list[DocumentData]:
    pair = asking.pair(name)
    with reading(request) as connection:
        return [DocumentData.of(row.document) for row in registers.documents(connection, pair)]


@router.get("/documents", include_in_schema=False)
def documents_page(request: Request, name: Name) -> Response:
    pair = asking.pair(name)
    with reading(request) as connection:
        found = registers.documents(connection, pair)
    return show("documents.html", pair=pair, found=found, data="documents.json")


@router.get("/bodies.json", summary="The joint bodies of a pair with their sessions")
def bodies_data(request: Request, name: Name) -> list[BodyData]:
    pair = asking.pair(name)
    with reading(request) as connection:
        return [BodyData.of(row) for row in queries.bodies(connection, pair)]


@router.get("/bodies", include_in_schema=False)
def bodies_page(request: Request, name: Name) -> Response:
    pair = asking.pair(name)
    with reading(request) as connection:
        found = registers.bodies(connection, pair)
    return show("bodies.html", pair=pair, found=found, data="bodies.json")


@router.get("/persons.json", summary="The persons of a pair's two states")
def persons_data(request: Request, name: Name) -> list[PersonData]:
    pair = asking.pair(name)
    with reading(request) as connection:
        return [PersonData.of(row) for row in persons.persons(connection, pair.codes)]


@router.get("/persons", include_in_schema=False)
def persons_page(request: Request, name: Name) -> Response:
    pair = asking.pair(name)
    with reading(request) as connection:
        known = persons.persons(connection, pair.codes)
    found = {code: [person for person in known if person.state == code] for code in pair.codes}
    return show("persons.html", pair=pair, found=found, data="persons.json")
