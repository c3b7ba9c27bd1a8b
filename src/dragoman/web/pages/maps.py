"""The map of a pair or a person: the places of events, in a table and drawn."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from sqlalchemy import Connection

from dragoman.ledger.pairs import Pair
from dragoman.ledger.queries import Filter
from dragoman.ledger.views import Person
from dragoman.web import asking, links, people
from dragoman.web.asking import Name, Period, reading
from dragoman.web.pages.pair import Filters, filtered
from dragoman.web.places import PlacesData, places
from dragoman.web.showing import show

router = APIRouter()


def _of_pair(connection: Connection, pair: Pair, wanted: Filters) -> PlacesData:
    asked = wanted.model_dump(exclude_defaults=True)
    return places(connection, filtered(connection, pair, wanted), pair.codes, f"/pairs/{pair.one}-{pair.other}", asked)


def _of_person(connection: Connection, identity: str, wanted: Period) -> tuple[Person, PlacesData]:
    found = people.one(connection, identity)
    filters = Filter(since=wanted.since, until=wanted.until, person=found.keys)
    asked = wanted.model_dump(exclude_defaults=True)
    states = [found.state] if found.state else []
    return found, places(connection, filters, states, f"/persons/{found.id}", asked)


@router.get("/pairs/{name}/map.json", summary="The places of a pair's events, with where they lie")
def pair_data(request: Request, name: Name, wanted: Annotated[Filters, Query()]) -> PlacesData:
    pair = asking.pair(name)
    with reading(request) as connection:
        return _of_pair(connection, pair, wanted)


@router.get("/pairs/{name}/map", include_in_schema=False)
def pair_page(request: Request, name: Name, wanted: Annotated[Filters, Query()]) -> Response:
    pair = asking.pair(name)
    with reading(request) as connection:
        found = _of_pair(connection, pair, wanted)
    return _shown(found, wanted, f"/pairs/{pair.one}-{pair.other}", pair=pair, person=None)


@router.get("/persons/{identity}/map.json", summary="The places of a person's events, with where they lie")
def person_data(request: Request, identity: str, wanted: Annotated[Period, Query()]) -> PlacesData:
    with reading(request) as connection:
        return _of_person(connection, identity, wanted)[1]


@router.get("/persons/{identity}/map", include_in_schema=False)
def person_page(request: Request, identity: str, wanted: Annotated[Period, Query()]) -> Response:
    with reading(request) as connection:
        person, found = _of_person(connection, identity, wanted)
    return _shown(found, wanted, f"/persons/{person.id}", pair=None, person=person)


def _shown(found: PlacesData, wanted: Period, path: str, pair: Pair | None, person: Person | None) -> Response:
    asked = wanted.model_dump(exclude_defaults=True)
    return show(
        "map.html",
        found=found,
        drawn=[place for place in found.places if place.latitude is not None],
        left=[place for place in found.places if place.latitude is None],
        wanted=wanted,
        kept={key: value for key, value in asked.items() if key not in ("since", "until")},
        path=path,
        pair=pair,
        person=person,
        data=links.asked(f"{path}/map.json", asked),
    )
