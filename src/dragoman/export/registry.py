"""Which module writes what; each is imported only when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from typing import TextIO, cast

from dragoman.model import Coding

Writer = Callable[[Iterable[Coding], TextIO], None]

FORMATS = {
    "table": "for reading in a terminal",
    "jsonl": "JSON Lines, one coded dispatch a line",
    "json": "a JSON list of coded dispatches",
    "html": "one page with the text, its evidence highlighted, and the records",
}
_SUFFIXES = {".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json", ".html": "html", ".htm": "html", ".txt": "table"}


def by_suffix(path: Path | None) -> str:
    """The format that a file's ending asks for; the table where there is no file or another ending."""
    return _SUFFIXES.get(path.suffix.lower(), "table") if path else "table"


def writer(name: str) -> Writer:
    """The function that writes this format."""
    return cast(Writer, import_module(f"dragoman.export.{name}").write)
