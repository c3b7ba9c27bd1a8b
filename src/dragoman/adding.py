"""One run of ``dragoman add``: from sources into a ledger, with problems and progress on standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import BrokenExecutor
from typing import TYPE_CHECKING

from dragoman.export.labels import count
from dragoman.intake import Reading, read_all
from dragoman.intake.times import is_over
from dragoman.ledger.clock import now
from dragoman.ledger.enter import Tally
from dragoman.ledger.store import Entry, Ledger
from dragoman.progress import Progress
from dragoman.run import Count, ask, say, told, total_size
from dragoman.scale import Outcome, code_all
from dragoman.scale.outcome import Overrides

if TYPE_CHECKING:
    from dragoman.second.reader import SecondReader


def add(
    ledger: Ledger,
    sources: Iterable[str],
    overrides: Overrides,
    jobs: int,
    reading: Reading | None = None,
    *,
    embargoed: bool = False,
    reader: SecondReader | None = None,
) -> int:
    """Code the sources and enter what comes out, then what a second reader makes of it; the exit status.

    What is under embargo waits, unless ``embargoed``.
    """
    sources = list(sources)
    progress, counted, held = Progress(sys.stderr, total_size(sources)), Count(), Held(None if embargoed else now())
    outcomes = held.rest(code_all(read_all(sources, reading=reading), overrides, jobs), progress)
    try:
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
    print(held.sums(tally))
    status = 1 if counted.problems else 0
    return max(status, _second(ledger, reader)) if reader else status


def _second(ledger: Ledger, reader: SecondReader) -> int:
    """Ask the second reader and keep its readings beside the records; the exit status."""
    readings, status = ask(reader)
    if kept := ledger.keep_readings(readings):
        print(f"{count(kept, 'second reading', 'second readings')} kept: see `dragoman second list`")
    return status


class Held:
    """What must not be shown yet: the pages of a ledger show all that it holds."""

    def __init__(self, moment: str | None) -> None:
        self._moment = moment
        self.count = 0

    def sums(self, tally: Tally) -> str:
        """What became of a run's dispatches, with those that were held back."""
        return tally.told() + (f"; {self.count:,} held back under embargo" if self.count else "")

    def rest(self, outcomes: Iterable[Outcome], progress: Progress) -> Iterator[Outcome]:
        """The outcomes that may be entered; the others are told."""
        for outcome in outcomes:
            embargo = outcome.coding.dispatch.embargo if outcome.coding else None
            if self._moment and embargo and not is_over(embargo, self._moment):
                self.count += 1
                progress.clear()
                say(
                    f"{outcome.where}: held back, under embargo until {embargo}: add it again then, or give --embargoed"
                )
                progress.step(outcome.size)
            else:
                yield outcome


def _entries(outcomes: Iterable[Outcome]) -> Iterator[Entry]:
    """What can be entered: codings, and dispatches that were withdrawn."""
    for outcome in outcomes:
        if entry := outcome.coding or outcome.withdrawn:
            yield entry
