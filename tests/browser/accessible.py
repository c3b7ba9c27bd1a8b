"""The rules of accessibility, as axe-core checks them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import pytest

from .conftest import NARROW, WIDE

if TYPE_CHECKING:
    from playwright.sync_api import Page, ViewportSize

SCRIPT = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"

STANDARDS = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
CONTRAST = {"runOnly": ["color-contrast"]}
REST = {**STANDARDS, "rules": {"color-contrast": {"enabled": False}}}

LOOKS: list[tuple[ViewportSize, Literal["light", "dark"], dict[str, Any]]] = [
    (WIDE, "light", STANDARDS),
    (WIDE, "dark", CONTRAST),
    (NARROW, "dark", CONTRAST),
    (NARROW, "light", REST),
]
"""Contrast is all that the scheme matters to; it is slow to tell, and at its hardest in the dark."""


@cache
def _axe() -> str:
    if not SCRIPT.is_file():
        pytest.skip("no axe-core: run npm ci in tests/browser, or .ci/browser make test")
    return SCRIPT.read_text("utf-8")


def violations(page: Page) -> list[str]:
    """What is wrong in either colour scheme, wide or narrow: the rule, where, and why."""
    page.evaluate(_axe())
    found = []
    for size, scheme, rules in LOOKS:
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=scheme)
        found += [f"{size['width']} {scheme} {one}" for one in _violations(page, rules)]
    return found


def _violations(page: Page, rules: dict[str, Any]) -> list[str]:
    options = {**rules, "resultTypes": ["violations"]}
    found = page.evaluate("options => axe.run(document, options)", options)["violations"]
    return [
        f"{one['id']} ({one['impact']}): {node['target'][0]} {node['failureSummary']}"
        for one in found
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"]
    ]
