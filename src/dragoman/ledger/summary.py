"""What the accounts of an event come to: one value for each slot, and where they differ, every account's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.ledger import parties
from dragoman.ledger.claims import Claim
from dragoman.ledger.compare import UNSPECIFIED
from dragoman.ledger.events import Event
from dragoman.ledger.people import People, rank
from dragoman.ledger.spans import TOOK_PLACE, Span, iso, span
from dragoman.model import Actor

_FIGURE = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Summary:
    """One value for each slot of an event, and the days by which it is ordered."""

    type: str
    status: str
    date: str | None
    end_date: str | None
    place: str | None
    name: str | None
    days: Span
    actors: tuple[Actor, ...]
    topics: tuple[str, ...]


def summary(event: Event, people: People) -> Summary:
    """The values that most accounts, and the latest state of things, give."""
    claims = event.claims
    status = _status(claims)
    begin, end = _dates(event, status)
    days = _days(begin, end) if begin else Span(claims[0].source.day, claims[0].source.day, told=False)
    return Summary(
        type=_most(claim.record.type for claim in claims) or UNSPECIFIED,
        status=status,
        date=begin,
        end_date=end if end != begin else None,
        place=_most(claim.record.place for claim in claims),
        name=_name(claims),
        days=days,
        actors=tuple(_actors(claims, people)),
        topics=tuple(topic for topic, _ in Counter(t for c in claims for t in c.record.topics).most_common()),
    )


def differences(event: Event) -> list[tuple[str, Claim, str]]:
    """Slots in which accounts of a fact differ: ``(slot, claim, value)`` for every account that tells the slot."""
    told = [claim for claim in event.claims if claim.record.status in TOOK_PLACE]
    out = _differing("place", [(c, c.record.place) for c in told])
    out += _differing("type", [(c, c.record.type) for c in told if c.record.type not in (UNSPECIFIED, "bilateral")])
    if event.kind != "visit":  # whose days of arrival and departure accounts tell as they please
        days = [(c, day) for c in told if (day := c.record.date)]
        different = {day for _, day in days}
        if any(span(a).gap(span(b)) for a in different for b in different):
            out += [("date", claim, day) for claim, day in days]
    if event.kind == "document":
        out += _differing("count", [(c, _figure(c)) for c in told if c.record.type == "package"])
    return out


def _differing(slot: str, values: Sequence[tuple[Claim, str | None]]) -> list[tuple[str, Claim, str]]:
    given = [(slot, claim, value) for claim, value in values if value]
    return given if len({value for _, _, value in given}) > 1 else []


def _figure(claim: Claim) -> str | None:
    found = _FIGURE.search(claim.record.name or "")
    return found[0] if found else None


def _status(claims: Sequence[Claim]) -> str:
    """How far it has come: what is done stays done; before that, the latest word counts."""
    told = {claim.record.status for claim in claims}
    for final in TOOK_PLACE:
        if final in told:
            return final
    latest = max(claims, key=lambda claim: (claim.source.day, claim.record.status == "cancelled", claim.id))
    return latest.record.status


def _dates(event: Event, status: str) -> tuple[str | None, str | None]:
    """The day, or the first and last one; of a planned event, as the latest word has it."""
    told = [claim for claim in event.claims if claim.record.date]
    if status in TOOK_PLACE:
        told = [c for c in told if c.record.status in TOOK_PLACE] or told
    elif told:
        latest = max(claim.source.day for claim in told)
        told = [c for c in told if c.source.day == latest]
    if not told:
        return None, None
    finest = min(claim.span.days if claim.record.end_date is None else 1 for claim in told)
    told = [c for c in told if c.record.end_date or c.span.days <= finest]
    if event.kind != "visit" or finest > 1:
        return _most(c.record.date for c in told), _most(c.record.end_date for c in told)
    first, last = min(c.span.first for c in told), max(c.span.last for c in told)
    return iso(first), iso(last)


def _days(begin: str, end: str | None) -> Span:
    return Span(span(begin).first, max(span(begin).last, span(end).last if end else 0))


def _most(values: Iterable[str | None]) -> str | None:
    """The value told most often; of several, the one told first."""
    counted = Counter(value for value in values if value and value != UNSPECIFIED)
    if len(counted) > 1:
        counted.pop("bilateral", None)  # a format that is told says more than that it is not
    return counted.most_common(1)[0][0] if counted else None


def _name(claims: Sequence[Claim]) -> str | None:
    """The name that most accounts in the first of ``LANGUAGES`` give; ``the council`` only if none says which."""
    named = [claim for claim in claims if claim.record.name]
    if not named:
        return None
    lang = min((claim.source.lang for claim in named), key=rank)
    told = [claim.record.name or "" for claim in named if claim.source.lang == lang]
    return _most([name for name in told if len(name.split()) > 1] or told)


def _actors(claims: Sequence[Claim], named: People) -> list[Actor]:
    """Everyone who takes part by any account, once each; a state or office alone only where no person stands for it."""
    rows = [(actor, claim) for claim in claims for actor in claim.record.actors]
    people: list[list[tuple[Actor, Claim]]] = []
    for actor, claim in rows:
        if actor.name:
            known = next((group for group in people if _is_same(group[0][0], actor)), None)
            people.append([(actor, claim)]) if known is None else known.append((actor, claim))
    out = [_person(group, named) for group in people]
    for actor, _ in rows:
        held = {(x.role, x.state) for x in out if actor.office is None or x.office in (None, actor.office)}
        if not actor.name and (actor.role, actor.state) not in held:
            out.append(actor)
    return out


def _is_same(one: Actor, other: Actor) -> bool:
    alike = one.role == other.role and (one.state == other.state or None in (one.state, other.state))
    return alike and parties.is_same(one, other)


def _person(group: Sequence[tuple[Actor, Claim]], named: People) -> Actor:
    """The person by the name that the unit knows best, with the office and state most often told."""
    known = max((actor for actor, _ in group), key=lambda actor: len(actor.key or ""))
    return Actor(
        role=known.role,
        name=named.name(known),
        office=_most(actor.office for actor, _ in group),
        state=_most(actor.state for actor, _ in group),
        key=known.key,
    )
