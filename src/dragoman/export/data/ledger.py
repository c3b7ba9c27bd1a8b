"""The events of a ledger as they are exported: read some at a time, in order of time, from one consistent view."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby, starmap
from operator import itemgetter
from typing import Any

from sqlalchemy import BindParameter, Connection, Select, Table, bindparam, literal, select, tuple_

from dragoman.export.data.told import Telling, Told
from dragoman.ledger import appointments, queries
from dragoman.ledger import tables as t
from dragoman.ledger.queries import Filter
from dragoman.ledger.views import Event
from dragoman.model import Actor, Evidence, Record

CHUNK = 500
"""Events that are read at a time: databases take only so many values at once."""

_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_RECORD, _DISPATCH = t.record.c, t.dispatch.c
# columns are taken by their place: by name each costs as much as the reading
_RECORDS = (
    select(
        t.event_record.c.event_id,
        _RECORD.id,
        t.event_record.c.why,
        *(_DISPATCH[name] for name in ("source_id", "lang", "date", "agency", "title", "url", "rights")),
        *(_RECORD[name] for name in ("kind", "status", "type", "act", "date", "end_date", "place", "name")),
    )
    .join(t.record, _RECORD.id == t.event_record.c.record_id)
    .join(t.dispatch, _DISPATCH.id == _RECORD.dispatch_id)
    .where(t.event_record.c.event_id.in_(_IDS))
    .order_by(_DISPATCH.date, _DISPATCH.id, _RECORD.n)
)


def _of_records(table: Table, *names: str) -> Select[Any]:
    """What a table holds of each record, in order."""
    columns = [table.c[name] for name in ("record_id", *names)]
    return select(*columns).where(table.c.record_id.in_(_IDS)).order_by(table.c.record_id, table.c.n)


_ACTORS = _of_records(t.actor, "role", "name", "office", "state", "key")
_TOPICS = _of_records(t.topic, "topic")
_EVIDENCE = _of_records(t.evidence, "start", "end", "quote")


def told(connection: Connection, wanted: Filter, *, whole: bool = True) -> Iterator[Told]:
    """The events that a filter lets through, with their tellings.

    Those who write events alone do with less than the ``whole``, and have it in half the time: the records have neither
    actors nor topics then, only the first of an event has its words, and parts and appointments are left out.
    """
    e = t.event.c
    chosen = queries.narrow(wanted, t.event).order_by(e.first_day, e.id).limit(CHUNK)
    statement = chosen
    while found := queries.of_rows(connection, statement):
        tellings = _tellings(connection, [event.id for event in found], whole)
        if whole:
            parts = _parts(connection, [event.id for event in found if event.kind == "visit"])
            given = appointments.given(connection, {event.id: event for event in found})
            for event in found:
                yield Told(event, tuple(tellings[event.id]), tuple(parts[event.id]), given.get(event.id))
        else:
            yield from (Told(event, tuple(tellings[event.id])) for event in found)
        last = found[-1]
        statement = chosen.where(tuple_(e.first_day, e.id) > tuple_(literal(last.first_day), literal(last.id)))


def _parts(connection: Connection, visits: Sequence[str]) -> dict[str, list[Event]]:
    e = t.event.c
    out: dict[str, list[Event]] = defaultdict(list)
    if visits:
        within = select(t.event).where(e.parent_id.in_(visits)).order_by(e.first_day, e.id)
        for event in queries.of_rows(connection, within):
            out[event.parent or ""].append(event)
    return out


def _tellings(connection: Connection, events: Sequence[str], whole: bool) -> dict[str, list[Telling]]:
    rows = connection.execute(_RECORDS, {"ids": events}).all()
    every = [row[1] for row in rows] if whole else []
    quoted = every or list({row[0]: row[1] for row in reversed(rows)}.values())
    actors = {key: tuple(starmap(Actor, rest)) for key, rest in _grouped(connection, _ACTORS, every)}
    topics = {key: tuple(topic for (topic,) in rest) for key, rest in _grouped(connection, _TOPICS, every)}
    evidence = {key: tuple(starmap(Evidence, rest)) for key, rest in _grouped(connection, _EVIDENCE, quoted)}
    out: dict[str, list[Telling]] = defaultdict(list)
    for event, identity, why, dispatch, lang, sent, agency, title, url, rights, kind, status, *slots in rows:
        its_actors, its_evidence = actors.get(identity, ()), evidence.get(identity, ())
        type, act, date, end_date, place, name = slots
        its_topics = topics.get(identity, ())
        record = Record(kind, status, its_actors, its_evidence, type, act, date, end_date, place, its_topics, name)
        out[event].append(Telling(identity, record, dispatch, lang, sent, agency, title, url, why, rights))
    return out


def _grouped(
    connection: Connection, statement: Select[Any], ids: Sequence[str]
) -> Iterator[tuple[str, list[Sequence[Any]]]]:
    """What a statement selects of each record, without the record's id."""
    for chunk in queries.chunks(ids):
        for key, rows in groupby(connection.execute(statement, {"ids": chunk}).all(), itemgetter(0)):
            yield key, [row[1:] for row in rows]
