"""The walk over files, folders, standard input and what lies in archives."""

from __future__ import annotations

import io
import sys
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from dragoman.intake.bounds import Budget
from dragoman.intake.item import Item
from dragoman.intake.registry import BY_NAME, HEAD, SUFFIXES, detect
from dragoman.intake.source import Reading, Source


def read_all(sources: Iterable[str], skip: Collection[Path] = (), reading: Reading | None = None) -> Iterator[Item]:
    """The items of files, folders and standard input (``-``) in order; ``skip`` are files not to read."""
    walk = _Walk(reading or Reading(), skip)
    for source in sources:
        yield from walk.standard_input() if source == "-" else walk.path(Path(source))


class _Walk:
    """One run over sources; it says once what packages it misses."""

    def __init__(self, reading: Reading, skip: Collection[Path]) -> None:
        self._reading, self._skip = reading, skip
        self._missed: set[str] = set()

    def standard_input(self) -> Iterator[Item]:
        yield from self._stream(sys.stdin.buffer, "", "standard input", "stdin")

    def path(self, path: Path) -> Iterator[Item]:
        if not path.is_dir():
            yield from self._file(path)
            return
        files = 0
        for file in below(path):
            if not any(other.exists() and file.samefile(other) for other in self._skip):
                files += 1
                yield from self._file(file)
        if not files:
            endings = " ".join(sorted(SUFFIXES))
            yield Item(str(path), problem=f"no dispatches in this folder: it has no file ending in {endings}")

    def _file(self, path: Path) -> Iterator[Item]:
        name = path.stem.encode(errors="surrogateescape").decode(errors="replace")
        try:
            with path.open("rb", buffering=HEAD) as stream:
                yield from self._stream(stream, path.suffix.lower(), str(path), name)
        except FileNotFoundError:
            yield Item(str(path), problem="no such file or folder: check its name")
        except OSError as error:
            yield Item(str(path), problem=f"cannot be read ({error.strerror}): check the file and your rights")

    def _stream(self, stream: BinaryIO, suffix: str, where: str, name: str) -> Iterator[Item]:
        buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(stream)  # type: ignore[type-var]
        budget = Budget(self._reading.bounded)
        yield from self._source(Source(buffered, where, name, suffix, reading=self._reading, budget=budget))

    def _source(self, source: Source) -> Iterator[Item]:
        head = source.stream.peek(HEAD)  # type: ignore[attr-defined]
        form = BY_NAME[source.reading.form] if source.reading.form else detect(source.suffix, head)
        if missing := form.missing():
            if form.name not in self._missed:
                self._missed.add(form.name)
                yield Item(source.where, problem=missing)
            return
        empty = True
        for item in form.read(source):
            empty = False
            yield item
        if empty:
            yield Item(source.where, problem="it holds no dispatch: give text, JSON or JSON Lines")


def below(folder: Path) -> Iterator[Path]:
    """The files of known endings below the folder, sorted, hidden ones left out."""
    for entry in sorted(folder.iterdir()):
        if entry.name.startswith("."):
            continue
        if entry.is_dir() and not entry.is_symlink():
            yield from below(entry)
        elif entry.suffix.lower() in SUFFIXES:
            yield entry
