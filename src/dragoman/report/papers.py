"""Documents as a report shows them: each once, with the stages that it had reached by a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection

from dragoman.ledger import queries, tracked
from dragoman.ledger.pairs import Pair
from dragoman.ledger.views import Document
from dragoman.report.facts import Accounts, Fact, every, rank

PENDING = frozenset(("proposed", "negotiated", "to_be_signed", "to_be_ratified", "to_enter_into_force"))
"""Stages after which another one is to come."""

LATER = frozenset(("ratified", "in_force", "implemented", "terminated"))
"""Stages after the signing that are facts of their own."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage in a document's life (`ledger.registers.STAGES`), its day as exactly as told, and the event it is by."""

    stage: str
    date: str | None
    fact: Fact


@dataclass(frozen=True, slots=True)
class Paper:
    """A document, or a package of several: its names by language, its stages in the order of a document's life."""

    type: str
    names: dict[str, tuple[str, ...]]
    stages: tuple[Stage, ...]

    @property
    def last(self) -> Stage:
        return self.stages[-1]

    @property
    def signed(self) -> Stage | None:
        return next((stage for stage in self.stages if stage.stage == "signed"), None)

    @property
    def weight(self) -> tuple[int, int, int, str]:
        event = (self.signed or self.last).fact.event
        return rank(*event.actors), -event.sources, event.first_day, event.id


@dataclass(frozen=True, slots=True)
class Reached:
    """One stage of a document, told for itself."""

    paper: Paper
    stage: Stage


def papers(connection: Connection, pair: Pair, day: str, accounts: Accounts | None = None) -> list[Paper]:
    """The documents of a pair as dispatches sent up to a day tell of them, in order of time."""
    found = tracked.documents(connection, pair, quoted=False)
    events = queries.by_ids(connection, [step.event for document in found for step in document.steps])
    told = {fact.event.id: fact for fact in every(connection, events.values(), accounts)}
    out = [paper for document in found if (paper := _paper(document, told, day)).stages]
    return sorted(out, key=lambda paper: _time(paper.last.fact))


def packages(happened: Iterable[Fact], accounts: Accounts | None = None) -> list[Paper]:
    """The packages of documents that were signed, among facts and their parts."""
    found = [fact for told in happened for fact in (told, *told.parts) if _is_package(fact)]
    if accounts:
        accounts.fetch(found)
    return [Paper("package", _names(fact), (Stage("signed", fact.event.date, fact),)) for fact in found]


def _is_package(fact: Fact) -> bool:
    event = fact.event
    return event.kind == "document" and event.type == "package" and event.act == "sign" and fact.took_place


def _paper(document: Document, told: dict[str, Fact], day: str) -> Paper:
    reached = [step for step in document.steps if step.account.sent <= day]
    return Paper(document.type, document.names, tuple(Stage(s.step, s.date, told[s.event]) for s in reached))


def _names(fact: Fact) -> dict[str, tuple[str, ...]]:
    out: dict[str, tuple[str, ...]] = {}
    for account in fact.accounts:
        if account.name:
            out[account.lang] = (*out.get(account.lang, ()), account.name)
    return out


def _time(fact: Fact) -> tuple[int, str]:
    return fact.event.first_day, fact.event.id
