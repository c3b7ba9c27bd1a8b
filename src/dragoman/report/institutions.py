"""Joint bodies as a report shows them: when they were founded, when they met, what was signed on the day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from dragoman.ledger import tracked
from dragoman.ledger.pairs import Pair
from dragoman.ledger.spans import span
from dragoman.ledger.views import Body
from dragoman.report.facts import Accounts, Fact, every, rank, together


@dataclass(frozen=True, slots=True)
class Institution:
    """A joint body with its names by language. Its sessions can be numbered only where its founding is known."""

    type: str
    names: dict[str, tuple[str, ...]]
    founded: Fact | None
    sessions: tuple[Fact, ...]
    closed: Fact | None
    events: frozenset[str] = frozenset()  # all events that are of it, shown or not

    @property
    def facts(self) -> tuple[Fact, ...]:
        return tuple(fact for fact in (self.founded, *self.sessions, self.closed) if fact)

    @property
    def weight(self) -> tuple[int, int, int, str]:
        best = min(rank(*fact.event.actors) for fact in self.facts)
        first = self.facts[0].event
        return best, -sum(fact.event.sources for fact in self.facts), first.first_day, first.id

    def number(self, session: Fact) -> int | None:
        """Which session it is, counted from the founding; None where that is not in the ledger."""
        if self.founded is None or self.founded.event.first_day > session.event.first_day:
            return None
        return self.sessions.index(session) + 1


def institutions(connection: Connection, pair: Pair, until: str, accounts: Accounts | None = None) -> list[Institution]:
    """The joint bodies of a pair, as events up to a day tell of them."""
    out = [_institution(connection, group, until, accounts) for group in _alike(tracked.bodies(connection, pair))]
    return sorted((found for found in out if found.facts), key=lambda found: found.facts[0].event.first_day)


def _institution(connection: Connection, group: Sequence[Body], until: str, accounts: Accounts | None) -> Institution:
    last = span(until).last
    events = {event.id: event for body in group for event in body.events if event.first_day <= last}
    told = every(connection, sorted(events.values(), key=lambda event: (event.first_day, event.id)), accounts)
    happened = [fact for fact in told if fact.took_place]
    return Institution(
        type=group[0].type,
        names=_names(group),
        founded=next(iter(_by_day(happened, "found")), None),
        sessions=_by_day(happened, "meet"),
        closed=next(iter(_by_day(happened, "close")), None),
        events=frozenset(event.id for body in group for event in body.events),
    )


def _by_day(happened: Iterable[Fact], act: str) -> tuple[Fact, ...]:
    """One fact for a day: of several, that which is told most, with the accounts of all."""
    by_day: dict[int, list[Fact]] = {}
    for fact in happened:
        if fact.event.act == act:
            by_day.setdefault(fact.event.first_day, []).append(fact)
    out = []
    for told in by_day.values():
        best = max(told, key=lambda fact: fact.event.sources)
        out.append(replace(best, accounts=together(told)))
    return tuple(out)


def _alike(bodies: Iterable[Body]) -> list[list[Body]]:
    """Bodies of one type that some language calls by the same words, two at least, are shown as one."""
    groups: list[list[Body]] = []
    for body in bodies:
        mine = [group for group in groups if any(_same(body, other) for other in group)]
        groups = [group for group in groups if group not in mine]
        groups.append([*(other for group in mine for other in group), body])
    return groups


def _same(one: Body, other: Body) -> bool:
    return one.type == other.type and bool(_titles(one) & _titles(other))


def _titles(body: Body) -> set[tuple[str, str]]:
    return {(lang, name.casefold()) for lang, told in body.names.items() for name in told if _tells(name)}


def _tells(name: str) -> bool:
    return len(name.split()) > 1 or (not name.isascii() and len(name) > 5 and name.casefold() == name.upper())


def _names(group: Sequence[Body]) -> dict[str, tuple[str, ...]]:
    out: dict[str, tuple[str, ...]] = {}
    for body in group:
        for lang, told in body.names.items():
            out[lang] = (*out.get(lang, ()), *told)
    return out
