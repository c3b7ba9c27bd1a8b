"""Who may change something, and how it is known that they meant to: the dependencies of all that writes."""

from __future__ import annotations

from secrets import compare_digest
from typing import Annotated

from fastapi import Depends, HTTPException, Request, Security
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from dragoman.users.accounts import User
from dragoman.web.caller import Caller, current
from dragoman.web.signed import unsigned

FIELD, HEADER = "csrf", "X-CSRF-Token"
"""Where a session's form, or a script of it, says that it comes from these pages."""

_bearer = HTTPBearer(auto_error=False, description="A token that `dragoman user token` made")


async def _signed(
    request: Request, _: Annotated[HTTPAuthorizationCredentials | None, Security(_bearer)] = None
) -> User:
    return await permitted(request, current.get())


async def _writer(user: Annotated[User, Depends(_signed)]) -> User:
    return writing(user)


SignedIn = Annotated[User, Depends(_signed)]
"""Whoever has signed in and sends a form of ours."""

Writer = Annotated[User, Depends(_writer)]
"""The same, who may write."""


def writing(user: User) -> User:
    """The same user; raises for one who may read alone."""
    if not user.may_write:
        raise HTTPException(403, f"{user.name} may read and not write: ask for the role of an editor.")
    return user


async def permitted(request: Request, caller: Caller) -> User:
    """The user who sends this; raises for nobody, and for a form that another page could have made."""
    if caller.user is None:
        raise HTTPException(401, unsigned(caller))
    if caller.form is not None and not compare_digest(caller.form.encode(), (await _shown(request)).encode()):
        raise HTTPException(403, "This form does not come from your session: load its page again, and send it anew.")
    return caller.user


async def _shown(request: Request) -> str:
    """The token that a form or script carries."""
    if header := request.headers.get(HEADER):
        return header
    if request.headers.get("content-type", "").startswith("application/x-www-form-urlencoded"):
        return str((await request.form()).get(FIELD, ""))
    return ""
