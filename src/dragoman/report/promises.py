"""Commitments as a report shows them: as of a day, those that matter in a period, the weightiest first."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from sqlalchemy import Connection

from dragoman.ledger import queries, tracked
from dragoman.ledger.commitments import done_at_once, standing
from dragoman.ledger.pairs import Pair
from dragoman.ledger.ranked import Standing, standings
from dragoman.ledger.spans import iso, span
from dragoman.ledger.views import Commitment, Step
from dragoman.report.facts import Fact, Listing, Weight, chosen, every, highest

STATES = ("fulfilled", "pursued", "open", "overdue", "cancelled")
_WEIGHTY = ("statement", "document", "body", "action", "exchange", "relation", "visit", "meeting")
"""What is promised, the weightiest first: that talks which were announced took place goes without saying."""


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment, how it stands, and the step that ended it or followed it up."""

    state: str
    commitment: Commitment
    fact: Fact
    end: Step | None

    @property
    def told(self) -> Fact:
        """The event with the accounts that tell the steps."""
        steps = {step.account.record: step.account for step in self.commitment.steps}
        return Fact(self.commitment.event, tuple(steps.values()))

    @property
    def at_once(self) -> bool:
        """Whether it was announced only on the day on which it was done."""
        return done_at_once(self.state, _ended(self.end), self.commitment.made)

    @property
    def made(self) -> str:
        return iso(self.commitment.made)

    @property
    def due(self) -> str | None:
        """The day by which it is due, as exactly as told."""
        event = self.commitment.event
        told = event.end_date or event.date
        return told if told and self.commitment.due_last == span(told).last else _iso(self.commitment.due_last)


def promises(connection: Connection, pair: Pair, day: str) -> list[Promise]:
    """The commitments as of a day, in order of making."""
    return _read(connection, pair, day)


def listings(
    connection: Connection, pair: Pair, states: Iterable[str], since: str | None, day: str, limit: int
) -> tuple[dict[str, Listing[Promise]], int]:
    """The commitments as of a day by state, but for those that ended before the day ``since``: of each state the
    weightiest, where there are too many. And how many were announced only when done: these are not listed."""
    first = span(since).first if since else 0
    found = [one for one in standings(connection, pair, day) if one.end is None or one.end >= first]
    weigh = partial(_weight, queries.offices(connection, {one.event for one in found}))
    chosen_of = {state: _listed(found, state, limit, weigh, pair, day) for state in states}
    wanted = [one.id for listing in chosen_of.values() for one in listing.shown]
    promises = {promise.commitment.id: promise for promise in _read(connection, pair, day, wanted)}
    out = {
        state: Listing(tuple(promises[one.id] for one in listing.shown), listing.more, listing.command)
        for state, listing in chosen_of.items()
    }
    return out, sum(one.at_once for one in found)


def _listed(
    found: Iterable[Standing], state: str, limit: int, weigh: Callable[[Standing], Weight], pair: Pair, day: str
) -> Listing[Standing]:
    flag = f" --{state}" if state in ("open", "overdue") else ""
    command = f"dragoman commitments {pair.one} {pair.other}{flag} --date {day}"
    return chosen([one for one in found if one.state == state and not one.at_once], weigh, limit, command)


def _weight(offices: Mapping[str, Sequence[str]], one: Standing) -> Weight:
    return _WEIGHTY.index(one.kind), highest(offices.get(one.event, ())), -one.sources, one.event


def _read(connection: Connection, pair: Pair, day: str, ids: Collection[str] | None = None) -> list[Promise]:
    told = tracked.commitments(connection, pair, day, ids)
    facts = every(connection, [commitment.event for commitment in told])
    return [promised(commitment, fact, day) for commitment, fact in zip(told, facts, strict=True)]


def promised(commitment: Commitment, fact: Fact, day: str) -> Promise:
    """A commitment as it stands on an ISO day."""
    state, end = standing(commitment.steps, commitment.due_last, span(day).first)
    return Promise(state, commitment, fact, end)


def _ended(step: Step | None) -> int | None:
    if step is None:
        return None
    return span(step.date).last if step.date else 0


def _iso(day: int | None) -> str | None:
    return iso(day) if day else None
