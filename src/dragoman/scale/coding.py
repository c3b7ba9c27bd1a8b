"""A shard coded: the pure function that a cluster calls, once for each shard."""

from __future__ import annotations

import functools
from dataclasses import dataclass, field
from pathlib import Path

from dragoman.intake import Reading
from dragoman.scale.errors import ScaleError
from dragoman.scale.outcome import Code, Overrides, code_item
from dragoman.scale.reading import items
from dragoman.scale.receipts import Receipt, write_receipt
from dragoman.scale.shards import Shard
from dragoman.scale.writing import ShardWriter


@dataclass(frozen=True, slots=True)
class Task:
    """A shard to be coded into the folder ``out``."""

    shard: Shard
    out: str
    overrides: Overrides
    reading: Reading = field(default_factory=Reading)

    @property
    def label(self) -> str:
        part = "" if self.shard.form is None else f" (from {self.shard.first:,} on)"
        return f"{self.shard.path}{part}"


def code_shard(task: Task) -> Receipt:
    """Code the shard, write its files and its receipt; the same bytes each time. Raises ScaleError and OSError."""
    _check(task.shard)
    code = coder()
    writer = ShardWriter(Path(task.out), task.shard.name)
    try:
        for item in items(task.shard, task.reading):
            writer.add(code_item(item, code, task.overrides))
        _check(task.shard)
        made = writer.close()
    finally:
        writer.files.vanish()
    receipt: Receipt = {"shard": task.shard.to_json(), **writer.counts, "files": made}
    write_receipt(Path(task.out), receipt)
    return receipt


@functools.cache
def coder() -> Code:
    """One for all shards of a process."""
    from dragoman.coder import Coder

    return Coder().code


def _check(shard: Shard) -> None:
    if not shard.is_current():
        raise ScaleError("the input has changed since the run began: give the command again")
