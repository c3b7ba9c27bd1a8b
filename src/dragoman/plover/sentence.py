"""A sentence as the words that a relation is read from: base forms, with source and target as one word each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

SOURCE, TARGET = "@S", "@T"
"""What stands for the words of the two parties."""

_WORD = re.compile(r"\w+n['’]t\b|['’](?:s|ll|re|ve|d)\b|(?:[^\W\d_]\.){2,}|\w+(?:-\w+)*|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word in lower case, with its place in the sentence."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words in order. ``source`` and ``target`` are the places of the parties in ``words``, None where not named."""

    words: Sequence[Word]
    source: int | None
    target: int | None
    within_source: Sequence[Word]
    within_target: Sequence[Word]


Span = tuple[int, int]


def words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of a stretch of the text."""
    found = _WORD.finditer(text, start, len(text) if end is None else end)
    return [Word(match.group().lower().replace("’", "'"), match.start(), match.end()) for match in found]


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
    plain = r"\s+".join(re.escape(part) for part in party.split())
    for pattern, flags in ((rf"(?<!\w){plain}(?!\w)", 0), (plain, 0), (plain, re.IGNORECASE)):
        if spans := [match.span() for match in re.finditer(pattern, text, flags)]:
            return spans
    raise KeyError(party)
