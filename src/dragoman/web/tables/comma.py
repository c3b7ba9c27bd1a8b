"""Comma-separated values (RFC 4180), which spreadsheets open and none takes for formulas."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from itertools import islice

from dragoman.web.tables.table import AnyTable, Cell

_FORMULA = ("=", "+", "-", "@")

_ROWS = 500
"""Rows that are sent at a time."""


def write(table: AnyTable) -> Iterator[bytes]:
    """The file, piece by piece as its rows are read."""
    yield _text([[column.name for column in table.columns]])
    rows = iter(table.cells())
    while piece := list(islice(rows, _ROWS)):
        yield _text([[_cell(cell) for cell in row] for row in piece])


def _text(rows: list[list[str]]) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue().encode()


def _cell(cell: Cell) -> str:
    """What a spreadsheet would compute is put as text."""
    return f"'{cell}" if str(cell).startswith(_FORMULA) and isinstance(cell, str) else str(cell)
