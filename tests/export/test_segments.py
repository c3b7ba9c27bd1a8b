"""Texts are cut where evidence begins and ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.export.segments import lines
from dragoman.model import Actor, Evidence, Record


def _records(text: str, spans: list[list[tuple[int, int]]]) -> list[Record]:
    actors = (Actor("party", state="NOR"),)
    return [Record("relation", "done", actors, tuple(Evidence.of(text, *span) for span in row)) for row in spans]


CASES = [
    ("abc", [], [[("abc", ())]], "no records"),
    ("abc", [[(0, 3)]], [[("abc", (1,))]], "all of it"),
    ("abcd", [[(1, 2)]], [[("a", ()), ("b", (1,)), ("cd", ())]], "in the middle"),
    ("abcd", [[(0, 3)], [(1, 4)]], [[("a", (1,)), ("bc", (1, 2)), ("d", (2,))]], "overlapping"),
    ("abcd", [[(0, 4)], [(1, 3)]], [[("a", (1,)), ("bc", (1, 2)), ("d", (1,))]], "one within the other"),
    ("abc", [[(0, 3)], [(0, 3)]], [[("abc", (1, 2))]], "the same twice"),
    ("abc", [[(0, 2), (1, 3)]], [[("a", (1,)), ("b", (1,)), ("c", (1,))]], "overlapping within one record"),
    ("ab\ncd", [[(1, 4)]], [[("a", ()), ("b", (1,))], [("c", (1,)), ("d", ())]], "over a line break"),
    ("a\n\n\nb\n", [], [[("a", ())], [("b", ())]], "blank lines"),
    ("", [], [], "an empty text"),
]


@pytest.mark.parametrize(("text", "spans", "expected", "why"), CASES, ids=[case[3] for case in CASES])
def test_cuts(
    text: str, spans: list[list[tuple[int, int]]], expected: list[list[tuple[str, tuple[int, ...]]]], why: str
) -> None:
    cut = lines(text, _records(text, spans))
    assert [[(text[part.start : part.end], part.records) for part in line] for line in cut] == expected


@given(
    st.text("ab\n", min_size=1, max_size=30), st.lists(st.tuples(st.integers(0, 29), st.integers(1, 30)), max_size=6)
)
def test_nothing_is_lost_or_doubled(text: str, pairs: list[tuple[int, int]]) -> None:
    spans = [[(start, end)] for start, end in pairs if start < end <= len(text)]
    parts = [part for line in lines(text, _records(text, spans)) for part in line]
    assert "".join(text[part.start : part.end] for part in parts) == text.replace("\n", "")
    for part in parts:
        covering = tuple(n for n, [(start, end)] in enumerate(spans, 1) if start <= part.start and part.end <= end)
        assert part.records == covering
