"""Claims out of the database: the records of a unit with their sources and whatever people judged of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, or_, select

from dragoman.ledger import judgements, tables
from dragoman.ledger.claims import Claim, Source
from dragoman.ledger.rulings import Rulings, rulings
from dragoman.model import Actor, Evidence, Record
from dragoman.resolve.keys import with_keys


def unit(connection: Connection, name: str, moved: Mapping[str, str]) -> tuple[list[Claim], Rulings]:
    """The claims of a unit that count, corrected as people judged, and the rulings on them; ``moved`` is what `moved`
    answers."""
    r, d = tables.record, tables.dispatch
    here = [record for record, to in moved.items() if to == name]
    away = [record for record, to in moved.items() if to != name]
    wanted = select(r.c.id).join(d).where(d.c.state == tables.CURRENT)
    found = claims(connection, wanted.where(or_(and_(r.c.unit == name, r.c.id.not_in(away)), r.c.id.in_(here))))
    judged = judgements.of_claims(connection, found)
    kept = [
        Claim.of(claim.id, _corrected(claim, judged.corrections[claim.id]), claim.source)
        if claim.id in judged.corrections
        else claim
        for claim in found
        if claim.id not in judged.wrong
    ]
    return kept, rulings(judged.same, judged.different)


def _corrected(claim: Claim, slots: Mapping[str, Any]) -> Record:
    """The record with other slots; persons whom somebody named have keys like all others."""
    record = replace(claim.record, **slots)
    return with_keys(record, claim.source.lang or "en") if "actors" in slots else record


def moved(connection: Connection) -> dict[str, str]:
    """Records judged the same as one of another unit, and the unit into which they are therefore joined."""
    r = tables.record
    dispatches = judgements.of_the_same(connection)
    if not dispatches:
        return {}
    judged = judgements.of_claims(connection, claims(connection, select(r.c.id).where(r.c.dispatch_id.in_(dispatches))))
    groups = rulings(judged.same, ()).groups
    units = {row.id: row.unit for row in connection.execute(select(r.c.id, r.c.unit).where(r.c.id.in_(sorted(groups))))}
    into = {name: min(units[record] for record, group in groups.items() if group == name) for name in groups.values()}
    return {record: into[name] for record, name in groups.items() if units[record] != into[name]}


def claims(connection: Connection, wanted: Select[Any]) -> list[Claim]:
    """The claims with the ids that ``wanted`` selects, in the order of entry."""
    r, d = tables.record, tables.dispatch
    rows = connection.execute(
        select(r, d.c.hash, d.c.lang, d.c.agency, d.c.date.label("sent"))
        .join(d)
        .where(r.c.id.in_(wanted))
        .order_by(r.c.dispatch_id, r.c.n)
    ).all()
    actors = _by_record(connection, tables.actor, wanted)
    topics = _by_record(connection, tables.topic, wanted)
    evidence = _by_record(connection, tables.evidence, wanted)
    return [
        Claim.of(row.id, _record(row, actors[row.id], topics[row.id], evidence[row.id]), _source(row)) for row in rows
    ]


def _by_record(connection: Connection, table: Any, wanted: Select[Any]) -> dict[str, list[Row[Any]]]:
    out: dict[str, list[Row[Any]]] = defaultdict(list)
    statement = select(table).where(table.c.record_id.in_(wanted)).order_by(table.c.record_id, table.c.n)
    for row in connection.execute(statement):
        out[row.record_id].append(row)
    return out


def _record(
    row: Row[Any], actors: Iterable[Row[Any]], topics: Iterable[Row[Any]], quotes: Iterable[Row[Any]]
) -> Record:
    return Record(
        **tables.slots(row),
        actors=tuple(Actor(a.role, a.name, a.office, a.state, a.key) for a in actors),
        topics=tuple(t.topic for t in topics),
        evidence=tuple(Evidence(e.start, e.end, e.quote) for e in quotes),
    )


def _source(row: Row[Any]) -> Source:
    return Source(row.dispatch_id, row.hash, row.lang, row.sent, row.agency)
