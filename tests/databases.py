"""Databases to test on: SQLite always, PostgreSQL where DRAGOMAN_TEST_POSTGRES names a server (see .ci/postgres)."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

SERVER = os.environ.get("DRAGOMAN_TEST_POSTGRES")
KINDS = ("sqlite", "postgres")


def empty(kind: str, folder: Path) -> Iterator[str]:
    """The address of a database that holds nothing yet, which goes when the test has ended."""
    if kind == "sqlite":
        yield str(folder / "ledger.db")
        return
    if not SERVER:
        pytest.skip("no PostgreSQL: give its address as DRAGOMAN_TEST_POSTGRES, or run .ci/postgres make test")
    from sqlalchemy import create_engine, text

    name = f"t{uuid.uuid4().hex}"
    engine = create_engine(f"{SERVER}/postgres", isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    yield f"{SERVER}/{name}"
    with engine.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    engine.dispose()
