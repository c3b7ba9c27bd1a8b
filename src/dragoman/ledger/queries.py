"""Questions to a ledger. Every listing is in order of time; every answer can name its sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    BindParameter,
    Connection,
    FromClause,
    Row,
    Select,
    and_,
    bindparam,
    exists,
    func,
    literal,
    or_,
    select,
    true,
    tuple_,
)

from dragoman.ledger import tables as t
from dragoman.ledger.errors import NotFound
from dragoman.ledger.pairs import Pair
from dragoman.ledger.spans import span
from dragoman.ledger.units import MANY
from dragoman.ledger.views import Account, Difference, Event, Sources
from dragoman.model import Actor, Evidence


def of_two(unit: Any) -> Any:
    """That a unit is of two states."""
    return and_(unit.like("%-%"), unit.not_like(f"{MANY}%"))


OF_TWO = of_two(t.event.c.unit)
"""That an event is of a pair of states."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Which events are asked for; None asks for all. Days are ISO, both within."""

    pair: Pair | None = None
    since: str | None = None
    until: str | None = None
    kinds: Collection[str] | None = None
    topic: str | None = None
    person: Collection[str] | None = None  # keys
    lang: str | None = None
    place: str | None = None
    body: str | None = None


def events(connection: Connection, wanted: Filter = Filter(), limit: int | None = None, offset: int = 0) -> list[Event]:
    """The events that a filter lets through, in order of time."""
    statement = select(t.event).where(*_conditions(wanted)).order_by(t.event.c.first_day, t.event.c.id)
    return of_rows(connection, statement.limit(limit).offset(offset))


def timeline(
    connection: Connection, wanted: Filter, limit: int, after: tuple[int, str] | None = None
) -> tuple[list[Event], list[Event]]:
    """The events that a filter lets through, but for those that are parts of such a visit; and these parts.

    At most ``limit`` of the former, in order of time, beginning after the first day and id of an event.
    """
    e, visit = t.event.c, t.event.alias("visit")
    within = exists().where(visit.c.id == e.parent_id, visit.c.kind == "visit", *_conditions(wanted, visit))
    top = select(e.first_day, e.id).where(*_narrowed(wanted), or_(e.parent_id.is_(None), ~within))
    if after:
        top = top.where(tuple_(e.first_day, e.id) > tuple_(literal(after[0]), literal(after[1])))
    top = top.order_by(e.first_day, e.id).limit(limit)
    # one by one, for each of the two is in order by an index and both together are not
    where = [e.unit == wanted.pair.unit, _among_many(t.event, wanted.pair)] if wanted.pair else [true()]
    rows = [tuple(row) for place in where for row in connection.execute(top.where(place)).all()]
    ids = [identity for _, identity in sorted(rows)[:limit]]
    inner = [*_narrowed(wanted), e.parent_id.in_(ids)]
    if wanted.pair:  # parts are in their visit's unit
        inner.append(or_(e.unit == wanted.pair.unit, both(e.id, wanted.pair)))
    found = of_rows(connection, select(t.event).where(or_(e.id.in_(ids), and_(*inner))).order_by(e.first_day, e.id))
    shown = set(ids)
    return [one for one in found if one.id in shown], [one for one in found if one.parent in shown]


def narrow(wanted: Filter, *columns: Any) -> Select[Any]:
    """Only these columns of the events that a filter lets through, in no order."""
    return select(*columns).select_from(t.event).where(*_conditions(wanted))


def newest(connection: Connection, wanted: Filter, limit: int) -> list[Event]:
    """The events that a filter lets through, those of which the ledger came to know last first."""
    e, r, j = t.event, t.record, t.event_record
    told = select(e.c.id).join(j, j.c.event_id == e.c.id).join(r, r.c.id == j.c.record_id).where(*_conditions(wanted))
    latest = told.group_by(e.c.id).order_by(func.min(r.c.dispatch_id).desc(), e.c.id).limit(limit)
    ids = connection.scalars(latest).all()
    found = by_ids(connection, ids)
    return [found[identity] for identity in ids]


def event(connection: Connection, identity: str) -> Event:
    """One event by its id."""
    found = of_rows(connection, select(t.event).where(t.event.c.id == identity))
    if not found:
        raise NotFound(f"no event {identity!r} in this ledger")
    return found[0]


def parts(connection: Connection, identity: str) -> list[Event]:
    """The events that are parts of a visit."""
    found = select(t.event).where(t.event.c.parent_id == identity)
    return of_rows(connection, found.order_by(t.event.c.first_day, t.event.c.id))


def by_ids(connection: Connection, ids: Iterable[str]) -> dict[str, Event]:
    """Events by their ids."""
    return {found.id: found for found in of_rows(connection, select(t.event).where(t.event.c.id.in_(sorted(set(ids)))))}


def in_order(connection: Connection, ids: Sequence[str]) -> list[Event]:
    """Events by their ids, in that order."""
    found = by_ids(connection, ids)
    return [found[identity] for identity in ids]


def accounts(
    connection: Connection, ids: Iterable[str], quoted: Collection[str] | None = None
) -> dict[str, list[Account]]:
    """The accounts of each event, in the order in which they were sent; with quotes those of kinds that are given."""
    rows = [row for chunk in chunks(sorted(set(ids))) for row in connection.execute(_ACCOUNTS, {"ids": chunk}).all()]
    quotes = _quotes(connection, [row.id for row in rows if quoted is None or row.kind in quoted])
    out: dict[str, list[Account]] = defaultdict(list)
    for row in rows:
        out[row.event_id].append(_account(row, row.why, quotes[row.id]))
    return out


def records(connection: Connection, ids: Iterable[str], quoted: bool = True) -> dict[str, Account]:
    """Accounts by their records, wherever they were joined."""
    wanted = sorted(set(ids))
    quotes = _quotes(connection, wanted if quoted else [])
    out: dict[str, Account] = {}
    for chunk in chunks(wanted):
        rows = connection.execute(_RECORDS, {"ids": chunk}).all()
        out.update((row.id, _account(row, "", quotes[row.id])) for row in rows)
    return out


def differences(connection: Connection, identity: str) -> list[Difference]:
    """The slots in which an event's accounts differ."""
    return all_differences(connection, [identity])[identity]


def all_differences(connection: Connection, ids: Iterable[str]) -> dict[str, list[Difference]]:
    """The slots in which the accounts of each event differ."""
    values: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for chunk in chunks(sorted(set(ids))):
        for row in connection.execute(_DIFFERENCES, {"ids": chunk}):
            values[row.event_id, row.slot][row.record_id] = row.value
    out: dict[str, list[Difference]] = defaultdict(list)
    for (identity, slot), told in values.items():
        out[identity].append(Difference(slot, told))
    return out


def sources(connection: Connection, wanted: Filter = Filter()) -> Sources:
    """The dispatches that tell of the events that a filter lets through."""
    d, r, j = t.dispatch, t.record, t.event_record
    statement = select(d.c.id, d.c.agency, d.c.source_id, d.c.lang, d.c.date).distinct().select_from(t.event)
    statement = statement.join(j, j.c.event_id == t.event.c.id).join(r, r.c.id == j.c.record_id)
    rows = connection.execute(statement.join(d, d.c.id == r.c.dispatch_id).where(*_conditions(wanted))).all()
    days = sorted(row.date for row in rows)
    return Sources(
        dispatches=len(rows),
        agencies=len({row.agency for row in rows if row.agency}),
        langs=tuple(sorted({row.lang for row in rows})),
        first=days[0] if days else None,
        last=days[-1] if days else None,
    )


def offices(connection: Connection, ids: Collection[str]) -> dict[str, list[str]]:
    """The offices of those who take part in each event."""
    a = t.event_actor.c
    out: dict[str, list[str]] = defaultdict(list)
    for chunk in chunks(sorted(ids)):
        told = select(a.event_id, a.office).where(a.event_id.in_(chunk), a.office.is_not(None))
        for identity, office in connection.execute(told).all():
            out[identity].append(office)
    return out


def levels(connection: Connection, pair: Pair) -> list[Event]:
    """The events that tell, raise or lower the level of a pair's relations."""
    return events(connection, Filter(pair=pair, kinds=("relation",)))


def pairs(connection: Connection) -> list[tuple[str, int]]:
    """The pairs of states that the ledger holds events of, with their numbers, the most told first."""
    count = func.count()
    statement = select(t.event.c.unit, count).where(OF_TWO)
    rows = connection.execute(statement.group_by(t.event.c.unit).order_by(count.desc(), t.event.c.unit)).all()
    return [(row[0], row[1]) for row in rows]


_SOURCE = (
    t.dispatch.c.source_id,
    t.dispatch.c.agency,
    t.dispatch.c.lang,
    t.dispatch.c.date.label("sent"),
    t.dispatch.c.title,
    t.dispatch.c.url,
)

# what every list asks for, put together once: by the ids of events or records
_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_ACTORS, _TOPICS, _DIFFERENCES = (
    select(table).where(table.c.event_id.in_(_IDS)).order_by(*table.primary_key.columns)
    for table in (t.event_actor, t.event_topic, t.difference)
)
_QUOTES = select(t.evidence).where(t.evidence.c.record_id.in_(_IDS)).order_by(*t.evidence.primary_key.columns)
_RECORDS = select(t.record, *_SOURCE).join(t.dispatch).where(t.record.c.id.in_(_IDS))
_ACCOUNTS = (
    select(t.event_record.c.event_id, t.event_record.c.why, t.record, *_SOURCE)
    .join(t.record, t.record.c.id == t.event_record.c.record_id)
    .join(t.dispatch, t.dispatch.c.id == t.record.c.dispatch_id)
    .where(t.event_record.c.event_id.in_(_IDS))
    .order_by(t.dispatch.c.date, t.dispatch.c.id, t.record.c.n)
)


def _conditions(wanted: Filter, event: FromClause = t.event) -> list[Any]:
    e = event.c
    pair = [or_(e.unit == wanted.pair.unit, _among_many(event, wanted.pair))] if wanted.pair else []
    return [*pair, *_narrowed(wanted, event)]


def _narrowed(wanted: Filter, event: FromClause = t.event) -> list[Any]:
    """All that a filter asks for but the pair."""
    e, actor, topic = event.c, t.event_actor.c, t.event_topic.c
    out: list[Any] = []
    if wanted.since:
        out.append(e.last_day >= span(wanted.since).first)
    if wanted.until:
        out.append(e.first_day <= span(wanted.until).last)
    if wanted.kinds:
        out.append(e.kind.in_(sorted(wanted.kinds)))
    if wanted.body:
        out.append(e.id.in_(select(t.body_event.c.event_id).where(t.body_event.c.body_id == wanted.body)))
    if wanted.topic:
        out.append(exists().where(topic.event_id == e.id, topic.topic == wanted.topic))
    if wanted.person:
        out.append(e.id.in_(select(actor.event_id).where(actor.key.in_(sorted(wanted.person)))))
    if wanted.lang:
        told = select(t.event_record).join(t.record, t.event_record.c.record_id == t.record.c.id)
        told = told.join(t.dispatch, t.record.c.dispatch_id == t.dispatch.c.id)
        out.append(told.where(t.event_record.c.event_id == e.id, t.dispatch.c.lang == wanted.lang).exists())
    if wanted.place:
        out.append(e.place == wanted.place)
    return out


def _among_many(event: FromClause, pair: Pair) -> Any:
    """Events of many states in which both take part."""
    return and_(event.c.unit.in_(of_many()), both(event.c.id, pair))


def of_many() -> Select[tuple[str]]:
    """The units of events of many states."""
    unit = t.changed.c.unit
    return select(unit).where(unit.like(f"{MANY}%"))


def both(event: Any, pair: Pair) -> Any:
    """That both states of a pair take part in the event with an id."""
    a = t.event_actor.c
    return and_(*(exists().where(a.state == code, a.event_id == event) for code in pair.codes))


def of_rows(connection: Connection, statement: Select[Any]) -> list[Event]:
    """The events whose rows a statement selects, with actors and topics."""
    rows = connection.execute(statement).all()
    ids = [row.id for row in rows]
    actors: dict[str, list[Actor]] = defaultdict(list)
    topics: dict[str, list[str]] = defaultdict(list)
    for chunk in chunks(ids):
        for row in connection.execute(_ACTORS, {"ids": chunk}).all():
            actors[row.event_id].append(Actor(row.role, row.name, row.office, row.state, row.key))
        for row in connection.execute(_TOPICS, {"ids": chunk}).all():
            topics[row.event_id].append(row.topic)
    return [_event(row, actors[row.id], topics[row.id]) for row in rows]


def _event(row: Row[Any], actors: Sequence[Actor], topics: Sequence[str]) -> Event:
    return Event(
        id=row.id,
        unit=row.unit,
        **t.slots(row),
        first_day=row.first_day,
        last_day=row.last_day,
        sources=row.sources,
        parent=row.parent_id,
        parent_why=row.parent_why,
        actors=tuple(actors),
        topics=tuple(topics),
    )


def _account(row: Row[Any], why: str, quotes: Sequence[Evidence]) -> Account:
    return Account(
        record=row.id,
        dispatch=row.dispatch_id,
        source=row.source_id,
        agency=row.agency,
        lang=row.lang,
        sent=row.sent,
        title=row.title,
        url=row.url,
        type=row.type,
        status=row.status,
        date=row.date,
        place=row.place,
        name=row.name,
        why=why,
        evidence=tuple(quotes),
        coder=row.coder,
    )


def _quotes(connection: Connection, records: Sequence[str]) -> dict[str, list[Evidence]]:
    out: dict[str, list[Evidence]] = defaultdict(list)
    for chunk in chunks(records):
        for row in connection.execute(_QUOTES, {"ids": chunk}).all():
            out[row.record_id].append(Evidence(row.start, row.end, row.quote))
    return out


def chunks(ids: Sequence[str], size: int = 500) -> Iterable[Sequence[str]]:
    """Databases take only so many values at once."""
    return (ids[at : at + size] for at in range(0, len(ids), size))
