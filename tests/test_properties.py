"""What holds for any text: it is coded or refused in a line, evidence quotes it, and twice is the same."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

import dragoman
from dragoman.codebook.check import problems
from dragoman.coder import languages

PIECES = {
    "en": """
        President|Prime Minister|Foreign Minister|of|Kenya|Japan|Kenyan|Japanese|Ada Mbeki|Ken Mori|the two leaders|
        his counterpart|met|arrived|on a state visit to|Nairobi|signed|an agreement|will be signed|said|condemned|not|
        on Monday|today|last year|in March 2024|and|,|.|"|;|(|)|: |\n\n|–|’s|the sides|ambassador|credentials|
        congratulated|commission|session|trade|energy
    """,
    "de": """
        Präsident|Außenminister|der|des|Kenias|Japan|kenianische|japanischen|Ada Mbeki|Ken Mori|die beiden Seiten|
        sein Amtskollege|traf|traf ein|zu einem Staatsbesuch|in Nairobi|unterzeichneten|ein Abkommen|verurteilte|
        soll unterzeichnet werden|sagte|nicht|am Montag|heute|im vergangenen Jahr|im März 2024|und|,|.|„|“|;|(|)|: |
        \n\n|–|Botschafter|Beglaubigungsschreiben|gratulierte|Kommission|Sitzung|Handel|Energie
    """,
}
WORDS = {
    lang: [piece.strip(" ") for piece in text.replace("|\n        ", "|").strip(" ").split("|")]
    for lang, text in PIECES.items()
}


def _news(lang: str) -> st.SearchStrategy[str]:
    """News language in no order, with anything at all in between."""
    anything = st.text(st.characters(codec="utf-8"), max_size=8)
    pieces = st.one_of(*[st.sampled_from(WORDS[lang])] * 6, anything)
    return st.lists(pieces, min_size=1, max_size=60).map(" ".join)


TEXTS = st.sampled_from(sorted(WORDS)).flatmap(lambda lang: st.tuples(st.just(lang), _news(lang)))


def _coded(lang: str, text: str) -> dragoman.Coding | None:
    try:
        return dragoman.code(text, date="2024-05-08", lang=lang)
    except dragoman.DispatchError as refused:
        assert "\n" not in str(refused)
        return None


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_records_keep_to_the_codebook_and_quote_the_text(sample: tuple[str, str]) -> None:
    lang, text = sample
    coding = _coded(lang, text)
    if coding is None:
        assert not text.strip()
        return
    assert list(problems(coding.to_json())) == []
    for record in coding.records:
        for item in record.evidence:
            assert text[item.start : item.end] == item.quote


@settings(max_examples=50, deadline=None)
@given(TEXTS)
def test_twice_is_the_same(sample: tuple[str, str]) -> None:
    first, second = (_coded(*sample) for _ in range(2))
    assert (first and json.dumps(first.to_json())) == (second and json.dumps(second.to_json()))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300), st.sampled_from([None, *languages()]))
def test_no_text_raises_anything_else(text: str, lang: str | None) -> None:
    try:
        dragoman.code(text, date="2024-05-08", lang=lang)
    except dragoman.DispatchError as refused:
        assert "\n" not in str(refused)
