"""The ledger as a whole: who has to do with whom, what came last, what is due."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, and_, func, or_, select

from dragoman.ledger import queries
from dragoman.ledger import tables as t
from dragoman.ledger.spans import TOOK_PLACE, span
from dragoman.ledger.views import Commitment, Event

CONTACTS = ("visit", "meeting", "message", "body")
"""Kinds of event that are contacts; of bodies, their sessions."""


@dataclass(frozen=True, slots=True)
class Contacts:
    """How many contacts two states had, and how many events of any kind."""

    unit: str
    contacts: int
    events: int

    @property
    def codes(self) -> tuple[str, str]:
        one, other = self.unit.split("-")
        return one, other


def contacts(connection: Connection, since: str | None = None, until: str | None = None) -> list[Contacts]:
    """The pairs of states with events in a period, those with most contacts first."""
    e = t.event.c
    contact = and_(e.kind.in_(CONTACTS), or_(e.act.is_(None), e.act == "meet"), e.status.in_(TOOK_PLACE))
    counted = func.count().filter(contact)
    told = func.count()
    statement = select(e.unit, counted, told).select_from(t.event).where(*_within(since, until))
    # which units are pairs is asked once for each, not for each event
    statement = statement.group_by(e.unit).having(queries.OF_TWO)
    rows = connection.execute(statement.order_by(counted.desc(), told.desc(), e.unit)).all()
    return [Contacts(*row) for row in rows]


def latest(connection: Connection, day: str, limit: int) -> list[Event]:
    """What took place last up to an ISO day, the latest first, without parts of visits."""
    e = t.event.c
    # the index on parents would not help: most events have none
    statement = select(e.id).where(func.coalesce(e.parent_id, "") == "", e.status.in_(TOOK_PLACE), e.date.is_not(None))
    statement = statement.where(e.last_day <= span(day).last)
    ids = connection.scalars(statement.order_by(e.last_day.desc(), e.id).limit(limit)).all()
    return queries.in_order(connection, ids)


def due(connection: Connection, since: str, until: str, limit: int, *, latest: bool = False) -> list[Commitment]:
    """Open commitments of all pairs that are due between two ISO days, the earliest first unless ``latest``."""
    c = t.commitment
    last = c.c.due_last
    statement = select(c).where(c.c.state == "open", last >= span(since).first, last <= span(until).last)
    rows = connection.execute(statement.order_by(last.desc() if latest else last, c.c.id).limit(limit)).all()
    events = queries.by_ids(connection, [row.event_id for row in rows])
    return [_commitment(row, events[row.event_id]) for row in rows]


def _within(since: str | None, until: str | None) -> list[Any]:
    e = t.event.c
    after = [e.last_day >= span(since).first] if since else []
    return [*after, e.first_day <= span(until).last] if until else after


def _commitment(row: Any, event: Event) -> Commitment:
    return Commitment(row.id, row.kind, row.state, row.due_first, row.due_last, row.made, event)
