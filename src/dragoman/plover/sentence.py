"""A sentence as the words that a relation is read from: base forms, with source and target as one word each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

SOURCE, TARGET = "@S", "@T"
"""What stands for the words of the two parties."""

_WORD = re.compile(r"\w+n['’]t\b|['’](?:s|ll|re|ve|d)\b|(?:[^\W\d_]\.){2,}|\w+(?:-\w+)*|[^\w\s]")


class Word(NamedTuple):
    """A word in lower case, with its place in the sentence."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words in order; ``source`` and ``target`` are the places of the parties in them, None where not named."""

    words: Sequence[Word]
    source: int | None
    target: int | None
    within_source: Sequence[Word]
    within_target: Sequence[Word]


Span = tuple[int, int]


def words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of a stretch of the text."""
    found = _WORD.finditer(text, start, len(text) if end is None else end)
    return [Word(match[0].lower().replace("’", "'"), *match.span()) for match in found]


def sentence(text: str, source: Span | None, target: Span | None) -> Sentence:
    """The text read as a sentence, with the parties at these places."""
    all_words = words(text)
    parties = sorted(
        ((span, name) for span, name in ((source, SOURCE), (target, TARGET)) if span),
        key=lambda party: (party[0][0], -party[0][1]),
    )
    kept: list[Word] = []
    places: dict[str, int] = {}
    at = 0
    for (start, end), name in parties:
        while at < len(all_words) and all_words[at].end <= start:
            kept.append(all_words[at])
            at += 1
        places[name] = len(kept)
        kept.append(Word(name, start, end))
        while at < len(all_words) and all_words[at].start < end:
            at += 1
    kept.extend(all_words[at:])
    return Sentence(
        kept,
        places.get(SOURCE),
        places.get(TARGET),
        words(text, *source) if source else [],
        words(text, *target) if target else [],
    )


def places(text: str, source: str | None, target: str | None) -> tuple[Span | None, Span | None]:
    """Where the two parties stand: whole words before parts, apart before one within the other, near before far.

    Raises `KeyError` with the party that the text does not hold.
    """
    first, second = _found(text, source), _found(text, target)
    if first is None or second is None:
        return (first[0] if first else None, second[0] if second else None)
    return min(((a, b) for a in first for b in second), key=_awkward)


def _awkward(pair: tuple[Span, Span]) -> tuple[bool, int, int]:
    (a, b), (c, d) = pair
    return (a < d and c < b, max(a, c) - min(b, d), a)


def _found(text: str, party: str | None) -> list[Span] | None:
    if party is None:
        return None
    spans = list(_spans(text, party))
    if not spans:
        plain = r"\s+".join(re.escape(part) for part in party.split())
        spans = [match.span() for match in re.finditer(plain, text, re.IGNORECASE)]
    if not spans:
        raise KeyError(party)
    whole = [span for span in spans if _is_whole(text, *span)]
    return whole or spans


def _spans(text: str, party: str) -> Iterator[Span]:
    start = text.find(party)
    while start >= 0:
        yield start, start + len(party)
        start = text.find(party, start + 1)


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether the stretch neither begins nor ends within a word."""
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    return not (before.isalnum() and text[start].isalnum()) and not (after.isalnum() and text[end - 1].isalnum())
