"""One run of ``dragoman scale load``: what an archive was coded into, entered into a ledger without coding it again."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pyarrow import parquet

from dragoman.adding import Held
from dragoman.ledger.clock import now
from dragoman.ledger.store import Entry, Ledger
from dragoman.model import Coding
from dragoman.progress import Progress
from dragoman.run import say
from dragoman.scale.columns import DISPATCHES, RECORDS, Row, codings, dispatch_of
from dragoman.scale.outcome import Outcome
from dragoman.scale.receipts import Receipt, finished


def load_archive(root: Path, ledger: Ledger, *, embargoed: bool = False) -> int:
    """Enter the archive coded in ``root``, in its order and each dispatch once; the exit status.

    What is under embargo waits, unless ``embargoed``.
    """
    manifest = finished(root)
    progress, held = Progress(sys.stderr, None), Held(None if embargoed else now())
    try:
        outcomes = held.rest(_outcomes(root, manifest["shards"]), progress)
        tally = ledger.add(_entries(outcomes, progress))
    except KeyboardInterrupt:
        progress.close()
        say("interrupted; what was entered is kept: give the command again to go on")
        return 130
    progress.close()
    print(held.sums(tally))
    return 0


def _outcomes(root: Path, receipts: list[Receipt]) -> Iterator[Outcome]:
    for receipt in receipts:
        for entry in entries(root, receipt):
            if isinstance(entry, Coding):
                yield Outcome(entry.dispatch.id, coding=entry)
            else:
                yield Outcome(entry.id, withdrawn=entry)


def _entries(outcomes: Iterator[Outcome], progress: Progress) -> Iterator[Entry]:
    for outcome in outcomes:
        progress.step(0)
        if entry := outcome.coding or outcome.withdrawn:
            yield entry


def entries(root: Path, receipt: Receipt) -> Iterator[Entry]:
    """The codings and withdrawn dispatches of a shard in the order in which it held them; a part at a time is read."""
    for part in sorted({_part(made["path"]) for made in receipt["files"]}):
        names = [made["path"] for made in receipt["files"] if _part(made["path"]) == part]
        dispatches, records, withdrawn = (
            _rows(root, names, folder) for folder in ("dispatches", "records", "withdrawn")
        )
        found: list[tuple[int, Entry]] = [*codings(dispatches, records)]
        found += [(row["entry"], dispatch_of(row)) for row in withdrawn]
        yield from (entry for _, entry in sorted(found, key=lambda row: row[0]))


def _part(path: str) -> str:
    """``part-SHARD-NUMBER``, which all files of a part of a shard are called."""
    return Path(path).stem


def _rows(root: Path, names: list[str], folder: str) -> list[Row]:
    schema: Any = RECORDS if folder == "records" else DISPATCHES
    files = [name for name in names if name.startswith(f"{folder}/")]
    return [
        row for name in files for row in parquet.read_table(root / name, schema=schema, partitioning=None).to_pylist()
    ]
