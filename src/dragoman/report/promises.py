"""Commitments as a report shows them: as of a day, those that matter in a period, the weightiest first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection

from dragoman.ledger import queries
from dragoman.ledger.commitments import standing
from dragoman.ledger.pairs import Pair
from dragoman.ledger.spans import iso, span
from dragoman.ledger.views import Commitment, Step
from dragoman.report.facts import Fact, Listing, chosen, every, rank

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
        return self.end is not None and self.state == "fulfilled" and _ended(self.end) <= self.commitment.made

    @property
    def made(self) -> str:
        return iso(self.commitment.made)

    @property
    def due(self) -> str | None:
        """The day by which it is due, as exactly as told."""
        event = self.commitment.event
        told = event.end_date or event.date
        return told if told and self.commitment.due_last == span(told).last else _iso(self.commitment.due_last)

    @property
    def weight(self) -> tuple[int, int, int, str]:
        event = self.commitment.event
        return _WEIGHTY.index(event.kind), rank(*event.actors), -event.sources, event.id


def promises(connection: Connection, pair: Pair, since: str | None, day: str) -> list[Promise]:
    """The commitments as of a day, but for those that ended before the day ``since``."""
    told = queries.commitments(connection, pair, until=day)
    of = {fact.event.id: fact for fact in every(connection, [commitment.event for commitment in told])}
    found = [promised(commitment, of[commitment.event.id], day) for commitment in told]
    first = span(since).first if since else 0
    return [promise for promise in found if promise.end is None or _ended(promise.end) >= first]


def listed(found: Iterable[Promise], state: str, limit: int, pair: Pair, day: str) -> Listing[Promise]:
    """Those in one state, the weightiest where there are too many; without those announced only when done."""
    flag = f" --{state}" if state in ("open", "overdue") else ""
    command = f"dragoman commitments {pair.one} {pair.other}{flag} --date {day}"
    return chosen(
        [promise for promise in found if promise.state == state and not promise.at_once],
        lambda p: p.weight,
        limit,
        command,
    )


def promised(commitment: Commitment, fact: Fact, day: str) -> Promise:
    """A commitment as it stands on an ISO day."""
    state, end = standing(commitment.steps, commitment.due_last, span(day).first)
    return Promise(state, commitment, fact, end)


def _ended(step: Step) -> int:
    return span(step.date).last if step.date else 0


def _iso(day: int | None) -> str | None:
    return iso(day) if day else None
