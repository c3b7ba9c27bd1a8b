"""What people judge of the machine's work, with who, when and why; it wins over the machine and can be undone.

``same`` and ``different`` hold of two records, ``correct`` sets a slot of one, ``wrong`` takes one out. A judgement
names a record by its dispatch, kind and quoted words, so that it holds of whatever record a later coding makes of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from dragoman.ledger import clock, corrections, tables, units
from dragoman.ledger.claims import Claim
from dragoman.ledger.enter import mark_stale
from dragoman.ledger.errors import NotFound, Refused
from dragoman.model import Actor, Record

OF_TWO = ("same", "different")
"""The verdicts on two records; the others are on one."""

LONGEST = 1000
"""Characters of a reason or a value."""


@dataclass(frozen=True, slots=True)
class Made:
    """A judgement's number, and the units whose events it may change."""

    number: int
    units: frozenset[str]


@dataclass(slots=True)
class Judged:
    """The judgements that stand, of claims by their ids."""

    same: list[tuple[str, str]] = field(default_factory=list)
    different: list[tuple[str, str]] = field(default_factory=list)
    corrections: dict[str, dict[str, Any]] = field(default_factory=lambda: defaultdict(dict))
    wrong: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Anchor:
    dispatch: int
    kind: str
    start: int
    end: int
    n: int


def judge(
    connection: Connection,
    verdict: str,
    records: Sequence[str],
    *,
    by: str,
    why: str | None = None,
    slot: str | None = None,
    value: str | None = None,
) -> Made:
    """Enter a judgement on one record or two; raises `Refused` for what cannot be judged so."""
    if verdict in OF_TWO and len(set(records)) != 2:
        raise Refused(f"{verdict}: give two different records")
    if max(len(why or ""), len(value or "")) > LONGEST:
        raise Refused(f"a reason or value of over {LONGEST:,} characters: say it shorter")
    anchors = [_anchor(connection, record) for record in records]
    first, other = anchors[0], anchors[1] if len(anchors) > 1 else None
    if other is not None and first.kind != other.kind:
        raise Refused(f"a {first.kind} and a {other.kind} cannot be the same event: give two records of one kind")
    if verdict == "correct":
        corrections.check(first.kind, slot, value)
        if slot == "actors":
            _stays(connection, records[0], corrections.actors(first.kind, value))
    result = connection.execute(
        insert(tables.judgement).values(
            verdict=verdict,
            made_at=clock.now(),
            made_by=by,
            why=why,
            dispatch_id=first.dispatch,
            kind=first.kind,
            start=first.start,
            end=first.end,
            n=first.n,
            other_dispatch_id=other.dispatch if other else None,
            other_start=other.start if other else None,
            other_end=other.end if other else None,
            other_n=other.n if other else None,
            slot=slot,
            value=value,
        )
    )
    touched = _touch(connection, [first.dispatch, *([other.dispatch] if other else [])])
    key = result.inserted_primary_key
    return Made(int(key[0]) if key else 0, touched)


def undo(connection: Connection, number: int, *, by: str) -> Made:
    """Take a judgement back; it stays on file as undone."""
    table = tables.judgement
    row = connection.execute(select(table).where(table.c.id == number)).one_or_none()
    if row is None:
        raise NotFound(f"no judgement {number}: `dragoman judge list` shows those that there are")
    if row.undone_at:
        raise Refused(f"judgement {number} was undone by {row.undone_by} on {row.undone_at[:10]}")
    connection.execute(update(table).where(table.c.id == number).values(undone_at=clock.now(), undone_by=by))
    return Made(number, _touch(connection, [n for n in (row.dispatch_id, row.other_dispatch_id) if n]))


def of_claims(connection: Connection, claims: Sequence[Claim]) -> Judged:
    """The judgements that stand on these claims, the later one winning where two are of one thing."""
    out = Judged()
    table = tables.judgement
    rows = connection.execute(select(table).where(table.c.undone_at.is_(None)).order_by(table.c.id)).all()
    if not rows:
        return out
    by_dispatch: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_dispatch[claim.source.id].append(claim)
    for row in rows:
        one = _meant(by_dispatch[row.dispatch_id], _Anchor(row.dispatch_id, row.kind, row.start, row.end, row.n))
        if one is not None:
            _apply(out, row, one, by_dispatch)
    return out


def of_the_same(connection: Connection) -> list[int]:
    """The dispatches of which a record is judged, and still held, to be the same as another."""
    table = tables.judgement
    stands = select(table.c.dispatch_id, table.c.other_dispatch_id).where(
        table.c.verdict == "same", table.c.undone_at.is_(None)
    )
    return sorted({number for row in connection.execute(stands) for number in row})


def _apply(out: Judged, row: Row[Any], one: Claim, by_dispatch: dict[int, list[Claim]]) -> None:
    if row.verdict == "wrong":
        out.wrong.add(one.id)
    elif row.verdict == "correct":
        out.corrections[one.id][row.slot] = corrections.read(row.kind, row.slot, row.value)
    else:
        anchor = _Anchor(row.other_dispatch_id, row.kind, row.other_start, row.other_end, row.other_n)
        other = _meant(by_dispatch[row.other_dispatch_id], anchor)
        if other is not None:
            pair = (one.id, other.id)
            for pairs in (out.same, out.different):
                pairs[:] = [known for known in pairs if set(known) != set(pair)]
            (out.same if row.verdict == "same" else out.different).append(pair)


def _meant(claims: Iterable[Claim], anchor: _Anchor) -> Claim | None:
    """The claim whose evidence covers most of the anchor's words; of several, the one in its place."""
    alike = [claim for claim in claims if claim.record.kind == anchor.kind and _shared(claim, anchor) > 0]
    return max(alike, key=lambda claim: (_shared(claim, anchor), _place(claim) == anchor.n), default=None)


def _shared(claim: Claim, anchor: _Anchor) -> int:
    """Code points that the claim's evidence shares with the anchor; 0 or less if none."""
    return max(min(anchor.end, quote.end) - max(anchor.start, quote.start) for quote in claim.record.evidence)


def _place(claim: Claim) -> int:
    """The record's place among those of its dispatch, which its id ends in."""
    return int(claim.id.rpartition("-")[2])


def _anchor(connection: Connection, record: str) -> _Anchor:
    r, e = tables.record, tables.evidence
    row = connection.execute(
        select(r.c.dispatch_id, r.c.kind, e.c.start, e.c.end, r.c.n).join(e).where(r.c.id == record, e.c.n == 0)
    ).one_or_none()
    if row is None:
        raise NotFound(f"no record {record!r}: `dragoman show EVENT` tells the records of an event")
    return _Anchor(*row)


def _touch(connection: Connection, dispatches: Sequence[int]) -> frozenset[str]:
    """Mark as stale, and name, the units that these dispatches tell of."""
    table = tables.record
    units = connection.scalars(select(table.c.unit).where(table.c.dispatch_id.in_(dispatches)).distinct())
    touched = frozenset(units)
    mark_stale(connection, touched)
    return touched


def _stays(connection: Connection, record: str, actors: Sequence[Actor]) -> None:
    """Refuse actors with whom a record would tell of other states: among their records it is not looked for."""
    r = tables.record
    row = connection.execute(select(r.c.unit, r.c.kind, r.c.type, r.c.date).where(r.c.id == record)).one()
    told = Record(row.kind, "", tuple(actors), (), type=row.type, date=row.date)
    pair = frozenset() if row.unit.startswith(units.MANY) else frozenset(row.unit.split("-"))
    if units.unit_of(told, pair, row.unit.removeprefix(units.MANY)) != row.unit:
        raise Refused(f"with these actors the record would no longer be of {row.unit}: judge it wrong instead")
