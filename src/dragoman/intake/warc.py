"""Web archives (WARC, ISO 28500), as Common Crawl publishes news in them: the pages that were fetched, by fastwarc."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from dragoman.intake import html
from dragoman.intake.bounds import Cut, damaged
from dragoman.intake.item import Item
from dragoman.intake.source import HEAD, Source

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

FIELDS = {
    **html.FIELDS,
    "url": "the page's own address (`canonical`), else the one it was fetched at",
}
LOST = (
    "all that is no answer with status 200 and HTML in it; pages without an article; the day of the crawl, which is no "
    "day of sending; " + html.LOST
)
_PAGES = ("text/html", "application/xhtml+xml", None, "")


def looks_like(head: bytes) -> bool:
    """Whether it begins with a record."""
    return head.startswith(b"WARC/")


def open_archive(source: Source) -> Iterator[Source | Item]:
    """The pages in it, one after the other; what else is in it is counted and told at the end."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    number = left = 0
    try:
        # all records, for one that is left out may be the one that is cut off
        for record in ArchiveIterator(_Forward(source.stream), parse_http=False, stream_detect=False):
            size = record.content_length
            if "Content-Length" not in record.headers:
                raise EOFError("its last record is not whole")
            if record.record_type == WarcRecordType.response:
                number += 1
                if (page := _page(record, source, number)) is None:
                    left += 1
                else:
                    yield page
                    continue
                size = record.content_length
            if record.consume() < size:
                raise EOFError("its last record is not whole")
    except (OSError, EOFError, ValueError) as error:
        source.cut.note(damaged(error))
    if left:
        yield Item(
            source.where, note=f"{left:,} of {number:,} answers are left out: no HTML, or another status than 200"
        )


class _Forward:
    """A stream as fastwarc wants it, which may come through a pipe: it seeks by reading on."""

    def __init__(self, stream: io.BufferedReader[Any]) -> None:
        self._stream, self._at = stream, 0

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self._at += len(data)
        return data

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        wanted = offset if whence == io.SEEK_SET else self._at + offset
        while self._at < wanted and self.read(min(wanted - self._at, HEAD)):
            pass
        return self._at

    def close(self) -> None:
        """It is another's to close."""


def _page(record: WarcRecord, source: Source, number: int) -> Source | None:
    """The page of a record; None where it is none. Raises EOFError where it is cut off."""
    if not record.is_http:
        return None
    record.parse_http()
    if record.http_headers is None:
        raise EOFError("its last record is not whole")
    if record.http_headers.status_code != 200 or record.http_content_type not in _PAGES:
        return None
    size = record.content_length
    data = record.reader.read(min(size, html.MAX_PAGE) + 1)
    if len(data) < min(size, html.MAX_PAGE):
        raise EOFError("its last record is not whole")
    data = _decoded(data, record)
    url = record.headers.get("WARC-Target-URI")
    if not record.http_content_type and not html.looks_like(data[:HEAD]):
        return None
    return replace(
        source,
        stream=io.BufferedReader(io.BytesIO(data)),
        where=f"{source.where} {url}",
        name=f"{source.name}-{number}",
        suffix=".html",
        url=url,
        charset=record.http_charset,
        crawled=True,
        cut=Cut(),  # it is whole, wherever the archive ends
    )


def _decoded(data: bytes, record: WarcRecord) -> bytes:
    """The page as its server packed it for the way, unpacked, up to the size of a page; Common Crawl has done so."""
    from fastwarc.stream_io import BrotliReader, ChunkedReader, GzipReader

    stream: io.BytesIO | BrotliReader | ChunkedReader | GzipReader = io.BytesIO(data)
    coding = (record.http_headers.get("Content-Encoding") or "").strip().lower()
    if "chunked" in (record.http_headers.get("Transfer-Encoding") or "").lower():
        stream = ChunkedReader(stream)
    if coding in ("gzip", "x-gzip", "deflate"):
        stream = GzipReader(stream, zlib=coding == "deflate")
    elif coding == "br":
        stream = BrotliReader(stream)
    try:
        return stream.read(html.MAX_PAGE + 1)
    except OSError:
        return data  # archives are written whose headers say what is no longer so
