"""PLOVER's types and modes, and the rules from dragoman's records to them, as typed objects from ``crosswalk.yml``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

YIELD = "YIELD"
"""What data sets call CONCEDE and RETREAT together; they count it as material co-operation."""


class CrosswalkError(ValueError):
    """The table's own data are off; the message names the entry."""


@dataclass(frozen=True, slots=True)
class Type:
    """A type of PLOVER: its quad class, its score of conflict and co-operation, and those of its modes."""

    quad: int
    score: float
    modes: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Rule:
    """What records of a kind become. An empty tuple fits everything; ``gives`` is None where PLOVER has nothing."""

    gives: str | None
    cameo: str | None
    why: str | None
    type: tuple[str, ...]
    act: tuple[str, ...]
    status: tuple[str, ...]
    topic: tuple[str, ...]
    third_place: bool
    turned: bool


@dataclass(frozen=True, slots=True)
class Sides:
    """The roles whose actors are PLOVER's actor, and those whose are its recipient."""

    actor: tuple[str, ...]
    recipient: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Crosswalk:
    """The whole table."""

    types: Mapping[str, Type]
    sides: Mapping[str, Sides]
    rules: Mapping[str, Sequence[Rule]]
    contexts: Mapping[str, tuple[str, ...]]

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Crosswalk:
        """Build it from the parsed YAML; raises `CrosswalkError` for unknown keys, types and modes."""
        types = {name: Type(body["quad"], body["score"], body.get("modes", {})) for name, body in data["types"].items()}
        rules = {kind: [_rule(kind, row, types) for row in rows] for kind, rows in data["rules"].items()}
        sides = {kind: Sides(tuple(row["actor"]), tuple(row["recipient"])) for kind, row in data["sides"].items()}
        return cls(types, sides, rules, {topic: tuple(listed) for topic, listed in data["contexts"].items()})


_LISTS = ("type", "act", "status", "topic")


def _rule(kind: str, row: Mapping[str, Any], types: Mapping[str, Type]) -> Rule:
    if unknown := set(row) - {"gives", "cameo", "why", "third_place", "turned", *_LISTS}:
        raise CrosswalkError(f"rule of {kind}: unknown keys {sorted(unknown)}")
    gives = row["gives"]
    if gives is None and not row.get("why"):
        raise CrosswalkError(f"rule of {kind}: null needs a reason, `why`")
    if gives is not None:
        name, _, mode = gives.partition("-")
        if name not in types or (mode and mode not in types[name].modes) or not row.get("cameo"):
            raise CrosswalkError(f"rule of {kind}: no such type or mode {gives!r}, or no CAMEO code")
    lists = {key: tuple(row.get(key, ())) for key in _LISTS}
    third_place, turned = row.get("third_place", False), row.get("turned", False)
    return Rule(gives, row.get("cameo"), row.get("why"), **lists, third_place=third_place, turned=turned)


@cache
def crosswalk() -> Crosswalk:
    """The packaged table, read once."""
    source = files(__package__).joinpath("crosswalk.yml").read_text(encoding="utf-8")
    return Crosswalk.from_data(yaml.load(source, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))


def quad(root: str) -> int:
    """The quad class of a type, or of YIELD."""
    return 2 if root == YIELD else crosswalk().types[root].quad
