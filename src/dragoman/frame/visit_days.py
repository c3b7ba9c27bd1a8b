"""When a visit is, and whether it is over, goes on or is to come."""

from __future__ import annotations

import datetime

from dragoman.find.dates import find_duration
from dragoman.frame.draft import Draft
from dragoman.frame.hosts import NEAR
from dragoman.frame.view import View

_LONG = 6  # days that a visit lasts at most


def opens_text(view: View, draft: Draft) -> bool:
    """Whether a verb tells a journey without its day in the first sentence: the day's news, wherever it is told."""
    return view.number == 0 and view.verbal and draft.date is None and len(view.scan.sentences) > 1


def without_own_day(view: View, draft: Draft) -> None:
    """A visit that only tells who somebody is has not the day of what is told, unless it is to come."""
    if (draft.date or "") > view.scene.date.isoformat():
        draft.status = "planned"
    else:
        draft.date, draft.end_date, draft.told_date = None, None, False


def with_leaving(view: View, draft: Draft) -> None:
    """The day on which the guest leaves is the last of the visit; its first may be told beside it, or for how many days
    the visit went on."""
    if draft.date and draft.end_date and draft.end_date < draft.date:
        draft.date, draft.end_date = draft.end_date, draft.date  # "began on Monday and ends today"
        return
    draft.end_date = draft.end_date or draft.date
    draft.date, draft.told_date = None, False
    days = find_duration(view.scan.folded, *view.sentence.span, view.scan.pack)
    if days and len(draft.end_date or "") == 10:
        last = datetime.date.fromisoformat(draft.end_date or "")
        draft.date, draft.told_date = (last - datetime.timedelta(days=days - 1)).isoformat(), True


def is_soon(view: View, draft: Draft) -> bool:
    """Whether the day told is one of these days, on which a guest who is here may go home."""
    if len(draft.date or "") < 10:
        return False
    return abs(view.scene.days_since(draft.date or "")) <= _LONG


def set_last_day(view: View, draft: Draft) -> None:
    """The last day of a visit whose first is told and for how many days it goes on: ``on a three-day visit``."""
    if draft.end_date or draft.background or not draft.told_date or len(draft.date or "") < 10:
        return
    span = view.sentence.span
    near = max(span.start, view.cue.start - NEAR), min(span.end, view.cue.end + NEAR)
    days = find_duration(view.scan.folded, *near, view.scan.pack)
    if days and draft.date:
        first = datetime.date.fromisoformat(draft.date)
        draft.end_date = (first + datetime.timedelta(days=days - 1)).isoformat()


def end_visit(view: View, draft: Draft) -> None:
    """A visit told as ended: its day is the last, and how long it went on tells the first."""
    draft.status = "done"
    days = find_duration(view.scan.folded, *view.sentence.span, view.scan.pack)
    if days and len(draft.date or "") == 10:
        last = datetime.date.fromisoformat(draft.date or "")
        draft.date, draft.end_date = (last - datetime.timedelta(days=days - 1)).isoformat(), last.isoformat()


def is_over(view: View, draft: Draft) -> bool:
    """Whether a visit told as going on began so long ago that it is over."""
    date = draft.end_date or draft.date or ""
    days = view.scene.days_since(date) if len(date) == 10 else 0
    return days > _LONG or (date < view.scene.date.isoformat()[: len(date)] and len(date) < 10)


def is_recent(view: View, draft: Draft) -> bool:
    """Whether the visit may still go on: told without a day, or with one of this week."""
    if draft.date is None:
        return True
    return len(draft.date) == 10 and 0 <= view.scene.days_since(draft.date) <= 4
