"""The codebook as typed objects, loaded from ``codebook.yml``; an unknown or missing key is an error."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

Meanings = Mapping[str, str]
"""Code to its meaning in one line, in the order in which people are shown it."""

UNSPECIFIED = "unspecified"
"""The type of a record where the text does not say."""


class CodebookError(ValueError):
    """The codebook's own data are off; the message names the entry."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One of the eleven kinds of record, with what its slots may hold."""

    code: str
    meaning: str
    types: Meanings
    roles: Meanings
    acts: Meanings


@dataclass(frozen=True, slots=True)
class Codebook:
    """All lists of the codebook. ``kinds`` maps a kind's code to it; the others map codes to meanings."""

    slots: Meanings
    actor_slots: Meanings
    statuses: Meanings
    kinds: Mapping[str, Kind]
    offices: Meanings
    organisations: Meanings
    topics: Meanings

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Codebook:
        """Build it from the parsed YAML."""
        _same_keys("codebook", data, {field.name for field in fields(cls)})
        lists = {key: _meanings(key, data[key]) for key in data if key != "kinds"}
        return cls(kinds={code: _kind(code, body) for code, body in data["kinds"].items()}, **lists)


def _kind(code: str, body: Mapping[str, Any]) -> Kind:
    _same_keys(f"kind {code}", {"acts": {}, **body}, {"meaning", "types", "roles", "acts"})
    return Kind(
        code=code,
        meaning=body["meaning"],
        types=_meanings(f"{code}.types", body["types"]),
        roles=_meanings(f"{code}.roles", body["roles"]),
        acts=_meanings(f"{code}.acts", body.get("acts", {})),
    )


def _same_keys(where: str, data: Mapping[str, Any], wanted: set[str]) -> None:
    if set(data) != wanted:
        raise CodebookError(f"{where}: missing or unknown keys {sorted(set(data) ^ wanted)}")


def _meanings(where: str, data: Mapping[str, Any]) -> Meanings:
    for code, meaning in data.items():
        if not isinstance(code, str) or not isinstance(meaning, str) or "\n" in meaning:
            raise CodebookError(f"{where}: {code!r} needs a meaning in one line")
    return data


@cache
def codebook() -> Codebook:
    """The packaged codebook, read once."""
    source = files(__package__).joinpath("codebook.yml").read_text(encoding="utf-8")
    return Codebook.from_data(yaml.load(source, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))
