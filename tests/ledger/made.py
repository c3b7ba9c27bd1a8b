"""Coded dispatches made for tests, without the coder."""

from __future__ import annotations

from typing import Any

from dragoman.model import Coding, Dispatch
from dragoman.resolve.keys import with_keys


def coding(text: str, records: list[dict[str, Any]], **fields: Any) -> Coding:
    """A coded dispatch; a record without evidence quotes the whole text."""
    told = {"lang": "en", "date": "2023-04-10", "agency": "Sample", **fields}
    rows = [{"status": "done", "evidence": [text], **record} for record in records]
    made = Coding.from_json({"text": text, "records": rows, **told})
    dispatch = Dispatch(
        text=text,
        **{key: told.get(key) for key in ("id", "lang", "date", "agency", "guid", "version") if told.get(key)},
    )
    return Coding(dispatch, tuple(with_keys(record, told["lang"]) for record in made.records))


def who(*actors: tuple[str, str | None, str | None, str | None]) -> list[dict[str, Any]]:
    """Actors from ``(role, name, office, state)``."""
    return [dict(zip(("role", "name", "office", "state"), actor, strict=True)) for actor in actors]


PRESIDENTS = who(
    ("participant", "Ilham Aliyev", "head_of_state", "AZE"),
    ("participant", "Kassym-Jomart Tokayev", "head_of_state", "KAZ"),
)
