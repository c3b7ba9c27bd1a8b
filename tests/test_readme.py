"""What the README shows is what the tool does."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

import dragoman as package
from dragoman.cli import main

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
SHOWN_TOO = ("ledger.md", "formats.md", "second-reader.md")
SHOWN = "\n".join([README, *((ROOT / "docs" / name).read_text("utf-8") for name in SHOWN_TOO)])


def test_the_example_is_coded_as_shown() -> None:
    text = README.split("<!-- example")[1].split("```\n")[1]
    table = README.split("|---|---|---|---|---|---|---|\n")[1].split("\n\n")[0]
    shown = [[cell.strip() for cell in line.split("|")][1:7] for line in table.splitlines()]
    coded = package.code(text, date="2023-04-10", lang="en").records
    slots = [(row.kind, row.type, row.act, row.status, row.date, row.place) for row in coded]
    assert [[value or "" for value in row] for row in slots] == shown


@pytest.mark.parametrize("line", re.findall(r"(?:^|[`|] ?)(dragoman (?!reads)[^\n`#|]+)", SHOWN, re.M))
def test_commands_and_options_exist(line: str) -> None:
    command: click.Command = main
    words = line.split()[1:]
    while words and isinstance(command, click.Group) and words[0] in command.commands:
        command = command.commands[words.pop(0)]
    assert command is not main, line
    known = {option for given in command.params for option in given.opts}
    for option in re.findall(r"(?<=\s)--?[a-z]+(?:-[a-z]+)*", line):
        assert option in known, option
