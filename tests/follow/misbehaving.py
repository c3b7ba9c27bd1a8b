"""A server that misbehaves in all the ways that servers do, one a path; some paths are sound."""

from __future__ import annotations

import gzip
import itertools
import threading
import time
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

DAY = 1715169600  # 8 May 2024, noon
SENTENCE = "Foreign Minister {name} of {state} met Japanese Foreign Minister Ken Mori in {city} on Monday."
PLACES = (("Kenya", "Nairobi"), ("Ghana", "Accra"), ("Chile", "Santiago"), ("Nepal", "Kathmandu"), ("Oman", "Muscat"))
NAMES = tuple(
    f"{first} {last}"
    for first, last in itertools.product(
        ("Ada", "Eva", "Ona", "Uma"), ("Mbeki", "Otieno", "Wanjiru", "Kimani", "Njoroge")
    )
)
BOMB = gzip.compress(b"<rss>" + b" " * 200_000_000, 9)
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in itertools.pairwise("abcdefghij"))
    + "]><rss><channel><title>&j;</title></channel></rss>"
)


def sentence(number: int) -> str:
    """One of the sentences, about one of several pairs of states."""
    state, city = PLACES[number % len(PLACES)]
    return SENTENCE.format(name=NAMES[number % len(NAMES)], state=state, city=city)


def rss(
    entries: list[tuple[str, str, str]], link: Callable[[str], str] = lambda guid: f"https://news.example/{guid}"
) -> bytes:
    """A feed of entries: guid, title, text."""
    items = "".join(
        f"<item><guid isPermaLink='false'>{guid}</guid><link>{link(guid)}</link><title>{title}</title>"
        f"<description>{text}</description><pubDate>{formatdate(DAY)}</pubDate></item>"
        for guid, title, text in entries
    )
    return f"<rss version='2.0'><channel><title>Sample</title><language>en</language>{items}</channel></rss>".encode()


def told(count: int, first: int = 0) -> list[tuple[str, str, str]]:
    """That many entries about meetings."""
    return [
        (f"g{n}", f"Meeting {n}", sentence(n) + f" It was meeting number {n}.") for n in range(first, first + count)
    ]


class Server(ThreadingHTTPServer):
    """``asked`` counts what was asked for, by path; ``entries`` are those of /growing."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: Counter[str] = Counter()
        self.not_modified = 0
        self.entries = told(3)
        self.robots: bytes | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def handle_error(self, request: object, client_address: object) -> None:
        """Whoever asks may go away."""


class _Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        self.server.asked[self.path] += 1
        name = self.path.strip("/").split("/")[0].replace(".", "_")
        getattr(self, f"_{name}", self._nothing)()

    def _send(self, data: bytes, status: int = 200, type: str = "application/rss+xml", **headers: str) -> None:
        self.send_response(status)
        for header, value in {"Content-Type": type, "Content-Length": str(len(data)), **headers}.items():
            self.send_header(header.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(data)

    def _nothing(self) -> None:
        self._send(b"not here", 404, "text/plain")

    def _robots_txt(self) -> None:
        if self.server.robots is None:
            self._nothing()
        else:
            self._send(self.server.robots, type="text/plain")

    def _growing(self) -> None:
        """A sound feed, which knows conditional requests."""
        data = rss(self.server.entries)
        mark = f'"{zlib.crc32(data)}"'
        if self.headers.get("If-None-Match") == mark:
            self.server.not_modified += 1
            self._send(b"", 304)
        else:
            self._send(data, ETag=mark)

    def _packed(self) -> None:
        self._send(gzip.compress(rss(told(2))), Content_Encoding="gzip")

    def _guids(self) -> None:
        """The same entries with other guids every time."""
        turn = self.server.asked[self.path]
        self._send(rss([(f"{guid}-{turn}", title, text) for guid, title, text in told(3, 100_000)]))

    def _summaries(self) -> None:
        base = self.server.url
        self._send(
            rss([(f"{n}", f"Meeting {n}", "More to come …") for n in range(2)], lambda guid: f"{base}/page/{guid}")
        )

    def _page(self) -> None:
        number = self.path.rpartition("/")[2]
        text = sentence(int(number))
        more = "They spoke about trade and about the harbour of Mombasa, and agreed to meet again next year."
        head = f"<html lang='en'><head><title>Meeting {number}</title></head>"
        body = f"{head}<body><article><h1>Meeting {number}</h1><p>{text}</p><p>{more}</p></article></body></html>"
        self._send(body.encode(), type="text/html; charset=utf-8")

    def _error(self) -> None:
        self._send(b"oops", 500, "text/plain")

    def _busy(self) -> None:
        self._send(b"later", 503, "text/plain", Retry_After="7200")

    def _slow(self) -> None:
        """A byte now and then, for ever."""
        self.send_response(200)
        self.send_header("Content-Length", "1000000")
        self.end_headers()
        for _ in range(1000):
            self.wfile.write(b" ")
            self.wfile.flush()
            time.sleep(0.05)

    def _silent(self) -> None:
        time.sleep(30)

    def _endless(self) -> None:
        self.send_response(200)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        while True:
            self.wfile.write(b"10000\r\n" + b" " * 0x10000 + b"\r\n")

    def _short(self) -> None:
        """Less than it promises."""
        data = rss(told(2))
        self.send_response(200)
        self.send_header("Content-Length", str(len(data) + 1000))
        self.end_headers()
        self.wfile.write(data)
        self.close_connection = True

    def _loop(self) -> None:
        self._send(b"", 302, Location="/loop")

    def _moved(self) -> None:
        self._send(b"", 301, Location="/growing")

    def _file(self) -> None:
        self._send(b"", 302, Location="file:///etc/passwd")

    def _bomb(self) -> None:
        self._send(BOMB, Content_Encoding="gzip")

    def _damaged(self) -> None:
        self._send(b"\x1f\x8b\x08 nothing packed", Content_Encoding="gzip")

    def _malformed(self) -> None:
        self._send(rss(told(4))[:-200])

    def _laughs(self) -> None:
        self._send(LAUGHS.encode())

    def _login(self) -> None:
        self._send(b"<!doctype html><html><body><form>Sign in</form></body></html>", type="text/html")

    def _empty(self) -> None:
        self._send(b"")


BAD = (
    "error",
    "busy",
    "slow",
    "silent",
    "endless",
    "short",
    "loop",
    "file",
    "bomb",
    "damaged",
    "malformed",
    "laughs",
    "login",
    "empty",
    "gone",
)
"""Paths of which nothing whole comes."""


@contextmanager
def serving() -> Iterator[Server]:
    """The server, while it is needed."""
    server = Server()
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
