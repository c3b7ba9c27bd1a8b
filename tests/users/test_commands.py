"""The commands for accounts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from dragoman.ledger import Ledger

from . import PASSWORD


@pytest.fixture
def place(tmp_path: Path) -> Path:
    with Ledger(str(tmp_path / "ledger.db"), create=True):
        return tmp_path / "ledger.db"


def test_an_account_from_first_to_last(dragoman: Callable[..., Result], place: Path) -> None:
    def user(*words: str, said: str = "") -> Result:
        return dragoman("user", *words, "--ledger", place, input=said)

    assert user("add", "Ada", "--role", "editor", said=PASSWORD + "\n").output == "Ada: editor\n"
    assert user("token", "Ada", "--label", "nightly").output.startswith("dragoman_")
    assert "Ada  editor\n    token 1, made" in user("list").output
    assert user("role", "Ada", "reader").output == "Ada: reader\n"
    assert user("password", "Ada", said="nine white storks\n").exit_code == 0
    assert user("revoke", "1").output == "token 1 revoked\n"
    assert user("remove", "Ada").exit_code == 0
    assert user("list").output == ""


@pytest.mark.parametrize(
    ("words", "said", "told"),
    [
        (["add", "Ada"], "short\n", "10 to 200 characters"),
        (["add", "Ada"], "", "10 to 200 characters"),
        (["token", "Ada", "--label", "x"], "", "no user 'Ada'"),
        (["role", "Ada", "editor"], "", "no user 'Ada'"),
        (["remove", "Ada"], "", "no user 'Ada'"),
        (["revoke", "3"], "", "no token 3"),
    ],
)
def test_what_cannot_be_done_is_one_line(
    dragoman: Callable[..., Result], place: Path, words: list[str], said: str, told: str
) -> None:
    result = dragoman("user", *words, "--ledger", place, input=said)
    assert (result.exit_code, result.output.count("\n"), told in result.output) == (1, 1, True)
