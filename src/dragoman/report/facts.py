"""What a report or briefing is made of: facts with the accounts that tell them, whatever the language and format."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection

from dragoman.codebook import codebook
from dragoman.ledger import queries
from dragoman.ledger.spans import TOOK_PLACE
from dragoman.ledger.views import Account, Difference, Event
from dragoman.model import Actor

T = TypeVar("T")

Weight = tuple[int, int, int, str]
"""By which things are chosen: the lowest first."""


@dataclass(frozen=True, slots=True)
class Fact:
    """An event with its accounts in the order of sending, and its parts if it is a visit."""

    event: Event
    accounts: Sequence[Account]
    differences: tuple[Difference, ...] = ()
    parts: tuple[Fact, ...] = ()

    @property
    def took_place(self) -> bool:
        return self.event.status in TOOK_PLACE


class Accounts:
    """The accounts of events, read only for what is told: those of many at once (`fetch`), else one by one."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._told: dict[str, list[Account]] = {}

    def fetch(self, facts: Iterable[Fact]) -> None:
        """Read those of some facts and their parts."""
        flat = [one for fact in facts for one in (fact, *fact.parts)]
        self._read(identity for fact in flat if isinstance(fact.accounts, _Unread) for identity in fact.accounts.events)

    def of(self, *events: str) -> Sequence[Account]:
        """Those of events, by their ids, one after the other."""
        return _Unread(self, events)

    def told(self, event: str) -> list[Account]:
        """Those of one event."""
        if event not in self._told:
            self._read([event])
        return self._told[event]

    def _read(self, events: Iterable[str]) -> None:
        missing = [identity for identity in events if identity not in self._told]
        told = queries.accounts(self._connection, missing)
        self._told.update((identity, told[identity]) for identity in missing)


class _Unread(Sequence[Account]):
    """The accounts of some events, read when they are looked at."""

    __slots__ = ("_of", "events")

    def __init__(self, of: Accounts, events: tuple[str, ...]) -> None:
        self._of = of
        self.events = events

    def __len__(self) -> int:
        return sum(len(self._of.told(event)) for event in self.events)

    def __getitem__(self, at: Any) -> Any:
        return [*self][at]

    def __iter__(self) -> Iterator[Account]:
        return chain.from_iterable(map(self._of.told, self.events))


def together(facts: Iterable[Fact]) -> Sequence[Account]:
    """The accounts of several facts, one after the other."""
    all_of = [fact.accounts for fact in facts]
    unread = [accounts for accounts in all_of if isinstance(accounts, _Unread)]
    if len(unread) < len(all_of):
        return tuple(chain.from_iterable(all_of))
    return unread[0]._of.of(*(event for accounts in unread for event in accounts.events))


@dataclass(frozen=True, slots=True)
class Listing(Generic[T]):
    """What a section shows, in order of time, how much it leaves out, and the command that lists all of it."""

    shown: tuple[T, ...] = ()
    more: int = 0
    command: str = ""

    @property
    def total(self) -> int:
        return len(self.shown) + self.more


def every(
    connection: Connection,
    events: Iterable[Event],
    accounts: Accounts | None = None,
    quoted: Collection[str] | None = None,
) -> list[Fact]:
    """Events as facts, each by itself; their accounts are read at once unless they are to be read by ``accounts``.

    If kinds are given that are ``quoted``, accounts of others come without quotes.
    """
    wanted = list(events)
    ids = [event.id for event in wanted]
    told = {} if accounts else queries.accounts(connection, ids, quoted)
    differ = queries.all_differences(connection, ids)
    return [
        Fact(event, accounts.of(event.id) if accounts else tuple(told[event.id]), tuple(differ[event.id]))
        for event in wanted
    ]


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
    return highest(actor.office for actor in actors)


def highest(offices: Iterable[str | None]) -> int:
    """The same of offices."""
    order = _offices()
    return min((order[office] for office in offices if office in order), default=len(order))


@cache
def _offices() -> dict[str | None, int]:
    return {office: number for number, office in enumerate(codebook().offices)}


def weight(fact: Fact) -> Weight:
    """What stands first where not all can be shown: the highest level, then the most told."""
    return rank(*fact.event.actors), -fact.event.sources, fact.event.first_day, fact.event.id


def chosen(things: Iterable[T], weigh: Callable[[T], Weight], limit: int, command: str) -> Listing[T]:
    """The weightiest of these, in the order in which they came, and how many there are more."""
    known = list(things)
    best = {id(thing) for thing in sorted(known, key=weigh)[:limit]}
    return Listing(tuple(thing for thing in known if id(thing) in best), max(len(known) - limit, 0), command)
