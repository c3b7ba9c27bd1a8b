"""Answers as they came, kept by what was asked: a second run over the same texts makes no calls."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from dragoman.second.settings import SecondError

_TABLE = "CREATE TABLE IF NOT EXISTS answer (key TEXT PRIMARY KEY, content TEXT NOT NULL, cut INTEGER NOT NULL)"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a model said, and whether it was cut off at the limit of tokens."""

    content: str
    cut: bool = False


def key(model: str, messages: Sequence[Any], shape: Any, tokens: int) -> str:
    """SHA-256 of all that decides an answer: the model, the words of the question, the shape, the limit.

    The instruction is one of the words, so that a later codebook or wording is another question.
    """
    asked = json.dumps([model, messages, shape, tokens], ensure_ascii=False, sort_keys=True)
    return sha256(asked.encode("utf-8", "surrogatepass")).hexdigest()


def default_path() -> Path:
    """In the folder where this system keeps what programs may make anew."""
    from platformdirs import user_cache_path

    return user_cache_path("dragoman") / "second-reader.sqlite"


class Cache:
    """Answers in a SQLite file, which is made if there is none. Several processes may share it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with self._told():
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._connection = sqlite3.connect(path, timeout=10, isolation_level=None)
            self._connection.execute(_TABLE)

    def get(self, key: str) -> Answer | None:
        with self._told():
            row = self._connection.execute("SELECT content, cut FROM answer WHERE key = ?", (key,)).fetchone()
        return Answer(row[0], bool(row[1])) if row else None

    def put(self, key: str, answer: Answer) -> None:
        with self._told():
            self._connection.execute("REPLACE INTO answer VALUES (?, ?, ?)", (key, answer.content, answer.cut))

    def close(self) -> None:
        self._connection.close()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            said = error.strerror if isinstance(error, OSError) else error
            raise SecondError(
                f"{self.path}: answers cannot be kept there ({said}): give another file with --second-cache"
            ) from None
