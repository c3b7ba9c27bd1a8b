"""Days and how exactly they are known: a date of a record as an interval of days.

An ISO date as fine as told is an interval (``2023-04`` is all of April). Where a record has none, the day of sending
tells roughly when the fact took place; such an interval is not ``told`` and weighs less.
"""

from __future__ import annotations

import calendar
import functools
from dataclasses import dataclass
from datetime import date

from dragoman.model import Record

NEWS = 3
"""Days that pass, at most, between an undated fact that is told as news and the dispatch."""

TOOK_PLACE = ("done", "ongoing")
"""Statuses of what has taken, or is taking, place."""

AHEAD = {"planned": 60, "proposed": 365}
"""Days within which what is announced, or suggested, without a date is looked for."""

DAY, MONTH, YEAR = 1, 31, 366


@dataclass(frozen=True, slots=True)
class Span:
    """Days from ``first`` to ``last``, both within, as proleptic ordinals (`datetime.date.toordinal`)."""

    first: int
    last: int
    told: bool = True

    @property
    def days(self) -> int:
        return self.last - self.first + 1

    def gap(self, other: Span) -> int:
        """Days between the two; 0 where they touch or overlap on a day."""
        return max(self.first - other.last, other.first - self.last, 0)


@functools.lru_cache(maxsize=16384)
def span(day: str) -> Span:
    """``2023-04-10``, ``2023-04`` or ``2023`` as an interval."""
    year, month, number = (*map(int, day.split("-")), 0, 0)[:3]
    if not month:
        return Span(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal())
    if not number:
        last = calendar.monthrange(year, month)[1]
        return Span(date(year, month, 1).toordinal(), date(year, month, last).toordinal())
    ordinal = date(year, month, number).toordinal()
    return Span(ordinal, ordinal)


def understood(record: Record, sent: int) -> Span:
    """When the fact took, or is to take, place; ``sent`` is the day of the dispatch."""
    if record.date:
        begin = span(record.date)
        if record.end_date:
            end = span(record.end_date)
            return Span(begin.first, max(begin.last, end.last))
        return begin
    if record.status in AHEAD:
        return Span(sent, sent + AHEAD[record.status], told=False)
    return Span(sent - NEWS, sent, told=False)


def iso(day: int) -> str:
    """The ISO day of an ordinal."""
    return date.fromordinal(day).isoformat()
