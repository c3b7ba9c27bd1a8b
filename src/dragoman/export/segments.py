"""Cutting a text where evidence begins and ends, so that overlapping evidence can be marked up."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from dragoman.model import Evidence


class Quoting(Protocol):
    """What has evidence, such as a record."""

    @property
    def evidence(self) -> tuple[Evidence, ...]: ...


class Segment(NamedTuple):
    """A stretch of the text and the numbers of the records (from 1) whose evidence covers all of it."""

    start: int
    end: int
    records: tuple[int, ...]


def lines(text: str, records: Sequence[Quoting]) -> Iterator[list[Segment]]:
    """The segments of each line that is not blank, in order; line breaks belong to none."""
    segments = _segments(text, records)
    line: list[Segment] = []
    for segment in segments:
        if text[segment.start : segment.end] != "\n":
            line.append(segment)
        elif line:
            yield line
            line = []
    if line:
        yield line


def _segments(text: str, records: Sequence[Quoting]) -> Iterator[Segment]:
    """The text from end to end, cut at evidence and around every line break."""
    opening: dict[int, list[int]] = {}
    closing: dict[int, list[int]] = {}
    cuts = {0, len(text)}
    for number, record in enumerate(records, 1):
        for item in record.evidence:
            opening.setdefault(item.start, []).append(number)
            closing.setdefault(item.end, []).append(number)
    cuts.update(opening, closing)
    for at, character in enumerate(text):
        if character == "\n":
            cuts.update((at, at + 1))
    active: list[int] = []
    places = sorted(cuts)
    for start, end in itertools.pairwise(places):
        for number in closing.get(start, ()):
            active.remove(number)
        active.extend(opening.get(start, ()))
        yield Segment(start, end, tuple(sorted(set(active))))
