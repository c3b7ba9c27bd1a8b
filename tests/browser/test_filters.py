"""Filters are in the address, stay as they were chosen, and hold for what is downloaded."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from icalendar import Calendar
from openpyxl import load_workbook

from .addresses import PAIR, follow
from .conftest import Opener

if TYPE_CHECKING:
    from playwright.sync_api import Page

EVENTS = "#told ol.events > li > .event a[href^='/events/']"
"""Links to the events that stand in a timeline by themselves."""


def visits(page: Page) -> None:
    """The visits of the first half of 2023, asked for as people do."""
    page.goto(PAIR)
    form = page.locator("form.filters")
    form.get_by_label("since").fill("2023")
    form.get_by_label("until").fill("2023-06")
    form.get_by_label("kind").select_option("visit")
    form.get_by_role("button", name="Show").click()
    page.wait_for_url("**/*until=2023-06*")
    page.locator("#told").get_by_text("22–23 June 2023").wait_for()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_filter_is_in_the_address_and_stays(opened: Opener, scripts: bool) -> None:
    page = opened(java_script_enabled=scripts)
    visits(page)
    assert "kind=visit" in page.url
    assert "since=2023" in page.url
    assert page.locator("select[name=kind]").input_value() == "visit"
    assert page.locator("input[name=until]").input_value() == "2023-06"
    shown = page.locator("ol.events > li > .event")
    assert shown.count() == page.locator("ol.events > li > .event.k-visit").count() > 0
    address = page.url
    page.goto("/")
    page.goto(address)
    assert shown.count() > 0


def kept(page: Page, link: str) -> Path:
    """What a link gives to keep."""
    with page.expect_download() as download:
        page.locator("main").get_by_role("link", name=link, exact=True).click()
    assert download.value.suggested_filename.startswith("AZE-KAZ")
    return download.value.path()


def test_downloads_hold_what_is_shown(page: Page) -> None:
    visits(page)
    shown = {link.split("/")[-1] for link in _links(page, "ol.events .event a[href^='/events/']")}
    assert shown
    with kept(page, "CSV").open(encoding="utf-8", newline="") as file:
        assert {row["id"] for row in csv.DictReader(file)} == shown
    sheet = load_workbook(io.BytesIO(kept(page, "XLSX").read_bytes())).worksheets[0]
    assert {row[0] for row in sheet.iter_rows(min_row=2, values_only=True)} == shown
    meant = Calendar.from_ical(kept(page, "calendar").read_bytes()).walk("VEVENT")
    assert meant
    assert {str(one["url"]).rpartition("/")[2] for one in meant} <= shown
    follow(page.locator("main").get_by_role("link", name="JSON"))
    told = json.loads(page.locator("pre").inner_text())["events"]
    assert {event["id"] for event in (*told, *(part for one in told for part in one["parts"]))} == shown


def test_a_feed_is_offered_as_it_is_filtered(page: Page) -> None:
    visits(page)
    address = str(page.get_by_role("link", name="what is new").get_attribute("href"))
    assert "kind=visit" in address
    answer = page.request.get(address)
    assert answer.headers["content-type"].startswith("application/atom+xml")
    assert "<entry>" in answer.text()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_long_list_goes_on(opened: Opener, scripts: bool) -> None:
    """With scripts where it stands, without on the next page."""
    page = opened(java_script_enabled=scripts)
    page.goto(f"{PAIR}?limit=10")
    first = _links(page, EVENTS)
    page.get_by_role("link", name="Go on").click()
    page.wait_for_function("n => document.querySelectorAll('.stretch').length > n", arg=1 if scripts else 0)
    shown = _links(page, EVENTS)
    if scripts:
        assert shown[:10] == first
        assert len(shown) == len(set(shown)) == 20
    else:
        assert not set(first) & set(shown)
        assert "limit=10" in page.url


def test_search_is_narrowed_by_a_click(page: Page) -> None:
    page.goto("/")
    page.get_by_role("searchbox").fill("Токаев")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=*")
    follow(page.get_by_role("link", name="Arabic"))
    assert page.locator(".hits .passage").count() == page.locator(".hits .passage[lang=ar]").count() > 0
    assert page.locator("mark").count() > 0
    follow(page.get_by_role("link", name="Arabic"))
    assert page.locator(".hits .passage:not([lang=ar])").count() > 0, "a second click takes it back"


def test_the_report_is_kept_as_a_document(page: Page) -> None:
    page.goto(f"{PAIR}/report?since=2022&until=2025")
    for name, start in (("Word", b"pk"), ("Markdown", b"# "), ("HTML", b"<!doctype html>")):
        assert kept(page, name).read_bytes()[:20].lower().startswith(start), name


def _links(page: Page, where: str) -> list[str]:
    return [str(link.get_attribute("href")) for link in page.locator(where).all()]
