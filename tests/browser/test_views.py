"""The same pages from right to left, in the dark, on a telephone and on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest

from .addresses import PAGES, go
from .conftest import NARROW, WIDE

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page, ViewportSize

Scheme = Literal["light", "dark"]

SMALLEST: ViewportSize = {"width": 320, "height": 640}
"""What a page must fit at 400 percent."""


def style(of: Locator, name: str) -> str:
    """A computed property."""
    return str(of.evaluate("(e, name) => getComputedStyle(e).getPropertyValue(name)", name))


def brightness(of: Locator, name: str) -> float:
    """How bright a colour is, from 0 to 1."""
    channels = style(of, name).strip("rgba()").split(",")[:3]
    return sum(map(float, channels)) / 765


def overflow(page: Page) -> list[str]:
    """What makes the page wider than its window; nothing where it fits."""
    return list(
        page.evaluate(
            """() => {
              const wide = document.documentElement.clientWidth;
              if (document.documentElement.scrollWidth <= wide) return [];
              return [...document.querySelectorAll('body *')]
                .filter(e => e.getBoundingClientRect().right > wide + 1 && !e.closest('.scroll > *'))
                .map(e => `${e.tagName}.${e.className}: ${Math.round(e.getBoundingClientRect().right)}`);
            }"""
        )
    )


@pytest.mark.parametrize("name", PAGES)
def test_a_telephone_shows_all_without_scrolling_sideways(page: Page, where: dict[str, str], name: str) -> None:
    page.set_viewport_size(NARROW)
    go(page, where[name])
    assert overflow(page) == []
    page.set_viewport_size(SMALLEST)
    assert overflow(page) == []


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_a_dispatch_from_right_to_left(page: Page, where: dict[str, str], size: ViewportSize) -> None:
    page.set_viewport_size(size)
    page.goto(where["dispatch in Arabic"])
    text = page.locator(".text")
    assert (text.get_attribute("lang"), text.get_attribute("dir")) == ("ar", "rtl")
    line = text.locator("p").first
    assert style(line, "direction") == "rtl"
    assert style(line, "text-align") in ("start", "right")
    right, first = line.evaluate(
        """e => {
          const range = document.createRange();
          const walker = document.createTreeWalker(e, NodeFilter.SHOW_TEXT);
          const node = walker.nextNode();
          range.setStart(node, 0); range.setEnd(node, 1);
          return [e.getBoundingClientRect().right, range.getBoundingClientRect().right];
        }"""
    )
    assert abs(right - first) < 3, "the first letter stands at the right edge"
    assert page.locator(".ev.lit").count() > 0
    assert style(page.locator(".ev.lit").first, "background-color") == "rgb(247, 221, 140)"
    assert text.evaluate("e => e.scrollWidth <= e.clientWidth + 1")
    assert style(page.locator("h1"), "direction") == "ltr", "the page itself goes from left to right"
    assert page.locator("h1 bdi").get_attribute("dir") == "rtl"


def test_quotes_from_right_to_left(page: Page, where: dict[str, str]) -> None:
    page.goto(where["event"])
    quote = page.locator("blockquote[lang=ar]").first
    assert style(quote, "direction") == "rtl"
    assert style(quote, "border-right-style") == "solid", "the rule stands where the text begins"


@pytest.mark.parametrize("name", ["overview", "pair", "event", "dispatch", "report"])
def test_the_dark_scheme_is_dark(page: Page, where: dict[str, str], name: str) -> None:
    page.emulate_media(color_scheme="dark")
    go(page, where[name])
    assert brightness(page.locator("html"), "background-color") < 0.2
    assert brightness(page.locator("h1"), "color") > 0.8


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["pair", "event", "dispatch", "report"])
def test_paper_is_white_and_shows_all(page: Page, where: dict[str, str], name: str, scheme: Scheme) -> None:
    go(page, where[name])
    page.emulate_media(media="print", color_scheme=scheme)
    assert brightness(page.locator("html"), "background-color") == 1
    assert brightness(page.locator("h1"), "color") < 0.2
    for hidden in page.locator(".top, footer, .filters, .skip").all():
        assert not hidden.is_visible()
    for text in page.locator(".text").all():
        assert text.evaluate("e => e.scrollHeight <= e.clientHeight + 1"), "nothing is cut off"
    for kind in page.locator(".kind, .card h2 b").all()[:3]:
        assert brightness(kind, "color") < 0.6, "colours are dark enough for paper"
    if scheme == "light":
        assert page.pdf().startswith(b"%PDF")
