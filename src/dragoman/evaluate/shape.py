"""Whether coded dispatches have the shape that the measure reads: lists where lists belong, and texts where texts do.

What the texts say is the codebook's matter (`codebook.check`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from dragoman.intake.fields import half_character

_TEXTS = ("type", "act", "status", "date", "end_date", "place", "name")
_OF_ACTORS = ("role", "name", "office", "state")


def misshapen(doc: Mapping[str, Any]) -> str | None:
    """What is said of a dispatch that cannot be compared; None where it can."""
    for field in ("text", "lang", "title"):
        value = doc.get(field)
        if not _text(value):
            return f"{field!r} is no text"
        if value and (half := half_character(value, field)):
            return half
    if not isinstance(doc["records"], list):
        return "'records' is no list"
    told = ((number, _record(record)) for number, record in enumerate(doc["records"]))
    return next((f"record {number} {problem}" for number, problem in told if problem), None)


def _record(record: Any) -> str | None:
    if not isinstance(record, Mapping):
        return "is no object"
    if not isinstance(record.get("kind"), str):
        return "has no kind"
    wrong = next((slot for slot in _TEXTS if not _text(record.get(slot))), None)
    if wrong:
        return f"has a {wrong} that is no text"
    lists: dict[str, Callable[[Any], bool]] = {"topics": _topic, "actors": _actor, "evidence": _quote}
    for slot, fits in lists.items():
        values = record.get(slot)
        if values is not None and not (isinstance(values, list) and all(map(fits, values))):
            return f"has {slot} that are no list of such"
    return None


def _text(value: Any) -> bool:
    return value is None or isinstance(value, str)


def _topic(value: Any) -> bool:
    return isinstance(value, str)


def _actor(value: Any) -> bool:
    return isinstance(value, Mapping) and all(_text(value.get(slot)) for slot in _OF_ACTORS)


def _quote(value: Any) -> bool:
    """A quote, or one with its place."""
    if isinstance(value, str):
        return True
    if not isinstance(value, Mapping) or not isinstance(value.get("quote"), str):
        return False
    return all(isinstance(value.get(at, 0), int) for at in ("start", "end"))
