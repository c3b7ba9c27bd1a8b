"""A table for a terminal: for each dispatch its frame, then a row a record."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import TextIO

from rich import box
from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.table import Table
from rich.text import Text

from dragoman.export.labels import actor_line, count, dates, what, words
from dragoman.export.plain import one_line
from dragoman.model import Coding, Record

WIDTH = 140
"""Columns where the output is no terminal."""

QUOTE = 200
"""Characters of evidence shown for a record; the other formats have it in full."""

_COLUMNS = {"what": 10, "when, where": 8, "who": 21, "about": 12, "evidence": 29}
"""Columns with the share of the width that each takes."""

_COLOURS = {
    "visit": "dodger_blue2",
    "meeting": "green4",
    "message": "medium_purple3",
    "statement": "dark_goldenrod",
    "report": "grey50",
    "document": "red3",
    "body": "dark_cyan",
    "relation": "deep_pink4",
    "exchange": "orange3",
    "accreditation": "slate_blue1",
    "action": "orange_red1",
}


class _Console(Console):
    def on_broken_pipe(self) -> None:
        """Leave a closed output to the caller, where rich would end the process."""
        raise


def write(codings: Iterable[Coding], out: TextIO) -> None:
    """Write a table for each dispatch, and a last line that counts."""
    console = _Console(file=out, highlight=False, markup=False, emoji=False, width=None if out.isatty() else WIDTH)
    dispatches = records = 0
    for coding in codings:
        dispatches += 1
        records += len(coding.records)
        console.print(_heading(coding))
        console.print(_table(coding) if coding.records else Text("  no records\n", style="dim"))
    console.print(f"{count(dispatches, 'dispatch', 'dispatches')}, {count(records, 'record', 'records')}")


def _heading(coding: Coding) -> Text:
    dispatch = coding.dispatch
    frame = [dispatch.lang, dispatch.date, coding.place, dispatch.agency, coding.coder]
    text = Text(one_line(dispatch.id, 80), style="bold")
    text.append("".join(f" · {one_line(part)}" for part in frame if part), style="not bold")
    if dispatch.title:
        text.append(f"\n{one_line(dispatch.title, 120)}", style="not bold italic")
    return text


def _table(coding: Coding) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=True, padding=(0, 1, 1, 1))
    for name, ratio in _COLUMNS.items():
        table.add_column(name, ratio=ratio, overflow="fold", header_style="dim")
    for record in coding.records:
        table.add_row(_what(record), _when(record), *map(_Cell, (_who(record), _about(record), _evidence(record))))
    return table


_LEFT_TO_RIGHT = "\u200e"


class _Cell:
    """A cell whose lines end with a mark of direction if they hold letters that run from right to left: a terminal that
    turns these around would else take what stands in the next column for more of the same line (UAX 9)."""

    def __init__(self, text: Text) -> None:
        self._text = text

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for line in self._text.wrap(console, options.max_width, overflow="fold"):
            if any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in line.plain):
                line.append(_LEFT_TO_RIGHT)
            yield line

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return Measurement.get(console, options, self._text)


def _what(record: Record) -> Text:
    text = Text(words(record.kind), style=f"bold {_COLOURS.get(record.kind, 'default')}")
    return text.append("".join(f"\n{part}" for part in what(record)), style="not bold default")


def _when(record: Record) -> Text:
    return Text("\n".join(filter(None, (words(record.status), dates(record), one_line(record.place or "")))))


def _who(record: Record) -> Text:
    text = Text()
    for number, actor in enumerate(record.actors):
        text.append(("\n" if number else "") + words(actor.role) + " ", style="dim")
        text.append(actor_line(actor))
    return text


def _about(record: Record) -> Text:
    text = Text(one_line(record.name or "", 90), style="italic")
    topics = ", ".join(map(words, record.topics))
    return text.append(("\n" if record.name and topics else "") + topics, style="not italic")


def _evidence(record: Record) -> Text:
    return Text(one_line(" … ".join(item.quote for item in record.evidence), QUOTE), style="dim")
