"""The pictures in docs/pages.md are of these pages; ``--renew`` takes them anew."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from .addresses import go

if TYPE_CHECKING:
    from playwright.sync_api import Page

DOCS = Path(__file__).parent.parent.parent / "docs"

SHOWN = ("overview", "pair", "event", "dispatch", "report")

LARGEST = 150_000
"""Bytes of one."""


def test_the_page_on_the_pages_shows_them() -> None:
    told = re.findall(r"!\[[^\]]+\]\(pages/(\w+)\.png\)", (DOCS / "pages.md").read_text("utf-8"))
    assert sorted(told) == sorted(SHOWN)


@pytest.mark.parametrize("name", SHOWN)
def test_a_picture(request: pytest.FixtureRequest, renew: bool, name: str) -> None:
    """Not compared: letters are drawn otherwise on every machine."""
    file = DOCS / "pages" / f"{name}.png"
    if renew:
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(taken(request.getfixturevalue("page"), request.getfixturevalue("where")[name]))
    assert file.read_bytes()[16:24] == (1360).to_bytes(4) + (900).to_bytes(4)
    assert file.stat().st_size <= LARGEST


def taken(page: Page, address: str) -> bytes:
    """A page in a wide window, in a palette that is enough for it."""
    from PIL import Image

    go(page, address)
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    out = io.BytesIO()
    picture.quantize(dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()
