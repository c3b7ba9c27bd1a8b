"""Bodies and documents of a unit: which events are of one body, which of one document, and how far each has come."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from dragoman.ledger import naming
from dragoman.ledger.claims import Claim
from dragoman.ledger.compare import UNSPECIFIED
from dragoman.ledger.events import Event
from dragoman.ledger.summary import Summary

Row = tuple[Event, Summary]

STAGES = (
    *("mentioned", "proposed", "negotiated", "to_be_signed", "signed", "to_be_ratified", "ratified"),
    *("to_enter_into_force", "in_force", "implemented", "terminated"),
)
"""The life of a document, in order."""

_STAGE_OF = {
    ("sign", "proposed"): "proposed",
    ("sign", "planned"): "to_be_signed",
    ("sign", "ongoing"): "to_be_signed",
    ("sign", "done"): "signed",
    ("negotiate", "planned"): "proposed",
    ("negotiate", "ongoing"): "negotiated",
    ("negotiate", "done"): "negotiated",
    ("ratify", "planned"): "to_be_ratified",
    ("ratify", "ongoing"): "to_be_ratified",
    ("ratify", "done"): "ratified",
    ("enter_into_force", "planned"): "to_enter_into_force",
    ("enter_into_force", "done"): "in_force",
    ("enter_into_force", "ongoing"): "in_force",
    ("implement", "ongoing"): "implemented",
    ("implement", "done"): "implemented",
    ("terminate", "done"): "terminated",
    ("terminate", "ongoing"): "terminated",
}
_AFTERWARDS = frozenset(("ratify", "enter_into_force", "implement", "terminate"))
YEARS = 3 * 366
"""Days after its signing within which a document is looked for that is told by no name of its own."""


@dataclass(slots=True)
class Thing:
    """A body or a document: all events that are of it, in order of time."""

    rows: list[Row] = field(default_factory=list)
    names: dict[tuple[str, str], None] = field(default_factory=dict)  # each with its language

    def add(self, row: Row) -> None:
        """Take in an event."""
        self.rows.append(row)
        self.names.update(_names(row[0].claims))

    @property
    def id(self) -> str:
        return min(event.id for event, _ in self.rows)[1:]

    @property
    def type(self) -> str:
        told = [summary.type for _, summary in self.rows if summary.type != UNSPECIFIED]
        return max(sorted(set(told)), key=told.count) if told else UNSPECIFIED

    @property
    def name(self) -> str | None:
        """The fullest name in the language that comes first in the summaries."""
        return max((summary.name for _, summary in self.rows if summary.name), key=len, default=None)


_Same = Callable[[Thing, Row, Sequence[Thing]], bool]


@dataclass(frozen=True, slots=True)
class Step:
    """One step in a document's life, with the first account of it."""

    stage: str
    date: str | None
    event: Event
    claim: Claim


def bodies(rows: Sequence[Row]) -> list[Thing]:
    """The bodies that a unit's events found, gather or speak of."""
    return _things([row for row in rows if row[0].kind == "body"], _is_same_body)


def documents(rows: Sequence[Row]) -> list[Thing]:
    """The documents that a unit's events draft, sign, ratify or speak of."""
    return _things([row for row in rows if row[0].kind == "document" and row[1].type != "package"], _is_same_document)


def steps(document: Thing) -> list[Step]:
    """A document's life, step by step; each stage once, by the first account of it."""
    out: dict[str, Step] = {}
    for event, summary in document.rows:
        for claim in sorted(event.claims, key=lambda claim: (claim.source.day, claim.id)):
            stage = _STAGE_OF.get((claim.record.act or "", claim.record.status))
            if stage and stage not in out:
                out[stage] = Step(stage, claim.record.date or summary.date, event, claim)
    return sorted(out.values(), key=lambda step: STAGES.index(step.stage))


def _things(rows: Iterable[Row], is_same: _Same) -> list[Thing]:
    out: list[Thing] = []
    for row in sorted(rows, key=lambda row: (row[1].days.first, row[0].id)):
        known = next((thing for thing in out if is_same(thing, row, out)), None)
        if known is None:
            known = Thing()
            out.append(known)
        known.add(row)
    return out


def _is_same_body(body: Thing, row: Row, among: Sequence[Thing]) -> bool:
    """Of one type and one name; a name in another language that tells nothing, or none, only if there is one body."""
    if not _agree(body, row):
        return False
    weight = _named_alike(body, row[0].claims)
    if weight is None:
        return False
    if weight > 0:
        return True
    alike = [other for other in among if _agree(other, row) and _named_alike(other, row[0].claims) is not None]
    return len(alike) == 1


def _is_same_document(document: Thing, row: Row, among: Sequence[Thing]) -> bool:
    """Of one type, on one subject, and known again by its name or by its signing."""
    event, summary = row
    if not _agree(document, row) or not _on_one_subject(document, row):
        return False
    weight = _named_alike(document, event.claims)
    if weight is None:
        return False
    signed = {told.date for of, told in document.rows if of.act == "sign" and told.date}
    if event.act != "sign" and summary.date in signed:
        return True
    if weight > 0 and naming.tells(summary.name) and any(naming.tells(told.name) for _, told in document.rows):
        return True
    # what comes afterwards is of the only one that it can be of
    return event.act in _AFTERWARDS and [other for other in among if _awaits(other, row)] == [document]


def _on_one_subject(document: Thing, row: Row) -> bool:
    mine, theirs = _subjects(document.rows), _subjects([row])
    return not mine or not theirs or bool(mine & theirs)


def _subjects(rows: Iterable[Row]) -> set[str]:
    return {topic for _, told in rows for topic in told.topics} - {"relations"}


def _awaits(document: Thing, row: Row) -> bool:
    """Whether a document was signed some time before, on the same subject."""
    day = row[1].days.first
    signed = [told.days.first for event, told in document.rows if event.act == "sign" and told.status == "done"]
    if not any(0 <= day - first <= YEARS for first in signed) or not _subjects(document.rows) & _subjects([row]):
        return False
    return _agree(document, row) and _named_alike(document, row[0].claims) is not None


def _agree(thing: Thing, row: Row) -> bool:
    event, summary = row
    if UNSPECIFIED not in (thing.type, summary.type) and thing.type != summary.type:
        return False
    mine, theirs = thing.rows[0][0].states, event.states
    return mine <= theirs or theirs <= mine


def _named_alike(thing: Thing, claims: Iterable[Claim]) -> float | None:
    """How much the names of two sets of claims share; None where two of them cannot be of one thing."""
    best = 0.0
    for a, lang_a in thing.names:
        for b, lang_b in _names(claims):
            found = naming.likeness(a, lang_a, b, lang_b)
            if found is None:
                return None
            best = max(best, found[0])
    return best


def _names(claims: Iterable[Claim]) -> dict[tuple[str, str], None]:
    """The names that claims give, with their languages, once each."""
    return {(claim.record.name, claim.source.lang): None for claim in claims if claim.record.name}
