"""The briefing before a meeting: what comes next, who is who, where things stand, as of a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection

from dragoman.ledger import queries
from dragoman.ledger.overview import CONTACTS
from dragoman.ledger.pairs import Pair
from dragoman.ledger.persons import persons
from dragoman.ledger.queries import Filter
from dragoman.ledger.spans import AHEAD, span
from dragoman.report import papers as registers
from dragoman.report.facts import Fact, Listing, as_of, chosen, every, nested
from dragoman.report.institutions import Institution, institutions
from dragoman.report.offices import Holder, holders
from dragoman.report.papers import PENDING, Paper, packages
from dragoman.report.people import People
from dragoman.report.promises import Promise, listings
from dragoman.report.relations import Level, Touched, levels, touched
from dragoman.report.work import called, known

LAST, OPEN = 10, 12
"""Contacts, and items of any other section, that are shown at most."""

STATES = ("overdue", "open", "pursued")
YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class LastSession:
    """The last session of a body, and what was signed on its day."""

    body: Institution
    session: Fact
    signed: tuple[Paper, ...]


@dataclass(frozen=True, slots=True)
class Briefing:
    """All that the briefing says."""

    pair: Pair
    day: str
    people: People
    next: tuple[Fact, ...]
    offices: dict[str, list[Holder]]
    contacts: Listing[Fact]
    promises: dict[str, Listing[Promise]]
    pending: Listing[Paper]
    sessions: tuple[LastSession, ...]
    levels: tuple[Level, ...]
    topics: Listing[Touched]
    called: dict[str, dict[str, tuple[str, ...]]]


def briefing(connection: Connection, pair: Pair, day: str) -> Briefing:
    """The briefing on a pair as of an ISO day."""
    known(connection, pair)
    people = persons(connection, pair.codes, until=day)
    told = nested(as_of(every(connection, queries.events(connection, Filter(pair))), day))
    happened = [fact for fact in told if fact.took_place and fact.event.first_day <= span(day).last]
    documents = registers.papers(connection, pair, day)
    bodies = institutions(connection, pair, day)
    return Briefing(
        pair=pair,
        day=day,
        people=People.of(people),
        next=tuple(sorted((fact for fact in told if _is_next(fact, day)), key=_soonest)),
        offices={state: holders(connection, people, state, day) for state in pair.codes},
        contacts=_contacts(happened, pair, day),
        promises=listings(connection, pair, STATES, None, day, OPEN)[0],
        pending=_pending(documents, pair),
        sessions=tuple(_sessions(bodies, [*documents, *packages(happened)])),
        levels=levels(happened),
        topics=_topics(happened, pair, day),
        called=called(documents, bodies),
    )


def _is_next(fact: Fact, day: str) -> bool:
    """A contact yet to come; of one without a day, that the announcement is not older than such are looked for."""
    event, today = fact.event, span(day).first
    if not _is_contact(fact) or event.status not in AHEAD:
        return False
    last = event.last_day if event.date else event.first_day + AHEAD[event.status]
    return last >= today


def _soonest(fact: Fact) -> tuple[bool, int]:
    """Those with a day of their own first."""
    return fact.event.date is None, fact.event.first_day


def _is_contact(fact: Fact) -> bool:
    return fact.event.kind in CONTACTS and fact.event.act in (None, "meet")


def _contacts(happened: Iterable[Fact], pair: Pair, day: str) -> Listing[Fact]:
    """The last contacts, the latest first."""
    found = [fact for fact in happened if _is_contact(fact)]
    command = f"dragoman events {pair.one} {pair.other} --until {day}"
    return Listing(tuple(reversed(found[-LAST:])), max(len(found) - LAST, 0), command)


def _pending(documents: Iterable[Paper], pair: Pair) -> Listing[Paper]:
    found = [paper for paper in documents if paper.last.stage in PENDING]
    command = f"dragoman events {pair.one} {pair.other} --kind document"
    return chosen(found, lambda paper: paper.weight, OPEN, command)


def _sessions(bodies: Iterable[Institution], documents: Iterable[Paper]) -> Iterable[LastSession]:
    signed = [(paper.signed.fact.event, paper) for paper in documents if paper.signed]
    for body in bodies:
        if body.sessions:
            last = body.sessions[-1]
            that_day = tuple(p for event, p in signed if event.date and event.first_day == last.event.first_day)
            yield LastSession(body, last, that_day)


def _topics(happened: Iterable[Fact], pair: Pair, day: str) -> Listing[Touched]:
    since = (date.fromisoformat(day) - YEAR).isoformat()
    rows = touched(fact for fact in happened if fact.event.last_day >= span(since).first)
    command = f"dragoman events {pair.one} {pair.other} --since {since} --until {day} --topic TOPIC"
    return Listing(tuple(rows[:OPEN]), max(len(rows) - OPEN, 0), command)
