"""What was made of a ledger, kept in memory for as long as what it was made of stands.

A reader asks with a token of that (`ledger.changes`), taken within the view in which it reads; another token means
another answer. So whatever was entered, joined or judged shows with the next request, in whichever process.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, TypeVar, cast
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine

T = TypeVar("T")

MOST = 500
"""Answers that are kept of one ledger; those asked for last stay."""


class Kept:
    """At most so many answers."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._lock = Lock()
        self._answers: OrderedDict[Hashable, tuple[Hashable, Any]] = OrderedDict()

    def get(self, key: Hashable, token: Hashable, make: Callable[[], T]) -> T:
        """The answer to a key as of a token; made if there is none. It is shared: nobody may change it."""
        with self._lock:
            known = self._answers.get(key)
            if known is not None and known[0] == token:
                self._answers.move_to_end(key)
                return cast(T, known[1])
        made = make()
        with self._lock:
            self._answers[key] = token, made
            self._answers.move_to_end(key)
            while len(self._answers) > self._most:
                self._answers.popitem(last=False)
        return made


_KEPT: WeakKeyDictionary[Engine, Kept] = WeakKeyDictionary()


def kept(connection: Connection) -> Kept:
    """What is kept of the ledger that a connection reads."""
    return _KEPT.setdefault(connection.engine, Kept())
