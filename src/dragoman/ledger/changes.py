"""When units changed last, so that what was made of them can be kept for as long as it stands.

Writers take turns, so numbers grow in the order in which changes become visible. A reader asks within the view in
which it reads; what it makes of that view is then true of the number.
"""

from __future__ import annotations

from sqlalchemy import Connection, delete, func, insert, or_, select

from dragoman.ledger import tables
from dragoman.ledger.pairs import Pair
from dragoman.ledger.units import MANY


def note(connection: Connection, unit: str) -> None:
    """That a unit was derived anew, in this transaction."""
    c = tables.changed
    number = (connection.scalar(select(func.max(c.c.number))) or 0) + 1
    connection.execute(delete(c).where(c.c.unit == unit))
    connection.execute(insert(c).values(unit=unit, number=number))


def of_pair(connection: Connection, pair: Pair) -> int:
    """The last change of what the events of a pair are derived in: its own unit, and those of many states."""
    unit = tables.changed.c.unit
    return _last(connection, or_(unit == pair.unit, unit.like(f"{MANY}%")))


def of_state(connection: Connection, code: str) -> int:
    """The last change of what the persons of a state are told in: all units that they may have a part in."""
    unit = tables.changed.c.unit
    return _last(connection, or_(unit.like(f"{MANY}%"), unit.like(f"%{code}%")))


def of_all(connection: Connection) -> int:
    """The last change of anything that is derived."""
    return _last(connection, True)


def _last(connection: Connection, which: object) -> int:
    found: int | None = connection.scalar(select(func.max(tables.changed.c.number)).where(which))  # type: ignore[arg-type]
    return found or 0
