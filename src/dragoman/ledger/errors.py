"""What can go wrong with a ledger, told in one line that names it and the mend."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from dragoman.extras import missing


class LedgerError(Exception):
    """A ledger that cannot be used as asked; the message is one line and names the mend."""


class NotFound(LedgerError):
    """What was asked for is not in the ledger, or is nothing that could be."""


class Refused(LedgerError):
    """What was asked of the ledger cannot be done as it was asked; the ledger itself is sound."""


# what drivers say, in lower case, and what it means: SQLite's result codes, then libpq's
_SAID = (
    ("database is locked", "is locked by another process: wait until that has ended and give the command again"),
    ("readonly database", "is read-only: check your rights on the file and its folder"),
    ("attempt to write a readonly", "is read-only: check your rights on the file and its folder"),
    ("disk is full", "the disk is full; what was entered before is kept: make room and give the command again"),
    ("disk i/o error", "the disk cannot be written; what was entered before is kept: check it and repeat the command"),
    ("not a database", "is no ledger, or is damaged: check the name, or restore a backup"),
    ("malformed", "is damaged: restore a backup with `dragoman ledger restore`"),
    ("unable to open", "cannot be opened: check the name, its folder and your rights"),
    ("password authentication failed", "the server refuses the user or the password: check the address"),
    ("does not exist", "the server has no such database or role: make it first, with createdb or createuser"),
    ("connection refused", "no server answers there: start it, or check the address"),
    ("could not translate host", "there is no such host: check the address"),
    ("failed to resolve host", "there is no such host: check the address"),
)  # fmt: skip
_CONNECTION = "connection"
_LOST = "the server went away; what was entered before is kept: start it and give the command again"


@contextmanager
def told(address: str) -> Iterator[None]:
    """Turn a driver's errors inside into `LedgerError` about the ledger at ``address``."""
    try:
        yield
    except ModuleNotFoundError as error:
        if error.name not in ("psycopg", "psycopg2"):
            raise
        raise LedgerError(f"{address}: {missing('PostgreSQL', 'psycopg', 'postgres')}") from None
    except sqlite3.Error as error:  # while connecting, before SQLAlchemy translates
        raise LedgerError(f"{address}: {_meaning(str(error))}") from error
    except DBAPIError as error:
        lost = f" {_CONNECTION}" if error.connection_invalidated else ""
        raise LedgerError(f"{address}: {_meaning(f'{error.orig}{lost}')}") from error


@contextmanager
def reachable(address: str) -> Iterator[None]:
    """Turn the system's errors while a ledger's file is looked for into `LedgerError`."""
    try:
        yield
    except OSError as error:
        raise LedgerError(f"{address}: cannot be opened ({error.strerror}): check the file and your rights") from None


def _meaning(said: str) -> str:
    """What a driver's message means for whoever reads it."""
    lower = said.lower()
    for words, meaning in _SAID:
        if words in lower:
            return meaning
    if any(word in lower for word in (_CONNECTION, "terminat", "shutting down")):
        return _LOST
    return " ".join(said.split())
