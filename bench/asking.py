"""Addresses of every kind of page, drawn by chance from what a ledger holds."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import quote

Asked = Callable[[random.Random], tuple[str] | tuple[str, dict[str, str]]]
"""An address, and for some a form that is sent there."""

_PAIRS = "SELECT unit FROM event WHERE unit LIKE '%-%' AND unit NOT LIKE 'many:%'"  # each as often as it has events
_FILTERS = ("kind=visit", "topic=trade", "lang=ru", "since=2015&until=2018", "kind=document&topic=energy", "limit=20")
_WORDS = ("Токаев", "Berlin energy", "خارجية", "外交部", "minister visit trade", "accord coopération", "Aliyev")


def kinds(connection: sqlite3.Connection) -> dict[str, Asked]:
    """Every kind of page by name; names with a full stop are data, which may be as long as was asked for."""
    rows = _drawn(connection)
    pair = _one(rows["pairs"], "/pairs/{}")
    pages: dict[str, Asked] = {
        "overview": lambda chance: (chance.choice(("/", "/", "/?since=2015&until=2018")),),
        "pairs": lambda chance: (chance.choice(("/pairs", "/pairs?since=2010")),),
        "pair": pair,
        "pair, filtered": _with(pair, _FILTERS),
        "pair, later": _with(pair, [f"after={year}-01-01.e&limit=50" for year in range(2000, 2030)]),
        "event": _one(rows["events"], "/events/{}"),
        "dispatch": _one(rows["dispatches"], "/dispatches/{}"),
        "person": _one(rows["persons"], "/persons/{}"),
        "body": _one(rows["bodies"], "/bodies/{}"),
        "document": _one(rows["documents"], "/documents/{}"),
        "report": _with(_one(rows["pairs"], "/pairs/{}/report"), ["since=2015&until=2018", "since=2020&until=2020"]),
        "search": lambda chance: (f"/search?q={quote(chance.choice(_WORDS))}",),
        "try": lambda _: ("/try",),
        "try, coded": lambda chance: (
            "/try",
            dict(zip(("text", "lang", "date"), chance.choice(rows["texts"]), strict=True)),
        ),
        "api": lambda _: ("/api",),
        "overview.json": lambda _: ("/overview.json",),
        "pair.json": _one(rows["pairs"], "/pairs/{}.json"),
        "event.json": _one(rows["events"], "/events/{}.json"),
        "dispatch.json": _one(rows["dispatches"], "/dispatches/{}.json"),
    }
    registers = ("commitments", "documents", "bodies", "persons")
    return pages | {f"pair's {name}": _one(rows["pairs"], f"/pairs/{{}}/{name}") for name in registers}


def _drawn(connection: sqlite3.Connection) -> dict[str, Sequence[Any]]:
    """What the addresses name."""
    statements = {
        "pairs": _PAIRS,
        "events": "SELECT id FROM event ORDER BY id",
        "dispatches": "SELECT id FROM dispatch ORDER BY id",
        "persons": "SELECT state || '.' || key FROM actor WHERE name <> '' AND state <> '' AND key <> ''",
        "bodies": "SELECT id FROM body ORDER BY id",
        "documents": "SELECT id FROM document ORDER BY id",
        "texts": "SELECT text, lang, date FROM dispatch ORDER BY id LIMIT 500",
    }
    return {name: connection.execute(statement).fetchall() for name, statement in statements.items()}


def _one(rows: Sequence[Any], pattern: str) -> Asked:
    return lambda chance: (pattern.format(quote(str(chance.choice(rows)[0]))),)


def _with(ask: Asked, queries: Sequence[str]) -> Asked:
    return lambda chance: (f"{ask(chance)[0]}?{chance.choice(queries)}",)
