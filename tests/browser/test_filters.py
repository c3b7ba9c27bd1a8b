"""Filters are in the address, stay as they were chosen, and hold for what is downloaded."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

import pytest

from .addresses import PAIR
from .conftest import Opener

if TYPE_CHECKING:
    from playwright.sync_api import Page


def visits(page: Page) -> None:
    """The visits of the first half of 2023, asked for as people do."""
    page.goto(PAIR)
    page.get_by_label("kind").select_option("visit")
    page.get_by_label("since").fill("2023")
    page.get_by_label("until").fill("2023-06")
    with page.expect_navigation():
        page.get_by_role("button", name="Show").click()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_filter_is_in_the_address_and_stays(opened: Opener, scripts: bool) -> None:
    page = opened(java_script_enabled=scripts)
    visits(page)
    assert "kind=visit" in page.url
    assert "since=2023" in page.url
    assert page.get_by_label("kind").input_value() == "visit"
    assert page.get_by_label("until").input_value() == "2023-06"
    shown = page.locator("ol.events > li > .event")
    assert shown.count() == page.locator("ol.events > li > .event.k-visit").count() > 0
    address = page.url
    page.goto("/")
    page.goto(address)
    assert shown.count() > 0


def test_downloads_hold_what_is_shown(page: Page) -> None:
    visits(page)
    shown = [link.split("/")[-1] for link in _links(page, "ol.events .event a[href^='/events/']")]
    with page.expect_download() as kept:
        page.get_by_role("link", name="CSV").first.click()
    assert kept.value.suggested_filename == "AZE-KAZ.csv"
    with kept.value.path().open(encoding="utf-8", newline="") as file:
        assert {row["id"] for row in csv.DictReader(file)} == set(shown)
    page.get_by_role("link", name="JSON").first.click()
    told = json.loads(page.locator("pre").inner_text())["events"]
    assert {event["id"] for event in (*told, *(part for one in told for part in one["parts"]))} == set(shown)


def test_a_long_list_goes_on(page: Page) -> None:
    page.goto(f"{PAIR}?limit=10")
    first = _links(page, "ol.events > li > .event a[href^='/events/']")
    page.get_by_role("link", name="Go on").click()
    assert not set(first) & set(_links(page, "ol.events > li > .event a[href^='/events/']"))
    assert "limit=10" in page.url


def test_search_is_narrowed_by_a_click(page: Page) -> None:
    page.goto("/")
    page.get_by_role("searchbox").fill("Токаев")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=*")
    page.get_by_role("link", name="Arabic").click()
    assert page.locator(".hits .passage").count() == page.locator(".hits .passage[lang=ar]").count() > 0
    assert page.locator("mark").count() > 0
    page.get_by_role("link", name="Arabic").click()
    assert page.locator(".hits .passage:not([lang=ar])").count() > 0, "a second click takes it back"


def test_the_report_is_kept_as_a_document(page: Page) -> None:
    page.goto(f"{PAIR}/report?since=2022&until=2025")
    for name, start in (("Word", b"pk"), ("Markdown", b"# "), ("HTML", b"<!doctype html>")):
        with page.expect_download() as kept:
            page.get_by_role("link", name=name, exact=True).click()
        assert kept.value.path().read_bytes()[:20].lower().startswith(start), name


def _links(page: Page, where: str) -> list[str]:
    return [str(link.get_attribute("href")) for link in page.locator(where).all()]
