"""Search: dispatches by their words, whatever the case, marks or script, and by what is coded in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import AfterValidator, BaseModel, Field
from sqlalchemy import Connection, func, select

from dragoman.ledger import changes, facets, search, tables
from dragoman.web import links
from dragoman.web.asking import Asked, Kind, Lang, PairName, Text, Topic, reading, shaped, streaming
from dragoman.web.hits import Hit, Passage, hits
from dragoman.web.keeping import MOST_LONG, kept
from dragoman.web.shapes import HeadingData, Told
from dragoman.web.showing import show
from dragoman.web.tables.listings import DISPATCHES
from dragoman.web.tables.registry import beside, downloads
from dragoman.web.tables.table import AnyTable, Table

LIMIT, MOST = 20, 200
LONGEST = 200
"""Characters of a query."""

VALUES = 12
"""Values of a facet that the page shows, those of most dispatches; the data have all."""

_CURSOR = re.compile(r"(\d{4}-\d\d-\d\d)\.(\d{1,9})", re.ASCII)

router = APIRouter()


def _cursor(value: str | None) -> str | None:
    if value is not None and not _CURSOR.fullmatch(value):
        raise ValueError(f"no place {value[:40]!r} in this list: take the one that “next” gave")
    return value


def _year(value: str | None) -> str | None:
    if value is not None and not re.fullmatch(r"\d{4}", value, re.ASCII):
        raise ValueError(f"no such year {value[:40]!r}: write it as 2023")
    return value


class Filters(Asked):
    """The words, and what narrows the dispatches that hold all of them; without words, all that is so narrowed."""

    q: str = Field("", max_length=LONGEST, description="Words, all of which a dispatch must hold")
    kind: Kind = None
    topic: Topic = None
    pair: PairName = None
    lang: Lang = None
    year: Annotated[
        Text,
        AfterValidator(_year),
        Field(description="Only sent in this year", examples=["2023"], json_schema_extra=shaped(r"\d{4}")),
    ] = None

    @property
    def chosen(self) -> dict[str, str]:
        """The facets of which a value is asked for."""
        return {facet: value for facet in facets.NAMES if (value := getattr(self, facet))}


class Wanted(Filters):
    """And where in the list."""

    after: Annotated[Text, AfterValidator(_cursor), Field(json_schema_extra=shaped(_CURSOR.pattern))] = None
    limit: int = Field(LIMIT, ge=1, le=MOST)


class HitData(HeadingData):
    """A dispatch with the passages that hold the words, as ``[text, whether it is one of the words]``, and its events.

    Those that are as was asked for come first; ``more_events`` are left out.
    """

    passages: list[Passage]
    events: list[Told]
    more_events: int

    @classmethod
    def of_hit(cls, hit: Hit) -> HitData:
        heading = HeadingData.of(hit.heading).model_dump()
        events = [Told.of_entry(entry) for entry in hit.events]
        return cls(**heading, passages=hit.passages, events=events, more_events=hit.more)


class Results(BaseModel):
    """The dispatches, the latest first; how many have each value of each facet; where to go on.

    What is counted obeys the words and the other facets: the languages are those within the kind, topic, pair and year.
    """

    total: int
    kinds: dict[str, int]
    topics: dict[str, int]
    pairs: dict[str, int]
    languages: dict[str, int]
    years: dict[str, int]
    dispatches: list[HitData]
    next: str | None


@dataclass(frozen=True, slots=True)
class _Found:
    shown: list[Hit]
    counts: dict[str, dict[str, int]]
    total: int
    more: str | None


def _found(connection: Connection, wanted: Wanted) -> _Found:
    make = partial(_made, connection, wanted)
    if wanted.limit > LIMIT:
        return make()
    key = "search", wanted.q, tuple(wanted.chosen.items()), wanted.after, wanted.limit
    return kept(connection).get(key, _stands(connection), make, MOST_LONG)


def _made(connection: Connection, wanted: Wanted) -> _Found:
    shown, more = _stretch(connection, wanted, wanted.after, wanted.limit)
    counts = search.counts(connection, wanted.q, wanted.chosen)
    of_lang = counts["lang"]
    total = of_lang.get(wanted.lang, 0) if wanted.lang else sum(of_lang.values())
    return _Found(shown, counts, total, more)


def _stands(connection: Connection) -> tuple[int, int]:
    """What tells that no dispatch was entered, and none has changed, since."""
    return connection.scalar(select(func.max(tables.dispatch.c.id))) or 0, changes.of_all(connection)


def _stretch(connection: Connection, wanted: Filters, after: str | None, limit: int) -> tuple[list[Hit], str | None]:
    """At most so many hits, and the place after which they go on, if they do."""
    place = _CURSOR.fullmatch(after or "")
    before = (place[1], int(place[2])) if place else None
    ids = search.find(connection, wanted.q, limit + 1, chosen=wanted.chosen, before=before)
    shown = hits(connection, ids[:limit], wanted.q, wanted.chosen)
    last = shown[-1].heading if len(ids) > limit else None
    return shown, f"{last.date}.{last.id}" if last else None


@router.get("/search.json", summary="Dispatches that hold words, with what they tell, by facets")
def data(request: Request, wanted: Annotated[Wanted, Query()]) -> Results:
    with reading(request) as connection:
        found = _found(connection, wanted)
    return Results(
        total=found.total,
        kinds=found.counts["kind"],
        topics=found.counts["topic"],
        pairs=found.counts["pair"],
        languages=found.counts["lang"],
        years=found.counts["year"],
        dispatches=[HitData.of_hit(hit) for hit in found.shown],
        next=links.asked("/search.json", wanted.model_dump(), after=found.more) if found.more else None,
    )


@downloads(router, "/search", "All dispatches that hold words, with what they tell, as a table")
def table(request: Request, wanted: Annotated[Filters, Query()]) -> AnyTable:
    return Table("dispatches", "Dispatches", DISPATCHES, _all(request, wanted))


def _all(request: Request, wanted: Filters) -> Iterator[Hit]:
    """Every hit, read some at a time as they are written."""
    with streaming(request) as connection:
        shown, more = _stretch(connection, wanted, None, MOST)
        yield from shown
        while more:
            shown, more = _stretch(connection, wanted, more, MOST)
            yield from shown


@router.get("/search", include_in_schema=False)
def page(request: Request, wanted: Annotated[Wanted, Query()]) -> Response:
    with reading(request) as connection:
        found = _found(connection, wanted)
    filters = wanted.model_dump(exclude_defaults=True)
    following = links.asked("/search", filters, after=found.more) if found.more else None
    return show(
        "search.html",
        found=found,
        counts={facet: offered(facet, counted, wanted.chosen.get(facet)) for facet, counted in found.counts.items()},
        wanted=wanted,
        filters=filters,
        following=following,
        data=links.asked("/search.json", filters),
        tables=beside("/search", wanted.model_dump(include=set(Filters.model_fields))),
    )


def offered(facet: str, counted: dict[str, int], chosen: str | None) -> dict[str, int]:
    """The values of a facet that the page offers, those of most dispatches and what is chosen; years in their order."""
    most = sorted(counted, key=lambda value: (-counted[value], value))
    kept = sorted(most, key=lambda value: value != chosen)[:VALUES]
    return {value: counted[value] for value in (sorted(counted) if facet == "year" else most) if value in kept}
