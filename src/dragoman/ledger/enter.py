"""Entering: coded dispatches become rows, a batch in one transaction, each dispatch once.

A dispatch is known by a hash of what it says and who sent it. One that comes again, whatever its file is called, is the
same. One with the guid and agency of an earlier one, but other words, is a correction: the later version supersedes the
earlier, which is kept and no longer counts. A withdrawn one stays on file and its records no longer count.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, bindparam, func, insert, select, update

from dragoman import __version__
from dragoman.ledger import facets, search, tables, units
from dragoman.ledger.tables import CURRENT, SUPERSEDED
from dragoman.ledger.tables import WITHDRAWN as GONE
from dragoman.ledger.versions import superseded, takes_back
from dragoman.model import Coding, Dispatch, Record


@dataclass(slots=True)
class Tally:
    """What became of the dispatches of a run."""

    entered: int = 0
    known: int = 0
    superseded: int = 0
    withdrawn: int = 0

    def __iadd__(self, other: Tally) -> Tally:
        self.entered += other.entered
        self.known += other.known
        self.superseded += other.superseded
        self.withdrawn += other.withdrawn
        return self

    def told(self) -> str:
        """In words, what is none left out."""
        rest = {
            "already there": self.known,
            "superseded by a later version": self.superseded,
            "withdrawn": self.withdrawn,
        }
        return "; ".join(
            [f"{self.entered:,} entered", *(f"{number:,} {name}" for name, number in rest.items() if number)]
        )


def content_hash(dispatch: Dispatch) -> str:
    """SHA-256 of what a dispatch says, when, and who sent it, in hexadecimal."""
    told = [dispatch.text, dispatch.date, dispatch.agency, dispatch.title]
    return sha256(json.dumps(told, ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()


def enter(connection: Connection, codings: Sequence[Coding], withdrawn: Iterable[Dispatch] = ()) -> Tally:
    """Enter a batch; units whose events it touches are marked stale. The caller holds the transaction."""
    tally = Tally()
    hashes = [content_hash(coding.dispatch) for coding in codings]
    known = set(connection.scalars(select(tables.dispatch.c.hash).where(tables.dispatch.c.hash.in_(hashes))))
    number = connection.scalar(select(func.coalesce(func.max(tables.dispatch.c.id), 0))) or 0
    rows: dict[str, list[dict[str, Any]]] = {table.name: [] for table in tables.CLAIMED}
    for coding, hashed in zip(codings, hashes, strict=True):
        if hashed in known:
            tally.known += 1
            continue
        known.add(hashed)
        number += 1
        rows["dispatch"].append(_dispatch_row(number, hashed, coding.dispatch, coding.place))
        add_records(rows, number, hashed, coding)
        tally.entered += 1
    write(connection, rows)
    search.index(connection, [row["id"] for row in rows["dispatch"]])
    facets.index(connection, [row["id"] for row in rows["dispatch"]])
    tally.superseded = _supersede(connection, rows["dispatch"])
    for dispatch in withdrawn:
        tally.withdrawn += _withdraw(connection, dispatch)
    mark_stale(connection, {row["unit"] for row in rows["record"]})
    return tally


def placed(hashed: str, coding: Coding) -> list[tuple[str, str, Record]]:
    """A coding's records, each with its id, made of the dispatch's hash and the record's place in it, and its unit."""
    pair, sent = units.main_pair(coding.records), coding.dispatch.date or ""
    return [
        (f"{hashed[:16]}-{n}", units.unit_of(record, pair, sent), record) for n, record in enumerate(coding.records)
    ]


def add_records(
    rows: dict[str, list[dict[str, Any]]],
    number: int,
    hashed: str,
    coding: Coding,
    coders: Sequence[str | None] = (),
) -> None:
    """The rows of a coding's records. ``coders`` names who coded each, where that is not dragoman itself."""
    for n, (identity, unit, record) in enumerate(placed(hashed, coding)):
        told = {"id": identity, "dispatch_id": number, "n": n, "unit": unit, **tables.slots(record)}
        rows["record"].append({**told, "coder": coders[n] if coders else None})
        rows["actor"] += [
            {"record_id": identity, "n": at, **a.to_json(), "key": a.key} for at, a in enumerate(record.actors)
        ]
        rows["topic"] += [{"record_id": identity, "n": at, "topic": told} for at, told in enumerate(record.topics)]
        rows["evidence"] += [
            {"record_id": identity, "n": at, **quote.to_json()} for at, quote in enumerate(record.evidence)
        ]


def _dispatch_row(number: int, hashed: str, dispatch: Dispatch, place: str | None) -> dict[str, Any]:
    return {
        "id": number,
        "hash": hashed,
        "source_id": dispatch.id,
        "guid": dispatch.guid,
        "version": dispatch.version,
        "agency": dispatch.agency,
        "url": dispatch.url,
        "lang": dispatch.lang,
        "date": dispatch.date,
        "title": dispatch.title,
        "place": place,
        "sent_at": dispatch.sent,
        "embargo": dispatch.embargo,
        "rights": dispatch.rights,
        "byline": dispatch.byline,
        "text": dispatch.text,
        "state": CURRENT,
        "superseded_by": None,
        "coder": __version__,
    }


def write(connection: Connection, rows: dict[str, list[dict[str, Any]]]) -> None:
    """Insert rows, by the names of their tables, in an order that references allow."""
    for table in tables.CLAIMED:
        if rows.get(table.name):
            connection.execute(insert(table), rows[table.name])


def mark_stale(connection: Connection, stale: Iterable[str]) -> None:
    """Note that these units must be derived anew."""
    known = set(connection.scalars(select(tables.stale.c.unit)))
    fresh = [{"unit": unit} for unit in sorted(set(stale) - known)]
    if fresh:
        connection.execute(insert(tables.stale), fresh)


def _supersede(connection: Connection, entered: Sequence[dict[str, Any]]) -> int:
    """Among dispatches of one guid and agency only the latest version stays current; how many no longer are."""
    guids = {row["guid"] for row in entered if row["guid"] and (row["agency"] or row["url"])}
    if not guids:
        return 0
    table = tables.dispatch
    found = connection.execute(select(table).where(table.c.guid.in_(guids), table.c.state != GONE)).all()
    known = {row.id: row.superseded_by for row in found}
    changed = [{"old": old, "new": new} for old, new in superseded(found).items() if known[old] != new]
    if changed:
        statement = update(table).where(table.c.id == bindparam("old"))
        connection.execute(statement.values(state=SUPERSEDED, superseded_by=bindparam("new")), changed)
        facets.index(connection, [row["old"] for row in changed])
        mark_stale(connection, _units_of(connection, [row["old"] for row in changed]))
    return len(changed)


def _withdraw(connection: Connection, dispatch: Dispatch) -> int:
    table = tables.dispatch
    wanted = select(table).where(table.c.guid == dispatch.guid, table.c.state != GONE)
    found = connection.execute(wanted).all() if dispatch.guid else []
    ids = [row.id for row in found if takes_back(dispatch, row)]
    if ids:
        connection.execute(update(table).where(table.c.id.in_(ids)).values(state=GONE))
        facets.index(connection, ids)
        mark_stale(connection, _units_of(connection, ids))
    return len(ids)


def _units_of(connection: Connection, dispatches: Sequence[int]) -> set[str]:
    table = tables.record
    return set(connection.scalars(select(table.c.unit).where(table.c.dispatch_id.in_(dispatches)).distinct()))
