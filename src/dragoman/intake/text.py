"""Plain text: one dispatch a file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from dragoman.intake.decode import decode
from dragoman.intake.fields import MAX_BYTES, checked, too_long
from dragoman.intake.item import Item
from dragoman.intake.source import Source
from dragoman.model import Dispatch, DispatchError

FIELDS = {
    "text": "the whole file",
    "date": "the dateline, or a first line `date YYYY-MM …` before it",
    "agency": "the dateline",
    "lang": "the text",
}
LOST = "nothing"


def looks_like(head: bytes) -> bool:
    """Whatever is nothing else is taken for text."""
    return True


def read(source: Source) -> Iterator[Item]:
    """The one dispatch of the source; its name becomes its id."""
    stream, where, name = source.stream, source.where, source.name
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
