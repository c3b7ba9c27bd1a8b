"""What the columns of each listing are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import Any

from fastapi import Request

from dragoman.export.labels import actor_line
from dragoman.ledger import queries
from dragoman.ledger.overview import Contacts
from dragoman.ledger.queries import Filter
from dragoman.ledger.registers import STAGES
from dragoman.ledger.views import Event, Person
from dragoman.report import naming
from dragoman.report.phrases import plain
from dragoman.web.asking import streaming
from dragoman.web.hits import Hit
from dragoman.web.registers import Commitment, Institution, Paper
from dragoman.web.showing import LANG
from dragoman.web.tables.table import Column, Table

_ROWS = 500
"""Events that are read at a time."""


def _slots(*names: str, width: int = 14) -> list[Column[Any]]:
    """Columns that hold what a row itself has under these names."""
    return [Column(name, attrgetter(name), width) for name in names]


def _days(*names: str) -> list[Column[Any]]:
    return [Column(name, attrgetter(name), 12, days=True) for name in names]


EVENTS: list[Column[Event]] = [
    *_slots("id", "kind", "type", "act", "status"),
    *_days("date", "end_date"),
    *_slots("place", width=18),
    *_slots("name", width=40),
    Column("actors", lambda event: "; ".join(f"{a.role}: {actor_line(a)}" for a in event.actors), 60),
    Column("topics", lambda event: "; ".join(event.topics), 24),
    *_slots("sources", width=9),
    Column("part_of", lambda event: event.parent),
]

COMMITMENTS: list[Column[Commitment]] = [
    Column("id", lambda row: row.promise.commitment.id),
    Column("state", lambda row: row.promise.state, 11),
    Column("kind", lambda row: row.promise.commitment.kind),
    Column("what", lambda row: plain(row.what), 70),
    Column("made", lambda row: row.promise.made, 12, days=True),
    Column("due", lambda row: row.promise.due, 12, days=True),
    Column("end", lambda row: row.promise.end.step if row.promise.end else None, 11),
    Column("end_date", lambda row: row.promise.end.date if row.promise.end else None, 12, days=True),
    Column("event", lambda row: row.promise.commitment.event.id),
]


def _reached(stage: str) -> Column[Paper]:
    """The day by which a document came to a stage."""
    return Column(
        stage, lambda row: next((step.date for step in row.document.steps if step.step == stage), None), 12, days=True
    )


DOCUMENTS: list[Column[Paper]] = [
    Column("id", lambda row: row.document.id),
    Column("type", lambda row: row.document.type, 22),
    Column("name", lambda row: plain(row.name), 70),
    Column("stage", lambda row: row.document.stage),
    *map(_reached, STAGES),
    Column("names", lambda row: _names(row.document.names), 60),
]

BODIES: list[Column[Institution]] = [
    Column("id", lambda row: row.body.id),
    Column("type", lambda row: row.body.type, 22),
    Column("name", lambda row: plain(row.name), 50),
    Column("sessions", lambda row: row.body.sessions, 9),
    Column("last", lambda row: row.body.last, 12, days=True),
    Column("names", lambda row: _names(row.body.names), 60),
]

PERSONS: list[Column[Person]] = [
    *_slots("id", width=20),
    *_slots("name", width=28),
    *_slots("state", width=7),
    Column("offices", lambda one: "; ".join(f"{h.office} ({h.first} to {h.last})" for h in one.offices), 50),
    *_days("first", "last"),
    *_slots("dispatches", width=11),
    Column("names", lambda one: "; ".join(one.names), 60),
]

PAIRS: list[Column[Contacts]] = [
    Column("pair", lambda row: row.unit),
    Column("one", lambda row: naming.state(row.codes[0], LANG), 24),
    Column("other", lambda row: naming.state(row.codes[1], LANG), 24),
    *_slots("contacts", "events", width=9),
]

DISPATCHES: list[Column[Hit]] = [
    Column("id", lambda hit: hit.heading.id, 9),
    Column("date", lambda hit: hit.heading.date, 12, days=True),
    Column("lang", lambda hit: hit.heading.lang, 6),
    Column("agency", lambda hit: hit.heading.agency, 20),
    Column("source", lambda hit: hit.heading.source, 24),
    Column("title", lambda hit: hit.heading.title, 60),
    Column("passages", lambda hit: " / ".join("".join(text for text, _ in told) for told in hit.passages), 60),
    Column("events", lambda hit: "; ".join(plain(entry.what) for entry in hit.events), 60),
    Column("more_events", lambda hit: hit.more, 12),
    Column("url", lambda hit: hit.heading.url, 40),
]


def events(request: Request, wanted: Filter, name: str) -> Table[Event]:
    """The events that a filter lets through, read some at a time as they are written."""
    return Table(name, "Events", EVENTS, _read(request, wanted))


def _read(request: Request, wanted: Filter) -> Iterator[Event]:
    with streaming(request) as connection:
        at = 0
        while found := queries.events(connection, wanted, _ROWS, at):
            yield from found
            at += len(found)


def _names(by_lang: dict[str, Any]) -> str:
    """What it is called in each language."""
    told: Iterable[tuple[str, Any]] = by_lang.items()
    return "; ".join(f"{lang}: {' / '.join(names)}" for lang, names in told)
