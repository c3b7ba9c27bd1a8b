"""Small words written onto the next one, as in Arabic: ``وبالرئيس`` is *and* + *with* + *the* + *president*.

Which there are and what they mean comes from the pack's ``clitics``:

``and``      joins two words of a list, or begins a clause before a verb
``article``  says nothing of the noun's place
``markers``  a marker of ``language.yml`` -> clitics
``fused``    a marker -> beginnings of surfaces into which the clitic has grown (``للأردن``)
``person``   a marker -> what it means before a person (*in* Cairo, but *with* the president)
``of``       offices behind which the ``to`` clitic tells whose they are (``الأمين العام للأمم المتحدة``)
``planned``  stands before verbs of what is to come
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from dragoman.lang.matcher import LONGEST
from dragoman.lang.pack import Pack, load
from dragoman.text.fold import word_start


@dataclass(slots=True, init=False, eq=False)
class Head:
    """What is written onto a word: where the whole word begins, whether it joins, and its marker."""

    start: int
    joins: bool
    marker: str

    def __init__(self, start: int, joins: bool, marker: str) -> None:
        self.start = start
        self.joins = joins
        self.marker = marker


def _choice(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in words) or "(?!)"


@functools.cache
def _grammar(code: str) -> re.Pattern[str]:
    clitics = load(code).clitics
    markers = "|".join(f"(?P<{marker}>{_choice(words)})" for marker, words in clitics.get("markers", {}).items())
    return re.compile(
        f"(?P<and_>{_choice(clitics.get('and', []))})?(?:{markers})?(?:{_choice(clitics.get('article', []))})?"
    )


def head_of(folded: str, start: int, pack: Pack) -> Head:
    """What is written onto the surface that begins at ``start``."""
    if not pack.clitics:
        return Head(start, False, "")
    begin = word_start(folded, start, LONGEST)
    match = _grammar(pack.code).fullmatch(folded, begin, start)
    if match is None:
        return Head(start, False, "")
    parts = match.groupdict()
    joins = bool(parts.pop("and_"))
    marker = next((name for name, found in parts.items() if found), "") or _fused(folded, start, pack)
    return Head(begin, joins, marker)


def _fused(folded: str, start: int, pack: Pack) -> str:
    """The marker of a clitic that has grown into the surface."""
    fused = pack.clitics.get("fused", {})
    return next((m for m, heads in fused.items() if any(folded.startswith(head, start) for head in heads)), "")


def of_person(marker: str, pack: Pack) -> str:
    """What a clitic's marker means before a person."""
    return str(pack.clitics.get("person", {}).get(marker, marker)) if pack.clitics else marker
