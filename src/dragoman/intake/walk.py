"""The walk over files, folders, standard input and what lies in archives."""

from __future__ import annotations

import io
import sys
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from dragoman.intake.bounds import MAX_DEPTH, MEND, Budget, Counted
from dragoman.intake.item import Item
from dragoman.intake.registry import BY_NAME, SUFFIXES, Archive, Format, archive, detect, not_installed
from dragoman.intake.source import HEAD, Reading, Source


def read_all(sources: Iterable[str], skip: Collection[Path] = (), reading: Reading | None = None) -> Iterator[Item]:
    """The items of files, folders and standard input (``-``) in order; ``skip`` are files not to read."""
    walk = _Walk(replace(reading or Reading(), suffixes=SUFFIXES), skip)
    for source in sources:
        yield from walk.standard_input() if source == "-" else walk.path(Path(source))


def read_file(path: Path, reading: Reading) -> Iterator[Item]:
    """The items of one file. Raises OSError where it cannot be read."""
    yield from _Walk(replace(reading, suffixes=SUFFIXES), ()).opened(path)


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
        try:
            yield from self.opened(path)
        except FileNotFoundError:
            yield Item(str(path), problem="no such file or folder: check its name")
        except OSError as error:
            yield Item(str(path), problem=f"cannot be read ({error.strerror}): check the file and your rights")

    def opened(self, path: Path) -> Iterator[Item]:
        with path.open("rb", buffering=HEAD) as stream:
            yield from self._stream(stream, path.suffix.lower(), str(path), called(path))

    def _stream(self, stream: BinaryIO, suffix: str, where: str, name: str) -> Iterator[Item]:
        buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(stream)  # type: ignore[type-var]
        budget = Budget(self._reading.bounded)
        source = Source(buffered, where, name, suffix, reading=self._reading, budget=budget)
        if opener := archive(source.head()):
            counted = Counted(buffered)
            within = replace(source, stream=io.BufferedReader(counted, HEAD))
            yield from _sized(self._archive(opener, within, 1), counted)
        else:
            yield from self._format(source)

    def _source(self, source: Source, depth: int) -> Iterator[Item]:
        opener = archive(source.head())
        if opener is None:
            yield from self._format(source)
        elif self._reading.bounded and depth >= MAX_DEPTH:
            yield Item(source.where, problem=f"archives within archives, more than {MAX_DEPTH} deep: {MEND}")
        else:
            yield from self._archive(opener, source, depth + 1)

    def _archive(self, opener: Archive, source: Source, depth: int) -> Iterator[Item]:
        """The items of all that an archive holds."""
        if not_installed(opener):
            yield from self._missing(opener, source)
            return
        bare = 0
        for member in opener.open(source):
            for item in [member] if isinstance(member, Item) else self._source(member, depth):
                if item.dispatch or item.problem or item.note:
                    yield item
                else:
                    bare += 1
        yield from _told(source)
        if bare:
            yield Item(source.where, note=f"{bare:,} pages have no article and are left out")

    def _format(self, source: Source) -> Iterator[Item]:
        """The items of a source that is no archive."""
        form = BY_NAME[source.reading.form] if source.reading.form else detect(source.suffix, source.head())
        if not_installed(form):
            yield from self._missing(form, source)
            return
        empty = True
        for item in form.read(source):
            empty = False
            # what was read across a break is not whole
            if not source.cut.problem or (form.ends and item.dispatch):
                yield item
        if source.cut.problem:
            yield from _told(source)
        elif empty:
            yield Item(
                source.where,
                problem="it holds no dispatch: give text, JSON or another format that `dragoman code --help` tells of",
            )

    def _missing(self, known: Format | Archive, source: Source) -> Iterator[Item]:
        """What is said once, where a thousand files may need the same package."""
        if known.name not in self._missed:
            self._missed.add(known.name)
            yield Item(source.where, problem=not_installed(known))


def _told(source: Source) -> Iterator[Item]:
    """Why a source broke off, if it did and nobody has said so."""
    cut = source.cut
    if cut.problem and not cut.told:
        cut.told = True
        yield Item(source.where, problem=cut.problem)


def _sized(items: Iterator[Item], counted: Counted) -> Iterator[Item]:
    """The items with the bytes of the archive that each took, not those that came out of it."""
    taken = 0
    for item in items:
        yield replace(item, size=counted.count - taken)
        taken = counted.count


def called(path: Path) -> str:
    """What dispatches without an id are called after."""
    return path.stem.encode(errors="surrogateescape").decode(errors="replace")


def below(folder: Path) -> Iterator[Path]:
    """The files of known endings below the folder, sorted, hidden ones left out."""
    for entry in sorted(folder.iterdir()):
        if entry.name.startswith("."):
            continue
        if entry.is_dir() and not entry.is_symlink():
            yield from below(entry)
        elif entry.suffix.lower() in SUFFIXES:
            yield entry
