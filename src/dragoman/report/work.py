"""The report on the work done: what took place between two states in a period, and how things stand after it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from dragoman.ledger import pairs, queries
from dragoman.ledger.errors import LedgerError, NotFound
from dragoman.ledger.pairs import Pair
from dragoman.ledger.persons import persons
from dragoman.ledger.queries import Filter
from dragoman.ledger.spans import iso, span
from dragoman.ledger.views import Person, Sources
from dragoman.report import papers as registers
from dragoman.report.facts import Accounts, Fact, Listing, chosen, every, nested, rank, weight, with_parts
from dragoman.report.institutions import Institution, institutions
from dragoman.report.papers import LATER, PENDING, Paper, Reached, packages
from dragoman.report.people import People
from dragoman.report.promises import STATES, Promise, listings
from dragoman.report.relations import Level, Touched, levels, touched

LIMIT = 12
"""Items that a section shows at most."""

FEW = 4
"""Statements, and messages, that are shown at most."""


@dataclass(frozen=True, slots=True)
class Period:
    """The days that a report is about, both within and as exactly as asked, and the ISO day as of which it stands."""

    since: str
    until: str
    day: str

    @property
    def first(self) -> str:
        return iso(span(self.since).first)

    @property
    def last(self) -> str:
        return iso(span(self.until).last)

    def holds(self, date: str | None, otherwise: int) -> bool:
        """Whether a date, or the day in its stead, touches the period."""
        first, last = (span(date).first, span(date).last) if date else (otherwise, otherwise)
        return first <= span(self.until).last and last >= span(self.since).first

    def has(self, fact: Fact) -> bool:
        """Whether a fact falls into the period."""
        return self.holds(fact.event.date, fact.event.first_day)


@dataclass(frozen=True, slots=True)
class Told:
    """Facts of a kind that are only counted, by type, and the most told of them."""

    types: dict[str, int]
    most: Listing[Fact]


@dataclass(frozen=True, slots=True)
class Work:
    """All that the report says. ``listings`` holds the sections whose items are facts alone, by section."""

    pair: Pair
    period: Period
    people: People
    sources: Sources  # of what took place in the period
    held: Sources  # of all that the ledger holds of the pair, where nothing took place in the period
    listings: dict[str, Listing[Fact]]
    signed: Listing[Paper]
    packages: int
    pending: Listing[Paper]
    later: Listing[Reached]
    leaders: int  # visits of heads of state
    bodies: Listing[Institution]
    sessions: int
    promises: dict[str, Listing[Promise]]
    at_once: int  # commitments that were announced only on the day on which they were done
    levels: tuple[Level, ...]
    told: dict[str, Told]
    topics: Listing[Touched]
    called: dict[str, dict[str, tuple[str, ...]]]  # the events of bodies and documents: their names by language

    @property
    def empty(self) -> bool:
        return not self.sources.dispatches


def work(
    connection: Connection,
    pair: Pair,
    since: str | None,
    until: str,
    day: str,
    people: Iterable[Person] | None = None,
) -> Work:
    """The report on a pair from ``since`` (else from the first dispatch on) to ``until``, as of an ISO day.

    ``people`` are the persons of both states, where they are known already.
    """
    known(connection, pair)
    period = Period(since or min(_first(connection, pair, until), until), until, day)
    if span(period.since).first > span(until).last:
        raise LedgerError(f"{period.since} is later than {until}: give a day to begin that lies before the last one")
    accounts = Accounts(connection)
    wanted = Filter(pair, period.since, until)
    told = nested(every(connection, queries.events(connection, wanted), accounts))
    happened = [fact for fact in told if fact.took_place]
    documents = registers.papers(connection, pair, day, accounts)
    signed = [*_signed(documents, period), *packages(happened, accounts)]
    bodies = [body for body in institutions(connection, pair, until, accounts) if any(map(period.has, body.facts))]
    made, at_once = listings(connection, pair, STATES, period.since, day, LIMIT)
    sources = queries.sources(connection, wanted)
    lister = _Lister(pair, period)
    told_levels = queries.events(connection, Filter(pair, None, until, ("relation",)))
    out = Work(
        pair=pair,
        period=period,
        people=People.of(persons(connection, pair.codes) if people is None else people),
        sources=sources,
        held=sources if sources.dispatches else queries.sources(connection, Filter(pair)),
        listings=_listings(lister, told, happened),
        signed=lister.papers(sorted(signed, key=_signing)),
        packages=sum(paper.type == "package" for paper in signed),
        pending=lister.papers(paper for paper in documents if paper.last.stage in PENDING),
        later=lister.reached(_later(documents, period)),
        leaders=sum(fact.event.kind == "visit" and _guest_rank(fact) == 0 for fact in happened),
        bodies=chosen(bodies, lambda body: body.weight, LIMIT, lister.command("body")),
        sessions=sum(period.has(session) for body in bodies for session in body.sessions),
        promises=made,
        at_once=at_once,
        levels=levels(every(connection, told_levels, accounts)),
        told={kind: lister.told(kind, happened) for kind in ("statement", "message")},
        topics=lister.topics(touched(happened)),
        called=called(documents, bodies),
    )
    accounts.fetch(_cited(out))
    return out


def _cited(work: Work) -> Iterator[Fact]:
    """The facts whose accounts a page tells."""
    for listing in (*work.listings.values(), *(told.most for told in work.told.values())):
        yield from listing.shown
    for paper in (*work.signed.shown, *work.pending.shown, *(at.paper for at in work.later.shown)):
        yield from (stage.fact for stage in paper.stages)
    for body in work.bodies.shown:
        yield from (fact for fact in body.facts if fact not in body.sessions or work.period.has(fact))
    for level in work.levels:
        yield from level.facts


def _first(connection: Connection, pair: Pair, otherwise: str) -> str:
    """The day of the first dispatch that tells of a pair."""
    return queries.sources(connection, Filter(pair)).first or otherwise


def known(connection: Connection, pair: Pair) -> None:
    """Raises `NotFound` where the ledger holds nothing of a pair."""
    if not queries.events(connection, Filter(pair), 1):
        names = pairs.names()
        raise NotFound(f"this ledger holds nothing of {names[pair.one]} and {names[pair.other]}")


@dataclass(frozen=True, slots=True)
class _Lister:
    """Takes the weightiest facts of a kind, and names the command that lists all."""

    pair: Pair
    period: Period

    def command(self, kind: str) -> str:
        asked = f"dragoman events {self.pair.one} {self.pair.other}"
        return f"{asked} --since {self.period.since} --until {self.period.until} --kind {kind}"

    def facts(self, kind: str, told: Iterable[Fact]) -> Listing[Fact]:
        return chosen((fact for fact in told if fact.event.kind == kind), weight, LIMIT, self.command(kind))

    def papers(self, found: Iterable[Paper]) -> Listing[Paper]:
        return chosen(found, lambda paper: paper.weight, LIMIT, self.command("document"))

    def reached(self, found: Iterable[Reached]) -> Listing[Reached]:
        return chosen(found, lambda at: at.paper.weight, LIMIT, self.command("document"))

    def topics(self, rows: Sequence[Touched]) -> Listing[Touched]:
        command = self.command("").replace("--kind ", "--topic TOPIC")
        return Listing(tuple(rows[:LIMIT]), max(len(rows) - LIMIT, 0), command)

    def told(self, kind: str, happened: Iterable[Fact]) -> Told:
        mine = [fact for fact in with_parts(happened) if fact.event.kind == kind]
        types = Counter(fact.event.type for fact in mine)
        return Told(dict(types.most_common()), chosen(mine, weight, FEW, self.command(kind)))


def called(papers: Iterable[Paper], bodies: Iterable[Institution]) -> dict[str, dict[str, tuple[str, ...]]]:
    """For the events of bodies and documents what all accounts of the body or document call it."""
    out = {stage.fact.event.id: paper.names for paper in papers for stage in paper.stages}
    return out | {event: body.names for body in bodies for event in body.events}


def _listings(lister: _Lister, told: Sequence[Fact], happened: Sequence[Fact]) -> dict[str, Listing[Fact]]:
    flat = with_parts(happened)
    return {
        "visits": lister.facts("visit", happened),
        "called_off": lister.facts("visit", [fact for fact in told if fact.event.status == "cancelled"]),
        "meetings": lister.facts("meeting", happened),
        "reports": lister.facts("report", flat),
        "exchanges": lister.facts("exchange", flat),
        "envoys": lister.facts("accreditation", flat),
        "acts": lister.facts("action", flat),
    }


def _guest_rank(visit: Fact) -> int:
    return rank(*(actor for actor in visit.event.actors if actor.role == "guest"))


def _signed(documents: Iterable[Paper], period: Period) -> list[Paper]:
    return [
        paper
        for paper in documents
        if paper.signed and period.holds(paper.signed.date, paper.signed.fact.event.first_day)
    ]


def _later(documents: Iterable[Paper], period: Period) -> list[Reached]:
    """Ratifications and the like in the period, in order of time."""
    found = [Reached(paper, stage) for paper in documents for stage in paper.stages if stage.stage in LATER]
    mine = [reached for reached in found if period.holds(reached.stage.date, reached.stage.fact.event.first_day)]
    return sorted(mine, key=lambda reached: (reached.stage.fact.event.first_day, reached.stage.fact.event.id))


def _signing(paper: Paper) -> tuple[int, bool, str]:
    event = (paper.signed or paper.last).fact.event
    return event.first_day, paper.type == "package", event.id
