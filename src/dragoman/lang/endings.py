"""Words whose endings tell that a clause ends with them, where verbs come last; see ``docs/packs.md``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_WORD = re.compile(r"\w+")
_KNOWN = 20_000  # words of which is kept what they may be; a few make up most of a text


@dataclass(frozen=True, slots=True)
class WordEnd:
    """Words of a form, if what must stand around them does: regular expressions over folded text."""

    words: re.Pattern[str]
    but: re.Pattern[str] | None = None  # words of the form that are none
    before: re.Pattern[str] | None = None  # looks back from where the word begins
    behind: re.Pattern[str] | None = None  # what it takes in is part of the end

    def is_of_form(self, word: str) -> bool:
        return self.words.fullmatch(word) is not None and (self.but is None or self.but.fullmatch(word) is None)


class WordEnds:
    """All such forms of a language; of those that a word has, the first whose surroundings fit counts."""

    def __init__(self, ends: Iterable[WordEnd]) -> None:
        self._ends = tuple(ends)
        self._known: dict[str, list[WordEnd]] = {}

    def find(self, folded: str, low: int, high: int) -> list[int]:
        """Where in a stretch of the text such words end, with what belongs to them."""
        places: list[int] = []
        if not self._ends:
            return places
        behind = low
        for piece in folded[low:high].split(" "):
            at, behind = behind, behind + len(piece) + 1
            if piece.isalnum():
                self._look(places, piece, folded, at, high)
            else:
                for match in _WORD.finditer(piece):
                    self._look(places, match.group(), folded, at + match.start(), high)
        return places

    def _look(self, places: list[int], word: str, folded: str, start: int, high: int) -> None:
        for form in self._forms(word):
            end = start + len(word)
            if form.before is not None and form.before.match(folded, start) is None:
                continue
            if form.behind is not None:
                match = form.behind.match(folded, end, high)
                if match is None:
                    continue
                end = match.end()
            places.append(end)
            return

    def _forms(self, word: str) -> list[WordEnd]:
        known = self._known.get(word)
        if known is None:
            if len(self._known) >= _KNOWN:
                self._known.clear()
            known = self._known[word] = [form for form in self._ends if form.is_of_form(word)]
        return known
