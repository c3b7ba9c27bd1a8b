"""Numbered notes: every quote stands in its dispatch, and a reader can check it."""

from __future__ import annotations

from itertools import pairwise

import pytest

from dragoman.ledger import Ledger
from dragoman.ledger.pairs import pair
from dragoman.report.briefing import briefing
from dragoman.report.notes import QUOTE, SOURCES, shortened
from dragoman.report.page import Line, Note, Page
from dragoman.report.told_briefing import page as briefed
from dragoman.report.told_work import page as worked
from dragoman.report.work import work

from .story import STORY

KEN_JPN = pair("KEN", "JPN")


def pages(ledger: Ledger, lang: str) -> list[Page]:
    with ledger.reading() as connection:
        done = work(connection, KEN_JPN, "2023", "2024-03-01", "2024-03-01")
        return [worked(done, lang), briefed(briefing(connection, KEN_JPN, "2024-03-01"), lang)]


def cited(page: Page) -> list[int]:
    lines: list[Line] = list(page.lead)
    for section in page.sections:
        lines += [line for item in section.items for line in (item.line, *item.under)]
    return [run.note for line in lines for run in line if run.note]


def quotes(note: Note) -> list[str]:
    """What a note's sources say: the run between the quotation marks."""
    return [b.text for line in note.lines for a, b in pairwise(line) if a.text in ("“", "„")]


@pytest.mark.parametrize("lang", ["en", "de"])
def test_notes_are_numbered_as_they_are_first_cited(ledger: Ledger, lang: str) -> None:
    for page in pages(ledger, lang):
        assert list(dict.fromkeys(cited(page))) == [note.number for note in page.notes]


@pytest.mark.parametrize("lang", ["en", "de"])
def test_every_quote_stands_in_a_dispatch(ledger: Ledger, lang: str) -> None:
    texts = [coding.dispatch.text for coding in STORY]
    for page in pages(ledger, lang):
        for note in page.notes:
            found = quotes(note)
            assert 1 <= len(found) <= SOURCES
            assert all(any(quote.rstrip("…") in text for text in texts) for quote in found)


def test_the_language_of_the_page_is_heard_first(ledger: Ledger) -> None:
    [english, _], [german, _] = pages(ledger, "en"), pages(ledger, "de")
    assert "President Grace Njeri began a state visit to Japan on Monday." in quotes(english.notes[0])
    assert any("Staatsbesuch" in quote for quote in quotes(german.notes[0]))


@pytest.mark.parametrize(
    ("text", "limit", "want"),
    [
        ("short enough", 20, "short enough"),
        ("cut at the end of a word", 12, "cut at the…"),
        ("no comma, before the dots", 11, "no comma…"),
        ("外交部长在北京举行会谈并签署协议", 8, "外交部长在北京…"),
        ("one\n line", 20, "one line"),
    ],
)
def test_quotes_are_cut_at_words(text: str, limit: int, want: str) -> None:
    assert shortened(text, limit) == want
    assert len(want) <= QUOTE
