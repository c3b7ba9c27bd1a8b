"""The page of `dragoman compare` in a browser: filters with and without scripts, narrow, and for everybody."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pytest

from dragoman.evaluate.comparison import compare
from dragoman.evaluate.differences import write

from ..evaluate.codings import GUEST, HOST, MEETING, VISIT, coded, docs
from .accessible import violations
from .conftest import NARROW, Opener

if TYPE_CHECKING:
    from playwright.sync_api import Page

CARDS = ".records > li"


@pytest.fixture(scope="module")
def differences() -> str:
    """Three dispatches: one coded alike, one with other slots, one with records of one side alone."""
    other = {**VISIT, "date": None, "topics": ["energy"], "actors": [{**GUEST, "office": None}, HOST]}
    mine = docs(coded(VISIT, MEETING), coded(VISIT, MEETING, id_="e"), coded(VISIT, id_="f"))
    theirs = docs(coded(VISIT, MEETING), coded(other, MEETING, id_="e"), coded(MEETING, id_="f"))
    out = io.StringIO()
    write(compare(mine, theirs), ("mine", "theirs"), out)
    return out.getvalue()


def opened_at(opened: Opener, page: str, **options: Any) -> Page:
    window = opened(**options)
    window.set_content(page)
    return window


def shown(page: Page, what: str = CARDS) -> int:
    return page.locator(f"{what}:visible").count()


@pytest.mark.parametrize("scripts", [True, False])
def test_filters(opened: Opener, differences: str, scripts: bool) -> None:
    page = opened_at(opened, differences, java_script_enabled=scripts)
    assert (shown(page), shown(page, "article")) == (3, 2), "only differences, at first"
    page.get_by_label("only differences").uncheck()
    assert (shown(page), shown(page, "article")) == (6, 3)
    page.get_by_label("differing in").select_option("date")
    assert (shown(page), shown(page, "article")) == (1, 1)
    page.get_by_label("differing in").select_option("only-b")
    page.get_by_label("kind").select_option("meeting")
    assert (shown(page), shown(page, "article")) == (1, 1)


def test_what_is_left_is_counted_and_coloured(opened: Opener, differences: str) -> None:
    page = opened_at(opened, differences)
    page.get_by_label("kind").select_option("visit")
    assert page.locator("output").inner_text() == "shows 2 of 6 facts, in 2 of 3 dispatches"
    assert page.locator("#d2 .text a.off").all_inner_texts() == [
        "She met Ola Nes.",
        "They spoke about trade and energy.",
    ]


def test_a_card_lights_its_words(opened: Opener, differences: str) -> None:
    page = opened_at(opened, differences)
    page.locator("#d2-r1 h3").click()
    assert page.locator(".text a.on").all_inner_texts() == [VISIT["evidence"][0]]
    page.keyboard.press("Escape")
    assert page.locator(".on").count() == 0


def test_a_telephone_shows_all_of_it(opened: Opener, differences: str) -> None:
    page = opened_at(opened, differences, viewport=NARROW)
    assert page.evaluate("document.documentElement.scrollWidth") == NARROW["width"]


def test_no_serious_violation(opened: Opener, differences: str) -> None:
    page = opened_at(opened, differences, reduced_motion="reduce")  # colours that still change are no colours to judge
    page.get_by_label("only differences").uncheck()
    assert violations(page) == []
