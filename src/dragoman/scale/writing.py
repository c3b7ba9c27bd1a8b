"""The files of a shard: Parquet by year and month of sending, of which none counts before all are whole."""

from __future__ import annotations

import json
import os
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyarrow import parquet

from dragoman.scale.columns import DISPATCHES, RECORDS, Row, Rows
from dragoman.scale.outcome import Outcome

TEMPORARY = ".tmp"
"""How a file ends that is not whole yet."""

PART_ROWS, PART_CHARS = 20_000, 32_000_000
"""Dispatches, and characters of their texts, that are held until they are written: so much memory is needed."""


class Files:
    """Files that appear together, under their names, once all are written."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._waiting: list[tuple[Path, Path]] = []
        self._mark = f".{os.getpid()}-{os.urandom(4).hex()}{TEMPORARY}"  # two tries at a shard never share a file
        self.made: list[dict[str, Any]] = []
        """Of each file its path below the root, its rows and bytes."""

    def table(self, name: str, rows: Iterable[Row], schema: pa.Schema) -> None:
        """A Parquet file of this name below the root."""
        table = pa.Table.from_pylist(list(rows), schema=schema)
        parquet.write_table(table, self._path(name), compression="zstd", store_schema=False)
        self._note(name, table.num_rows)

    def lines(self, name: str, values: list[Any]) -> None:
        """A file of JSON Lines of this name below the root."""
        text = "".join(json.dumps(value, ensure_ascii=False) + "\n" for value in values)
        self._path(name).write_text(text, encoding="utf-8", errors="replace", newline="\n")
        self._note(name, len(values))

    def appear(self) -> list[dict[str, Any]]:
        """Give all files their names; what was made."""
        for waiting, path in self._waiting:
            waiting.replace(path)
        self._waiting.clear()
        return sorted(self.made, key=lambda made: str(made["path"]))

    def vanish(self) -> None:
        """Remove what has not got its name yet."""
        for waiting, _ in self._waiting:
            waiting.unlink(missing_ok=True)

    def _path(self, name: str) -> Path:
        path = self._root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        waiting = path.with_name(path.name + self._mark)
        self._waiting.append((waiting, path))
        return waiting

    def _note(self, name: str, rows: int) -> None:
        self.made.append({"path": name, "rows": rows, "bytes": self._waiting[-1][0].stat().st_size})


class ShardWriter:
    """The outcomes of a shard, written part by part."""

    def __init__(self, root: Path, shard: str) -> None:
        self.files, self._shard, self._rows, self._part, self._chars = Files(root), shard, Rows(), 0, 0
        self._rejected: list[dict[str, str]] = []
        self.counts = dict.fromkeys(("items", "coded", "records", "withdrawn", "rejected"), 0)

    def add(self, outcome: Outcome) -> None:
        """Take in what came of one item."""
        self.counts["items"] += 1
        entry = self.counts["coded"] + self.counts["withdrawn"]
        if outcome.coding:
            self._rows.add_coding(self._shard, entry, outcome.coding)
            self.counts["coded"] += 1
            self.counts["records"] += len(outcome.coding.records)
            self._chars += len(outcome.coding.dispatch.text)
        elif outcome.withdrawn:
            self._rows.add_withdrawn(self._shard, entry, outcome.withdrawn)
            self.counts["withdrawn"] += 1
        elif outcome.problem:
            self._rejected.append({"where": outcome.where, "problem": outcome.problem})
            self.counts["rejected"] += 1
        held = len(self._rows.dispatches) + len(self._rows.withdrawn) + len(self._rejected)
        if held >= PART_ROWS or self._chars >= PART_CHARS:
            self._flush()

    def close(self) -> list[dict[str, Any]]:
        """Write the rest and give all files their names; what was made."""
        self._flush()
        return self.files.appear()

    def _flush(self) -> None:
        called = f"part-{self._shard}-{self._part:04}"
        for name, rows, day, schema in (
            ("dispatches", self._rows.dispatches, "date", DISPATCHES),
            ("records", self._rows.records, "day", RECORDS),
        ):
            for folder, of_month in sorted(_by_month(rows, day).items()):
                self.files.table(f"{name}/{folder}/{called}.parquet", of_month, schema)
        if self._rows.withdrawn:
            self.files.table(f"withdrawn/{called}.parquet", self._rows.withdrawn, DISPATCHES)
        if self._rejected:
            self.files.lines(f"rejected/{called}.jsonl", self._rejected)
        self._rows, self._rejected, self._chars, self._part = Rows(), [], 0, self._part + 1


def _by_month(rows: Iterable[Row], day: str) -> dict[str, list[Row]]:
    out: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        sent: date = row[day]
        out[f"year={sent.year:04}/month={sent.month:02}"].append(row)
    return out
