"""One run of ``dragoman scale join``: the records of an archive joined into events, as a ledger joins them.

After the rounds that tell which dispatches count (`scale.standing`) the records go by their units to tasks that derive
each unit with the very function of the ledger (`scale.deriving`). Dispatches have the numbers that a ledger would give
them, so that events have the same ids.
"""

from __future__ import annotations

import shutil
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from hashlib import blake2s
from itertools import accumulate
from pathlib import Path
from typing import Any, TypeVar

from dragoman.progress import Progress
from dragoman.run import say
from dragoman.scale import groups
from dragoman.scale.cluster import Cluster, all_done
from dragoman.scale.deriving import JOINED, Numbered, derive_units, send_records
from dragoman.scale.groups import Plan
from dragoman.scale.receipts import MANIFEST, alone, finished, write
from dragoman.scale.standing import find_first, find_latest, send_dispatches

WORK = "joining"
"""The folder of what tasks send to each other, while they do."""

T = TypeVar("T")
R = TypeVar("R")


def join_archive(root: Path, cluster: Cluster, entries: int = groups.ENTRIES, records: int = groups.RECORDS) -> int:
    """Join all records of the archive coded in ``root`` into ``root/joined``; the exit status.

    ``entries`` and ``records`` say how much a task holds; the rows do not depend on them.
    """
    with alone(root):
        manifest = finished(root)
        progress = Progress(sys.stderr, None)
        try:
            with _emptied(root / WORK), cluster:
                counts = _Rounds(root.absolute(), manifest, cluster, progress).join(entries, records)
                made = {"dragoman": "scale join", "coded": digest(root), **counts}
                write(root / WORK / JOINED / MANIFEST, made)
                shutil.rmtree(root / JOINED, ignore_errors=True)
                (root / WORK / JOINED).replace(root / JOINED)
        except KeyboardInterrupt:
            say("interrupted; nothing is joined: give the command again")
            return 130
        finally:
            progress.close()
    print(f"{root / JOINED}: {counts['event']:,} events of {counts['event_record']:,} records")
    return 0


def digest(root: Path) -> str:
    """What the output of a coding is known by."""
    return blake2s((root / MANIFEST).read_bytes()).hexdigest()


class _Rounds:
    """The rounds of tasks of one run."""

    def __init__(self, root: Path, manifest: dict[str, Any], cluster: Cluster, progress: Progress) -> None:
        self._root, self._manifest, self._cluster, self._progress = root, manifest, cluster, progress

    def join(self, entries: int, records: int) -> dict[str, int]:
        """All rounds; how many rows each table has."""
        parts = groups.groups(self._manifest["shards"], entries, records)
        plan = Plan(
            str(self._root),
            str(self._root / WORK),
            tuple(group.first for group in parts),
            1 + (self._manifest["coded"] + self._manifest["withdrawn"]) // entries,
            1 + self._manifest["records"] // records,
        )
        skipped: Counter[int] = Counter()
        for found in self._round(send_dispatches, [(plan, group) for group in parts]):
            skipped.update(found)
        by_dispatch = [(plan, bucket) for bucket in range(plan.by_dispatch)]
        for found in self._round(find_first, by_dispatch):
            skipped.update(found)
        list(self._round(find_latest, by_dispatch))
        before = accumulate((skipped[group.number] for group in parts), initial=0)
        numbered = [(plan, Numbered(group, count)) for group, count in zip(parts, before, strict=False)]
        list(self._round(send_records, numbered))
        rows: Counter[str] = Counter()
        for made in self._round(derive_units, [(plan, bucket) for bucket in range(plan.by_unit)]):
            rows.update(made)
        return dict(sorted(rows.items()))

    def _round(self, function: Callable[[T], R], tasks: Sequence[T]) -> Iterator[R]:
        for _, result in all_done(self._cluster.map(function, tasks)):
            self._progress.step(0, 0)
            yield result


@contextmanager
def _emptied(folder: Path) -> Iterator[None]:
    """A folder that holds nothing before, and is not there afterwards."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    try:
        yield
    finally:
        shutil.rmtree(folder, ignore_errors=True)
