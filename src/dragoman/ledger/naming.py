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

ALIKE, UNLIKE = 75.0, 45.0
"""Per cent of shared words from which on two names of one language are the same, and below which they are not."""

_NAMED = frozenset(("body", "document", "exchange", "report"))
_FIGURES = re.compile(r"\d+")


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
        ratio = fuzz.token_set_ratio(a.casefold(), b.casefold())
        if ratio < UNLIKE:
            return None
        if ratio >= ALIKE:
            return 1.5, f"“{a}”"
    if mine & theirs:
        return 1.0, f"both {' and '.join(sorted(mine & theirs))}"
    return 0.0, ""


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
