"""Zip archives: the files in them, one after the other, in the archive's order."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from dragoman.intake.bounds import Cut, Expanded, Readable, damage, damaged
from dragoman.intake.item import Item
from dragoman.intake.members import Members
from dragoman.intake.source import HEAD, Source
from dragoman.model import DispatchError

if TYPE_CHECKING:
    import zipfile

_OFFICE = frozenset(("[Content_Types].xml", "mimetype"))
_ENCRYPTED = 1


def looks_like(head: bytes) -> bool:
    """Whether it begins with the mark of a file in it, or of an empty archive."""
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def open_archive(source: Source) -> Iterator[Source | Item]:
    """The files in it that may hold dispatches."""
    import zipfile

    try:
        archive = zipfile.ZipFile(source.seekable())
    except DispatchError as error:
        yield Item(source.where, problem=str(error))
        return
    except _errors() as error:
        problem = f"a zip archive or office document that is {damaged(error)}, or extract its text first"
        yield Item(source.where, problem=problem)
        return
    with archive:
        names = archive.infolist()
        if any(info.filename in _OFFICE for info in names):
            yield Item(source.where, problem="this is an office document, not text: extract its text first")
            return
        members = Members(source)
        for info in names:
            if not info.is_dir() and members.wants(info.filename):
                yield members.problem() or _member(archive, info, source, members)
                if members.full or source.budget.over:
                    return
        yield from members.nothing()


def _errors() -> tuple[type[Exception], ...]:
    """What zipfile raises; a RuntimeError where a file is packed in a way that it does not know."""
    return (*damage(), RuntimeError)


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, source: Source, members: Members) -> Source | Item:
    where = members.where(info.filename)
    if info.flag_bits & _ENCRYPTED:
        return Item(where, problem="it is locked with a password: unpack it first")
    try:
        inner = archive.open(info)
    except _errors() as error:
        return Item(where, problem=damaged(error))
    cut, size = Cut(), info.compress_size
    stream = io.BufferedReader(Expanded(cast(Readable, inner), lambda: size, source.budget, cut), HEAD)
    return replace(source, stream=stream, where=where, cut=cut, **members.called(info.filename))
