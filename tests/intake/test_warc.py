"""Web archives, as warcio writes them: its pages pass through one by one."""

from __future__ import annotations

import gzip
import io
import tracemalloc
from pathlib import Path

import brotli
import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from dragoman.intake import read_all
from dragoman.intake.item import Item

from .articles import PAGE, TEXT

HTML = [("Content-Type", "text/html; charset=utf-8")]
NO_ARTICLE = b"<html><body><nav><a href='/'>Home</a></nav></body></html>"


class Crawl:
    """A web archive in the making."""

    def __init__(self, gz: bool) -> None:
        self.out = io.BytesIO()
        self._writer = WARCWriter(self.out, gzip=gz)
        self._writer.write_record(self._writer.create_warcinfo_record("crawl.warc", {"software": "ours"}))

    def put(self, name: str, body: bytes, headers: list[tuple[str, str]] = HTML, status: str = "200 OK") -> Crawl:
        url = f"https://harbour.example/{name}"
        http = StatusAndHeaders(status, headers, protocol="HTTP/1.1")
        answer = self._writer.create_warc_record(url, "response", payload=io.BytesIO(body), http_headers=http)
        asked = StatusAndHeaders(f"GET /{name} HTTP/1.1", [("Host", "harbour.example")], is_http_request=True)
        request = self._writer.create_warc_record(url, "request", http_headers=asked)
        self._writer.write_request_response_pair(request, answer)
        return self


def _page(number: int) -> bytes:
    return PAGE.replace("https://harbour.example/2024/vienna", f"https://harbour.example/{number}").encode()


def _read(tmp_path: Path, data: bytes, name: str = "crawl.warc.gz") -> list[Item]:
    (tmp_path / name).write_bytes(data)
    return list(read_all([str(tmp_path / name)]))


def _urls(items: list[Item]) -> list[str]:
    return [(item.dispatch.url or "").rpartition("/")[2] for item in items if item.dispatch]


@pytest.mark.parametrize("gz", [False, True], ids=["plain", "gzip"])
def test_a_crawl(gz: bool, tmp_path: Path) -> None:
    crawl = Crawl(gz).put("0", _page(0)).put("front", NO_ARTICLE).put("gone", _page(1), status="404 Not Found")
    crawl.put("logo.png", b"\x89PNG", [("Content-Type", "image/png")]).put("2", _page(2))
    *items, other, bare = _read(tmp_path, crawl.out.getvalue(), "crawl.warc.gz" if gz else "crawl.warc")
    assert _urls(items) == ["0", "2"]
    assert [item.dispatch.text for item in items if item.dispatch] == [TEXT, TEXT]
    assert [item.dispatch.id for item in items if item.dispatch] == ["crawl-1", "crawl-5"]
    assert items[0].where.endswith(" https://harbour.example/0")
    assert other.note == "2 of 5 answers are left out: no HTML, or another status than 200"
    assert bare.note == "1 pages have no article and are left out"


def _chunked(body: bytes) -> bytes:
    return b"".join(b"%x\r\n%b\r\n" % (len(part), part) for part in (body[:100], body[100:])) + b"0\r\n\r\n"


LATIN = PAGE.replace("Mbeki", "Mbéki").replace('<meta charset="utf-8">', "").encode("latin-1")
SENT = [
    (gzip.compress(PAGE.encode()), [*HTML, ("Content-Encoding", "gzip")], "Mbeki", "gzip"),
    (brotli.compress(PAGE.encode()), [*HTML, ("Content-Encoding", "br")], "Mbeki", "brotli"),
    (_chunked(PAGE.encode()), [*HTML, ("Transfer-Encoding", "chunked")], "Mbeki", "in chunks"),
    (
        _chunked(gzip.compress(PAGE.encode())),
        [*HTML, ("Content-Encoding", "gzip"), ("Transfer-Encoding", "chunked")],
        "Mbeki",
        "both",
    ),
    (PAGE.encode(), [*HTML, ("Content-Encoding", "gzip")], "Mbeki", "unpacked, though the header says otherwise"),
    (LATIN, [("Content-Type", "text/html; charset=ISO-8859-1")], "Mbéki", "an encoding"),
    (PAGE.encode(), [("Content-Type", "application/xhtml+xml")], "Mbeki", "XHTML"),
    (PAGE.encode(), [("Server", "s")], "Mbeki", "no type"),
]


@pytest.mark.parametrize(("body", "headers", "word", "why"), SENT, ids=[row[3] for row in SENT])
def test_pages_as_servers_send_them(
    body: bytes, headers: list[tuple[str, str]], word: str, why: str, tmp_path: Path
) -> None:
    (item,) = _read(tmp_path, Crawl(True).put("x", body, headers).out.getvalue())
    assert item.dispatch
    assert word in item.dispatch.text


@pytest.mark.parametrize("gz", [False, True], ids=["plain", "gzip"])
@pytest.mark.parametrize("share", [0.3, 0.5, 0.77, 0.9, 0.99])
def test_of_a_crawl_that_is_cut_off_the_rest_is_kept(gz: bool, share: float, tmp_path: Path) -> None:
    crawl = Crawl(gz)
    for number in range(10):
        crawl.put(str(number), _page(number))
    data = crawl.out.getvalue()
    *items, last = _read(tmp_path, data[: int(len(data) * share)], "crawl.warc.gz" if gz else "crawl.warc")
    assert _urls(items) == [str(number) for number in range(len(items))]
    assert len(items) >= int(share * 10) - 1
    assert last.problem
    assert "cut off or damaged" in last.problem


@pytest.mark.parametrize(
    "data", [b"WARC/1.0\r\nfoo", b"WARC/1.0\r\n\r\n", b"WARC/1.0\r\nContent-Length: 99999999999\r\n\r\nx"]
)
def test_what_is_no_crawl_is_told_or_empty(data: bytes, tmp_path: Path) -> None:
    for item in _read(tmp_path, data, "x.warc"):
        assert item.problem or item.note


def test_a_crawl_passes_through_in_constant_memory(tmp_path: Path) -> None:
    crawl = Crawl(False)
    ballast = b"<!-- " + b"x" * 400_000 + b" --></body>"
    for number in range(60):
        crawl.put(str(number), _page(number).replace(b"</body>", ballast))
    (tmp_path / "crawl.warc").write_bytes(crawl.out.getvalue())
    del crawl
    peaks = []
    tracemalloc.start()
    for number, item in enumerate(read_all([str(tmp_path / "crawl.warc")])):
        assert item.dispatch
        if number in (20, 59):
            peaks.append(tracemalloc.get_traced_memory()[1])
    tracemalloc.stop()
    assert peaks[1] < peaks[0] * 1.2
    assert peaks[1] < 12_000_000  # of 24 million
