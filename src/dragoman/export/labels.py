"""How codes are shown to people, in whatever format."""

from __future__ import annotations

from dragoman.codebook.book import UNSPECIFIED
from dragoman.export.plain import one_line
from dragoman.model import Actor, Record


def words(code: str | None) -> str:
    """A code as people read it; nothing for none."""
    return one_line((code or "").replace("_", " "))


def what(record: Record) -> list[str]:
    """The record's type and act, where it has them."""
    return [words(part) for part in (record.type, record.act) if part and part != UNSPECIFIED]


def dates(record: Record) -> str:
    """``2023-04-10 – 2023-04-11``, or what is known of it."""
    return " – ".join(one_line(date) for date in (record.date, record.end_date) if date)


def actor_line(actor: Actor) -> str:
    """``Name (office, STATE)``, with what is known of the three."""
    rest = ", ".join(filter(None, (words(actor.office), words(actor.state))))
    if not actor.name:
        return rest
    return f"{one_line(actor.name)} ({rest})" if rest else one_line(actor.name)


def count(number: int, one: str, many: str) -> str:
    """``1 record``, ``2,000 records``."""
    return f"{number:,} {one if number == 1 else many}"
