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

UNKNOWN = "und"
"""The language of a dispatch that does not tell it (ISO 639-2: undetermined)."""

Pairs = list[tuple[int, int]]
"""Places of records in two lists that tell one fact."""


class Row(NamedTuple):
    """Counts of one slot of one pairing in one dispatch; everything is summed up from these."""

    doc: str
    lang: str
    kind: str
    slot: str
    counts: Counts


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What came out. ``unsupported`` counts evidence that is no quote, ``problems`` lists breaches of the codebook,
    ``aligned`` tells by dispatch which records are partners."""

    rows: list[Row]
    aligned: dict[str, Pairs]
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
    aligned: dict[str, Pairs] = {}
    unsupported, problems = 0, []
    for id_, doc in gold.items():
        text, records = doc.get("text") or "", predicted.get(id_, {}).get("records", [])
        unsupported += sum(_unsupported(record, text) for record in records)
        problems += [f"{id_}: {problem}" for problem in record_problems(records, text, codebook())]
        aligned[id_] = align(doc["records"], records)
        counted = _counted(doc["records"], records, aligned[id_])
        rows += (Row(id_, doc.get("lang") or UNKNOWN, *rest) for rest in counted)
    return Evaluation(rows, aligned, len(gold), sorted(set(gold) - set(predicted)), unsupported, problems)


def _unsupported(record: RecordData, text: str) -> int:
    quotes = [item if isinstance(item, str) else item.get("quote", "") for item in record.get("evidence") or ()]
    return sum(quote not in text for quote in quotes) if quotes else 1


def align(gold: Sequence[RecordData], predicted: Sequence[RecordData]) -> Pairs:
    """The records of a dispatch one to one within each kind, so that the most fillers agree; sorted."""
    pairs: Pairs = []
    for kind in {record["kind"] for record in gold}:
        wanted = [place for place, record in enumerate(gold) if record["kind"] == kind]
        found = [place for place, record in enumerate(predicted) if record["kind"] == kind]
        partners = _partners([gold[place] for place in wanted], [predicted[place] for place in found])
        pairs += ((wanted[row], found[column]) for row, column in partners)
    return sorted(pairs)


def _counted(
    gold: Sequence[RecordData], predicted: Sequence[RecordData], pairs: Pairs
) -> Iterator[tuple[str, str, Counts]]:
    """Kind, slot and counts for one dispatch."""
    for row, column in pairs:
        kind = gold[row]["kind"]
        yield from ((kind, slot, counts) for slot, counts in compare(gold[row], predicted[column]).items())
        yield kind, RECORD, Counts(tp=1)
    for row in set(range(len(gold))) - {row for row, _ in pairs}:
        kind = gold[row]["kind"]
        yield from ((kind, slot, Counts(fn=number)) for slot, number in only(gold[row]).items())
        yield kind, RECORD, Counts(fn=1)
    for column in set(range(len(predicted))) - {column for _, column in pairs}:
        kind = predicted[column]["kind"]
        yield from ((kind, slot, Counts(fp=number)) for slot, number in only(predicted[column]).items())
        yield kind, RECORD, Counts(fp=1)


def _partners(gold: Sequence[RecordData], predicted: Sequence[RecordData]) -> Pairs:
    """Records of a kind one to one; a pair is worth its agreeing fillers, more if it has fewer differences."""
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
