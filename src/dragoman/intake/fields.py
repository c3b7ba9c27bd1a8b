"""Checks of a dispatch's fields that hold whatever it was read from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date, datetime
from typing import Any

from dragoman.intake.times import day_and_time, release
from dragoman.model import Dispatch, DispatchError

MAX_CHARS = 200_000
"""The longest text that is taken for one dispatch; a newspaper page has some 30,000."""

MAX_BYTES = 4_000_000
"""The most that is read for one dispatch, whatever its format: such a text with its records."""

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def dispatch_from(data: Any, name: str) -> Dispatch:
    """A checked dispatch from a parsed JSON value; ``name`` becomes its id where it has none."""
    if not isinstance(data, Mapping):
        raise DispatchError(f"a dispatch is an object with the field 'text', this is {_called(data)}")
    identity = data.get("id")
    return checked(Dispatch.from_json({**data, "id": identity or name, "guid": data.get("guid") or identity}))


def checked(dispatch: Dispatch) -> Dispatch:
    """The dispatch with its date as an ISO day; raises `DispatchError` where date or text cannot be."""
    if len(dispatch.text) > MAX_CHARS:
        raise DispatchError(too_long(len(dispatch.text)))
    for field in fields(dispatch):
        value = getattr(dispatch, field.name)
        if isinstance(value, str) and (half := half_character(value, field.name)):
            raise DispatchError(half)
    return replace(
        dispatch,
        date=dispatch.date and iso_day(dispatch.date),
        sent=_time(dispatch.sent or dispatch.date),
        embargo=dispatch.embargo and release(dispatch.embargo),
    )


def _time(value: str | None) -> str | None:
    """The time of sending, where it is told with its zone."""
    return day_and_time(value)[1] if value else None


def language(tag: str | None) -> str | None:
    """``de`` of ``de-AT`` (BCP 47), which is how packs are called."""
    return re.split(r"[-_]", tag.strip())[0].lower() or None if tag else None


def version(value: object) -> int | None:
    """A version, where it is a number as IPTC's standards have it; agencies write other things there too."""
    told = str(value)
    return int(told) if told.isascii() and told.isdigit() and len(told) < 16 else None


def half_character(value: str, name: str = "text") -> str | None:
    """What is said of a text with half a surrogate pair in it; None where it has none."""
    half = _LONE_SURROGATE.search(value)
    return half and f"half a character (\\u{ord(half[0]):x}) at {half.start()} of the {name}: write it in full"


def too_long(count: int) -> str:
    """What is said of a text over the limit."""
    return f"{count:,} characters, at most {MAX_CHARS:,} are taken for one dispatch: split it into its dispatches"


def iso_day(value: str) -> str:
    """``2023-04-10`` from an ISO day or time stamp; raises `DispatchError` for what is on no calendar."""
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        try:
            return datetime.fromisoformat(value).date().isoformat()
        except ValueError:
            raise DispatchError(f"impossible date {value[:40]!r}: write it as YYYY-MM-DD") from None


def _called(data: object) -> str:
    if data is None:
        return "null"
    names = {list: "a list", str: "a string", bool: "true or false", int: "a number", float: "a number"}
    return names.get(type(data), "none")
