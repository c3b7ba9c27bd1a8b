"""Units: the parts of a ledger within which records are joined, so that new ones touch only their own.

A record of two states lies in the unit of that pair (``AZE-KAZ``); one of three or more, or of a multilateral meeting,
in that of its year (``many:2023``); one that names a single state or none in the pair that its dispatch is about.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from dragoman.model import Record

MANY = "many:"
NOBODY = "none"


def states(record: Record) -> frozenset[str]:
    """The states and organisations that act in the record."""
    return frozenset(actor.state for actor in record.actors if actor.state)


def pair_name(one: str, other: str) -> str:
    """The unit of two states, whichever is given first."""
    return "-".join(sorted((one, other)))


def main_pair(records: Iterable[Record]) -> frozenset[str]:
    """The two states that most records of a dispatch are about; of several equals, the first told."""
    counted = Counter(found for record in records if len(found := states(record)) == 2)
    return counted.most_common(1)[0][0] if counted else frozenset()


def unit_of(record: Record, pair: frozenset[str], sent: str) -> str:
    """The unit of a record in a dispatch about ``pair`` that was sent on the day ``sent``."""
    found = states(record)
    if len(found) > 2 or (record.kind == "meeting" and record.type == "multilateral"):
        return f"{MANY}{(record.date or sent)[:4]}"
    if len(found) < 2 and found <= pair:
        found = pair
    return "-".join(sorted(found)) or NOBODY
