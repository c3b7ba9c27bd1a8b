"""What holds in every language: states, their capitals, organisations."""

from __future__ import annotations

import functools
from importlib import resources

from dragoman.lang.matcher import Hit
from dragoman.lang.pack import read_rows


@functools.cache
def capitals() -> dict[str, str]:
    """The English name of each state's capital, by ISO 3166-1 alpha-3 code."""
    rows = read_rows(resources.files("dragoman.packs") / "world" / "states.tsv")
    return {row[0]: row[2] for row in rows if len(row) > 2 and row[2]}


@functools.cache
def seats() -> tuple[tuple[str, str], ...]:
    """States whose capital is also the seat of another: the owner's code and the guest's."""
    rows = read_rows(resources.files("dragoman.packs") / "world" / "seats.tsv")
    return tuple((row[0], row[1]) for row in rows)


def places_of_states(hit: Hit) -> tuple[str | None, str | None]:
    """The English name and the state of a place hit; a capital's hit carries only its state."""
    if hit.entry.table == "place":
        state = hit.entry.form
        return hit.entry.value, state if state and state != "-" else None
    return capitals().get(hit.entry.value), hit.entry.value
