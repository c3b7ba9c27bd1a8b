"""How persons are called: each name, language and office of a person once, counted, with first and last telling."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from dragoman.ledger.claims import Claim


class At(NamedTuple):
    """Where something is told; in order of sending."""

    date: str
    record: str
    n: int


class Telling(NamedTuple):
    """That a dispatch names a person."""

    state: str
    key: str
    lang: str
    name: str
    office: str | None
    at: At
    dispatch: int


class Naming(NamedTuple):
    """That dispatches call a person so, in this language and office: how often, from when to when, and which."""

    state: str
    key: str
    lang: str
    name: str
    office: str | None
    told: int
    first: At
    last: At
    dispatches: str  # their numbers, with spaces between


def of(claims: Iterable[Claim]) -> Iterator[Naming]:
    """What some claims call persons of states."""
    return counted(
        Telling(a.state, a.key, c.source.lang, a.name, a.office, At(c.source.sent, c.id, n), c.source.id)
        for c in claims
        for n, a in enumerate(c.record.actors)
        if a.name and a.state and a.key
    )


def counted(tellings: Iterable[Telling]) -> Iterator[Naming]:
    """Each naming once."""
    found: dict[tuple[Any, ...], list[Telling]] = defaultdict(list)
    for one in tellings:
        found[one[:5]].append(one)
    for told in found.values():
        places = [one.at for one in told]
        dispatches = " ".join(map(str, sorted({one.dispatch for one in told})))
        state, key, lang, name, office = told[0][:5]
        yield Naming(state, key, lang, name, office, len(told), min(places), max(places), dispatches)


def row(naming: Naming) -> dict[str, Any]:
    """As the ledger stores it."""
    first, last = naming.first, naming.last
    return {
        "state": naming.state,
        "key": naming.key,
        "lang": naming.lang,
        "name": naming.name,
        "office": naming.office,
        "told": naming.told,
        "first": first.date,
        "first_record": first.record,
        "first_n": first.n,
        "last": last.date,
        "last_record": last.record,
        "last_n": last.n,
        "dispatches": naming.dispatches,
    }


def stored(row: Sequence[Any]) -> Naming:
    """From a row of the ledger."""
    return Naming._make((*row[2:8], At._make(row[8:11]), At._make(row[11:14]), row[14]))
