"""Passwords, kept as argon2id hashes with the parameters of RFC 9106 (its second choice: 64 MiB, three passes)."""

from __future__ import annotations

from functools import cache
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from dragoman.ledger.errors import Refused

SHORTEST, LONGEST = 10, 200
"""Characters of a password; length is what counts (NIST SP 800-63B)."""

_AT_ONCE = BoundedSemaphore(2)  # each takes 64 MiB: a crowd at the door must not take all memory


def hashed(password: str, user: str) -> str:
    """The hash that is kept; raises `Refused` for a password that is easily guessed."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise Refused(f"a password has {SHORTEST} to {LONGEST} characters: a few words will do")
    if len(set(password)) < 4 or user.casefold() in password.casefold():
        raise Refused("this password is easily guessed: take a few words without the user's name")
    with _AT_ONCE:
        return _hasher().hash(password)


def holds(password: str, kept: str) -> bool:
    """Whether it is the password of which a hash is kept."""
    try:
        with _AT_ONCE:
            return _hasher().verify(kept, password[: LONGEST + 1])
    except (VerificationError, InvalidHashError, UnicodeEncodeError):
        return False


@cache
def nobodys() -> str:
    """A hash of no password: an unknown name takes as long to refuse as a wrong password."""
    return _hasher().hash("")


@cache
def _hasher() -> PasswordHasher:
    return PasswordHasher()
