"""Tar archives, as a stream: the files in them, one after the other."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from dragoman.intake.bounds import Expanded, Readable, damage, damaged
from dragoman.intake.item import Item
from dragoman.intake.members import Members
from dragoman.intake.source import HEAD, Source

if TYPE_CHECKING:
    import tarfile


def looks_like(head: bytes) -> bool:
    """Whether the first block is a header of tar (POSIX or GNU)."""
    return head[257:262] == b"ustar"


def open_archive(source: Source) -> Iterator[Source | Item]:
    """The files in it that may hold dispatches; links and devices are none."""
    import tarfile

    members = Members(source)
    try:
        with tarfile.open(fileobj=source.stream, mode="r|") as archive:
            for info in archive:
                archive.members = []  # type: ignore[attr-defined]  # it would keep them all
                if info.isfile() and members.wants(info.name):
                    yield members.problem() or _member(archive, info, source, members)
                    if members.full or source.cut.problem:
                        return
    except damage() as error:
        source.cut.note(damaged(error))
        return
    yield from members.nothing()


def _member(archive: tarfile.TarFile, info: tarfile.TarInfo, source: Source, members: Members) -> Source | Item:
    where = members.where(info.name)
    inner = archive.extractfile(info)
    if inner is None:
        return Item(where, problem="it cannot be read: unpack it first")
    # what breaks off here breaks off the archive
    stream = io.BufferedReader(Expanded(cast(Readable, inner), None, source.budget, source.cut), HEAD)
    return replace(source, stream=stream, where=where, **members.called(info.name))
