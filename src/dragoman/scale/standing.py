"""Which dispatches of an archive count, as in a ledger into which they are entered in order.

One that came before, in whatever shard, is no other one; of the versions of one only the latest counts; one that was
withdrawn does not. Three rounds: by groups of shards, by what the dispatches say, by their guids.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
from pyarrow import compute

from dragoman.ledger.store import BATCH
from dragoman.ledger.tables import SUPERSEDED, WITHDRAWN
from dragoman.ledger.versions import superseded, takes_back
from dragoman.scale.columns import DISPATCHES
from dragoman.scale.groups import Group, Plan
from dragoman.scale.scatter import bucket_of, gather, scatter

_COLUMNS = ["entry", "hash", "guid", "version", "agency", "url", "date"]
_DISPATCH = pa.schema([("position", pa.int64()), *((name, DISPATCHES.field(name).type) for name in _COLUMNS[1:])])
SKIPPED = pa.schema([("position", pa.int64())])
"""Entries that a ledger gives no number: told before, or a withdrawal."""

LOST = pa.schema([("position", pa.int64()), ("state", pa.string())])
"""Dispatches that do not count, and why: superseded or withdrawn."""


def send_dispatches(task: tuple[Plan, Group]) -> dict[int, int]:
    """The first round: the dispatches of a group by their hashes, the withdrawals by their guids.

    Answers how many entries of the group are skipped.
    """
    plan, group = task
    root, work, source = Path(plan.root), Path(plan.work), f"group-{group.number:06}"
    told, gone = (
        pa.concat_tables(
            [
                _DISPATCH.empty_table(),
                *(
                    table.select(_DISPATCH.names)
                    for part in group.parts
                    for table in part.tables(root, folder, _COLUMNS, DISPATCHES)
                ),
            ]
        )
        for folder in ("dispatches", "withdrawn")
    )
    buckets = bucket_of(plan.by_dispatch)
    scatter(work / "by-hash", source, told, buckets(compute.utf8_slice_codeunits(told["hash"], 0, 4)))
    scatter(work / "withdrawals", source, gone, buckets(gone["guid"]))
    scatter(work / "skipped", source, gone.select(["position"]), np.full(gone.num_rows, group.number))
    return {group.number: int(gone.num_rows)}


def find_first(task: tuple[Plan, int]) -> dict[int, int]:
    """The second round: of dispatches that say the same the first. Answers how many of each group are skipped."""
    plan, bucket = task
    work, source = Path(plan.work), f"bucket-{bucket:06}"
    told = gather(work / "by-hash", bucket, _DISPATCH)
    kept = told.group_by("hash").aggregate([("position", "min")])["position_min"]
    is_first = compute.is_in(told["position"], value_set=kept.combine_chunks())
    again = told.filter(compute.invert(is_first)).select(["position"])
    by_group = _groups(plan, again)
    scatter(work / "skipped", source, again, by_group)
    versions = told.filter(compute.and_(is_first, compute.is_valid(told["guid"])))
    scatter(work / "versions", source, versions, bucket_of(plan.by_dispatch)(versions["guid"]))
    numbers, counts = np.unique(by_group, return_counts=True)
    return {int(number): int(count) for number, count in zip(numbers, counts, strict=True)}


@dataclass(frozen=True, slots=True)
class _Version:
    id: int
    guid: str
    version: int | None
    agency: str | None
    url: str | None
    date: Any


def find_latest(task: tuple[Plan, int]) -> int:
    """The third round: what became of the versions of each guid. Answers how many do not count."""
    plan, bucket = task
    work, source = Path(plan.work), f"bucket-{bucket:06}"
    withdrawals: dict[str, list[_Version]] = defaultdict(list)
    for version in _versions(gather(work / "withdrawals", bucket, _DISPATCH)):
        withdrawals[version.guid].append(version)
    current, lost = [], []
    for version in _versions(gather(work / "versions", bucket, _DISPATCH)):
        if any(_withdraws(withdrawal, version) for withdrawal in withdrawals.get(version.guid, ())):
            lost.append({"position": version.id, "state": WITHDRAWN})
        else:
            current.append(version)
    lost += [{"position": place, "state": SUPERSEDED} for place in sorted(superseded(current))]
    table = pa.Table.from_pylist(lost, schema=LOST)
    scatter(work / "lost", source, table, _groups(plan, table))
    return int(table.num_rows)


def _versions(table: pa.Table) -> Iterator[_Version]:
    for row in table.to_pylist():
        yield _Version(row["position"], *(row[name] for name in ("guid", "version", "agency", "url", "date")))


def _withdraws(withdrawal: _Version, dispatch: _Version) -> bool:
    """Whether the ledger had entered the dispatch by then: it enters a batch, and then what the batch withdraws."""
    return dispatch.id // BATCH <= withdrawal.id // BATCH and takes_back(withdrawal, dispatch)


def _groups(plan: Plan, table: pa.Table) -> npt.NDArray[np.int64]:
    """The groups that have the entries of a table."""
    places = table["position"].to_numpy()
    found: npt.NDArray[np.int64] = np.searchsorted(np.array(plan.bounds), places, side="right") - 1
    return found
