"""Which module writes a report in which format; each is imported only when it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import cast

from dragoman.report.page import Page

Writer = Callable[[Page], bytes]

FORMATS = {"md": "markdown", "html": "html", "docx": "word"}
"""Formats to the modules that write them."""

BINARY = frozenset(("docx",))
"""Formats that no terminal can show."""


def by_suffix(path: Path | None) -> str:
    """The format that a file's ending asks for; Markdown where there is no file or another ending."""
    wanted = path.suffix.lower().lstrip(".") if path else ""
    return {"htm": "html", "markdown": "md"}.get(wanted, wanted if wanted in FORMATS else "md")


def writer(name: str) -> Writer:
    """The function that writes this format."""
    return cast(Writer, import_module(f"dragoman.report.{FORMATS[name]}").write)
