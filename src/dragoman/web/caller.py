"""Who asks: known to the request that is being answered, so that every page can say so and offer what they may do."""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass

from dragoman.users.accounts import User


@dataclass(frozen=True, slots=True)
class Caller:
    """Somebody signed in, a program with a token, or nobody known.

    ``form`` is what forms of a session must carry; a program has none. ``lapsed``: a session that has ended was shown.
    """

    user: User | None = None
    form: str | None = None
    lapsed: bool = False

    @property
    def may_write(self) -> bool:
        return self.user is not None and self.user.may_write


NOBODY = Caller()

current: ContextVar[Caller] = ContextVar("caller", default=NOBODY)
"""Set before a request is answered; work in threads sees it too."""
