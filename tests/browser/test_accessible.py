"""axe-core finds nothing of serious or critical impact: on every page, in both colour schemes, wide and narrow."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import pytest

from .addresses import PAGES
from .conftest import NARROW, WIDE

if TYPE_CHECKING:
    from playwright.sync_api import Page, ViewportSize

SCRIPT = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"

STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
CONTRAST = ["color-contrast"]
"""The one rule that depends on the colour scheme, and the slowest."""

LOOKS: list[tuple[ViewportSize, Literal["light", "dark"], list[str]]] = [
    (WIDE, "light", STANDARDS),
    (WIDE, "dark", CONTRAST),
    (NARROW, "light", STANDARDS),
    (NARROW, "dark", CONTRAST),
]


@cache
def _axe() -> str:
    if not SCRIPT.is_file():
        pytest.skip("no axe-core: run npm ci in tests/browser, or .ci/browser make test")
    return SCRIPT.read_text("utf-8")


def violations(page: Page, rules: list[str]) -> list[str]:
    """What is wrong on a page as it stands: the rule, where, and why."""
    options: dict[str, Any] = {"runOnly": rules, "resultTypes": ["violations"]}
    found = page.evaluate("options => axe.run(document, options)", options)["violations"]
    return [
        f"{one['id']} ({one['impact']}): {node['target'][0]} {node['failureSummary']}"
        for one in found
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"]
    ]


@pytest.mark.parametrize("name", PAGES)
def test_no_serious_violation(page: Page, where: dict[str, str], name: str) -> None:
    page.goto(where[name])
    page.evaluate(_axe())
    for size, scheme, rules in LOOKS:
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=scheme)
        assert violations(page, rules) == [], (size, scheme)


def test_a_violation_is_seen(page: Page) -> None:
    """None of this would mean anything if the rules found nothing."""
    page.goto("/try")
    page.evaluate("document.querySelector('h1').innerHTML = '<img src=\"/static/mark.svg\">'")
    page.evaluate("document.querySelector('label').style.color = '#ddd'")
    page.evaluate(_axe())
    assert {one.split()[0] for one in violations(page, STANDARDS)} == {"image-alt", "color-contrast"}
