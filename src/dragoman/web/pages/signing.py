"""Signing in and out, and what a user may do with an account of their own."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Query, Request, Response
from pydantic import BaseModel
from starlette.responses import RedirectResponse

from dragoman.ledger import Ledger
from dragoman.ledger.errors import Refused
from dragoman.users import accounts, sessions, tokens
from dragoman.users.sessions import LIFE
from dragoman.web import links
from dragoman.web.asking import Asked, Words
from dragoman.web.caller import current
from dragoman.web.permits import SignedIn
from dragoman.web.showing import show
from dragoman.web.signed import cookie

router = APIRouter(include_in_schema=False)


class Door(Asked):
    """Where somebody wanted to go."""

    next: str = "/"


class Entrance(BaseModel):
    """What is given to sign in."""

    name: Words = ""
    password: str = ""
    next: str = "/"


class Change(BaseModel):
    """A password and what it is to become."""

    password: str = ""
    new: str = ""


@router.get("/login")
def door(wanted: Annotated[Door, Query()]) -> Response:
    return show("login.html", name="", problem="", next=links.local(wanted.next))


@router.post("/login")
def sign_in(request: Request, given: Annotated[Entrance, Form()]) -> Response:
    ledger: Ledger = request.app.state.ledger
    onward = links.local(given.next)
    try:
        key = sessions.begin(ledger.database, given.name, given.password)
    except accounts.Waits as error:
        return show("login.html", 429, name=given.name, problem=str(error), next=onward)
    if key is None:
        return show("login.html", 401, name=given.name, problem="wrong name or password", next=onward)
    answer = RedirectResponse(onward, 303)
    is_secure = request.url.scheme == "https"
    answer.set_cookie(
        cookie(request), key, max_age=int(LIFE.total_seconds()), httponly=True, samesite="lax", secure=is_secure
    )
    return answer


@router.post("/logout")
def sign_out(request: Request, _: SignedIn) -> Response:
    ledger: Ledger = request.app.state.ledger
    with ledger.database.writing() as connection:
        sessions.end(connection, request.cookies.get(cookie(request), ""))
    answer = RedirectResponse("/", 303)
    answer.delete_cookie(cookie(request), secure=request.url.scheme == "https", httponly=True, samesite="lax")
    return answer


@router.get("/account")
def account(request: Request) -> Response:
    if current.get().user is None:
        return RedirectResponse(links.asked("/login", {"next": "/account"}), 303)
    return _account(request)


@router.post("/account/tokens")
def make_token(request: Request, user: SignedIn, label: Annotated[Words, Form()] = "") -> Response:
    ledger: Ledger = request.app.state.ledger
    try:
        with ledger.database.writing() as connection:
            made = tokens.make(connection, user.name, label)
    except Refused as error:
        return _account(request, problem=str(error), status=422)
    return _account(request, made=made, status=201)


@router.post("/account/tokens/{number}/revoke")
def revoke_token(request: Request, user: SignedIn, number: int) -> Response:
    ledger: Ledger = request.app.state.ledger
    with ledger.database.writing() as connection:
        tokens.revoke(connection, number, user.name)
    return RedirectResponse("/account", 303)


@router.post("/account/password")
def change_password(request: Request, user: SignedIn, given: Annotated[Change, Form()]) -> Response:
    ledger: Ledger = request.app.state.ledger
    try:
        if not sessions.prove(ledger.database, user.name, given.password):
            raise Refused("that is not your password")
        with ledger.database.writing() as connection:
            accounts.set_password(connection, user.name, given.new)
    except Refused as error:
        return _account(request, problem=str(error), status=422)
    return RedirectResponse(links.asked("/login", {"next": "/account"}), 303)


def _account(request: Request, made: str = "", problem: str = "", status: int = 200) -> Response:
    user = current.get().user
    ledger: Ledger = request.app.state.ledger
    with ledger.database.reading() as connection:
        held = tokens.tokens(connection, user.name) if user else []
    return show("account.html", status, held=held, made=made, problem=problem)
