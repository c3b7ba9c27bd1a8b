"""Tables as text (RFC 4180, and as spreadsheets write them): a dispatch a row, the first row names the columns."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator
from typing import BinaryIO

from dragoman.intake.columns import NAMES, choose, dispatch
from dragoman.intake.decode import reject_binary
from dragoman.intake.fields import MAX_BYTES
from dragoman.intake.item import Item
from dragoman.intake.source import Source
from dragoman.model import DispatchError

_SEPARATORS = ",;\t|"
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def looks_like(head: bytes) -> bool:
    """Whether the first line names two fields of a dispatch or more, one of them ``text``."""
    line = _text(head.removeprefix(codecs.BOM_UTF8)).partition("\n")[0]
    names = {name.strip().strip('"').lower() for name in line.split(_separator(line))}
    return "text" in names and len(names.intersection(NAMES)) > 1


def _text(head: bytes) -> str:
    return head.decode("utf-16" if head.startswith(_UTF16) else "utf-8", "replace")


def read(source: Source) -> Iterator[Item]:
    """The dispatches of a table. A row that is off costs only itself."""
    try:
        yield from _Table(source).items()
    except DispatchError as error:
        yield Item(source.where, problem=str(error))


class _Table:
    """A table as it is read: its lines, counted, and its columns."""

    def __init__(self, source: Source) -> None:
        head = source.head()[: 1 << 13]
        wide = head.startswith(_UTF16)
        if not wide:
            reject_binary(head)
        self._source = source
        self._lines = _lines(source.stream, "utf-16" if wide else "utf-8-sig")
        self._size = 0

    def items(self) -> Iterator[Item]:
        csv.field_size_limit(MAX_BYTES)
        first = self._next()
        separator = first.strip().removeprefix("sep=")  # what Excel is told the separator with
        if first.strip() != separator and len(separator) == 1:
            first, shift = self._next(), 1
        else:
            separator, shift = _separator(first), 0
        rows = csv.reader(self._from(first), delimiter=separator, strict=True)
        try:
            header = next(rows, [])
        except csv.Error as error:
            yield Item(f"{self._source.where}:{1 + shift}", problem=_mend(error), size=self._size)
            return
        chosen = choose(header, self._source.reading.columns)
        places = {name: header.index(column) for name, column in chosen.items()}
        line = rows.line_num
        while True:
            number, line, size = line + 1 + shift, rows.line_num, self._size
            where, name = f"{self._source.where}:{number}", f"{self._source.name}-{number}"
            try:
                row = next(rows)
                if any(row):
                    yield Item(where, dispatch(_fields(row, places, len(header)), name), size=self._size - size)
            except StopIteration:
                return
            except csv.Error as error:
                yield Item(where, problem=_mend(error), size=self._size - size)
            except DispatchError as error:
                yield Item(where, problem=str(error), size=self._size - size)
            line = rows.line_num

    def _from(self, first: str) -> Iterator[str]:
        yield first
        while line := self._next():
            yield line

    def _next(self) -> str:
        line = next(self._lines, "")
        self._size += len(line.encode("utf-8", "surrogateescape"))
        return line


def _lines(stream: BinaryIO, encoding: str) -> Iterator[str]:
    """The lines with their ends, cut where they are too long for any dispatch. Bytes that are no text are kept as half
    characters, so that they cost only their row."""
    text = io.TextIOWrapper(stream, encoding, errors="surrogateescape", newline="")
    try:
        while line := text.readline(MAX_BYTES):
            yield line
            while len(line) == MAX_BYTES and not line.endswith("\n"):
                line = text.readline(MAX_BYTES)
    finally:
        text.detach()  # it would close what is not its own


def _separator(line: str) -> str:
    """The one that parts the names of columns; a comma where none does."""
    return max(_SEPARATORS, key=line.count)


def _fields(row: list[str], places: dict[str, int], width: int) -> dict[str, str | None]:
    if any(row[width:]):
        raise DispatchError(f"{len(row)} fields, the first row names {width}: quote what holds the separator")
    told = {name: row[at] if at < len(row) else None for name, at in places.items()}
    if any("\udc80" <= mark <= "\udcff" for value in told.values() for mark in value or ""):
        raise DispatchError("not UTF-8 in this row: convert the file, for example with `iconv -f cp1252 -t utf-8`")
    return told


def _mend(error: csv.Error) -> str:
    message = str(error)
    if "limit" in message:
        return f"a field of more than {MAX_BYTES:,} characters: close its quotes, or split it"
    if "unexpected end" in message:
        return "quotes that are opened here are never closed: close them"
    return f"not a row of this table ({message}): double the quotes within quotes"
