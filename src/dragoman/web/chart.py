"""What the chart of a pair draws: events, levels, what is due and topics, in compact rows along one axis of days."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from pydantic import BaseModel

from dragoman.ledger.marks import Due, Mark
from dragoman.ledger.spans import iso, span
from dragoman.report.wording import wording
from dragoman.web.showing import LANG
from dragoman.web.topics import TopicsData, counted

CAP = 1000
"""Events that are drawn at most: those that most dispatches tell."""

_FEW = 20
"""One event in so many, or two, may lie apart without the axis being drawn out for them."""


class MarkRow(NamedTuple):
    """An event. Where no text dates it, ``date`` is null and ``about`` the day near which it was told."""

    id: str
    kind: str
    status: str
    date: str | None
    end_date: str | None
    about: str | None
    sources: int
    what: str


class DueRow(NamedTuple):
    """What an event announced and nobody has told to be done, and the days within which it is due."""

    event: str
    overdue: bool
    first: str
    last: str
    what: str


class ChartData(BaseModel):
    """Rows in order of time; at most 1,000 ``marks`` of ``total``. ``first`` and ``last`` are the ends of the axis."""

    pair: str
    total: int
    first: str | None
    last: str | None
    kinds: dict[str, str]
    statuses: dict[str, str]
    marks: list[MarkRow]
    levels: list[MarkRow]
    due: list[DueRow]
    topics: TopicsData


def chart(
    pair: str,
    marks: Sequence[Mark],
    total: int,
    levels: Sequence[Mark],
    due: Sequence[Due],
    topics: Sequence[tuple[str, int]],
    on: str,
) -> ChartData:
    """What is drawn of a pair; what was due before the ISO day ``on`` is overdue."""
    spans = [(row.first_day, row.last_day) for row in (*marks, *levels)]
    ends = axis([*spans, *((row.due_first, row.due_last) for row in due)])
    labels = wording(LANG)
    return ChartData(
        pair=pair,
        total=total,
        first=iso(ends[0]) if ends else None,
        last=iso(ends[1]) if ends else None,
        kinds={kind: labels.label("kinds", kind) for kind in labels.table["kinds"]},
        statuses={status: labels.label("statuses", status) for status in labels.table["statuses"]},
        marks=[_mark(mark) for mark in marks],
        levels=[_mark(mark) for mark in levels],
        due=[_due(row, span(on).first) for row in due],
        topics=counted(topics, ends),
    )


def axis(spans: Iterable[tuple[int, int]]) -> tuple[int, int] | None:
    """The first and last day of an axis; a few events far before or after all others do not draw it out."""
    spans = list(spans)
    if not spans:
        return None
    few = min(max(2, len(spans) // _FEW), len(spans) // 3)
    first = -_reach([-begin for begin, _ in spans], few)
    last = _reach([end for _, end in spans], few)
    return (first, last) if first <= last else (min(begin for begin, _ in spans), max(end for _, end in spans))


def _reach(days: list[int], few: int) -> int:
    """The largest of these days, but for a few that lie farther from the others than those are spread."""
    ordered = sorted(days)
    last = ordered[-1]
    for at in range(len(ordered) - 1, len(ordered) - 1 - few, -1):
        before = ordered[at - 1]
        if ordered[at] - before > max(before - ordered[0], 366):
            last = before
    return last


def _mark(mark: Mark) -> MarkRow:
    about = None if mark.date else iso(mark.first_day)
    return MarkRow(
        mark.id,
        mark.kind,
        mark.status,
        mark.date,
        mark.end_date,
        about,
        mark.sources,
        _what(mark, mark.act, mark.place),
    )


def _due(row: Due, today: int) -> DueRow:
    return DueRow(row.event, row.due_last < today, iso(row.due_first), iso(row.due_last), _what(row))


def _what(row: Mark | Due, act: str | None = None, place: str | None = None) -> str:
    """``agreement, signing, Astana``: the type, the act and the place of an event."""
    named = _named(row.kind, row.type, act)
    return f"{named}, {place}" if place else named


@cache
def _named(kind: str, type: str, act: str | None) -> str:
    label = wording(LANG).label
    named = label("types", type, of=kind)
    return f"{named}, {label('acts', act, of=kind)}" if act else named
