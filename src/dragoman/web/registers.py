"""The registers of a pair as pages show them: commitments, documents, bodies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from sqlalchemy import Connection

from dragoman.ledger import queries
from dragoman.ledger.pairs import Pair
from dragoman.ledger.registers import STAGES
from dragoman.ledger.views import Body, Document, Step
from dragoman.report.happenings import what
from dragoman.report.page import Line
from dragoman.report.promises import Promise, promises
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

    @property
    def last(self) -> Step | None:
        return self.document.steps[-1] if self.document.steps else None


@dataclass(frozen=True, slots=True)
class Institution:
    """A joint body and what it is called."""

    body: Body
    name: Line


def commitments(connection: Connection, pair: Pair, day: str) -> list[Commitment]:
    """Those that stand as of an ISO day, by state, the latest due first; without what was announced only when done."""
    say = phrases(pair)
    found = [promise for promise in promises(connection, pair, None, day) if not promise.at_once]
    found.sort(key=lambda promise: promise.commitment.due_last or promise.commitment.made, reverse=True)
    found.sort(key=lambda promise: ORDER.index(promise.state))
    return [Commitment(promise, say.apart(partial(what, say, promise.fact))) for promise in found]


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
    """The stages told of a document, and the signing, which any document is for."""
    reached: Mapping[str, Step] = {step.step: step for step in document.steps}
    return tuple(Rung(stage, reached.get(stage)) for stage in _stages(list(reached)))


_USUAL = ("signed",)


def _stages(reached: Sequence[str]) -> list[str]:
    """In the order of a document's life."""
    return [stage for stage in STAGES if stage in reached or stage in _USUAL]


def _label(kind: str, type: str) -> str:
    return phrases(Pair("", "")).words.label("types", type, of=kind)
