"""From an expression of time to ISO dates, against the day of the dispatch.

Dates are as fine as the text: ``2023-04-10``, ``2023-04`` or ``2023``.
"""

from __future__ import annotations

import datetime
from dataclasses import replace

from dragoman.find.mention import DateMention, Sentence

# a day without a year is taken from this year unless it would lie further off than this on the wrong side
_NEAR = 7
_SLACK = datetime.timedelta(days=40)


def resolve_date(mention: DateMention, day: datetime.date, future: bool) -> tuple[str | None, str | None]:
    """The first and (of a range) the last day of a mention; ``future`` tells which way an open one points."""
    if mention.years is not None:
        mention = replace(mention, year=day.year + mention.years, years=None)
    if mention.months is not None:
        shifted = _shift_month(day, mention.months)
        mention = replace(mention, year=int(shifted[:4]), month=int(shifted[5:]), months=None)
    if mention.offset is not None:
        return _offset(mention, day), None
    if mention.weekday is not None:
        first = _weekday(mention, day, future)
        last = first + datetime.timedelta(days=(mention.day2 - mention.weekday) % 7) if mention.day2 else None
        return first.isoformat(), last.isoformat() if last and last > first else None
    if mention.month is None and mention.day is None:
        return (f"{mention.year:04d}" if mention.year else None), None
    if mention.day is None:
        return _month(mention, day, future), None
    return _days(mention, day, future)


def _shift_month(day: datetime.date, months: int) -> str:
    index = day.year * 12 + day.month - 1 + months
    return f"{index // 12:04d}-{index % 12 + 1:02d}"


def _offset(mention: DateMention, day: datetime.date) -> str:
    offset = mention.offset or 0
    if mention.unit == "day":
        return (day + datetime.timedelta(days=offset)).isoformat()
    if mention.unit == "week":
        return (day + datetime.timedelta(days=7 * offset)).isoformat()[:7]
    if mention.unit == "month":
        return _shift_month(day, offset)
    return f"{day.year + offset:04d}"


def _weekday(mention: DateMention, day: datetime.date, future: bool) -> datetime.date:
    wanted = (mention.weekday or 1) - 1
    if mention.weeks is not None:
        return day + datetime.timedelta(days=7 * mention.weeks + wanted - day.weekday())
    back = (day.weekday() - wanted) % 7
    if mention.turn < 0:
        return day - datetime.timedelta(days=back or 7)
    if mention.turn > 0:
        return day + datetime.timedelta(days=(7 - back) % 7 or 7)
    if future and back:
        return day + datetime.timedelta(days=7 - back)
    return day - datetime.timedelta(days=back)


def _month(mention: DateMention, day: datetime.date, future: bool) -> str:
    month = mention.month or 1
    year = mention.year
    if year is None:
        year = day.year
        if mention.turn < 0 or (not future and mention.turn == 0):
            year -= month > day.month or (mention.turn < 0 and month == day.month)
        else:
            year += month < day.month
    return f"{year:04d}-{month:02d}"


def _date(year: int, month: int, number: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, number)
    except ValueError:
        return None


def _month_of_day(mention: DateMention, day: datetime.date) -> tuple[int, int]:
    """The month of ``last 9th`` and ``next 3rd``: the dispatch's, or the one before or after it."""
    number = mention.day or 1
    over = number > day.day if mention.turn < 0 else number < day.day
    shifted = _shift_month(day, mention.turn if over else 0)
    return int(shifted[:4]), int(shifted[5:])


def _days(mention: DateMention, day: datetime.date, future: bool) -> tuple[str | None, str | None]:
    year, month = mention.year or day.year, mention.month or day.month
    if mention.month is None and mention.year is None and mention.turn:
        year, month = _month_of_day(mention, day)
    elif mention.month is None and mention.year is None:
        # a day alone that is far off on the wrong side is the next month's or the last one's
        over = (mention.day or 1) - day.day
        turn = -1 if over > _NEAR and not future else 1 if over < -_NEAR and future else 0
        shifted = _shift_month(day, turn)
        year, month = int(shifted[:4]), int(shifted[5:])
    first = _date(year, month, mention.day or 1)
    if first is None:
        return None, None
    if mention.year is None and mention.month is not None:
        if not future and first - day > _SLACK:
            first = _date(day.year - 1, month, mention.day or 1) or first
        elif future and day - first > _SLACK:
            first = _date(day.year + 1, month, mention.day or 1) or first
    if mention.day2 is None:
        return first.isoformat(), None
    last = _date(first.year, mention.month2 or month, mention.day2)
    return first.isoformat(), last.isoformat() if last and last > first else None


_TO_COME = ("planned", "proposed")
_BACK = 8  # sentences within which the day is told that another is the same as
_JUST = 3  # days before the dispatch within which "the day before" is rather the dispatch's


def count_from_told(rows: list[Sentence], today: datetime.date) -> None:
    """Days told from another (``on the same day``, ``a day later``) as days of their own, where one of the last
    sentences tells a day; else they count from the dispatch's."""
    last: tuple[int, DateMention] | None = None
    over: tuple[int, DateMention] | None = None  # the last that is not still to come
    for number, row in enumerate(rows):
        to_come = any(rule.pattern.value in _TO_COME for rule in row.rules)
        for at, mention in enumerate(row.dates):
            told = last if to_come or over is None else over
            if mention.near and told is not None and rows[told[0]].paragraph != row.paragraph:
                continue
            if mention.told and told is not None and _counts_from(told[1], number - told[0], mention, today):
                row.dates[at] = mention = _counted_from(told[1], mention)
            if mention.unit == "day":
                last = number, mention
                date = resolve_date(mention, today, future=False)[0]
                over = last if date is not None and date <= today.isoformat() else over


def _counts_from(day: DateMention, back: int, mention: DateMention, today: datetime.date) -> bool:
    """Whether a mention counts from a day told some sentences before it, and not from the dispatch's."""
    days = mention.offset or 0
    if mention.near and back > 1:
        return False
    if days == 0 or back > 1:
        return days == 0 and back <= _BACK
    if days > 0:
        return day.offset is None
    date = resolve_date(day, today, future=False)[0] if day.day and day.month else None
    over = (today - datetime.date.fromisoformat(date)).days if date else 0
    return over > 0 and (back == 0 or over > _JUST)


def _counted_from(day: DateMention, mention: DateMention) -> DateMention:
    """The day that lies as many days behind another as a mention says."""
    counted, days = replace(day, start=mention.start, end=mention.end, day2=None, month2=None), mention.offset or 0
    if not days:
        return counted
    if day.weekday is not None:
        return replace(counted, weekday=(day.weekday - 1 + days) % 7 + 1)
    first = _date(day.year or _LEAP, day.month or 0, day.day or 0) if day.month and day.day else None
    if first is None:
        return mention
    first += datetime.timedelta(days=days)
    return replace(counted, year=first.year if day.year else None, month=first.month, day=first.day)


_LEAP = 2000  # a year that has all days
