"""JSON in pieces: lists of any length, values that lie across blocks, and what is malformed."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.intake import json as reader
from dragoman.intake import jsonl
from dragoman.intake.source import Source


def _read(text: str | bytes, module: Any = reader) -> list[tuple[str, str | None]]:
    """Where each item stands, and its text; or its problem, with an exclamation mark before it."""
    data = text.encode() if isinstance(text, str) else text
    items = module.read(Source.of(data, "f", "f"))
    return [(item.where, item.dispatch.text if item.dispatch else f"!{item.problem}") for item in items]


SOUND = [
    ('{"text": "a"}', [("f", "a")], "an object"),
    ('\ufeff\n {"text": "a"}\n', [("f", "a")], "behind a byte order mark"),
    ('[{"text": "a"}, {"text": "b"}]', [("f:1", "a"), ("f:1", "b")], "a list in one line"),
    ('[\n  {"text": "a"},\n  {\n   "text": "b"\n  }\n]\n', [("f:2", "a"), ("f:3", "b")], "a list over lines"),
    ('{"text": "a"}\n{"text": "b"}', [("f", "a"), ("f", "b")], "objects one after the other"),
    ("[]", [], "an empty list"),
    ("", [], "nothing"),
]


@pytest.mark.parametrize(("text", "expected", "why"), SOUND, ids=[row[2] for row in SOUND])
def test_sound_json(text: str, expected: list[tuple[str, str]], why: str) -> None:
    assert _read(text) == expected


MALFORMED = [
    ('{"text": "a"', "f:1", "not valid JSON", "cut off"),
    ('{\n "text": "a",\n "date": 2024-05-08\n}', "f:3", "not valid JSON", "a bare date in line 3"),
    ('[{"text": "a"}', "f", "does not end with ]", "a list without end"),
    ("[" * 100_000, "f:1", "nested too deeply", "nested too deeply"),
    ('{"text": ' + "1" * 5000 + "}", "f:1", "number too long", "a number too long"),
    ('["a"]', "f:1", "this is a string", "a string is no dispatch"),
    ("[[1]]", "f:1", "this is a list", "a list is no dispatch"),
    ('{"title": "a"}', "f", "no field 'text'", "no text"),
    ('{"text": 3}', "f", "no field 'text'", "a number as text"),
    ('{"text": "a", "date": 20240508}', "f", "'date' is not a string", "a number as date"),
    ('{"text": "a", "date": "2024-02-30"}', "f", "impossible date '2024-02-30'", "no such day"),
    ('{"text": "a \\ud83d b"}', "f", "half a character", "half a surrogate pair"),
    (b'{"text": "\xfc"}', "f", "not UTF-8 (byte 0xfc in line 1)", "another encoding"),
]


@pytest.mark.parametrize(("text", "where", "word", "why"), MALFORMED, ids=[row[3] for row in MALFORMED])
def test_malformed_json_is_told(text: str | bytes, where: str, word: str, why: str) -> None:
    at, problem = _read(text)[-1]
    assert at == where
    assert problem is not None
    assert problem.startswith("!")
    assert word in problem


@pytest.mark.parametrize("indent", ["", " ", "\t"])
def test_a_malformed_item_of_a_list_costs_only_itself(indent: str) -> None:
    rows = [f'{indent}{{"text": "{number}"}}' for number in range(10)]
    rows[6] = rows[6].replace(":", "")
    read = _read("[\n" + ",\n".join(rows) + "\n]")
    assert [text for _, text in read if text and text[0] != "!"] == list("012345789")
    assert [where for where, text in read if text and text[0] == "!"] == ["f:8"]


def test_a_malformed_line_costs_only_itself() -> None:
    lines = ["" if number == 3 else f'{{"text": "{number}"}}' for number in range(10)]
    lines[6] = '{"text": "cut'
    read = _read("\n".join(lines), jsonl)
    assert [where for where, text in read if text and text[0] == "!"] == ["f:7"]
    assert [where for where, text in read if text and text[0] != "!"] == [f"f:{n}" for n in (1, 2, 3, 5, 6, 8, 9, 10)]


LINES = [
    (b'{"text": "\xfc"}', "byte 0xfc in line 2"),
    (b'{"text": "a",}', "column"),
    (b"[" * 100_000, "nested too deeply"),
    (b"null", "this is null"),
]


@pytest.mark.parametrize(("line", "word"), LINES)
def test_a_bad_line_says_why(line: bytes, word: str) -> None:
    first, bad, last = _read(b'{"text": "a"}\n' + line + b'\n{"text": "b"}\n', jsonl)
    assert (first, last) == (("f:1", "a"), ("f:3", "b"))
    assert bad[0] == "f:2"
    assert word in str(bad[1])


@given(
    st.lists(st.text(st.characters(codec="utf-8"), max_size=40), max_size=12),
    st.sampled_from([None, 0, 1, 4]),
    st.integers(1, 50),
)
def test_any_list_comes_back_whatever_the_block(texts: list[str], indent: int | None, block: int) -> None:
    data = json.dumps([{"text": text} for text in texts], ensure_ascii=False, indent=indent)
    before = reader.BLOCK
    try:
        reader.BLOCK = block
        assert [text for _, text in _read(data)] == texts
    finally:
        reader.BLOCK = before
