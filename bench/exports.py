"""How fast a ledger's events are written in each format, and with how much memory.

    python bench/exports.py --ledger FILE [--format parquet]...

Each format is written by a process of its own, as by `dragoman export FORMAT`: seconds from its start to its end,
events a second, peak memory and what is written in megabytes; the mapped part of the database counts as memory.
`bench/ledger.py --dispatches 50000 --ledger FILE` makes a ledger of 100,000 events.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from dragoman.export.data.registry import FORMATS, Format


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ledger", required=True)
    parser.add_argument("--format", action="append", choices=list(FORMATS))
    args = parser.parse_args()
    print(f"{'format':<10}{'seconds':>9}{'events':>10}{'a second':>10}{'memory':>9}{'written':>9}")
    for name in args.format or FORMATS:
        with tempfile.TemporaryDirectory() as folder:
            print(measured(FORMATS[name], args.ledger, Path(folder)), flush=True)


def measured(form: Format, ledger: str, folder: Path) -> str:
    """A line about one format."""
    file = folder / f"events{form.suffix}"
    command = [sys.executable, "-m", "dragoman", "export", form.name, "--ledger", ledger, "-o", str(file)]
    begun = time.perf_counter()
    runs = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    said = runs.stdout.read() if runs.stdout else ""
    _, status, used = os.wait4(runs.pid, 0)
    seconds = time.perf_counter() - begun
    if status:
        return f"{form.name:<10} failed"
    events = int(said.split()[0].replace(",", ""))
    size = file.stat().st_size / 1e6
    memory = used.ru_maxrss / 1024
    return f"{form.name:<10}{seconds:>9.1f}{events:>10,}{events / seconds:>10,.0f}{memory:>9.0f}{size:>9.1f}"


if __name__ == "__main__":
    main()
