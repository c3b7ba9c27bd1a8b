"""Comparing two records slot by slot. A record here is a JSON object of the codebook."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt
from anyascii import anyascii
from rapidfuzz import fuzz
from scipy.optimize import linear_sum_assignment

from dragoman.codebook.book import UNSPECIFIED
from dragoman.evaluate.counts import Counts, versus

RecordData = Mapping[str, Any]

SPELLING = 80
"""Token-set ratio from which two romanised names count as the same."""

SINGLE = ("act", "status", "date", "end_date", "place")
UNSCORED = {"statement": {"status", "date", "end_date", "place"}}
"""When and where something was said is seldom told, and it is always done."""

ACTOR = ("state", "office", "name")
_SPELLED = {"place", "name"}
_SAME_ROLE = 1e-3
"""An actor pair worth less than any agreeing slot and more than none."""


@lru_cache(maxsize=65536)
def same_text(one: str, other: str) -> bool:
    """Whether two names are spellings of one, in whatever scripts."""
    one, other = anyascii(one).lower().strip(), anyascii(other).lower().strip()
    return one == other or fuzz.token_set_ratio(one, other) >= SPELLING


def same(slot: str, one: Any, other: Any) -> bool:
    """Whether two fillers of a slot agree; an empty one agrees with nothing."""
    if one is None or other is None:
        return False
    return same_text(str(one), str(other)) if slot in _SPELLED else bool(one == other)


def pair_up(worth: npt.NDArray[np.float64]) -> list[tuple[int, int]]:
    """Rows and columns one to one so that the most is won; pairs worth nothing are left alone."""
    if not worth.size:
        return []
    rows, columns = linear_sum_assignment(worth, maximize=True)
    return [(int(row), int(column)) for row, column in zip(rows, columns, strict=True) if worth[row, column] > 0]


def compare(gold: RecordData, predicted: RecordData) -> dict[str, Counts]:
    """Counts by slot of a predicted record against a gold one."""
    counts = dict(_fillers(single(gold), single(predicted)))
    topics, found = set(gold.get("topics") or ()), set(predicted.get("topics") or ())
    if topics or found:
        counts["topics"] = versus(len(topics & found), len(topics), len(found))
    counts.update(_actors(gold.get("actors") or [], predicted.get("actors") or []))
    return counts


def only(record: RecordData) -> dict[str, int]:
    """How many fillers each slot of a record has, for one that has no partner."""
    filled = dict.fromkeys(single(record), 1)
    topics = len(set(record.get("topics") or ()))
    if topics:
        filled["topics"] = topics
    for actor in record.get("actors") or []:
        for slot in actor_slots(actor):
            filled[f"actor.{slot}"] = filled.get(f"actor.{slot}", 0) + 1
    return filled


def single(record: RecordData) -> dict[str, Any]:
    """The filled slots that hold one value."""
    skipped = UNSCORED.get(record["kind"], set())
    values = {slot: record.get(slot) for slot in SINGLE if slot not in skipped}
    values["type"] = None if record.get("type") == UNSPECIFIED else record.get("type")
    values["kind"] = record["kind"]
    return {slot: value for slot, value in values.items() if value not in (None, "")}


def actor_slots(actor: RecordData) -> dict[str, Any]:
    """An actor's filled slots."""
    return {slot: actor[slot] for slot in ACTOR if actor.get(slot)}


def actor_pairs(gold: Sequence[RecordData], predicted: Sequence[RecordData]) -> list[tuple[int, int]]:
    """Actors of the same role, one to one, so that the most slots agree."""
    worth = np.zeros((len(gold), len(predicted)))
    for row, wanted in enumerate(gold):
        for column, found in enumerate(predicted):
            if wanted.get("role") == found.get("role"):
                slots = actor_slots(wanted)
                worth[row, column] = sum(same(slot, slots[slot], found.get(slot)) for slot in slots) + _SAME_ROLE
    return pair_up(worth)


def _fillers(gold: Mapping[str, Any], predicted: Mapping[str, Any]) -> Iterator[tuple[str, Counts]]:
    for slot in gold.keys() | predicted.keys():
        right = same(slot, gold.get(slot), predicted.get(slot))
        yield slot, versus(right, slot in gold, slot in predicted)


def _actors(gold: Sequence[RecordData], predicted: Sequence[RecordData]) -> Iterator[tuple[str, Counts]]:
    wanted, found = [actor_slots(actor) for actor in gold], [actor_slots(actor) for actor in predicted]
    pairs = actor_pairs(gold, predicted)
    for slot in ACTOR:
        right = sum(same(slot, wanted[row].get(slot), found[column].get(slot)) for row, column in pairs)
        counts = versus(right, sum(slot in actor for actor in wanted), sum(slot in actor for actor in found))
        if any(counts):
            yield f"actor.{slot}", counts
