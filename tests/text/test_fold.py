"""Folding keeps every offset: a folded text is as long as the raw one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.text.fold import fold, two_words_before

ROWS = [
    # raw, turkic, folded, why
    ("Präsident", False, "präsident", "lower case"),
    ("“Quote” – it’s", False, '"quote" - it\'s', "one shape of quotes and dashes"),
    ("İstanbul", False, "istanbul", "U+0130 stays one code point"),
    ("ISPARTA", True, "ısparta", "Turkic languages pair I with ı"),
    ("١٢ مايو", False, "12 مايو", "Arabic digits"),
    ("a\u00a0b\tc", False, "a b c", "one shape of space"),
    ("Ёлка", False, "елка", "ё is written е as often"),
]


@pytest.mark.parametrize(("raw", "turkic", "folded", "why"), ROWS)
def test_fold(raw: str, turkic: bool, folded: str, why: str) -> None:
    assert fold(raw, turkic) == folded, why


@given(st.text())
def test_length_is_kept(text: str) -> None:
    assert len(fold(text)) == len(fold(text, turkic=True)) == len(text)


@pytest.mark.parametrize("turkic", [False, True])
@given(text=st.text(st.characters() | st.sampled_from("Iİ“‘–ёأ٣國，")))
def test_a_long_text_is_folded_as_a_short_one(text: str, turkic: bool) -> None:
    assert fold(text + " " * 64, turkic)[: len(text)] == fold(text, turkic)


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("he did not ", "did not "),
        ("in Lima, not ", "not "),
        ("not", "not"),
        (" did  not ", "not "),
        ("he came; ", ""),
        ("", ""),
    ],
)
def test_two_words_before_a_place(before: str, words: str) -> None:
    assert before[two_words_before(before, 0, len(before)) :] == words


def test_two_words_begin_no_further_than_told() -> None:
    assert two_words_before("never did not ", 8, 14) == 8
