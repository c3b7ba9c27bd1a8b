"""Which module reads what, and the walk over files, folders and standard input."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from dragoman.intake import json, jsonl, text
from dragoman.intake.item import Item

HEAD = 1 << 16
"""As many bytes of a source as are looked at to tell its format."""


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write dispatches: the endings of its files, how it looks, and its reader (stream, where, name)."""

    name: str
    suffixes: tuple[str, ...]
    looks_like: Callable[[bytes], bool]
    read: Callable[[BinaryIO, str, str], Iterator[Item]]


FORMATS = (
    Format("jsonl", (".jsonl", ".ndjson", ".json"), jsonl.looks_like, jsonl.read),
    Format("json", (".json",), json.looks_like, json.read),
    Format("text", (".txt",), text.looks_like, text.read),
)
SUFFIXES = frozenset(suffix for known in FORMATS for suffix in known.suffixes)


def detect(suffix: str, head: bytes) -> Format:
    """The format by the file's ending, and by its first bytes where that does not settle it."""
    candidates = [known for known in FORMATS if suffix in known.suffixes] or list(FORMATS)
    return next((known for known in candidates if known.looks_like(head)), candidates[-1])


def read_all(sources: Iterable[str], skip: Path | None = None) -> Iterator[Item]:
    """The items of files, folders and standard input (``-``) in order; ``skip`` is a file not to read."""
    for source in sources:
        yield from _standard_input() if source == "-" else _path(Path(source), skip)


def _standard_input() -> Iterator[Item]:
    yield from _read(sys.stdin.buffer, "", "standard input", "stdin")


def _path(path: Path, skip: Path | None) -> Iterator[Item]:
    if not path.is_dir():
        yield from _file(path)
        return
    files = 0
    for file in _walk(path):
        if skip is None or not skip.exists() or not file.samefile(skip):
            files += 1
            yield from _file(file)
    if not files:
        yield Item(
            str(path), problem=f"no dispatches in this folder: it has no file ending in {' '.join(sorted(SUFFIXES))}"
        )


def _walk(folder: Path) -> Iterator[Path]:
    """The files of known endings below the folder, sorted, hidden ones left out."""
    for entry in sorted(folder.iterdir()):
        if entry.name.startswith("."):
            continue
        if entry.is_dir() and not entry.is_symlink():
            yield from _walk(entry)
        elif entry.suffix.lower() in SUFFIXES:
            yield entry


def _file(path: Path) -> Iterator[Item]:
    name = path.stem.encode(errors="surrogateescape").decode(errors="replace")
    try:
        with path.open("rb", buffering=HEAD) as stream:
            yield from _read(stream, path.suffix.lower(), str(path), name)
    except FileNotFoundError:
        yield Item(str(path), problem="no such file or folder: check its name")
    except OSError as error:
        yield Item(str(path), problem=f"cannot be read ({error.strerror}): check the file and your rights")


def _read(stream: BinaryIO, suffix: str, where: str, name: str) -> Iterator[Item]:
    source = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(stream)  # type: ignore[type-var]
    form = detect(suffix, source.peek(HEAD))
    empty = True
    for item in form.read(source, where, name):
        empty = False
        yield item
    if empty:
        yield Item(where, problem="it holds no dispatch: give text, JSON or JSON Lines")
