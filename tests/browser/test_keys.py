"""Whoever has no mouse gets everywhere, and sees where they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from .addresses import DAY, go

if TYPE_CHECKING:
    from playwright.sync_api import Page

_FOCUSED = """() => {
  // a mark of a drawing shows it by its own line
  const bold = mark => [...mark.querySelectorAll('.shape')].some(e => parseFloat(getComputedStyle(e).strokeWidth) >= 2);
  const e = document.activeElement, box = e.getBoundingClientRect(), style = getComputedStyle(e);
  return {
    tag: e.tagName, id: e.id, href: e.getAttribute('href') || '',
    shown: box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    ring: (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || bold(e),
    after: [...document.querySelectorAll('a[href], button, input, select, textarea, [tabindex]')].indexOf(e),
  };
}"""

MOST = 200
"""Keys after which somebody would have given up."""


def tab(page: Page) -> dict[str, Any]:
    """The next place, and whether it can be seen there."""
    page.keyboard.press("Tab")
    return dict(page.evaluate(_FOCUSED))


def reach(page: Page, href: str) -> None:
    """Go on to the first link that leads there, and follow it."""
    for _ in range(MOST):
        if tab(page)["href"].startswith(href):
            with page.expect_navigation():
                page.keyboard.press("Enter")
            return
    raise AssertionError(f"no link to {href} within {MOST} keys")


def test_the_first_key_leads_past_the_top(page: Page) -> None:
    page.goto("/")
    first = tab(page)
    assert (first["href"], first["shown"], first["ring"]) == ("#main", True, True)
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    assert tab(page)["tag"] in ("INPUT", "A"), "what is in the page comes next"
    assert page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("name", ["overview", "pair", "map", "search", "dispatch", "try", "report"])
def test_every_place_is_seen_and_in_order(page: Page, where: dict[str, str], name: str) -> None:
    go(page, where[name].partition("#")[0])
    places = [tab(page) for _ in range(30)]
    reached = [place for place in places if place["tag"] != "BODY"]
    assert [place for place in reached if not (place["shown"] and place["ring"])] == []
    order = [place["after"] for place in reached[: len(set(map(str, reached)))]]
    assert order == sorted(order)


def test_an_event_and_its_words_by_keys_alone(page: Page) -> None:
    page.goto(f"/?on={DAY}")
    reach(page, "/pairs/AZE-KAZ")
    reach(page, "/events/")
    reach(page, "/dispatches/")
    assert page.locator(".ev.lit").count() > 0
