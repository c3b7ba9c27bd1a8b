"""Files packed one by one: gzip, bzip2, xz."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath

from dragoman.intake.bounds import Counted, Cut, Expanded, Readable
from dragoman.intake.source import HEAD, Source

_INSIDE = {".tgz": ".tar", ".tbz2": ".tar", ".txz": ".tar"}


def is_gzip(head: bytes) -> bool:
    """Whether it begins with gzip's mark."""
    return head.startswith(b"\x1f\x8b")


def is_bzip2(head: bytes) -> bool:
    """Whether it begins with bzip2's mark."""
    return head.startswith(b"BZh") and head[4:10] in (b"1AY&SY", b"\x17rE8P\x90")


def is_xz(head: bytes) -> bool:
    """Whether it begins with xz's mark."""
    return head.startswith(b"\xfd7zXZ\x00")


def open_gzip(source: Source) -> Iterator[Source]:
    """What is in it, one member after the other as one stream."""
    import gzip

    counted = Counted(source.stream)
    yield _inside(source, gzip.GzipFile(fileobj=io.BufferedReader(counted)), counted)


def open_bzip2(source: Source) -> Iterator[Source]:
    """What is in it."""
    import bz2

    counted = Counted(source.stream)
    yield _inside(source, bz2.BZ2File(io.BufferedReader(counted)), counted)


def open_xz(source: Source) -> Iterator[Source]:
    """What is in it."""
    import lzma

    counted = Counted(source.stream)
    unpacked = lzma.LZMAFile(io.BufferedReader(counted))  # noqa: SIM115 - it holds no file of its own
    yield _inside(source, unpacked, counted)


def _inside(source: Source, inner: Readable, counted: Counted) -> Source:
    """``news.jsonl.gz`` holds ``news.jsonl``: what is shown of it stays, for there is nothing beside it."""
    path = PurePath(source.name)
    suffix = _INSIDE.get(source.suffix, path.suffix.lower())
    cut = Cut()
    stream = io.BufferedReader(Expanded(inner, lambda: counted.count, source.budget, cut), HEAD)
    name = path.stem if source.suffix not in _INSIDE else source.name
    return replace(source, stream=stream, suffix=suffix, name=name or source.name, cut=cut)
