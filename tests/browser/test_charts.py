"""The chart and the map add to their pages: what is drawn leads on, by pointer and by keys; filters draw it anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .addresses import PAIR, go
from .conftest import NARROW, Opener
from .watching import Watch

if TYPE_CHECKING:
    from playwright.sync_api import Page

MARKS = "#chart svg a.mark"


def test_marks_are_links_to_events(page: Page) -> None:
    go(page, PAIR)
    marks = page.locator(MARKS)
    drawn = [str(mark.get_attribute("href")) for mark in marks.all()]
    assert len(drawn) > 50
    assert all(link.startswith("/events/") for link in drawn)
    visit = page.locator(f"{MARKS}[aria-label*='official visit']").first
    told = str(visit.get_attribute("aria-label"))
    visit.hover()
    assert page.locator("#chart .readout").inner_text() == told
    visit.click()
    page.wait_for_url("**/events/*")
    assert page.locator("h1").inner_text().startswith("Official visit")


def test_arrow_keys_go_from_mark_to_mark(page: Page) -> None:
    go(page, PAIR)
    page.locator("#chart svg a[tabindex='0']").first.focus()
    first = page.locator("#chart .readout").inner_text()
    page.keyboard.press("ArrowRight")
    second = page.locator("#chart .readout").inner_text()
    assert first != second
    page.keyboard.press("ArrowLeft")
    assert page.locator("#chart .readout").inner_text() == first
    assert page.locator("#chart svg a[tabindex='0']").count() == 1, "one key leads past the whole drawing"
    page.keyboard.press("Enter")
    page.wait_for_url("**/events/*")


def test_a_filter_changes_list_chart_and_address_in_place(page: Page) -> None:
    go(page, PAIR)
    page.evaluate("window.stayed = true")
    before = page.locator(MARKS).count()
    page.locator("select[name=kind]").select_option("visit")
    page.wait_for_url("**/pairs/AZE-KAZ?kind=visit")
    page.wait_for_function("n => { const all = document.querySelectorAll('#chart svg a.mark'); "
                           "return all.length > 0 && all.length < n; }", arg=before)  # fmt: skip
    assert (
        page.locator("#told .event:not(.k-visit)").count() == page.locator("#told .parts .event:not(.k-visit)").count()
    )
    assert "kind=visit" in str(page.locator("#data a").first.get_attribute("href"))
    assert page.evaluate("window.stayed"), "the page was not loaded anew"
    page.go_back()
    page.wait_for_url(f"**{PAIR}")
    page.wait_for_function("n => document.querySelectorAll('#chart svg a.mark').length === n", arg=before)


def test_a_refused_filter_says_why_in_place(page: Page, watch: Watch) -> None:
    go(page, PAIR)
    page.locator("input[name=since]").fill("yesterday")
    page.get_by_role("button", name="Show").click()
    alert = page.get_by_role("alert")
    alert.wait_for()
    assert "no such date 'yesterday'" in alert.inner_text()
    assert page.locator("input[name=since]").input_value() == "yesterday", "what was written can be mended"
    assert page.url.endswith(PAIR)
    assert [fault.partition(":")[0] for fault in watch.faults] == ["422"]
    watch.faults.clear()


def test_a_chart_fits_a_telephone(page: Page) -> None:
    page.set_viewport_size(NARROW)
    go(page, PAIR)
    box = page.locator("#chart > svg").bounding_box()
    assert box is not None
    assert 300 < box["width"] <= 380


@pytest.mark.parametrize("name", ["map", "map of a person"])
def test_the_map_shows_the_places_of_its_table(page: Page, where: dict[str, str], name: str) -> None:
    go(page, where[name])
    spots = page.locator("#map svg a")
    assert spots.count() > 1
    shown = {spot.get_attribute("href") for spot in spots.all()}
    assert shown <= {link.get_attribute("href") for link in page.locator("#told table a").all()}
    assert page.locator("#map svg .land").count() > 10
    spots.first.click()
    page.wait_for_url("**place=*")
    assert page.locator("ol.events > li").count() > 0


@pytest.mark.parametrize("address", [PAIR, f"{PAIR}/map"])
def test_without_scripts_nothing_is_drawn_and_all_is_told(opened: Opener, address: str) -> None:
    page = opened(java_script_enabled=False)
    page.goto(address)
    assert not page.locator("figure").is_visible()
    assert page.locator("#told a").count() > 2
