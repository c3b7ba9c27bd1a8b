"""From who talks to whom to the very words, in four clicks: with scripts and without."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .addresses import DAY, follow
from .conftest import NARROW, WIDE, Opener

if TYPE_CHECKING:
    from playwright.sync_api import Page, ViewportSize


def walk(page: Page) -> str:
    """Overview, pair, event, dispatch; the words that were followed last."""
    page.goto(f"/?on={DAY}")
    follow(page.get_by_role("table").get_by_role("link", name="AZE-KAZ").first)
    assert page.locator("h1").inner_text() == "Azerbaijan and Kazakhstan"
    visit = page.locator("ol.events > li", has_text="official visit").filter(has_text="10 April 2023")
    follow(visit.get_by_role("link").first)
    assert "/events/" in page.url
    account = page.locator("article").filter(has=page.locator("blockquote[lang=de]")).first
    quote = account.locator("blockquote").first
    told = quote.inner_text()
    follow(quote.get_by_role("link"))
    assert "/dispatches/" in page.url
    return " ".join(told.split())


def in_window(page: Page) -> bool:
    """Whether the first of the words that are lit up is in sight as the page opens."""
    box, size = page.locator(".ev.lit").first.bounding_box(), page.viewport_size
    assert box is not None
    assert size is not None
    return box["y"] >= 0 and box["y"] + box["height"] <= size["height"]


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_every_account_opens_at_its_words(page: Page, where: dict[str, str], size: ViewportSize) -> None:
    page.set_viewport_size(size)
    page.goto(where["event"])
    links = [link.get_attribute("href") for link in page.get_by_role("link", name="In the dispatch").all()]
    assert len(links) > 10
    for link in links[:6]:
        page.goto(str(link))
        assert in_window(page), link


@pytest.mark.parametrize("scripts", [True, False])
def test_four_clicks(opened: Opener, scripts: bool) -> None:
    page = opened(java_script_enabled=scripts)
    told = walk(page)
    lit = page.locator(".ev.lit")
    assert told in [" ".join(text.split()) for text in lit.all_inner_texts()]
    assert page.locator(".card.lit").count() == 1
    assert in_window(page), "the words are seen without scrolling"
    assert lit.first.evaluate("e => getComputedStyle(e).backgroundColor") == "rgb(247, 221, 140)"


def test_lit_words_lead_to_their_card(page: Page) -> None:
    walk(page)
    page.locator(".ev:not(.lit)").first.click()
    card = page.locator(".card:target")
    assert card.count() == 1
    assert page.url.endswith(f"#{card.get_attribute('id')}")


def test_the_way_back_and_on(page: Page) -> None:
    walk(page)
    first = page.locator("h1").inner_text()
    follow(page.get_by_role("link", name="→"))
    assert page.locator("h1").inner_text() != first
    follow(page.get_by_role("link", name="←"))
    assert page.locator("h1").inner_text() == first
    for _ in range(4):
        page.go_back()
    assert page.locator("h1").inner_text() == "Azerbaijan and Kazakhstan"
