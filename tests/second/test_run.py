"""`dragoman code` with a second reader at an endpoint that behaves well, or as badly as one can."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from dragoman.cli import main
from dragoman.codebook.check import problems
from dragoman.coder import Coder
from dragoman.model import Dispatch
from dragoman.second import asking
from dragoman.second.reader import SecondReader
from dragoman.second.settings import KEY, Settings

from ..conftest import SENTENCE
from .conftest import IN_DOUBT, IN_FORCE, SIGNED, Endpoint, Handler, completion, said

Ask = Callable[..., Result]


def doubtful(*ids: str) -> list[dict[str, Any]]:
    """Dispatches in doubt, each with words of its own."""
    return [{"id": name, "lang": "en", "date": "2024-05-08", "text": f"{IN_DOUBT} ({name})"} for name in ids]


@pytest.fixture
def ask(endpoint: Endpoint, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Code dispatches with the endpoint as second reader; what it read is in ``second.jsonl``."""
    monkeypatch.setattr(asking, "LONGEST_WAIT", 0.05)
    monkeypatch.delenv(KEY, raising=False)

    def run(rows: list[dict[str, Any]], *options: str, key: str | None = None) -> Result:
        second = ["--second-reader", endpoint.url, "--second-model", "small"]
        files = ["--second-output", str(tmp_path / "second.jsonl"), "--second-cache", str(tmp_path / "cache")]
        arguments = ["code", "-", "--format", "jsonl", *second, *files, *options]
        return CliRunner(env={KEY: key}).invoke(main, arguments, input=json.dumps(rows))

    return run


def read(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / "second.jsonl").read_text("utf-8").splitlines()]


def test_what_is_in_doubt_is_read_by_another(ask: Ask, endpoint: Endpoint, tmp_path: Path) -> None:
    endpoint.respond = lambda handler, request: handler.send(said(SIGNED, IN_FORCE))
    sure = {"id": "sure", "lang": "en", "date": "2024-05-08", "text": SENTENCE}
    result = ask([*doubtful("one"), sure])
    assert result.exit_code == 0, result.stderr
    alone = CliRunner().invoke(main, ["code", "-", "--format", "jsonl"], input=json.dumps([*doubtful("one"), sure]))
    assert result.stdout == alone.stdout, "the coder's own output stays as it is"
    (second,) = read(tmp_path)
    assert (second["id"], second["coder"]) == ("one", "second:small")
    assert [record["act"] for record in second["records"]] == ["sign", "enter_into_force"]
    assert list(problems(second)) == []
    assert "1 in doubt; 0 answered before; 1 sent in 1 call, 1 answered; 1 sound with 2 records" in result.stderr
    (request,) = endpoint.requests
    assert IN_DOUBT in request["messages"][1]["content"]
    assert (request["model"], request["response_format"]["type"]) == ("small", "json_schema")
    assert "authorization" not in endpoint.headers[0]


def test_a_second_run_makes_no_calls(ask: Ask, endpoint: Endpoint, tmp_path: Path) -> None:
    ask(doubtful("one", "two"))
    first, asked = read(tmp_path), len(endpoint.requests)
    again = ask(doubtful("one", "two"), "--second-limit", "0")
    assert (read(tmp_path), len(endpoint.requests)) == (first, asked)
    assert "2 answered before; 0 sent" in again.stderr
    ask(doubtful("one"), "--second-model", "large")
    assert len(endpoint.requests) == asked + 1, "another model is another question"


def test_the_key_is_sent_and_never_told(ask: Ask, endpoint: Endpoint) -> None:
    endpoint.respond = lambda handler, request: handler.send(
        {"error": {"message": "x" * 140 + " bad key sk-1, sk-123456789"}}, 401
    )
    result = ask(doubtful("one"), key="sk-1")
    assert endpoint.headers[0]["authorization"] == "Bearer sk-1"
    assert result.exit_code == 1
    assert "HTTP 401" in result.stderr
    assert KEY in result.stderr
    assert "sk-" not in result.stderr + result.stdout


def hang(handler: Handler, request: dict[str, Any]) -> None:
    handler.endpoint.ended.wait(20)


def drip(handler: Handler, request: dict[str, Any]) -> None:
    """A byte now and then, within what one read may take, for ever."""
    handler.send_response(200)
    handler.end_headers()
    try:
        while not handler.endpoint.ended.wait(0.1):
            handler.wfile.write(b" ")
            handler.wfile.flush()
    except OSError:
        pass


def drip_head(handler: Handler, request: dict[str, Any]) -> None:
    """The same before the body has begun."""
    try:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nx: ")
        while not handler.endpoint.ended.wait(0.1):
            handler.wfile.write(b"x")
            handler.wfile.flush()
    except OSError:
        pass


def flood(handler: Handler, request: dict[str, Any]) -> None:
    handler.send_response(200)
    handler.end_headers()
    try:
        while not handler.endpoint.ended.is_set():
            handler.wfile.write(b"x" * 65536)
    except OSError:
        pass


def half(handler: Handler, request: dict[str, Any]) -> None:
    handler.send('{"choices": [', content_length="4000")
    handler.close_connection = True


def gone(handler: Handler, request: dict[str, Any]) -> None:
    handler.close_connection = True


Behaviour = Callable[[Handler, dict[str, Any]], None]


def with_status(status: int, **headers: str) -> Behaviour:
    return lambda handler, request: handler.send({"error": {"message": "no"}}, status, **headers)


def with_body(body: Any) -> Behaviour:
    return lambda handler, request: handler.send(body)


BAD: list[tuple[str, Behaviour, int, int, str]] = [
    # how it behaves, calls, exit status, what is said
    ("never answers", hang, 1, 0, "1 not answered (no answer within 0.5 seconds 1)"),
    ("answers without end, slowly", drip, 1, 0, "1 not answered (no answer within 0.5 seconds 1)"),
    ("a head without end, slowly", drip_head, 1, 0, "1 not answered (no answer within 0.5 seconds 1)"),
    ("answers without end, fast", flood, 1, 0, "an answer of over 1,048,576 bytes 1"),
    ("breaks off", half, 3, 0, "the connection broke 1"),
    ("hangs up", gone, 3, 0, "the connection broke 1"),
    ("fails", with_status(500), 3, 0, "HTTP 500 1"),
    ("is busy", with_status(429, retry_after="7"), 3, 0, "HTTP 429 1"),
    ("wants a key", with_status(401), 1, 1, "could not be asked"),
    ("has no such model", with_status(404), 1, 1, "check --second-reader and --second-model"),
    ("is elsewhere", with_status(307, location="http://127.0.0.2:9/v1"), 1, 1, "it is elsewhere"),
    ("takes no such question", with_status(400), 3, 0, "HTTP 400 1"),
    ("no JSON", with_body("<html>"), 1, 0, "a response that is no chat completion 1"),
    ("another JSON", with_body([{"choices": 1}]), 1, 0, "a response that is no chat completion 1"),
    ("nested without end", with_body("[" * 100_000), 1, 0, "a response that is no chat completion 1"),
    ("no content", with_body(completion(None)), 1, 0, "an empty answer 1"),
    ("chatter", with_body(completion("I am sorry, Dave.")), 1, 0, "1 rejected (no JSON 1)"),
    ("another shape", with_body(completion('{"events": []}')), 1, 0, "1 rejected (not in the shape asked for 1)"),
    ("cut off", with_body(said(SIGNED, finish="length")), 1, 0, "1 rejected (cut off 1)"),
    (
        "words that are not there",
        with_body(said({**SIGNED, "evidence": ["Kenya and Japan rejoiced"]})),
        1,
        0,
        "1 rejected (quote not in the text 1)",
    ),
]


@pytest.mark.parametrize(("why", "respond", "calls", "status", "told"), BAD, ids=[row[0] for row in BAD])
def test_an_endpoint_that_behaves_badly(
    why: str, respond: Behaviour, calls: int, status: int, told: str, ask: Ask, endpoint: Endpoint, tmp_path: Path
) -> None:
    endpoint.respond = respond
    began = time.monotonic()
    result = ask(doubtful("one"), "--second-timeout", "0.5")
    assert time.monotonic() - began < 10
    assert result.exit_code == status, result.stderr
    assert told in result.stderr
    assert all(line.startswith("dragoman: ") for line in result.stderr.splitlines())
    assert len(endpoint.requests) == calls
    assert json.loads(result.stdout)["id"] == "one", "the coder's own work is not lost"
    assert read(tmp_path) == []


def test_one_that_recovers_is_asked_again(ask: Ask, endpoint: Endpoint, tmp_path: Path) -> None:
    def respond(handler: Handler, request: dict[str, Any]) -> None:
        (with_status(503) if len(endpoint.requests) == 1 else with_body(said(SIGNED)))(handler, request)

    endpoint.respond = respond
    assert "1 sent in 2 calls, 1 answered" in ask(doubtful("one")).stderr
    assert len(read(tmp_path)) == 1


@pytest.mark.parametrize(("taken", "calls"), [("json_object", 2), (None, 3)])
def test_one_that_knows_no_schema_is_asked_more_simply(
    taken: str | None, calls: int, ask: Ask, endpoint: Endpoint
) -> None:
    def respond(handler: Handler, request: dict[str, Any]) -> None:
        known = request.get("response_format", {}).get("type") == taken
        handler.send(said(SIGNED) if known else {"error": "unknown response_format"}, 200 if known else 400)

    endpoint.respond = respond
    result = ask(doubtful("one"))
    assert "1 sound with 1 record" in result.stderr
    assert len(endpoint.requests) == calls
    ask(doubtful("two", "three", "four", "five"))
    assert len(endpoint.requests) <= calls + 4 + 2 * (calls - 1), "what it takes is found out once a run"


def test_a_question_that_is_refused_is_no_reason_to_ask_otherwise(ask: Ask, endpoint: Endpoint) -> None:
    """A server that has taken the schema says 400 to a text that is too long for it."""

    def respond(handler: Handler, request: dict[str, Any]) -> None:
        long = "(long)" in request["messages"][1]["content"]
        handler.send({"error": {"message": "too long"}} if long else said(SIGNED), 400 if long else 200)
        if not long:
            handler.endpoint.ended.wait(0.2)

    endpoint.respond = respond
    result = ask([*doubtful("one", "two"), *doubtful("long")])
    assert "HTTP 400: too long" in result.stderr
    assert {request["response_format"]["type"] for request in endpoint.requests} == {"json_schema"}


def test_the_limit_of_calls_counts_every_try(ask: Ask, endpoint: Endpoint) -> None:
    endpoint.respond = with_status(500)
    result = ask(doubtful("one", "two", "three", "four"), "--second-limit", "3")
    assert len(endpoint.requests) == 3
    assert "in 3 calls" in result.stderr
    assert "limit of 3 calls" in result.stderr


def test_the_limit_of_time_ends_all(ask: Ask, endpoint: Endpoint) -> None:
    endpoint.respond = hang
    began = time.monotonic()
    result = ask(doubtful("one", "two", "three"), "--second-seconds", "1")
    assert time.monotonic() - began < 8
    assert "0 answered, 2 not answered (not waited for 2)" in result.stderr
    assert "1 not sent (limit of 1 seconds 1)" in result.stderr


def test_an_interruption_ends_it_and_loses_nothing(endpoint: Endpoint, tmp_path: Path) -> None:
    endpoint.respond = lambda handler, request: (
        handler.send(said(SIGNED)) if "(one)" in request["messages"][1]["content"] else hang(handler, request)
    )
    (tmp_path / "d.json").write_text(json.dumps(doubtful("one", "two", "three")))
    second = ["--second-reader", endpoint.url, "--second-model", "m", "--second-cache", str(tmp_path / "cache")]
    files = [str(tmp_path / "d.json"), "--format", "jsonl", "--second-output", str(tmp_path / "second.jsonl")]
    program = [sys.executable, "-m", "dragoman", "code", *files, *second]
    with subprocess.Popen(program, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as run:
        began = time.monotonic()
        while len(endpoint.requests) < 3 and time.monotonic() - began < 60:
            time.sleep(0.05)
        run.send_signal(signal.SIGINT)
        out, err = run.communicate(timeout=30)
    assert (run.returncode, len(out.splitlines())) == (130, 3), err
    assert "interrupted; what was answered is kept" in err
    assert "Traceback" not in err
    assert [coded["id"] for coded in read(tmp_path)] == ["one"]


def test_the_same_text_twice_is_asked_about_once(ask: Ask, endpoint: Endpoint, tmp_path: Path) -> None:
    assert "1 answered before; 2 sent in 2 calls" in ask(doubtful("one", "two") + doubtful("one")).stderr
    assert [coded["id"] for coded in read(tmp_path)] == ["one", "two", "one"]


def test_the_order_is_that_of_the_dispatches(ask: Ask, endpoint: Endpoint, tmp_path: Path) -> None:
    def respond(handler: Handler, request: dict[str, Any]) -> None:
        if "(one)" in request["messages"][1]["content"]:
            handler.endpoint.ended.wait(0.5)
        handler.send(said(SIGNED))

    endpoint.respond = respond
    ask(doubtful("one", "two", "three"))
    assert [coded["id"] for coded in read(tmp_path)] == ["one", "two", "three"]


def test_nobody_there(ask: Ask, endpoint: Endpoint) -> None:
    endpoint.url = "http://127.0.0.1:9/v1"
    result = ask(doubtful("one", "two", "three"))
    assert result.exit_code == 1
    assert "http://127.0.0.1:9/v1: cannot be reached" in result.stderr
    assert len(result.stdout.splitlines()) == 3


def test_a_long_text_is_not_sent(ask: Ask, endpoint: Endpoint) -> None:
    (row,) = doubtful("one")
    result = ask([{**row, "text": row["text"] + " The weather was fine." * 1000}])
    assert "1 not sent (longer than 20,000 characters 1)" in result.stderr
    assert endpoint.requests == []


@pytest.mark.parametrize(("embargo", "unsent"), [("2999-01-01T00:00:00Z", 1), ("2024-05-09T00:00:00Z", 0)])
def test_what_is_under_embargo_goes_to_no_other_machine(embargo: str, unsent: int, tmp_path: Path) -> None:
    settings = Settings("https://example.org/v1", "m", limit=0, cache=tmp_path / "cache")
    reader = SecondReader(settings, print)
    reader.consider("one", Coder().code(Dispatch(IN_DOUBT, lang="en", date="2024-05-08", embargo=embargo)))
    assert reader.tally.unsent["under embargo"] == unsent
    assert sum(reader.tally.unsent.values()) == 1


def test_it_does_not_go_through_a_proxy(ask: Ask, endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch) -> None:
    """A text for this machine would leave it."""
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert "1 sound" in ask(doubtful("one")).stderr


USAGE = [
    (["--second-reader", "http://localhost:1/v1"], 2, "--second-model"),
    (["--second-model", "m"], 2, "--second-reader"),
    (["--second-output", "x.jsonl"], 2, "go together"),
    (["--second-reader", "http://localhost:1/v1", "--second-model", "m"], 2, "go together"),
    (["--second-reader", "http://example.org/v1", "--second-model", "m", "--second-output", "x"], 1, "unencrypted"),
    (["--second-reader", "ham", "--second-model", "m", "--second-output", "x"], 1, "no address"),
]


@pytest.mark.parametrize(("options", "status", "told"), USAGE)
def test_wrong_usage(options: list[str], status: int, told: str, tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["code", "-", "--second-cache", str(tmp_path / "c"), *options], input="")
    assert (result.exit_code, told in result.stderr) == (status, True), result.stderr


@pytest.mark.parametrize("package", ["httpx2", "jsonschema", "platformdirs"])
def test_without_the_extra(package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    second = ["--second-reader", "http://localhost:1/v1", "--second-model", "m", "--second-output", "x.jsonl"]
    result = CliRunner().invoke(main, ["code", "-", *second], input="")
    assert (result.exit_code, "pip install 'dragoman[second]'" in result.stderr) == (1, True), result.stderr


def test_a_cache_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("no database, whatever its name may say")
    second = ["--second-reader", "http://localhost:1/v1", "--second-model", "m", "--second-output", str(tmp_path / "o")]
    result = CliRunner().invoke(main, ["code", "-", *second, "--second-cache", str(tmp_path / "cache")], input="")
    assert result.exit_code == 1
    assert "--second-cache" in result.stderr


def test_outputs_are_not_confused(tmp_path: Path) -> None:
    second = ["--second-reader", "http://localhost:1/v1", "--second-model", "m", "--second-cache", str(tmp_path / "c")]
    out = str(tmp_path / "o.jsonl")
    result = CliRunner().invoke(main, ["code", "-", *second, "--second-output", out, "--output", out], input="")
    assert (result.exit_code, "--second-output" in result.stderr) == (2, True)
