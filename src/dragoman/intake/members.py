"""The files of an archive: which may hold dispatches, and what they are called. Their names are shown and no more:
nothing is ever written under them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import TypedDict

from dragoman.intake import bounds
from dragoman.intake.item import Item
from dragoman.intake.source import Source


class Called(TypedDict):
    """What a source is called by."""

    name: str
    suffix: str


class Members:
    """The files of one archive, counted."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._seen = self._wanted = 0
        self.full = False

    def wants(self, name: str) -> bool:
        """Whether a file may hold dispatches: it has a known ending and is not hidden, as in a folder."""
        self._seen += 1
        path = PurePosixPath(name.replace("\\", "/"))
        hidden = any((part.startswith(".") and part != "..") or part == "__MACOSX" for part in path.parts)
        wanted = not hidden and path.suffix.lower() in self._source.reading.suffixes
        self._wanted += wanted
        return wanted

    def problem(self) -> Item | None:
        """What is said where there are more files than an archive has; it is then ``full``."""
        if not self._source.reading.bounded or self._seen <= bounds.MAX_MEMBERS:
            return None
        self.full = True
        return Item(
            self._source.where,
            problem=f"more than {bounds.MAX_MEMBERS:,} files in this archive: {bounds.MEND}",
        )

    def nothing(self) -> Iterator[Item]:
        """What is said of an archive in which nothing was wanted."""
        if not self._wanted:
            endings = " ".join(sorted(self._source.reading.suffixes))
            yield Item(self._source.where, problem=f"no dispatches in this archive: it has no file ending in {endings}")

    def where(self, name: str) -> str:
        """How a file is shown."""
        return f"{self._source.where}/{name}"

    def called(self, name: str) -> Called:
        """Its name without its ending, and the ending."""
        path = PurePosixPath(name.replace("\\", "/"))
        return Called(name=path.stem, suffix=path.suffix.lower())
