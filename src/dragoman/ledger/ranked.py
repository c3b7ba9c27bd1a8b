"""The registers of a pair in the order in which they are listed: ids alone, so that only what is shown need be read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from dragoman.ledger import tables as t
from dragoman.ledger import tracked
from dragoman.ledger.commitments import done_at_once, standing
from dragoman.ledger.errors import NotFound
from dragoman.ledger.pairs import Pair
from dragoman.ledger.spans import iso, span

ORDER = ("overdue", "open", "pursued", "fulfilled", "cancelled")
"""States of commitments in the order in which they are listed."""


class Standing(NamedTuple):
    """A commitment and its state as of a day; ``end`` is when it ended, or was followed up."""

    id: str
    event: str
    kind: str  # of the event
    sources: int
    state: str
    made: int
    due_last: int | None
    end: int | None

    @property
    def at_once(self) -> bool:
        """Whether it was announced only on the day on which it was done."""
        return done_at_once(self.state, self.end, self.made)


class _Taken(NamedTuple):
    step: str
    day: int


@dataclass(frozen=True, slots=True)
class BodyInShort:
    """A body as a list shows it: its names by language, how often it met, and the day of which was told last."""

    id: str
    unit: str
    type: str
    name: str | None
    names: dict[str, tuple[str, ...]]
    sessions: int
    last: str | None


def standings(connection: Connection, pair: Pair, day: str) -> list[Standing]:
    """The commitments of a pair as of an ISO day, in order of making."""
    last = span(day).last
    c = t.commitment.c
    e = t.event.c
    made = select(c.id, c.event_id, e.kind, e.sources, c.due_last, c.made).join(t.event, e.id == c.event_id)
    made = made.where(*tracked.made_by(pair, last))
    steps = _steps(connection, pair, last)
    out = []
    for row in connection.execute(made.order_by(c.made, c.id)).all():
        state, end = standing(steps[row.id], row.due_last, last)
        out.append(Standing(*row[:4], state, row.made, row.due_last, end.day if end else None))
    return out


def commitments(connection: Connection, pair: Pair, day: str) -> list[Standing]:
    """The same by state, the latest due first; without what was announced only on the day it was done."""
    found = [one for one in standings(connection, pair, day) if not one.at_once]
    return sorted(found, key=lambda one: (ORDER.index(one.state), -(one.due_last or one.made)))


def documents(connection: Connection, pair: Pair) -> list[str]:
    """The documents of a pair, that of which something was told last first."""
    d, s = t.document.c, t.document_step.c
    last = func.max(func.coalesce(s.date, ""))
    statement = select(d.id, func.coalesce(last, "")).outerjoin(t.document_step, s.document_id == d.id)
    rows = connection.execute(statement.where(d.unit == pair.unit).group_by(d.id).order_by(d.id)).all()
    return [row[0] for row in sorted(rows, key=lambda row: row[1], reverse=True)]


def bodies(connection: Connection, pair: Pair) -> list[str]:
    """The joint bodies of a pair, those that are told most first."""
    b, e = t.body.c, t.body_event.c
    statement = select(b.id).outerjoin(t.body_event, e.body_id == b.id).where(b.unit == pair.unit)
    return list(connection.scalars(statement.group_by(b.id).order_by(func.count(e.event_id).desc(), b.id)))


def in_short(connection: Connection, ids: Sequence[str]) -> list[BodyInShort]:
    """Bodies by their ids, in that order."""
    b, e = t.body.c, t.body_event.c
    rows = {row.id: row for row in connection.execute(select(t.body).where(b.id.in_(ids)))}
    counted = select(e.body_id, func.count(e.session)).where(e.body_id.in_(ids)).group_by(e.body_id)
    met = {row[0]: row[1] for row in connection.execute(counted)}
    names, last = tracked.body_names(connection, ids), _last_told(connection, ids)
    return [
        BodyInShort(row.id, row.unit, row.type, row.name, names.get(row.id, {}), met.get(row.id, 0), last.get(row.id))
        for row in (rows[identity] for identity in ids if identity in rows)
    ]


def body(connection: Connection, identity: str) -> BodyInShort:
    """One body by its id."""
    found = in_short(connection, [identity])
    if not found:
        raise NotFound(f"no body {identity!r} in this ledger")
    return found[0]


def _steps(connection: Connection, pair: Pair, last: int) -> dict[str, list[_Taken]]:
    """The steps of each commitment of a pair up to a day, in order of time."""
    c, s = t.commitment.c, t.commitment_step.c
    taken = select(s.commitment_id, s.step, s.day).join(t.commitment, c.id == s.commitment_id)
    taken = taken.where(*tracked.made_by(pair, last), s.day <= last).order_by(s.commitment_id, s.n)
    out: dict[str, list[_Taken]] = defaultdict(list)
    for identity, step, day in connection.execute(taken).all():
        out[identity].append(_Taken(step, day))
    return out


def _last_told(connection: Connection, ids: Sequence[str]) -> dict[str, str]:
    """The day of the last event of each body, as exactly as told."""
    e, of = t.event.c, t.body_event.c
    turn = func.row_number().over(partition_by=of.body_id, order_by=(e.first_day.desc(), e.id.desc())).label("turn")
    told = select(of.body_id, e.date, e.last_day, turn).join(t.event, e.id == of.event_id).where(of.body_id.in_(ids))
    rows = told.subquery()
    return {
        row.body_id: row.date or iso(row.last_day) for row in connection.execute(select(rows).where(rows.c.turn == 1))
    }
