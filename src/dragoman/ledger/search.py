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
from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection, Integer, Select, and_, column, or_, select, text

from dragoman.coder import languages
from dragoman.ledger import facets, tables
from dragoman.ledger.facets import Chosen
from dragoman.resolve.keys import person_key

_WORD = re.compile(r"[\u3400-\u9fff]|[^\W_\u3400-\u9fff]+")
_RUN = re.compile(r"[\u3400-\u9fff]+|[^\W_\u3400-\u9fff]+")
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


def find(
    connection: Connection,
    query: str,
    limit: int = 50,
    *,
    chosen: Chosen = MappingProxyType({}),
    before: tuple[str, int] | None = None,
) -> list[int]:
    """The ids of the dispatches that hold every word of the query, the latest first.

    Only those with the facets that are chosen, all of them if the query is empty; and only what comes ``before`` a day
    and id.
    """
    d = tables.dispatch.c
    if _asks_nothing(query, chosen):
        return []
    found = facets.within(d.id, _holding(connection, query), chosen)
    statement = select(d.id).where(d.state == tables.CURRENT, *found)
    if before:
        statement = statement.where(or_(d.date < before[0], and_(d.date == before[0], d.id < before[1])))
    return list(connection.scalars(statement.order_by(d.date.desc(), d.id.desc()).limit(limit)))


def counts(connection: Connection, query: str, chosen: Chosen = MappingProxyType({})) -> dict[str, dict[str, int]]:
    """How many dispatches the query finds by each value of each facet (`ledger.facets`)."""
    if _asks_nothing(query, chosen):
        return {facet: {} for facet in facets.NAMES}
    return facets.counts(connection, _holding(connection, query), chosen)


def spans(text: str, lang: str, query: str) -> list[tuple[int, int]]:
    """Where a text holds words of the query, as they read or as they sound: offsets, in order."""
    runs = _runs(query)
    plain = {_plain(word) for word in runs}
    sounds = set().union(*(_keys(word) for word in runs))
    out = []
    for match in _RUN.finditer(text):
        word = match[0]
        if _HAN.match(word):
            out += [(match.start() + at, match.start() + at + len(run)) for run in runs if (at := word.find(run)) >= 0]
        elif _plain(word) in plain or (not word[0].islower() and _sounds(word, lang) in sounds):
            out.append(match.span())
    return sorted(out)


def warm() -> None:
    """Read what the sounds of words need of every language."""
    _keys("Warm")


def _asks_nothing(query: str, chosen: Chosen) -> bool:
    """Whether there is no word to look for, though something was written, or nothing asked for at all."""
    return not _runs(query) and (bool(query.strip()) or not chosen)


def _holding(connection: Connection, query: str) -> Select[Any] | None:
    """The ids of the dispatches that hold every word; None where the query has no word."""
    dialect = connection.dialect.name
    terms = [_term(word, dialect) for word in _runs(query)]
    if not terms:
        return None
    match = "dispatch_words MATCH" if dialect == "sqlite" else "words @@ to_tsquery('simple',"
    wanted = (" AND " if dialect == "sqlite" else " & ").join(terms)
    end = "" if dialect == "sqlite" else ")"
    held = text(f"SELECT rowid FROM dispatch_words WHERE {match} :query{end}").bindparams(query=wanted)
    return select(held.columns(column("rowid", Integer)).subquery().c.rowid)


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
    return [word for word in _RUN.findall(query) if _plain(word)]


def _term(word: str, dialect: str) -> str:
    """One word of the query, as the database wants it: as it reads, or as it sounds in any of the languages."""
    if _HAN.match(word):
        letters = list(word)
        plain = f'"{" ".join(letters)}"' if dialect == "sqlite" else f"({' <-> '.join(letters)})"
    else:
        plain = f'"{_plain(word)}"' if dialect == "sqlite" else _plain(word)
    either = " OR " if dialect == "sqlite" else " | "
    return f"({either.join([plain, *sorted(_keys(word))])})"


def _keys(word: str) -> set[str]:
    """How a word of a query sounds in any of the languages; nothing for a word too short."""
    tongues = ("zh",) if _HAN.match(word) else languages()
    return {key for lang in tongues if (key := _sounds(word, lang))}


@functools.lru_cache(maxsize=65536)
def _plain(word: str) -> str:
    """Without case and marks. A letter may come apart into signs, as ¼ into 1⁄4: these are no words to the index."""
    word = word.casefold()
    if word.isascii():
        return word
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKD", word)))


@functools.lru_cache(maxsize=65536)
def _sounds(word: str, lang: str) -> str:
    key = "".join(filter(str.isalnum, person_key(word, lang)))
    return f"{_SOUND}{key}" if len(key) >= _LEAST else ""
