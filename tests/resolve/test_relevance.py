"""Texts that tell one state alone are left before their sentences are read, with the same header and no records."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder
from dragoman.find.scan import glance
from dragoman.model import Dispatch
from dragoman.resolve.relevance import tells_one_state

FIRE = "A warehouse burned down in Ghent on Friday. The mayor said that nobody was hurt."
GUEST = "Foreign Minister Jan Peeters received Peru's Foreign Minister Juan Soto on Friday."


@pytest.mark.parametrize(
    ("text", "title", "alone"),
    [
        (FIRE, None, True),  # a city of one state
        ("It rained all week.", None, True),
        ("Belgium and Peru signed an agreement.", None, False),
        ("Spokesperson: It is.", "The spokesperson answers", False),  # the title may tell who speaks
    ],
)
def test_tells_one_state(text: str, title: str | None, alone: bool) -> None:
    assert tells_one_state(glance(text, "en"), Dispatch(text, title=title)) is alone


@pytest.mark.parametrize(
    ("text", "agency", "place", "records"),
    [
        (FIRE, None, None, 0),
        ("GHENT, May 3 - " + FIRE, None, "Ghent", 0),
        (GUEST, None, None, 0),
        (GUEST, "Belga", None, 1),  # the second state is the agency's
    ],
)
def test_one_state(text: str, agency: str | None, place: str | None, records: int) -> None:
    coding = Coder().code(Dispatch(text, lang="en", date="2024-05-03", agency=agency))
    assert (coding.place, min(len(coding.records), 1)) == (place, records)


@pytest.mark.parametrize(
    ("text", "relevant"),
    [
        # what the lead tells of two governments its body need not tell again
        (
            "The governments of Peru and Ghana both care for fish, officials said. It is dear. "
            "The next session of the working group of the two states is due in May.",
            True,
        ),
        # of so many who act, one that says something against is against another
        (
            "Duties on fish are before the WTO, by the will of Peru, Ghana, Chile and Kenya. "
            "Accra rejected the idea of three judges.",
            True,
        ),
        ("A Peruvian and a Ghanaian singer met in Lima. The band will form a council in May.", False),
    ],
)
def test_told_elsewhere(text: str, relevant: bool) -> None:
    assert bool(Coder().code(Dispatch(text, lang="en", date="2024-05-03")).records) is relevant
