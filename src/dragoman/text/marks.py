"""Vowel marks: written or left out as the writer likes, so a pack may have them left out before anything is matched.

``الإمارات العربيّة`` and ``الإمارات العربية`` are the same words. A view of the text without marks keeps for each of its
code points where it stands in the raw text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

# combining marks of the Arabic script, the superscript alef, the lengthening stroke, marks of direction
_MARKS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200c-\u200f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Unmarked:
    """A text without marks; ``offsets`` is empty where there were none."""

    text: str
    offsets: tuple[int, ...] = ()
    length: int = 0

    def raw(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the view stands in the raw text, the marks on its last letter included."""
        if not self.offsets:
            return start, end
        return self.offsets[start], self.offsets[end] if end < len(self.offsets) else self.length


def without_marks(text: str, marks: bool) -> Unmarked:
    """The view of a text without marks, or the text itself where the language keeps them."""
    if not marks or _MARKS.search(text) is None:
        return Unmarked(text)
    kept = [(at, char) for at, char in enumerate(text) if not _MARKS.match(char)]
    return Unmarked("".join(char for _, char in kept), tuple(at for at, _ in kept), len(text))
