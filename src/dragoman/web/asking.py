"""What may be asked for in an address: filters and places in a listing, checked, each refusal in one sentence."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import partial
from math import ceil
from typing import Annotated, Any, Generic, NamedTuple, TypeVar

from fastapi import Path, Request
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from sqlalchemy import Connection

from dragoman.codebook import codebook
from dragoman.coder import languages
from dragoman.intake.fields import half_character
from dragoman.ledger import Ledger, judgements, pairs
from dragoman.ledger.errors import NotFound
from dragoman.ledger.pairs import Pair
from dragoman.ledger.spans import span

T = TypeVar("T")

LIMIT, MOST = 50, 1000
"""Rows of one answer: if nobody says, and at most."""

LONGEST = 200
"""Characters of a place's name."""

_EARLIEST, _LATEST = 1000, 9999
_CURSOR = re.compile(r"(\d{4}-\d\d-\d\d)\.(\w+)", re.ASCII)


def today() -> str:
    """The ISO day that it is."""
    return date.today().isoformat()


@contextmanager
def reading(request: Request) -> Iterator[Connection]:
    """A consistent view of the ledger that is served, for one answer among the few that are made at a time.

    Readers derive nothing: what another process is entering shows once that has joined it, and nobody waits for it.
    """
    with request.app.state.turns, streaming(request) as connection:
        yield connection


@contextmanager
def streaming(request: Request) -> Iterator[Connection]:
    """The same for an answer that is sent as it is read: however slowly somebody takes it, nobody waits for that."""
    ledger: Ledger = request.app.state.ledger
    with ledger.database.reading() as connection:
        yield connection


def pair(name: str) -> Pair:
    """The pair that an address names as ``AZE-KAZ``."""
    one, dash, other = name.partition("-")
    if not dash or not one or not other or len(name) > 100:
        raise NotFound(f"no pair {name[:40]!r}: write two codes such as AZE-KAZ")
    if one.casefold() == other.casefold():
        raise NotFound(f"{name[:40]!r} is one state twice: write two codes such as AZE-KAZ")
    return pairs.pair(one, other)


def _blank(value: object) -> object:
    """An empty field of a form asks for nothing."""
    return None if value == "" else value


def _partial(value: str | None) -> str | None:
    if value is None:
        return None
    try:
        if not re.fullmatch(r"\d{4}(-\d\d){0,2}", value, re.ASCII) or not _EARLIEST <= int(value[:4]) <= _LATEST:
            raise ValueError
        span(value)
    except ValueError:
        raise ValueError(f"no such date {value[:40]!r}: write it as 2023-04-10, 2023-04 or 2023") from None
    return value


def _day(value: str | None) -> str | None:
    if _partial(value) is not None and len(value or "") != 10:
        raise ValueError(f"{value!r} is no day: write it as 2023-04-10")
    return value


def _known(codes: Collection[str], what: str, value: str | None) -> str | None:
    if value is not None and value not in codes:
        raise ValueError(f"no {what} {value[:40]!r}: give one of {' '.join(codes)}")
    return value


def _pair_name(value: str | None) -> str | None:
    try:
        return pair(value).unit if value is not None else None
    except NotFound as error:
        raise ValueError(str(error)) from None


def _place(value: str | None) -> str | None:
    if value is not None and len(value) > LONGEST:
        raise ValueError(f"no place has a name of {len(value)} characters: give at most {LONGEST}")
    return value


def _cursor(value: str | None) -> str | None:
    found = _CURSOR.fullmatch(value or "")
    if value is not None and (found is None or _partial(found[1]) is None):
        raise ValueError(f"no place {value[:40]!r} in this list: take the one that “next” gave")
    return value


def _storable(value: str) -> str:
    """Text that every database can hold."""
    if "\0" in value or half_character(value):
        raise ValueError("holds a character that no text has: leave it out")
    return value


Words = Annotated[str, AfterValidator(_storable)]
"""What somebody wrote, to be kept."""

Short = Annotated[Words, Field(max_length=judgements.LONGEST)]
"""The same, no longer than a judgement keeps."""

_DATE = r"[1-9]\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"
_FULL = r"[1-9]\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"


def shaped(pattern: str) -> dict[str, Any]:
    """How the description tells what is checked here, where it is said in words; an empty field asks for nothing."""
    return {"pattern": f"^({pattern})?$"}


Name = Annotated[str, Path(description="Two states, by code", examples=["AZE-KAZ"])]
Text = Annotated[str | None, BeforeValidator(_blank)]
Partial = Annotated[
    Text,
    AfterValidator(_partial),
    Field(
        description="A day, month or year: 2023-04-10, 2023-04, 2023",
        examples=["2023"],
        json_schema_extra=shaped(_DATE),
    ),
]
Day = Annotated[
    Text,
    AfterValidator(_day),
    Field(description="A day; else today", examples=["2023-04-10"], json_schema_extra=shaped(_FULL)),
]
After = Annotated[
    Text,
    AfterValidator(_cursor),
    Field(
        description="Where to go on: what “next” of an answer gave",
        json_schema_extra=shaped(rf"{_FULL}\.[0-9A-Za-z_]+"),
    ),
]
Limit = Annotated[int, Field(ge=1, le=MOST, description="How many at most")]
PersonId = Annotated[Text, Field(description="Only with this person, by id")]
Place = Annotated[
    Text,
    AfterValidator(_place),
    Field(description="Only at this place, by its English name", examples=["Astana"]),
]

PairName = Annotated[
    Text, AfterValidator(_pair_name), Field(description="Only between these two states, by code", examples=["AZE-KAZ"])
]


def _one_of(codes: Collection[str], what: str) -> AfterValidator:
    return AfterValidator(partial(_known, codes, what))


def _told(codes: Collection[str], what: str) -> Any:
    return Field(
        description=f"Only this {what}: {' '.join(codes)}",
        examples=[next(iter(codes))],
        json_schema_extra={"enum": ["", *codes, None]},
    )


Kind = Annotated[Text, _one_of(codebook().kinds, "kind"), _told(codebook().kinds, "kind")]
Topic = Annotated[Text, _one_of(codebook().topics, "topic"), _told(codebook().topics, "topic")]
Lang = Annotated[Text, _one_of(languages(), "language"), _told(languages(), "language")]


Number = Annotated[int, Path(ge=1, le=2**31 - 1)]
"""What a dispatch or judgement is known by in this ledger."""

Leaf = Annotated[int, Field(ge=1, description="Which page of a long list")]


class Asked(BaseModel):
    """Filters; one that is not known is refused, for it would be mistaken for having worked."""

    model_config = ConfigDict(extra="forbid")


class Period(Asked):
    """A period."""

    since: Partial = None
    until: Partial = None

    @model_validator(mode="after")
    def _in_order(self) -> Period:
        if self.since and self.until and span(self.since).first > span(self.until).last:
            raise ValueError(f"{self.since} is later than {self.until}: turn the two around")
        return self


class Leaves(Asked):
    """Which page of a long list."""

    page: Leaf = 1


class Cut(NamedTuple, Generic[T]):
    """What one page of a long list shows, of how many rows and pages."""

    shown: Sequence[T]
    total: int
    page: int
    pages: int


def cut(rows: Sequence[T], page: int, size: int) -> Cut[T]:
    """The rows of a page; raises `NotFound` for one that does not exist."""
    pages = max(ceil(len(rows) / size), 1)
    if page > pages:
        raise NotFound(f"there is no page {page} of this list: the last is {pages}")
    return Cut(rows[(page - 1) * size : page * size], len(rows), page, pages)


def place(after: str | None) -> tuple[int, str] | None:
    """The first day and id that ``after`` names."""
    found = _CURSOR.fullmatch(after or "")
    return (span(found[1]).first, found[2]) if found else None
