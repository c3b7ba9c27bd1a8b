"""Sentences as spans of the raw text, by punctuation, blank lines and a pack's abbreviations."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from dragoman.lang.pack import Pack, load


class Span(NamedTuple):
    """A half-open stretch of text, in code points."""

    start: int
    end: int


# one class of letters first, so that the search leaps from one candidate to the next
_STOP = re.compile(
    r"""[.!?…؟。！？；\n](?:(?<=[.!?…؟])[.!?…؟]*["'”’»)\]]*(?=\s)|(?<=[。！？；])[。！？；]*[”’」』）]*|(?<=\n)\s*)"""
)
_BEFORE_LINE_END = frozenset('.:!?"”»)')
_IN_WORD = "_.'’-"  # what may stand in a word besides letters and figures


def sentences(text: str, pack: Pack, most: int | None = None) -> list[Span]:
    """The spans of all sentences, or of the first ones, blank edges trimmed."""
    spans: list[Span] = []
    start = 0
    for stop in _STOP.finditer(text):
        if stop.start() < start or not _ends(text, start, stop, pack):
            continue
        _add(spans, text, start, stop.end())
        start = stop.end()
        if most is not None and len(spans) >= most:
            return spans[:most]
    _add(spans, text, start, len(text))
    return spans[:most]


_LONGEST = 1200
"""Characters of the longest sentence: text without stops (tables, lists, a text run together) is cut at a space, so
that the time to read it grows with its length and not with the square of it."""


def _add(spans: list[Span], text: str, start: int, end: int) -> None:
    while end - start > _LONGEST:
        space = text.rfind(" ", start + 1, start + _LONGEST)
        cut = space if space > 0 else start + _LONGEST
        _trim(spans, text, start, cut)
        start = cut
    _trim(spans, text, start, end)


def _trim(spans: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append(Span(start, end))


def _ends(text: str, start: int, stop: re.Match[str], pack: Pack) -> bool:
    """Whether a stop ends its sentence: not after an abbreviation, an initial or an ordinal number; a blank line does,
    the end of a line only behind a mark."""
    if stop.group().startswith("\n"):
        at = stop.start()
        while at > start and text[at - 1] in " \t":
            at -= 1
        return "\n" in stop.group()[1:] or (at > start and text[at - 1] in _BEFORE_LINE_END)
    if not stop.group().startswith("."):
        return not (stop.group()[-1] in _CLOSING and _says_who(text, start, stop.end(), pack))
    rest = text[stop.end() : stop.end() + 12].lstrip()
    goes_on = pack.order == "sov" and bool(rest) and rest[0].islower()  # "..." dedi
    if len(stop.group()) > 1 and stop.group()[1] in "\"'”’»":
        return not goes_on
    if rest and rest[0].islower():
        return False
    begin = _word_start(text, max(start, stop.start() - 24), stop.start())
    word = text[begin : stop.start()]
    if len(word) == 1 and word.isupper():
        return False
    if word.isdigit():
        return not (pack.ordinal_dot and len(word) <= 2)
    if word.lower() in _months(pack.code) and not _beside_figure(text, begin, rest):
        return True  # "gente de mar."
    return word.lower().rstrip(".") not in pack.abbreviations and not ("." in word and len(word) <= 5)


_CLOSING = "”」』"
_TAIL = re.compile("[^。！？；，：“「『\n]{2,40}")


def _says_who(text: str, low: int, start: int, pack: Pack) -> bool:
    """Whether behind a quotation that is a whole sentence only who says so is told: ``“……。”外长说。`` Where that is
    told before it, another speaks behind it: ``A说：“……。”B也表示,……``"""
    verbs = pack.words["said_behind"]
    tail = _TAIL.match(text, start) if verbs else None
    if tail is None or not tail.group().endswith(verbs):
        return False
    opens = max(text.rfind(mark, low, start) for mark in _OPENING)
    return opens <= low or text[opens - 1] not in _COLONS


_OPENING, _COLONS = "“「『", ":："


def _word_start(text: str, low: int, end: int) -> int:
    """Where the word begins that ends at a place, not before another place."""
    while end > low and (text[end - 1].isalnum() or text[end - 1] in _IN_WORD):
        end -= 1
    return end


_BESIDE = 6  # letters before a month's name among which its day stands


def _beside_figure(text: str, start: int, rest: str) -> bool:
    """Whether a day or year stands beside a word."""
    return rest[:1].isdigit() or any(letter.isdigit() for letter in text[max(0, start - _BESIDE) : start])


@functools.cache
def _months(code: str) -> frozenset[str]:
    """The months' names as a language shortens them; without a day they may be other words."""
    return frozenset(
        surface.lower() for rows in load(code).dates.months.values() for surface in rows if len(surface) <= _SHORT
    )


_SHORT = 4
