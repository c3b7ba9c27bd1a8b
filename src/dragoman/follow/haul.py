"""What a look at a source brings: items to enter, and how the source stands if they have been."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256

from dragoman.follow.fetch import Remembered
from dragoman.follow.sources import Source
from dragoman.intake import Item
from dragoman.model import Dispatch


@dataclass(frozen=True, slots=True)
class Haul:
    """One look. ``marks`` are those of what it holds, to be known the next time; ``remember`` is for the next asking.

    ``problem`` is why there is nothing; with it, ``retry_after`` is how many seconds the source asks to be left alone.
    A source is looked at to its end in several hauls, of which only the last is ``last``.
    """

    source: Source
    items: Iterable[Item] = ()
    marks: tuple[str, ...] = ()
    remember: Remembered = field(default_factory=Remembered)
    problem: str | None = None
    retry_after: float | None = None
    last: bool = True


def mark(dispatch: Dispatch) -> str:
    """What an entry is known by: all that it says, but not its guid, for some feeds make new ones every time."""
    told = [dispatch.text, dispatch.title, dispatch.version, dispatch.pubstatus, dispatch.embargo, dispatch.date]
    return sha256(json.dumps(told, ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()[:32]
