"""What charts and maps draw: narrow rows of many events at once, without their actors and accounts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select

from dragoman.ledger import tables as t
from dragoman.ledger.queries import Filter, conditions


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
    statement = select(*_COLUMNS).where(*conditions(wanted))
    rows = connection.execute(statement.order_by(e.sources.desc(), e.first_day, e.id).limit(limit)).all()
    total = _counted(connection, wanted) if len(rows) == limit else len(rows)
    return sorted((Mark(*row) for row in rows), key=lambda mark: (mark.first_day, mark.id)), total


def topics(connection: Connection, wanted: Filter) -> list[tuple[str, int]]:
    """The topics of these events, each with the event's first day."""
    e, p = t.event.c, t.event_topic.c
    statement = select(p.topic, e.first_day).join(t.event, p.event_id == e.id).where(*conditions(wanted))
    return [(row.topic, row.first_day) for row in connection.execute(statement)]


def due(connection: Connection, wanted: Filter) -> list[Due]:
    """What these events announce and nobody has told to be done or cancelled, where it is told by when."""
    c, e = t.commitment.c, t.event.c
    statement = select(e.id, e.kind, e.type, c.due_first, c.due_last).join(t.event, c.event_id == e.id)
    statement = statement.where(c.state == "open", c.due_last.is_not(None), *conditions(wanted))
    return [Due(*row) for row in connection.execute(statement.order_by(c.due_last, c.id))]


def states(connection: Connection, events: list[str]) -> dict[str, set[str]]:
    """The states that take part in events."""
    a = t.event_actor.c
    out: dict[str, set[str]] = {}
    statement: Any = select(a.event_id, a.state).where(a.event_id.in_(events), a.state.is_not(None))
    for row in connection.execute(statement):
        out.setdefault(row.event_id, set()).add(row.state)
    return out


def _counted(connection: Connection, wanted: Filter) -> int:
    return connection.execute(select(func.count()).select_from(t.event).where(*conditions(wanted))).scalar_one()
