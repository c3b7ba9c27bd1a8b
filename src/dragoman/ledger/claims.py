"""Claims: what one dispatch says of one fact, with whatever people have corrected in it, ready to be joined."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dragoman.ledger import units
from dragoman.ledger.spans import Span, understood
from dragoman.model import Actor, Record


@dataclass(frozen=True, slots=True)
class Source:
    """A dispatch, as far as joining needs it. ``id`` numbers dispatches in the order in which they were entered."""

    id: int
    hash: str
    lang: str
    sent: str
    agency: str | None = None

    @property
    def day(self) -> int:
        return date.fromisoformat(self.sent).toordinal()


@dataclass(frozen=True, slots=True)
class Claim:
    """A record with its source; ``id`` is the record's, ``span`` the days that it speaks of."""

    id: str
    record: Record
    source: Source
    span: Span
    states: frozenset[str]

    @classmethod
    def of(cls, identity: str, record: Record, source: Source) -> Claim:
        return cls(identity, record, source, understood(record, source.day), units.states(record))

    @property
    def precision(self) -> int:
        """Length in days of what is told; what is not told at all is the least precise."""
        return self.span.days if self.span.told else 10_000

    @property
    def told(self) -> tuple[object, ...]:
        """All that joining looks at: two claims that agree in it are alike to every other."""
        r = self.record
        slots = (r.type, r.status, r.date, r.end_date, r.place, r.name, r.topics)
        return (*slots, tuple((a, a.key) for a in r.actors), self.source.lang, self.source.day)

    def acting(self, *roles: str) -> tuple[Actor, ...]:
        """The actors in these roles."""
        return tuple(actor for actor in self.record.actors if actor.role in roles)
