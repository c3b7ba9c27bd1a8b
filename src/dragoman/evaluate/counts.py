"""Counts of right, wrong and missed, and the figures that follow from them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Counts(NamedTuple):
    """True positives, false positives, false negatives."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    @property
    def precision(self) -> float:
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else 0.0

    @property
    def recall(self) -> float:
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def to_json(self) -> dict[str, float | int]:
        figures = {"precision": self.precision, "recall": self.recall, "f1": self.f1}
        return {**{name: round(value, 4) for name, value in figures.items()}, **self._asdict()}


def total(counts: Iterable[Counts]) -> Counts:
    """The sum of counts."""
    tp = fp = fn = 0
    for count in counts:
        tp, fp, fn = tp + count.tp, fp + count.fp, fn + count.fn
    return Counts(tp, fp, fn)


def versus(right: int, gold: int, predicted: int) -> Counts:
    """Counts from how many are right of how many gold and predicted ones."""
    return Counts(right, predicted - right, gold - right)
