"""When something of a pair or a state changed last, so that what was made of it can be kept for as long as it stands.

Writers take turns, so numbers grow in the order in which changes become visible. A reader asks within the view in
which it reads; what it makes of that view is then true of the number.

A unit of two states changes as a whole. In one of many states, which most of what is entered touches, only those pairs
and states change whose events come out otherwise: a digest of these is kept beside the number.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import combinations
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select

from dragoman.ledger import tables
from dragoman.ledger.claims import Claim
from dragoman.ledger.pairs import Pair
from dragoman.ledger.units import MANY, pair_name

Rows = Mapping[str, Sequence[dict[str, Any]]]

_GONE = ""
_OF_EVENTS = ("event_record", "event_actor", "event_topic", "difference", "level")
"""What is derived of one event alone."""

_THINGS = (
    ("body", "body_event", "body_id"),
    ("document", "document_step", "document_id"),
    ("commitment", "commitment_step", "commitment_id"),
)
"""What is made of several events: its table, that of its events, and the column by which these refer to it."""


def note(connection: Connection, unit: str, claims: Iterable[Claim], rows: Rows) -> None:
    """That a unit was derived anew, in this transaction."""
    c = tables.changed
    now = _digests(claims, rows) if unit.startswith(MANY) else dict.fromkeys({unit, *unit.split("-")}, _GONE)
    known = connection.execute(select(c.c.part, c.c.digest).where(c.c.unit == unit)).all()
    before = {row.part: row.digest for row in known}
    changed = [part for part in now if not now[part] or before.get(part) != now[part]]
    changed += [part for part in before if part not in now and before[part] != _GONE]
    if not changed:
        return
    number = (connection.scalar(select(func.max(c.c.number))) or 0) + 1
    stored = set(changed)
    connection.execute(delete(c).where(c.c.unit == unit, c.c.part.in_(stored & before.keys())))
    fresh = [{"unit": unit, "part": part, "number": number, "digest": now.get(part, _GONE)} for part in sorted(stored)]
    connection.execute(insert(c), fresh)


def of_pair(connection: Connection, pair: Pair) -> int:
    """The last change of the events in which a pair takes part: alone, or among many."""
    return _last(connection, pair.unit)


def of_state(connection: Connection, code: str) -> int:
    """The last change of what the persons of a state are told in."""
    return _last(connection, code)


def of_all(connection: Connection) -> int:
    """The last change of anything that is derived."""
    return connection.scalar(select(func.max(tables.changed.c.number))) or 0


def _last(connection: Connection, part: str) -> int:
    c = tables.changed.c
    return connection.scalar(select(func.max(c.number)).where(c.part == part)) or 0


def _digests(claims: Iterable[Claim], rows: Rows) -> dict[str, str]:
    """For each state and pair of states a digest of all that a unit tells of them."""
    told = _told(claims, rows)
    sums: dict[str, Any] = defaultdict(sha256)
    for identity, states in sorted(_states(rows).items()):
        content = sha256("\n".join(told[identity]).encode("utf-8", "surrogatepass")).digest()
        for part in (*states, *(pair_name(one, other) for one, other in combinations(states, 2))):
            sums[part].update(content)
    for row in rows["named"]:
        sums[row["state"]].update(_line(row).encode("utf-8", "surrogatepass"))
    return {part: total.hexdigest()[:16] for part, total in sums.items()}


def _states(rows: Rows) -> dict[str, list[str]]:
    """The states that take part in each event."""
    out: dict[str, set[str]] = defaultdict(set)
    for row in rows["event_actor"]:
        if row["state"]:
            out[row["event_id"]].add(row["state"])
    return {identity: sorted(states) for identity, states in out.items()}


def _told(claims: Iterable[Claim], rows: Rows) -> dict[str, list[str]]:
    """All that is derived of each event, and the records that it is derived from."""
    out: dict[str, list[str]] = defaultdict(list)
    records = {claim.id: repr(claim.record) for claim in claims}
    for row in rows["event_record"]:
        out[row["event_id"]].append(records[row["record_id"]])
    for identity, line in _lines(rows):
        out[identity].append(line)
    return out


def _lines(rows: Rows) -> Iterator[tuple[str, str]]:
    """The rows of each event, by its id; those of a thing are all of its events'."""
    for row in rows["event"]:
        yield row["id"], _line(row)
    for name in _OF_EVENTS:
        yield from ((row["event_id"], _line(row)) for row in rows[name])
    for name, links, reference in _THINGS:
        lines: dict[str, list[str]] = defaultdict(list)
        events: dict[str, dict[str, None]] = defaultdict(dict)
        for identity, row in [(row["id"], row) for row in rows[name]] + [(row[reference], row) for row in rows[links]]:
            lines[identity].append(_line(row))
            if "event_id" in row:
                events[identity][row["event_id"]] = None
        for identity, of_it in lines.items():
            yield from ((event, "\n".join(of_it)) for event in events[identity])


def _line(row: Mapping[str, Any]) -> str:
    return repr(sorted(row.items()))
