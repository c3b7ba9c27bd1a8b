"""Do two claims tell the same event? Every check may object; what speaks for it is weighed and said.

A check returns its weight and its reason, or raises `Objection`. Two claims are one event if nothing objects and the
weights reach ``ENOUGH``. All rules are symmetric.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.ledger import naming, parties
from dragoman.ledger.claims import Claim
from dragoman.ledger.objection import Objection
from dragoman.ledger.spans import AHEAD
from dragoman.model import Record

ENOUGH = 2.5
"""The weight from which on two claims are one event: persons of two states, or the states and a day."""

# what two accounts may disagree on by a day: news agencies tell a day in their own time, or that of the report
ONE_DAY_OFF = {
    "visit": 2,
    "document": 1,
    "message": 2,
    "accreditation": 1,
    "exchange": 1,
    "relation": 3,
    "body": 1,
    "action": 1,
}

UNSPECIFIED = "unspecified"
# a meeting whose format is not told may be either
_OPEN_FORMATS = {
    frozenset(("bilateral", "one_on_one")),
    frozenset(("bilateral", "extended")),
    frozenset(("multilateral", "video")),
}
# kinds that are told apart by their type: a telegram of thanks is no telegram of congratulation
_BY_TYPE = frozenset(("meeting", "message", "statement", "document", "body", "action", "exchange"))


@dataclass(frozen=True, slots=True)
class Likeness:
    """That two claims are one event, how strongly, and why."""

    weight: float
    why: str


def likeness(one: Claim, other: Claim) -> Likeness:
    """How alike two claims of one kind are; raises `Objection` where they cannot be one event."""
    a, b = one.record, other.record
    if a.kind != b.kind:
        raise Objection(f"{a.kind} and {b.kind}")
    found = [_acts(a, b), _types(a, b), _statuses(one, other), *_days(one, other), _places(a, b)]
    found += parties.alike(one, other)
    found += naming.alike(one, other)
    found.append(_topics(a, b))
    told = [(weight, why) for weight, why in found if weight or why]
    return Likeness(sum(weight for weight, _ in told), "; ".join(why for _, why in told if why))


def same(one: Claim, other: Claim) -> bool:
    """Whether the two are one event, seen alone."""
    try:
        return likeness(one, other).weight >= ENOUGH
    except Objection:
        return False


def _acts(a: Record, b: Record) -> tuple[float, str]:
    if a.act != b.act:
        raise Objection(f"{a.act} and {b.act}")
    return 0.0, ""


def _types(a: Record, b: Record) -> tuple[float, str]:
    if a.type == b.type:
        weight = 1.0 if a.kind == "relation" else 0.5  # a level is all that a relation tells
        return (weight, f"both {a.type}") if a.type != UNSPECIFIED else (0.0, "")
    if UNSPECIFIED in (a.type, b.type) or a.kind not in _BY_TYPE:
        return 0.0, ""
    if a.kind == "meeting" and frozenset((a.type, b.type)) in _OPEN_FORMATS:
        return 0.0, ""
    raise Objection(f"{a.type} and {b.type}")


def _statuses(one: Claim, other: Claim) -> tuple[float, str]:
    """What has been done cannot be announced afterwards."""
    for early, late in ((one, other), (other, one)):
        told_after = late.record.status in AHEAD and late.source.day > early.source.day + 1
        if early.record.status == "done" and told_after and not (late.record.date and early.record.date):
            raise Objection("announced after it was done")
    return 0.0, ""


def _days(one: Claim, other: Claim) -> list[tuple[float, str]]:
    a, b = one.span, other.span
    gap = a.gap(b)
    if a.told and b.told:
        if gap == 0:
            return [(2.0, "same day") if a.days == b.days == 1 else (1.0, "dates overlap")]
        if gap <= _tolerance(one, other):
            apart = f"{gap} day apart" if gap == 1 else f"{gap} days apart"
            # the days of a visit follow one another: accounts tell the one they are sent on
            return [(0.0 if one.record.kind == "visit" else -0.5, apart)]
        raise Objection(f"{gap} days apart")
    if gap:
        raise Objection("not told at the same time")
    if one.record.act == "mention" and abs(one.source.day - other.source.day) > 3:
        raise Objection("mentioned at different times")
    return [(0.5, "told at the same time")]


def _tolerance(one: Claim, other: Claim) -> int:
    a, b = one.record, other.record
    if a.kind == "meeting":
        in_person = {a.type, b.type}.isdisjoint(("phone", "video"))
        return 1 if in_person and a.place and a.place == b.place else 0
    return ONE_DAY_OFF.get(a.kind, 0)


def _places(a: Record, b: Record) -> tuple[float, str]:
    if not a.place or not b.place:
        return 0.0, ""
    if a.place == b.place:
        return 1.0, f"both in {a.place}"
    if a.kind in ("meeting", "body", "document", "action"):
        raise Objection(f"{a.place} and {b.place}")
    return -0.5, ""


def _topics(a: Record, b: Record) -> tuple[float, str]:
    mine, theirs = _subjects(a), _subjects(b)
    if mine & theirs:
        return 0.5, f"both on {', '.join(sorted(mine & theirs))}"
    if mine and theirs and a.kind in ("statement", "document", "action", "report", "exchange"):
        raise Objection("different topics")
    return 0.0, ""


def _subjects(record: Record) -> set[str]:
    """The topics that tell something apart: relations at large only if a document's name shows that it is on them."""
    own = record.kind == "document" and naming.tells(record.name)
    return set(record.topics) if own else set(record.topics) - {"relations"}
