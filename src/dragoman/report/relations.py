"""The level of relations over time, and how often each topic was touched."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.ledger.overview import CONTACTS
from dragoman.report.facts import Fact, with_parts


@dataclass(frozen=True, slots=True)
class Level:
    """A level, and the facts that tell it, in order of time."""

    type: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Touched:
    """How many facts are about a topic: contacts, documents, other ones; and the last of them."""

    topic: str
    contacts: int
    documents: int
    other: int
    last: Fact

    @property
    def total(self) -> int:
        return self.contacts + self.documents + self.other


def levels(found: Iterable[Fact]) -> tuple[Level, ...]:
    """Every level that accounts give, in the order in which each was first told."""
    by_type: dict[str, list[Fact]] = {}
    for fact in found:
        if fact.event.kind == "relation" and fact.took_place:
            by_type.setdefault(fact.event.type, []).append(fact)
    return tuple(Level(type, tuple(mine)) for type, mine in by_type.items())


def touched(happened: Iterable[Fact]) -> list[Touched]:
    """The topics of facts and their parts, the most touched first."""
    counted: Counter[tuple[str, str]] = Counter()
    last: dict[str, Fact] = {}
    for fact in with_parts(happened):
        counted.update((topic, _column(fact)) for topic in fact.event.topics)
        last.update(dict.fromkeys(fact.event.topics, fact))
    found = [
        Touched(topic, counted[topic, "contacts"], counted[topic, "documents"], counted[topic, "other"], fact)
        for topic, fact in last.items()
    ]
    return sorted(found, key=lambda row: (-row.total, row.topic))


def _column(fact: Fact) -> str:
    if fact.event.kind == "document":
        return "documents"
    return "contacts" if fact.event.kind in CONTACTS else "other"
