"""Tables: which column is which field of a dispatch, and a row as a dispatch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any

from dragoman.intake.fields import checked, language
from dragoman.intake.times import day_and_time
from dragoman.model import GONE, Dispatch, DispatchError

NAMES = tuple(field.name for field in fields(Dispatch))
"""What a column can be mapped to."""

FIELDS = {name: f"the column `{name}`, or the one named by `--map {name}=COLUMN`" for name in NAMES} | {
    "date": "the column `date`, or the one named by `--map date=COLUMN`: ISO, as in mail, or 8.5.2024",
    "sent": "the column `sent`, else the date's, where it tells time and zone",
    "guid": "the column `guid`, else that of `id`",
}
LOST = "all other columns"


def parse_map(value: str) -> dict[str, str]:
    """``text=body,date=published`` as fields and their columns; raises `DispatchError` for what is no field."""
    columns = {}
    for pair in filter(None, value.split(",")):
        name, equals, column = (part.strip() for part in pair.partition("="))
        if not equals or not column:
            raise DispatchError(f"{pair!r} names no column: write it as FIELD=COLUMN, with commas between")
        if name not in NAMES:
            raise DispatchError(f"no field {name!r}: give one of {' '.join(NAMES)}")
        columns[name] = column
    return columns


def choose(header: Sequence[str], wanted: Mapping[str, str]) -> dict[str, str]:
    """The columns of a table by field: as the caller says, else those called as the field is, whatever their case.

    Raises `DispatchError` where a column is not there, or none has the text.
    """
    by_name = {name.strip().lower(): name for name in reversed(header)}
    chosen = {name: by_name[name] for name in NAMES if name in by_name}
    has = f"it has {', '.join(name.strip() for name in header[:20])}" if any(header) else "it has none"
    for name, column in wanted.items():
        if column not in header and column.strip().lower() not in by_name:
            raise DispatchError(f"no column {column!r} for {name!r} ({has}): name another with --map {name}=COLUMN")
        chosen[name] = column if column in header else by_name[column.strip().lower()]
    if "text" not in chosen:
        raise DispatchError(f"no column 'text' ({has}): name it with --map text=COLUMN")
    return chosen


def dispatch(row: Mapping[str, str | None], name: str) -> Dispatch:
    """The dispatch of a row, whose keys are fields; ``name`` becomes its id where it has none."""
    told = {key: value.strip() if key != "text" else value for key, value in row.items() if value and value.strip()}
    text = told.get("text")
    if text is None and told.get("pubstatus") not in GONE:
        raise DispatchError("no text in this row: remove it")
    day, sent = day_and_time(told["date"]) if "date" in told else (None, None)
    values: dict[str, Any] = {**told, "text": text or "", "date": day}
    values |= {"id": told.get("id") or name, "guid": told.get("guid") or told.get("id")}
    values |= {"sent": told.get("sent") or sent, "lang": language(told.get("lang"))}
    return checked(Dispatch.from_json(values))
