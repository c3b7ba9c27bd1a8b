"""Who an actor is in PLOVER's and CAMEO's terms: its code, its sector, the names and numbers of its state."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from dragoman.codebook import codebook
from dragoman.lang.pack import read_rows
from dragoman.model import Actor

IGO = "IGO"


@dataclass(frozen=True, slots=True)
class Numbers:
    """What a state is called elsewhere: its number in the Correlates of War, FIPS 10-4, ISO alpha-2; None for none."""

    cow: int | None
    fips: str | None
    alpha2: str | None


@dataclass(frozen=True, slots=True)
class Cameo:
    """An actor in CAMEO: ``country``, ``group`` and ``type`` are the parts of its code."""

    country: str | None
    group: str | None
    type: str | None

    @property
    def code(self) -> str:
        """The parts in CAMEO's order: a country comes before its type, the type of an organisation before its name."""
        order = (self.country, self.type) if self.country else (self.type, self.group)
        return "".join(part for part in order if part)


def is_organisation(state: str | None) -> bool:
    """Whether a code of an actor's ``state`` is that of an organisation."""
    return state in codebook().organisations


def is_state(actor: Actor) -> bool:
    """Whether a state or organisation acts with nobody named."""
    return actor.state is not None and actor.name is None and actor.office is None


def code(state: str | None) -> str | None:
    """PLOVER's code of a state or organisation."""
    codes: Mapping[str | None, str] = _table("sectors")["codes"]
    return codes.get(state, IGO if is_organisation(state) else state)


def sector(actor: Actor) -> str | None:
    """PLOVER's sector of an actor; states as such have none, nor have organisations and who acts for them."""
    if is_state(actor) or is_organisation(actor.state):
        return None
    table = _table("sectors")
    return str(table["offices"][actor.office] if actor.office else table["other"])


def cameo(actor: Actor) -> Cameo:
    """An actor's codes in CAMEO."""
    table = _table("cameo")
    if is_organisation(actor.state):
        return Cameo(None, table["groups"].get(actor.state), "NGO" if code(actor.state) == "NGO" else IGO)
    found = sector(actor)
    return Cameo(table["countries"].get(actor.state, actor.state), None, found if found in table["types"] else None)


def quad(cameo: str) -> int:
    """CAMEO's quad class of a code, by its root; it differs from PLOVER's for some."""
    quads: Mapping[int, str] = _table("cameo")["quads"]
    return next(number for number, last in quads.items() if cameo[:2] <= last)


def goldstein(cameo: str) -> float:
    """How much a code stands for co-operation, from -10 to +10, on Goldstein's scale."""
    return float(_table("cameo")["goldstein"][cameo])


@cache
def numbers() -> Mapping[str, Numbers]:
    """What each state is called elsewhere, by its ISO code."""
    rows = read_rows(files("dragoman.packs") / "world" / "codes.tsv")
    return {row[0]: Numbers(int(row[1]) if row[1] else None, row[2] or None, row[3] or None) for row in rows}


@cache
def _table(name: str) -> Mapping[str, Any]:
    source = files(__package__).joinpath(f"{name}.yml").read_text(encoding="utf-8")
    loaded: Mapping[str, Any] = yaml.load(source, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return loaded
