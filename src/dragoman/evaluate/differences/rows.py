"""The records of a dispatch in two codings as rows: partners side by side, the others alone, in the text's order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dragoman.evaluate.comparison import Both
from dragoman.evaluate.quotes import Quotes, quotes
from dragoman.evaluate.slots import RecordData, actor_pairs
from dragoman.evaluate.units import SLOTS, units

ONLY = {"only-a": "only in A", "only-b": "only in B"}
"""What may stand for a slot in which records differ where there is no partner."""

State = Literal["same", "differs", "only-a", "only-b"]


@dataclass(frozen=True, slots=True)
class Side:
    """A record of one coding; its number counts from 1 through those of A, then of B."""

    number: int
    record: RecordData
    quotes: Quotes


@dataclass(frozen=True, slots=True)
class Row:
    """A record of A, of B, or both where they are partners, and the slots in which these differ."""

    kind: str
    one: Side | None
    other: Side | None
    slots: tuple[str, ...]

    @property
    def sides(self) -> list[Side]:
        return [side for side in (self.one, self.other) if side]

    @property
    def state(self) -> State:
        if self.one and self.other:
            return "differs" if self.slots else "same"
        return "only-a" if self.one else "only-b"

    @property
    def start(self) -> int:
        """Where the text first tells of it; behind the text where it does not."""
        starts = [item.start for side in self.sides for item in side.quotes.evidence]
        return min(starts, default=10**9)


def sides(doc: Both) -> tuple[list[Side], list[Side]]:
    """The records of A and of B."""
    one, other = doc.records
    mine = [Side(number, record, quotes(record, doc.text)) for number, record in enumerate(one, 1)]
    theirs = [Side(number, record, quotes(record, doc.text)) for number, record in enumerate(other, len(one) + 1)]
    return mine, theirs


def rows(doc: Both, mine: list[Side], theirs: list[Side]) -> list[Row]:
    """All rows of a dispatch, as the text tells them."""
    found = [_pair(mine[row], theirs[column]) for row, column in doc.aligned]
    partners = {side.number for row in found for side in row.sides}
    found += [Row(side.record["kind"], side, None, ("only-a",)) for side in mine if side.number not in partners]
    found += [Row(side.record["kind"], None, side, ("only-b",)) for side in theirs if side.number not in partners]
    return sorted(found, key=lambda row: (row.start, row.kind, row.sides[0].number))


def _pair(one: Side, other: Side) -> Row:
    differing = {unit.slot for unit in units(one.record, other.record) if not unit.same}
    actors, others = one.record.get("actors") or [], other.record.get("actors") or []
    if 2 * len(actor_pairs(actors, others)) < len(actors) + len(others):
        differing.add("actors")
    return Row(one.record["kind"], one, other, tuple(slot for slot in SLOTS if slot in differing))
