"""Finds who asks, by cookie or token, and keeps out who may not read."""

from __future__ import annotations

from base64 import b64decode

from fastapi import HTTPException
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from dragoman.ledger import Ledger, LedgerError
from dragoman.users import sessions, tokens
from dragoman.web import links, problems
from dragoman.web.caller import NOBODY, Caller, current

_OPEN = ("/login", "/static/")
"""What anybody may fetch, to sign in with."""


class Signed:
    """Makes the caller known to the pages; where reading is not open, only to those who have signed in."""

    def __init__(self, app: ASGIApp, ledger: Ledger, *, is_open: bool) -> None:
        self.app = app
        self.ledger = ledger
        self.is_open = is_open

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        try:
            caller = await self._caller(request)
        except (HTTPException, LedgerError) as error:
            await problems.told(request, error)(scope, receive, send)
            return
        current.set(caller)
        refusal = None if self.is_open or caller.user or scope["path"].startswith(_OPEN) else _refusal(request, caller)
        await (refusal or self.app)(scope, receive, send)

    async def _caller(self, request: Request) -> Caller:
        token = _token(request.headers.get("authorization", ""))
        key = request.cookies.get(cookie(request))
        if token is not None:
            return await run_in_threadpool(self._of_token, token)
        return await run_in_threadpool(self._of_session, key) if key else NOBODY

    def _of_token(self, token: str) -> Caller:
        with self.ledger.database.reading() as connection:
            user = tokens.found(connection, token)
        if user is None:
            raise HTTPException(401, "This token is not known, or was revoked: make one with `dragoman user token`.")
        return Caller(user)

    def _of_session(self, key: str) -> Caller:
        with self.ledger.database.reading() as connection:
            session = sessions.found(connection, key)
        return Caller(session.user, session.form) if session else Caller(lapsed=True)


def _token(given: str) -> str | None:
    """The token that a program shows: as bearer (RFC 6750), or as the password of the only scheme that calendar
    programs and feed readers know (Basic, RFC 7617); None where it shows none."""
    scheme, _, credentials = given.partition(" ")
    if scheme.lower() == "bearer":
        return credentials.strip()
    if scheme.lower() != "basic":
        return None
    try:
        return b64decode(credentials, validate=True).decode("utf-8").partition(":")[2]
    except ValueError:
        return ""


def cookie(request: Request) -> str:
    """The name of the session's cookie; over TLS, one that no other host can set (RFC 6265bis, ``__Host-``)."""
    return "__Host-dragoman" if request.url.scheme == "https" else "dragoman"


def unsigned(caller: Caller) -> str:
    """What somebody is told who is not signed in."""
    return "Your session has ended: sign in again." if caller.lapsed else "Sign in first."


def _refusal(request: Request, caller: Caller) -> Response:
    """People are led to the door and back, programs are told."""
    is_page = "text/html" in request.headers.get("accept", "")
    if request.method == "GET" and is_page:
        here = links.asked(request.url.path, dict(request.query_params.multi_items()))
        return RedirectResponse(links.asked("/login", {"next": here}), 303)
    return problems.answer(request, 401, unsigned(caller))
