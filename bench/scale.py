"""How fast an archive is coded by workers on Ray, and whether it comes out the same however many there are.

Short dispatches (samples, and gold where it is at hand, varied by a generator: see bench/ledger.py) are written as JSON
Lines and as Parquet, and coded shard by shard in this process, by one worker, by two, and by two of which one is killed
in the middle. Prints dispatches a second, the memory of the workers early and at the end, whether every byte is the
same, and how long joining takes.

    python bench/scale.py [--dispatches 200000] [--workers 2] [--longest 800] [--folder FOLDER]
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import signal
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path

import pyarrow as pa
from ledger import originals, varied
from pyarrow import parquet

from dragoman.model import Dispatch
from dragoman.scale.archive import Archive, code_archive
from dragoman.scale.cluster import Cluster
from dragoman.scale.coding import Task, code_shard
from dragoman.scale.joining import join_archive
from dragoman.scale.outcome import Overrides
from dragoman.scale.receipts import TABLES
from dragoman.scale.shards import Shard, plan

SHARDS = 24
"""Into so many the archive is cut, so that the last ones keep no worker waiting for long."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dispatches", type=int, default=200_000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--longest", type=int, default=800, help="characters of the longest original that is taken")
    parser.add_argument("--folder", type=Path, help="where to write; else a folder that is removed afterwards")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = given.folder or Path(name)
        write_archive(folder / "archive", given.dispatches, given.longest)
        shards = plan([str(folder / "archive")], [], folder / "none", 10**12)
        size = sum(shard.size for shard in shards)
        print(f"{given.dispatches:,} dispatches in {len(shards)} shards, {size / 1e6:,.0f} MB")
        alone = in_this_process(shards, folder / "alone", given.dispatches)
        one = on_ray(shards, folder / "one", given.dispatches, 1)
        many = on_ray(shards, folder / "many", given.dispatches, given.workers)
        killed = on_ray(shards, folder / "killed", given.dispatches, given.workers, kill=True)
        print(f"{given.workers} workers do {many / one:.2f} times what one does, {many / alone:.2f} of this process")
        print(f"with one killed {killed / many:.2f} of that")
        wanted = digest(folder / "alone")
        for other in ("one", "many", "killed"):
            print(f"the same bytes as this process: {other:<8} {'yes' if digest(folder / other) == wanted else 'NO'}")
        joined(folder / "archive", folder / "joined", given.workers)


def write_archive(folder: Path, number: int, longest: int) -> None:
    """Half of it JSON Lines, half Parquet."""
    folder.mkdir(parents=True, exist_ok=True)
    per_shard = max(number // SHARDS, 1)
    source: Iterator[Dispatch] = varied(number, among=[one for one in originals() if len(one.text) <= longest])
    for at in itertools.count():
        rows = [{k: v for k, v in asdict(one).items() if v} for one in itertools.islice(source, per_shard)]
        if not rows:
            return
        if at % 2:
            parquet.write_table(pa.Table.from_pylist(rows), folder / f"{at:03}.parquet")
        else:
            lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
            (folder / f"{at:03}.jsonl").write_text(lines, encoding="utf-8")


def in_this_process(shards: list[Shard], out: Path, number: int) -> float:
    began = time.perf_counter()
    for shard in shards:
        code_shard(Task(shard, str(out), Overrides()))
    rate = number / (time.perf_counter() - began)
    print(f"this process   {rate:8,.0f} dispatches a second")
    return rate


def on_ray(shards: list[Shard], out: Path, number: int, workers: int, *, kill: bool = False) -> float:
    """So many workers, all started and warm before the clock runs; with ``kill`` one is killed after a third."""
    peaks: list[float] = []
    with Cluster(workers=workers) as cluster:
        for _ in cluster.map(warm, range(workers * 4)):
            pass
        began = time.perf_counter()
        for done in cluster.map(code_shard, [Task(shard, str(out), Overrides()) for shard in shards]):
            if done.problem:
                print(f"  {done.task.label}: {done.problem}")
            peaks.append(done.peak)
            if kill and len(peaks) == len(shards) // 3:
                os.kill(workers_of(os.getpid())[0], signal.SIGKILL)
        rate = number / (time.perf_counter() - began)
    early, late = max(peaks[: max(len(peaks) // 4, 1)]), max(peaks)
    told = f"{workers} worker{'s' if workers > 1 else ''}{', one killed' if kill else ''}"
    print(f"{told:<14} {rate:8,.0f} dispatches a second, {early:,.0f} MB at a quarter, {late:,.0f} MB at the end")
    return rate


def warm(_: int) -> int:
    """Have a worker load what it codes with."""
    from dragoman.scale.coding import coder

    for dispatch in itertools.islice(varied(400), 400):
        coder()(dispatch)
    return os.getpid()


def workers_of(process: int) -> list[int]:
    """The workers of Ray below a process that code a shard now; Linux only."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            line = (folder / "cmdline").read_bytes()
            if line.startswith(b"ray::code_shard") and _is_below(int(folder.name), process):
                found.append(int(folder.name))
        except OSError:
            continue
    return found


def _is_below(process: int, ancestor: int) -> bool:
    while process > 1:
        if process == ancestor:
            return True
        process = int(Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[1])
    return False


def digest(folder: Path) -> str:
    """A hash of all that was written, names and bytes."""
    told = sha256()
    for table in (*TABLES, "shards"):
        for path in sorted((folder / table).rglob("*.*")):
            told.update(f"{path.relative_to(folder)}\0".encode() + path.read_bytes() if path.is_file() else b"")
    return told.hexdigest()


def joined(archive: Path, out: Path, workers: int) -> None:
    code_archive(Archive((str(archive),), out, Overrides()), Cluster(workers=workers))
    began = time.perf_counter()
    join_archive(out, Cluster(workers=workers))
    print(f"joined in {time.perf_counter() - began:,.1f} s, Ray's start included")


if __name__ == "__main__":
    main()
