"""What is written to data sets: an event, with all that each dispatch tells of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

from dragoman.ledger.spans import iso, span
from dragoman.ledger.tables import slots
from dragoman.ledger.views import Appointment, Event
from dragoman.model import Actor, Record
from dragoman.plover.crosswalk import Plover, plover
from dragoman.world import spot, state_of


@dataclass(frozen=True)
class Telling:
    """What one dispatch tells of an event: its own record with the words that carry it, and why it was joined."""

    id: str
    record: Record
    dispatch: str
    lang: str
    sent: str
    agency: str | None = None
    title: str | None = None
    url: str | None = None
    why: str | None = None
    rights: str | None = None

    @cached_property
    def plover(self) -> Plover | None:
        """What the record is in PLOVER and CAMEO."""
        return plover(self.record)

    @property
    def quote(self) -> str:
        """The words that carry it, on one line."""
        return " … ".join(" ".join(quote.quote.split()) for quote in self.record.evidence)

    @property
    def link(self) -> str | None:
        """Where the dispatch stands on the web; None where what its source gives is no such address."""
        return self.url if self.url and self.url.startswith(("http://", "https://")) else None


@dataclass(frozen=True)
class Told:
    """An event of the ledger, or a record of a dispatch that is in none, and its tellings in order of sending.

    ``parts`` are the events that the ledger knows as parts of a visit, whether or not they are asked for themselves.
    ``appointment`` is what the ledger's calendar has given it out as; None of what stands in no calendar.
    """

    event: Event
    tellings: tuple[Telling, ...]
    parts: tuple[Event, ...] = ()
    appointment: Appointment | None = None

    @cached_property
    def record(self) -> Record:
        """The event as a record, with the values that its tellings come to and the words of the first."""
        event = self.event
        evidence = self.tellings[0].record.evidence if self.tellings else ()
        return Record(actors=event.actors, evidence=evidence, topics=event.topics, **slots(event))

    @cached_property
    def plover(self) -> Plover | None:
        """What it is in PLOVER and CAMEO."""
        return plover(self.record)

    @cached_property
    def spot(self) -> tuple[float, float] | None:
        """Latitude and longitude of its place, as far as that is known."""
        return spot(self.event.place, self.event.states) if self.event.place else None

    @cached_property
    def country(self) -> str | None:
        """The state in which its place lies, likewise."""
        return state_of(self.event.place, self.event.states) if self.event.place else None

    @property
    def sent(self) -> str:
        """The day of the first dispatch that tells it, ISO."""
        return self.tellings[0].sent

    @property
    def first(self) -> str:
        """The first day on which it can have taken place, ISO; where no date is told, the day it was first sent."""
        return iso(span(self.event.date).first) if self.event.date else self.sent

    @property
    def last(self) -> str:
        """The last day, likewise."""
        last = self.event.end_date or self.event.date
        return iso(span(last).last) if last else self.sent

    @property
    def precision(self) -> str:
        """How fine its date is told: ``day``, ``month``, ``year``, or ``sent`` where that of the dispatch stands in."""
        return {10: "day", 7: "month", 4: "year"}[len(self.event.date)] if self.event.date else "sent"


def sides(told: Told) -> Mapping[str, Collection[Actor]]:
    """PLOVER's actors and recipients of an event."""
    found = told.plover
    return {"actor": found.actor, "recipient": found.recipient} if found else {}
