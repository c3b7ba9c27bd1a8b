"""Data sets that are one table of text: a line a row, each value on one line."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from typing import BinaryIO, NamedTuple, TypeVar

from dragoman.export.data.columns import Column, Value
from dragoman.export.data.csv import BETWEEN
from dragoman.export.data.told import Told
from dragoman.export.plain import one_line

R = TypeVar("R")


class Shape(NamedTuple):
    """How lines are written: what stands between values, what ends a line, whether the first is the columns' names."""

    between: str
    end: str
    head: bool


TABS = Shape("\t", "\n", True)
TABS_ALONE = Shape("\t", "\n", False)
COMMAS = Shape(",", "\r\n", True)


def write(
    told: Iterable[Told],
    out: BinaryIO,
    columns: Sequence[Column[R]],
    rows: Callable[[Told], Iterable[R]],
    shape: Shape,
) -> int:
    """Write the rows that each event gives; the number of events that gave any.

    Tabs and ends of lines within a value become spaces; a value with quotation marks is quoted as in RFC 4180.
    """
    stream = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(stream, delimiter=shape.between, lineterminator=shape.end)
    if shape.head:
        writer.writerow(column.name for column in columns)
    count = 0
    for one in told:
        lines = [[_cell(column.value(row)) for column in columns] for row in rows(one)]
        writer.writerows(lines)
        count += bool(lines)
    stream.detach()
    return count


def _cell(value: Value) -> str | int | float | None:
    if isinstance(value, tuple):
        return one_line(BETWEEN.join(map(str, value)))
    return one_line(value) if isinstance(value, str) else value
