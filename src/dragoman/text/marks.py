"""What may stand in a text without being read: vowel marks, signs of width nought, accents apart, look-alike letters.

``الإمارات العربيّة`` and ``الإمارات العربية`` are the same words; so are ``Ministerin`` with a soft hyphen and without,
``é`` in one code point and in two, ``Россия`` with a Latin ``o``. A view of the text as it is read keeps for each of
its code points where it stands in the raw text; most texts are their own view.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

# combining marks of the Arabic script, the superscript alef, the lengthening stroke
_VOWELS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640"
# the soft hyphen, spaces and joiners of width nought, the byte order mark, marks of direction
_HIDDEN = "\u00ad\u200b-\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069"
_ACCENTS = "\u0300-\u036f"
_UNREAD = re.compile(f"[{_HIDDEN}]")
_UNREAD_OR_VOWEL = re.compile(f"[{_VOWELS}{_HIDDEN}]")
_APART = re.compile(f"[{_ACCENTS}]")
# one look at most texts, before each is looked for on its own
_SUSPECT = re.compile(f"[{_HIDDEN}{_ACCENTS}\u0400-\u04ff]")
_SUSPECT_OR_VOWEL = re.compile(f"[{_VOWELS}{_HIDDEN}{_ACCENTS}\u0400-\u04ff]")
_CYRILLIC_LETTER = re.compile("[\u0400-\u04ff]")
_LATIN_LETTERS = re.compile("[A-Za-z]+")
_WORD = re.compile(r"[A-Za-z\u0400-\u04ff]+")
# letters that look alike (Unicode's confusables): of Latin, and of Russian, Ukrainian or Kazakh
_LATIN, _CYRILLIC = "AaBCcEeHIiJjKMOoPpSsTXxYyh", "АаВСсЕеНІіЈјКМОоРрЅѕТХхУуһ"
_TO_CYRILLIC, _TO_LATIN = str.maketrans(_LATIN, _CYRILLIC), str.maketrans(_CYRILLIC, _LATIN)


@dataclass(frozen=True, slots=True)
class Unmarked:
    """A text as it is read; ``offsets`` is empty where nothing was left out."""

    text: str
    offsets: tuple[int, ...] = ()
    length: int = 0

    def raw(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the view stands in the raw text, the marks on its last letter included."""
        if not self.offsets:
            return start, end
        return self.offsets[start], self.offsets[end] if end < len(self.offsets) else self.length


def without_marks(text: str, marks: bool) -> Unmarked:
    """The view of a text: without vowel marks where the language may leave them out (``marks``), and without what no
    reader sees in any language."""
    if text.isascii() or (_SUSPECT_OR_VOWEL if marks else _SUSPECT).search(text) is None:
        return Unmarked(text)
    if _CYRILLIC_LETTER.search(text) and _mixes_scripts(text):
        text = _WORD.sub(_one_script, text)
    unread = _UNREAD_OR_VOWEL if marks else _UNREAD
    places = sorted({match.start() for regex in (unread, _APART) for match in regex.finditer(text)})
    if not places:
        return Unmarked(text)
    kept: list[str] = []
    offsets: list[int] = []
    at = 0
    for place in places:
        kept += text[at:place]
        offsets += range(at, place)
        at = place + 1
        if unread.match(text, place):
            continue
        whole = unicodedata.normalize("NFC", kept[-1] + text[place]) if kept else ""
        if len(whole) == 1:
            kept[-1] = whole
        else:
            kept.append(text[place])
            offsets.append(place)
    return Unmarked("".join([*kept, text[at:]]), (*offsets, *range(at, len(text))), len(text))


def _mixes_scripts(text: str) -> bool:
    """Whether a Cyrillic letter stands beside a Latin one."""
    return any(
        _CYRILLIC_LETTER.match(text, run.end()) or (run.start() and _CYRILLIC_LETTER.match(text, run.start() - 1))
        for run in _LATIN_LETTERS.finditer(text)
    )


def _one_script(match: re.Match[str]) -> str:
    """A word of two scripts in that of most of its letters, if all the others have a look-alike there."""
    word = match.group()
    latin = sum(char.isascii() for char in word)
    if latin in (0, len(word)):
        return word
    turned = word.translate(_TO_LATIN if 2 * latin > len(word) else _TO_CYRILLIC)
    return turned if len({char.isascii() for char in turned}) == 1 else word
