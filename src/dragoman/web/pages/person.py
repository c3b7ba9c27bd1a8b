"""A person: names in all languages, offices over time, events."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from sqlalchemy import Connection
from starlette.responses import RedirectResponse

from dragoman.ledger.queries import Filter
from dragoman.ledger.views import Person
from dragoman.web import links, people
from dragoman.web.asking import LIMIT, After, Limit, Period, Place, place, reading
from dragoman.web.shapes import PersonData, Told
from dragoman.web.showing import show
from dragoman.web.tables import listings
from dragoman.web.tables.registry import beside, downloads
from dragoman.web.tables.table import AnyTable
from dragoman.web.timeline import Entry, phrases, stretch

router = APIRouter()


class Filters(Period):
    """A period and a place."""

    place: Place = None


class Wanted(Filters):
    """Filters, and where in the list of events."""

    after: After = None
    limit: Limit = LIMIT


class PersonFull(PersonData):
    """A person with events in order of time; ``next`` is the address at which they go on."""

    events: list[Told]
    next: str | None


def _filter(found: Person, wanted: Filters) -> Filter:
    return Filter(since=wanted.since, until=wanted.until, person=found.keys, place=wanted.place)


def _events(connection: Connection, found: Person, wanted: Wanted) -> tuple[list[Entry], str | None]:
    """A stretch of the person's events, and the place at which it goes on."""
    say = phrases(persons=[found])
    return stretch(connection, say, _filter(found, wanted), wanted.limit, place(wanted.after))


@router.get("/persons/{identity}.json", summary="One person with offices over time and events")
def data(request: Request, identity: str, wanted: Annotated[Wanted, Query()]) -> PersonFull:
    with reading(request) as connection:
        found = people.one(connection, identity)
        events, more = _events(connection, found, wanted)
    following = links.asked(f"/persons/{found.id}.json", wanted.model_dump(), after=more) if more else None
    return PersonFull(
        **PersonData.of(found).model_dump(), events=[Told.of_entry(entry) for entry in events], next=following
    )


@downloads(router, "/persons/{identity}", "All events of a person as a table")
def table(request: Request, identity: str, wanted: Annotated[Filters, Query()]) -> AnyTable:
    with reading(request) as connection:
        found = people.one(connection, identity)
    return listings.events(request, _filter(found, wanted), found.id)


@router.get("/persons/{identity}", include_in_schema=False)
def page(request: Request, identity: str, wanted: Annotated[Wanted, Query()]) -> Response:
    with reading(request) as connection:
        found = people.one(connection, identity)
        if found.id != identity:
            return RedirectResponse(links.asked(f"/persons/{found.id}", wanted.model_dump(exclude_defaults=True)))
        events, more = _events(connection, found, wanted)
    filters = wanted.model_dump(exclude_defaults=True)
    following = links.asked(f"/persons/{found.id}", filters, after=more) if more else None
    return show(
        "person.html",
        found=found,
        events=events,
        following=following,
        wanted=wanted,
        data=links.asked(f"/persons/{found.id}.json", filters),
        tables=beside(f"/persons/{found.id}", wanted.model_dump(include=set(Filters.model_fields))),
    )
