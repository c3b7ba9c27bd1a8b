"""Try it: pasted, coded, shown; nothing stored; what cannot be coded is kept to be mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx
import pytest

from .addresses import follow
from .conftest import Opener

if TYPE_CHECKING:
    from playwright.sync_api import Page

TEXT = "Foreign Minister Ada Mbeki of Kenya met Japanese Foreign Minister Ken Mori in Nairobi on Monday."
ARABIC = "التقى وزير الخارجية المصري نظيره الياباني في القاهرة يوم الاثنين."


_SEND = """([text, day]) => {
  const form = document.querySelector('form.try');
  form.text.style.display = 'none';  // a browser needs a minute to draw five million characters
  form.text.value = text; form.date.value = day; form.requestSubmit();
}"""


def paste(page: Page, text: str, day: str = "2024-05-08") -> None:
    """Fill in the form at once, and send it."""
    page.goto("/try")
    with page.expect_navigation():
        page.evaluate(_SEND, [text, day])


def stored(base: str) -> int:
    """Dispatches that the ledger holds of these people."""
    return int(httpx.get(f"{base}/search.json", params={"q": "Mbeki"}).json()["total"])


def test_a_dispatch_is_coded_and_not_stored(page: Page, base: str) -> None:
    before = stored(base)
    paste(page, TEXT)
    assert page.locator(".card").count() == 1
    assert page.locator(".ev").first.inner_text() in TEXT
    assert page.locator("textarea").input_value() == TEXT
    page.locator(".ev").first.click()
    assert page.locator(".card:target").count() == 1
    assert stored(base) == before


def test_it_is_coded_as_it_is_typed(page: Page) -> None:
    page.goto("/try")
    with page.expect_response("**/try"):
        page.get_by_label("sent on").fill("2024-05")
    assert page.get_by_role("alert").count() == 0, "nothing is said of a text that is still to come"
    page.locator("textarea").fill(TEXT)
    page.get_by_role("alert").wait_for()
    page.get_by_label("sent on").fill("2024-05-08")
    page.locator(".card").wait_for()
    assert page.locator("textarea").input_value() == TEXT
    page.locator("textarea").fill("x" * 200_001)
    page.get_by_role("alert").wait_for()
    assert "at most 200,000" in page.get_by_role("alert").inner_text()


def test_without_scripts(opened: Opener) -> None:
    page = opened(java_script_enabled=False)
    page.goto("/try")
    page.locator("textarea").fill(TEXT)
    page.get_by_label("sent on").fill("2024-05-08")
    follow(page.get_by_role("button", name="Code it"))
    assert page.locator(".card").count() == 1


def test_from_right_to_left(page: Page) -> None:
    paste(page, ARABIC)
    assert page.locator(".text").get_attribute("dir") == "rtl"
    assert page.locator("textarea").evaluate("e => getComputedStyle(e).direction") == "rtl"


@pytest.mark.parametrize(
    ("text", "day", "says"),
    [
        (TEXT, "", "no date"),
        (TEXT, "2024-02-30", "impossible date"),
        ("x" * 200_001, "2024-05-08", "at most 200,000"),
        ("x" * 5_000_000, "2024-05-08", "2,000,000 bytes"),
    ],
)
def test_what_cannot_be_coded_is_said_in_a_sentence(page: Page, text: str, day: str, says: str) -> None:
    paste(page, text, day)
    alert = page.get_by_role("alert").inner_text()
    assert says in alert
    assert "\n" not in alert
    if len(text) < 1000:
        assert page.locator("textarea").input_value() == text, "what was pasted is kept"


def test_markup_that_is_pasted_stays_text(page: Page) -> None:
    text = f"{TEXT} </textarea><script>alert(1)</script><img src=x onerror=alert(2)> \x1b[31mred\x1b[0m"
    paste(page, text)
    assert page.locator("main script, main img").count() == 0
    assert "<script>alert(1)</script>" in page.locator(".text").inner_text()
    assert "\x1b" not in page.locator(".text").inner_text()
