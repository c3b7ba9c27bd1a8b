"""The parts of a visit: the meetings, documents, sessions and statements that belong to it."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.ledger import parties
from dragoman.ledger.events import Event
from dragoman.ledger.summary import Summary

PARTS = frozenset(("meeting", "statement", "report", "document", "body", "exchange"))
_TELLS_NOTHING_NEW = frozenset(("mention", "enter_into_force", "implement", "terminate"))
LONGEST = 15
"""Days that a visit may last at most to have parts: longer ones are vague, not long."""


def parents(events: Sequence[tuple[Event, Summary]]) -> dict[int, tuple[Event, str]]:
    """For the index of an event the visit that it is part of, and why."""
    visits = [row for row in events if row[0].kind == "visit" and row[1].days.days <= LONGEST]
    out: dict[int, tuple[Event, str]] = {}
    for number, (event, about) in enumerate(events):
        if event.kind not in PARTS or event.act in _TELLS_NOTHING_NEW:
            continue
        for visit, when in reversed(visits):
            why = _why(event, about, visit, when)
            if why:
                out[number] = (visit, why)
                break
    return out


def _why(event: Event, about: Summary, visit: Event, when: Summary) -> str:
    told_together = event.dispatches & visit.dispatches
    guests = [actor for actor in when.actors if actor.role == "guest"]
    takes_part = any(parties.is_same(guest, actor) for guest in guests for actor in about.actors if guest.key)
    if about.days.told and about.days.days == 1 and about.days.gap(when.days) == 0:
        if takes_part:
            return "on a day of the visit, with its guest"
        if told_together:
            return "on a day of the visit, told with it"
    if not about.days.told and told_together and about.status == when.status:
        return "told with the visit, without a day of its own"
    return ""
