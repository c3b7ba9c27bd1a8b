"""One run of ``dragoman add``: from sources into a ledger, with problems and progress on standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import BrokenExecutor
from typing import TYPE_CHECKING

from dragoman.export.labels import count
from dragoman.intake import read_all
from dragoman.ledger.store import Entry, Ledger
from dragoman.progress import Progress
from dragoman.run import Count, ask, say, told, total_size
from dragoman.scale import Outcome, code_all
from dragoman.scale.outcome import Overrides

if TYPE_CHECKING:
    from dragoman.second.reader import SecondReader


def add(
    ledger: Ledger, sources: Iterable[str], overrides: Overrides, jobs: int, reader: SecondReader | None = None
) -> int:
    """Code the sources and enter what comes out, then what a second reader makes of it; the exit status."""
    sources = list(sources)
    progress, counted = Progress(sys.stderr, total_size(sources)), Count()
    try:
        outcomes = code_all(read_all(sources), overrides, jobs)
        tally = ledger.add(_entries(told(outcomes, progress, counted, reader)))
    except BrokenExecutor:
        progress.close()
        say("a process died, perhaps for want of memory: give the command again with fewer --jobs")
        return 1
    except KeyboardInterrupt:
        progress.close()
        say("interrupted; what was entered is kept: give the command again to go on")
        return 130
    progress.close()
    sums = [f"{tally.entered:,} entered"]
    sums += [f"{number:,} {name}" for number, name in _rest(tally.known, tally.superseded, tally.withdrawn) if number]
    print("; ".join(sums))
    status = 1 if counted.problems else 0
    return max(status, _second(ledger, reader)) if reader else status


def _second(ledger: Ledger, reader: SecondReader) -> int:
    """Ask the second reader and keep its readings beside the records; the exit status."""
    readings, status = ask(reader)
    if kept := ledger.keep_readings(readings):
        print(f"{count(kept, 'second reading', 'second readings')} kept: see `dragoman second list`")
    return status


def _rest(known: int, superseded: int, withdrawn: int) -> list[tuple[int, str]]:
    return [(known, "already there"), (superseded, "superseded by a later version"), (withdrawn, "withdrawn")]


def _entries(outcomes: Iterable[Outcome]) -> Iterator[Entry]:
    """What can be entered: codings, and dispatches that were withdrawn."""
    for outcome in outcomes:
        if entry := outcome.coding or outcome.withdrawn:
            yield entry
