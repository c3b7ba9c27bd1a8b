"""A soak of the follower: a server that misbehaves in every way, a sound feed and a folder that grow all the while.

    python bench/following.py [--seconds 600]

Prints how many entries there were, lost and doubled ones, what was asked for, and the memory of the follower at the
beginning, in the middle and at the end. Half-way through it is killed and started again.
"""

from __future__ import annotations

import argparse
import json
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from sqlalchemy import select

from dragoman.ledger import Ledger
from dragoman.ledger.tables import dispatch

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.follow.misbehaving import BAD, Server, serving, told

SOUND = ("growing", "packed", "moved", "guids")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=int, default=600)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, serving() as server:
        folder = Path(name)
        (folder / "in").mkdir()
        server.entries = []
        put, memory = soak(folder, server, args.seconds)
        report(folder, put, memory, server)


def soak(folder: Path, server: Server, seconds: int) -> tuple[set[str], list[int]]:
    """What was put where it should be found, and the memory as time went by."""
    file = folder / "sources.yml"
    rows = [{"feed": f"{server.url}/{path}", "private": True, "every": "2s"} for path in (*SOUND, *BAD)]
    file.write_text(json.dumps({"sources": [*rows, {"folder": "in", "every": "2s"}]}))
    runs, memory, put = start(file), [], {"g0", "g1", "g2"}
    begun = time.monotonic()
    for n in range(seconds):
        server.entries = told(30, max(0, n - 29))
        put.update(guid for guid, _, _ in server.entries)
        line = json.dumps(
            {"text": f"{told(1, n)[0][2]} So a file says.", "date": "2024-05-08", "lang": "en", "guid": f"f{n}"}
        )
        (folder / "in" / f"{n}.json").write_text(line)
        put.add(f"f{n}")
        if n == seconds // 2:
            runs.kill()
            runs.wait()
            runs = start(file)
        memory.append(resident(runs.pid))
        time.sleep(max(0.0, begun + n + 1 - time.monotonic()))
    time.sleep(15)  # files settle, feeds are looked at once more
    runs.send_signal(signal.SIGTERM)
    runs.wait(60)
    start(file, "--once").wait(120)  # files that it had not come to
    return put, memory


def start(file: Path, *options: str) -> subprocess.Popen[bytes]:
    ledger = str(file.with_name("ledger.db"))
    command = [sys.executable, "-m", "dragoman", "follow", str(file), "--ledger", ledger, *options]
    with file.with_name("log").open("ab") as log:
        return subprocess.Popen(command, stderr=log)


def resident(pid: int) -> int:
    """Megabytes that a process holds."""
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * 4 // 1024


def report(folder: Path, put: set[str], memory: list[int], server: Server) -> None:
    with Ledger(str(folder / "ledger.db")) as ledger, ledger.reading() as connection:
        kept = connection.execute(select(dispatch.c.guid, dispatch.c.text, dispatch.c.agency)).all()
    texts = Counter((row.text, row.agency) for row in kept)
    found = {row.guid for row in kept}
    log = (folder / "log").read_text().splitlines()
    print(f"{'entries put':<24}{len(put):>8,}")
    print(f"{'lost':<24}{len(put - found):>8,}  {' '.join(sorted(put - found)[:8])}")
    print(f"{'doubled':<24}{sum(count - 1 for count in texts.values()):>8,}")
    print(f"{'requests':<24}{sum(server.asked.values()):>8,}")
    print(f"{'not modified':<24}{server.not_modified:>8,}")
    print(f"{'lines said':<24}{len(log):>8,}")
    print(f"{'tracebacks':<24}{sum('Traceback' in line for line in log):>8,}")
    half = len(memory) // 2
    told_at = {
        "begin": memory[min(20, half)],
        "before the kill": memory[half - 1],
        "end": memory[-1],
        "most": max(memory),
    }
    print("megabytes: " + ", ".join(f"{when} {value}" for when, value in told_at.items()))


if __name__ == "__main__":
    main()
