"""Where the parties stand in a sentence, and which cues its words hold."""

from __future__ import annotations

import pytest

from dragoman.plover.lexicon import Lexicon
from dragoman.plover.sentence import places, sentence, words


@pytest.mark.parametrize(
    ("text", "source", "target", "found", "why"),
    [
        ("Oman met Mali.", "Oman", "Mali", ("Oman", "Mali"), "as they stand"),
        ("Romania and Oman met Mali.", "Oman", "Mali", ("Oman", "Mali"), "whole words before parts"),
        ("The omani met Mali.", "Oman", "Mali", ("oman", "Mali"), "a part in other letters where there is no more"),
        ("The  US army met Mali.", "The US army", "Mali", ("The  US army", "Mali"), "whatever the spaces"),
        ("Mali's army met Mali.", "Mali's army", "Mali", ("Mali's army", "Mali"), "apart before one within the other"),
        ("Iraqi fighters agreed.", "Iraqi fighters", "Iraqi", ("Iraqi fighters", "Iraqi"), "within if need be"),
        ("Oman met.", "Oman", None, ("Oman", None), "one not named"),
    ],
)
def test_the_parties_are_found(
    text: str, source: str, target: str | None, found: tuple[str, str | None], why: str
) -> None:
    spans = places(text, source, target)
    assert tuple(span and text[slice(*span)] for span in spans) == found, why


def test_the_nearest_pair_is_taken() -> None:
    text = "Mali said so. Oman, it added, is near. Oman met Mali."
    assert places(text, "Oman", "Mali") == ((39, 43), (48, 52))


def test_a_party_is_one_word() -> None:
    text = "The king of Oman met Mali's army."
    read = sentence(text, *places(text, "The king of Oman", "Mali's army"))
    assert [word.text for word in read.words] == ["@S", "met", "@T", "."]
    assert (read.source, read.target) == (0, 2)
    assert [word.text for word in read.within_target] == ["mali", "'s", "army"]


def test_a_party_within_the_other_stands_after_it() -> None:
    text = "Iraqi fighters agreed."
    read = sentence(text, *places(text, "Iraqi fighters", "Iraqi"))
    assert [word.text for word in read.words] == ["@S", "@T", "agreed", "."]


SMALL = Lexicon(
    {
        "grammar": {
            "skipped": "the",
            "common": "the",
            "relative": "who",
            "agent": "by",
            "barrier": "@S will",
            "passive": "was",
            "participle": "ed",
            "endings": "ies>y s> ed> ed>e ing>",
            "doubling": "ed ing",
            "stems": "s",
        },
        "classes": {"aid": "aid food"},
        "nothing": ["march #"],
        "operators": {"refuse": ["refuse"]},
        "acts": {
            "AID": ["send/give * $aid", "carry"],
            "PROTEST": ["march"],
            "COERCE-arrest": ["nab @T"],
            "YIELD": ["send"],
        },
        "hints": {"AID": "food"},
        "forms": {"give": "gave given"},
    }
)


@pytest.mark.parametrize(
    ("text", "tells", "why"),
    [
        ("They sent food", [("hint", "AID")], "no form of send is listed that ends so"),
        ("They send much good food", [("act", "AID"), ("hint", "AID")], "a star stands for up to four words"),
        ("They send a b c d e food", [("act", "YIELD"), ("hint", "AID")], "and for no more"),
        ("They send 1 000 000 000 000 kilos of food", [("act", "AID"), ("hint", "AID")], "numbers are not counted"),
        ("They send what will be food", [("act", "YIELD"), ("hint", "AID")], "nor does it go over a barrier"),
        ("They gave aid", [("act", "AID")], "an irregular form"),
        ("It carries", [("act", "AID")], "an ending that changes the base"),
        ("He nabbed @T", [("act", "COERCE-arrest")], "a doubled letter"),
        ("He refused", [("operator", "refuse")], "an operator"),
        ("On March 3 they march", [("act", "PROTEST")], "what looks like a cue and is none"),
    ],
)
def test_cues_are_found(text: str, tells: list[tuple[str, str]], why: str) -> None:
    read = [word._replace(text="@T") if word.text in ("@", "t") else word for word in words(text)]
    assert [(cue.kind, cue.tells) for cue in SMALL.cues(read)] == tells, why


@pytest.mark.parametrize(("word", "base"), [("1,000", "#"), ("gave", "give"), ("wordings", "wording"), ("the", "the")])
def test_one_base_for_a_word(word: str, base: str) -> None:
    assert SMALL.words.base(word) == base
