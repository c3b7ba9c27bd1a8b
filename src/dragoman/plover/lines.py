"""Sentences as JSON Lines, in and out. A line that is off costs only itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO

from dragoman.intake.jsonl import lines, value
from dragoman.model import DispatchError
from dragoman.plover.relation import RelationError, relation


@dataclass(frozen=True, slots=True)
class Told:
    """What came of a line: an answer to be written, or a problem to be told."""

    where: str
    answer: dict[str, Any] | None = None
    problem: str | None = None


def tell(stream: BinaryIO, where: str, *, lang: str = "en", cues_only: bool = False) -> Iterator[Told]:
    """An answer or a problem for each line of the stream, in order."""
    for number, line, size in lines(stream):
        place = f"{where}:{number}"
        if line is None:
            yield Told(place, problem=f"{size:,} bytes in one line: write a sentence a line")
            continue
        try:
            yield Told(place, _answer(value(line, number), number, lang, cues_only))
        except (DispatchError, RelationError) as error:
            yield Told(place, problem=str(error))


def _answer(data: object, number: int, lang: str, cues_only: bool) -> dict[str, Any]:
    if not isinstance(data, Mapping):
        raise RelationError("a line is an object with the fields 'text', 'source' and 'target'")
    if missing := [field for field in ("text", "source", "target") if field not in data]:
        raise RelationError(f"no field {' and '.join(map(repr, missing))}: give 'text', 'source' and 'target'")
    source, target = data["source"], data["target"]
    found = relation(data["text"], source, target, lang=lang, cues_only=cues_only)
    nothing: dict[str, Any] = {"root": None, "quad": None, "binary": None, "mode": None, "words": []}
    told = found.to_json() if found else nothing
    return {"id": data.get("id", number), "source": source, "target": target, **told}
