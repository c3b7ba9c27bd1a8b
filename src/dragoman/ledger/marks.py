"""What charts and maps draw: narrow rows of many events at once, without their actors and accounts."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from dragoman.ledger import tables as t
from dragoman.ledger.queries import Filter, narrow


@dataclass(frozen=True, slots=True)
class Mark:
    """An event as a chart draws it. Days are proleptic ordinals, dates ISO as fine as told."""

    id: str
    kind: str
    type: str
    act: str | None
    status: str
    date: str | None
    end_date: str | None
    place: str | None
    first_day: int
    last_day: int
    sources: int


@dataclass(frozen=True, slots=True)
class Due:
    """What is still to be done, by the event that it is about and the days within which it is due."""

    event: str
    kind: str
    type: str
    due_first: int
    due_last: int


_COLUMNS = tuple(t.event.c[name] for name in Mark.__dataclass_fields__)


def marks(connection: Connection, wanted: Filter, limit: int | None = None) -> tuple[list[Mark], int]:
    """The events that a filter lets through, the ``limit`` most told in order of time; and how many there are."""
    e = t.event.c
    statement = narrow(wanted, *_COLUMNS, func.count().over())
    rows = connection.execute(statement.order_by(e.sources.desc(), e.first_day, e.id).limit(limit)).all()
    found = sorted((Mark(*row[:-1]) for row in rows), key=lambda mark: (mark.first_day, mark.id))
    return found, rows[0][-1] if rows else 0


def topics(connection: Connection, wanted: Filter) -> list[tuple[str, int]]:
    """The topics of these events, each with the event's first day."""
    told = t.event_topic.alias("told")  # the filter may ask for a topic of its own
    statement = narrow(wanted, told.c.topic, t.event.c.first_day).join(told, told.c.event_id == t.event.c.id)
    return [(row.topic, row.first_day) for row in connection.execute(statement)]


def due(connection: Connection, wanted: Filter) -> list[Due]:
    """What these events announce and nobody has told to be done or cancelled, where it is told by when."""
    c, e = t.commitment.c, t.event.c
    statement = narrow(wanted, e.id, e.kind, e.type, c.due_first, c.due_last).join(t.commitment, c.event_id == e.id)
    statement = statement.where(c.state == "open", c.due_last.is_not(None))
    return [Due(*row) for row in connection.execute(statement.order_by(c.due_last, c.id))]


def states(connection: Connection, events: Collection[str]) -> set[str]:
    """The states that take part in any of these events."""
    a = t.event_actor.c
    named = select(a.state).distinct().where(a.event_id.in_(events), a.state.is_not(None))
    return set(connection.scalars(named))
