"""Apache Parquet: the tables of CSV with types and lists, compressed, written some rows at a time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from dragoman import __version__
from dragoman.export.data.columns import INTEGER, INTEGERS, LIST, NUMBER, TABLES, TEXT, Table, Value
from dragoman.export.data.told import Told

ROWS = 10_000
"""Rows in a group: what is held in memory of each table."""

_TYPES = {
    TEXT: pa.string(),
    INTEGER: pa.int64(),
    NUMBER: pa.float64(),
    LIST: pa.list_(pa.string()),
    INTEGERS: pa.list_(pa.int64()),
}


def write(told: Iterable[Told], outs: Mapping[str, BinaryIO]) -> int:
    """Write the tables that are named; the number of events."""
    count = 0
    with ExitStack() as stack:
        files = {name: stack.enter_context(_File(TABLES[name], out)) for name, out in outs.items()}
        for one in told:
            count += 1
            for file in files.values():
                file.put(one)
    return count


def schema(table: Table[Any]) -> pa.Schema:
    """Names, types and meanings of a table's columns."""
    fields = [
        pa.field(column.name, _TYPES[column.type], metadata={"meaning": column.meaning}) for column in table.columns
    ]
    return pa.schema(fields, metadata={"row": table.row, "software": f"dragoman {__version__}"})


class _File:
    """One table, written group by group."""

    def __init__(self, table: Table[Any], out: BinaryIO) -> None:
        self._table = table
        self._schema = schema(table)
        self._rows: list[list[Value]] = []
        self._writer = pq.ParquetWriter(out, self._schema, compression="zstd")

    def __enter__(self) -> _File:
        return self

    def __exit__(self, *error: object) -> None:
        if error[0] is None:
            self._flush()
        self._writer.close()

    def put(self, told: Told) -> None:
        self._rows.extend(self._table.cells(told))
        if len(self._rows) >= ROWS:
            self._flush()

    def _flush(self) -> None:
        if self._rows:
            columns = zip(*self._rows, strict=True)
            arrays = [pa.array(cells, field.type) for cells, field in zip(columns, self._schema, strict=True)]
            self._writer.write_table(pa.table(arrays, schema=self._schema))
            self._rows = []
