"""Asking an address over HTTP (RFC 9110), with limits on all that the other side decides: time, size, redirects.

A request is conditional where an earlier answer gave an ETag or a Last-Modified day. What is packed is unpacked no
further than the limit, so that a small answer that unpacks to a huge one (a gzip bomb) costs no memory.
"""

from __future__ import annotations

import ssl
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import httpx2

from dragoman import __version__
from dragoman.follow.addresses import numbers
from dragoman.follow.errors import FollowError, Stopped, Unanswered
from dragoman.retry_after import retry_after

AGENT = f"dragoman/{__version__}"
"""How it tells who it is, and the name that robots.txt calls it by (`dragoman`)."""

NOT_MODIFIED = 304
_MOVED = frozenset((301, 302, 303, 307, 308))
_TYPES = "application/rss+xml, application/atom+xml, application/xml;q=0.9, text/html;q=0.8, */*;q=0.5"
_EITHER = 47  # zlib's: gzip or zlib, whichever the data begin with
_CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class Limits:
    """Bytes of an answer when unpacked, seconds for all of it, seconds without a byte, redirects in a row."""

    size: int = 20_000_000
    seconds: float = 60
    silence: float = 20
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Remembered:
    """What an answer asks to be asked with the next time."""

    etag: str | None = None
    modified: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address answered: 200 with ``data``, or 304 without. ``url`` is the address after all redirects."""

    status: int
    url: str
    data: bytes
    type: str | None
    remember: Remembered


class Fetcher:
    """Asks addresses, one at a time in each thread. ``stopped`` is looked at between the parts of an answer.

    Certificates are checked for the name that was asked for, by ``trust`` or else by what the system trusts.
    """

    def __init__(
        self,
        limits: Limits | None = None,
        stopped: Callable[[], bool] = lambda: False,
        trust: ssl.SSLContext | None = None,
    ) -> None:
        self.limits = limits or Limits()
        self._stopped = stopped
        timeout = httpx2.Timeout(self.limits.silence)
        # no proxy, netrc or cookies of the surroundings: what is asked is what the list of sources says
        self._client = httpx2.Client(verify=trust or True, timeout=timeout, trust_env=False, follow_redirects=False)

    def close(self) -> None:
        self._client.close()

    def get(
        self, url: str, remembered: Remembered | None = None, *, private: bool = False, size: int | None = None
    ) -> Answer:
        """The answer of an address, of ``size`` bytes at most. Raises `FollowError`, `Unanswered` for none."""
        remembered = remembered or Remembered()
        size = size or self.limits.size
        deadline = time.monotonic() + self.limits.seconds
        try:
            at = httpx2.URL(url)
            for _ in range(self.limits.redirects + 1):
                answer = self._ask(at, remembered, private, deadline, size)
                if isinstance(answer, Answer):
                    return answer
                at = answer
        except httpx2.InvalidURL:
            raise FollowError(f"{url}: no address: write it as https://…") from None
        except httpx2.TimeoutException:
            raise Unanswered(f"{url}: no answer for {self.limits.silence:g} seconds") from None
        except httpx2.HTTPError as error:
            raise Unanswered(f"{url}: {_why(error)}") from None
        raise Unanswered(f"{url}: more than {self.limits.redirects} redirects")

    def _ask(
        self, url: httpx2.URL, remembered: Remembered, private: bool, deadline: float, size: int
    ) -> Answer | httpx2.URL:
        """One answer, or where it sends us."""
        number = numbers(url, private=private)[0]
        host = url.netloc.decode("ascii")
        request = self._client.build_request(
            "GET",
            url.copy_with(host=number),
            headers={"Host": host, **_headers(remembered)},
            extensions={"sni_hostname": url.host},
        )
        response = self._client.send(request, stream=True)
        try:
            if response.status_code in _MOVED and "location" in response.headers:
                return url.join(response.headers["location"])
            told = Remembered(response.headers.get("etag"), response.headers.get("last-modified"))
            if response.status_code == NOT_MODIFIED:
                return Answer(NOT_MODIFIED, str(url), b"", None, told)
            if response.status_code != 200:
                message = f"{url}: answered {response.status_code} {response.reason_phrase}".rstrip()
                raise Unanswered(message, response.status_code, retry_after(response.headers.get("retry-after")))
            data = b"".join(self._unpacked(response, str(url), deadline, size))
            return Answer(200, str(url), data, response.headers.get("content-type"), told)
        finally:
            response.close()

    def _unpacked(self, response: httpx2.Response, url: str, deadline: float, most: int) -> Iterator[bytes]:
        """The body, piece by piece, up to the limits."""
        encoding = response.headers.get("content-encoding", "identity").strip().lower()
        if encoding not in ("identity", "gzip", "x-gzip", "deflate"):
            raise Unanswered(f"{url}: packed as {encoding}, which was not asked for")
        unpack = _plain if encoding == "identity" else _inflate(url)
        size = 0
        for raw in response.iter_raw():
            if self._stopped():
                raise Stopped(f"{url}: stopped")
            if time.monotonic() > deadline:
                raise Unanswered(f"{url}: not ended after {self.limits.seconds:g} seconds")
            for piece in unpack(raw):
                size += len(piece)
                if size > most:
                    raise Unanswered(f"{url}: more than {most:,} bytes: raise `max_bytes` if that is meant")
                yield piece


def _headers(remembered: Remembered) -> dict[str, str]:
    told = {"If-None-Match": remembered.etag, "If-Modified-Since": remembered.modified}
    given = {name: value for name, value in told.items() if value}
    return {"User-Agent": AGENT, "Accept": _TYPES, "Accept-Encoding": "gzip, deflate", **given}


def _plain(raw: bytes) -> Iterator[bytes]:
    yield raw


def _inflate(url: str) -> Callable[[bytes], Iterator[bytes]]:
    """Unpacks gzip and zlib, never more than a chunk at a time."""
    inflater = zlib.decompressobj(_EITHER)

    def unpack(raw: bytes) -> Iterator[bytes]:
        try:
            while raw:
                yield inflater.decompress(raw, _CHUNK)
                raw = inflater.unconsumed_tail
        except zlib.error:
            raise Unanswered(f"{url}: its packing is damaged") from None

    return unpack


def _why(error: httpx2.HTTPError) -> str:
    """What the library says, on one line."""
    return " ".join(str(error).split()) or type(error).__name__
