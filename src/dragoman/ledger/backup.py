"""Backups: all that a ledger was given, as compressed JSON Lines, which SQLite and PostgreSQL both restore from.

The first line names the format and schema; then a line a row, ``[table, {column: value}]``. What is derived is left
out: it comes out the same when it is derived again. What calendars have been told is no such thing, and is in it.
"""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import bindparam, insert, select, text, update

from dragoman.ledger import facets, search, tables
from dragoman.ledger.database import Database
from dragoman.ledger.enter import mark_stale
from dragoman.ledger.errors import LedgerError
from dragoman.ledger.schema import HEAD, KNOWN

_BLOCK = 2000
_BY_NAME = {table.name: table for table in tables.KEPT}


def write(database: Database, file: Path) -> int:
    """Write a backup; the number of rows. The file appears only when it is whole."""
    count = 0
    part = file.with_name(f"{file.name}.part")
    try:
        with (
            database.reading() as connection,
            part.open("wb") as raw,
            gzip.GzipFile("", "wb", fileobj=raw, mtime=0) as out,
        ):
            out.write(_line({"dragoman": "ledger", "schema": HEAD}))
            for table in tables.KEPT:
                order = list(table.primary_key.columns)
                for row in connection.execution_options(yield_per=_BLOCK).execute(select(table).order_by(*order)):
                    out.write(_line([table.name, dict(row._mapping)]))
                    count += 1
        part.replace(file)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise LedgerError(
            f"{file}: cannot be written ({error.strerror}): check the folder, its disk and your rights"
        ) from None
    return count


def read(database: Database, file: Path) -> int:
    """Restore a backup into a ledger that holds nothing; the number of rows. All of it is restored, or nothing."""
    count = 0
    with database.writing() as connection:
        if connection.scalar(select(tables.dispatch.c.id).limit(1)) is not None:
            raise LedgerError(f"{database.shown}: holds dispatches already: restore into a new ledger")
        block: list[dict[str, Any]] = []
        superseded: list[dict[str, Any]] = []
        last = ""
        for name, row in _rows(file):
            if row.get("superseded_by"):  # by a dispatch that comes after it
                superseded.append({"old": row["id"], "new": row["superseded_by"]})
                row["superseded_by"] = None
            if block and (name != last or len(block) >= _BLOCK):
                connection.execute(insert(_BY_NAME[last]), block)
                block = []
            last = name
            block.append(row)
            count += 1
        if block:
            connection.execute(insert(_BY_NAME[last]), block)
        if superseded:
            by = update(tables.dispatch).where(tables.dispatch.c.id == bindparam("old"))
            connection.execute(by.values(superseded_by=bindparam("new")), superseded)
        if database.is_server:
            for table in (tables.dispatch, tables.judgement, tables.second_reading):
                made = f"SELECT setval(pg_get_serial_sequence('{table.name}', 'id'), max(id)) FROM {table.name}"
                connection.execute(text(made))
        ids = list(connection.scalars(select(tables.dispatch.c.id).order_by(tables.dispatch.c.id)))
        for at in range(0, len(ids), _BLOCK):
            search.index(connection, ids[at : at + _BLOCK])
            facets.index(connection, ids[at : at + _BLOCK])
        mark_stale(connection, connection.scalars(select(tables.record.c.unit).distinct()).all())
    return count


def _rows(file: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    number = 1
    try:
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            head = json.loads(next(lines, "null"))
            if not isinstance(head, dict) or head.get("dragoman") != "ledger":
                raise LedgerError(f"{file}: is no backup of a ledger: give one that `dragoman ledger backup` wrote")
            if head["schema"] not in KNOWN:
                raise LedgerError(f"{file}: was written by a newer dragoman (schema {head['schema']}): update dragoman")
            for line in lines:
                number += 1
                name, row = json.loads(line)
                yield name, row
    except (EOFError, gzip.BadGzipFile, ValueError, UnicodeDecodeError) as error:
        if number == 1:
            raise LedgerError(
                f"{file}: is no backup of a ledger: give one that `dragoman ledger backup` wrote"
            ) from None
        raise LedgerError(f"{file}: is damaged after line {number} ({error}): take another backup") from None


def _line(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False) + os.linesep).encode()
