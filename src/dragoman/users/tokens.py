"""Tokens: programs are known by one, and may do what its user may."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select

from dragoman.ledger import clock
from dragoman.ledger import tables as t
from dragoman.ledger.errors import NotFound, Refused
from dragoman.users import keys
from dragoman.users.accounts import User

PREFIX = "dragoman_"
"""Makes a token that has leaked easy to find."""

LONGEST, MOST = 100, 50
"""Characters of a label, and tokens of one user."""


@dataclass(frozen=True, slots=True)
class Token:
    """A token as it is listed; the token itself is shown once, when it is made."""

    id: int
    user: str
    label: str
    made_at: str


def make(connection: Connection, name: str, label: str) -> str:
    """A new token of a user, who must exist."""
    if not label.strip() or len(label) > LONGEST:
        raise Refused(f"a token needs a label of up to {LONGEST} characters: say which program is to use it")
    if connection.scalar(select(t.user.c.name).where(t.user.c.name == name)) is None:
        raise NotFound(f"no user {name[:40]!r}: `dragoman user list` shows those that there are")
    if len(tokens(connection, name)) >= MOST:
        raise Refused(f"{name!r} has {MOST} tokens: revoke those that no program uses")
    token = PREFIX + keys.fresh()
    row = {"user_name": name, "label": label.strip(), "key": keys.kept(token), "made_at": clock.now()}
    connection.execute(insert(t.token), [row])
    return token


def found(connection: Connection, token: str) -> User | None:
    """The user of a token."""
    u, k = t.user.c, t.token.c
    wanted = select(u.name, u.role).join(t.token, k.user_name == u.name).where(k.key == keys.kept(token))
    row = connection.execute(wanted).one_or_none()
    return User(row.name, row.role) if row else None


def tokens(connection: Connection, name: str | None = None) -> list[Token]:
    """The tokens of a user, or all."""
    k = t.token.c
    wanted = select(k.id, k.user_name, k.label, k.made_at).order_by(k.id)
    rows = connection.execute(wanted.where(k.user_name == name) if name else wanted).all()
    return [Token(*row) for row in rows]


def revoke(connection: Connection, number: int, name: str | None = None) -> None:
    """Take a token back; if ``name`` is given it must be that user's."""
    mine = delete(t.token).where(t.token.c.id == number)
    if connection.execute(mine.where(t.token.c.user_name == name) if name else mine).rowcount == 0:
        raise NotFound(f"no token {number}: `dragoman user list` shows those that there are")
