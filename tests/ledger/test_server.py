"""A PostgreSQL server that goes away in the middle of a batch: a clear line, and what was entered before is kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, func, select, text

from dragoman.ledger import Ledger, LedgerError, tables
from dragoman.ledger.check import check
from dragoman.model import Coding

from ..databases import SERVER, empty
from .made import PRESIDENTS, coding

pytestmark = pytest.mark.skipif(not SERVER, reason="no PostgreSQL: give its address as DRAGOMAN_TEST_POSTGRES")


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """A database of its own on the server."""
    yield from empty("postgres", tmp_path)


def entries(number: int) -> list[Coding]:
    meeting = {"kind": "meeting", "type": "one_on_one", "date": "2023-04-10", "actors": PRESIDENTS}
    return [coding(f"They met, {n}.", [meeting], agency=f"A{n}") for n in range(number)]


def cut_off(address: str) -> None:
    """End every connection to the database, as a server does that stops."""
    engine = create_engine(f"{SERVER}/postgres", isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        ended = text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = :name")
        connection.execute(ended, {"name": address.rpartition("/")[2]})
    engine.dispose()


def test_a_server_that_stops_in_the_middle_of_a_batch(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from dragoman.ledger import enter

    with Ledger(address, create=True) as ledger:
        ledger.add(entries(250))
        write, calls = enter.write, []

        def interrupted(connection: object, rows: object) -> None:
            write(connection, rows)  # type: ignore[arg-type]
            calls.append(1)
            if len(calls) == 2:
                cut_off(address)

        monkeypatch.setattr(enter, "write", interrupted)
        with pytest.raises(LedgerError, match=r"went away.*kept.*again") as caught:
            ledger.add(entries(900))
        assert "\n" not in str(caught.value)
        monkeypatch.undo()
        with ledger.reading() as connection:
            kept = connection.scalar(select(func.count()).select_from(tables.dispatch))
        assert kept is not None
        assert 250 <= kept < 900
        ledger.add(entries(900))
        assert check(ledger.database) == []
        with ledger.reading() as connection:
            assert connection.scalar(select(func.count()).select_from(tables.dispatch)) == 900


@pytest.mark.parametrize(
    ("address_of", "told"),
    [
        ("postgresql+psycopg://dragoman@127.0.0.1:1/x", "no server answers"),
        ("{server}/not_there", "no such database"),
    ],
)
def test_a_server_that_is_not_there(address_of: str, told: str) -> None:
    with pytest.raises(LedgerError, match=told):
        Ledger(address_of.format(server=SERVER), create=True)


def test_a_server_without_a_ledger_is_not_made_one_unasked(address: str) -> None:
    with pytest.raises(LedgerError, match="dragoman ledger init"):
        Ledger(address)
