"""Krippendorff's alpha: how far coders agree beyond what chance would give.

After K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011): alpha = 1 - Do / De, where Do is the
disagreement observed within units and De the one expected if all values were dealt to the units at random. For sets of
codes the difference of two values is MASI: R. Passonneau, "Measuring Agreement on Set-valued Items (MASI) for Semantic
and Pragmatic Annotation" (LREC 2006). Written here because the package that has its name is under the GPL, and NLTK's
tells 1 where nothing varies.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import combinations
from typing import Any, NamedTuple

Difference = Callable[[Any, Any], float]
"""How far two values are apart: 0 for the same, at most 1."""


class Agreement(NamedTuple):
    """What coders make of some units. ``observed`` and ``expected`` are sums of differences over all values that have a
    partner, so that groups in which chance works apart may be added up; ``interval`` is where alpha lies in 95 of 100
    samples, where that is known."""

    units: int = 0
    agreed: int = 0
    observed: float = 0.0
    expected: float = 0.0
    interval: tuple[float, float] | None = None

    @property
    def share(self) -> float | None:
        """The share of the units in which all say the same; None without units."""
        return self.agreed / self.units if self.units else None

    @property
    def alpha(self) -> float | None:
        """1 for perfect, 0 for chance, below for worse; None where nothing varies, for chance then agrees as well."""
        return 1 - self.observed / self.expected if self.expected else None

    def to_json(self) -> dict[str, float | int | list[float] | None]:
        share, alpha = self.share, self.alpha
        return {
            "units": self.units,
            "agreement": None if share is None else round(share, 4),
            "alpha": None if alpha is None else round(alpha, 4),
            "interval": [round(end, 4) for end in self.interval] if self.interval else None,
        }


def agreement(units: Iterable[Sequence[Hashable]], difference: Difference | None = None) -> Agreement:
    """What coders agree on in units, each given as the values that its coders chose; without a difference, values are
    the same or not (nominal). A coder who did not see a unit has no value there; a unit with one value is left out."""
    paired = [tuple(unit) for unit in units if len(unit) > 1]
    between = difference or _nominal
    observed, agreed = 0.0, 0
    for unit, times in Counter(paired).items():
        apart = sum(between(one, other) for one, other in combinations(unit, 2))
        observed += times * 2 * apart / (len(unit) - 1)
        agreed += times * (apart == 0)
    values = Counter(value for unit in paired for value in unit)
    return Agreement(len(paired), agreed, observed, _expected(values, difference))


def together(groups: Iterable[Agreement]) -> Agreement:
    """The sum over groups that chance cannot mix, such as the types of different kinds."""
    units, agreed, observed, expected = 0, 0, 0.0, 0.0
    for group in groups:
        units, agreed = units + group.units, agreed + group.agreed
        observed, expected = observed + group.observed, expected + group.expected
    return Agreement(units, agreed, observed, expected)


def masi(one: frozenset[str], other: frozenset[str]) -> float:
    """The difference of two sets: 1 - J M, with J the Jaccard index and M 1 for the same, 2/3 where one holds the
    other, 1/3 where they overlap; two empty sets are the same."""
    if one == other:
        return 0.0
    shared = len(one & other)
    weight = 2 / 3 if shared and (one <= other or other <= one) else 1 / 3
    return 1 - weight * shared / len(one | other)


def _nominal(one: Hashable, other: Hashable) -> float:
    return float(one != other)


def _expected(values: Counter[Hashable], difference: Difference | None) -> float:
    """The sum of differences to expect where all values are dealt out at random."""
    number = values.total()
    if number < 2:
        return 0.0
    if difference is None:  # nearly all slots are nominal, and of names there are many: no need to go through pairs
        return (number**2 - sum(count**2 for count in values.values())) / (number - 1)
    pairs = combinations(values.items(), 2)
    return 2 * sum(count * times * difference(one, other) for (one, count), (other, times) in pairs) / (number - 1)
