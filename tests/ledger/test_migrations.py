"""Ledgers of earlier versions are brought up to date, and come to what the tables say."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext

import dragoman.ledger
from dragoman.ledger import Ledger, tables
from dragoman.ledger.database import Database
from dragoman.ledger.schema import HEAD, KNOWN


def make(address: str, version: str) -> None:
    """A ledger that holds nothing, as an earlier version made it."""
    database = Database(address)
    with database.writing() as connection:
        config = Config(attributes={"connection": connection})
        config.set_main_option("script_location", str(Path(dragoman.ledger.__file__).parent / "migrations"))
        command.upgrade(config, version)
    database.close()


@pytest.mark.parametrize("version", KNOWN)
def test_a_ledger_of_any_version_becomes_this_ones(address: str, version: str) -> None:
    make(address, version)
    with Ledger(address, create=True) as ledger, ledger.database.reading() as connection:
        context = MigrationContext.configure(connection)
        assert context.get_current_revision() == HEAD
        ours = {table.name for table in tables.metadata.sorted_tables}
        found = [change for change in compare_metadata(context, tables.metadata) if _is_ours(change, ours)]
    assert found == []


def _is_ours(change: object, ours: set[str]) -> bool:
    """Full-text search keeps tables and columns of its own."""
    kind, what = (change[0], change[1]) if isinstance(change, tuple) else (change[0][0], None)  # type: ignore[index]
    table = getattr(what, "table", what)
    return not str(kind).startswith("remove") or getattr(table, "name", "") in ours
