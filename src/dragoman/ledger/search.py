"""Full-text search over dispatches, whatever the case, the marks or the script of a word.

A word is indexed as it reads without case and marks, and by its sounds (`resolve.keys`), so that Токаев finds Tokajew;
Chinese is indexed letter by letter. SQLite's FTS5 and PostgreSQL's own index hold the same words.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, select, text

from dragoman.coder import languages
from dragoman.ledger import tables
from dragoman.resolve.keys import person_key

_WORD = re.compile(r"[\u3400-\u9fff]|[^\W_\u3400-\u9fff]+")
_HAN = re.compile(r"[\u3400-\u9fff]")
_SOUND = "q0"
"""What the sounds of a word begin with in the index: no word of a language does."""

_LEAST = 3
"""Consonants that a word must have to be sought by its sounds."""


def index(connection: Connection, ids: Sequence[int]) -> None:
    """Add dispatches, by their ids: title and text, and the persons told in them by their sounds."""
    d, r, a = tables.dispatch, tables.record, tables.actor
    names: dict[int, set[str]] = defaultdict(set)
    people = select(r.c.dispatch_id, a.c.name).join(r, a.c.record_id == r.c.id)
    for number, name in connection.execute(people.where(r.c.dispatch_id.in_(ids), a.c.name.is_not(None))):
        names[number].add(name)
    told = connection.execute(select(d.c.id, d.c.title, d.c.text, d.c.lang).where(d.c.id.in_(ids))).all()
    rows = [{"rowid": row.id, "words": " ".join(_indexed(row, sorted(names[row.id])))} for row in told]
    if rows:
        words = ":words" if connection.dialect.name == "sqlite" else "to_tsvector('simple', :words)"
        connection.execute(text(f"INSERT INTO dispatch_words (rowid, words) VALUES (:rowid, {words})"), rows)


def find(connection: Connection, query: str, limit: int = 50) -> list[int]:
    """The ids of the dispatches that hold every word of the query, the latest first."""
    terms = [_term(word, connection.dialect.name) for word in _runs(query)]
    if not terms:
        return []
    if connection.dialect.name == "sqlite":
        found = "SELECT rowid AS id FROM dispatch_words WHERE dispatch_words MATCH :query"
        wanted = " AND ".join(terms)
    else:
        found = "SELECT rowid AS id FROM dispatch_words WHERE words @@ to_tsquery('simple', :query)"
        wanted = " & ".join(terms)
    order = (
        f"SELECT id FROM dispatch WHERE state = 'current' AND id IN ({found}) ORDER BY date DESC, id DESC LIMIT :limit"
    )
    return list(connection.scalars(text(order), {"query": wanted, "limit": limit}))


def _indexed(row: Any, names: Iterable[str]) -> Iterator[str]:
    """The words of a dispatch as they read, and those that can be names as they sound."""
    for match in _WORD.finditer(f"{row.title or ''} {row.text}"):
        word = match[0]
        yield _plain(word)
        if not word[0].islower() and not _HAN.match(word):
            yield _sounds(word, row.lang)
    for name in names:
        yield from (_sounds(word, row.lang) for word in _runs(name))


def _runs(query: str) -> list[str]:
    """The words of a query; letters of Chinese that stand together are one."""
    return re.findall(r"[\u3400-\u9fff]+|[^\W_\u3400-\u9fff]+", query)


def _term(word: str, dialect: str) -> str:
    """One word of the query, as the database wants it: as it reads, or as it sounds in any of the languages."""
    if _HAN.match(word):
        letters = list(word)
        plain = f'"{" ".join(letters)}"' if dialect == "sqlite" else f"({' <-> '.join(letters)})"
        keys = {_sounds(word, "zh")}
    else:
        plain = f'"{_plain(word)}"' if dialect == "sqlite" else _plain(word)
        keys = {_sounds(word, lang) for lang in languages()}
    either = " OR " if dialect == "sqlite" else " | "
    return f"({either.join([plain, *sorted(filter(None, keys))])})"


@functools.lru_cache(maxsize=65536)
def _plain(word: str) -> str:
    word = word.casefold()
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


@functools.lru_cache(maxsize=65536)
def _sounds(word: str, lang: str) -> str:
    key = person_key(word, lang)
    return f"{_SOUND}{key}" if len(key) >= _LEAST else ""
