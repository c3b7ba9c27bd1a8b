"""What the calendar of two states holds (`ledger.calendar`), as it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Row, select

from dragoman.ledger import queries
from dragoman.ledger.calendar import days, is_appointment
from dragoman.ledger.queries import Filter
from dragoman.ledger.spans import iso, span
from dragoman.ledger.tables import calendar
from dragoman.ledger.views import Appointment, Event

KINDS = ("visit", "meeting", "body")
"""Kinds of event that stand in calendars; of bodies, their sessions."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """Appointments in order of days, and how many events are left out since their day is not known."""

    appointments: tuple[Appointment, ...]
    undated: int


def appointments(connection: Connection, wanted: Filter) -> Calendar:
    """The calendar of a pair, as far as a filter lets it through."""
    kinds = [kind for kind in KINDS if kind in (wanted.kinds or KINDS)]
    found = queries.events(connection, replace(wanted, kinds=kinds)) if kinds else []
    events = {event.id: event for event in found if is_appointment(event.kind, event.act)}
    dated = {name: event for name, event in events.items() if days(event.date, event.end_date)}
    out = list(given(connection, dated).values())
    out += [_appointment(row, None) for row in _called_off(connection, wanted, kinds)]
    return Calendar(tuple(sorted(out, key=lambda one: (one.first, one.last, one.uid))), len(events) - len(dated))


def given(connection: Connection, events: Mapping[str, Event]) -> dict[str, Appointment]:
    """The appointments that events were given out as, by the ids of these; not all have one."""
    rows = [row for part in queries.chunks(list(events)) for row in _of_events(connection, part)]
    return {row.event_id: _appointment(row, events[row.event_id]) for row in rows}


def _of_events(connection: Connection, ids: Any) -> list[Row[Any]]:
    return list(connection.execute(select(calendar).where(calendar.c.event_id.in_(ids))))


def _called_off(connection: Connection, wanted: Filter, kinds: list[str]) -> list[Row[Any]]:
    """What no longer is told: of a pair alone, and only where nothing is asked that nobody knows of it any more."""
    if wanted.pair is None or wanted.topic or wanted.person or wanted.lang:
        return []
    c = calendar.c
    statement = select(calendar).where(c.unit == wanted.pair.unit, c.event_id.is_(None), c.kind.in_(kinds))
    if wanted.since:
        statement = statement.where(c.last >= iso(span(wanted.since).first))
    if wanted.until:
        statement = statement.where(c.first <= iso(span(wanted.until).last))
    return list(connection.execute(statement))


def _appointment(row: Row[Any], event: Event | None) -> Appointment:
    return Appointment(row.uid, row.sequence, row.kind, row.first, row.last, row.place, row.status, row.sent, event)
