"""Events made by hand: invented people, one dispatch a record."""

from __future__ import annotations

from dataclasses import replace

from dragoman.export.data import codings
from dragoman.export.data.told import Told
from dragoman.ledger.queries import Filter
from dragoman.model import Actor, Coding, Dispatch, Evidence, Record
from dragoman.resolve.keys import person_key

TEXT = "Ada Mbeki of Kenya and Ken Mori of Japan\tmet in\n“Nairobi”."


def who(role: str, name: str | None, office: str | None, state: str | None) -> Actor:
    return Actor(role, name, office, state, person_key(name, "en") if name else None)


def told(kind: str, *actors: Actor, **slots: str | None) -> Told:
    """A record of that kind, done, with these actors."""
    record = Record(
        **{"kind": kind, "status": "done", "actors": actors, "evidence": (Evidence.of(TEXT, 0, len(TEXT)),), **slots}
    )  # type: ignore[arg-type]
    dispatch = Dispatch(TEXT, "d", "en", "2024-05-08", "Agency", None, 'A "title"\twith\nbreaks')
    (one,) = codings.told([Coding(dispatch, (record,))], Filter())
    return one


def visit(*actors: Actor, parts: tuple[Told, ...] = (), **slots: str | None) -> Told:
    """A visit with its parts."""
    return replace(told("visit", *actors, **slots), parts=tuple(part.event for part in parts))
