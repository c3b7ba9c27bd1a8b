"""Events as a page tells them: when, and what in a few words; the parts of a visit under it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from dragoman.ledger import queries
from dragoman.ledger.pairs import Pair
from dragoman.ledger.queries import Filter
from dragoman.ledger.views import Event, Person
from dragoman.report.facts import Fact, every
from dragoman.report.happenings import QUOTED, what
from dragoman.report.page import Line
from dragoman.report.people import People
from dragoman.report.phrases import Phrases
from dragoman.report.wording import wording
from dragoman.web import links
from dragoman.web.showing import LANG


@dataclass(frozen=True, slots=True)
class Entry:
    """An event in a list."""

    fact: Fact
    when: str
    what: Line
    parts: tuple[Entry, ...] = ()

    @property
    def event(self) -> Event:
        return self.fact.event

    @property
    def langs(self) -> tuple[str, ...]:
        """The languages of its accounts."""
        return tuple(sorted({account.lang for account in self.fact.accounts}))


_ANY = Pair("", "")


def phrases(pair: Pair = _ANY, persons: Iterable[Person] = ()) -> Phrases:
    """What sentences on a page are made of."""
    return Phrases(wording(LANG), pair, People.of(persons), {})


def entries(
    connection: Connection,
    say: Phrases,
    found: Sequence[Event],
    parts: Sequence[Event] = (),
    quoted: Collection[str] | None = QUOTED,
) -> list[Entry]:
    """The entries of events in their order, with those of ``parts`` under their visits; quotes of these kinds alone."""
    facts = {fact.event.id: fact for fact in every(connection, [*found, *parts], quoted=quoted)}
    under: dict[str | None, list[Entry]] = {}
    for part in parts:
        under.setdefault(part.parent, []).append(entry(say, facts[part.id]))
    return [entry(say, facts[event.id], tuple(under.get(event.id, ()))) for event in found]


def stretch(
    connection: Connection, say: Phrases, wanted: Filter, limit: int, after: tuple[int, str] | None
) -> tuple[list[Entry], str | None]:
    """At most so many entries of a filter's timeline, and the place after which it goes on, if it does."""
    events, parts = queries.timeline(connection, wanted, limit + 1, after)
    shown = events[:limit]
    visits = {event.id for event in shown}
    more = links.cursor(shown[-1]) if len(events) > limit else None
    return entries(connection, say, shown, [part for part in parts if part.parent in visits]), more


def entry(say: Phrases, fact: Fact, parts: tuple[Entry, ...] = ()) -> Entry:
    """The entry of one fact, with those of its parts."""
    say.begin()
    return Entry(fact, say.when(fact.event), what(say, fact), parts)
