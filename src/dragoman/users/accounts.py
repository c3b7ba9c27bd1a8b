"""Local accounts: readers, who may see the pages from elsewhere, and editors, who may also judge and add."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import Connection, delete, func, insert, select, update

from dragoman.ledger import clock
from dragoman.ledger import tables as t
from dragoman.ledger.errors import NotFound, Refused
from dragoman.users import passwords

READER, EDITOR = "reader", "editor"
ROLES = (READER, EDITOR)

TRIES = 5
"""Wrong passwords that are taken in a row; then a name waits, twice as long after each further one."""

_FIRST_WAIT, _LONGEST_WAIT = timedelta(seconds=30), timedelta(minutes=15)
_NAME = re.compile(r"\w[\w.@-]{0,63}")


class Waits(Refused):
    """Too many wrong passwords: the name may not try before some time has passed."""


@dataclass(frozen=True, slots=True)
class User:
    """An account."""

    name: str
    role: str

    @property
    def may_write(self) -> bool:
        return self.role == EDITOR


def add(connection: Connection, name: str, role: str, password: str) -> None:
    """Make an account."""
    if not _NAME.fullmatch(name):
        raise Refused(f"no name for a user {name[:40]!r}: take up to 64 letters, digits and . _ - @, no spaces")
    _check_role(role)
    if connection.scalar(select(t.user.c.name).where(func.lower(t.user.c.name) == name.lower())):
        raise Refused(f"there is a user {name!r} already: take another name, or change the password")
    kept = passwords.hashed(password, name)
    row = {"name": name, "role": role, "password": kept, "made_at": clock.now(), "failures": 0}
    connection.execute(insert(t.user), [row])


def users(connection: Connection) -> list[User]:
    """All accounts, by name."""
    rows = connection.execute(select(t.user.c.name, t.user.c.role).order_by(t.user.c.name)).all()
    return [User(row.name, row.role) for row in rows]


def has_users(connection: Connection) -> bool:
    """Whether anybody could sign in."""
    return connection.scalar(select(t.user.c.name).limit(1)) is not None


def set_role(connection: Connection, name: str, role: str) -> None:
    """Make a user a reader or an editor."""
    _check_role(role)
    _found(connection, name)
    connection.execute(update(t.user).where(t.user.c.name == name).values(role=role))


def set_password(connection: Connection, name: str, password: str) -> None:
    """Change a password; all sessions of the user end."""
    _found(connection, name)
    kept = passwords.hashed(password, name)
    connection.execute(update(t.user).where(t.user.c.name == name).values(password=kept, failures=0, failed_at=None))
    connection.execute(delete(t.session).where(t.session.c.user_name == name))


def remove(connection: Connection, name: str) -> None:
    """Take an account away, with its sessions and tokens; what the user has judged stays under the name."""
    _found(connection, name)
    connection.execute(delete(t.user).where(t.user.c.name == name))


def waiting(connection: Connection, name: str, now: str) -> None:
    """Raise `Waits` where a name has given too many wrong passwords of late."""
    row = connection.execute(select(t.user).where(t.user.c.name == name)).one_or_none()
    if row is None or row.failures < TRIES:
        return
    wait = min(_FIRST_WAIT * 2 ** min(row.failures - TRIES, 10), _LONGEST_WAIT)
    if clock.after(row.failed_at, wait) > now:
        raise Waits(f"too many wrong passwords for {name!r}: wait {int(wait.total_seconds())} seconds and try again")


def is_password(connection: Connection, name: str, password: str) -> bool:
    """Whether it is the user's; for an unknown name this takes as long, and is never so."""
    kept = connection.scalar(select(t.user.c.password).where(t.user.c.name == name))
    return passwords.holds(password, kept or passwords.nobodys()) and kept is not None


def note_failure(connection: Connection, name: str, now: str) -> None:
    """Count a wrong password."""
    count = t.user.c.failures + 1
    connection.execute(update(t.user).where(t.user.c.name == name).values(failures=count, failed_at=now))


def forget_failures(connection: Connection, name: str) -> None:
    """The right password has been given."""
    connection.execute(update(t.user).where(t.user.c.name == name).values(failures=0, failed_at=None))


def _check_role(role: str) -> None:
    if role not in ROLES:
        raise Refused(f"no role {role[:40]!r}: give one of {' '.join(ROLES)}")


def _found(connection: Connection, name: str) -> None:
    if connection.scalar(select(t.user.c.name).where(t.user.c.name == name)) is None:
        raise NotFound(f"no user {name[:40]!r}: `dragoman user list` shows those that there are")
