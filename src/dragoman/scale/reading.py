"""The items of one shard: a whole input, some lines of it, or some of its row groups."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from dragoman.intake import Item, jsonl
from dragoman.intake.registry import called, read_stream
from dragoman.scale.shards import Shard


def items(shard: Shard) -> Iterator[Item]:
    """The items, with the names and numbers that they have when the input is read as a whole. Raises OSError."""
    path = Path(shard.path)
    if shard.start is None or shard.end is None:
        with path.open("rb") as stream:
            yield from read_stream(stream, path.suffix.lower(), shard.path, called(path))
    elif path.suffix.lower() == ".parquet":
        from dragoman.intake import parquet

        with path.open("rb") as stream:
            groups = range(shard.start, shard.end)
            yield from parquet.read(stream, shard.path, called(path), groups, shard.first)
    else:
        with path.open("rb", buffering=0) as stream:
            stream.seek(shard.start)
            part = io.BufferedReader(Window(stream, shard.end - shard.start), 1 << 20)  # type: ignore[type-var]
            yield from jsonl.read(part, shard.path, called(path), shard.first)


class Window(io.RawIOBase):
    """So many bytes of a stream from where it stands, as a stream of their own."""

    def __init__(self, stream: BinaryIO | io.RawIOBase, size: int) -> None:
        self._stream, self._left = stream, size

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        data = self._stream.read(min(len(buffer), self._left)) or b""
        buffer[: len(data)] = data
        self._left -= len(data)
        return len(data)
