"""The columns of the tables that data sets are made of, each with its meaning: files and data dictionary agree."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, Generic, NamedTuple, TypeVar

from dragoman.export.data.told import Telling, Told, sides
from dragoman.export.labels import actor_line
from dragoman.export.plain import one_line
from dragoman.model import Actor

R = TypeVar("R")

TEXT, INTEGER, NUMBER, LIST, INTEGERS = "text", "integer", "number", "list of text", "list of integers"
"""Types of columns. Days are text, for they are as fine as told: ``2023``, ``2023-04``, ``2023-04-10``."""

Value = str | int | float | tuple[str, ...] | tuple[int, ...] | None


@dataclass(frozen=True, slots=True)
class Field:
    """What a data set has under a name: its type, and what it means."""

    name: str
    type: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Column(Field, Generic[R]):
    """A column of rows of a kind."""

    value: Callable[[R], Value]


@dataclass(frozen=True, slots=True)
class Table(Generic[R]):
    """A table: what a row of it is, its columns, and the rows that an event gives."""

    name: str
    row: str
    columns: Sequence[Column[R]]
    rows: Callable[[Told], Iterable[R]]

    def cells(self, told: Told) -> Iterator[list[Value]]:
        """The rows of an event, cell by cell."""
        for row in self.rows(told):
            yield [column.value(row) for column in self.columns]


class OneTelling(NamedTuple):
    """A row of the records: what one dispatch tells of an event."""

    told: Told
    telling: Telling


class OneActor(NamedTuple):
    """A row of the actors: the event or record that it takes part in, its place in the order of these, its sides."""

    told: Told
    telling: Telling | None
    number: int
    actor: Actor


def _slot(name: str, meaning: str, path: str = "", type: str = TEXT) -> Column[Any]:
    """A column that holds what a row itself has under a dotted name."""
    return Column(name, type, meaning, attrgetter(path or name))


def _of_plover(path: str) -> list[Column[Any]]:
    """What it is in PLOVER and CAMEO, by the way from a row to that."""
    found = attrgetter(path)

    def value(name: str) -> Callable[[Any], Value]:
        take = attrgetter(name)
        return lambda row: None if found(row) is None else take(found(row))

    return [
        Column(
            "plover_type", TEXT, "PLOVER event type; none where PLOVER has none, as for plain statements", value("type")
        ),
        Column("plover_mode", TEXT, "PLOVER mode, where the type has one and the record tells it", value("mode")),
        Column("plover_contexts", LIST, "PLOVER contexts, from the topics", value("contexts")),
        Column(
            "quad",
            INTEGER,
            "quad class: 1 verbal, 2 material co-operation; 3 verbal, 4 material conflict",
            value("quad"),
        ),
        Column("score", NUMBER, "PLOVER's scale, from -10 (conflict) to +10 (co-operation)", value("score")),
        Column("cameo", TEXT, "CAMEO code", value("cameo")),
        Column("cameo_root", TEXT, "CAMEO root: the first two digits of the code", value("cameo_root")),
    ]


def _record_slots(path: str) -> list[Column[Any]]:
    """The codebook's slots, by the way from a row to what has them."""
    return [
        _slot("kind", "kind of record, of the codebook", f"{path}kind"),
        _slot("type", "type within the kind", f"{path}type"),
        _slot("act", "what is done to a document, body or envoy", f"{path}act"),
        _slot("status", "planned, done, ongoing, cancelled or proposed", f"{path}status"),
        _slot("date", "when, as fine as told; none where no day is told", f"{path}date"),
        _slot("end_date", "the last day, where it is told", f"{path}end_date"),
        _slot("place", "English name of the place", f"{path}place"),
        _slot(
            "name", "name of the document, body, meeting or exchange, in the language of the dispatch", f"{path}name"
        ),
        _slot("topics", "topics, of the codebook", f"{path}topics", LIST),
    ]


def _each(values: Iterable[str | None]) -> tuple[str, ...]:
    """Each value once, in order."""
    return tuple(dict.fromkeys(value for value in values if value))


EVENTS: Table[Told] = Table(
    "events",
    "an event, with the values that its tellings come to",
    [
        _slot("id", "id of the event", "event.id"),
        _slot("pair", "the two states, by code; `many:YEAR` for more than two", "event.unit"),
        *_record_slots("event."),
        _slot(
            "first_day", "first day on which it can have taken place; that of the dispatch where none is told", "first"
        ),
        _slot("last_day", "last day on which it can have taken place", "last"),
        _slot("precision", "how fine its date is told: day, month, year; sent where the dispatch's day stands in"),
        Column(
            "latitude", NUMBER, "latitude of the place, degrees north (GeoNames)", lambda one: one.spot and one.spot[0]
        ),
        Column("longitude", NUMBER, "longitude, degrees east", lambda one: one.spot and one.spot[1]),
        _slot(
            "states",
            "states and organisations that take part: ISO 3166-1 alpha-3, codes of the codebook",
            "event.states",
            LIST,
        ),
        Column(
            "actors",
            LIST,
            "who takes part: `role: Name (office, STATE)`",
            lambda one: tuple(f"{a.role}: {actor_line(a)}" for a in one.event.actors),
        ),
        *_of_plover("plover"),
        _slot("part_of", "id of the visit that it is a part of", "event.parent"),
        _slot("sources", "number of dispatches that tell it", "event.sources", INTEGER),
        Column("langs", LIST, "their languages", lambda one: tuple(sorted({told.lang for told in one.tellings}))),
        Column("agencies", LIST, "their agencies", lambda one: _each(told.agency for told in one.tellings)),
        _slot("sent", "day of the first dispatch that tells it"),
        Column("quote", TEXT, "the words that carry it in that dispatch", lambda one: one.tellings[0].quote),
        Column("url", TEXT, "where that dispatch stands", lambda one: one.tellings[0].url),
        Column(
            "records",
            LIST,
            "ids of the records that were joined to it",
            lambda one: tuple(told.id for told in one.tellings),
        ),
    ],
    lambda told: (told,),
)

RECORDS: Table[OneTelling] = Table(
    "records",
    "a record: what one dispatch tells of an event, in its own words",
    [
        _slot("id", "id of the record", "telling.id"),
        _slot("event", "id of the event that it was joined to", "told.event.id"),
        *_record_slots("telling.record."),
        *_of_plover("telling.plover"),
        _slot("why", "why it was joined", "telling.why"),
        _slot("dispatch", "id of the dispatch, as its source gives it", "telling.dispatch"),
        _slot("lang", "language of the dispatch", "telling.lang"),
        _slot("agency", "agency of the dispatch", "telling.agency"),
        _slot("sent", "day of the dispatch", "telling.sent"),
        Column("title", TEXT, "title of the dispatch", lambda row: one_line(row.telling.title or "") or None),
        _slot("url", "where the dispatch stands", "telling.url"),
        _slot("rights", "what its source says of rights", "telling.rights"),
        Column(
            "quotes", LIST, "the words that carry it", lambda row: tuple(e.quote for e in row.telling.record.evidence)
        ),
        Column(
            "starts",
            INTEGERS,
            "where each begins in the dispatch's text, in code points",
            lambda row: tuple(e.start for e in row.telling.record.evidence),
        ),
        Column("ends", INTEGERS, "where each ends", lambda row: tuple(e.end for e in row.telling.record.evidence)),
    ],
    lambda told: [OneTelling(told, telling) for telling in told.tellings],
)


def _side(row: OneActor) -> str | None:
    """On which of PLOVER's sides an actor of an event stands."""
    return next((name for name, actors in sides(row.told).items() if row.actor in actors), None)


def _actors(told: Told) -> Iterator[OneActor]:
    """The actors of an event, then those of each record of it."""
    for number, actor in enumerate(told.event.actors):
        yield OneActor(told, None, number, actor)
    for telling in told.tellings:
        for number, actor in enumerate(telling.record.actors):
            yield OneActor(told, telling, number, actor)


ACTORS: Table[OneActor] = Table(
    "actors",
    "an actor of an event, or of one of the records that tell it",
    [
        _slot("event", "id of the event", "told.event.id"),
        Column(
            "record",
            TEXT,
            "id of the record; none for the event's own actors",
            lambda row: row.telling.id if row.telling else None,
        ),
        _slot("n", "place in the order of actors, from 0", "number", INTEGER),
        _slot("role", "role, of the codebook", "actor.role"),
        Column("side", TEXT, "PLOVER's side: actor or recipient; none where PLOVER has no type for it", _side),
        _slot("name", "name as the dispatch writes it, in its base form", "actor.name"),
        _slot("office", "office, of the codebook", "actor.office"),
        _slot("state", "state or organisation: ISO 3166-1 alpha-3, or a code of the codebook", "actor.state"),
        _slot("key", "one for a person, however languages write the name", "actor.key"),
    ],
    _actors,
)

TABLES: dict[str, Table[Any]] = {table.name: table for table in (EVENTS, RECORDS, ACTORS)}
"""The tables that CSV, Parquet and SQLite hold."""
