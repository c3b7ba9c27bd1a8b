"""Records sent to tasks by their units, and units derived: events, bodies, documents, commitments, as in a ledger.

Nobody has judged here: what people judge is judged in a ledger.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
from pyarrow import compute, parquet
from sqlalchemy import Integer, Table

from dragoman.ledger import tables
from dragoman.ledger.claims import Claim, Source
from dragoman.ledger.derive import Rows, derive
from dragoman.ledger.rulings import Rulings
from dragoman.scale.columns import RECORDS, record_of
from dragoman.scale.groups import Group, Plan
from dragoman.scale.receipts import JOINED
from dragoman.scale.scatter import bucket_of, gather, scatter
from dragoman.scale.standing import LOST, SKIPPED

DISPATCH = pa.schema(
    [("id", pa.int64()), ("hash", pa.string()), ("state", pa.string()), ("shard", pa.string()), ("entry", pa.int64())]
)
"""The dispatches that told something: their numbers, whether they count, and the keys under which they were coded."""

_SENT = RECORDS.append(pa.field("dispatch", pa.int64()))


@dataclass(frozen=True, slots=True)
class Numbered:
    """A group of shards, and how many entries before it a ledger gives no number."""

    group: Group
    skipped: int


def send_records(task: tuple[Plan, Numbered]) -> int:
    """The records of a group that count, each with the number of its dispatch, to the tasks of their units."""
    plan, numbered = task
    work, group = Path(plan.work), numbered.group
    skipped = np.sort(gather(work / "skipped", group.number, SKIPPED)["position"].to_numpy())
    lost = {row["position"]: row["state"] for row in gather(work / "lost", group.number, LOST).to_pylist()}
    told = [_SENT.append(pa.field("position", pa.int64())).empty_table()]
    for part in group.parts:
        for table in part.tables(Path(plan.root), "records", None, RECORDS):
            found = table.filter(~np.isin(table["position"].to_numpy(), skipped))
            places = found["position"].to_numpy()
            numbers = places + 1 - numbered.skipped - np.searchsorted(skipped, places)
            told.append(found.append_column("dispatch", pa.array(numbers, pa.int64())).select(told[0].schema.names))
    every = pa.concat_tables(told)
    _write_dispatches(plan, group.number, every, lost)
    kept = every.filter(~np.isin(every["position"].to_numpy(), np.array(sorted(lost), dtype=np.int64)))
    buckets = bucket_of(plan.by_unit)(kept["unit"])
    scatter(work / "by-unit", f"group-{group.number:06}", kept.select(_SENT.names), buckets)
    return int(kept.num_rows)


def _write_dispatches(plan: Plan, number: int, told: pa.Table, lost: dict[int, str]) -> None:
    first = told.filter(pa.array(np.asarray(told["n"]) == 0))
    states = [lost.get(place, tables.CURRENT) for place in first["position"].to_pylist()]
    columns = [first["dispatch"], first["hash"], pa.array(states, pa.string()), first["shard"], first["entry"]]
    table = pa.Table.from_arrays(columns, schema=DISPATCH).sort_by("id")
    _write(plan, "dispatch", number, table)


def derive_units(task: tuple[Plan, int]) -> dict[str, int]:
    """Derive all units of a bucket; how many rows each table has got."""
    plan, bucket = task
    sent = gather(Path(plan.work) / "by-unit", bucket, _SENT)
    sent = sent.sort_by([("unit", "ascending"), ("dispatch", "ascending"), ("n", "ascending")])
    rows: Rows = {table.name: [] for table in tables.DERIVED}
    for unit, claims in _units(sent):
        for name, made in derive(unit, claims, Rulings()).items():
            rows[name] += made
    for table in tables.DERIVED:
        _write(plan, table.name, bucket, pa.Table.from_pylist(rows[table.name], schema=schema_of(table)))
    return {name: len(made) for name, made in rows.items()}


def _units(sent: pa.Table) -> Iterator[tuple[str, list[Claim]]]:
    """The units of a table that is sorted by them, with their claims."""
    counts = compute.value_counts(sent["unit"].combine_chunks()).to_pylist()
    at = 0
    for row in counts:  # in the order in which they come
        yield row["values"], [_claim(record) for record in sent.slice(at, row["counts"]).to_pylist()]
        at += row["counts"]


def _claim(row: dict[str, Any]) -> Claim:
    source = Source(row["dispatch"], row["hash"], row["lang"], row["day"].isoformat(), row["agency"])
    return Claim.of(row["id"], record_of(row), source)


def schema_of(table: Table) -> pa.Schema:
    """The columns of a ledger's table."""
    return pa.schema(
        [(column.name, pa.int64() if isinstance(column.type, Integer) else pa.string()) for column in table.columns]
    )


def _write(plan: Plan, name: str, number: int, table: pa.Table) -> None:
    path = Path(plan.work) / JOINED / name / f"part-{number:06}.parquet"
    path.parent.mkdir(parents=True, exist_ok=True)
    parquet.write_table(table, path, compression="zstd", store_schema=False)
