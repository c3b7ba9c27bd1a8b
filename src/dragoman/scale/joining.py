"""One run of ``dragoman scale join``: the records of an archive joined into events, as a ledger joins them.

After the rounds that tell which dispatches count (`scale.standing`) the records go by their units to tasks that derive
each unit with the very function of the ledger (`scale.deriving`). Dispatches have the numbers that a ledger would give
them, so that events have the same ids.
"""

from __future__ import annotations

import shutil
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import accumulate
from pathlib import Path

from dragoman.progress import Progress
from dragoman.run import say
from dragoman.scale import groups
from dragoman.scale.cluster import Cluster
from dragoman.scale.deriving import Numbered, derive_units, send_records
from dragoman.scale.groups import Group, Plan
from dragoman.scale.receipts import JOINED, MANIFEST, alone, digest, finished, write
from dragoman.scale.standing import find_first, find_latest, send_dispatches

WORK = "joining"
"""The folder of what tasks send to each other, while they do."""


def join_archive(root: Path, cluster: Cluster, entries: int = groups.ENTRIES, records: int = groups.RECORDS) -> int:
    """Join all records of the archive coded in ``root`` into ``root/joined``; the exit status.

    ``entries`` and ``records`` say how much a task holds; the rows do not depend on them.
    """
    with alone(root):
        manifest = finished(root)
        parts = groups.groups(manifest["shards"], entries, records)
        plan = Plan(
            root=str(root.absolute()),
            work=str(root.absolute() / WORK),
            bounds=tuple(group.first for group in parts),
            by_dispatch=1 + (manifest["coded"] + manifest["withdrawn"]) // entries,
            by_unit=1 + manifest["records"] // records,
        )
        try:
            with _emptied(root / WORK), cluster:
                counts = _rounds(plan, parts, cluster)
                made = {"dragoman": "scale join", "coded": digest(root), **counts}
                write(root / WORK / JOINED / MANIFEST, made)
                shutil.rmtree(root / JOINED, ignore_errors=True)
                (root / WORK / JOINED).replace(root / JOINED)
        except KeyboardInterrupt:
            say("interrupted; nothing is joined: give the command again")
            return 130
    print(f"{root / JOINED}: {counts['event']:,} events of {counts['event_record']:,} records")
    return 0


def _rounds(plan: Plan, parts: Sequence[Group], cluster: Cluster) -> dict[str, int]:
    """All rounds of tasks, one after the other; how many rows each table has."""
    progress = Progress(sys.stderr, 2 * len(parts) + 2 * plan.by_dispatch + plan.by_unit, of="tasks")
    of_groups = [(plan, group) for group in parts]
    of_dispatches = [(plan, bucket) for bucket in range(plan.by_dispatch)]
    skipped: Counter[int] = Counter()
    for found in (
        *cluster.all(send_dispatches, of_groups, progress),
        *cluster.all(find_first, of_dispatches, progress),
    ):
        skipped.update(found)
    cluster.all(find_latest, of_dispatches, progress)
    before = accumulate((skipped[group.number] for group in parts), initial=0)
    numbered = [(plan, Numbered(group, count)) for group, count in zip(parts, before, strict=False)]
    cluster.all(send_records, numbered, progress)
    rows: Counter[str] = Counter()
    for made in cluster.all(derive_units, [(plan, bucket) for bucket in range(plan.by_unit)], progress):
        rows.update(made)
    progress.close()
    return dict(sorted(rows.items()))


@contextmanager
def _emptied(folder: Path) -> Iterator[None]:
    """A folder that holds nothing before, and is not there afterwards."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    try:
        yield
    finally:
        shutil.rmtree(folder, ignore_errors=True)
