"""Feeds that behave and feeds that do not."""

from __future__ import annotations

import resource
import time
from collections.abc import Callable
from typing import Any

import pytest

from dragoman.follow.sources import Feed

from .misbehaving import BAD, Server, told

Follow = Callable[..., Any]
Kept = Callable[[], list[tuple[str, str, str]]]


def feed(server: Server, path: str, **more: Any) -> Feed:
    return Feed(f"{server.url}/{path}", every=60, private=True, **more)


def test_what_is_new_is_entered_once(server: Server, follow: Follow, kept: Kept, said: list[str]) -> None:
    source = feed(server, "growing")
    follow(source)
    assert [guid for guid, _, _ in kept()] == ["g0", "g1", "g2"]
    follow(source)
    assert server.not_modified == 1
    server.entries = told(4)
    follow(source)
    assert [guid for guid, _, _ in kept()] == ["g0", "g1", "g2", "g3"]
    assert said == [f"{source.address}: 3 entered", f"{source.address}: 1 entered"]


def test_a_correction_supersedes(server: Server, follow: Follow, kept: Kept) -> None:
    source = feed(server, "growing")
    follow(source)
    guid, title, text = server.entries[1]
    server.entries = [server.entries[0], (guid, title, text.replace("Monday", "Tuesday")), *told(2, 2)]
    follow(source)
    assert [state for found, _, state in kept() if found == guid] == ["superseded", "current"]


def test_guids_that_change_double_nothing(server: Server, follow: Follow, kept: Kept) -> None:
    for _ in range(3):
        follow(feed(server, "guids"))
    assert len(kept()) == 3


@pytest.mark.parametrize("path", ["packed", "moved", "growing"])
def test_what_is_sound_is_read(path: str, server: Server, follow: Follow, kept: Kept, said: list[str]) -> None:
    follow(feed(server, path))
    assert len(kept()) == (2 if path == "packed" else 3), said


def test_pages_behind_summaries(server: Server, follow: Follow, kept: Kept) -> None:
    server.robots = b"User-agent: *\nCrawl-delay: 0.1\nDisallow: /page/1\n"
    follow(feed(server, "summaries", pages=True))
    texts = [text for _, text, _ in kept()]
    assert "harbour of Mombasa" in texts[0]
    assert texts[1:] == ["More to come …"]
    assert server.asked["/page/1"] == 0
    follow(feed(server, "summaries", pages=True))
    assert server.asked["/page/0"] == 1


SAID = {
    "error": "answered 500 Internal Server Error",
    "busy": "answered 503",
    "slow": "not ended after 2 seconds",
    "silent": "no answer for 1 seconds",
    "endless": "more than 20,000,000 bytes",
    "short": "",
    "loop": "more than 5 redirects",
    "file": "only http and https addresses are followed",
    "bomb": "more than 20,000,000 bytes",
    "damaged": "its packing is damaged",
    "malformed": "",
    "laughs": "declares entities of its own",
    "login": "answered with no feed but HTML",
    "empty": "",
    "gone": "answered 404 Not Found",
}


@pytest.mark.parametrize("path", BAD)
def test_what_misbehaves_is_told_and_asked_again(
    path: str, server: Server, follow: Follow, kept: Kept, said: list[str]
) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begun = time.monotonic()
    follower = follow(feed(server, path), feed(server, "growing"))
    assert time.monotonic() - begun < 10
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 150_000, "kilobytes"
    assert follower.problems >= 1
    assert any(SAID[path] in line for line in said), said
    assert not any("Traceback" in line or "\n" in line for line in said)
    assert {guid for guid, _, _ in kept()} == {"g0", "g1", "g2"}, "no other source suffers"


def test_a_source_that_is_busy_is_left_alone_as_long_as_it_asks(
    server: Server, follow: Follow, said: list[str]
) -> None:
    follow(feed(server, "busy"))
    assert said[-1].endswith("again in 120 minutes")


def test_robots_are_heeded_unless_overridden(server: Server, follow: Follow, kept: Kept, said: list[str]) -> None:
    server.robots = b"User-agent: dragoman\nDisallow: /growing\n"
    follow(feed(server, "growing"))
    assert kept() == []
    assert "robots.txt asks robots to leave it alone" in said[-1]
    follow(feed(server, "growing", robots=False))
    assert len(kept()) == 3


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:9/x", "http://[::1]/x", "http://169.254.169.254/latest", "http://localhost/"]
)
def test_machines_of_ones_own_network_are_not_asked(address: str, follow: Follow, said: list[str]) -> None:
    follow(Feed(address))
    assert "lies in a private network" in said[0]


@pytest.mark.parametrize(
    "address", ["ftp://example.org/x", "file:///etc/passwd", "no address", "http://u:p@example.org/"]
)
def test_what_is_no_address_is_told(address: str, follow: Follow, said: list[str]) -> None:
    assert follow(Feed(address)).problems == 1
    assert len(said) == 1


def test_it_goes_on_until_it_is_stopped(server: Server, follow: Follow, kept: Kept) -> None:
    source = Feed(f"{server.url}/growing", every=1, private=True)

    def grown() -> bool:
        if server.asked["/growing"] == 2 and len(server.entries) == 3:
            server.entries = told(5)
        return server.asked["/growing"] >= 5

    follow(source, until=grown)
    assert [guid for guid, _, _ in kept()] == ["g0", "g1", "g2", "g3", "g4"]
