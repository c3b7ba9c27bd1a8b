"""Codings as rows of two tables, and back: nothing of a coding is lost.

`DISPATCHES` has a row a dispatch, `RECORDS` a row a record, with its actors, topics and evidence as lists in it, so
that one read gives the whole of a record. ``shard`` and ``entry`` (the place in the shard) are the key of a dispatch in
both.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any

import pyarrow as pa

from dragoman.ledger.enter import content_hash, placed
from dragoman.ledger.tables import SLOTS
from dragoman.model import Actor, Coding, Dispatch, Evidence, Record

Row = dict[str, Any]

TOLD = tuple(told.name for told in fields(Dispatch) if told.name != "date")
"""The fields of a dispatch that go into columns as they are; its date is a day there."""

_TEXT = pa.string()
_ACTOR = pa.struct([(name, _TEXT) for name in ("role", "name", "office", "state", "key")])
_EVIDENCE = pa.struct([("start", pa.int32()), ("end", pa.int32()), ("quote", _TEXT)])

DISPATCHES = pa.schema(
    [
        ("shard", _TEXT),
        ("entry", pa.int64()),
        ("hash", _TEXT),
        *((name, pa.int64() if name == "version" else _TEXT) for name in TOLD),
        ("date", pa.date32()),
        ("place", _TEXT),
        ("warnings", pa.list_(_TEXT)),
        ("records", pa.int32()),
    ]
)
"""``hash`` is the ledger's, of what the dispatch says; ``records`` counts those coded from it."""

RECORDS = pa.schema(
    [
        ("id", _TEXT),
        ("shard", _TEXT),
        ("entry", pa.int64()),
        ("n", pa.int32()),
        ("hash", _TEXT),
        ("day", pa.date32()),
        ("lang", _TEXT),
        ("agency", _TEXT),
        ("unit", _TEXT),
        *((slot, _TEXT) for slot in SLOTS),
        ("topics", pa.list_(_TEXT)),
        ("actors", pa.list_(_ACTOR)),
        ("evidence", pa.list_(_EVIDENCE)),
    ]
)
"""``id`` and ``unit`` are the ledger's; ``hash``, ``day``, ``lang`` and ``agency`` are those of the dispatch."""


@dataclass(slots=True)
class Rows:
    """Rows of both tables, and of dispatches that were withdrawn, on their way to a file."""

    dispatches: list[Row] = field(default_factory=list)
    records: list[Row] = field(default_factory=list)
    withdrawn: list[Row] = field(default_factory=list)

    def add_coding(self, shard: str, entry: int, coding: Coding) -> None:
        hashed = content_hash(coding.dispatch)
        row = _dispatch_row(shard, entry, coding.dispatch)
        row |= {"hash": hashed, "place": coding.place, "warnings": coding.warnings, "records": len(coding.records)}
        self.dispatches.append(row)
        for n, (identity, unit, record) in enumerate(placed(hashed, coding)):
            self.records.append(
                {
                    "id": identity,
                    "shard": shard,
                    "entry": entry,
                    "n": n,
                    "hash": hashed,
                    "day": row["date"],
                    "lang": row["lang"],
                    "agency": row["agency"],
                    "unit": unit,
                    **{slot: getattr(record, slot) for slot in SLOTS},
                    "topics": record.topics,
                    "actors": [{**actor.to_json(), "key": actor.key} for actor in record.actors],
                    "evidence": [quote.to_json() for quote in record.evidence],
                }
            )

    def add_withdrawn(self, shard: str, entry: int, dispatch: Dispatch) -> None:
        self.withdrawn.append(_dispatch_row(shard, entry, dispatch))


def _dispatch_row(shard: str, entry: int, dispatch: Dispatch) -> Row:
    day = date.fromisoformat(dispatch.date) if dispatch.date else None
    return {"shard": shard, "entry": entry, "date": day, **{name: getattr(dispatch, name) for name in TOLD}}


def dispatch_of(row: Mapping[str, Any]) -> Dispatch:
    """The dispatch of a row."""
    return Dispatch(date=row["date"] and row["date"].isoformat(), **{name: row[name] for name in TOLD})


def coding_of(row: Mapping[str, Any], records: Iterable[Mapping[str, Any]]) -> Coding:
    """The coding of a row and of the rows of its records, in their order."""
    told = tuple(record_of(record) for record in records)
    return Coding(dispatch_of(row), told, row["place"], tuple(row["warnings"]))


def record_of(row: Mapping[str, Any]) -> Record:
    """The record of a row."""
    return Record(
        **{slot: row[slot] for slot in SLOTS},
        actors=tuple(Actor(**actor) for actor in row["actors"]),
        topics=tuple(row["topics"]),
        evidence=tuple(Evidence(**quote) for quote in row["evidence"]),
    )


def codings(dispatches: Sequence[Row], records: Iterable[Row]) -> list[tuple[int, Coding]]:
    """The codings of these rows, each with its place in the shard."""
    by_entry: dict[int, list[Row]] = {}
    for row in sorted(records, key=lambda row: (row["entry"], row["n"])):
        by_entry.setdefault(row["entry"], []).append(row)
    return [(row["entry"], coding_of(row, by_entry.get(row["entry"], ()))) for row in dispatches]
