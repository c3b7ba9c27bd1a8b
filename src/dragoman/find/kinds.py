"""Words for a kind of place before its name: ``in the Swiss city of Geneva``, ``in der Schweizer Stadt Genf``."""

from __future__ import annotations

import functools
import re

from dragoman.find.glue import marker_before
from dragoman.lang.pack import Pack, load

_PHRASE = 60  # letters from a place's name back to where the phrase of its kind begins, at most
_ADJECTIVES = 3  # words between the article of such a word and the word itself
_WORD = re.compile(r"\w+'?|[^\w\s-]")


def kind_before(folded: str, start: int, pack: Pack) -> int:
    """Where the word begins that tells the kind of the place whose name begins at ``start``; -1 if none does.

    Between the two an *of* and its article may stand (``city of``), and an adjective (``ciudad suiza de``).
    """
    words = pack.words["place_words"]
    if not words:
        return -1
    if not pack.spelling.spaces:
        return next((start - len(word) for word in words if folded.endswith(word, 0, start)), -1)
    back = _letters_back(pack.code, folded[max(0, start - _PHRASE) : start])
    return start - back if back else -1


@functools.lru_cache(maxsize=4096)
def _letters_back(code: str, before: str) -> int:
    """How many letters before its end a stretch of text has the word for a kind of place; 0 if it has none."""
    kinds, links, adjectives = _words(code, "place_words"), _words(code, "articles") | _of(code), 0
    for match in reversed(list(_WORD.finditer(before))):
        word = match.group()
        if word in kinds:
            return len(before) - match.start()
        if word not in links:
            adjectives += 1
        if adjectives > 1 or not word[0].isalpha():
            break
    return 0


def marker_of_kind(folded: str, start: int, pack: Pack) -> str:
    """The marker before the word for a kind of place that begins at ``start``, its adjectives left out."""
    if not pack.spelling.spaces:
        return marker_before(folded, start, pack)
    return _marker_back(pack.code, folded[max(0, start - _PHRASE) : start])


@functools.lru_cache(maxsize=4096)
def _marker_back(code: str, before: str) -> str:
    """The marker that ends a stretch of text, up to three adjectives behind it left out."""
    pack, end = load(code), len(before)
    articles = _words(code, "articles")
    words = list(_WORD.finditer(before))[-_ADJECTIVES - 1 :]
    while not (marker := marker_before(before, end, pack)) and words:
        match = words.pop()
        if match.group() in articles or not match.group()[0].isalpha():
            break
        end = match.start()
    return marker


@functools.cache
def _words(code: str, key: str) -> frozenset[str]:
    return frozenset(load(code).words[key])


@functools.cache
def _of(code: str) -> frozenset[str]:
    return frozenset(word.lower() for word in load(code).markers.get("of", ()))
