"""What a ledger holds, in numbers."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from dragoman.ledger import tables as t


def stats(connection: Connection) -> dict[str, int]:
    """Rows by what they are, dispatches by state and language, events by kind."""
    out: dict[str, int] = {}
    for state, number in _counted(connection, t.dispatch.c.state):
        out[f"dispatches {state}"] = number
    for lang, number in _counted(connection, t.dispatch.c.lang):
        out[f"dispatches in {lang}"] = number
    for name, table in (("records", t.record), ("events", t.event)):
        out[name] = connection.scalar(select(func.count()).select_from(table)) or 0
    for kind, number in _counted(connection, t.event.c.kind):
        out[f"events {kind}"] = number
    several = select(func.count()).select_from(t.event).where(t.event.c.sources > 1)
    out["events of several sources"] = connection.scalar(several) or 0
    for table in (t.body, t.document, t.commitment, t.judgement):
        out[_plural(table.name)] = connection.scalar(select(func.count()).select_from(table)) or 0
    return out


def _plural(name: str) -> str:
    return f"{name[:-1]}ies" if name.endswith("y") else f"{name}s"


def _counted(connection: Connection, column: object) -> list[tuple[str, int]]:
    statement = select(column, func.count()).group_by(column).order_by(column)  # type: ignore[call-overload]
    return [(row[0], row[1]) for row in connection.execute(statement)]
