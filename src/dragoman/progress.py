"""A progress bar for long runs, on a terminal only."""

from __future__ import annotations

import time
from typing import TextIO

DELAY = 1.0
"""Seconds before it first shows: short runs have none."""

INTERVAL = 0.1
_BAR = 24


class Progress:
    """Counts items and the bytes of the source that they took; ``total`` is the number of bytes, if known.

    ``of`` is what the items are.
    """

    def __init__(self, stream: TextIO, total: int | None, of: str = "dispatches") -> None:
        self._stream, self._total, self._of = stream, total, of
        self._on = stream.isatty()
        self._began = time.monotonic()
        self._next = self._began + DELAY
        self._items = self._bytes = 0
        self._shown = False

    def step(self, size: int, items: int = 1) -> None:
        """One more item, or several, which took ``size`` bytes."""
        self._items += items
        self._bytes += size
        if self._on and time.monotonic() >= self._next:
            self._next = time.monotonic() + INTERVAL
            self._stream.write(f"\r{self.line()}\x1b[K")
            self._stream.flush()
            self._shown = True

    def line(self) -> str:
        """What is shown now."""
        speed = self._items / max(time.monotonic() - self._began, 0.001)
        counted = f"{self._items:,} {self._of}, {speed:,.0f} a second"
        if not self._total:
            return counted
        share = min(self._bytes / self._total, 1.0)
        return f"[{'#' * round(share * _BAR):<{_BAR}}] {share:4.0%}  {counted}"

    def clear(self) -> None:
        """Take the bar away, so that a message can be printed; the next step shows it again."""
        if self._shown:
            self._stream.write("\r\x1b[K")
            self._shown = False

    def close(self) -> None:
        """Take it away for good."""
        self.clear()
        self._on = False
