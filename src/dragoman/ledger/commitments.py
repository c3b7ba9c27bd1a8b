"""Commitments: what two states said they would do, and what became of it.

Whatever is proposed, planned or pledged is a commitment, due when its date says. What later records say of it makes
its steps, each with the claim that tells it:

made       the first account that proposes, plans or pledges it
changed    an account with another date
fulfilled  it was done, by one of ``RULES``
pursued    of a pledge: something was done that serves it; whether that was all of it, people must say
cancelled  it was called off after it was made
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Protocol, TypeVar

from dragoman.ledger import parties
from dragoman.ledger.claims import Claim
from dragoman.ledger.events import Event
from dragoman.ledger.registers import STAGES, Row, Thing, steps
from dragoman.ledger.spans import AHEAD, TOOK_PLACE, Span
from dragoman.ledger.summary import Summary

RULES = {
    "made": "proposed, planned or pledged",
    "moved": "announced for another day",
    "same": "the same event was told as done",
    "visit": "the guest came to that state within the time in which it was looked for",
    "document": "the same document was signed",
    "package": "documents of the two were signed within a month",
    "founded": "the same body was founded, or met",
    "session": "the same body met after that",
    "served": "something on the same subject was done by the one who pledged it",
    "called_off": "told as called off",
}
"""What each step goes by."""

_KINDS = frozenset(("visit", "document", "body", "meeting", "exchange", "action", "relation"))
_FULFILS = frozenset(("visit", "document", "action", "body", "exchange"))
_SERVES = frozenset(("document", "action", "body", "exchange"))
_ENDS = frozenset(("fulfilled", "cancelled"))
_Fits = Callable[[Row], bool]
LOOKED_FOR = 550
"""Days within which an announced visit, or what serves a pledge, is looked for."""

SOON = 31
"""Days within which the documents that are announced together are signed."""

_TOO_WIDE = frozenset(("relations", "trade", "regional", "multilateral"))


@dataclass(frozen=True, slots=True)
class Step:
    """One step; ``day`` is when it happened, or was told."""

    step: str
    day: int
    rule: str
    event: Event
    claim: Claim


@dataclass(slots=True)
class Commitment:
    """What is to be done, the days by which, and its steps in order of time."""

    event: Event
    summary: Summary
    due: Span | None
    steps: list[Step] = field(default_factory=list)

    @property
    def id(self) -> str:
        return f"c{self.event.id[1:]}"

    @property
    def state(self) -> str:
        """``open``, ``fulfilled`` or ``cancelled``; whether an open one is overdue depends on the day of asking."""
        return state_after(step.step for step in self.steps)


def state_after(steps: Iterable[str]) -> str:
    """The state that steps, in order of time, leave a commitment in."""
    ends = [step for step in steps if step in _ENDS]
    return ends[-1] if ends else "open"


class Taken(Protocol):
    """Whatever tells of a step."""

    @property
    def step(self) -> str: ...


T = TypeVar("T", bound=Taken)


def standing(steps: Sequence[T], due_last: int | None, day: int) -> tuple[str, T | None]:
    """How a commitment stands on a day by its steps up to then, and the step that ended it or followed it up."""
    state = state_after(step.step for step in steps)
    telling = [step for step in steps if step.step in _ENDS] or [step for step in steps if step.step == "pursued"]
    if state == "open" and telling:
        state = "pursued"
    elif state == "open" and due_last is not None and due_last < day:
        state = "overdue"
    return state, telling[-1] if telling else None


def done_at_once(state: str, end: int | None, made: int) -> bool:
    """Whether what ended on a day was announced only then."""
    return end is not None and state == "fulfilled" and end <= made


def commitments(rows: Sequence[Row], bodies: Sequence[Thing], documents: Sequence[Thing]) -> list[Commitment]:
    """The commitments of a unit."""
    things = _Things(bodies, documents)
    done = [row for row in rows if row[0].kind in _FULFILS and row[1].status in TOOK_PLACE]
    done.sort(key=lambda row: (row[1].days.first, row[0].id))
    return [made for row in rows if (made := _commitment(row, done, things)) is not None]


class _Things:
    """The body or document that an event is of."""

    def __init__(self, bodies: Sequence[Thing], documents: Sequence[Thing]) -> None:
        self._of = {event.id: thing for thing in (*bodies, *documents) for event, _ in thing.rows}

    def of(self, event: Event) -> Thing | None:
        return self._of.get(event.id)


def _commitment(row: Row, rows: Sequence[Row], things: _Things) -> Commitment | None:
    event, summary = row
    ahead = _ahead(event)
    if not ahead:
        return None
    # the date of a statement is when the pledge was made, not by when it is to be kept
    told = [claim for claim in ahead if claim.record.date] if event.kind != "statement" else []
    due = told[-1].span if told else None
    out = Commitment(event, summary, due, [_step("made", "made", event, ahead[0])])
    out.steps += _moves(event, told)
    out.steps += _called_off(event, ahead[0])
    done = _done(event) or _later(out, rows, things)
    if done is not None:
        out.steps.append(done)
    out.steps[1:] = sorted(out.steps[1:], key=lambda step: step.day)
    return out


def _ahead(event: Event) -> list[Claim]:
    """The claims that look forward to it, in order of sending."""
    if event.kind == "statement":
        found = [claim for claim in event.claims if claim.record.type == "pledge" and claim.record.status == "done"]
    elif event.kind in _KINDS:
        found = [claim for claim in event.claims if claim.record.status in AHEAD]
    else:
        found = []
    return sorted(found, key=lambda claim: (claim.source.day, claim.id))


def _step(step: str, rule: str, event: Event, claim: Claim, day: int | None = None) -> Step:
    return Step(step, claim.source.day if day is None else day, rule, event, claim)


def _moves(event: Event, told: Sequence[Claim]) -> Iterator[Step]:
    for before, after in pairwise(told):
        if before.span.gap(after.span):
            yield _step("changed", "moved", event, after)


def _called_off(event: Event, made: Claim) -> list[Step]:
    off = [claim for claim in event.claims if claim.record.status == "cancelled"]
    off = [claim for claim in off if claim.source.day >= made.source.day]
    return [_step("cancelled", "called_off", event, min(off, key=lambda c: (c.source.day, c.id)))] if off else []


def _done(event: Event) -> Step | None:
    """The first account of it as done, or under way."""
    if event.kind == "statement":
        return None
    told = [claim for claim in event.claims if claim.record.status in TOOK_PLACE]
    if not told:
        return None
    first = min(told, key=lambda claim: (claim.source.day, claim.id))
    return _step("fulfilled", "same", event, first, first.span.first if first.span.told else None)


def _later(commitment: Commitment, rows: Sequence[Row], things: _Things) -> Step | None:
    """What another, later event did for it."""
    made = commitment.steps[0].day
    kind, act = commitment.event.kind, commitment.event.act
    if kind == "visit":
        return _first(rows, made, lambda row: _is_that_visit(commitment, row), "visit")
    if kind == "statement":
        return _first(rows, made, lambda row: _serves(commitment, row), "served", step="pursued")
    if kind == "document" and commitment.summary.type == "package":
        found = _first(rows, made, _is_signing, "package")
        return found if found and found.day <= made + SOON else None
    thing = things.of(commitment.event)
    if thing is None:
        return None
    if kind == "document":
        return _signed(commitment, thing)
    if kind == "body" and act == "found":
        return _first(thing.rows, made, lambda row: row[0].act in ("found", "meet"), "founded")
    if kind == "body" and act == "meet":
        return _first(thing.rows, made, lambda row: row[0].act == "meet", "session")
    return None


def _first(rows: Sequence[Row], made: int, fits: _Fits, rule: str, step: str = "fulfilled") -> Step | None:
    """The first event done on or after the day ``made`` that fits; ``rows`` are in order of time."""
    for event, summary in rows[bisect_left(rows, made, key=lambda row: row[1].days.first) :]:
        day = summary.days.first
        if day > made + LOOKED_FOR:
            return None
        if summary.status in TOOK_PLACE and fits((event, summary)):
            claim = min(event.claims, key=lambda c: (c.record.status not in TOOK_PLACE, c.source.day, c.id))
            return _step(step, rule, event, claim, day)
    return None


def _is_that_visit(commitment: Commitment, row: Row) -> bool:
    event, summary = row
    if event.kind != "visit" or event is commitment.event:
        return False
    wanted, came = ([a for a in x.actors if a.role == "guest"] for x in (commitment.summary, summary))
    if {a.state for a in wanted}.isdisjoint({a.state for a in came}):
        return False
    if any(a.name for a in wanted) and any(a.name for a in came):
        return any(parties.is_same(a, b) for a in wanted for b in came)
    offices, others = ({a.office for a in x if a.office} for x in (wanted, came))
    return bool(offices & others)


def _is_signing(row: Row) -> bool:
    return row[0].kind == "document" and row[0].act == "sign"


def _serves(commitment: Commitment, row: Row) -> bool:
    event, summary = row
    if event.kind not in _SERVES or event.act in ("mention", "negotiate"):
        return False
    speakers = {actor.state for actor in commitment.summary.actors if actor.role == "speaker" and actor.state}
    topics = set(commitment.summary.topics) - _TOO_WIDE
    return bool(speakers & event.states) and bool(topics & set(summary.topics))


def _signed(commitment: Commitment, document: Thing) -> Step | None:
    """The document has come further than what was promised of it."""
    mine = {step.stage for step in steps(document) if step.event is commitment.event}
    wanted = max((STAGES.index(stage) for stage in mine), default=0)
    for step in steps(document):
        if step.event is not commitment.event and STAGES.index(step.stage) > wanted:
            return _step("fulfilled", "document", step.event, step.claim)
    return None
