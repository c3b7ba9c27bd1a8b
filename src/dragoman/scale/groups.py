"""An archive that has been coded, as the rounds of joining see it: its shards in order, by groups of some size."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyarrow import parquet

ENTRIES = 4_000_000
"""Dispatches that a group of shards, or a bucket, holds: so much memory is needed, some 100 bytes for each."""

RECORDS = 200_000
"""Records that a group of shards, or a bucket of units, holds at most, where no unit is larger: 5 kB for each."""


@dataclass(frozen=True, slots=True)
class Part:
    """A shard: its files, and the place of its first entry among all entries of the archive."""

    first: int
    files: tuple[str, ...]

    def tables(self, root: Path, folder: str, columns: list[str] | None, schema: pa.Schema) -> Iterator[pa.Table]:
        """Its files in one of the folders, each with a column ``position``: that of the entry in the archive."""
        for name in self.files:
            if name.startswith(f"{folder}/"):
                table = parquet.read_table(root / name, columns=columns, schema=schema, partitioning=None)
                places = [self.first + entry for entry in table["entry"].to_pylist()]
                yield table.append_column("position", pa.array(places, pa.int64()))


@dataclass(frozen=True, slots=True)
class Group:
    """Shards that one task takes; its entries have the places from ``first`` on."""

    number: int
    first: int
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """How an archive is joined: the folders, the groups of shards, and into how many buckets rows are sent."""

    root: str
    work: str
    bounds: tuple[int, ...]
    by_dispatch: int
    by_unit: int


def groups(receipts: list[dict[str, Any]], entries: int = ENTRIES, records: int = RECORDS) -> list[Group]:
    """The shards in order, so many together as hold so much at most."""
    out: list[list[Part]] = []
    place = held_entries = held_records = 0
    for receipt in receipts:
        held_entries += (size := receipt["coded"] + receipt["withdrawn"])
        held_records += receipt["records"]
        if not out or held_entries > entries or held_records > records:
            out.append([])
            held_entries, held_records = size, receipt["records"]
        out[-1].append(Part(place, tuple(made["path"] for made in receipt["files"])))
        place += size
    return [Group(number, parts[0].first, tuple(parts)) for number, parts in enumerate(out)]
