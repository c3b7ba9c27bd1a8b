"""Addresses of pages."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from urllib.parse import quote, unquote, urlencode

from dragoman.ledger.spans import iso
from dragoman.ledger.units import MANY
from dragoman.ledger.views import Event
from dragoman.model import Actor


def event(identity: str) -> str:
    return f"/events/{quote(identity)}"


def event_in(address: str) -> str | None:
    """The event that an address of its page names; None if it is no such address."""
    _, mark, rest = address.strip().rpartition("/events/")
    return unquote(rest.partition("?")[0].partition("#")[0]) if mark else None


def dispatch(number: int, record: str | None = None) -> str:
    """A dispatch, with the evidence of one record lit up."""
    return f"/dispatches/{number}?record={quote(record)}#r-{quote(record)}" if record else f"/dispatches/{number}"


def person(actor: Actor) -> str | None:
    """The person that an actor is, where a state and a key tell who."""
    if not (actor.name and actor.state and actor.key):
        return None
    return f"/persons/{quote(actor.state)}.{quote(actor.key)}"


def pair(unit: str) -> str | None:
    """The pair of a unit, where it is one."""
    return f"/pairs/{quote(unit)}" if "-" in unit and not unit.startswith(MANY) and unit.count("-") == 1 else None


def asked(path: str, wanted: Mapping[str, object], **changed: object) -> str:
    """An address with filters; empty ones are left out."""
    kept = {key: value for key, value in {**wanted, **changed}.items() if value not in (None, "")}
    return f"{path}?{urlencode(kept, doseq=True)}" if kept else path


def local(path: str) -> str:
    """The same address if it is one of these pages, else that of the overview: a link must not lead elsewhere."""
    is_ours = path.startswith("/") and not path.startswith(("//", "/\\")) and path.isprintable()
    return path if is_ours else "/"


def cursor(found: Event) -> str:
    """The place of an event in a listing."""
    return f"{iso(found.first_day)}.{found.id}"


def command(text: str) -> str | None:
    """The page that shows what a command of the command line lists."""
    words = shlex.split(text)[1:]
    if len(words) == 2 and words[0] == "show":
        return event(words[1])
    if len(words) < 3 or words[0] not in ("events", "commitments"):
        return None
    path = f"/pairs/{quote(words[1])}-{quote(words[2])}"
    if words[0] == "commitments":
        return f"{path}/commitments"
    given = dict(zip(words[3::2], words[4::2], strict=False))
    wanted = {key.removeprefix("--"): value for key, value in given.items() if value != "TOPIC"}
    return asked(path, {key: value for key, value in wanted.items() if key in ("since", "until", "kind", "topic")})
