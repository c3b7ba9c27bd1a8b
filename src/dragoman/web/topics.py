"""Topics over time: how many events are about each, by month, quarter or year."""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from pydantic import BaseModel

from dragoman.ledger.spans import span
from dragoman.report.wording import wording
from dragoman.web.showing import LANG

TOPICS = 8
"""Topics that are drawn, those of most events."""

_STEPS = {"month": (1, 550), "quarter": (3, 8 * 366)}
"""By what topics are counted: its months, and the days of the longest axis on which they are so; else by year."""


class TopicRow(NamedTuple):
    """A topic, and how many events are about it in each period."""

    topic: str
    title: str
    counts: list[int]


class TopicsData(BaseModel):
    """The topics of most events; ``begins`` are the first months of the periods."""

    by: str
    begins: list[str]
    rows: list[TopicRow]


def counted(topics: Sequence[tuple[str, int]], ends: tuple[int, int] | None) -> TopicsData:
    """How many events are about each topic, by period."""
    if ends is None:
        return TopicsData(by="quarter", begins=[], rows=[])
    by = next((by for by, (_, longest) in _STEPS.items() if ends[1] - ends[0] <= longest), "year")
    begins = _begins(_STEPS[by][0] if by in _STEPS else 12, *map(date.fromordinal, ends))
    firsts = [span(begin).first for begin in begins]
    told = Counter((topic, bisect(firsts, day) - 1) for topic, day in topics if firsts[0] <= day <= ends[1])
    most: Counter[str] = Counter()
    for (topic, _), number in told.items():
        most[topic] += number
    shown = sorted(most, key=lambda topic: (-most[topic], topic))[:TOPICS]
    title = wording(LANG).label
    rows = [TopicRow(topic, title("topics", topic), [told[topic, at] for at in range(len(begins))]) for topic in shown]
    return TopicsData(by=by, begins=begins, rows=rows)


def _begins(months: int, first: date, last: date) -> list[str]:
    """The first months of all periods of so many months from one day to another."""
    begin, end = (day.year * 12 + (day.month - 1) // months * months for day in (first, last))
    return [f"{at // 12}-{at % 12 + 1:02d}" for at in range(begin, end + 1, months)]
