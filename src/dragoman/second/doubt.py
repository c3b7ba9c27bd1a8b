"""What the coder itself has reason to doubt: dispatches that a second reader should look at.

It answers from what the coder knows: what stands in the sentences, and what became a record. How often each doubt is
right is measured in docs/second-reader.md.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.find.mention import Sentence
from dragoman.find.scan import scan
from dragoman.lang.pack import load
from dragoman.model import Coding, Record
from dragoman.text.marks import without_marks

DOUBTS = {
    "silent": "nothing was coded, though a sentence has a cue and two states",
    "passed": "a sentence with a cue and two states carries no record",
    "stateless": "a record names no state that acts",
    "bare": "no record names an office or a person: the text only just passes for news of relations between states",
    "mixed": "the text is in several languages",
}
"""Why a coding is in doubt, in the order in which it is told."""


def doubts(coding: Coding) -> tuple[str, ...]:
    """Why a coding is in doubt, by the codes of `DOUBTS`; nothing if it is not. Reads the text once more."""
    return tuple(dict.fromkeys(_doubts(coding)))


def _doubts(coding: Coding) -> Iterator[str]:
    if any(_could_carry(row, coding.records) for row in _sentences(coding)):
        yield "passed" if coding.records else "silent"
    if any(not any(actor.state for actor in record.actors) for record in coding.records):
        yield "stateless"
    if coding.records and not any(a.office or a.name for record in coding.records for a in record.actors):
        yield "bare"
    if coding.warnings:
        yield "mixed"


def _sentences(coding: Coding) -> list[Sentence]:
    lang = coding.dispatch.lang or ""
    return scan(without_marks(coding.dispatch.text, load(lang).marks).text, lang).sentences


def _could_carry(row: Sentence, records: tuple[Record, ...]) -> bool:
    """Whether a sentence has a cue and two states, and no record is carried by it.

    That a state is told only as a place counts where nothing at all was coded: there are fewer of these to look at.
    """
    states = {state for actor in row.actors for state in (actor.state, actor.post) if state}
    if not records:
        states |= {hit.entry.form for hit in row.places if hit.entry.table == "place" and hit.entry.form != "-"}
    if not row.cues or len(states) < 2:
        return False
    span = row.span
    return not any(quote.start < span.end and span.start < quote.end for record in records for quote in record.evidence)
