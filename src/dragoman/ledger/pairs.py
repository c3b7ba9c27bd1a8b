"""States and organisations as people name them at the command line or in an address."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from importlib import resources

from dragoman.lang.pack import read_rows
from dragoman.ledger.errors import LedgerError, NotFound
from dragoman.ledger.units import pair_name


@dataclass(frozen=True, slots=True)
class Pair:
    """Two states or organisations, in the order in which they were asked for."""

    one: str
    other: str

    @property
    def unit(self) -> str:
        return pair_name(self.one, self.other)

    @property
    def codes(self) -> tuple[str, str]:
        return self.one, self.other


def pair(one: str, other: str) -> Pair:
    """The pair of two states named by code or English name; raises `LedgerError` for what is none."""
    first, second = state(one), state(other)
    if first == second:
        raise LedgerError(f"{one} and {other} are the same state: give two")
    return Pair(first, second)


def state(name: str) -> str:
    """The code of a state or organisation given by code or English name."""
    known = names()
    if name.upper() in known:
        return name.upper()
    for code, title in known.items():
        if title.casefold() == name.strip().casefold():
            return code
    raise NotFound(f"no state or organisation {name!r}: give a code such as KAZ, or its English name")


@functools.cache
def names() -> dict[str, str]:
    """The English name of every state and organisation, by code."""
    world = resources.files("dragoman.packs") / "world"
    return {row[0]: row[1] for table in ("states.tsv", "orgs.tsv") for row in read_rows(world / table)}
