"""Alpha against the worked examples that were published with it, and MASI by its definition."""

from __future__ import annotations

import pytest

from dragoman.evaluate.alpha import Agreement, agreement, masi, together

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
