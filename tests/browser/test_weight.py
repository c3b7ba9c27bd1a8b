"""No page is heavy: what a browser fetches for it, styles and scripts with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .addresses import PAGES

if TYPE_CHECKING:
    from playwright.sync_api import Page, Request

MOST = 400_000
"""Bytes of a page without its map."""


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_light(page: Page, where: dict[str, str], name: str) -> None:
    asked: list[Request] = []
    page.on("requestfinished", lambda request: asked.append(request))
    page.goto(where[name], wait_until="networkidle")
    sizes = {request.url: request.sizes() for request in asked}
    total = sum(size["responseBodySize"] + size["responseHeadersSize"] for size in sizes.values())
    assert len(sizes) >= 2, "the page and its style"
    assert total <= MOST, sizes
