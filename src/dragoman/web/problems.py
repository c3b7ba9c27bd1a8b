"""What is said when a request cannot be answered: one status, one sentence, as a page or as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Match, Route

from dragoman.export.plain import one_line
from dragoman.ledger.errors import LedgerError, NotFound, Refused
from dragoman.model import DispatchError
from dragoman.users.accounts import Waits

_LONGEST = 300
"""Characters of a message; what it repeats of the request may be longer."""


class Error(BaseModel):
    """The status, its name, and a sentence that says what to mend."""

    status: int
    title: str
    message: str


class Problem(BaseModel):
    """The one shape of all errors."""

    error: Error


_SUBSCRIBED = (".ics", ".atom")
"""What calendar programs and feed readers ask for, which know no tokens but passwords."""

STATUSES = (401, 404, 413, 422, 503)
"""What any address may answer with instead; 403, 421 and 500 are no fault of what is asked for."""

WRITING: dict[int | str, dict[str, Any]] = {403: {"model": Problem}}
"""What addresses that write may answer besides."""


def described(media_type: str) -> dict[int | str, dict[str, Any]]:
    """How an address that gives a file is described: its problems are told on a page."""
    page: dict[str, Any] = {"text/html; charset=utf-8": {}}
    return {200: {"content": {media_type: {}}}, **{status: {"model": Problem, "content": page} for status in STATUSES}}


def handle(app: FastAPI, routes: Sequence[BaseRoute]) -> None:
    """Answer whatever goes wrong in one way."""

    async def raised(request: Request, error: Exception) -> Response:
        response = told(request, error)
        if response.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
            response.headers["Allow"] = ", ".join(_taken(request, routes))
        return response

    for kind in (HTTPException, RequestValidationError, LedgerError, DispatchError, Exception):
        app.add_exception_handler(kind, raised)


def _taken(request: Request, routes: Sequence[BaseRoute]) -> list[str]:
    """What an address takes instead, whichever functions take it; where it is read, its head is (see the guard)."""
    here = [route for route in routes if isinstance(route, Route) and route.matches(request.scope)[0] != Match.NONE]
    methods = {method for route in here for method in route.methods or ()} or {"GET"}
    return sorted(methods | {"HEAD"} if "GET" in methods else methods)


def told(request: Request, error: Exception) -> Response:
    """The answer to a request that raised this."""
    status, message = _meaning(error)
    return answer(request, status, message)


def answer(request: Request, status: int, message: str) -> Response:
    """The page, or JSON where that was asked for."""
    title = HTTPStatus(status).phrase
    message = one_line(message, _LONGEST)
    headers = {"WWW-Authenticate": _schemes(request)} if status == 401 else None
    if wants_json(request):
        problem = Problem(error=Error(status=status, title=title, message=message))
        return JSONResponse(problem.model_dump(), status, headers)
    from dragoman.web.showing import show

    page = show("problem.html", status=status, problem=title, message=message)
    page.headers.update(headers or {})
    return page


def _schemes(request: Request) -> str:
    """How programs sign in (RFC 9110); Basic only where none but programs ask, for browsers would ask for it too."""
    return 'Bearer, Basic realm="dragoman"' if request.url.path.endswith(_SUBSCRIBED) else "Bearer"


def wants_json(request: Request) -> bool:
    """Whether data were asked for: by the address, or by a header that does not name pages."""
    accept = request.headers.get("accept", "")
    return request.url.path.endswith(".json") or ("application/json" in accept and "text/html" not in accept)


def _meaning(error: Exception) -> tuple[int, str]:
    if isinstance(error, RequestValidationError):
        return 422, _first(error)
    if isinstance(error, NotFound):
        return 404, _sentence(str(error))
    if isinstance(error, Waits):
        return 429, _sentence(str(error))
    if isinstance(error, Refused):
        return 422, _sentence(str(error))
    if isinstance(error, LedgerError):
        return 503, _sentence(str(error))
    if isinstance(error, DispatchError):
        return 422, _sentence(str(error))
    if isinstance(error, HTTPException) and error.status_code == 400:
        return 422, "That is not JSON in UTF-8."
    if isinstance(error, HTTPException):
        known = {404: "There is no such page: begin at the overview.", 405: "This address does not take that."}
        told = error.detail if error.detail != HTTPStatus(error.status_code).phrase else ""
        return error.status_code, told or known.get(error.status_code, _sentence(error.detail))
    return 500, "Something went wrong here; nothing was lost. The server's log tells more."


def _first(error: RequestValidationError) -> str:
    """The first thing that is wrong, in one sentence that names the field."""
    first: dict[str, Any] = error.errors()[0]
    field = str(first["loc"][-1])
    if first["type"] == "extra_forbidden":
        return f"There is no filter “{field}” here."
    if first["type"] == "json_invalid":
        return "That is not JSON."
    return _sentence(f"{field}: {first['msg'].removeprefix('Value error, ')}")


def _sentence(message: str) -> str:
    message = message[:1].upper() + message[1:]
    return message if message.endswith((".", "!", "?")) else f"{message}."
