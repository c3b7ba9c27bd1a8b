"""Alpha against the worked examples that were published with it, and MASI by its definition."""

from __future__ import annotations

import numpy as np
import pytest

from dragoman.evaluate.alpha import Agreement, agreement, masi, together
from dragoman.evaluate.interval import draws, interval

# K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011): a row a coder, a column a unit, * for no value
PUBLISHED = [
    (["0100000010", "1110010000"], 0.095, "A: two values, two coders, none missing"),
    (["aabbdcccedda", "babbbccceddd"], 0.692, "B: five values, two coders, none missing"),
    (["123321412***", "1233224125*3", "*3332342251*", "12332441251*"], 0.743, "C: four coders, some missing"),
]


@pytest.mark.parametrize(("coders", "alpha", "why"), PUBLISHED, ids=[row[2][0] for row in PUBLISHED])
def test_the_published_examples(coders: list[str], alpha: float, why: str) -> None:
    units = [[value for value in unit if value != "*"] for unit in zip(*coders, strict=True)]
    found = agreement(units)
    assert found.alpha is not None
    assert round(found.alpha, 3) == alpha
    assert agreement(units, lambda one, other: float(one != other)).alpha == pytest.approx(found.alpha)


# units of two coders, share and alpha
LIMITS: list[tuple[list[tuple[str, ...]], float | None, float | None, str]] = [
    ([("a", "a"), ("b", "b")], 1.0, 1.0, "perfect"),
    ([("a", "a"), ("a", "a")], 1.0, None, "nothing varies: chance would agree as well"),
    ([("a", "b"), ("b", "a")], 0.0, -0.5, "worse than chance"),
    ([("a",), ("b",)], None, None, "nobody to agree with"),
    ([], None, None, "no units"),
]


@pytest.mark.parametrize(("units", "share", "alpha", "why"), LIMITS, ids=[row[3] for row in LIMITS])
def test_the_limits(units: list[tuple[str, ...]], share: float | None, alpha: float | None, why: str) -> None:
    found = agreement(units)
    assert (found.share, found.alpha) == (share, alpha)


SETS = [
    ("", "", 0, "both empty"),
    ("ab", "ab", 0, "the same"),
    ("ab", "abcd", 1 - 1 / 2 * 2 / 3, "one holds the other"),
    ("abc", "bcd", 1 - 2 / 4 * 1 / 3, "overlapping"),
    ("ab", "cd", 1, "nothing in common"),
    ("", "a", 1, "nothing and something"),
]


@pytest.mark.parametrize(("one", "other", "difference", "why"), SETS, ids=[row[3] for row in SETS])
def test_masi(one: str, other: str, difference: float, why: str) -> None:
    assert masi(frozenset(one), frozenset(other)) == pytest.approx(difference)
    assert masi(frozenset(other), frozenset(one)) == pytest.approx(difference)


def test_sets_that_are_nearly_the_same_agree_more_than_as_wholes() -> None:
    units = [(frozenset(one), frozenset(other)) for one, other in [("ab", "a"), ("c", "c"), ("de", "def")]]
    as_sets, as_wholes = agreement(units, masi), agreement(units)
    assert as_sets.alpha is not None
    assert as_wholes.alpha is not None
    assert as_sets.alpha > as_wholes.alpha
    assert as_sets.share == as_wholes.share == pytest.approx(1 / 3)


def test_groups_that_cannot_be_mixed_are_added_up() -> None:
    """Of two kinds with types of their own, chance picks among those of the kind: that is harder to beat."""
    visits, meetings = [("state", "state"), ("state", "official")], [("phone", "phone"), ("phone", "video")]
    apart = together([agreement(visits), agreement(meetings)])
    mixed = agreement([*visits, *meetings])
    assert apart.share == mixed.share == 0.5
    assert apart.alpha == agreement(visits).alpha
    assert mixed.alpha is not None
    assert apart.alpha is not None
    assert apart.alpha < mixed.alpha
    assert together([]) == Agreement()


UNITS = [(0, "a", "a"), (0, "a", "b"), (1, "b", "b"), (2, "c", "a"), (2, "c", "c"), (2, "a", "a")]


@pytest.mark.parametrize("sets", [False, True])
def test_a_sample_that_is_the_whole_has_its_alpha(sets: bool) -> None:
    placed = [(place, *map(frozenset, both)) if sets else (place, *both) for place, *both in UNITS]
    whole = agreement((unit[1:] for unit in placed), masi if sets else None).alpha
    assert interval([(placed, masi if sets else None)], np.ones((3, 3))) == pytest.approx((whole, whole))


def test_the_interval_holds_alpha_and_is_always_the_same() -> None:
    placed = [(number % 40, "a" if number % 3 else "b", "a" if number % 7 else "b") for number in range(200)]
    found = agreement(unit[1:] for unit in placed)
    drawn = draws(40)
    assert drawn is not None
    assert drawn.sum(axis=1).tolist() == [40] * len(drawn)
    ends = interval([(placed, None)], drawn)
    assert ends is not None
    assert found.alpha is not None
    assert ends[0] < found.alpha < ends[1]
    again = draws(40)
    assert again is not None
    assert interval([(placed, None)], again) == ends


@pytest.mark.parametrize("dispatches", [0, 1, 1001])
def test_no_interval_of_too_few_or_too_many(dispatches: int) -> None:
    assert draws(dispatches) is None


def test_no_interval_where_samples_often_have_no_alpha() -> None:
    """Of two dispatches, half of the samples are one of them twice: nothing varies in these."""
    drawn = draws(2)
    assert drawn is not None
    assert interval([([(0, "a", "a"), (1, "b", "b")], None)], drawn) is None
