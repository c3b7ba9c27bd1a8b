"""What counts as an answer: JSON in the shape asked for, sound by the codebook, with every quote in the text once."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator

from dragoman.codebook import codebook
from dragoman.codebook.check import problems
from dragoman.codebook.schema import schema
from dragoman.ledger.pairs import names
from dragoman.model import Coding, Evidence, Record
from dragoman.second.shape import shape

_THOUGHT = re.compile(r"^\s*<think>.*?</think>", re.DOTALL)
_FENCED = re.compile(r"^```(?:json)?\s*\n(.*?)\n?```$", re.DOTALL)


class Rejected(ValueError):
    """An answer that does not count: why, in words that can be counted, and what exactly."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason = reason


def records(content: str, asked: Coding) -> tuple[Record, ...]:
    """The records of an answer about a coded dispatch's text; raises `Rejected`."""
    try:
        return _records(_parsed(content), asked)
    except RecursionError:
        raise Rejected("not in the shape asked for", "nested too deep") from None


def _records(data: Any, asked: Coding) -> tuple[Record, ...]:
    _check("not in the shape asked for", _asked_shape(), data)
    text = asked.dispatch.text
    found = [{**row, "evidence": [_place(quote, text) for quote in row["evidence"]]} for row in data["records"]]
    coded = {**asked.to_json(), "relevant": bool(found), "records": found}
    breach = next(iter(problems(coded)), None) or next(filter(None, map(_unknown_state, found)), None)
    if breach:
        raise Rejected("against the codebook", breach)
    _check("against the codebook", _coded_shape(), coded)
    return tuple(Record.from_json(row, text) for row in found)


def _parsed(content: str) -> Any:
    """The JSON of an answer; a model's thoughts before it and a fence around it are left out."""
    told = _THOUGHT.sub("", content).strip()
    fenced = _FENCED.match(told)
    try:
        data = json.loads(fenced.group(1) if fenced else told, parse_constant=_refuse)
        json.dumps(data, ensure_ascii=False).encode()  # half of a surrogate pair can be escaped, but not written
    except (ValueError, RecursionError):
        raise Rejected("no JSON", repr(told[:60])) from None
    return data


def _refuse(constant: str) -> Any:
    raise ValueError(constant)


def _place(quote: str, text: str) -> dict[str, Any]:
    """Where a quote stands: looked up as it is, and only if it stands nowhere else."""
    start = text.find(quote) if quote.strip() else -1
    if start < 0:
        raise Rejected("quote not in the text", repr(quote[:60]))
    if text.find(quote, start + 1) >= 0:
        raise Rejected("quote more than once in the text", repr(quote[:60]))
    return Evidence.of(text, start, start + len(quote)).to_json()


def _unknown_state(record: Mapping[str, Any]) -> str | None:
    unknown = [actor["state"] for actor in record["actors"] if actor["state"] and actor["state"] not in _states()]
    return f"no such state or organisation: {unknown[0]}" if unknown else None


@cache
def _states() -> frozenset[str]:
    return frozenset((*names(), *codebook().organisations))


def _check(reason: str, validator: Draft202012Validator, data: Any) -> None:
    error = next(validator.iter_errors(data), None)  # there may be very many
    if error is not None:
        at = "/".join(map(str, error.path)) or "the answer"
        raise Rejected(reason, f"{at}: {error.message[:120]}")


@cache
def _asked_shape() -> Draft202012Validator:
    return Draft202012Validator(shape(codebook()))


@cache
def _coded_shape() -> Draft202012Validator:
    return Draft202012Validator(schema(codebook()))
