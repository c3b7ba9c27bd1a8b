"""``dragoman report`` and ``dragoman briefing``: where they write, and what they refuse in one line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

Run = Callable[..., Result]


@pytest.mark.parametrize("form", ["md", "html"])
@pytest.mark.parametrize("verb", [("report", "--until", "2024-03-01"), ("briefing", "--date", "2024-03-01")])
def test_text_goes_to_standard_output(dragoman: Run, address: str, verb: tuple[str, ...], form: str) -> None:
    made = dragoman(*verb, "Kenya", "JPN", "--format", form, "--ledger", address)
    assert made.exit_code == 0, made.output
    assert "Kenya and Japan" in made.stdout


@pytest.mark.parametrize("name", ["r.md", "r.html", "r.docx"])
def test_a_file_has_the_format_of_its_ending(dragoman: Run, address: str, tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    made = dragoman("report", "KEN", "JPN", "--until", "2024", "--lang", "de", "-o", file, "--ledger", address)
    assert made.exit_code == 0, made.output
    start = {"r.md": b"# Kenia und Japan", "r.html": b"<!doctype html>", "r.docx": b"PK"}[name]
    assert file.read_bytes().startswith(start)


def test_a_file_is_overwritten_only_by_force(dragoman: Run, address: str, tmp_path: Path) -> None:
    file = tmp_path / "r.md"
    file.write_text("mine")
    refused = dragoman("report", "KEN", "JPN", "-o", file, "--ledger", address)
    assert refused.exit_code == 2
    assert "exists: give another file, or --force" in refused.stderr
    assert file.read_text() == "mine"
    assert dragoman("report", "KEN", "JPN", "-o", file, "--force", "--ledger", address).exit_code == 0
    assert file.read_text(encoding="utf-8").startswith("# Kenya")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["KEN", "JPN", "--format", "docx"], "--format docx is for a file: give -o FILE.docx"),
        (["KEN", "JPN", "-o", "no/such/folder/r.md"], "no such folder"),
        (["KEN", "JPN", "--lang", "xx"], "give one of de en"),
        (["KEN", "JPN", "--since", "2025", "--until", "2024"], "2025 is later than 2024"),
        (["KEN", "AUS"], "this ledger holds nothing of Kenya and Australia"),
        (["KEN", "Atlantis"], "no state or organisation 'Atlantis'"),
    ],
)
def test_what_cannot_be_done_is_said(dragoman: Run, address: str, arguments: list[Any], said: str) -> None:
    made = dragoman("report", *arguments, "--ledger", address)
    assert made.exit_code in (1, 2)
    assert said in made.stderr
    assert "Traceback" not in made.stderr
