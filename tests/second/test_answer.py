"""Which answers count, and why others do not."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest

from dragoman.model import Coding, Dispatch
from dragoman.second.answer import Rejected, records

from .conftest import IN_DOUBT, SIGNED

ASKED = Coding(Dispatch(IN_DOUBT, lang="en", date="2024-05-08"))


def answer(**change: Any) -> str:
    return json.dumps({"records": [{**SIGNED, **change}]})


def with_state(state: str) -> str:
    return answer(actors=[{**SIGNED["actors"][0], "state": state}])


COUNT = [
    ("as asked", answer()),
    ("in a fence", f"```json\n{answer()}\n```"),
    ("behind a thought", f"<think>Who signed? {{}}</think>\n\n{answer()}"),
]


@pytest.mark.parametrize(("why", "content"), COUNT, ids=[row[0] for row in COUNT])
def test_counts(why: str, content: str) -> None:
    (record,) = records(content, ASKED)
    assert (record.kind, record.act, record.place) == ("document", "sign", "Nairobi")
    quote = record.evidence[0]
    assert IN_DOUBT[quote.start : quote.end] == quote.quote == SIGNED["evidence"][0]


def test_nothing_to_code_counts() -> None:
    assert records('{"records": []}', ASKED) == ()


REJECTED = [
    ("words around it", f"Here you are: {answer()}", "no JSON"),
    ("half of it", answer()[:80], "no JSON"),
    ("nested without end", "[" * 100_000, "no JSON"),
    ("not a number", '{"records": NaN}', "no JSON"),
    ("half a letter", answer(place="\ud83d"), "no JSON"),
    ("a list", json.dumps([SIGNED]), "not in the shape asked for"),
    ("nested deep", '{"records": [' + "[" * 900 + "]" * 900 + "]}", "not in the shape asked for"),
    ("records without end", '{"records": [' + "1," * 300_000 + "1]}", "not in the shape asked for"),
    ("records that are none", '{"records": [1]}', "not in the shape asked for"),
    ("a slot too few", json.dumps({"records": [{"kind": "visit"}]}), "not in the shape asked for"),
    ("another kind's role", answer(kind="visit"), "not in the shape asked for"),
    ("a quote of nothing", answer(evidence=[""]), "quote not in the text"),
    ("a quote of blanks", answer(evidence=[" "]), "quote not in the text"),
    ("other words", answer(evidence=["Japan and Kenya signed"]), "quote not in the text"),
    ("other letters", answer(evidence=["kenya and Japan signed"]), "quote not in the text"),
    ("one good quote, one bad", answer(evidence=[*SIGNED["evidence"], "in July"]), "quote not in the text"),
    ("words that stand twice", answer(evidence=["on"]), "quote more than once in the text"),
    ("it ends before it begins", answer(date="2024-05", end_date="2024-04"), "against the codebook"),
    ("no such day", answer(date="2024-02-31"), "against the codebook"),
    ("a topic twice", answer(topics=["trade", "trade"]), "against the codebook"),
    ("nobody", answer(actors=[{**SIGNED["actors"][0], "state": None}]), "against the codebook"),
    ("no such state", with_state("XYZ"), "against the codebook"),
    ("an empty name", answer(name=" "), "against the codebook"),
]


@pytest.mark.parametrize(("why", "content", "reason"), REJECTED, ids=[row[0] for row in REJECTED])
def test_does_not_count(why: str, content: str, reason: str) -> None:
    began = time.monotonic()
    with pytest.raises(Rejected) as caught:
        records(content, ASKED)
    assert time.monotonic() - began < 5
    assert caught.value.reason == reason
    assert "\n" not in str(caught.value)


def test_overlapping_repeats_are_more_than_one() -> None:
    sent = Coding(Dispatch("ha ha ha: Kenya and Japan agree", lang="en", date="2024-05-08"))
    with pytest.raises(Rejected, match="more than once"):
        records(answer(evidence=["ha ha"]), sent)
