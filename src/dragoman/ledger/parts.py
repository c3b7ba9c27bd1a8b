"""The parts of a visit: the meetings, documents, sessions and statements that belong to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from dragoman.ledger import parties
from dragoman.ledger.events import Event
from dragoman.ledger.spans import NEWS
from dragoman.ledger.summary import Summary

PARTS = frozenset(("meeting", "statement", "report", "document", "body", "exchange"))
Row = tuple[Event, Summary]
_TELLS_NOTHING_NEW = frozenset(("mention", "enter_into_force", "implement", "terminate"))
LONGEST = 15
"""Days that a visit may last at most to have parts: longer ones are vague, not long."""


def parents(events: Sequence[Row]) -> dict[int, tuple[Event, str]]:
    """For the index of an event the visit that it is part of, and why."""
    visits = _Visits(events)
    out: dict[int, tuple[Event, str]] = {}
    for number, row in enumerate(events):
        if row[0].kind in PARTS and row[0].act not in _TELLS_NOTHING_NEW:
            found = next(((visit, why) for visit, when in visits.near(row) if (why := _why(row, visit, when))), None)
            if found is not None:
                out[number] = found
    return out


class _Visits:
    """The visits of a unit by the days that they cover, and by the dispatches that tell them."""

    def __init__(self, events: Sequence[Row]) -> None:
        self._by_day: dict[int, list[Row]] = defaultdict(list)
        self._by_dispatch: dict[int, list[Row]] = defaultdict(list)
        for row in reversed(events):  # of two visits the later is the likelier
            event, about = row
            if event.kind == "visit" and about.days.days <= LONGEST:
                for day in range(about.days.first, about.days.last + 1):
                    self._by_day[day].append(row)
                for dispatch in event.dispatches:
                    self._by_dispatch[dispatch].append(row)

    def near(self, row: Row) -> list[Row]:
        """The visits that an event may be part of."""
        event, about = row
        if about.days.told:
            return self._by_day.get(about.days.first, []) if about.days.days == 1 else []
        return [visit for dispatch in sorted(event.dispatches) for visit in self._by_dispatch.get(dispatch, ())]


def _why(row: Row, visit: Event, when: Summary) -> str:
    event, about = row
    if not about.days.told:
        together = about.status == when.status and about.days.gap(when.days) <= NEWS
        return "told with the visit, without a day of its own" if together else ""
    guests = [actor for actor in when.actors if actor.role == "guest" and actor.key]
    if any(parties.is_same(guest, actor) for guest in guests for actor in about.actors):
        return "on a day of the visit, with its guest"
    return "" if event.dispatches.isdisjoint(visit.dispatches) else "on a day of the visit, told with it"
