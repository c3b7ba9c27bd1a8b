"""The measure: within a dispatch, records of one kind are paired so that the most slots agree, then slots are counted.

It is that of template filling (MUC-4). A filler is right (true positive), wrong (false positive, and false negative
where gold has one) or missed; a record counts as found where it has a partner. `slots` is the main figure; `core`
leaves out topics and statements, where careful people differ most; `records` counts whole records.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from dragoman.codebook import codebook
from dragoman.codebook.check import record_problems
from dragoman.evaluate.counts import Counts, total
from dragoman.evaluate.slots import RecordData, actor_pairs, compare, only, pair_up

Docs = Mapping[str, Mapping[str, Any]]
"""Coded dispatches as JSON objects, by their id."""

RECORD = "record"
"""The row that counts whole records instead of a slot's fillers."""

WITH_ACT = ("document", "body", "accreditation")
"""Kinds whose records are only compared with those of the same act."""


class Row(NamedTuple):
    """Counts of one slot of one pairing in one dispatch; everything is summed up from these."""

    doc: str
    lang: str
    kind: str
    slot: str
    counts: Counts


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What came out. ``unsupported`` counts evidence that is no quote, ``problems`` lists breaches of the codebook."""

    rows: list[Row]
    dispatches: int
    without_prediction: list[str]
    unsupported: int
    problems: list[str]

    def totals(self) -> dict[str, Counts]:
        """The main figures: records, core and slots."""
        slots = [row for row in self.rows if row.slot != RECORD]
        core = [row for row in slots if row.slot != "topics" and row.kind != "statement"]
        records = [row for row in self.rows if row.slot == RECORD]
        groups = {"records": records, "core": core, "slots": slots}
        return {name: total(row.counts for row in rows) for name, rows in groups.items()}

    def by(self, key: str) -> dict[str, Counts]:
        """Slot counts by ``kind``, ``slot``, ``lang`` or ``doc``, sorted."""
        return self._grouped(key, records=False)

    def records_by(self, key: str) -> dict[str, Counts]:
        """Counts of whole records by ``kind``, ``lang`` or ``doc``, sorted."""
        return self._grouped(key, records=True)

    def _grouped(self, key: str, records: bool) -> dict[str, Counts]:
        groups: dict[str, list[Counts]] = defaultdict(list)
        for row in self.rows:
            if (row.slot == RECORD) == records:
                groups[getattr(row, key)].append(row.counts)
        return {name: total(counts) for name, counts in sorted(groups.items())}


def evaluate(gold: Docs, predicted: Docs) -> Evaluation:
    """Compare predicted with gold dispatches by id; a gold one without prediction counts as predicted empty."""
    rows: list[Row] = []
    unsupported, problems = 0, []
    for id_, doc in gold.items():
        records = predicted.get(id_, {}).get("records", [])
        unsupported += sum(_unsupported(record, doc["text"]) for record in records)
        problems += [f"{id_}: {problem}" for problem in record_problems(records, doc["text"], codebook())]
        rows += (Row(id_, doc["lang"], *rest) for rest in _dispatch(doc["records"], records))
    return Evaluation(rows, len(gold), sorted(set(gold) - set(predicted)), unsupported, problems)


def _unsupported(record: RecordData, text: str) -> int:
    quotes = [item if isinstance(item, str) else item.get("quote", "") for item in record.get("evidence") or ()]
    return sum(quote not in text for quote in quotes) if quotes else 1


def _dispatch(gold: Sequence[RecordData], predicted: Sequence[RecordData]) -> Iterator[tuple[str, str, Counts]]:
    """Kind, slot and counts for one dispatch."""
    for kind in sorted({record["kind"] for record in (*gold, *predicted)}):
        wanted = [record for record in gold if record["kind"] == kind]
        found = [record for record in predicted if record["kind"] == kind]
        yield from ((kind, slot, counts) for slot, counts in _kind(wanted, found))


def _kind(gold: Sequence[RecordData], predicted: Sequence[RecordData]) -> Iterator[tuple[str, Counts]]:
    pairs = _record_pairs(gold, predicted)
    for row, column in pairs:
        yield from compare(gold[row], predicted[column]).items()
        yield RECORD, Counts(tp=1)
    for row in set(range(len(gold))) - {row for row, _ in pairs}:
        yield from ((slot, Counts(fn=number)) for slot, number in only(gold[row]).items())
        yield RECORD, Counts(fn=1)
    for column in set(range(len(predicted))) - {column for _, column in pairs}:
        yield from ((slot, Counts(fp=number)) for slot, number in only(predicted[column]).items())
        yield RECORD, Counts(fp=1)


def _record_pairs(gold: Sequence[RecordData], predicted: Sequence[RecordData]) -> list[tuple[int, int]]:
    """One to one; a pair is worth its agreeing fillers, and among equals the one with fewer differences."""
    worth = np.zeros((len(gold), len(predicted)))
    for row, wanted in enumerate(gold):
        for column, found in enumerate(predicted):
            if _comparable(wanted, found):
                counts = total(compare(wanted, found).values())
                worth[row, column] = counts.tp + counts.tp / sum(counts)
    return pair_up(worth)


def _comparable(gold: RecordData, predicted: RecordData) -> bool:
    """Whether two records of a kind may tell one fact: same act, a state in common, or an actor if none is told."""
    if gold["kind"] in WITH_ACT and gold.get("act") != predicted.get("act"):
        return False
    actors, found = gold.get("actors") or [], predicted.get("actors") or []
    states, others = _states(actors), _states(found)
    return bool(states & others) if states and others else bool(actor_pairs(actors, found))


def _states(actors: Sequence[RecordData]) -> set[str]:
    return {actor["state"] for actor in actors if actor.get("state")}
