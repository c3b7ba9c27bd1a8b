"""CSV (RFC 4180): UTF-8, a head, CRLF; lists joined by "; "."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from typing import Any, BinaryIO

from dragoman.export.data.columns import TABLES, Value
from dragoman.export.data.told import Told

BETWEEN = "; "


def write(told: Iterable[Told], outs: Mapping[str, BinaryIO]) -> int:
    """Write the tables that are named, row by row; the number of events."""
    streams = {
        name: io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=True) for name, out in outs.items()
    }
    writers: dict[str, Any] = {name: csv.writer(stream) for name, stream in streams.items()}
    for name, writer in writers.items():
        writer.writerow(column.name for column in TABLES[name].columns)
    count = 0
    for one in told:
        count += 1
        for name, writer in writers.items():
            writer.writerows(map(cell, cells) for cells in TABLES[name].cells(one))
    for stream in streams.values():
        stream.detach()
    return count


def cell(value: Value) -> str | int | float | None:
    """A value as it stands in a cell: lists are joined."""
    return BETWEEN.join(map(str, value)) if isinstance(value, tuple) else value
