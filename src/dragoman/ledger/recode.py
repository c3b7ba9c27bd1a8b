"""Coding a ledger's dispatches anew, after the coder or a pack has learnt something."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row, select, update

from dragoman import __version__
from dragoman.coder import Coder
from dragoman.ledger import readings, tables
from dragoman.ledger.database import Database
from dragoman.model import Dispatch, Record

BATCH = 200


def recode(database: Database, on_batch: Callable[[int], None] | None = None) -> int:
    """Replace the records of every dispatch that counts by what the coder now makes of it; how many there were.

    A batch is one transaction: a run that ends early leaves whole dispatches, some coded anew, some as they were.
    """
    coder = Coder()
    count = 0
    for numbers in _batches(database):
        with database.writing() as connection:
            wanted = select(tables.dispatch).where(tables.dispatch.c.id.in_(numbers)).order_by(tables.dispatch.c.id)
            _replace(connection, connection.execute(wanted).all(), coder)
        count += len(numbers)
        if on_batch:
            on_batch(len(numbers))
    return count


def _batches(database: Database) -> Iterator[list[int]]:
    table = tables.dispatch
    with database.reading() as connection:
        numbers = list(
            connection.scalars(select(table.c.id).where(table.c.state == tables.CURRENT).order_by(table.c.id))
        )
    for at in range(0, len(numbers), BATCH):
        yield numbers[at : at + BATCH]


def _replace(connection: Connection, dispatches: Sequence[Row[Any]], coder: Coder) -> None:
    own: dict[int, Sequence[Record]] = {}
    for row in dispatches:
        told = Dispatch(row.text, row.source_id, row.lang, row.date, row.agency, row.url, row.title)
        own[row.id] = coder.code(told).records
    readings.replace(connection, own)
    connection.execute(update(tables.dispatch).where(tables.dispatch.c.id.in_(own)).values(coder=__version__))
