"""Words with which clauses end."""

from __future__ import annotations

import re

import pytest

from dragoman.lang.endings import WordEnd, WordEnds

_ENDS = WordEnds(
    [
        WordEnd(re.compile(r"\w+ing"), but=re.compile("king|ring")),
        WordEnd(re.compile("king"), before=re.compile("(?<=the )")),
        WordEnd(re.compile(r"\w+ed"), behind=re.compile(r"(?=,)| by(?!\w)")),
    ]
)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("arriving in paris they met", ["arriving"]),
        ("(arriving) they met", ["(arriving"]),
        ("a king and the king", ["a king and the king"]),
        ("invited, received by x, bystanders", ["invited", "invited, received by"]),
        ("received bystanders", []),
        ("", []),
    ],
)
def test_words_end_clauses_where_their_surroundings_fit(text: str, ends: list[str]) -> None:
    assert [text[:end] for end in _ENDS.find(text, 0, len(text))] == ends


def test_a_stretch_of_the_text_hides_what_stands_behind_it() -> None:
    text = "invited, received"
    assert _ENDS.find(text, 0, len("invited")) == []
    assert _ENDS.find(text, 0, len("invited,")) == [len("invited")]
