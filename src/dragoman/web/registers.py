"""The registers of a pair as pages show them: commitments, documents, bodies."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from sqlalchemy import Connection

from dragoman.ledger import queries
from dragoman.ledger.pairs import Pair
from dragoman.ledger.registers import STAGES
from dragoman.ledger.views import Body, Document, Step
from dragoman.report.facts import Fact, every
from dragoman.report.happenings import what
from dragoman.report.page import Line
from dragoman.report.promises import Promise, promised
from dragoman.report.wording import wording
from dragoman.web.showing import LANG
from dragoman.web.timeline import phrases

ORDER = ("overdue", "open", "pursued", "fulfilled", "cancelled")
"""States of commitments in the order in which they are shown."""


@dataclass(frozen=True, slots=True)
class Commitment:
    """A commitment, and what it is about in words."""

    promise: Promise
    what: Line


@dataclass(frozen=True, slots=True)
class Rung:
    """A stage in a document's life, and the step by which it was reached, if it was."""

    stage: str
    step: Step | None


@dataclass(frozen=True, slots=True)
class Paper:
    """A document, what it is called, and its life as a ladder."""

    document: Document
    name: Line
    ladder: tuple[Rung, ...]


@dataclass(frozen=True, slots=True)
class Institution:
    """A joint body and what it is called."""

    body: Body
    name: Line


def commitments(connection: Connection, pair: Pair, day: str, limit: int | None = None) -> tuple[list[Commitment], int]:
    """As of an ISO day, by state, the latest due first, at most ``limit``; and how many there are.

    What was announced only on the day on which it was done is left out.
    """
    say = phrases(pair)
    made = queries.commitments(connection, pair, until=day)
    found = [promise for each in made if not (promise := promised(each, Fact(each.event, ()), day)).at_once]
    found.sort(key=lambda promise: promise.commitment.due_last or promise.commitment.made, reverse=True)
    found.sort(key=lambda promise: ORDER.index(promise.state))
    facts = every(connection, [promise.commitment.event for promise in found[:limit]])
    shown = [replace(promise, fact=fact) for promise, fact in zip(found, facts, strict=False)]
    return [Commitment(promise, say.apart(partial(what, say, promise.fact))) for promise in shown], len(found)


def documents(connection: Connection, pair: Pair) -> list[Paper]:
    """Its documents, that of which something was told last first."""
    say = phrases(pair)
    found = queries.documents(connection, pair)
    found.sort(key=lambda document: max((step.date or "" for step in document.steps), default=""), reverse=True)
    return [
        Paper(document, say.name(document.names, _label("document", document.type)), ladder(document))
        for document in found
    ]


def bodies(connection: Connection, pair: Pair) -> list[Institution]:
    """Its joint bodies, those that are told most first."""
    say = phrases(pair)
    found = sorted(queries.bodies(connection, pair), key=lambda body: (-len(body.events), body.id))
    return [Institution(body, say.body(body.names, _label("body", body.type))) for body in found]


def ladder(document: Document) -> tuple[Rung, ...]:
    """The stages told of a document in the order of its life, and the signing, which any document is for."""
    reached = {step.step: step for step in document.steps}
    return tuple(Rung(stage, reached.get(stage)) for stage in STAGES if stage in reached or stage == "signed")


def _label(kind: str, type: str) -> str:
    return wording(LANG).label("types", type, of=kind)
