"""A ledger: dispatches in, events out. The one class through which the command line, the pages and scripts use it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from types import TracebackType
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Select, bindparam, delete, insert, or_, select

from dragoman.ledger import calendar, changes, derive, judgements, load, tables
from dragoman.ledger import readings as second
from dragoman.ledger.database import Database
from dragoman.ledger.enter import Tally, content_hash, enter
from dragoman.ledger.recode import recode
from dragoman.model import Coding, Dispatch

if TYPE_CHECKING:
    from dragoman.second.reader import Reading

BATCH, UNITS = 200, 25
"""Dispatches entered, and units derived, in one transaction."""

Entry = Coding | Dispatch
"""What is entered: a coded dispatch, or one that its agency has withdrawn."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A dispatch that has been entered: its number in this ledger, and whether it was not there before."""

    number: int
    is_new: bool


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

    def keep(self, coding: Coding) -> Kept:
        """Enter one dispatch and join what it tells; others that wait for joining go on waiting."""
        with self.database.writing() as connection:
            tally = enter(connection, [coding])
            number = connection.scalar(
                select(tables.dispatch.c.id).where(tables.dispatch.c.hash == content_hash(coding.dispatch))
            )
            touched = set(connection.scalars(_units_touched(number or 0)).all())
        self.refresh(touched)
        return Kept(number or 0, is_new=tally.entered == 1)

    def refresh(self, units: Collection[str] | None = None) -> int:
        """Derive the units anew whose records have changed since, some in one transaction; how many there were.

        ``units`` names those that are wanted, where others may wait for whoever is entering them.
        """
        with self.database.reading() as connection:
            waiting = list(connection.scalars(select(tables.stale.c.unit).order_by(tables.stale.c.unit)))
        if units is not None:
            waiting = [unit for unit in waiting if unit in units]
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
        records: Sequence[str],
        *,
        by: str,
        why: str | None = None,
        slot: str | None = None,
        value: str | None = None,
    ) -> list[int]:
        """Enter what a person judges (`ledger.judgements`), all of it or nothing, and join again; its numbers.

        What is judged of two records is one judgement, what is judged of one is a judgement for each.
        """
        groups = [records] if verdict in judgements.OF_TWO else [[record] for record in records]
        with self.database.writing() as connection:
            entered = [
                judgements.judge(connection, verdict, group, by=by, why=why, slot=slot, value=value) for group in groups
            ]
        self.refresh({unit for made in entered for unit in made.units})
        return [made.number for made in entered]

    def undo(self, number: int, *, by: str) -> None:
        """Take a judgement back, and join again."""
        with self.database.writing() as connection:
            undone = judgements.undo(connection, number, by=by)
        self.refresh(undone.units)

    def keep_readings(self, readings: Sequence[Reading]) -> int:
        """Keep what a second reader made of dispatches, beside their records; how many are new."""
        with self.database.writing() as connection:
            return second.keep(connection, readings)

    def accept(self, number: int, places: Iterable[int], *, by: str, why: str | None = None) -> None:
        """Take these records of a second reading in, none to dismiss it, and join again (`ledger.readings`)."""
        with self.database.writing() as connection:
            touched = second.decide(connection, number, places, by=by, why=why)
        self.refresh(touched)

    def undecide(self, number: int) -> None:
        """Take the decision on a second reading back, and join again."""
        with self.database.writing() as connection:
            touched = second.undo(connection, number)
        self.refresh(touched)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A consistent view for queries, with everything derived that was waiting."""
        with self.database.reading() as connection:
            waiting = connection.scalar(select(tables.stale.c.unit).limit(1))
        if waiting is not None:
            self.refresh()
        with self.database.reading() as connection:
            yield connection


def _units_touched(number: int) -> Select[Any]:
    """The units of a dispatch's records, and of the versions that it supersedes."""
    d, r = tables.dispatch.c, tables.record.c
    its_own = or_(d.id == number, d.superseded_by == number)
    return select(r.unit).join(tables.dispatch, r.dispatch_id == d.id).where(its_own).distinct()


def _derive(connection: Connection, unit: str, moved: Mapping[str, str]) -> None:
    """Replace a unit's derived rows by those that its claims come to now, and tell its calendar."""
    claims, rulings = load.unit(connection, unit, moved)
    rows = derive.derive(unit, claims, rulings)
    for table in (tables.commitment, tables.document, tables.body, tables.event, tables.named):
        connection.execute(delete(table).where(table.c.unit == unit))
    _make_way(connection, unit, rows)
    for table in tables.DERIVED:
        if rows[table.name]:
            connection.execute(insert(table), rows[table.name])
    calendar.keep(connection, unit, claims, rows)
    connection.execute(delete(tables.stale).where(tables.stale.c.unit == unit))
    changes.note(connection, unit, claims, rows)


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
