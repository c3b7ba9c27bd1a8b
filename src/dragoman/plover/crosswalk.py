"""A record in PLOVER's terms."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from dragoman.model import Actor, Record
from dragoman.plover.types import Rule, Sides, crosswalk


@dataclass(frozen=True, slots=True)
class Plover:
    """What a record is in PLOVER and CAMEO. ``score`` runs from -10, conflict, to +10, co-operation."""

    type: str
    mode: str | None
    contexts: tuple[str, ...]
    quad: int
    score: float
    cameo: str
    actor: tuple[Actor, ...]
    recipient: tuple[Actor, ...]

    @property
    def cameo_root(self) -> str:
        """The two digits of CAMEO's main category."""
        return self.cameo[:2]

    def to_json(self) -> dict[str, Any]:
        """The classes alone; who took part stands in the record."""
        return {
            "type": self.type,
            "mode": self.mode,
            "contexts": list(self.contexts),
            "quad": self.quad,
            "score": self.score,
            "cameo_root": self.cameo_root,
            "cameo": self.cameo,
        }


def plover(record: Record) -> Plover | None:
    """The record in PLOVER's terms; None where PLOVER has no type for it, such as a plain statement."""
    rule = rule_for(record)
    if rule is None or rule.gives is None or rule.cameo is None:
        return None
    table = crosswalk()
    name, _, mode = rule.gives.partition("-")
    kind = table.types[name]
    actor, recipient = _cast(record, table.sides[record.kind], rule.turned)
    contexts = tuple(dict.fromkeys(context for topic in record.topics for context in table.contexts.get(topic, ())))
    score = float(kind.modes[mode] if mode else kind.score)
    return Plover(name, mode or None, contexts, kind.quad, score, rule.cameo, actor, recipient)


def rule_for(record: Record) -> Rule | None:
    """The first rule that fits the record."""
    return _rule(record.kind, record.type, record.act, record.status, record.topics, _in_third_place(record))


@lru_cache(maxsize=8192)
def _rule(
    kind: str, type: str, act: str | None, status: str, topics: tuple[str, ...], in_third_place: bool
) -> Rule | None:
    """The first rule that fits what a record is. An archive has millions of records, and few that differ in this."""
    return next(
        (
            rule
            for rule in crosswalk().rules.get(kind, ())
            if (not rule.type or type in rule.type)
            and (not rule.act or act in rule.act)
            and (not rule.status or status in rule.status)
            and (not rule.topic or any(topic in rule.topic for topic in topics))
            and (not rule.third_place or in_third_place)
        ),
        None,
    )


def _in_third_place(record: Record) -> bool:
    """Whether the place is the capital of a state that takes no part; other places are not known well enough."""
    owners = _capitals().get(record.place or "")
    if not owners:
        return False
    states = {actor.state for actor in record.actors}
    return None not in states and not owners & states


@cache
def _capitals() -> dict[str, frozenset[str]]:
    """The states and organisations that sit in each capital."""
    from dragoman.world import capitals, seats

    owners: dict[str, set[str]] = {}
    for state, capital in capitals().items():
        owners.setdefault(capital, set()).add(state)
    guests = seats()
    return {
        name: frozenset((*found, *(guest for owner, guest in guests if owner in found)))
        for name, found in owners.items()
    }


def _cast(record: Record, sides: Sides, turned: bool) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
    actor = tuple(one for one in record.actors if one.role in sides.actor)
    recipient = tuple(one for one in record.actors if one.role in sides.recipient)
    return (recipient, actor) if turned else (actor, recipient)
