"""A pair of states: its timeline as filtered, and in short what stands beside it."""

from __future__ import annotations

from functools import partial
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel
from sqlalchemy import Connection

from dragoman.export.plain import one_line
from dragoman.ledger import changes, pairs, ranked
from dragoman.ledger.pairs import Pair
from dragoman.ledger.queries import Filter
from dragoman.ledger.views import Person
from dragoman.report.relations import Level
from dragoman.web import asking, links, people, registers
from dragoman.web.asking import (
    LIMIT,
    After,
    Day,
    Kind,
    Lang,
    Limit,
    Name,
    Period,
    PersonId,
    Place,
    Topic,
    place,
    reading,
    today,
)
from dragoman.web.keeping import MOST_LONG, kept, token
from dragoman.web.shapes import Told
from dragoman.web.showing import show
from dragoman.web.tables import listings
from dragoman.web.tables.registry import beside, downloads
from dragoman.web.tables.table import AnyTable
from dragoman.web.timeline import Entry, phrases, stretch

BRIEF = 8
"""Rows that the page shows of each register; the register's own page has all."""

CHOICE = 60
"""Persons, the most told, among whom the filter lets choose; an address may name any."""

router = APIRouter()


class Filters(Period):
    """Which events of a pair; ``person`` is the id of a person."""

    kind: Kind = None
    topic: Topic = None
    person: PersonId = None
    lang: Lang = None
    place: Place = None


class Wanted(Filters):
    """Filters, where in the timeline, and the day as of which commitments stand."""

    after: After = None
    limit: Limit = LIMIT
    on: Day = None


class LevelData(BaseModel):
    """A level of relations, and the events that tell it."""

    level: str
    first: str | None
    last: str | None
    events: list[str]


class PairFull(BaseModel):
    """A stretch of a pair's timeline, parts of visits within them; ``next`` is the address at which it goes on."""

    pair: str
    states: dict[str, str]
    levels: list[LevelData]
    events: list[Told]
    next: str | None


def filtered(connection: Connection, pair: Pair, wanted: Filters) -> Filter:
    """These filters as the ledger knows them."""
    keys = people.one(connection, wanted.person).keys if wanted.person else None
    kinds = (wanted.kind,) if wanted.kind else None
    return Filter(pair, wanted.since, wanted.until, kinds, wanted.topic, keys, wanted.lang, wanted.place)


def _stretch(connection: Connection, pair: Pair, wanted: Wanted, known: list[Person]) -> tuple[list[Entry], str | None]:
    filters = filtered(connection, pair, wanted)
    at = place(wanted.after)
    make = partial(stretch, connection, phrases(pair, known), filters, wanted.limit, at)
    if wanted.limit > LIMIT:
        return make()
    key = "stretch", filters, wanted.limit, at, bool(known)
    return kept(connection).get(key, people.stands(connection, pair), make, MOST_LONG)


@router.get("/pairs/{name}.json", summary="The timeline of a pair, filtered")
def data(request: Request, name: Name, wanted: Annotated[Wanted, Query()]) -> PairFull:
    pair = asking.pair(name)
    with reading(request) as connection:
        found, more = _stretch(connection, pair, wanted, [])
        told = registers.levels(connection, pair)
    filters = wanted.model_dump()
    return PairFull(
        pair=pair.unit,
        states={code: pairs.names()[code] for code in pair.codes},
        levels=[_level(level) for level in told],
        events=[Told.of_entry(entry) for entry in found],
        next=links.asked(f"/pairs/{pair.one}-{pair.other}.json", filters, after=more) if more else None,
    )


@downloads(router, "/pairs/{name}", "All events of a pair, filtered, as a table")
def table(request: Request, name: Name, wanted: Annotated[Filters, Query()]) -> AnyTable:
    pair = asking.pair(name)
    with reading(request) as connection:
        filters = filtered(connection, pair, wanted)
    return listings.events(request, filters, f"{pair.one}-{pair.other}")


@router.get("/pairs/{name}", include_in_schema=False)
def page(request: Request, name: Name, wanted: Annotated[Wanted, Query()]) -> Response:
    pair = asking.pair(name)
    on = wanted.on or today()
    with reading(request) as connection:
        known = people.of_states(connection, pair.codes)
        found, more = _stretch(connection, pair, wanted, known)
        facts = _beside(connection, pair, on)
    filters = wanted.model_dump(exclude_defaults=True)
    chosen = wanted.model_dump(include=set(Filters.model_fields))
    path = f"/pairs/{pair.one}-{pair.other}"
    return show(
        "pair.html",
        pair=pair,
        path=path,
        found=found,
        wanted=wanted,
        persons={code: [person for person in known if person.state == code] for code in pair.codes},
        following=links.asked(path, filters, after=more) if more else None,
        first=links.asked(path, filters, after=None) if wanted.after else None,
        data=links.asked(f"{path}.json", filters),
        chart=links.asked(f"{path}/chart.json", wanted.model_dump(exclude={"after", "limit"})),
        tables=beside(path, chosen),
        feeds={form: links.asked(f"{path}.{form}", chosen) for form in ("ics", "atom")},
        people=_people(known, wanted.person),
        brief=BRIEF,
        on=on,
        **facts,
    )


def _beside(connection: Connection, pair: Pair, on: str) -> dict[str, Any]:
    make = partial(_registers, connection, pair, on)
    return kept(connection).get(("beside", pair, on), token(connection, changes.of_pair, pair), make)


def _registers(connection: Connection, pair: Pair, on: str) -> dict[str, Any]:
    """The first rows of each register, and how many it has."""
    standing = registers.standing(connection, pair, on)
    documents, bodies = ranked.documents(connection, pair), ranked.bodies(connection, pair)
    return {
        "levels": registers.levels(connection, pair),
        "commitments": (registers.commitments(connection, pair, on, standing[:BRIEF]), len(standing)),
        "documents": (registers.documents(connection, pair, documents[:BRIEF]), len(documents)),
        "bodies": (registers.bodies(connection, pair, bodies[:BRIEF]), len(bodies)),
    }


def _people(known: list[Person], chosen: str | None) -> list[tuple[str, str]]:
    """Among whom the filter lets choose; whoever is chosen stays so."""
    names = {person.id: one_line(person.name, 40) for person in known}
    offered = [*list(names)[:CHOICE], *([chosen] if chosen else [])]
    return [(identity, names.get(identity, identity)) for identity in dict.fromkeys(offered)]


def _level(level: Level) -> LevelData:
    dates = [fact.event.date for fact in level.facts if fact.event.date]
    return LevelData(
        level=level.type,
        first=min(dates, default=None),
        last=max(dates, default=None),
        events=[fact.event.id for fact in level.facts],
    )
