"""What a site asks robots to leave alone (RFC 9309), and how long to wait between its pages."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass

import httpx2
from protego import Protego

from dragoman.follow.errors import FollowError, Stopped, Unanswered
from dragoman.follow.fetch import AGENT, Fetcher

HOURS = 24
"""How long a robots.txt is held to be true (RFC 9309, 2.4)."""

DELAY, LONGEST = 1.0, 60.0
"""Seconds between two pages of a site where it asks for none, and the most that it is granted."""


@dataclass(frozen=True, slots=True)
class _Rules:
    rules: Protego | None  # None: unreachable, so that all is to be left alone
    until: float


class Robots:
    """The rules of each site, asked for when first needed; safe to use from several threads."""

    def __init__(self, fetcher: Fetcher) -> None:
        self._fetcher = fetcher
        self._known: dict[str, _Rules] = {}
        self._lock = threading.Lock()

    def check(self, url: str, *, private: bool) -> float:
        """Seconds to wait before a page of the same site; raises `FollowError` where robots may not ask for it."""
        rules = self._rules(url, private).rules
        if rules is None:
            raise Unanswered(f"{url}: the site's robots.txt does not answer, so that nothing of it is asked for now")
        if not rules.can_fetch(url, AGENT):
            raise FollowError(f"{url}: the site's robots.txt asks robots to leave it alone; `robots: false` overrides")
        return min(float(rules.crawl_delay(AGENT) or DELAY), LONGEST)

    def _rules(self, url: str, private: bool) -> _Rules:
        at = httpx2.URL(url)
        site = f"{at.scheme}://{at.netloc.decode('ascii')}"
        with self._lock:
            known = self._known.get(site)
        if known and known.until > time.monotonic():
            return known
        found = self._read(f"{site}/robots.txt", private)
        with self._lock:
            self._known[site] = found
        return found

    def _read(self, url: str, private: bool) -> _Rules:
        """Nothing is forbidden where there is no such file, everything where the site does not answer."""
        try:
            text = self._fetcher.get(url, private=private).data.decode("utf-8", "replace")
        except Stopped:
            raise
        except Unanswered as error:
            if error.status is None or not 400 <= error.status < 500:
                return _Rules(None, time.monotonic() + 60)
            text = ""
        return _Rules(Protego.parse(text), time.monotonic() + HOURS * 3600)
