"""Events as a table of comma-separated values (RFC 4180), which spreadsheets open and none takes for formulas."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from starlette.responses import Response, StreamingResponse

from dragoman.export.labels import actor_line
from dragoman.export.plain import one_line
from dragoman.ledger.views import Event

COLUMNS = (
    "id",
    "kind",
    "type",
    "act",
    "status",
    "date",
    "end_date",
    "place",
    "name",
    "actors",
    "topics",
    "sources",
    "part_of",
)

TYPE = "text/csv; charset=utf-8"

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def row(event: Event) -> list[str]:
    """One event."""
    actors = "; ".join(f"{actor.role}: {actor_line(actor)}" for actor in event.actors)
    slots = (
        event.id,
        event.kind,
        event.type,
        event.act,
        event.status,
        event.date,
        event.end_date,
        event.place,
        event.name,
    )
    return [*map(_cell, slots), _cell(actors), _cell("; ".join(event.topics)), str(event.sources), _cell(event.parent)]


def response(batches: Iterable[Iterable[list[str]]], name: str) -> Response:
    """A file to keep, sent batch by batch as it is read."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return StreamingResponse(_texts(batches), media_type=TYPE, headers=headers)


def _texts(batches: Iterable[Iterable[list[str]]]) -> Iterator[str]:
    for rows in batches:
        out = io.StringIO()
        csv.writer(out).writerows(rows)
        yield out.getvalue()


def _cell(text: str | None) -> str:
    """A cell in one line; what a spreadsheet would compute is put as text."""
    line = one_line(text or "")
    return f"'{line}" if line.startswith(_FORMULA) else line
