"""axe-core finds nothing of serious or critical impact on any page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .accessible import violations
from .addresses import PAGES, go

if TYPE_CHECKING:
    from playwright.sync_api import Page


# a year of the report is made of the same, and is judged in a fifth of the time
@pytest.mark.parametrize("name", [name for name in PAGES if name != "report"])
def test_no_serious_violation(page: Page, where: dict[str, str], name: str) -> None:
    go(page, where[name])
    assert violations(page) == []


def test_a_violation_is_seen(page: Page) -> None:
    """None of this would mean anything if the rules found nothing."""
    page.goto("/try")
    page.evaluate("document.querySelector('h1').innerHTML = '<img src=\"/static/mark.svg\">'")
    assert any("image-alt" in one for one in violations(page))
