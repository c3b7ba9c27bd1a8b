"""What was made of a ledger, kept in memory for as long as what it was made of stands.

A reader asks with a token of that (`ledger.changes`), taken within the view in which it reads; another token means
another answer. So whatever was entered, joined or judged shows with the next request, in whichever process.
"""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, TypeVar, cast
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine

T = TypeVar("T")
A = TypeVar("A", bound=Hashable)

MOST, MOST_LONG = 300, 60
"""Answers of a kind that are kept of one ledger, and of a kind whose answers are long; those asked for last stay."""

Key = tuple[str, *tuple[Hashable, ...]]
"""The kind of an answer, and what was asked for."""


class Kept:
    """At most so many answers of each kind."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._answers: dict[str, OrderedDict[Key, tuple[Hashable, Any]]] = defaultdict(OrderedDict)

    def get(self, key: Key, token: Hashable, make: Callable[[], T], most: int = MOST) -> T:
        """The answer to a key as of a token; made if there is none. It is shared: nobody may change it."""
        with self._lock:
            answers = self._answers[key[0]]
            known = answers.get(key)
            if known is not None and known[0] == token:
                answers.move_to_end(key)
                return cast(T, known[1])
        made = make()
        with self._lock:
            answers[key] = token, made
            answers.move_to_end(key)
            while len(answers) > most:
                answers.popitem(last=False)
        return made


_TOKENS: WeakKeyDictionary[Connection, dict[Hashable, int]] = WeakKeyDictionary()


def token(connection: Connection, of: Callable[[Connection, A], int], what: A) -> int:
    """When something changed last (`ledger.changes`), asked once in one view of the ledger."""
    known = _TOKENS.setdefault(connection, {})
    if (of, what) not in known:
        known[of, what] = of(connection, what)
    return known[of, what]


_KEPT: WeakKeyDictionary[Engine, Kept] = WeakKeyDictionary()


def kept(connection: Connection) -> Kept:
    """What is kept of the ledger that a connection reads."""
    return _KEPT.setdefault(connection.engine, Kept())
