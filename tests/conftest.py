"""Fixtures that all tests share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from dragoman.cli import main

ROOT = Path(__file__).parent.parent

SENTENCE = "Foreign Minister Ada Mbeki of Kenya met Japanese Foreign Minister Ken Mori in Nairobi on Monday."
"""A sentence of general news language that gives a record; the people are invented."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--renew", action="store_true", help="write anew what is kept: answers of the API, pictures")


@pytest.fixture(scope="session")
def renew(request: pytest.FixtureRequest) -> bool:
    """Whether what is kept for comparison is to be written anew."""
    return bool(request.config.getoption("--renew"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of gold dispatches beside the project; it is not part of it."""
    folder = ROOT.parent / "shared"
    if not (folder / "gold" / "dev").is_dir():
        pytest.skip("needs ../shared with the gold dispatches, which is not here")
    return folder


@pytest.fixture
def dragoman() -> Callable[..., Result]:
    """Run the command line: ``dragoman("code", "-", input=...)``."""

    def run(*arguments: Any, input: str | bytes | None = None) -> Result:
        return CliRunner().invoke(main, [str(argument) for argument in arguments], input=input)

    return run


@pytest.fixture
def row() -> Callable[..., dict[str, Any]]:
    """A dispatch as JSON data, with any of its fields replaced."""

    def make(**fields: Any) -> dict[str, Any]:
        return {"id": "d", "lang": "en", "date": "2024-05-08", "text": SENTENCE, **fields}

    return make
