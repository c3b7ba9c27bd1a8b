"""A look at a folder: files that were put into it, or changed, since the last one."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

from dragoman.follow.feed import Unseen
from dragoman.follow.haul import Haul
from dragoman.follow.sources import Folder
from dragoman.intake import read_all
from dragoman.intake.source import Reading
from dragoman.intake.walk import below

SETTLED = 5.0
"""Seconds after which a file that nobody wrote to is taken to be whole."""


class Watcher:
    """Looks at folders. A file that is being written is left alone until it stays as it is."""

    def __init__(self) -> None:
        self._last: dict[str, frozenset[str]] = {}

    def look(self, folder: Folder, unseen: Unseen) -> Iterator[Haul]:
        """A haul for each new file, and a last one without any."""
        try:
            found = {_mark(path): path for path in below(folder.path)}
        except OSError as error:
            why = f"cannot be read ({error.strerror}): check the folder and your rights"
            yield Haul(folder, problem=f"{folder.path}: {why}")
            return
        before, self._last[folder.address] = self._last.get(folder.address, frozenset()), frozenset(found)
        new = unseen(list(found))
        for mark in sorted(new, key=lambda mark: found[mark]):
            if mark in before or _age(found[mark]) >= SETTLED:
                items = read_all([str(found[mark])], reading=Reading(form=folder.form))
                yield Haul(folder, items, (mark,), last=False)
        yield Haul(folder, marks=tuple(sorted(set(found) - new)))


def _mark(path: Path) -> str:
    """A file as it is now: its path, size and time of the last writing."""
    try:
        told = path.stat()
    except FileNotFoundError:  # taken away since it was listed
        return f"{path}|gone"
    return f"{path}|{told.st_size}|{told.st_mtime_ns}"


def _age(path: Path) -> float:
    try:
        return time.time() - path.stat().st_mtime
    except FileNotFoundError:
        return 0.0
