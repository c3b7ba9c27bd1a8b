"""Plain text: one dispatch a file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from dragoman.intake.decode import decode
from dragoman.intake.fields import MAX_BYTES, checked, too_long
from dragoman.intake.item import Item
from dragoman.model import Dispatch, DispatchError


def looks_like(head: bytes) -> bool:
    """Whatever is nothing else is taken for text."""
    return True


def read(stream: BinaryIO, where: str, name: str) -> Iterator[Item]:
    """The one dispatch of the stream; ``name`` becomes its id."""
    data = stream.read(MAX_BYTES + 1)
    size = len(data)
    try:
        if size > MAX_BYTES:
            size += _skip(stream)
            raise DispatchError(too_long(size))
        yield Item(where, checked(Dispatch(decode(data), id=name)), size=size)
    except DispatchError as error:
        yield Item(where, problem=str(error), size=size)


def _skip(stream: BinaryIO) -> int:
    """Read to the end without keeping it; the number of bytes."""
    return sum(map(len, iter(lambda: stream.read(1 << 20), b"")))
