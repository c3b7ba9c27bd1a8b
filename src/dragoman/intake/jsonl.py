"""JSON Lines: a dispatch a line. A line that is off costs only itself."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from dragoman.intake.decode import decode, reject_binary
from dragoman.intake.fields import MAX_BYTES
from dragoman.intake.item import Item
from dragoman.intake.objects import dispatches
from dragoman.intake.source import Source
from dragoman.model import DispatchError


def looks_like(head: bytes) -> bool:
    """Whether the first line is, or wants to be, a whole object: it closes, or the next one opens again."""
    first, *more = [line.strip() for line in head.removeprefix(b"\xef\xbb\xbf").split(b"\n") if line.strip()] or [b""]
    if not first.startswith(b"{"):
        return False
    return first.endswith(b"}") or (not more and b"\n" not in head.strip()) or (bool(more) and more[0].startswith(b"{"))


def read(source: Source) -> Iterator[Item]:
    """The dispatches of the source; one without an id is called after the file and its line."""
    for number, line, size in lines(source.stream, source.first):
        where = f"{source.where}:{number}"
        if line is None:
            yield Item(where, problem=f"{size:,} bytes in one line: write a dispatch a line", size=size)
        else:
            yield from _items(line, number, where, f"{source.name}-{number}")


def lines(stream: BinaryIO, first: int = 1) -> Iterator[tuple[int, bytes | None, int]]:
    """The lines that hold something, with their numbers and sizes; None for one that is too long to be taken."""
    number = first - 1
    while line := stream.readline(MAX_BYTES + 1):
        number += 1
        size = len(line)
        if size > MAX_BYTES:
            yield number, None, size + _skip_line(stream)
        elif line.strip():
            yield number, line, size


def value(line: bytes, number: int) -> object:
    """The JSON value of the line of this number; raises `DispatchError` where it is no text, or no JSON."""
    if number == 1:
        reject_binary(line[:8192])
    return parse(decode(line, number))


def _items(line: bytes, number: int, where: str, name: str) -> Iterator[Item]:
    size = len(line)
    try:
        for told in dispatches(value(line, number), name):
            yield Item(where, told, size=size)
            size = 0
    except DispatchError as error:
        yield Item(where, problem=str(error), size=size)


def parse(line: str) -> object:
    """The JSON value of a line; raises `DispatchError` with the column of what is wrong."""
    try:
        return json.loads(line)
    except json.JSONDecodeError as error:
        raise DispatchError(f"not valid JSON ({error.msg}, column {error.colno}): mend or remove the line") from None
    except (ValueError, RecursionError):
        raise DispatchError(
            "not valid JSON (a number too long, or nested too deeply): mend or remove the line"
        ) from None


def _skip_line(stream: BinaryIO) -> int:
    """Read to the end of the line without keeping it; the number of bytes."""
    size = 0
    while part := stream.readline(1 << 20):
        size += len(part)
        if part.endswith(b"\n"):
            break
    return size
