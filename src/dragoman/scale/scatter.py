"""Rows sent from one round of tasks to the next, by files: every task writes a file for each that has a part in it."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa
from pyarrow import parquet


def scatter(folder: Path, source: str, table: pa.Table, buckets: npt.NDArray[np.int64]) -> None:
    """Write each row of the table to the bucket at its place in ``buckets``; ``source`` names the writer."""
    order = np.argsort(buckets, kind="stable")
    table, buckets = table.take(order), buckets[order]
    for bucket in np.unique(buckets):
        first, last = np.searchsorted(buckets, [bucket, bucket + 1])
        path = folder / str(bucket) / f"{source}.parquet"
        path.parent.mkdir(parents=True, exist_ok=True)
        parquet.write_table(table.slice(first, last - first), path, compression="zstd")


def gather(folder: Path, bucket: int, schema: pa.Schema) -> pa.Table:
    """What all writers sent to a bucket, by the names of the writers."""
    files = sorted((folder / str(bucket)).glob("*.parquet"))
    return pa.concat_tables([parquet.read_table(file, schema=schema) for file in files] or [schema.empty_table()])


def bucket_of(count: int) -> Callable[[pa.ChunkedArray], npt.NDArray[np.int64]]:
    """A function from a column of texts to the buckets of its values, out of so many."""

    def buckets(column: pa.ChunkedArray) -> npt.NDArray[np.int64]:
        known = column.combine_chunks().fill_null("").dictionary_encode()
        numbers = [zlib.crc32(value.encode()) % count for value in known.dictionary.to_pylist()]
        found: npt.NDArray[np.int64] = np.array(numbers, dtype=np.int64)[known.indices.to_numpy()]
        return found

    return buckets
