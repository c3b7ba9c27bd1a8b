"""Apache Parquet: a dispatch a row, read some rows at a time."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date
from typing import Any

from dragoman.intake.columns import choose, dispatch
from dragoman.intake.item import Item
from dragoman.intake.source import Source
from dragoman.model import DispatchError

ROWS = 64
"""Rows that are held at a time."""


def looks_like(head: bytes) -> bool:
    """Whether it begins with the format's mark."""
    return head.startswith(b"PAR1")


def read(source: Source) -> Iterator[Item]:
    """The dispatches of a table, or of some of its row groups; only the columns that are wanted are read."""
    from pyarrow import ArrowException
    from pyarrow.parquet import ParquetFile

    try:
        stream = source.seekable()
        # a row group may be gigabytes: nothing is read ahead
        table = ParquetFile(stream, pre_buffer=False, buffer_size=1 << 20)
        chosen = choose(table.schema_arrow.names, source.reading.columns)
        number, taken = source.first - 1, stream.tell()
        groups = range(table.num_row_groups) if source.groups is None else source.groups
        for batch in table.iter_batches(ROWS, list(groups), sorted(set(chosen.values()))):
            for row in batch.to_pylist():
                number += 1
                at = stream.tell()
                yield _item(row, chosen, source, number, max(at - taken, 0))
                taken = at
    except DispatchError as error:
        yield Item(source.where, problem=str(error))
    except (ArrowException, OSError, ValueError) as error:
        why = " ".join(str(error).split())[:120]
        yield Item(source.where, problem=f"cut off, damaged or no Parquet file ({why}): get it anew")


def _item(row: dict[str, Any], chosen: dict[str, str], source: Source, number: int, size: int) -> Item:
    where = f"{source.where}:{number}"
    try:
        told = {name: _string(row[column]) for name, column in chosen.items()}
        return Item(where, dispatch(told, f"{source.name}-{number}"), size=size)
    except DispatchError as error:
        return Item(where, problem=str(error), size=size)


def _string(value: Any) -> str | None:
    """As it would be written in a text; pandas leaves numbers that are none where nothing is."""
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return None
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
