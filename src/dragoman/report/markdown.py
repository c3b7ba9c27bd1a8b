"""A report as Markdown: CommonMark with tables and footnotes as GitHub and Pandoc read them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.report.page import Item, Line, Note, Page, Run, Section, Table

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~$&])")
_BULLET = re.compile(r"^(\d+)([.)])|^([-+])(?=\s)")
_ISOLATE, _END = "\u2068", "\u2069"


def write(page: Page) -> bytes:
    """The file."""
    return ("\n\n".join(_blocks(page)) + "\n").encode("utf-8")


def _blocks(page: Page) -> Iterator[str]:
    yield f"# {_text(page.title)}"
    yield _text(page.subtitle)
    yield from map(_line, page.lead)
    for section in page.sections:
        yield from _section(section)
    heading, text = page.about
    yield f"## {_text(heading)}"
    yield _text(text)
    if page.notes:
        yield f"## {_text(page.notes_title)}"
        yield from map(_note, page.notes)


def _section(section: Section) -> Iterator[str]:
    yield f"## {_text(section.title)}"
    yield from map(_line, section.before)
    if section.items:
        yield "\n".join(line for item in section.items for line in _item(item))
    if section.table:
        yield _table(section.table)
    yield from map(_line, section.after)


def _item(item: Item) -> Iterator[str]:
    yield f"- {_line(item.line)}"
    for line in item.under:
        yield f"  - {_line(line)}"


def _table(table: Table) -> str:
    rule = ["---", *["---:"] * (len(table.heads) - 1)]
    rows = [list(map(_text, table.heads)), rule, *(list(map(_text, row)) for row in table.rows)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _note(note: Note) -> str:
    """A note whose sources stand in lines of their own, as the backslash at a line's end says."""
    return f"[^{note.number}]: " + "\\\n    ".join(map(_line, note.lines))


def _line(line: Line) -> str:
    return _BULLET.sub(_harmless, "".join(map(_run, line)))


def _run(run: Run) -> str:
    if run.note:
        return f"[^{run.note}]"
    if run.code:
        return f"`{run.text}`"
    text = _text(run.text)
    if run.right_to_left:
        return f"{_ISOLATE}{text}{_END}"
    return f"**{text}**" if run.bold else text


def _text(text: str) -> str:
    return _MARKUP.sub(r"\\\1", text)


def _harmless(start: re.Match[str]) -> str:
    """A number with a full stop, or a dash, at a line's start that begins no list."""
    return f"{start[1]}\\{start[2]}" if start[1] else f"\\{start[3]}"
