"""What is asked wrongly is answered on a page, in one sentence; what a dispatch holds is never more than text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from .addresses import PAIR, follow
from .watching import Watch

if TYPE_CHECKING:
    from playwright.sync_api import Page


@pytest.mark.parametrize(
    ("address", "status", "says"),
    [
        ("/nothing", 404, "begin at the overview"),
        ("/pairs/AZE-XXX", 404, "'XXX'"),
        (f"{PAIR}?kind=<script>alert(1)</script>", 422, "give one of visit"),
        (f"{PAIR}?since=2023-13", 422, "write it as 2023-04-10"),
        (f"{PAIR}?page=1000000000", 422, "no filter “page”"),
        (f"{PAIR}?limit=1000000000", 422, "1000"),
        ("/dispatches/1000000000", 404, "no dispatch"),
        ("/events/%1B%5B31mred", 404, "no event"),
    ],
)
def test_one_sentence(page: Page, address: str, status: int, says: str) -> None:
    answer = page.goto(address)
    assert answer is not None
    assert answer.status == status
    alert = page.get_by_role("alert").inner_text()
    assert says.casefold() in alert.casefold()
    assert not re.search(r"[\x00-\x1f\x7f]", alert)
    follow(page.get_by_role("link", name="To the overview"))
    assert page.locator("h1").inner_text() == "Who talks to whom"


def test_what_a_dispatch_holds_is_text(page: Page, where: dict[str, str]) -> None:
    address = where["dispatch that means harm"]
    page.goto(address)
    assert "<script>alert(1)</script>" in page.locator(".text").inner_text()
    assert "<script>alert(4)</script>" in page.title()
    event = page.get_by_role("link", name="The event").first.get_attribute("href")
    for shown in (address, str(event), "/pairs/JPN-KEN", "/search?q=Mbeki", "/"):
        page.goto(shown)
        assert page.locator("main script, main img, main b:text('Mbeki'), a[href^='javascript:']").count() == 0, shown
        text = page.evaluate("document.documentElement.textContent + document.title")
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text), shown


@pytest.mark.parametrize(
    ("does", "told"),
    [
        ("document.body.setAttribute('style', 'color: red')", "console: "),
        ("document.body.append(Object.assign(document.createElement('script'), {text: 'alert(1)'}))", "console: "),
        ("document.body.append(Object.assign(document.createElement('img'), {src: '/none.png'}))", "404: "),
        ("location.href = 'http://example.org/'", "asked elsewhere: "),
        ("setTimeout(() => { throw new Error('broken') })", "script: "),
        ("console.error('broken')", "console: broken"),
    ],
)
def test_the_watch_sees(page: Page, watch: Watch, does: str, told: str) -> None:
    """None of these tests would mean anything if nobody looked."""
    page.goto("/try")
    page.evaluate(f"() => {{ {does} }}")
    for _ in range(100):
        if not watch.faults:
            page.wait_for_timeout(50)
    assert any(fault.startswith(told) for fault in watch.faults), watch.faults
    watch.faults.clear()
