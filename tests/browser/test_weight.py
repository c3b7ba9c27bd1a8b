"""No page is heavy: what a browser fetches for it, styles and scripts with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .addresses import PAGES, go

if TYPE_CHECKING:
    from playwright.sync_api import Page, Request

MOST = 400_000
"""Bytes of a page without its map."""


@pytest.mark.parametrize("name", [name for name in PAGES if not name.startswith("map")])
def test_a_page_is_light(page: Page, where: dict[str, str], name: str) -> None:
    sizes = fetched(page, where[name])
    assert len(sizes) >= 2, "the page and its style"
    assert sum(sizes.values()) <= MOST, sizes


def fetched(page: Page, address: str) -> dict[str, int]:
    """What a page makes a browser fetch that knows nothing yet, and how many bytes each takes."""
    asked: list[Request] = []

    def keep(request: Request) -> None:
        asked.append(request)

    browser = page.context.new_cdp_session(page)
    browser.send("Network.setCacheDisabled", {"cacheDisabled": True})
    page.on("requestfinished", keep)
    go(page, address)
    page.remove_listener("requestfinished", keep)
    browser.detach()
    sizes = {request.url: request.sizes() for request in asked}
    return {url: size["responseBodySize"] + size["responseHeadersSize"] for url, size in sizes.items()}
