"""The registers of a pair as pages show them: levels, commitments, documents, bodies, persons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from sqlalchemy import Connection

from dragoman.ledger import changes, queries, ranked, tracked
from dragoman.ledger.pairs import Pair
from dragoman.ledger.ranked import BodyInShort, Standing
from dragoman.ledger.registers import STAGES
from dragoman.ledger.views import Document, Step
from dragoman.report.facts import Fact, every
from dragoman.report.happenings import QUOTED, what
from dragoman.report.page import Line
from dragoman.report.phrases import Phrases
from dragoman.report.promises import Promise, promised
from dragoman.report.relations import Level
from dragoman.report.relations import levels as told_levels
from dragoman.report.wording import wording
from dragoman.web.keeping import MOST_LONG, kept, token
from dragoman.web.showing import LANG
from dragoman.web.timeline import phrases


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

    body: BodyInShort
    name: Line


def levels(connection: Connection, pair: Pair) -> tuple[Level, ...]:
    """The levels of relations that accounts give, without these accounts."""

    def made() -> tuple[Level, ...]:
        return told_levels(Fact(event, ()) for event in queries.levels(connection, pair))

    return kept(connection).get(("levels", pair), token(connection, changes.of_pair, pair), made)


def standing(connection: Connection, pair: Pair, day: str) -> list[Standing]:
    """The commitments as of an ISO day, in the order in which they are shown."""
    make = partial(ranked.commitments, connection, pair, day)
    return kept(connection).get(("standing", pair, day), token(connection, changes.of_pair, pair), make, MOST_LONG)


def commitments(connection: Connection, pair: Pair, day: str, made: Sequence[Standing]) -> list[Commitment]:
    """These commitments, in their order, as of an ISO day."""
    say = phrases(pair)
    found = {one.id: one for one in tracked.commitments(connection, pair, day, [one.id for one in made], False)}
    told = [found[one.id] for one in made]
    facts = every(connection, [one.event for one in told], quoted=QUOTED)
    promises = [promised(one, fact, day) for one, fact in zip(told, facts, strict=True)]
    return [Commitment(promise, say.apart(partial(what, say, promise.fact))) for promise in promises]


def documents(connection: Connection, pair: Pair, ids: Sequence[str]) -> list[Paper]:
    """These documents, in their order (`ledger.ranked`)."""
    say = phrases(pair)
    found = {document.id: document for document in tracked.documents(connection, pair, ids, False)}
    return [_paper(say, found[identity]) for identity in ids]


def _paper(say: Phrases, document: Document) -> Paper:
    return Paper(document, say.name(document.names, _label("document", document.type)), ladder(document))


def bodies(connection: Connection, pair: Pair, ids: Sequence[str]) -> list[Institution]:
    """These joint bodies, in their order (`ledger.ranked`)."""
    say = phrases(pair)
    found = ranked.in_short(connection, ids)
    return [Institution(body, say.body(body.names, _label("body", body.type))) for body in found]


def ladder(document: Document) -> tuple[Rung, ...]:
    """The stages told of a document in the order of its life, and the signing, which any document is for."""
    reached = {step.step: step for step in document.steps}
    return tuple(Rung(stage, reached.get(stage)) for stage in STAGES if stage in reached or stage == "signed")


def _label(kind: str, type: str) -> str:
    return wording(LANG).label("types", type, of=kind)
