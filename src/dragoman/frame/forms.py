"""What words of a language look like that tell how something is told: negations, prepositions of place and time."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from dragoman.lang.pack import load
from dragoman.text.fold import word_starts


@functools.cache
def _negation(code: str) -> re.Pattern[str]:
    """A negation of the language that the next few words may hang on, where a word begins."""
    pack = load(code)
    longest = sorted(pack.words["negation"], key=len, reverse=True)
    words = [re.escape(word.lower()).replace(r"\*", r"\w*") for word in longest]
    if "negative" in pack.verb_forms:
        words.append(pack.verb_forms["negative"].pattern)
    choice = "|".join(words) or "(?!)"
    return re.compile(rf"(?:{choice})(?!\w)" if pack.spelling.spaces else f"(?:{choice})")


@functools.cache
def _affirming(code: str) -> re.Pattern[str]:
    """What looks like a negation and denies nothing: ``n'a cessé de``."""
    words = load(code).words["affirming"]
    return re.compile(rf"(?:{'|'.join(map(re.escape, words)) or '(?!)'})(?!\w)")


def negations(code: str, folded: str, low: int, high: int) -> Iterator[re.Match[str]]:
    """The negations in a stretch of the text."""
    return _negation(code).finditer(folded, low, high)


def negated(code: str, folded: str, low: int, high: int) -> bool:
    """Whether a negation stands in a stretch of the text."""
    regex = _negation(code)
    if not load(code).spelling.spaces:
        return regex.search(folded, low, high) is not None
    affirming, letters = _affirming(code), _letters_of_negations(code)
    for place in word_starts(folded, low, high):  # a search would try it at each letter, and forms begin with any
        if letters and folded[place] not in letters:
            continue
        if regex.match(folded, place, high) and affirming.match(folded, place, high) is None:
            return True
    return False


def denied_from(code: str, folded: str, low: int, place: int) -> bool:
    """Whether a negation that begins in a stretch of the text goes on at the place where that ends, with the word that
    opens a clause: ``denied | that``."""
    if not load(code).spelling.spaces:
        return False
    regex, letters = _negation(code), _letters_of_negations(code)
    for start in word_starts(folded, low, place):
        if letters and folded[start] not in letters:
            continue
        denial = regex.match(folded, start)
        if denial is not None and denial.end() > place + 1:
            return True
    return False


@functools.cache
def _letters_of_negations(code: str) -> frozenset[str]:
    """The letters with which negations begin: most words do with others. Empty where forms of a verb are some."""
    pack = load(code)
    if "negative" in pack.verb_forms:
        return frozenset()
    return frozenset(word[0].lower() for word in pack.words["negation"])


@functools.cache
def denies(code: str, source: str) -> bool:
    """Whether a cue pattern itself holds a negation."""
    return negated(code, source, 0, len(source))


@functools.cache
def beside(code: str) -> re.Pattern[str]:
    """A preposition of place or time with small words behind it, where all nouns have capitals and a word begins."""
    pack = load(code)
    words = "|".join(re.escape(word) for marker in ("in", "after") for word in pack.markers.get(marker, ()))
    return re.compile(rf"(?i:{words}) (?:[a-zß-ÿ]\w* ){{0,3}}$")
