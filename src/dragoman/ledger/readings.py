"""What a second reader made of dispatches, kept beside the coder's records and never among them.

A reading is a claim of nobody's until a person accepts some of its records. These then stand among the dispatch's own,
marked by their coder, whatever the dispatch is coded anew into; a decision can be taken back.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Row, Select, delete, insert, select, update

from dragoman.codebook.book import UNSPECIFIED
from dragoman.ledger import clock, facets, load, tables
from dragoman.ledger.enter import add_records, content_hash, mark_stale, write
from dragoman.ledger.errors import NotFound, Refused
from dragoman.ledger.units import states
from dragoman.model import Coding, Dispatch, Record
from dragoman.resolve.keys import with_keys

if TYPE_CHECKING:
    from dragoman.second.reader import Reading

WAITING, ACCEPTED, DISMISSED = "waiting", "accepted", "dismissed"


@dataclass(frozen=True, slots=True)
class Kept:
    """A reading with the dispatch's own records beside it; ``accepted`` are places among its records."""

    id: int
    dispatch: int
    source: str
    coder: str
    doubts: tuple[str, ...]
    records: tuple[Record, ...]
    own: tuple[Record, ...]
    accepted: tuple[int, ...]
    decided_at: str | None
    decided_by: str | None
    why: str | None

    @property
    def state(self) -> str:
        if self.decided_at is None:
            return WAITING
        return ACCEPTED if self.accepted else DISMISSED

    @property
    def only_here(self) -> tuple[int, ...]:
        """Places of the records of which the coder has none."""
        return tuple(n for n, record in enumerate(self.records) if not _alike(record, self.own))

    @property
    def only_own(self) -> tuple[Record, ...]:
        """The coder's records of which the second reader has none."""
        return tuple(one for one in self.own if not _alike(one, self.records))

    @property
    def otherwise(self) -> dict[int, tuple[str, ...]]:
        """The slots in which records, by their places, differ from the coder's of the same fact."""
        found = {n: _otherwise(record, _alike(record, self.own)) for n, record in enumerate(self.records)}
        return {n: slots for n, slots in found.items() if slots}

    @property
    def differs(self) -> bool:
        return bool(self.only_here or self.only_own or self.otherwise)


def _alike(one: Record, others: Iterable[Record]) -> list[Record]:
    """Those records that tell the same fact: of one kind, act and type, if both tell it, by words in common."""
    return [other for other in others if _same_what(one, other) and _share_words(one, other)]


def _same_what(one: Record, other: Record) -> bool:
    types = {one.type, other.type} - {UNSPECIFIED}
    return (one.kind, one.act) == (other.kind, other.act) and len(types) < 2


def _share_words(one: Record, other: Record) -> bool:
    return any(a.start < b.end and b.start < a.end for a in one.evidence for b in other.evidence)


def _otherwise(record: Record, alike: Sequence[Record]) -> tuple[str, ...]:
    """The slots in which a record differs from the one that is nearest to it."""
    differing = [
        tuple(
            slot
            for slot in ("type", "status", "date", "end_date", "place")
            if getattr(record, slot) != getattr(other, slot)
        )
        + (() if states(record) == states(other) else ("actors",))
        for other in alike
    ]
    return min(differing, key=len, default=())


def keep(connection: Connection, readings: Sequence[Reading]) -> int:
    """Keep readings of dispatches that have been entered; how many are new.

    What a model makes of a dispatch when it is asked otherwise takes the place of what it made before, unless a person
    has decided on that.
    """
    t, count = tables.second_reading, 0
    for reading in readings:
        number = connection.scalar(
            select(tables.dispatch.c.id).where(tables.dispatch.c.hash == content_hash(reading.coding.dispatch))
        )
        known = connection.execute(select(t).where(t.c.dispatch_id == number, t.c.coder == reading.coder)).one_or_none()
        if number is None or (known and (known.key == reading.key or known.decided_at)):
            continue
        if known:
            connection.execute(delete(t).where(t.c.id == known.id))
        connection.execute(insert(t).values(dispatch_id=number, accepted="[]", **_row(reading)))
        count += 1
    return count


def _row(reading: Reading) -> dict[str, Any]:
    records = [{slot: value for slot, value in r.to_json().items() if slot != "plover"} for r in reading.records]
    told = json.dumps(records, ensure_ascii=False)
    return {"coder": reading.coder, "key": reading.key, "doubts": json.dumps(reading.doubts), "records": told}


def readings(connection: Connection, *, decided: bool = False) -> list[Kept]:
    """The readings of dispatches that count which differ from the coder's records and wait for a decision; all if
    asked for those that were decided on, too."""
    wanted = _wanted().order_by(tables.second_reading.c.id)
    return _several(connection, connection.execute(wanted).all()) if decided else waiting(connection)


def waiting(connection: Connection, after: int = 0, limit: int | None = None) -> list[Kept]:
    """Those that differ and wait, with numbers greater than ``after``, in their order."""
    t = tables.second_reading.c
    wanted = _wanted().where(t.decided_at.is_(None), tables.dispatch.c.state == tables.CURRENT).order_by(t.id)
    out: list[Kept] = []
    while limit is None or len(out) < limit:
        rows = connection.execute(wanted.where(t.id > after).limit(_AT_ONCE)).all()
        if not rows:
            break
        out += [kept for kept in _several(connection, rows) if kept.differs]
        after = rows[-1].id
    return out[:limit]


_AT_ONCE = 200  # readings whose dispatches' records are looked up together


def of_dispatch(connection: Connection, number: int) -> list[Kept]:
    """The readings of a dispatch, whatever was decided."""
    t = tables.second_reading.c
    return _several(connection, connection.execute(_wanted().where(t.dispatch_id == number).order_by(t.id)).all())


def reading(connection: Connection, number: int) -> Kept:
    """One by its number."""
    row = connection.execute(_wanted().where(tables.second_reading.c.id == number)).one_or_none()
    if row is None:
        raise NotFound(f"no second reading {number}: `dragoman second list` shows those that there are")
    return _several(connection, [row])[0]


def decide(
    connection: Connection, number: int, places: Iterable[int], *, by: str, why: str | None = None
) -> frozenset[str]:
    """Accept the records in these places and no others; the units whose events that may change."""
    kept = reading(connection, number)
    wanted = sorted(set(places))
    if any(not 0 <= place < len(kept.records) for place in wanted):
        raise Refused(f"second reading {number} has {len(kept.records)} records: give numbers from 1 on")
    if own := [place + 1 for place in wanted if place not in kept.only_here]:
        raise Refused(f"record {own[0]} is the coder's already: mend that with `dragoman judge correct`")
    return _set(connection, kept, accepted=json.dumps(wanted), decided_at=clock.now(), decided_by=by, why=why)


def undo(connection: Connection, number: int) -> frozenset[str]:
    """Take a decision back: the reading waits again, and its records leave those of the dispatch."""
    kept = reading(connection, number)
    if kept.state == WAITING:
        raise Refused(f"second reading {number} waits for a decision: there is nothing to take back")
    return _set(connection, kept, accepted="[]", decided_at=None, decided_by=None, why=None)


def accepted(connection: Connection, dispatches: Sequence[int]) -> dict[int, list[tuple[Record, str]]]:
    """The accepted records of dispatches, each with its coder."""
    t = tables.second_reading.c
    out: dict[int, list[tuple[Record, str]]] = defaultdict(list)
    for row in connection.execute(_wanted().where(t.dispatch_id.in_(dispatches)).order_by(t.id)):
        records = _records(row)
        out[row.dispatch_id] += [(records[place], row.coder) for place in json.loads(row.accepted)]
    return out


def _set(connection: Connection, kept: Kept, **values: Any) -> frozenset[str]:
    """Change a decision, and enter the dispatch's records accordingly."""
    t = tables.second_reading
    connection.execute(update(t).where(t.c.id == kept.id).values(**values))
    return replace(connection, {kept.dispatch: kept.own})


def replace(connection: Connection, own: dict[int, Sequence[Record]]) -> frozenset[str]:
    """Give dispatches these records of the coder's, and behind them what was accepted; the units that are touched."""
    ids, r, d = sorted(own), tables.record, tables.dispatch
    touched = set(connection.scalars(select(r.c.unit).where(r.c.dispatch_id.in_(ids)).distinct()))
    others = accepted(connection, ids)
    rows: dict[str, list[dict[str, Any]]] = {table.name: [] for table in tables.CLAIMED}
    for row in connection.execute(select(d.c.id, d.c.hash, d.c.date).where(d.c.id.in_(ids)).order_by(d.c.id)):
        records: list[Record] = list(own[row.id])
        coders: list[str | None] = [None] * len(records)
        for record, coder in others.get(row.id, ()):
            if not _alike(record, records):  # the coder may have learnt it since
                records.append(record)
                coders.append(coder)
        add_records(rows, row.id, row.hash, Coding(Dispatch("", date=row.date), tuple(records)), coders)
    connection.execute(delete(r).where(r.c.dispatch_id.in_(ids)))
    write(connection, rows)
    facets.index(connection, ids)
    touched |= {row["unit"] for row in rows["record"]}
    mark_stale(connection, touched)
    return frozenset(touched)


def _wanted() -> Select[Any]:
    t, d = tables.second_reading, tables.dispatch
    return select(t, d.c.source_id, d.c.text, d.c.lang).join(d, t.c.dispatch_id == d.c.id)


def _several(connection: Connection, rows: Sequence[Row[Any]]) -> list[Kept]:
    r = tables.record
    mine = select(r.c.id).where(r.c.dispatch_id.in_({row.dispatch_id for row in rows}), r.c.coder.is_(None))
    own: dict[int, list[Record]] = defaultdict(list)
    for claim in load.claims(connection, mine):
        own[claim.source.id].append(claim.record)
    return [_kept(row, own[row.dispatch_id]) for row in rows]


def _kept(row: Row[Any], own: Iterable[Record]) -> Kept:
    return Kept(
        id=row.id,
        dispatch=row.dispatch_id,
        source=row.source_id,
        coder=row.coder,
        doubts=tuple(json.loads(row.doubts)),
        records=_records(row),
        own=tuple(own),
        accepted=tuple(json.loads(row.accepted)),
        decided_at=row.decided_at,
        decided_by=row.decided_by,
        why=row.why,
    )


def _records(row: Row[Any]) -> tuple[Record, ...]:
    return tuple(with_keys(Record.from_json(data, row.text), row.lang) for data in json.loads(row.records))
