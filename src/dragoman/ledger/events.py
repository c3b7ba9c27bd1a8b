"""Joining the claims of a unit into events: the most precise first, each to the event that it is most like.

A claim joins an event only if none of the event's claims objects to it (`ledger.compare`), so that no chain of small
likenesses ties unlike things together. Two claims of one dispatch are never one event: the coder has merged what it
took for one. What people have judged comes first. The outcome does not depend on the order in which claims are given.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import blake2s

from dragoman.ledger.claims import Claim
from dragoman.ledger.compare import ENOUGH, UNSPECIFIED, Likeness, likeness
from dragoman.ledger.objection import Objection
from dragoman.ledger.rulings import Rulings
from dragoman.ledger.spans import DAY

ASKED = 40
"""Accounts of an event, no two alike, that a new claim is compared with: a story that all the world tells is told in
few ways."""

_BUCKET = 16
_SLACK = 3
_GENERIC = frozenset((UNSPECIFIED, "bilateral"))


@dataclass(slots=True)
class Event:
    """Claims that tell one event, and why each was joined; the first is the one that the event began with."""

    claims: list[Claim] = field(default_factory=list)
    why: list[str] = field(default_factory=list)
    _id: str = ""
    _dispatches: set[int] = field(default_factory=set)
    _unlike: dict[tuple[object, ...], Claim] = field(default_factory=dict)

    def add(self, claim: Claim, why: str) -> None:
        """Take in a claim, for this reason."""
        self.claims.append(claim)
        self.why.append(why)
        self._dispatches.add(claim.source.id)
        if len(self._unlike) < ASKED:
            self._unlike.setdefault(claim.told, claim)
        self._id = ""

    @property
    def kind(self) -> str:
        return self.claims[0].record.kind

    @property
    def act(self) -> str | None:
        return self.claims[0].record.act

    @property
    def states(self) -> frozenset[str]:
        return frozenset().union(*(claim.states for claim in self.claims))

    @property
    def id(self) -> str:
        """Made from the claim that was entered first, so that an event keeps its id when more sources come in."""
        if not self._id:
            first = min(self.claims, key=lambda claim: (claim.source.id, claim.id))
            self._id = "e" + blake2s(first.id.encode(), digest_size=6).hexdigest()
        return self._id

    @property
    def asked(self) -> Iterable[Claim]:
        """The first claims of each wording, which stand for the others."""
        return self._unlike.values()

    @property
    def dispatches(self) -> set[int]:
        return self._dispatches


def join(claims: Iterable[Claim], rulings: Rulings) -> list[Event]:
    """The events of one unit, in order of time."""
    by_kind: dict[tuple[str, str | None], list[Claim]] = defaultdict(list)
    for claim in claims:
        by_kind[claim.record.kind, claim.record.act].append(claim)
    out: list[Event] = []
    for kind in sorted(by_kind, key=str):
        out += _Joiner(rulings).join(sorted(by_kind[kind], key=_order))
    return sorted(out, key=lambda event: _order(event.claims[0])[2:])


def _order(claim: Claim) -> tuple[int, bool, int, int, str]:
    """The precise before the vague, for those settle what the vague ones can mean; ties by time, then by id."""
    return claim.precision, claim.record.type in _GENERIC, claim.span.first, claim.source.day, claim.id


class _Joiner:
    """The events of one kind so far, found by the days that they lie in."""

    def __init__(self, rulings: Rulings) -> None:
        self._rulings = rulings
        self._events: list[Event] = []
        self._by_bucket: dict[int, list[Event]] = defaultdict(list)
        self._of_group: dict[str, Event] = {}

    def join(self, claims: Iterable[Claim]) -> list[Event]:
        for claim in claims:
            self._add(claim)
        return self._events

    def _add(self, claim: Claim) -> None:
        group = self._rulings.group(claim.id)
        event, why = self._of_group.get(group) if group else None, "judged to be the same"
        if event is None:
            event, why = self._best(claim)
        if event is None:
            event, why = Event(), "first told"
            self._events.append(event)
        for bucket in range((claim.span.first - _SLACK) // _BUCKET, (claim.span.last + _SLACK) // _BUCKET + 1):
            if not any(known is event for known in self._by_bucket[bucket]):
                self._by_bucket[bucket].append(event)
        event.add(claim, why)
        if group:
            self._of_group[group] = event

    def _best(self, claim: Claim) -> tuple[Event | None, str]:
        """The event most like the claim, of several the most told; none if the claim is too vague to say which."""
        found: list[tuple[float, int, int, Event, str]] = []
        for number, event in enumerate(self._near(claim)):
            likely = self._likeness(claim, event)
            if likely is not None and likely.weight >= ENOUGH:
                found.append((-likely.weight, -len(event.claims), number, event, likely.why))
        found.sort(key=lambda row: row[:3])
        if not found or (len(found) > 1 and found[0][:2] == found[1][:2] and claim.precision > DAY):
            return None, ""
        return found[0][3], found[0][4]

    def _near(self, claim: Claim) -> list[Event]:
        near: dict[int, Event] = {}
        for bucket in range(claim.span.first // _BUCKET, claim.span.last // _BUCKET + 1):
            near.update((id(event), event) for event in self._by_bucket.get(bucket, ()))
        return list(near.values())

    def _likeness(self, claim: Claim, event: Event) -> Likeness | None:
        best: Likeness | None = None
        if claim.source.id in event.dispatches or self._rulings.parts(claim.id, event.claims):
            return None
        for other in event.asked:
            try:
                found = likeness(claim, other)
            except Objection:
                return None
            if best is None or found.weight > best.weight:
                best = found
        return best
