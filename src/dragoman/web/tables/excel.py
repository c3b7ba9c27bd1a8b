"""Office Open XML, as spreadsheets keep it: text is never a formula, days are days where they are known to the day.

The same rows give the same bytes: nothing in the file tells when it was made.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import xlsxwriter
from fastapi import HTTPException

from dragoman.export.plain import one_line
from dragoman.web.tables.table import AnyTable, Cell

MOST = 1_048_575
"""Rows that a sheet has beside its head."""

LONGEST = 32_767
"""Characters that a cell takes."""

_MADE = datetime(2000, 1, 1)
_EARLIEST = 1901
"""Years of which days can be days: before 1900 spreadsheets have none, and in 1900 they differ."""


def write(table: AnyTable) -> list[bytes]:
    """The file, whole, for it is packed."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"constant_memory": True, "default_date_format": "yyyy-mm-dd"}) as book:
        book.set_properties({"title": table.title, "author": "dragoman", "created": _MADE})
        sheet = book.add_worksheet(table.title)
        _head(table, sheet, book.add_format({"bold": True}))
        last = 0
        for last, row in enumerate(table.cells(), start=1):
            if last > MOST:
                raise HTTPException(413, f"More than {MOST:,} rows go into no sheet: narrow the view, or take the CSV.")
            _row(table, sheet, last, row)
        sheet.autofilter(0, 0, last, len(table.columns) - 1)
    return [out.getvalue()]


def _head(table: AnyTable, sheet: Any, bold: Any) -> None:
    """The names of the columns, which stay in sight."""
    sheet.freeze_panes(1, 0)
    for at, column in enumerate(table.columns):
        sheet.set_column(at, at, column.width)
        sheet.write_string(0, at, column.name, bold)


def _row(table: AnyTable, sheet: Any, number: int, row: Sequence[Cell]) -> None:
    for at, (column, cell) in enumerate(zip(table.columns, row, strict=True)):
        if isinstance(cell, int):
            sheet.write_number(number, at, cell)
        elif column.days and len(cell) == 10 and int(cell[:4]) >= _EARLIEST:
            sheet.write_datetime(number, at, datetime.fromisoformat(cell))
        elif cell:
            sheet.write_string(number, at, one_line(cell, LONGEST))
