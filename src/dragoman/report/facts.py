"""What a report or briefing is made of: facts with the accounts that tell them, whatever the language and format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Generic, TypeVar

from sqlalchemy import Connection

from dragoman.codebook import codebook
from dragoman.ledger import queries
from dragoman.ledger.spans import TOOK_PLACE
from dragoman.ledger.views import Account, Difference, Event
from dragoman.model import Actor

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Fact:
    """An event with its accounts in the order of sending, and its parts if it is a visit."""

    event: Event
    accounts: tuple[Account, ...]
    differences: tuple[Difference, ...] = ()
    parts: tuple[Fact, ...] = ()

    @property
    def took_place(self) -> bool:
        return self.event.status in TOOK_PLACE


@dataclass(frozen=True, slots=True)
class Listing(Generic[T]):
    """What a section shows, in order of time, how much it leaves out, and the command that lists all of it."""

    shown: tuple[T, ...] = ()
    more: int = 0
    command: str = ""

    @property
    def total(self) -> int:
        return len(self.shown) + self.more


def every(connection: Connection, events: Iterable[Event]) -> list[Fact]:
    """Events as facts, each by itself."""
    wanted = list(events)
    ids = [event.id for event in wanted]
    told = queries.accounts(connection, ids)
    differ = queries.all_differences(connection, ids)
    return [Fact(event, tuple(told[event.id]), tuple(differ[event.id])) for event in wanted]


def nested(found: Sequence[Fact]) -> list[Fact]:
    """Facts; those that are parts of a visit that took place among them stand within it."""
    visits = {fact.event.id for fact in found if fact.event.kind == "visit" and fact.took_place}
    parts: dict[str | None, list[Fact]] = {}
    for fact in found:
        parts.setdefault(fact.event.parent, []).append(fact)
    return [
        replace(fact, parts=tuple(parts.get(fact.event.id, ()))) if fact.event.id in visits else fact
        for fact in found
        if fact.event.parent not in visits
    ]


def with_parts(happened: Iterable[Fact]) -> list[Fact]:
    """Facts and their parts that took place, in order of time."""
    flat = [fact for told in happened for fact in (told, *told.parts) if fact.took_place]
    return sorted(flat, key=lambda fact: (fact.event.first_day, fact.event.id))


def as_of(facts: Iterable[Fact], day: str) -> list[Fact]:
    """Facts as dispatches sent up to an ISO day tell them; what only later ones tell is left out."""
    out = []
    for fact in facts:
        known = tuple(account for account in fact.accounts if account.sent <= day)
        if known:
            event = replace(fact.event, status=_status(known), sources=len({account.dispatch for account in known}))
            out.append(replace(fact, event=event, accounts=known, differences=tuple(_among(known, fact.differences))))
    return out


def _among(accounts: Iterable[Account], differences: Iterable[Difference]) -> Iterator[Difference]:
    """The slots in which these accounts differ."""
    records = {account.record for account in accounts}
    for difference in differences:
        values = {record: value for record, value in difference.values.items() if record in records}
        if len(set(values.values())) > 1:
            yield Difference(difference.slot, values)


def _status(accounts: Iterable[Account]) -> str:
    """What took place stays so; before that, the latest word counts."""
    told = [account.status for account in accounts]
    return next((status for status in reversed(told) if status in TOOK_PLACE), told[-1])


def rank(*actors: Actor) -> int:
    """The highest office among these, in the order of the codebook; 0 is the highest."""
    offices = _offices()
    return min((offices[actor.office] for actor in actors if actor.office in offices), default=len(offices))


@cache
def _offices() -> dict[str | None, int]:
    return {office: number for number, office in enumerate(codebook().offices)}


def weight(fact: Fact) -> tuple[int, int, int, str]:
    """What stands first where not all can be shown: the highest level, then the most told."""
    return rank(*fact.event.actors), -fact.event.sources, fact.event.first_day, fact.event.id


def chosen(
    things: Iterable[T], weigh: Callable[[T], tuple[int, int, int, str]], limit: int, command: str
) -> Listing[T]:
    """The weightiest of these, in the order in which they came, and how many there are more."""
    known = list(things)
    best = {id(thing) for thing in sorted(known, key=weigh)[:limit]}
    return Listing(tuple(thing for thing in known if id(thing) in best), max(len(known) - limit, 0), command)
