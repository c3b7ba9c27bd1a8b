"""What intake hands on: a dispatch, or why there is none, and where in the source it stands."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model import Dispatch


@dataclass(frozen=True, slots=True)
class Item:
    """One dispatch of a source, or in its place a problem.

    ``where`` names file and line (``news.jsonl:7``); ``problem`` is one line that names the mend; ``size`` is the
    number of bytes of the source that the item took, for progress.
    """

    where: str
    dispatch: Dispatch | None = None
    problem: str | None = None
    size: int = 0
