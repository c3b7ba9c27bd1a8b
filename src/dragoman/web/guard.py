"""What stands before every page: which hosts it answers to, how much it takes, and what a browser may do with it."""

from __future__ import annotations

from time import perf_counter
from urllib.parse import urlsplit

from fastapi import HTTPException
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dragoman.web import problems

LOOPBACK = ("127.0.0.1", "localhost", "::1")
"""The names of this machine to itself."""

LARGEST = 2_000_000
"""Bytes of a request that are read: the longest text for one dispatch, as forms encode it."""

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class Guard:
    """Refuses names made to point here (they must not read the ledger), forms of other sites, and what is too long."""

    def __init__(self, app: ASGIApp, hosts: tuple[str, ...] | None) -> None:
        """``hosts``: the names that are answered to; None where only who has signed in is shown anything."""
        self.app = app
        self.hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        began = perf_counter()

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(HEADERS)
                headers.setdefault("Cache-Control", "private, no-cache")
                # how long the answer took to make, in milliseconds; browsers show it beside the network's share
                headers["Server-Timing"] = f"total;dur={(perf_counter() - began) * 1000:.1f}"
            await send(message)

        problem = self._refused(Headers(scope=scope), scope)
        if problem is not None:
            answer = problems.answer(Request(scope), problem.status_code, problem.detail)
            await answer(scope, receive, sending)
            return
        asked = {**scope, "method": "GET"} if scope["method"] == "HEAD" else scope  # the server leaves out the body
        await self.app(asked, _counting(receive), sending)

    def _refused(self, headers: Headers, scope: Scope) -> HTTPException | None:
        host = _name(headers.get("host", ""))
        if self.hosts is not None and host not in self.hosts:
            return HTTPException(
                421, "This server does not answer to that name: ask it as 127.0.0.1, or serve it with --name."
            )
        if scope["method"] not in ("GET", "HEAD") and _is_foreign(headers):
            return HTTPException(403, "This form was sent from another site, and is not taken.")
        if "\0" in scope["path"] or b"%00" in scope["query_string"]:
            return HTTPException(422, "This address holds a character that no text has.")
        length = headers.get("content-length", "0")
        return too_long() if length.isdigit() and int(length) > LARGEST else None


def too_long() -> HTTPException:
    """That a request holds more than is taken."""
    return HTTPException(413, f"That is more than {LARGEST:,} bytes: give one dispatch at a time.")


def _counting(receive: Receive) -> Receive:
    """The same body, up to its limit, whatever length it claims to have."""
    taken = 0

    async def counted() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > LARGEST:
            raise too_long()
        return message

    return counted


def _name(host: str) -> str:
    """A host without its port."""
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


def _is_foreign(headers: Headers) -> bool:
    """Whether a browser says that another site sends this."""
    origin = headers.get("origin")
    elsewhere = origin is not None and urlsplit(origin).netloc != headers.get("host")
    return elsewhere or headers.get("sec-fetch-site") in ("cross-site", "same-site")
