"""The command that opens a ledger in the browser."""

from __future__ import annotations

import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from ..serving import served


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


def test_it_serves(stored: str) -> None:
    with served(stored) as base, urllib.request.urlopen(f"{base}/pairs.json") as answer:
        assert b"AZE-KAZ" in answer.read()
