"""What intake hands on: a dispatch, or why there is none, and where in the source it stands."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model import Dispatch


@dataclass(frozen=True, slots=True)
class Item:
    """One dispatch of a source, or in its place a problem, or a note on the source.

    ``where`` names file and line (``news.jsonl:7``); ``problem`` is one line that names the mend; ``note`` is one line
    that nobody has to mend; ``size`` is the number of bytes of the source that the item took, for progress. ``partial``
    is whether the dispatch is known to be only a summary, whose page is at its ``url``.
    """

    where: str
    dispatch: Dispatch | None = None
    problem: str | None = None
    size: int = 0
    note: str | None = None
    partial: bool = False
