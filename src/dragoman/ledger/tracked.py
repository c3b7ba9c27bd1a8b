"""Commitments, bodies and documents of a ledger: what goes on over time, with the steps of its life."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Select, and_, func, or_, select

from dragoman.ledger import queries
from dragoman.ledger import tables as t
from dragoman.ledger.commitments import state_after
from dragoman.ledger.errors import NotFound
from dragoman.ledger.pairs import Pair
from dragoman.ledger.spans import iso, span
from dragoman.ledger.views import Body, Commitment, Document, Step


def made_by(pair: Pair, last: int | None) -> list[Any]:
    """The conditions on commitments, that they are a pair's and were made up to a day, if one is given."""
    c = t.commitment.c
    mine = or_(c.unit == pair.unit, and_(c.unit.in_(queries.of_many()), queries.both(c.event_id, pair)))
    return [mine] if last is None else [mine, c.made <= last]


def commitments(
    connection: Connection,
    pair: Pair,
    until: str | None = None,
    ids: Collection[str] | None = None,
    quoted: bool = True,
) -> list[Commitment]:
    """The commitments of a pair that were made up to a day, in order of making, with the steps up to then.

    Only those with ``ids``, if given.
    """
    table = t.commitment
    last = span(until).last if until else None
    statement = select(table).where(*(made_by(pair, last) if ids is None else [table.c.id.in_(ids)]))
    rows = connection.execute(statement.order_by(table.c.made, table.c.id)).all()
    its_events = queries.by_ids(connection, [row.event_id for row in rows])
    its_steps = _commitment_steps(connection, [row.id for row in rows], last, quoted)
    out = []
    for row in rows:
        taken = tuple(its_steps[row.id])
        state = state_after(step.step for step in taken)
        its_event = its_events[row.event_id]
        out.append(Commitment(row.id, row.kind, state, row.due_first, row.due_last, row.made, its_event, taken))
    return out


def bodies(connection: Connection, pair: Pair) -> list[Body]:
    """The bodies of a pair."""
    return _bodies(connection, select(t.body).where(t.body.c.unit == pair.unit).order_by(t.body.c.id))


def body(connection: Connection, identity: str) -> Body:
    """One body by its id."""
    found = _bodies(connection, select(t.body).where(t.body.c.id == identity))
    if not found:
        raise NotFound(f"no body {identity!r} in this ledger")
    return found[0]


def documents(
    connection: Connection, pair: Pair, ids: Collection[str] | None = None, quoted: bool = True
) -> list[Document]:
    """The documents of a pair; only those with ``ids``, if given."""
    d = t.document
    chosen = d.c.unit == pair.unit if ids is None else d.c.id.in_(ids)
    return _documents(connection, select(d).where(chosen).order_by(d.c.id), quoted)


def document(connection: Connection, identity: str) -> Document:
    """One document by its id."""
    found = _documents(connection, select(t.document).where(t.document.c.id == identity))
    if not found:
        raise NotFound(f"no document {identity!r} in this ledger")
    return found[0]


def _commitment_steps(
    connection: Connection, ids: Sequence[str], last: int | None, quoted: bool
) -> dict[str, list[Step]]:
    s = t.commitment_step
    rows = []
    for chunk in queries.chunks(ids):
        statement = select(s).where(s.c.commitment_id.in_(chunk)).order_by(s.c.commitment_id, s.c.n)
        rows += [row for row in connection.execute(statement).all() if last is None or row.day <= last]
    told = queries.records(connection, [row.record_id for row in rows], quoted)
    out: dict[str, list[Step]] = defaultdict(list)
    for row in rows:
        out[row.commitment_id].append(Step(row.step, iso(row.day), row.rule, row.event_id, told[row.record_id]))
    return out


def body_names(connection: Connection, ids: Sequence[str]) -> dict[str, dict[str, tuple[str, ...]]]:
    """What accounts call each body: by language, the name told first first."""
    d, r, of = t.dispatch.c, t.record.c, t.body_event.c
    told = (
        select(of.body_id, d.lang, r.name)
        .join(t.event_record, t.event_record.c.event_id == of.event_id)
        .join(t.record, r.id == t.event_record.c.record_id)
        .join(t.dispatch, d.id == r.dispatch_id)
        .where(of.body_id.in_(ids), r.name.is_not(None), r.name != "")
        .group_by(of.body_id, d.lang, r.name)
        .order_by(of.body_id, d.lang, func.min(d.date), func.min(d.id), r.name)
    )
    out: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for identity, lang, name in connection.execute(told).all():
        out[identity][lang] = (*out[identity].get(lang, ()), name)
    return out


def _bodies(connection: Connection, statement: Select[Any]) -> list[Body]:
    rows = connection.execute(statement).all()
    ids = [row.id for row in rows]
    links = connection.execute(select(t.body_event).where(t.body_event.c.body_id.in_(ids))).all()
    its_events = queries.by_ids(connection, [link.event_id for link in links])
    names = body_names(connection, ids)
    out = []
    for row in rows:
        mine = [link for link in links if link.body_id == row.id]
        told = sorted((its_events[link.event_id] for link in mine), key=lambda found: (found.first_day, found.id))
        sessions = {link.event_id: link.session for link in mine if link.session}
        called = names.get(row.id, {})
        out.append(Body(row.id, row.unit, row.type, row.name, called, tuple(told), sessions))
    return out


def _documents(connection: Connection, statement: Select[Any], quoted: bool = True) -> list[Document]:
    rows = connection.execute(statement).all()
    s = t.document_step
    links = connection.execute(
        select(s).where(s.c.document_id.in_([row.id for row in rows])).order_by(s.c.document_id, s.c.n)
    ).all()
    told = queries.records(connection, [link.record_id for link in links], quoted)
    names = _names(connection, [link.event_id for link in links])
    its_links = defaultdict(list)
    for link in links:
        its_links[link.document_id].append(link)
    out = []
    for row in rows:
        mine = its_links[row.id]
        life = tuple(Step(link.stage, link.date, None, link.event_id, told[link.record_id]) for link in mine)
        out.append(
            Document(row.id, row.unit, row.type, row.name, row.stage, _merge(names[x.event_id] for x in mine), life)
        )
    return out


def _names(connection: Connection, ids: Iterable[str]) -> dict[str, dict[str, list[str]]]:
    """What accounts in each language call what an event is about, in the order in which they were sent."""
    d, r, j = t.dispatch.c, t.record.c, t.event_record.c
    told = (
        select(j.event_id, d.lang, r.name).join(t.record, j.record_id == r.id).join(t.dispatch, r.dispatch_id == d.id)
    )
    told = told.where(r.name.is_not(None), r.name != "").order_by(d.date, d.id, r.n)
    out: dict[str, dict[str, list[str]]] = defaultdict(dict)
    for chunk in queries.chunks(sorted(set(ids))):
        for identity, lang, name in connection.execute(told.where(j.event_id.in_(chunk))).all():
            out[identity].setdefault(lang, []).append(name)
    return out


def _merge(names: Iterable[dict[str, list[str]]]) -> dict[str, tuple[str, ...]]:
    out: dict[str, dict[str, None]] = {}
    for told in names:
        for lang, found in told.items():
            out.setdefault(lang, {}).update(dict.fromkeys(found))
    return {lang: tuple(found) for lang, found in sorted(out.items())}
