"""A listing as a table: columns that say what stands in them, and rows, read as they are written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from dragoman.export.plain import one_line

Cell = str | int

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """What stands in a column, how wide it is in characters, and whether it holds days (as fine as told)."""

    name: str
    value: Callable[[R], Cell | None]
    width: int = 14
    days: bool = False

    def cell(self, row: R) -> Cell:
        """The cell of a row: a number, or text in one line."""
        value = self.value(row)
        return value if isinstance(value, int) else one_line(value or "")


@dataclass(frozen=True, slots=True)
class Table(Generic[R]):
    """What a file holds: its name without an ending, the listing's title, and the rows."""

    name: str
    title: str
    columns: Sequence[Column[R]]
    rows: Iterable[R]

    def cells(self) -> Iterable[list[Cell]]:
        """The cells of each row."""
        return ([column.cell(row) for column in self.columns] for row in self.rows)


AnyTable = Table[Any]
