"""Where the evidence of a record stands in its text, whether people wrote it as quotes or dragoman with offsets."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.evaluate.slots import RecordData
from dragoman.model import Evidence


@dataclass(frozen=True, slots=True)
class Quotes:
    """The evidence of a record that its text holds, and quotes that it does not."""

    evidence: tuple[Evidence, ...]
    missing: tuple[str, ...]


def quotes(record: RecordData, text: str) -> Quotes:
    """A quote without a place, or with a wrong one, is taken where it first stands."""
    found, missing = [], []
    for item in record.get("evidence") or ():
        quote, start = (item, -1) if isinstance(item, str) else (item["quote"], item.get("start", -1))
        if start < 0 or text[start : start + len(quote)] != quote:
            start = text.find(quote)
        if quote and start >= 0:
            found.append(Evidence.of(text, start, start + len(quote)))
        else:
            missing.append(quote)
    return Quotes(tuple(found), tuple(missing))
