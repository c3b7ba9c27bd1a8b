"""SQLite, as Datasette serves it: the tables of CSV with types, keys and indexes; lists are JSON arrays.

`datasette FILE.db` shows, filters and counts them (lists too, as facets), follows records and actors to their event,
and searches the words of records and events (FTS5; words are runs of letters, so that of Chinese only the beginnings
of clauses are found). The table `dictionary` says what each column means. So does Datasette itself with what
`dragoman export sqlite --metadata NAME > metadata.yml` prints for a file NAME.db: `datasette NAME.db -m metadata.yml`.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, BinaryIO

import yaml

from dragoman.export.data.columns import INTEGER, INTEGERS, LIST, NUMBER, TABLES, TEXT, Table, Value
from dragoman.export.data.told import Told

FIELDS = {name: table.columns for name, table in TABLES.items()}

_TYPES = {TEXT: "TEXT", INTEGER: "INTEGER", NUMBER: "REAL", LIST: "TEXT", INTEGERS: "TEXT"}
# `part_of` is no foreign key: the visit may have been left out by a filter
_KEYS = {
    ("events", "id"): "PRIMARY KEY",
    ("records", "id"): "PRIMARY KEY",
    ("records", "event"): "NOT NULL REFERENCES events(id)",
    ("actors", "event"): "NOT NULL REFERENCES events(id)",
    ("actors", "record"): "REFERENCES records(id)",
}
_INDEXED = {
    "events": ("pair", "kind", "type", "status", "first_day", "place", "plover_type", "quad", "cameo_root", "part_of"),
    "records": ("event", "kind", "dispatch", "lang", "agency", "sent"),
    "actors": ("event", "record", "role", "office", "state", "key"),
}
_SEARCHED = {"events": ("name", "actors", "place", "quote"), "records": ("name", "title", "quotes")}
_FACETS: dict[str, tuple[str | dict[str, str], ...]] = {
    "events": ("kind", "status", "pair", "quad", {"array": "topics"}),
    "records": ("kind", "lang", "agency"),
    "actors": ("role", "office", "state"),
}


def write(told: Iterable[Told], out: BinaryIO) -> int:
    """Write the tables to a file of their own, then that to ``out``; the number of events."""
    with TemporaryDirectory(prefix="dragoman-") as folder:
        path = Path(folder) / "events.db"
        with closing(sqlite3.connect(path, isolation_level=None)) as database:
            count = _fill(database, told)
        with path.open("rb") as made:
            shutil.copyfileobj(made, out)
    return count


def metadata(name: str) -> str:
    """What Datasette is to know of a database of this name, as its ``metadata.yml``: tables, columns, facets."""
    tables = {
        table.name: {
            "description": f"A row is {table.row}.",
            "columns": {column.name: column.meaning for column in table.columns},
            "facets": list(_FACETS[table.name]),
        }
        for table in TABLES.values()
    }
    made: str = yaml.safe_dump({"databases": {name: {"tables": tables}}}, sort_keys=False, allow_unicode=True)
    return made


def _fill(database: sqlite3.Connection, told: Iterable[Told]) -> int:
    """All in one transaction, and without a journal: of what fails, nothing is kept."""
    database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN;")
    for table in TABLES.values():
        database.execute(_create(table))
    _describe(database)
    inserts = {name: _insert(name, len(table.columns)) for name, table in TABLES.items()}
    count = 0
    for one in told:
        for name, table in TABLES.items():
            database.executemany(inserts[name], (list(map(_cell, cells)) for cells in table.cells(one)))
        count += 1
    for statement in (*_indexes(), *_searches()):
        database.execute(statement)
    database.execute("COMMIT")
    return count


def _create(table: Table[Any]) -> str:
    keys = {column: key for (name, column), key in _KEYS.items() if name == table.name}
    columns = [" ".join((_quoted(c.name), _TYPES[c.type], keys.get(c.name, ""))).rstrip() for c in table.columns]
    return f"CREATE TABLE {table.name} ({', '.join(columns)})"


def _insert(table: str, columns: int) -> str:
    return f"INSERT INTO {table} VALUES ({', '.join('?' * columns)})"


def _describe(database: sqlite3.Connection) -> None:
    columns = '"table" TEXT, "column" TEXT, type TEXT, meaning TEXT, PRIMARY KEY ("table", "column")'
    database.execute(f"CREATE TABLE dictionary ({columns})")
    rows = [(name, c.name, c.type, c.meaning) for name, table in TABLES.items() for c in table.columns]
    database.executemany(_insert("dictionary", 4), rows)


def _indexes() -> Iterator[str]:
    for table, columns in _INDEXED.items():
        for column in columns:
            yield f"CREATE INDEX {table}_{column} ON {table}({_quoted(column)})"


def _searches() -> Iterator[str]:
    """An index of words over each table that is searched; Datasette knows it by ``content="TABLE"``."""
    for table, columns in _SEARCHED.items():
        tokens = "tokenize = 'unicode61 remove_diacritics 2'"
        yield f"CREATE VIRTUAL TABLE {table}_fts USING fts5({', '.join(columns)}, content={_quoted(table)}, {tokens})"
        yield f"INSERT INTO {table}_fts({table}_fts) VALUES ('rebuild')"


def _cell(value: Value) -> str | int | float | None:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, tuple) else value


def _quoted(name: str) -> str:
    return f'"{name}"'
