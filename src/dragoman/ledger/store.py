"""A ledger: dispatches in, events out. The one class through which the command line, the pages and scripts use it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from types import TracebackType

from sqlalchemy import Connection, bindparam, delete, insert, select

from dragoman.ledger import changes, derive, judgements, load, tables
from dragoman.ledger.database import Database
from dragoman.ledger.enter import Tally, enter
from dragoman.ledger.recode import recode
from dragoman.model import Coding, Dispatch

BATCH, UNITS = 200, 25
"""Dispatches entered, and units derived, in one transaction."""

Entry = Coding | Dispatch
"""What is entered: a coded dispatch, or one that its agency has withdrawn."""


class Ledger:
    """A ledger at an address: a SQLite file, or ``postgresql+psycopg://…``.

    Raises `LedgerError`, a line that names the ledger and the mend, for whatever is wrong with it.
    """

    def __init__(self, address: str, *, create: bool = False) -> None:
        self.database = Database(address)
        if create:
            self.database.make()
        else:
            self.database.check()

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        self.database.close()

    def add(self, entries: Iterable[Entry], on_batch: Callable[[Tally], None] | None = None) -> Tally:
        """Enter dispatches, a batch in one transaction, and join what is new; the sum of what became of them."""
        total = Tally()
        source = iter(entries)
        while batch := list(islice(source, BATCH)):
            codings = [entry for entry in batch if isinstance(entry, Coding)]
            withdrawn = [entry for entry in batch if isinstance(entry, Dispatch)]
            with self.database.writing() as connection:
                tally = enter(connection, codings, withdrawn)
            total += tally
            if on_batch:
                on_batch(tally)
        self.refresh()
        return total

    def refresh(self) -> int:
        """Derive the units anew whose records have changed since, some in one transaction; how many there were."""
        with self.database.reading() as connection:
            waiting = list(connection.scalars(select(tables.stale.c.unit).order_by(tables.stale.c.unit)))
        for at in range(0, len(waiting), UNITS):
            with self.database.writing() as connection:
                moved = load.moved(connection)
                for unit in waiting[at : at + UNITS]:
                    _derive(connection, unit, moved)
        return len(waiting)

    def recode(self, on_batch: Callable[[int], None] | None = None) -> int:
        """Code every dispatch that counts anew, with the coder as it is now, and join again; how many there were."""
        count = recode(self.database, on_batch)
        self.refresh()
        return count

    def judge(
        self,
        verdict: str,
        records: list[str],
        *,
        by: str,
        why: str | None = None,
        slot: str | None = None,
        value: str | None = None,
    ) -> int:
        """Enter what a person judges (`ledger.judgements`), and join again; the judgement's number."""
        with self.database.writing() as connection:
            number = judgements.judge(connection, verdict, records, by=by, why=why, slot=slot, value=value)
        self.refresh()
        return number

    def undo(self, number: int, *, by: str) -> None:
        """Take a judgement back, and join again."""
        with self.database.writing() as connection:
            judgements.undo(connection, number, by=by)
        self.refresh()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A consistent view for queries, with everything derived that was waiting."""
        with self.database.reading() as connection:
            waiting = connection.scalar(select(tables.stale.c.unit).limit(1))
        if waiting is not None:
            self.refresh()
        with self.database.reading() as connection:
            yield connection


def _derive(connection: Connection, unit: str, moved: Mapping[str, str]) -> None:
    """Replace a unit's derived rows by those that its claims come to now."""
    claims, rulings = load.unit(connection, unit, moved)
    rows = derive.derive(unit, claims, rulings)
    for table in (tables.commitment, tables.document, tables.body, tables.event, tables.named):
        connection.execute(delete(table).where(table.c.unit == unit))
    _make_way(connection, unit, rows)
    for table in tables.DERIVED:
        if rows[table.name]:
            connection.execute(insert(table), rows[table.name])
    connection.execute(delete(tables.stale).where(tables.stale.c.unit == unit))
    changes.note(connection, unit)


def _make_way(connection: Connection, unit: str, rows: derive.Rows) -> None:
    """What was of another unit, before it was coded anew or judged, may still stand there."""
    for table in (tables.commitment, tables.document, tables.body, tables.event):
        if rows[table.name]:
            elsewhere = delete(table).where(table.c.id == bindparam("made"), table.c.unit != unit)
            connection.execute(elsewhere, [{"made": row["id"]} for row in rows[table.name]])
    told = tables.event_record
    if rows[told.name]:
        elsewhere = delete(told).where(told.c.record_id == bindparam("made"))
        connection.execute(elsewhere, [{"made": row["record_id"]} for row in rows[told.name]])
