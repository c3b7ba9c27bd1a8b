"""Versions of one dispatch: which of them counts, and which a withdrawal takes back."""

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


def takes_back(withdrawal: Any, row: Any) -> bool:
    """Whether a withdrawal takes a dispatch of its guid back; both have ``version agency date``.

    What was sent after it stands: a feed that is read once more repeats its withdrawals.
    """
    if withdrawal.agency and withdrawal.agency != row.agency:
        return False
    if withdrawal.version is not None and row.version is not None:
        return bool(row.version <= withdrawal.version)
    return not (withdrawal.date and row.date) or bool(row.date <= withdrawal.date)
