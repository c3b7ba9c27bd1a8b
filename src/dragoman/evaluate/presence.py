"""What two codings of a dispatch have at all, so that records that one of them missed count.

The units are dispatches, and sentences of them; of each it is compared whether there is anything, and which kinds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.evaluate.measure import WITH_ACT
from dragoman.evaluate.quotes import quotes
from dragoman.evaluate.slots import RecordData
from dragoman.evaluate.units import Unit
from dragoman.lang.pack import languages, load
from dragoman.text.sentences import sentences

RELEVANT, KINDS, ACTS, SENTENCES = "relevant", "kinds", "acts", "sentences"

PRESENCE = {
    RELEVANT: "any record in a dispatch",
    KINDS: "which kinds in a dispatch",
    ACTS: "which acts in a dispatch",
    SENTENCES: "which kinds in a sentence",
}
"""What is compared, as people read it. Acts are what happens to documents, bodies and envoys; a kind is in a sentence
where a record of it quotes from there."""

Spans = list[tuple[int, int]]


def presence(one: Sequence[RecordData], other: Sequence[RecordData], text: str, lang: str) -> Iterator[Unit]:
    """The units of one dispatch, from its records in both codings."""
    yield Unit(RELEVANT, "yes" if one else "no", "yes" if other else "no")
    yield Unit(KINDS, kinds(one), kinds(other))
    yield Unit(ACTS, _acts(one), _acts(other))
    mine, theirs = _quoted(one, text), _quoted(other, text)
    for span in _sentences(text, lang):
        yield Unit(SENTENCES, _in(span, mine), _in(span, theirs))


def kinds(records: Sequence[RecordData]) -> frozenset[str]:
    """The kinds that there are."""
    return frozenset(record["kind"] for record in records)


def _acts(records: Sequence[RecordData]) -> frozenset[str]:
    return frozenset(f"{row['kind']} {row.get('act')}" for row in records if row["kind"] in WITH_ACT)


def _quoted(records: Sequence[RecordData], text: str) -> dict[str, Spans]:
    """Where each kind quotes from the text."""
    spans: dict[str, Spans] = {}
    for record in records:
        found = quotes(record, text).evidence
        spans.setdefault(record["kind"], []).extend((item.start, item.end) for item in found)
    return spans


def _in(span: tuple[int, int], quoted: dict[str, Spans]) -> frozenset[str]:
    start, end = span
    return frozenset(kind for kind, spans in quoted.items() if any(a < end and b > start for a, b in spans))


def _sentences(text: str, lang: str) -> Spans:
    """By the language's pack; lines where there is none."""
    if lang in languages():
        return [(span.start, span.end) for span in sentences(text, load(lang))]
    spans, start = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            spans.append((start, start + len(line)))
        start += len(line)
    return spans
