"""What two records that tell one fact have in each slot, as units of which two coders agree or not.

Names and places that are spellings of one, by the measure, are one value. An empty slot is a value too: to say that the
text does not tell is a choice. ``kind`` and ``act`` are no units here: records that differ in them are not aligned.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from anyascii import anyascii

from dragoman.evaluate.slots import ACTOR, SINGLE, UNSCORED, RecordData, actor_pairs, actor_slots, same_text, single

Value = str | frozenset[str] | None

BY_KIND = frozenset({"type", "actors", "actor.role"})
"""Slots whose codes are those of the kind: chance cannot mix what kinds keep apart."""

SLOTS = (
    "type",
    *(slot for slot in SINGLE if slot != "act"),
    *("topics", "name", "actors", "actor.role"),
    *(f"actor.{slot}" for slot in ACTOR),
)
"""All slots, in the order in which people are shown them."""

_SPELLED = frozenset({"place", "name", "actor.name"})


class Unit(NamedTuple):
    """What the one and the other have in a slot."""

    slot: str
    one: Value
    other: Value

    @property
    def same(self) -> bool:
        return self.one == self.other


def units(one: RecordData, other: RecordData) -> Iterator[Unit]:
    """The units of two aligned records; an actor's slots are units where both have the actor."""
    mine, theirs = single(one), single(other)
    left_out = UNSCORED.get(one["kind"], set())
    for slot in SLOTS[: SLOTS.index("topics")]:
        if slot not in left_out:
            yield _unit(slot, mine.get(slot), theirs.get(slot))
    yield Unit("topics", frozenset(one.get("topics") or ()), frozenset(other.get("topics") or ()))
    yield _unit("name", one.get("name") or None, other.get("name") or None)
    yield from _actors(one.get("actors") or [], other.get("actors") or [])


def _unit(slot: str, one: str | None, other: str | None) -> Unit:
    if slot not in _SPELLED or one is None or other is None:
        return Unit(slot, one and _plain(slot, one), other and _plain(slot, other))
    first, second = _plain(slot, one), _plain(slot, other)
    return Unit(slot, min(first, second), min(first, second)) if same_text(one, other) else Unit(slot, first, second)


def _plain(slot: str, value: str) -> str:
    return anyascii(value).lower().strip() if slot in _SPELLED else value


def _actors(one: Sequence[RecordData], other: Sequence[RecordData]) -> Iterator[Unit]:
    mine, theirs = _roles(one, other), _roles(other, one)
    yield Unit("actors", _told(mine), _told(theirs))
    yield from (
        Unit("actor.role", frozenset(mine[party]), frozenset(theirs[party])) for party in mine if party in theirs
    )
    for row, column in actor_pairs(one, other):
        yield from actor_units(one[row], other[column])


def actor_units(one: RecordData, other: RecordData) -> Iterator[Unit]:
    """The units of two actors that are partners."""
    mine, theirs = actor_slots(one), actor_slots(other)
    yield from (_unit(f"actor.{slot}", mine.get(slot), theirs.get(slot)) for slot in ACTOR)


def _told(roles: dict[str, set[str]]) -> frozenset[str]:
    return frozenset(f"{role} {party}" for party, held in roles.items() for role in held)


def _roles(actors: Sequence[RecordData], others: Sequence[RecordData]) -> dict[str, set[str]]:
    """The roles of each party: a state, or who acts for none by name, else by office."""
    roles: dict[str, set[str]] = {}
    for actor in actors:
        roles.setdefault(_party(actor, others), set()).add(actor.get("role") or "")
    return roles


def _party(actor: RecordData, others: Sequence[RecordData]) -> str:
    if actor.get("state") or not actor.get("name"):
        return actor.get("state") or actor.get("office") or ""
    spelled = [other["name"] for other in others if other.get("name") and not other.get("state")]
    return min(anyascii(name).lower() for name in (actor["name"], *spelled) if same_text(name, actor["name"]))
