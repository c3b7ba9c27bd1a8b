"""Dispatches as they were entered, with the records coded from them and the events that these joined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Row, and_, or_, select

from dragoman.ledger import load
from dragoman.ledger import tables as t
from dragoman.ledger.errors import NotFound
from dragoman.model import Record


@dataclass(frozen=True, slots=True)
class Told:
    """A record of a dispatch, and the event that it was joined into, if it counts."""

    id: str
    record: Record
    event: str | None


@dataclass(frozen=True, slots=True)
class Heading:
    """What a list shows of a dispatch. ``id`` is its number in this ledger, ``source`` what its agency calls it."""

    id: int
    source: str
    agency: str | None
    lang: str
    date: str
    title: str | None
    url: str | None
    state: str


@dataclass(frozen=True, slots=True)
class Kept:
    """A dispatch with its text and records, and what its source told of it, where it did: the time with its zone, the
    end of an embargo, rights, who wrote it.
    """

    heading: Heading
    text: str
    superseded_by: int | None
    told: tuple[Told, ...]
    sent: str | None = None
    embargo: str | None = None
    rights: str | None = None
    byline: str | None = None

    @property
    def records(self) -> tuple[Record, ...]:
        return tuple(told.record for told in self.told)


def dispatch(connection: Connection, number: int) -> Kept:
    """One dispatch by its number."""
    d = t.dispatch
    row = connection.execute(select(d).where(d.c.id == number)).one_or_none()
    if row is None:
        raise NotFound(f"no dispatch {number} in this ledger")
    claims = load.claims(connection, select(t.record.c.id).where(t.record.c.dispatch_id == number))
    joined = _joined(connection, [claim.id for claim in claims])
    told = tuple(Told(claim.id, claim.record, joined.get(claim.id)) for claim in claims)
    source = (row.sent_at, row.embargo, row.rights, row.byline)
    return Kept(_heading(row), row.text, row.superseded_by, told, *source)


def texts(connection: Connection, numbers: Sequence[int]) -> list[tuple[Heading, str]]:
    """Dispatches by their numbers, in that order, with their texts."""
    d = t.dispatch
    rows = {row.id: row for row in connection.execute(select(d).where(d.c.id.in_(numbers)))}
    return [(_heading(rows[number]), rows[number].text) for number in numbers]


def beside(connection: Connection, heading: Heading) -> tuple[Heading | None, Heading | None]:
    """The dispatches before and after one, in order of sending."""
    d = t.dispatch
    counts = select(d).where(d.c.state == t.CURRENT).limit(1)
    before = or_(d.c.date < heading.date, and_(d.c.date == heading.date, d.c.id < heading.id))
    after = or_(d.c.date > heading.date, and_(d.c.date == heading.date, d.c.id > heading.id))
    found = (
        connection.execute(counts.where(before).order_by(d.c.date.desc(), d.c.id.desc())).one_or_none(),
        connection.execute(counts.where(after).order_by(d.c.date, d.c.id)).one_or_none(),
    )
    previous, following = (_heading(row) if row is not None else None for row in found)
    return previous, following


def _joined(connection: Connection, records: list[str]) -> dict[str, str]:
    j = t.event_record.c
    rows = connection.execute(select(j.record_id, j.event_id).where(j.record_id.in_(records)))
    return {row.record_id: row.event_id for row in rows}


def _heading(row: Row[tuple[object, ...]]) -> Heading:
    return Heading(row.id, row.source_id, row.agency, row.lang, row.date, row.title, row.url, row.state)
