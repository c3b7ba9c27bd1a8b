"""Sessions: whoever signed in is known by a cookie until the session ends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import Connection, delete, insert, select

from dragoman.ledger import clock
from dragoman.ledger import tables as t
from dragoman.ledger.database import Database
from dragoman.users import accounts, keys
from dragoman.users.accounts import User

LIFE = timedelta(hours=12)
"""How long a session lasts: a working day, so that nothing need be written while somebody reads."""


@dataclass(frozen=True, slots=True)
class Session:
    """Who is signed in, and the token that a form of theirs must carry."""

    user: User
    form: str


def prove(database: Database, name: str, password: str) -> bool:
    """Whether it is the user's password; a wrong one is counted. Raises `accounts.Waits`."""
    now = clock.now()
    with database.reading() as connection:
        accounts.waiting(connection, name, now)
        is_right = accounts.is_password(connection, name, password)
    with database.writing() as connection:
        if is_right:
            accounts.forget_failures(connection, name)
        else:
            accounts.note_failure(connection, name, now)
    return is_right


def begin(database: Database, name: str, password: str) -> str | None:
    """Sign in: the key of a new session, or None for a wrong name or password. Raises `accounts.Waits`."""
    if not prove(database, name, password):
        return None
    now, key = clock.now(), keys.fresh()
    row = {"key": keys.kept(key), "user_name": name, "form": keys.fresh(), "ends_at": clock.after(now, LIFE)}
    with database.writing() as connection:
        connection.execute(delete(t.session).where(t.session.c.ends_at <= now))
        connection.execute(insert(t.session), [row])
    return key


def found(connection: Connection, key: str) -> Session | None:
    """The session of a key, unless it has ended."""
    s, u = t.session.c, t.user.c
    wanted = select(u.name, u.role, s.form).join(t.user, s.user_name == u.name)
    row = connection.execute(wanted.where(s.key == keys.kept(key), s.ends_at > clock.now())).one_or_none()
    return Session(User(row.name, row.role), row.form) if row else None


def end(connection: Connection, key: str) -> None:
    """Sign out."""
    connection.execute(delete(t.session).where(t.session.c.key == keys.kept(key)))
