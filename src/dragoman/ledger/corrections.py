"""What the slots of a record can be corrected to, read from what people write."""

from __future__ import annotations

import re
from typing import Any

from dragoman.codebook import codebook
from dragoman.codebook.book import UNSPECIFIED
from dragoman.codebook.check import is_iso
from dragoman.codebook.schema import STATE
from dragoman.ledger.errors import Refused
from dragoman.model import Actor

CORRECTABLE = ("type", "act", "status", "date", "end_date", "place", "name", "topics", "actors")
"""The slots that can be corrected; None, or an empty value, clears one."""

_STATE = re.compile(STATE)


def check(kind: str, slot: str | None, value: str | None) -> None:
    """Whether a slot of a record of this kind can hold a value; raises `Refused`."""
    book = codebook()
    allowed = {
        "type": (*book.kinds[kind].types, UNSPECIFIED),
        "act": tuple(book.kinds[kind].acts),
        "status": tuple(book.statuses),
        "topics": tuple(book.topics),
    }
    if slot not in CORRECTABLE:
        raise Refused(f"no slot {slot!r} to correct: give one of {' '.join(CORRECTABLE)}")
    if slot == "actors":
        actors(kind, value)
        return
    if slot == "status" and not value:
        raise Refused("a status cannot be cleared: give one of " + " ".join(book.statuses))
    if slot in ("date", "end_date") and value and not is_iso(value):
        raise Refused(f"no such date {value[:40]!r}: write it as 2023-04-10, 2023-04 or 2023")
    for given in _topics(value) if slot == "topics" else filter(None, [value]):
        if given not in allowed.get(slot, (given,)):
            raise Refused(f"no {slot} {given[:40]!r} of a {kind}: give one of {' '.join(allowed[slot]) or 'none'}")


def read(kind: str, slot: str, value: str | None) -> Any:
    """The value as a record of the kind holds it."""
    if slot == "topics":
        return _topics(value)
    if slot == "actors":
        return actors(kind, value)
    if slot == "type":
        return value or UNSPECIFIED
    return value or None


def actors(kind: str, value: str | None) -> tuple[Actor, ...]:
    """Actors as people write them: ``guest: Ilham Aliyev, head_of_state, AZE; host: KAZ``. Raises `Refused`."""
    found = [_actor(kind, told.strip()) for told in (value or "").split(";") if told.strip()]
    if not found:
        raise Refused(f"a {kind} has actors: write them as {_EXAMPLE}")
    return tuple(dict.fromkeys(found))


_EXAMPLE = "'guest: Ilham Aliyev, head_of_state, AZE; host: KAZ'"


def _actor(kind: str, told: str) -> Actor:
    book = codebook()
    role, colon, rest = told.partition(":")
    roles = book.kinds[kind].roles
    if not colon or role.strip() not in roles:
        known = " ".join(roles)
        raise Refused(f"no role {role.strip()[:40]!r} of a {kind}: begin each actor with one of {known} and a colon")
    slots: dict[str, str] = {}
    for part in filter(None, map(str.strip, rest.split(","))):
        slot = "office" if part in book.offices else "state" if _STATE.fullmatch(part) else "name"
        if slot in slots:
            raise Refused(f"two times {slot} in {told[:60]!r}: write actors as {_EXAMPLE}")
        slots[slot] = part
    if not slots:
        raise Refused(f"nobody in {told[:60]!r}: write actors as {_EXAMPLE}")
    return Actor(role.strip(), **slots)


def _topics(value: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys((value or "").replace(",", " ").split()))
