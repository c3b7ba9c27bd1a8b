"""The register of persons: who was told under which names and offices, from when to when.

Persons are told apart by state and key (`resolve.keys`); a surname alone belongs to the one person of that state whose
key it ends, if there is only one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, select

from dragoman.ledger import namings
from dragoman.ledger import tables as t
from dragoman.ledger.errors import NotFound
from dragoman.ledger.namings import At, Naming, Telling
from dragoman.ledger.people import rank
from dragoman.ledger.views import Held, Person
from dragoman.resolve.keys import same_person


def persons(connection: Connection, states: Iterable[str], until: str | None = None) -> list[Person]:
    """The persons of these states, the most told first, as dispatches sent up to an ISO day tell of them."""
    by_state: dict[str, list[Naming]] = defaultdict(list)
    for naming in _until(connection, states, until) if until else _stored(connection, states):
        by_state[naming.state].append(naming)
    found = [
        _person(state, key, told) for state in sorted(by_state) for key, told in _by_person(by_state[state]).items()
    ]
    return ranked(found)


def ranked(found: Iterable[Person]) -> list[Person]:
    """The most told first."""
    return sorted(found, key=lambda person: (-person.dispatches, person.id))


def person(connection: Connection, identity: str) -> Person:
    """One person by id (``KAZ.ksmsmltkf``), or by any other key under which the person is told."""
    return among(persons(connection, [identity.partition(".")[0]]), identity)


def among(known: Iterable[Person], identity: str) -> Person:
    """The person whom an id means, among those of the state."""
    key = identity.partition(".")[2]
    for found in known:
        if key in found.keys:
            return found
    raise NotFound(f"no person {identity!r} in this ledger")


def _stored(connection: Connection, states: Iterable[str]) -> list[Naming]:
    """How these states' persons are called, by all that was joined."""
    table = t.named
    statement = select(table).where(table.c.state.in_(sorted(set(states)))).order_by(table.c.unit, table.c.n)
    return [namings.stored(row) for row in connection.execute(statement).all()]


def _until(connection: Connection, states: Iterable[str], day: str) -> Iterable[Naming]:
    """The same by the dispatches sent up to a day."""
    a, r, d = t.actor.c, t.record, t.dispatch
    statement = (
        select(a.state, a.key, d.c.lang, a.name, a.office, d.c.date, a.record_id, a.n, d.c.id)
        .join(r, a.record_id == r.c.id)
        .join(d, r.c.dispatch_id == d.c.id)
        .where(a.state.in_(sorted(set(states))), a.name.is_not(None), a.key != "")
        .where(d.c.state == t.CURRENT, d.c.date <= day)
    )
    return namings.counted(Telling(*row[:5], At(*row[5:8]), row[8]) for row in connection.execute(statement))


def _by_person(told: Iterable[Naming]) -> dict[str, list[Naming]]:
    """The namings of each person of one state, by the key that stands for the person."""
    told = list(told)
    counted: dict[str, int] = defaultdict(int)
    for naming in told:
        counted[naming.key] += naming.told
    groups = _groups(counted)
    out: dict[str, list[Naming]] = defaultdict(list)
    for naming in told:
        out[groups[naming.key]].append(naming)
    return out


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


def _person(state: str, key: str, told: Sequence[Naming]) -> Person:
    """A person by what dispatches call one."""
    names: dict[str, Counter[str]] = defaultdict(Counter)
    for naming in told:
        names[naming.lang][naming.name] += naming.told
    first = min(names, key=rank)
    return Person(
        id=f"{state}.{key}",
        name=_fullest(names[first]),
        state=state,
        names=tuple(dict.fromkeys(naming.name for naming in sorted(told, key=lambda naming: naming.first))),
        keys=tuple(sorted({naming.key for naming in told})),
        first=min(naming.first for naming in told).date,
        last=max(naming.last for naming in told).date,
        dispatches=_dispatches(told),
        offices=tuple(_offices(told)),
        called={lang: _fullest(counted) for lang, counted in sorted(names.items())},
    )


def _fullest(counted: Counter[str]) -> str:
    return max(sorted(counted), key=lambda name: (name.count(" "), counted[name]))


def _dispatches(told: Iterable[Naming]) -> int:
    """In how many dispatches."""
    return len(set(" ".join(naming.dispatches for naming in told).split()))


def _offices(told: Iterable[Naming]) -> list[Held]:
    by_office: dict[str, list[Naming]] = defaultdict(list)
    for naming in told:
        if naming.office:
            by_office[naming.office].append(naming)
    held = [_held(office, mine) for office, mine in by_office.items()]
    return sorted(held, key=lambda office: (office.first, office.office))


def _held(office: str, told: Sequence[Naming]) -> Held:
    first, last = min(naming.first for naming in told), max(naming.last for naming in told)
    return Held(office, first.date, last.date, _dispatches(told), first.record, last.record)
