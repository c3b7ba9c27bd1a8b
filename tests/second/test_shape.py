"""What a model is asked for is what the codebook allows, no more and no less."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import dragoman
from dragoman.codebook import codebook
from dragoman.coder import Coder
from dragoman.intake import read_all
from dragoman.model import Coding, Dispatch
from dragoman.second.answer import records
from dragoman.second.prompt import EXAMPLE, instruction, messages
from dragoman.second.shape import shape

from .conftest import SIGNED


def as_answered(coding: Coding) -> dict[str, Any]:
    rows = [{slot: value for slot, value in record.to_json().items() if slot != "plover"} for record in coding.records]
    return {"records": [{**row, "evidence": [quote["quote"] for quote in row["evidence"]]} for row in rows]}


def test_whatever_the_coder_says_can_be_said() -> None:
    validator = jsonschema.Draft202012Validator(shape(codebook()))
    coder = Coder()
    kinds = set()
    samples = Path(dragoman.__file__).parent / "samples"
    for item in read_all(map(str, [*sorted(samples.glob("*.*")), samples / "aze-kaz" / "en.jsonl"])):
        assert item.dispatch
        coding = coder.code(item.dispatch)
        validator.validate(as_answered(coding))
        kinds |= {record.kind for record in coding.records}
    assert len(kinds) > 7


WRONG = [
    ("another kind's type", {"type": "official"}),
    ("another kind's act", {"act": "recall"}),
    ("another kind's role", {"actors": [{**SIGNED["actors"][0], "role": "guest"}]}),
    ("an office that is none", {"actors": [{**SIGNED["actors"][0], "office": "king"}]}),
    ("no actors", {"actors": []}),
    ("no evidence", {"evidence": []}),
    ("a day that is none", {"date": "8 May"}),
    ("a topic that is none", {"topics": ["tea"]}),
    ("a slot too many", {"sure": True}),
]


@pytest.mark.parametrize(("why", "change"), WRONG, ids=[row[0] for row in WRONG])
def test_what_cannot_be_said(why: str, change: dict[str, Any]) -> None:
    validator = jsonschema.Draft202012Validator(shape(codebook()))
    assert validator.is_valid({"records": [SIGNED]})
    assert not validator.is_valid({"records": [{**SIGNED, **change}]})


def test_the_instruction_tells_every_code_and_stays_short() -> None:
    told, book = instruction(codebook()), codebook()
    codes = {code for kind in book.kinds.values() for code in (kind.code, *kind.types, *kind.acts, *kind.roles)}
    codes |= {*book.statuses, *book.offices, *book.organisations, *book.topics, *book.slots}
    assert sorted(code for code in codes if code not in told) == []
    assert len(told) < 9000


def test_its_example_is_sound() -> None:
    text, rows = EXAMPLE
    sent = Dispatch(text, lang="en", date="2024-05-08")
    (record,) = records(json.dumps({"records": rows}), Coding(sent))
    assert record.evidence[0].quote in text
    assert [message["role"] for message in messages(sent, codebook())] == ["system", "user"]
    assert messages(sent, codebook())[1]["content"].endswith(text)
