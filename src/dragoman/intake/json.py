"""JSON: an object, or a list of objects of any length, read piece by piece so that memory stays flat."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import BinaryIO

from dragoman.intake.decode import Utf8
from dragoman.intake.fields import MAX_BYTES
from dragoman.intake.item import Item
from dragoman.intake.objects import dispatches
from dragoman.intake.source import Source
from dragoman.model import DispatchError

BLOCK = 1 << 16
_FILL = re.compile(r"[ \t\r\n,]*")


def looks_like(head: bytes) -> bool:
    """Whether it begins like an object or a list."""
    return head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"{", b"[")


def read(source: Source) -> Iterator[Item]:
    """The dispatches of the source; in a list, one without an id is called after the file and its number."""
    where, name = source.where, source.name
    values = _Values(source.stream)
    number = size = 0
    try:
        while values.at_one():
            number += 1
            at, called = (f"{where}:{values.line}", f"{name}-{number}") if values.in_list else (where, name)
            try:
                for told in dispatches(values.take(), called):
                    yield Item(at, told, size=values.size - size)
                    size = values.size
            except _Malformed as error:
                problem = str(error)
                if not values.resync():
                    problem += "; what follows in the file is not read"
                yield Item(f"{where}:{error.line}", problem=problem, size=values.size - size)
            except DispatchError as error:
                yield Item(at, problem=str(error), size=values.size - size)
            size = values.size
    except DispatchError as error:
        yield Item(where, problem=str(error), size=values.size - size)


class _Malformed(DispatchError):
    """Text that is no JSON, at this line of the source."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(f"not valid JSON ({message}): mend it there")
        self.line = line


class _Values:
    """The values of a JSON list, or those that stand one after the other, taken from a stream.

    A window of the text is held: ``_pos`` is where the next value begins in it. ``size`` counts the bytes read.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._decoder = Utf8()
        self._decode_json = json.JSONDecoder().raw_decode
        self._text, self._pos, self._end = "", 0, False
        self._indent: str | None = None
        self.in_list, self.line, self.size = False, 1, 0

    def at_one(self) -> bool:
        """Go to the next value; False where there is none. The first call enters the list, if there is one."""
        first = self.size == 0
        self._go_on()
        if first and self._text.startswith("[", self._pos):
            self.in_list = True
            self._advance(self._pos + 1)
            self._go_on()
            self._indent = self._indentation()
        if self.in_list and self._end and self._pos == len(self._text):
            raise _Malformed(f"the list does not end with ] in line {self.line}", self.line)
        return self._pos < len(self._text) and not (self.in_list and self._text[self._pos] == "]")

    def take(self) -> object:
        """The value here; reads on as far as it goes, and no farther than the limit for one dispatch."""
        while True:
            try:
                value, end = self._decode_json(self._text, self._pos)
            except json.JSONDecodeError as error:
                if len(self._text) - self._pos > MAX_BYTES:
                    raise _Malformed(f"a value that goes on beyond {MAX_BYTES:,} characters", self.line) from None
                if self._end:
                    raise _Malformed(error.msg, self.line + self._text.count("\n", self._pos, error.pos)) from None
                self._more(len(self._text) - self._pos)
            except (ValueError, RecursionError):
                raise _Malformed("a number too long, or nested too deeply", self.line) from None
            else:
                self._advance(end)
                return value

    def resync(self) -> bool:
        """After a malformed value: go to the next line that opens an object as the first one of the list did."""
        if self._indent is None:
            self._advance(len(self._text))
            self._end, self.in_list = True, False
            return False
        while True:
            found = self._text.find(f"\n{self._indent}{{", self._pos + 1)
            if found >= 0 or self._end:
                self._advance(found + 1 if found >= 0 else len(self._text))
                return found >= 0
            self._advance(max(self._pos, self._text.rfind("\n") - 1))
            self._more(BLOCK)

    def _go_on(self) -> None:
        """Skip what stands between values, reading on where the window ends."""
        while True:
            gap = _FILL.match(self._text, self._pos)
            self._advance(gap.end() if gap else self._pos)
            if self._end or self._pos < len(self._text):
                return
            self._more(BLOCK)

    def _more(self, size: int) -> None:
        data = self._stream.read(max(size, BLOCK))
        self.size += len(data)
        self._end = not data
        self._text = self._text[self._pos :] + self._decoder.feed(data, final=self._end)
        self._pos = 0

    def _advance(self, pos: int) -> None:
        self.line += self._text.count("\n", self._pos, pos)
        self._pos = pos

    def _indentation(self) -> str | None:
        """What stands before the first value in its line, if that is only space."""
        before = self._text[self._text.rfind("\n", 0, self._pos) + 1 : self._pos]
        return before if "\n" in self._text[: self._pos] and not before.strip() else None
