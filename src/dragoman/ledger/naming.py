"""Whether the names that two claims give a body, a document or an event can be of one thing.

Within a language the words are compared; across languages only what pack words tell of the name (``names.yml``: a
supreme or an intergovernmental one, of entrepreneurs or parliaments) and its figures.
"""

from __future__ import annotations

import functools
import re
from importlib import resources

import yaml
from rapidfuzz import fuzz

from dragoman.ledger.claims import Claim
from dragoman.ledger.objection import Objection

ALIKE, UNLIKE = 0.75, 0.45
"""Share of the shorter name found in the longer from which on two names of one language are the same, and below which
they are not."""

STEM, LEAST = 0.6, 3
"""Of the shorter of two words so much, and so many letters, must begin them alike: endings are declined."""

HAN = 6
"""Characters that a Chinese name must have more of to tell as much as three words."""

_NAMED = frozenset(("body", "document", "exchange", "report"))
_WORD = re.compile(r"\w+")
_FIGURES = re.compile(r"\d+")
_HAN = re.compile(r"[\u3400-\u9fff]")


def alike(one: Claim, other: Claim) -> list[tuple[float, str]]:
    """The weight of what the names share; raises `Objection` where they are of different things."""
    a, b = one.record.name, other.record.name
    if one.record.kind not in _NAMED or not a or not b:
        return []
    found = likeness(a, one.source.lang, b, other.source.lang)
    if found is None:
        raise Objection(f"“{a}” and “{b}”")
    return [found]


@functools.lru_cache(maxsize=65536)
def likeness(a: str, lang_a: str, b: str, lang_b: str) -> tuple[float, str] | None:
    """The weight of two names, each in its language, and why; None where they cannot be of one thing."""
    mine, theirs = qualities(a, lang_a), qualities(b, lang_b)
    if mine and theirs and not mine & theirs:
        return None
    if lang_a == lang_b:
        ratio = shared(a.casefold(), b.casefold())
        if ratio < UNLIKE:
            return None
        if ratio >= ALIKE:
            return 1.5, f"“{a}”"
    figures = set(_FIGURES.findall(a)) & set(_FIGURES.findall(b))
    if figures:
        return 1.0, f"both {' and '.join(sorted(figures))}"
    if mine & theirs:
        return 1.0, f"both {' and '.join(sorted(mine & theirs))}"
    return 0.0, ""


def tells(name: str | None) -> bool:
    """Whether a name has words enough to be known again by them at another time."""
    words = _WORD.findall(name or "")
    return len(words) > 2 or any(_HAN.match(word) and len(word) > HAN for word in words)


def shared(a: str, b: str) -> float:
    """How much of the shorter name is in the longer, by letters, whatever the endings of its words."""
    if _HAN.search(a):
        return fuzz.partial_ratio(a, b) / 100
    short, long = sorted((_WORD.findall(a), _WORD.findall(b)), key=lambda words: sum(map(len, words)))
    found = sum(len(word) for word in short if any(_alike(word, other) for other in long))
    return found / (sum(map(len, short)) or 1)


def _alike(a: str, b: str) -> bool:
    least = max(LEAST, round(STEM * min(len(a), len(b))))
    return a == b or (len(a) >= least <= len(b) and a[:least] == b[:least])


@functools.lru_cache(maxsize=8192)
def qualities(name: str, lang: str) -> frozenset[str]:
    """What the words of a name tell of the body or document, by the language's ``names.yml``."""
    folded = name.casefold()
    return frozenset(quality for quality, pattern in _words(lang).items() if pattern.search(folded))


@functools.lru_cache
def _words(lang: str) -> dict[str, re.Pattern[str]]:
    file = resources.files("dragoman.packs") / lang / "names.yml"
    if not file.is_file():
        return {}
    table = yaml.safe_load(file.read_text(encoding="utf-8"))
    return {quality: re.compile("|".join(map(re.escape, words))) for quality, words in table.items()}
