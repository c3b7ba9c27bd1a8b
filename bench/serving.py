"""How fast `dragoman serve` answers while dispatches are being added, and how heavy its pages are.

Starts the real server on a copy of a ledger. Readers ask for pages of every kind, without a pause between two requests
unless --think says so, while `dragoman add` enters and joins new dispatches in another process, batch after batch.
Prints for each kind of page how many were asked for, the median and the 95th percentile of the server's own time (the
header Server-Timing) and of the client's, and the largest page. Pairs, events and the like are drawn by chance, each
pair as often as it has events; the same --seed asks for the same pages. All kinds are asked for a few times before, so
that what a server reads once is not counted. Exits with 1 where a kind is slower or heavier
than the limits.

    python bench/serving.py [--ledger FILE | --dispatches 20000] [--seconds 60] [--workers N] [--think SECONDS]
"""

from __future__ import annotations

import argparse
import http.client
import json
import random
import shutil
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode

from asking import Asked, kinds
from ledger import varied

from dragoman.coder import Coder
from dragoman.ledger import Ledger

MEDIAN, P95, WEIGHT = 150, 400, 400_000
"""Milliseconds and bytes that no kind of page may go beyond."""

BATCH = 200
"""Dispatches that one `dragoman add` enters."""

NEW = 10_000_000
"""The number of the first dispatch that no ledger holds."""


class Answer(NamedTuple):
    """One answer: milliseconds at the server and at the client, bytes as they are without compression."""

    server: float
    client: float
    size: int


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ledger", type=Path, help="a SQLite ledger, of which a copy is served")
    parser.add_argument("--dispatches", type=int, default=20_000, help="how many, where a ledger is to be made")
    parser.add_argument("--readers", type=int, default=8)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--think", type=float, default=0, help="seconds a reader waits between two pages, on average")
    parser.add_argument("--workers", type=int, help="processes of the server; else as it decides")
    parser.add_argument("--still", action="store_true", help="add no dispatches meanwhile")
    parser.add_argument("--only", help="only kinds of page whose names begin so")
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = _ledger(given, Path(folder))
        with sqlite3.connect(path) as connection:
            pages = {name: ask for name, ask in kinds(connection).items() if name.startswith(given.only or "")}
        batches = [] if given.still else list(_batches(Path(folder)))
        sys.exit(run(given, path, pages, batches))


def run(given: argparse.Namespace, path: Path, pages: dict[str, Asked], batches: Sequence[Path]) -> int:
    """Serve, read, add, tell."""
    with serving(path, given.workers) as port:
        _warm(port, pages)
        until = time.monotonic() + given.seconds
        found: dict[str, list[Answer]] = defaultdict(list)
        readers = [
            threading.Thread(target=read, args=(port, pages, random.Random(f"{given.seed}-{n}"), until, given, found))
            for n in range(given.readers)
        ]
        for reader in readers:
            reader.start()
        added = add(path, batches, until)
        for reader in readers:
            reader.join()
    print(f"{given.readers} readers, {given.seconds:.0f} s, {given.think:g} s apart; {added:,} dispatches added")
    return tell(found)


def _warm(port: int, pages: dict[str, Asked], rounds: int = 3) -> None:
    """Ask for all kinds before, each time anew: languages are read when the first dispatch in each is pasted."""
    chance = random.Random("warm")
    names = [*sorted(pages), *["try, coded"] * 20 * ("try, coded" in pages)]
    for name in names * rounds:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        fetch(connection, *pages[name](chance))
        connection.close()


def read(
    port: int,
    pages: dict[str, Asked],
    chance: random.Random,
    until: float,
    given: argparse.Namespace,
    found: dict[str, list[Answer]],
) -> None:
    """One reader: page after page, each of any kind."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    names = sorted(pages)
    while time.monotonic() < until:
        name = chance.choice(names)
        found[name].append(fetch(connection, *pages[name](chance)))
        if given.think:
            time.sleep(chance.expovariate(1 / given.think))


def fetch(connection: http.client.HTTPConnection, path: str, form: dict[str, str] | None = None) -> Answer:
    """Ask for a page, or send a form."""
    began = time.perf_counter()
    body = urlencode(form) if form else None
    headers = {"Content-Type": "application/x-www-form-urlencoded"} if form else {}
    connection.request("POST" if form else "GET", path, body, headers)
    answer = connection.getresponse()
    size = len(answer.read())
    took = (time.perf_counter() - began) * 1000
    if answer.status != 200:
        print(f"{path}: {answer.status}", file=sys.stderr)
    return Answer(float(answer.headers["Server-Timing"].partition("dur=")[2]), took, size)


def add(path: Path, batches: Sequence[Path], until: float) -> int:
    """Enter batch after batch until the time is over; how many dispatches there were."""
    count = 0
    for batch in batches:
        if time.monotonic() >= until:
            break
        command = [sys.executable, "-m", "dragoman", "add", str(batch), "--ledger", str(path)]
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        count += BATCH
    return count


@contextmanager
def serving(path: Path, workers: int | None) -> Iterator[int]:
    """A server on a free port, until the end of the block."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    command = [sys.executable, "-m", "dragoman", "serve", "--ledger", str(path), "--port", str(port)]
    server = subprocess.Popen([*command, *(["--workers", str(workers)] if workers else [])])
    try:
        while server.poll() is None:
            try:
                socket.create_connection(("127.0.0.1", port)).close()
                break
            except OSError:
                time.sleep(0.1)
        yield port
    finally:
        server.terminate()
        server.wait()


def tell(found: dict[str, list[Answer]]) -> int:
    """A line a kind of page; 1 where one goes beyond the limits."""
    print(f"{'page':<24}{'asked':>7}{'server: median':>16}{'p95':>7}{'client: median':>16}{'p95':>7}{'largest':>10}")
    beyond = 0
    for name, answers in [*sorted(found.items()), ("all", [one for each in found.values() for one in each])]:
        server, client = sorted(one.server for one in answers), sorted(one.client for one in answers)
        size = max(one.size for one in answers)
        middle, high = statistics.median(server), _p95(server)
        over = middle > MEDIAN or high > P95 or (size > WEIGHT and "." not in name)
        beyond += over
        print(
            f"{name:<24}{len(answers):>7,}{middle:>16.1f}{high:>7.0f}{statistics.median(client):>16.1f}"
            f"{_p95(client):>7.0f}{size:>10,}{'  beyond' if over else ''}"
        )
    return 1 if beyond else 0


def _p95(times: Sequence[float]) -> float:
    return times[min(int(len(times) * 0.95), len(times) - 1)]


def _ledger(given: argparse.Namespace, folder: Path) -> Path:
    """A copy of the ledger, or one made for the purpose."""
    path = folder / "ledger.db"
    if given.ledger:
        shutil.copyfile(given.ledger, path)
        return path
    coder = Coder()
    with Ledger(str(path), create=True) as made:
        made.add(coder.code(dispatch) for dispatch in varied(given.dispatches))
    return path


def _batches(folder: Path, number: int = 20) -> Iterator[Path]:
    """Files of dispatches that the ledger does not hold: the originals varied once more."""
    told = ("id", "lang", "date", "agency", "text")
    rows = [json.dumps({slot: getattr(one, slot) for slot in told}) for one in varied(number * BATCH, NEW)]
    for at in range(number):
        file = folder / f"batch-{at}.jsonl"
        file.write_text("\n".join(rows[at * BATCH : (at + 1) * BATCH]) + "\n", encoding="utf-8")
        yield file


if __name__ == "__main__":
    main()
