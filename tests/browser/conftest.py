"""A real browser on a real server: Debian's Chromium, and ``dragoman serve`` on a ledger of the samples."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest

from ..samples import fill
from ..serving import served
from .addresses import addresses
from .watching import Watch

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, ViewportSize

Opener = Callable[..., "Page"]

WIDE: ViewportSize = {"width": 1360, "height": 900}
NARROW: ViewportSize = {"width": 380, "height": 800}
"""A telephone."""

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
"""What lets it run as root without a screen, and keeps it from calling home."""


# Of the package, not of the session: while it lives, no other test could run an event loop of its own.
@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """One browser for all these tests."""
    path = os.environ.get("DRAGOMAN_CHROMIUM") or shutil.which("chromium")
    if path is None:
        pytest.skip("no Chromium: name one as DRAGOMAN_CHROMIUM, or run .ci/browser make test")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        launched = driver.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield launched
        launched.close()


@pytest.fixture(scope="package")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where the ledger lies; only read."""
    address = str(tmp_path_factory.mktemp("browser") / "ledger.db")
    fill(address)
    return address


@pytest.fixture(scope="package")
def base(browser: Browser, ledger: str) -> Iterator[str]:
    """The address of the server."""
    with served(ledger) as address:
        yield address


@pytest.fixture(scope="package")
def where(base: str) -> dict[str, str]:
    """The address of every page, by name."""
    return addresses(base)


@pytest.fixture(scope="package")
def watch() -> Watch:
    """What goes wrong in any window."""
    return Watch()


@pytest.fixture(autouse=True)
def nothing_goes_wrong(watch: Watch) -> Iterator[None]:
    """Whatever a page does wrong fails its test."""
    watch.faults.clear()
    yield
    assert watch.faults == []


@pytest.fixture(scope="package")
def windows(browser: Browser, base: str, watch: Watch) -> Opener:
    """Open a window that shares nothing with others, as large, dark or poor in scripts as told."""

    def make(**options: Any) -> Page:
        context = browser.new_context(**{"base_url": base, "viewport": WIDE, **options})
        watch.over(context)
        return context.new_page()

    return make


@pytest.fixture
def opened(windows: Opener) -> Iterator[Opener]:
    """Windows that are closed after the test."""
    pages: list[Page] = []

    def make(**options: Any) -> Page:
        pages.append(windows(**options))
        return pages[-1]

    yield make
    for page in pages:
        page.context.close()


@pytest.fixture(scope="package")
def window(windows: Opener) -> Page:
    """One that stays open, for most tests take less time than opening one does."""
    return windows()


@pytest.fixture
def page(window: Page) -> Page:
    """A page in a wide window, on a screen, in the light."""
    window.set_viewport_size(WIDE)
    window.emulate_media(media="null", color_scheme="null")
    return window
