"""Entities of FollowTheMoney: an id, a schema, and properties that are lists of text."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha1
from typing import Any

from dragoman.plover.parties import numbers

Entity = dict[str, Any]


def identity(*parts: str | None) -> str:
    """The same for the same parts, in every file."""
    return sha1("\0".join(part or "" for part in parts).encode(), usedforsecurity=False).hexdigest()


def entity(schema: str, identity: str, **properties: Iterable[str | None]) -> Entity:
    """An entity with what is known of it, each value once."""
    known = {name: list(dict.fromkeys(filter(None, values))) for name, values in properties.items()}
    return {"id": identity, "schema": schema, "properties": {name: values for name, values in known.items() if values}}


def country(state: str | None) -> str | None:
    """A state as FollowTheMoney has countries: ISO 3166-1 alpha-2, in small letters; none for organisations."""
    found = numbers().get(state or "")
    return found.alpha2.lower() if found and found.alpha2 else None
