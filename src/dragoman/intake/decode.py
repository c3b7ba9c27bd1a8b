"""Bytes to text: UTF-8 and nothing else, with messages that say what the bytes look like instead."""

from __future__ import annotations

import codecs

from dragoman.model import DispatchError

_MAGIC = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a zip archive or office document",
    b"\x1f\x8b": "compressed with gzip",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
}
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))


class Utf8:
    """A strict decoder for a stream that comes in blocks; it drops a byte order mark and knows its line."""

    def __init__(self, line: int = 1) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")()
        self._line = line
        self._first = True

    def feed(self, data: bytes, final: bool = False) -> str:
        """The text of the next block; raises `DispatchError` where it is no text, or no UTF-8."""
        if self._first:
            reject_binary(data)
            self._first = False
        try:
            text = self._decoder.decode(data, final)
        except UnicodeDecodeError as error:
            line = self._line + error.object[: error.start].count(b"\n")
            raise DispatchError(_not_utf8(error.object[error.start], line)) from None
        self._line += data.count(b"\n")
        return text


def decode(data: bytes, line: int = 1) -> str:
    """The text of a whole source, or of its line ``line``."""
    return Utf8(line).feed(data, final=True)


def reject_binary(head: bytes) -> None:
    """Raise `DispatchError` if a source that begins so is no text."""
    for magic, name in _MAGIC.items():
        if head.startswith(magic):
            raise DispatchError(f"this is {name}, not text: extract its text first")
    if head.startswith(_UTF16):
        raise DispatchError("this is UTF-16, not UTF-8: convert it with `iconv -f utf-16 -t utf-8`")
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if b"\0" in head or controls * 20 > len(head):
        raise DispatchError("this is a binary file, not text: give text, JSON or JSON Lines")


def _not_utf8(byte: int, line: int) -> str:
    return f"not UTF-8 (byte 0x{byte:02x} in line {line}): convert it, for example with `iconv -f latin1 -t utf-8`"
