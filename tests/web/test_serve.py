"""The command that opens a ledger in the browser."""

from __future__ import annotations

import re
import signal
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from starlette.testclient import TestClient

from ..serving import started


@pytest.mark.parametrize(
    "given", [["--host", "0.0.0.0"], ["--host", "::"], ["--host", "192.168.1.4"], ["--name", "ledger.example.org"]]
)
def test_other_machines_are_kept_out_while_nobody_could_sign_in(
    dragoman: Callable[..., Result], stored: str, given: list[str]
) -> None:
    result = dragoman("serve", *given, "--ledger", stored)
    assert result.exit_code == 2
    assert "anybody could read it" in " ".join(result.output.split())


def test_a_certificate_without_its_key(dragoman: Callable[..., Result], stored: str) -> None:
    result = dragoman("serve", "--tls-cert", __file__, "--ledger", stored)
    assert (result.exit_code, "give both" in result.output) == (2, True)


def test_no_ledger(dragoman: Callable[..., Result], tmp_path: Path) -> None:
    result = dragoman("serve", "--ledger", tmp_path / "none.db")
    assert (result.exit_code, result.output.count("\n")) == (1, 1)
    assert "no such ledger" in result.output


@pytest.mark.parametrize("workers", [1, 2])
def test_it_serves_until_it_is_interrupted(stored: str, workers: int) -> None:
    with started(stored, "--workers", str(workers)) as (base, process):
        with urllib.request.urlopen(f"{base}/pairs.json") as answer:
            assert b"AZE-KAZ" in answer.read()
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 0
        with pytest.raises(OSError, match="refused"):
            urllib.request.urlopen(f"{base}/pairs.json")


def test_an_answer_says_how_long_it_took(pages: TestClient) -> None:
    for address in ("/", "/pairs/AZE-KAZ.csv", "/nothing", "/static/pages.css"):
        assert re.fullmatch(r"total;dur=\d+\.\d", pages.get(address).headers["server-timing"])
