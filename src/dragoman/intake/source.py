"""A source as the readers get it: a stream, what is known of it, and how it is to be read."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, BinaryIO

from dragoman.intake.bounds import Budget, Cut
from dragoman.model import DispatchError

HEAD = 1 << 16
"""As many bytes of a source as are looked at to tell its format."""

MAX_HELD = 500_000_000
"""Bytes that are held in memory of what cannot be read from its end."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the caller says about the sources: their format, the columns of tables, whether archives are bounded.

    ``columns`` maps fields of a dispatch to the names of columns; ``suffixes`` are the endings of the files that are
    looked for in folders and archives.
    """

    form: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    bounded: bool = True
    suffixes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Source:
    """A stream to read dispatches from.

    Of a part of a file ``first`` is the number of its first line or row, and ``groups`` are its row groups.
    ``where`` is shown of it, ``name`` becomes the id of what has none, ``suffix`` is its ending in lower case; ``url``
    and ``charset`` are what a crawler was told, and pages that were ``crawled`` need not have an article. Of what lies
    in an archive, ``cut`` tells whether its bytes broke off.
    """

    stream: io.BufferedReader[Any]
    where: str
    name: str
    suffix: str = ""
    url: str | None = None
    charset: str | None = None
    crawled: bool = False
    reading: Reading = field(default_factory=Reading)
    budget: Budget = field(default_factory=Budget)
    cut: Cut = field(default_factory=Cut)
    first: int = 1
    groups: range | None = None

    @classmethod
    def of(cls, data: bytes, where: str, name: str, suffix: str = "") -> Source:
        """A source of bytes at hand."""
        return cls(io.BufferedReader(io.BytesIO(data)), where, name, suffix)

    def head(self) -> bytes:
        """Its first bytes, which stay in it."""
        return self.stream.peek(HEAD)

    def take(self, limit: int) -> bytes:
        """All its bytes; raises `DispatchError` beyond the limit."""
        data = self.stream.read(limit + 1)
        if len(data) > limit:
            raise DispatchError(f"more than {limit:,} bytes in one document: split it")
        return data

    def seekable(self) -> BinaryIO:
        """The stream, for formats whose index stands at their end; what comes through a pipe is held in memory.

        Raises `DispatchError` where that would be too much.
        """
        return self.stream if self.stream.seekable() else io.BytesIO(self.take(MAX_HELD))
