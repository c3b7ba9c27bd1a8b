"""SQLite, read back as it is and through Datasette."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from html import unescape
from pathlib import Path
from typing import Any

import pytest
import yaml
from anyascii import anyascii
from datasette.app import Datasette

from dragoman.export.data.columns import TABLES
from dragoman.export.data.told import Told

From = Callable[..., Iterator[Told]]
Written = Callable[..., Any]


@pytest.fixture
def file(from_ledger: From, written: Written, tmp_path: Path) -> Path:
    """The samples' events as a file."""
    path = tmp_path / "events.db"
    path.write_bytes(written("sqlite", from_ledger()))
    return path


def test_tables_hold_what_the_events_do(file: Path, from_ledger: From) -> None:
    told = list(from_ledger())
    with closing(sqlite3.connect(file)) as database:
        for name, table in TABLES.items():
            rows = database.execute(f"SELECT * FROM {name} ORDER BY rowid").fetchall()
            meant = [cells for one in told for cells in table.cells(one)]
            assert len(rows) == len(meant) > 200
            for row, cells in zip(rows, meant, strict=True):
                for value, cell in zip(row, cells, strict=True):
                    assert (tuple(json.loads(value)) if isinstance(cell, tuple) else value) == cell
                    assert type(value) is type(cell) or isinstance(cell, tuple)


def test_the_file_is_sound(file: Path) -> None:
    with closing(sqlite3.connect(file)) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        kept = database.execute('SELECT "table", "column", meaning FROM dictionary').fetchall()
    assert set(kept) == {(name, c.name, c.meaning) for name, table in TABLES.items() for c in table.columns}


def test_words_are_found_whatever_their_marks(file: Path) -> None:
    with closing(sqlite3.connect(file)) as database:
        asked = "SELECT count(*) FROM records_fts WHERE records_fts MATCH ?"
        counts = [database.execute(asked, [word]).fetchone()[0] for word in ("əliyev", "Aliyev", "conseil", "Nowhere")]
    assert all(counts[:3])
    assert counts[3] == 0


def test_datasette_serves_it(file: Path, dragoman: Callable[..., Any]) -> None:
    printed = dragoman("export", "sqlite", "--metadata", "events")
    assert printed.exit_code == 0
    served = Datasette([str(file)], metadata=yaml.safe_load(printed.stdout))

    async def ask(*addresses: str) -> list[Any]:
        await served.invoke_startup()
        answers = [await served.client.get(address) for address in addresses]
        assert {answer.status_code for answer in answers} == {200}
        return [answer.json() if ".json" in at else answer.text for at, answer in zip(addresses, answers, strict=True)]

    visits, found, schema, page, one = asyncio.run(
        ask(
            "/events/events.json?kind=visit&date=2023-04-10&_shape=objects",
            "/events/records.json?_search=Astana&_shape=array&_size=max",
            "/events.json",
            "/events/records",
            "/events/events.json?_size=0&_facet=kind",
        )
    )
    (visit,) = visits["rows"]
    assert (visit["place"], visit["latitude"], visit["quad"]) == ("Astana", 51.18, 1)
    assert "guest: Ilham Aliyev (head of state, AZE)" in json.loads(visit["actors"])
    topics = visits["facet_results"]["topics"]
    assert topics["type"] == "array"
    assert {"en", "es"} < {row["lang"] for row in found}
    assert all("astana" in anyascii(row["quotes"] + (row["title"] or "")).casefold() for row in found), "Astaná, too"
    tables = {table["name"]: table for table in schema["tables"] if not table["hidden"]}
    assert {*TABLES, "dictionary"} == set(tables)
    assert tables["events"]["primary_keys"] == ["id"]
    assert tables["events"]["fts_table"] == "events_fts"
    assert {(key["column"], key["other_table"]) for key in tables["actors"]["foreign_keys"]["outgoing"]} == {
        ("event", "events"),
        ("record", "records"),
    }
    for column in TABLES["records"].columns:
        assert f"<dt>{column.name}</dt><dd>{column.meaning}</dd>" in unescape(page)
    kinds = {row["value"]: row["count"] for row in one["facet_results"]["kind"]["results"]}
    assert sum(kinds.values()) == one["filtered_table_rows_count"]


def test_metadata_is_of_sqlite_alone(dragoman: Callable[..., Any]) -> None:
    done = dragoman("export", "csv", "--metadata", "events")
    assert done.exit_code == 2
    assert "--metadata is of sqlite, not of csv: leave it out" in done.output
