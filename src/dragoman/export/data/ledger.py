"""The events of a ledger as they are exported: read some at a time, in order of time, from one consistent view."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import BindParameter, Connection, Row, bindparam, literal, select, tuple_

from dragoman.export.data.told import Telling, Told
from dragoman.ledger import queries
from dragoman.ledger import tables as t
from dragoman.ledger.queries import Filter
from dragoman.model import Actor, Evidence, Record

CHUNK = 500
"""Events that are read at a time: databases take only so many values at once."""

_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_RECORDS = (
    select(
        t.event_record.c.event_id,
        t.event_record.c.why,
        t.record,
        t.dispatch.c.source_id,
        t.dispatch.c.agency,
        t.dispatch.c.lang,
        t.dispatch.c.date.label("sent"),
        t.dispatch.c.title,
        t.dispatch.c.url,
    )
    .join(t.record, t.record.c.id == t.event_record.c.record_id)
    .join(t.dispatch, t.dispatch.c.id == t.record.c.dispatch_id)
    .where(t.event_record.c.event_id.in_(_IDS))
    .order_by(t.dispatch.c.date, t.dispatch.c.id, t.record.c.n)
)
_ACTORS, _TOPICS, _EVIDENCE = (
    select(table).where(table.c.record_id.in_(_IDS)).order_by(table.c.record_id, table.c.n)
    for table in (t.actor, t.topic, t.evidence)
)


def told(connection: Connection, wanted: Filter) -> Iterator[Told]:
    """The events that a filter lets through, with their tellings."""
    e = t.event.c
    chosen = queries.narrow(wanted, t.event).order_by(e.first_day, e.id).limit(CHUNK)
    statement = chosen
    while found := queries.of_rows(connection, statement):
        tellings = _tellings(connection, [event.id for event in found])
        yield from (Told(event, tuple(tellings[event.id])) for event in found)
        last = found[-1]
        statement = chosen.where(tuple_(e.first_day, e.id) > tuple_(literal(last.first_day), literal(last.id)))


def _tellings(connection: Connection, events: Sequence[str]) -> dict[str, list[Telling]]:
    rows = connection.execute(_RECORDS, {"ids": events}).all()
    ids = [row.id for row in rows]
    actors: dict[str, list[Actor]] = defaultdict(list)
    topics: dict[str, list[str]] = defaultdict(list)
    evidence: dict[str, list[Evidence]] = defaultdict(list)
    for chunk in queries.chunks(ids):
        for row in connection.execute(_ACTORS, {"ids": chunk}):
            actors[row.record_id].append(Actor(row.role, row.name, row.office, row.state, row.key))
        for row in connection.execute(_TOPICS, {"ids": chunk}):
            topics[row.record_id].append(row.topic)
        for row in connection.execute(_EVIDENCE, {"ids": chunk}):
            evidence[row.record_id].append(Evidence(row.start, row.end, row.quote))
    out: dict[str, list[Telling]] = defaultdict(list)
    for row in rows:
        record = Record(
            actors=tuple(actors[row.id]), evidence=tuple(evidence[row.id]), topics=tuple(topics[row.id]), **t.slots(row)
        )
        out[row.event_id].append(_telling(row, record))
    return out


def _telling(row: Row[Any], record: Record) -> Telling:
    return Telling(
        id=row.id,
        record=record,
        dispatch=row.source_id,
        lang=row.lang,
        sent=row.sent,
        agency=row.agency,
        title=row.title,
        url=row.url,
        why=row.why,
    )
