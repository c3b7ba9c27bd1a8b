"""Proof that a ledger is whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, select, text

from dragoman.ledger import calendar, derive, load, tables
from dragoman.ledger.database import Database
from dragoman.ledger.enter import content_hash
from dragoman.model import Dispatch

_BLOCK = 500


def check(database: Database) -> list[str]:
    """Every fault, a line each: broken references, hashes, offsets, and derived rows that come out otherwise."""
    with database.reading() as connection:
        return [*_references(connection), *_dispatches(connection), *_derived(connection)]


def _references(connection: Connection) -> Iterator[str]:
    """SQLite proves its foreign keys on demand; PostgreSQL lets none be broken."""
    if connection.dialect.name != "sqlite":
        return
    for (result,) in connection.execute(text("PRAGMA integrity_check")):
        if result != "ok":
            yield f"database: {result}"
    for row in connection.execute(text("PRAGMA foreign_key_check")):
        yield f"{row[0]} row {row[1]}: refers to a row of {row[2]} that is not there"


def _dispatches(connection: Connection) -> Iterator[str]:
    """The hash of every dispatch and the offsets of every quote."""
    d, r, e = tables.dispatch, tables.record, tables.evidence
    last = 0
    while rows := connection.execute(select(d).where(d.c.id > last).order_by(d.c.id).limit(_BLOCK)).all():
        last = rows[-1].id
        texts = {row.id: row.text for row in rows}
        for row in rows:
            told = Dispatch(row.text, date=row.date, agency=row.agency, title=row.title)
            if content_hash(told) != row.hash:
                yield f"dispatch {row.id} ({row.source_id}): its text is not what was entered"
        quotes = select(r.c.dispatch_id, e).join(r, e.c.record_id == r.c.id).where(r.c.dispatch_id.in_(sorted(texts)))
        for row in connection.execute(quotes):
            if texts[row.dispatch_id][row.start : row.end] != row.quote:
                yield f"record {row.record_id}: evidence [{row.start}:{row.end}] does not quote the dispatch"


def _derived(connection: Connection) -> Iterator[str]:
    """Every unit derived again, against what is stored; units that wait to be derived are left out."""
    waiting = set(connection.scalars(select(tables.stale.c.unit)))
    units = set(connection.scalars(select(tables.record.c.unit).distinct()))
    for table in (tables.event, tables.calendar):
        units |= set(connection.scalars(select(table.c.unit).distinct()))
    moved = load.moved(connection)
    for unit in sorted(units - waiting):
        claims, rulings = load.unit(connection, unit, moved)
        wanted = derive.derive(unit, claims, rulings)
        for table in tables.DERIVED:
            if _canonical(wanted[table.name]) != _canonical(stored(connection, table, unit)):
                yield f"{table.name} of {unit}: is not what its records come to: give `dragoman ledger recode`"
        kept = calendar.stored(connection, unit)
        if calendar.current(unit, kept, claims, wanted) != kept:
            yield f"calendar of {unit}: is not what its events come to: give `dragoman ledger recode`"


def stored(connection: Connection, table: Any, unit: str) -> list[dict[str, Any]]:
    """The rows of a derived table that are of one unit."""
    statement = select(table)
    if "unit" in table.c:
        statement = statement.where(table.c.unit == unit)
    else:
        owner = next(column for column in table.primary_key.columns if column.foreign_keys)
        over = next(iter(owner.foreign_keys)).column.table
        if over is tables.record:
            over, owner = tables.event, table.c.event_id
        statement = statement.join(over, owner == over.c.id).where(over.c.unit == unit)
    return [dict(row._mapping) for row in connection.execute(statement)]


def _canonical(rows: list[dict[str, Any]]) -> list[str]:
    return sorted(repr(sorted(row.items())) for row in rows)
