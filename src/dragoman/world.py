"""What holds in every language: states, their capitals, organisations."""

from __future__ import annotations

import functools
from collections.abc import Collection
from importlib import resources

from dragoman.lang.matcher import Hit
from dragoman.lang.pack import read_rows


@functools.cache
def capitals() -> dict[str, str]:
    """The English name of each state's capital, by ISO 3166-1 alpha-3 code."""
    rows = read_rows(resources.files("dragoman.packs") / "world" / "states.tsv")
    return {row[0]: row[2] for row in rows if len(row) > 2 and row[2]}


@functools.cache
def namesakes() -> frozenset[str]:
    """The states called like their capital, in many languages by the same word: Tunisia, Algeria, Kuwait, Panama."""
    rows = read_rows(resources.files("dragoman.packs") / "world" / "states.tsv")
    return frozenset(row[0] for row in rows if len(row) > 2 and row[1][:_SHARED].lower() == row[2][:_SHARED].lower())


_SHARED = 3  # letters with which both names begin


@functools.cache
def iso639() -> dict[str, str]:
    """The ISO 639-3 code of each language that dispatches are read in, by the code of its pack."""
    rows = read_rows(resources.files("dragoman.packs") / "world" / "iso639.tsv")
    return {row[0]: row[1] for row in rows}


@functools.cache
def seats() -> tuple[tuple[str, str], ...]:
    """States whose capital is also the seat of another: the owner's code and the guest's."""
    rows = read_rows(resources.files("dragoman.packs") / "world" / "seats.tsv")
    return tuple((row[0], row[1]) for row in rows)


@functools.cache
def spots() -> dict[str, dict[str, tuple[float, float]]]:
    """Where places lie: latitude and longitude by English name, then by the state in which a place of that name is."""
    out: dict[str, dict[str, tuple[float, float]]] = {}
    for name, state, latitude, longitude in read_rows(resources.files("dragoman.packs") / "world" / "coordinates.tsv"):
        out.setdefault(name, {})[state] = float(latitude), float(longitude)
    return out


def spot(name: str, states: Collection[str] = ()) -> tuple[float, float] | None:
    """Where a place lies; of several of its name, the one in a state that has to do with it, if only one has."""
    state = state_of(name, states)
    return spots()[name][state] if state else None


def state_of(name: str, states: Collection[str] = ()) -> str | None:
    """The state in which a place lies, chosen likewise; None for places whose spot is not known."""
    known = spots().get(name, {})
    found = list(known) if len(known) == 1 else [state for state in known if state in states]
    return found[0] if len(found) == 1 else None


def places_of_states(hit: Hit) -> tuple[str | None, str | None]:
    """The English name and the state of a place hit; a capital's hit carries only its state."""
    if hit.entry.table == "place":
        state = hit.entry.form
        return hit.entry.value, state if state and state != "-" else None
    return capitals().get(hit.entry.value), hit.entry.value
