"""How far alpha may be off, since other dispatches might have been drawn: 95 of 100 samples drawn anew lie within.

The bootstrap (Efron 1979), of whole dispatches: the records of one are no draws of their own. The draws come from a
fixed seed, so that the same codings always give the same interval.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from dragoman.evaluate.alpha import Difference

Numbers = npt.NDArray[np.float64]

ROUNDS = 1000
FEWEST = 2
MOST = 1000
"""Dispatches up to which the interval is told; beyond, it is narrow and takes long."""


def draws(dispatches: int) -> Numbers | None:
    """How often each dispatch (a column) is drawn in each round (a row); None where no interval is told."""
    if not FEWEST <= dispatches <= MOST:
        return None
    chance = random.Random(0)
    drawn = np.zeros((ROUNDS, dispatches))
    for row in drawn:
        for _ in range(dispatches):
            row[int(chance.random() * dispatches)] += 1
    return drawn


Placed = Sequence[tuple[int, Any, Any]]
"""Units with the number of their dispatch, and what two coders have in each."""


def interval(groups: Iterable[tuple[Placed, Difference | None]], drawn: Numbers) -> tuple[float, float] | None:
    """The interval of alpha over groups whose disagreements are added up; None where a sample often has no alpha."""
    observed, expected = np.zeros(len(drawn)), np.zeros(len(drawn))
    for units, difference in groups:
        found, chance = _disagreement(units, difference, drawn)
        observed += found
        expected += chance
    kept = expected > 0
    if kept.mean() < 0.95:
        return None
    low, high = np.percentile(1 - observed[kept] / expected[kept], [2.5, 97.5])
    return float(low), float(high)


def _disagreement(units: Placed, difference: Difference | None, drawn: Numbers) -> tuple[Numbers, Numbers]:
    """What `alpha.agreement` calls observed and expected, for each round."""
    codes = {value: code for code, value in enumerate(dict.fromkeys(side for _, *both in units for side in both))}
    held = np.zeros((drawn.shape[1], len(codes)))
    apart = np.zeros(drawn.shape[1])
    for place, one, other in units:
        held[place, codes[one]] += 1
        held[place, codes[other]] += 1
        apart[place] += 2 * (difference(one, other) if difference else one != other)
    counts = drawn @ held
    number = counts.sum(axis=1)
    if difference is None:
        pairs = number**2 - (counts**2).sum(axis=1)
    else:
        between = np.array([[difference(one, other) for other in codes] for one in codes])
        pairs = ((counts @ between) * counts).sum(axis=1)
    return drawn @ apart, pairs / np.maximum(number - 1, 1)
