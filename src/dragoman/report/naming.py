"""What states, organisations and places are called in a report's language, by its pack."""

from __future__ import annotations

from functools import cache
from importlib import resources

from dragoman.lang.pack import read_rows

RECORDS = "en"
"""The language in which records have places."""


def state(code: str, lang: str) -> str:
    """``Germany``, ``Deutschland``; the code itself where a pack has none."""
    return states(lang).get(code, code)


def place(name: str, lang: str) -> str:
    """A city by its English name, as the language calls it; the English name where its pack has none."""
    return name if lang == RECORDS else _places(lang).get(name, name)


@cache
def states(lang: str) -> dict[str, str]:
    """The names of states and organisations by code."""
    folder = resources.files("dragoman.packs") / lang
    named = {row[0]: _first(row[2]) for row in read_rows(folder / "states.tsv") if row[1] == "name"}
    return named | {row[0]: _first(row[1]) for row in read_rows(folder / "orgs.tsv")}


@cache
def _places(lang: str) -> dict[str, str]:
    packs = resources.files("dragoman.packs")
    english = {row[0]: row[2] for row in read_rows(packs / "world" / "states.tsv")}
    rows = list(read_rows(packs / lang / "states.tsv"))
    capitals = {english[row[0]]: _first(row[2]) for row in rows if row[1] == "capital" and row[0] in english}
    rows = list(read_rows(packs / lang / "places.tsv"))
    return {row[0]: _first(row[2]) for row in reversed(rows)} | capitals  # later rows hold buildings


def _first(forms: str) -> str:
    """The first of the forms that a pack gives, without the marks of how it may be continued."""
    return forms.split("|")[0].split("~")[0].rstrip("!").strip()
