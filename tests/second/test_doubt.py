"""What the coder doubts, and what it does not."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder
from dragoman.model import Actor, Coding, Dispatch, Evidence, Record
from dragoman.second.doubt import DOUBTS, doubts

from ..conftest import SENTENCE
from .conftest import IN_DOUBT

CODED = [
    ("two ministers meet", SENTENCE, "en", ()),
    ("no office, no person", IN_DOUBT, "en", ("bare",)),
    ("news of one state", "Nairobi, 8 May. Parliament passed a law on forests. It takes effect in June.", "en", ()),
    (
        "a cue and two states, but nobody of the state acts",
        "Oslo, 8 May. A football club from Norway met fans from Sweden before the match.",
        "en",
        ("silent",),
    ),
    (
        "the same where it stands behind a record",
        f"{SENTENCE} A Kenyan runner thanked Japan after the race.",
        "en",
        ("passed",),
    ),
    ("marks that the coder leaves out", f"\u200f{SENTENCE}", "en", ()),
]


@pytest.mark.parametrize(("why", "text", "lang", "expected"), CODED, ids=[row[0] for row in CODED])
def test_of_what_the_coder_codes(why: str, text: str, lang: str, expected: tuple[str, ...]) -> None:
    assert doubts(Coder().code(Dispatch(text, lang=lang, date="2024-05-08"))) == expected


def test_of_a_record_without_a_state() -> None:
    quote = Evidence.of(SENTENCE, 0, len(SENTENCE))
    record = Record("meeting", "done", (Actor("participant", "Ada Mbeki"),), (quote,))
    told = Dispatch(SENTENCE, lang="en", date="2024-05-08")
    assert doubts(Coding(told, (record,))) == ("stateless",)


def test_of_mixed_languages() -> None:
    german = "Der Präsident Kenias hat am Montag in Berlin den deutschen Bundeskanzler zu einem Gespräch getroffen."
    coding = Coder().code(Dispatch(f"{SENTENCE} {SENTENCE}\n\n{german} {german}", date="2024-05-08"))
    assert coding.warnings
    assert "mixed" in doubts(coding)
    assert list(DOUBTS)[-1] == "mixed"
