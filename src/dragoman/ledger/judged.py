"""What was judged, as people read it: who, when, why, of which words, and whether it still stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, or_, select

from dragoman.ledger import tables as t
from dragoman.ledger.errors import NotFound

_QUOTE = 200


@dataclass(frozen=True, slots=True)
class Words:
    """The words that a judgement is about: of which dispatch, and in which language."""

    dispatch: int
    source: str
    lang: str
    quote: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """One judgement; ``other`` is there where it is of two records, ``slot`` and ``value`` where it corrects."""

    id: int
    verdict: str
    kind: str
    made_at: str
    made_by: str
    why: str | None
    slot: str | None
    value: str | None
    undone_at: str | None
    undone_by: str | None
    words: Words
    other: Words | None


def judgements(connection: Connection, limit: int | None = None, before: int | None = None) -> list[Judgement]:
    """The latest first, those that were undone too; ``before`` a number, where the list goes on."""
    wanted = _wanted().order_by(t.judgement.c.id.desc()).limit(limit)
    return _found(connection, wanted.where(t.judgement.c.id < before) if before else wanted)


def judgement(connection: Connection, number: int) -> Judgement:
    """One by its number."""
    found = by_numbers(connection, [number])
    if not found:
        raise NotFound(f"no judgement {number} in this ledger")
    return found[0]


def by_numbers(connection: Connection, numbers: Iterable[int]) -> list[Judgement]:
    """Those of these numbers that there are."""
    return _found(connection, _wanted().where(t.judgement.c.id.in_(sorted(set(numbers)))).order_by(t.judgement.c.id))


def of_event(connection: Connection, identity: str) -> list[Judgement]:
    """The judgements that stand on the records of an event."""
    j, told = t.judgement.c, t.event_record.c
    its_own = (
        select(t.record.c.dispatch_id, t.record.c.kind, t.evidence.c.start, t.evidence.c.end)
        .join(t.evidence, t.evidence.c.record_id == t.record.c.id)
        .join(t.event_record, told.record_id == t.record.c.id)
        .where(told.event_id == identity)
        .subquery()
    )
    ends = ((j.dispatch_id, j.start, j.end), (j.other_dispatch_id, j.other_start, j.other_end))
    told_of = [
        and_(its_own.c.dispatch_id == dispatch, its_own.c.start < end, its_own.c.end > start)
        for dispatch, start, end in ends
    ]
    found = select(j.id).join(its_own, and_(its_own.c.kind == j.kind, or_(*told_of))).where(j.undone_at.is_(None))
    return by_numbers(connection, connection.scalars(found))


def event_of(connection: Connection, number: int) -> str | None:
    """The event in which the words of a judgement are told now."""
    j, r, e, told = t.judgement.c, t.record.c, t.evidence.c, t.event_record.c
    wanted = (
        select(told.event_id)
        .join(t.record, told.record_id == r.id)
        .join(t.evidence, e.record_id == r.id)
        .join(t.judgement, and_(j.dispatch_id == r.dispatch_id, j.kind == r.kind, e.start < j.end, e.end > j.start))
        .where(j.id == number)
    )
    found: str | None = connection.scalar(wanted.order_by(r.n).limit(1))
    return found


_dispatch, _other = t.dispatch.alias("one"), t.dispatch.alias("other")


def _wanted() -> Select[Any]:
    j = t.judgement
    told = [
        column.label(f"{name}_{column.key}")
        for name, table in (("one", _dispatch), ("other", _other))
        for column in (table.c.source_id, table.c.lang, table.c.text)
    ]
    return (
        select(j, *told)
        .join(_dispatch, j.c.dispatch_id == _dispatch.c.id)
        .outerjoin(_other, j.c.other_dispatch_id == _other.c.id)
    )


def _found(connection: Connection, wanted: Select[Any]) -> list[Judgement]:
    return [_judgement(row) for row in connection.execute(wanted).all()]


def _judgement(row: Row[Any]) -> Judgement:
    kept = ("id", "verdict", "kind", "made_at", "made_by", "why", "slot", "value", "undone_at", "undone_by")
    one = Words(row.dispatch_id, row.one_source_id, row.one_lang, _quote(row.one_text, row.start, row.end))
    other = None
    if row.other_dispatch_id is not None:
        quote = _quote(row.other_text, row.other_start, row.other_end)
        other = Words(row.other_dispatch_id, row.other_source_id, row.other_lang, quote)
    return Judgement(**{field: getattr(row, field) for field in kept}, words=one, other=other)


def _quote(text: str, start: int, end: int) -> str:
    """The words, on one line."""
    return " ".join(text[start:end][:_QUOTE].split())
