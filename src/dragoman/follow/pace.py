"""When a source is asked again: at its own pace, a little off it, and ever more rarely while it does not answer."""

from __future__ import annotations

from collections.abc import Callable

JITTER = 0.1
"""By how much of the pace a wait is longer or shorter, so that sources are not all asked at once."""

LONGEST = 24 * 3600.0
"""Seconds after which a source that does not answer is asked again at the latest."""


def wait(every: float, failures: int, retry_after: float | None, chance: Callable[[], float]) -> float:
    """Seconds until a source is asked again, after so many failures in a row; ``chance`` gives numbers from 0 to 1."""
    pace = min(every * 2.0 ** min(failures, 30), max(LONGEST, every))
    pace *= 1 + JITTER * (2 * chance() - 1)
    return max(pace, min(retry_after or 0.0, LONGEST))
