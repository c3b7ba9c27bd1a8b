"""Search: dispatches by their words, whatever the case, marks or script, by language and year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import AfterValidator, BaseModel, Field
from sqlalchemy import Connection

from dragoman.export.plain import one_line
from dragoman.ledger import dispatches, search
from dragoman.ledger.dispatches import Heading
from dragoman.web import links
from dragoman.web.asking import Asked, Lang, Text, reading, shaped
from dragoman.web.shapes import HeadingData
from dragoman.web.showing import show

LIMIT, MOST = 20, 200
AROUND = 90
"""Characters shown on either side of a passage."""

PASSAGES = 3
"""Passages shown of one dispatch."""

LONGEST = 200
"""Characters of a query."""

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


class Wanted(Asked):
    """The words, and what narrows the dispatches that hold all of them."""

    q: str = Field("", max_length=LONGEST, description="Words, all of which a dispatch must hold")
    lang: Lang = None
    year: Annotated[Text, AfterValidator(_year), Field(json_schema_extra=shaped(r"\d{4}"))] = None
    after: Annotated[Text, AfterValidator(_cursor), Field(json_schema_extra=shaped(_CURSOR.pattern))] = None
    limit: int = Field(LIMIT, ge=1, le=MOST)


class Hit(HeadingData):
    """A dispatch with the passages that hold the words, as ``[text, whether it is one of the words]``."""

    passages: list[list[tuple[str, bool]]]


class Results(BaseModel):
    """The dispatches, the latest first; how many there are by language and year; where to go on."""

    total: int
    languages: dict[str, int]
    years: dict[str, int]
    dispatches: list[Hit]
    next: str | None


@dataclass(frozen=True, slots=True)
class _Shown:
    heading: Heading
    passages: list[list[tuple[str, bool]]]
    start: str  # of the text, shown where the words stand in the title alone, or stand for a name of the text


@dataclass(frozen=True, slots=True)
class _Found:
    shown: list[_Shown]
    langs: dict[str, int]
    years: dict[str, int]
    more: str | None

    def total(self, wanted: Wanted) -> int:
        return self.langs.get(wanted.lang, 0) if wanted.lang else sum(self.langs.values())


def _found(connection: Connection, wanted: Wanted) -> _Found:
    place = _CURSOR.fullmatch(wanted.after or "")
    before = (place[1], int(place[2])) if place else None
    ids = search.find(connection, wanted.q, wanted.limit + 1, lang=wanted.lang, year=wanted.year, before=before)
    langs, years = search.facets(connection, wanted.q, lang=wanted.lang, year=wanted.year)
    shown = [_shown(heading, text, wanted.q) for heading, text in dispatches.texts(connection, ids[: wanted.limit])]
    last = shown[-1].heading if len(ids) > wanted.limit else None
    return _Found(shown, langs, years, f"{last.date}.{last.id}" if last else None)


def _shown(heading: Heading, text: str, query: str) -> _Shown:
    return _Shown(heading, passages(text, heading.lang, query), one_line(text, 2 * AROUND))


def passages(text: str, lang: str, query: str) -> list[list[tuple[str, bool]]]:
    """The first passages that hold words of the query, cut where these begin and end."""
    spans = search.spans(text, lang, query)
    return [list(_cut(text, group)) for group in _grouped(spans)][:PASSAGES]


def _grouped(spans: Sequence[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Spans that stand so near that one passage shows both."""
    out: list[list[tuple[int, int]]] = []
    for span in spans:
        if out and span[0] - out[-1][-1][1] < 2 * AROUND:
            out[-1].append(span)
        else:
            out.append([span])
    return out


def _cut(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[str, bool]]:
    first, last = _begin(text, max(spans[0][0] - AROUND, 0)), min(spans[-1][1] + AROUND, len(text))
    at = first
    for start, end in spans:
        yield ("…" if at == first and first else "") + text[at:start], False
        yield text[start:end], True
        at = end
    yield f"{text[at:last].rpartition(' ')[0] or text[at:last]}…" if last < len(text) else text[at:], False


def _begin(text: str, first: int) -> int:
    """The beginning of a word at or shortly after a place."""
    space = text.find(" ", first, first + AROUND // 2) if first else -1
    return space + 1 if space >= 0 else first


@router.get("/search.json", summary="Dispatches that hold words, by language and year")
def data(request: Request, wanted: Annotated[Wanted, Query()]) -> Results:
    with reading(request) as connection:
        found = _found(connection, wanted)
    return Results(
        total=found.total(wanted),
        languages=found.langs,
        years=found.years,
        dispatches=[Hit(**HeadingData.of(one.heading).model_dump(), passages=one.passages) for one in found.shown],
        next=links.asked("/search.json", wanted.model_dump(), after=found.more) if found.more else None,
    )


@router.get("/search", include_in_schema=False)
def page(request: Request, wanted: Annotated[Wanted, Query()]) -> Response:
    with reading(request) as connection:
        found = _found(connection, wanted)
    filters = wanted.model_dump(exclude_defaults=True)
    following = links.asked("/search", filters, after=found.more) if found.more else None
    return show(
        "search.html",
        found=found,
        total=found.total(wanted),
        wanted=wanted,
        filters=filters,
        following=following,
        data=links.asked("/search.json", filters),
    )
