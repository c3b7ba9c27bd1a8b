"""What no page may do in a browser: say an error, break its own policy, ask anything of another machine."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, ConsoleMessage, Dialog, Request, Response, WebError

_LOCAL = ("data", "blob")
_STATUS = "Failed to load resource: the server responded"


class Watch:
    """Listens to all pages of windows, and keeps what went wrong in ``faults``."""

    def __init__(self) -> None:
        self.faults: list[str] = []

    def over(self, context: BrowserContext) -> None:
        """Listen to this window too."""
        context.on("console", self._said)
        context.on("dialog", self._called)
        context.on("weberror", self._raised)
        context.on("request", self._asked)
        context.on("response", self._answered)

    def _said(self, message: ConsoleMessage) -> None:
        # what the policy forbids is told here too; a status is seen where it is answered
        if message.type in ("error", "warning") and not message.text.startswith(_STATUS):
            self.faults.append(f"console: {message.text}")

    def _called(self, dialog: Dialog) -> None:
        self.faults.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _raised(self, error: WebError) -> None:
        self.faults.append(f"script: {error.error}")

    def _asked(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.hostname != "127.0.0.1" and address.scheme not in _LOCAL:
            self.faults.append(f"asked elsewhere: {request.url}")

    def _answered(self, response: Response) -> None:
        # a page that is itself a problem, or an answer to what was sent, is for the test to judge
        asked = response.request
        if response.status >= 400 and asked.method == "GET" and not asked.is_navigation_request():
            self.faults.append(f"{response.status}: {response.url}")
