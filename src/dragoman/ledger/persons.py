"""The register of persons: who was told under which names and offices, from when to when.

Persons are told apart by state and key (`resolve.keys`); a surname alone belongs to the one person of that state whose
key it ends, if there is only one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, select

from dragoman.ledger import tables as t
from dragoman.ledger.errors import NotFound
from dragoman.ledger.people import rank
from dragoman.ledger.views import Held, Person
from dragoman.resolve.keys import same_person


def persons(connection: Connection, states: Iterable[str], until: str | None = None) -> list[Person]:
    """The persons of these states, the most told first, as dispatches sent up to an ISO day tell of them."""
    a, r, d = t.actor, t.record, t.dispatch
    statement = (
        select(a.c.record_id, a.c.name, a.c.office, a.c.state, a.c.key, d.c.id.label("dispatch"), d.c.date, d.c.lang)
        .join(r, a.c.record_id == r.c.id)
        .join(d, r.c.dispatch_id == d.c.id)
        .where(a.c.state.in_(sorted(set(states))), a.c.name.is_not(None), a.c.key != "")
        .where(d.c.state == t.CURRENT)
        .order_by(d.c.date, a.c.record_id, a.c.n)
    )
    if until:
        statement = statement.where(d.c.date <= until)
    by_state: dict[str, list[Any]] = defaultdict(list)
    for row in connection.execute(statement).all():
        by_state[row.state].append(row)
    found = [person for state in sorted(by_state) for person in _persons(state, by_state[state])]
    return sorted(found, key=lambda person: (-person.dispatches, person.id))


def person(connection: Connection, identity: str) -> Person:
    """One person by id (``KAZ.ksmsmltkf``), or by any other key under which the person is told."""
    state, _, key = identity.partition(".")
    for found in persons(connection, [state]):
        if key in found.keys:
            return found
    raise NotFound(f"no person {identity!r} in this ledger")


def _persons(state: str, rows: Sequence[Any]) -> list[Person]:
    counted: dict[str, int] = defaultdict(int)
    for row in rows:
        counted[row.key] += 1
    groups = _groups(counted)
    by_group: dict[str, list[Any]] = defaultdict(list)
    for row in rows:
        by_group[groups[row.key]].append(row)
    return [_person(state, key, told) for key, told in by_group.items()]


def _groups(counted: dict[str, int]) -> dict[str, str]:
    """For every key the one that stands for its person: of two that may be one person's, that told more often."""
    out: dict[str, str] = {}
    heads: list[str] = []
    ranked = sorted(counted, key=lambda key: (-counted[key], -len(key), key))
    for key in ranked:
        head = next((head for head in heads if same_person(head, key)), None)
        if head is None:
            heads.append(key)
        out[key] = head or key
    for key in list(heads):
        longer = [head for head in heads if len(head) > len(key) >= 2 and (head.endswith(key) or head.startswith(key))]
        if len(longer) == 1:
            heads.remove(key)
            out.update({other: longer[0] for other, head in out.items() if head == key})
    return out


def _person(state: str, key: str, rows: Sequence[Any]) -> Person:
    """A person by the rows that tell of one, in the order in which they were sent."""
    names: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        names[row.lang].append(row.name)
    first = min(names, key=rank)
    return Person(
        id=f"{state}.{key}",
        name=_fullest(names[first]),
        state=state,
        names=tuple(dict.fromkeys(row.name for row in rows)),
        keys=tuple(sorted({row.key for row in rows})),
        first=rows[0].date,
        last=rows[-1].date,
        dispatches=len({row.dispatch for row in rows}),
        offices=tuple(_offices(rows)),
        called={lang: _fullest(told) for lang, told in sorted(names.items())},
    )


def _fullest(names: Sequence[str]) -> str:
    return max(sorted(set(names)), key=lambda name: (name.count(" "), names.count(name)))


def _offices(rows: Sequence[Any]) -> list[Held]:
    by_office: dict[str, list[Any]] = defaultdict(list)
    for row in rows:
        if row.office:
            by_office[row.office].append(row)
    held = [
        Held(
            office,
            told[0].date,
            told[-1].date,
            len({r.dispatch for r in told}),
            told[0].record_id,
            told[-1].record_id,
        )
        for office, told in by_office.items()
    ]
    return sorted(held, key=lambda office: (office.first, office.office))
