"""A real model, small enough to run anywhere and too small to be right: what it says is taken as the rules want.

Its server is llama.cpp's, which holds its output to the shape asked for. ``.ci/model make test`` brings both.
"""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner

from dragoman.cli import main
from dragoman.codebook import codebook
from dragoman.codebook.check import problems
from dragoman.model import Coding, Dispatch
from dragoman.second.answer import Rejected, records
from dragoman.second.asking import Failed, Line
from dragoman.second.cache import Answer
from dragoman.second.prompt import messages
from dragoman.second.settings import Settings
from dragoman.second.shape import MOST, shape

from .conftest import IN_DOUBT

SENT = Dispatch(IN_DOUBT, lang="en", date="2024-05-08")
BOOK = codebook()
SMALL = replace(
    BOOK,
    kinds={"document": BOOK.kinds["document"]},
    topics={"trade": ""},
    offices={"foreign_minister": ""},
    organisations={},
)
"""A codebook that is read in seconds."""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Where the model answers."""
    python = os.environ.get("DRAGOMAN_TEST_MODEL")
    if not python:
        pytest.skip("no model: give the Python that has one as DRAGOMAN_TEST_MODEL, or run .ci/model make test")
    program = [python, str(Path(__file__).parent / "serve_model.py")]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(program, text=True, **pipes) as server:  # type: ignore[call-overload]
        found = server.stdout.readline().strip()
        assert found, "the model's server did not start"
        yield f"{found}/v1"
        server.kill()


def ask(address: str, sent: Dispatch, tokens: int) -> Answer:
    """The model's answer by the small codebook."""

    async def asked() -> Answer:
        line = Line(Settings(address, "smollm2", tokens=tokens, timeout=300), shape(SMALL), lambda: None)
        try:
            return await line.ask(messages(sent, SMALL))
        finally:
            await line.close()

    return asyncio.run(asked())


def test_it_keeps_to_the_shape_and_what_it_makes_up_does_not_count(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for slot in MOST:  # it would repeat itself
        monkeypatch.setitem(MOST, slot, 1)
    answer = ask(address, SENT, 400)
    if answer.cut:  # within a text, which no shape ends
        assert answer.content.lstrip().startswith("{")
        return
    jsonschema.Draft202012Validator(shape(SMALL)).validate(json.loads(answer.content))
    quotes = {quote for record in json.loads(answer.content)["records"] for quote in record["evidence"]}
    try:
        found = records(answer.content, Coding(SENT))
    except Rejected as rejected:
        assert rejected.reason in {
            "quote not in the text",
            "quote more than once in the text",
            "against the codebook",
        }
    else:
        assert all(IN_DOUBT.count(quote) == 1 for quote in quotes)
        assert list(problems({**Coding(SENT, found).to_json(), "agency": None})) == []


def test_a_text_beyond_what_it_can_hold_is_refused(address: str) -> None:
    with pytest.raises(Failed, match=r"HTTP 400: .*context"):
        ask(address, replace(SENT, text=IN_DOUBT * 180), 10)


def test_a_run_and_the_same_again_without_it(address: str, tmp_path: Path) -> None:
    file = tmp_path / "d.json"
    file.write_text(json.dumps({"id": "d", "text": IN_DOUBT, "lang": "en", "date": "2024-05-08"}))

    def run(url: str) -> tuple[str, bytes]:
        second = ["--second-reader", url, "--second-model", "smollm2", "--second-tokens", "40"]
        files = ["--second-output", str(tmp_path / "o.jsonl"), "--second-cache", str(tmp_path / "cache")]
        result = CliRunner().invoke(main, ["code", str(file), *second, "--second-timeout", "300", *files])
        assert result.exit_code == 0, result.stderr
        return result.stderr.splitlines()[-1], (tmp_path / "o.jsonl").read_bytes()

    first, read = run(address)
    assert "1 in doubt; 0 answered before; 1 sent in 1 call, 1 answered" in first
    assert "1 rejected (cut off 1)" in first
    again, same = run("http://127.0.0.1:9/v1")  # where nobody is
    assert "1 in doubt; 1 answered before; 0 sent" in again
    assert same == read
