"""What words of a language look like that tell how something is told: negations, prepositions of place and time."""

from __future__ import annotations

import bisect
import functools
import re
from collections.abc import Iterator

from dragoman.lang.pack import load
from dragoman.text.fold import begins_word, places_of, word_starts


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
    if not load(code).spelling.spaces:
        return _negation(code).search(folded, low, high) is not None
    starts, ends = _denials(code, folded)
    for at in range(bisect.bisect_left(starts, low), len(starts)):
        if starts[at] >= high:
            return False
        if ends[at] <= high:
            return True
    return False


@functools.lru_cache(maxsize=2)
def _denials(code: str, folded: str) -> tuple[list[int], list[int]]:
    """Where all negations of a text that deny something begin and end: it is asked of many stretches of one text."""
    regex, affirming = _negation(code), _affirming(code)
    starts: list[int] = []
    ends: list[int] = []
    for place in _where_denials_may_be(code, folded):
        denial = regex.match(folded, place)
        if denial is not None and affirming.match(folded, place) is None:
            starts.append(denial.start())
            ends.append(denial.end())
    return starts, ends


def _where_denials_may_be(code: str, folded: str) -> list[int]:
    """Where words begin that may begin a negation. The text is searched for these alone: that is many times as fast as
    to look at every word where it stands."""
    whole, begun, ended = _first_of_negations(code)
    if ended or "negative" in load(code).verb_forms:
        whole, begun = frozenset([word for word in set(_WORD.findall(folded)) if _may_deny(code, word)]), ()
    places: list[int] = []
    for letters in whole:
        places += [at for at in places_of(letters, folded, 0, len(folded)) if _is_word(folded, at, at + len(letters))]
    for letters in begun:
        places += [at for at in places_of(letters, folded, 0, len(folded)) if begins_word(folded, at)]
    places.sort()
    return places


def _is_word(folded: str, start: int, end: int) -> bool:
    """Whether a word stands between two places."""
    return begins_word(folded, start) and not (folded[end : end + 1].isalnum() or folded.startswith("_", end))


_WORD = re.compile(r"\w+")


@functools.lru_cache(maxsize=50_000)
def _may_deny(code: str, word: str) -> bool:
    """Whether a word begins a negation; a few words make up most of a text."""
    whole, begun, ended = _first_of_negations(code)
    return word in whole or word.startswith(begun) or word.endswith(ended) or load(code).verb_form("negative", word)


@functools.cache
def _first_of_negations(code: str) -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]:
    """The words with which negations begin, and how the others among them begin or end."""
    told = [word.lower() for word in load(code).words["negation"]]
    first = [found.group() for word in told if (found := _FIRST.search(word))]
    whole = frozenset(word for word in first if "*" not in word)
    begun = tuple(word[:-1] for word in first if word.endswith("*") and not word.startswith("*"))
    return whole, begun, tuple(word.strip("*") for word in first if word.startswith("*"))


_FIRST = re.compile(r"\*?\w+\*?")


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


_SMALL = 3  # words at most between a preposition and its noun


@functools.cache
def _prepositions(code: str) -> tuple[frozenset[str], int]:
    """The prepositions of place and time of a language, and how many words the longest has."""
    markers = load(code).markers
    words = frozenset(word.lower() for marker in ("in", "after") for word in markers.get(marker, ()))
    return words, max((word.count(" ") + 1 for word in words), default=1)


def beside(code: str, text: str, low: int, place: int) -> bool:
    """Whether a preposition of place or time with a few small words behind it leads to a noun, where all nouns have
    capitals: ``bei dem | Treffen``."""
    if not text.endswith(" ", low, place):
        return False
    words = text[low : place - 1].split(" ")
    if low and text[low - 1].isalnum():
        del words[0]  # the end of a word
    prepositions, longest = _prepositions(code)
    for end in range(len(words), max(len(words) - _SMALL - 1, 0), -1):
        for start in range(end - 1, max(end - longest, 0) - 1, -1):
            if " ".join(words[start:end]).lstrip('\n(„"').lower() in prepositions:
                return True
        if not (words[end - 1].isalnum() and words[end - 1][0].islower()):
            return False
    return False
