"""What comes out of archives, within bounds: a file of some kilobytes can expand to terabytes.

Whatever is expanded is counted, passed on block by block and never written to disk. Where the bytes break off or a
bound is reached the stream ends there, and `Cut` holds the one line that tells it.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO, Protocol

MAX_EXPANDED = 50_000_000_000
"""Bytes that one file may expand to; the month of a news crawl has less in a file."""

MAX_RATIO, RATIO_FROM = 250, 50_000_000
"""How many times its size a file may expand to, looked at from so many bytes on; text comes to ten or twenty times."""

MAX_DEPTH = 4
"""Archives within archives."""

MAX_MEMBERS = 200_000
"""Files in one archive."""


@dataclass(slots=True)
class Cut:
    """Why a stream ended before its end; None where it did not. ``told`` is whether someone has said so."""

    problem: str | None = None
    told: bool = False

    def note(self, problem: str) -> None:
        self.problem = self.problem or problem


@dataclass(slots=True)
class Budget:
    """What one file has expanded to so far, with all that lies in it."""

    bounded: bool = True
    expanded: int = 0

    @property
    def over(self) -> bool:
        """Whether no more may be taken."""
        return self.bounded and self.expanded > MAX_EXPANDED

    def spend(self, size: int) -> str | None:
        """Count ``size`` bytes more; what is wrong with that, if anything."""
        self.expanded += size
        if self.over:
            return f"it expands to more than {MAX_EXPANDED:,} bytes: {MEND}"
        return None


MEND = "what follows is not read; give --no-limits if you trust it"


class Readable(Protocol):
    """What decompresses: gzip, bz2, lzma, and the members of zip and tar."""

    def read1(self, size: int = -1, /) -> bytes: ...


class Expanded(io.RawIOBase):
    """The bytes of a packed stream; ``packed`` tells how many bytes they took so far, None where nothing is packed."""

    def __init__(self, inner: Readable, packed: Callable[[], int] | None, budget: Budget, cut: Cut) -> None:
        self._inner, self._packed, self._budget, self._cut = inner, packed, budget, cut
        self._count = 0
        self._broken: str | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill the buffer as far as the stream goes: who looks at its head sees all of it.

        A break is noted when somebody reads beyond it, and not before, so that what stands before it can be told apart.
        """
        filled = 0
        while filled < len(buffer) and (data := self._next(len(buffer) - filled)):
            buffer[filled : filled + len(data)] = data
            filled += len(data)
        if self._broken and not filled:
            self._cut.note(self._broken)
        return filled

    def _next(self, size: int) -> bytes:
        if self._broken:
            return b""
        try:
            data = self._inner.read1(size)
        except damage() as error:
            self._broken = damaged(error)
            return b""
        self._count += len(data)
        self._broken = self._budget.spend(len(data)) or self._ratio()
        return data

    def _ratio(self) -> str | None:
        if not self._packed or not self._budget.bounded or self._count < RATIO_FROM:
            return None
        if self._count > MAX_RATIO * max(self._packed(), 1):
            return f"it expands to more than {MAX_RATIO} times its size, as no text does: {MEND}"
        return None


class Counted(io.RawIOBase):
    """A stream that counts the bytes taken from it."""

    def __init__(self, inner: BinaryIO) -> None:
        self._inner = inner
        self.count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        size: int = self._inner.readinto(buffer)  # type: ignore[attr-defined]
        self.count += size
        return size

    def seekable(self) -> bool:
        return self._inner.seekable()

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        return self._inner.seek(offset, whence)

    def tell(self) -> int:
        return self._inner.tell()


def damage() -> tuple[type[Exception], ...]:
    """What the readers of archives raise where the bytes are cut off or wrong."""
    import lzma
    import tarfile
    import zipfile
    import zlib

    return (EOFError, OSError, ValueError, zlib.error, lzma.LZMAError, tarfile.TarError, zipfile.BadZipFile)


def damaged(error: BaseException) -> str:
    """What is said where an archive breaks off."""
    why = " ".join(str(error).split())[:120] or type(error).__name__
    return f"cut off or damaged ({why}): what follows is not read, get the file anew"
