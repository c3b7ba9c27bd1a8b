"""Folding: the one view of a text on which everything is matched.

A folded text has exactly as many code points as the raw one, so an offset in one is an offset in the other.
Packs' surfaces go through the same function.
"""

from __future__ import annotations

import re
from importlib import resources

_SAME = {
    "'": "‘’ʼ‛′`´＇",
    '"': "“”„‟«»‹›″「」『』《》〈〉＂",
    " ": "\u00a0\u2007\u202f\u2009\u200a\u2002\u2003\u2008\u3000\t",
    "-": "‐‑‒–—―−－",
    "ا": "أإآٱ",
    "ي": "ىی",
    "ك": "ک",
    "ه": "ة",
    ",": "،",
    ";": "؛",
    "?": "؟",
    "е": "ёЁ",
}
_DIGITS = ["٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "０１２３４５６７８９"]


def _han() -> dict[int, str]:
    """Traditional Han letters in their simplified shape."""
    text = (resources.files("dragoman.text") / "han.txt").read_text(encoding="utf-8")
    traditional, simplified = (line for line in text.splitlines() if not line.startswith("#"))
    return {ord(old): new for old, new in zip(traditional, simplified, strict=True)}


_HAN = _han()


def _table(turkic: bool) -> dict[int, str]:
    table = {0xFF01 + at: chr(0x21 + at).lower() for at in range(94)}  # full-width forms
    table.update(_HAN)
    table.update({ord(other): one for one, others in _SAME.items() for other in others})
    for digits in _DIGITS:
        table.update({ord(digit): str(value) for value, digit in enumerate(digits)})
    # U+0130 is the only code point whose lower case is longer than itself; Turkic languages pair I with ı besides
    table[0x130] = "i"
    if turkic:
        table[ord("I")] = "ı"
    return table


_PLAIN, _TURKIC = _table(turkic=False), _table(turkic=True)
_WIDE = re.compile("[\u2e80-\uffef]")  # Han and full-width letters, of which the table has thousands
_NARROW = [(chr(old), new) for old, new in _PLAIN.items() if not _WIDE.match(chr(old))]
_LONG = 64  # letters


def begins_word(folded: str, place: int) -> bool:
    """Whether no letter stands before a place of the text, as regular expressions count letters."""
    return place == 0 or not (folded[place - 1].isalnum() or folded[place - 1] == "_")


def find_word(regex: re.Pattern[str], folded: str, low: int, high: int) -> re.Match[str] | None:
    """The first match that begins with a word. An expression that begins with its letters and leaves the edge before
    them to this is found four times as fast: the search leaps to the letters."""
    while match := regex.search(folded, low, high):
        if begins_word(folded, match.start()):
            return match
        low = match.start() + 1
    return None


def word_start(folded: str, place: int, most: int | None = None) -> int:
    """Where the word begins that a place of the text is in, ``most`` characters before it at the furthest."""
    low = 0 if most is None else max(0, place - most)
    while place > low and folded[place - 1].isalnum():
        place -= 1
    return place


def two_words_before(folded: str, low: int, place: int) -> int:
    """Where the last two words before a place begin, with no sign between, ``low`` at the furthest; the place itself if
    a sign stands there."""
    end = place - 1 if place > low and folded[place - 1] == " " else place
    last = _behind_sign(folded, low, end)
    if last == end:
        return place
    space = last - 1
    first = _behind_sign(folded, low, space) if space > low and folded[space] == " " else space
    return first if first < space else last


def _behind_sign(folded: str, low: int, end: int) -> int:
    """Where the stretch without a space or sign begins that ends at a place."""
    while end > low and folded[end - 1] not in _SIGNS and not folded[end - 1].isspace():
        end -= 1
    return end


_SIGNS = ',;:.!?"'


def places_of(letters: str, folded: str, low: int, high: int) -> list[int]:
    """Where letters stand in a stretch of the text, also where two such places overlap."""
    places: list[int] = []
    at = folded.find(letters, low, high)
    while at >= 0:
        places.append(at)
        at = folded.find(letters, at + 1, high)
    return places


def word_starts(folded: str, low: int, high: int) -> list[int]:
    """Where in a stretch of the text words begin, as regular expressions count letters."""
    places: list[int] = []
    inside = low > 0 and (folded[low - 1].isalnum() or folded[low - 1] == "_")
    for place in range(low, min(high, len(folded))):
        letter = folded[place].isalnum() or folded[place] == "_"
        if letter and not inside:
            places.append(place)
        inside = letter
    return places


def fold(text: str, turkic: bool = False) -> str:
    """The text in lower case with one shape of quote, dash, space, digit and Han letter; as long as it was."""
    table = _TURKIC if turkic else _PLAIN
    if len(text) < _LONG or _WIDE.search(text):
        return text.translate(table).lower()
    for old, new in _NARROW:  # in a long text few of them stand, and to look for each is faster than a table
        if old in text:
            text = text.replace(old, new)
    return (text.replace("I", "ı") if turkic else text).lower()
