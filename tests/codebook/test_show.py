"""`dragoman codebook`: the codebook in a terminal."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from click.testing import Result

from dragoman.codebook import codebook
from dragoman.codebook.show import names


def test_the_overview_names_every_code(dragoman: Callable[..., Result]) -> None:
    shown = dragoman("codebook").stdout.split()
    book = codebook()
    for kind in book.kinds.values():
        assert {f"{kind.code}:", *kind.types, *kind.acts, *kind.roles} <= set(shown), kind.code
    assert {*book.offices, *book.topics, *book.organisations, *book.statuses} <= set(shown)


@pytest.mark.parametrize("name", names(codebook()))
def test_each_entry_is_shown_in_full(name: str, dragoman: Callable[..., Result]) -> None:
    result = dragoman("codebook", name)
    assert result.exit_code == 0
    assert name in result.stdout.splitlines()[0]


def test_an_unknown_entry_is_wrong_usage(dragoman: Callable[..., Result]) -> None:
    result = dragoman("codebook", "treaty")
    assert result.exit_code == 2
    assert "no 'treaty'" in result.stderr
    assert "document" in result.stderr


def test_the_schema_is_printed(dragoman: Callable[..., Result]) -> None:
    assert json.loads(dragoman("codebook", "--schema").stdout)["title"] == "A coded dispatch"
