"""Where data sets go: a file, a folder of tables, or standard output. A file is there whole, or not at all."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO, NamedTuple

from dragoman.export.data.columns import TABLES
from dragoman.export.data.registry import Format
from dragoman.export.data.told import Told


class TargetError(ValueError):
    """A place that a data set cannot go to; the message is one line and names the mend."""


def targets(form: Format, output: str | None, tables: Iterable[str], force: bool) -> Mapping[str, Path | None]:
    """The file of each table, or the one file under no name; None is standard output. Raises `TargetError`.

    An output that ends in a slash, or is a folder, takes all tables.
    """
    chosen = list(tables)
    path = Path(output) if output else None
    if chosen and not form.tables:
        raise TargetError(f"{form.name} has no tables: leave --table out")
    if path is not None and form.tables and (path.is_dir() or str(output).endswith(os.sep)):
        found: dict[str, Path | None] = {name: path / f"{name}{form.suffix}" for name in chosen or TABLES}
    elif len(chosen) > 1:
        raise TargetError("several tables go into a folder: give -o FOLDER/")
    else:
        found = {(chosen[0] if chosen else "events") if form.tables else "": path}
    if path is None and form.binary:
        raise TargetError(f"{form.name} is for a file: give -o FILE{form.suffix}")
    for file in found.values():
        _check(file, force)
    return found


def _check(file: Path | None, force: bool) -> None:
    if file is None:
        return
    if file.exists() and not force:
        raise TargetError(f"{file} exists: give another file, or --force")
    if file.is_dir():
        raise TargetError(f"{file} is a folder: give a file")
    above = file.parent
    if not above.is_dir() and not (above.parent.is_dir() and not above.exists()):
        raise TargetError(f"{above}: no such folder: make it first, or give another")


class Written(NamedTuple):
    """How many events there were, and how many of them the format has room for."""

    read: int
    kept: int


def write(form: Format, told: Iterable[Told], files: Mapping[str, Path | None]) -> Written:
    """Write the events to the files; how many there were. Raises `OSError` where a file cannot be written."""
    read = 0

    def counted() -> Iterator[Told]:
        nonlocal read
        for one in told:
            read += 1
            yield one

    with ExitStack() as stack:
        stack.enter_context(_rarely_collected())
        outs = {name: stack.enter_context(_opened(file)) for name, file in files.items()}
        kept = form.tables_writer()(counted(), outs) if form.tables else form.writer()(counted(), outs[""])
    return Written(read, kept)


@contextmanager
def _rarely_collected() -> Iterator[None]:
    """Look for cycles less often: events come and go by the hundred thousand without any, and looking costs a fifth."""
    before = gc.get_threshold()
    gc.set_threshold(100_000, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


@contextmanager
def _opened(file: Path | None) -> Iterator[BinaryIO]:
    """A stream to a file that takes its name only when all is written."""
    if file is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    file.parent.mkdir(exist_ok=True)
    part = file.with_name(f".{file.name}.part")
    try:
        with part.open("w+b") as out:
            yield out
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)
