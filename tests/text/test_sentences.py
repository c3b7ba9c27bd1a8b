"""Where sentences end."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.lang.pack import load
from dragoman.text.sentences import sentences

ROWS = [
    ("en", "He met Mr. Smith. They talked.", ["He met Mr. Smith.", "They talked."], "an abbreviation"),
    ("en", "U.S. officials left. Talks go on.", ["U.S. officials left.", "Talks go on."], "letters with stops"),
    ("de", "Am 10. April kam er. Am 12. ging er.", ["Am 10. April kam er.", "Am 12. ging er."], "ordinals"),
    ("de", "Er kam 2013. Sie ging.", ["Er kam 2013.", "Sie ging."], "a year is no ordinal"),
    ("en", "Astana, May 14\n\nTalks began.", ["Astana, May 14", "Talks began."], "a blank line"),
    ("es", "Son gente de mar. Se reunieron ayer.", ["Son gente de mar.", "Se reunieron ayer."], "the sea"),
    ("es", "El 3 mar. Boric viajó.", ["El 3 mar. Boric viajó."], "a month beside its day"),
    ("en", 'He said "Yes." Then he left.', ['He said "Yes."', "Then he left."], "a stop inside quotes"),
]


@pytest.mark.parametrize(("lang", "text", "expected", "why"), ROWS)
def test_sentences(lang: str, text: str, expected: list[str], why: str) -> None:
    assert [text[span.start : span.end] for span in sentences(text, load(lang))] == expected, why


@pytest.mark.parametrize("text", ["One. Two. Three. Four.", "One.", "", "word " * 1000])
@pytest.mark.parametrize("most", [1, 2, 9])
def test_the_first_sentences_are_those_of_all(text: str, most: int) -> None:
    assert sentences(text, load("en"), most) == sentences(text, load("en"))[:most]


@given(st.text(alphabet=st.sampled_from("aB. !?\n\"'1;")))
def test_spans_are_ordered_and_lose_nothing(text: str) -> None:
    spans = sentences(text, load("en"))
    assert all(one.end <= other.start for one, other in itertools.pairwise(spans))
    kept = "".join(text[span.start : span.end] for span in spans)
    assert "".join(kept.split()) == "".join(text.split())


@pytest.mark.parametrize("text", ["word " * 1000, "x" * 5000])
def test_text_without_stops_is_cut(text: str) -> None:
    spans = sentences(text, load("en"))
    assert len(spans) > 3
    assert "".join(text[span.start : span.end] for span in spans).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize(
    ("text", "count"),
    [("one\ntwo", 1), ("one: \t\ntwo", 2), ("one\n \ntwo", 2), ("one \n two \n three.\nfour", 2)],
)
def test_the_end_of_a_line_ends_a_sentence_only_behind_a_mark(text: str, count: int) -> None:
    assert len(sentences(text, load("en"))) == count
