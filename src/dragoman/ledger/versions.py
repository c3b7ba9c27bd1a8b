"""Versions of one dispatch: which of them counts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any


def superseded(rows: Iterable[Any]) -> dict[int, int]:
    """Of dispatches (with ``id guid version agency url date``) those that are superseded, each with the latest version.

    One guid of one agency, or where none is told of one address, is one dispatch; its latest version is the one with
    the highest number, of several the one sent, and then the one entered, last.
    """
    groups: dict[tuple[str, str], list[Any]] = {}
    for row in rows:
        if row.guid and (sender := row.agency or row.url):
            groups.setdefault((row.guid, sender), []).append(row)
    return {
        row.id: versions[-1].id
        for group in groups.values()
        for versions in [sorted(group, key=lambda row: (row.version or 0, row.date, row.id))]
        for row in versions[:-1]
    }
