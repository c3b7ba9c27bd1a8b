"""The command that opens a ledger in the browser."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from starlette.testclient import TestClient


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.4", "example.org", ""])
def test_other_machines_are_kept_out(dragoman: Callable[..., Result], host: str) -> None:
    result = dragoman("serve", "--host", host)
    assert result.exit_code == 2
    assert "anybody could read the ledger" in " ".join(result.output.split())


def test_no_ledger(dragoman: Callable[..., Result], tmp_path: Path) -> None:
    result = dragoman("serve", "--ledger", tmp_path / "none.db")
    assert (result.exit_code, result.output.count("\n")) == (1, 1)
    assert "no such ledger" in result.output


def asked(port: int) -> bytes:
    """What a server on a port answers, once it has begun to."""
    for _ in range(200):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/pairs.json") as answer:
                return bytes(answer.read())
        except OSError:
            time.sleep(0.2)
    pytest.fail("the server did not answer within 40 seconds")


@pytest.mark.parametrize("workers", [1, 2])
def test_it_serves_until_it_is_interrupted(stored: str, workers: int) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "dragoman", "serve", "--ledger", stored, "--port", str(port)]
    with subprocess.Popen([*command, "--workers", str(workers)], stderr=subprocess.PIPE, text=True) as server:
        try:
            assert b"AZE-KAZ" in asked(port)
            server.send_signal(signal.SIGINT)
            assert server.wait(30) == 0
        finally:
            server.kill()
        assert server.stderr is not None
        assert "Traceback" not in server.stderr.read()
    with pytest.raises(OSError, match="refused"):
        socket.create_connection(("127.0.0.1", port))


def test_an_answer_says_how_long_it_took(pages: TestClient) -> None:
    for address in ("/", "/pairs/AZE-KAZ.csv", "/nothing", "/static/pages.css"):
        assert re.fullmatch(r"total;dur=\d+\.\d", pages.get(address).headers["server-timing"])
