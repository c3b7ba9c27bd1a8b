"""The items of one shard: a whole input, some lines of it, or some of its row groups."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from dragoman.intake import Item, Reading
from dragoman.intake.registry import BY_NAME
from dragoman.intake.source import HEAD, Source
from dragoman.intake.walk import called, read_file
from dragoman.scale.shards import Shard


def items(shard: Shard, reading: Reading) -> Iterator[Item]:
    """The items, with the names and numbers that they have when the input is read as a whole. Raises OSError."""
    path = Path(shard.path)
    if shard.form is None:
        yield from read_file(path, reading)
        return
    with path.open("rb") as stream:
        source = Source(stream, shard.path, called(path), reading=reading, first=shard.first)
        if shard.form == "parquet":
            source = replace(source, groups=range(shard.start, shard.end))
        else:
            stream.seek(shard.start)
            source = replace(source, stream=io.BufferedReader(Window(stream, shard.end - shard.start), HEAD))
        yield from BY_NAME[shard.form].read(source)


class Window(io.RawIOBase):
    """So many bytes of a stream from where it stands, as a stream of their own."""

    def __init__(self, stream: BinaryIO, size: int) -> None:
        self._stream, self._left = stream, size

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        data = self._stream.read(min(len(buffer), self._left)) or b""
        buffer[: len(data)] = data
        self._left -= len(data)
        return len(data)
