"""A report as one page that needs nothing else: its own style, for the screen and for paper, and no script.

No text of a dispatch is markup: all of it passes through `escape`. Notes are linked both ways.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from html import escape
from importlib.resources import files

from dragoman.report.page import Item, Line, Note, Page, Run, Section, Table

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def write(page: Page) -> bytes:
    """The file."""
    return "".join(_Writer().page(page)).encode("utf-8")


class _Writer:
    """Writes one page; counts where each note is cited, so that it can lead back there."""

    def __init__(self) -> None:
        self._cited: Counter[int] = Counter()

    def page(self, page: Page) -> Iterator[str]:
        style = files(__package__).joinpath("page.css").read_text(encoding="utf-8")
        yield (
            f'<!doctype html>\n<html lang="{escape(page.lang)}">\n<meta charset="utf-8">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
            f"<title>{escape(page.title)}</title>\n<style>\n{style}</style>\n<main>\n"
            f"<header>\n<h1>{escape(page.title)}</h1>\n<p>{escape(page.subtitle)}</p>\n</header>\n"
        )
        yield '<div class="lead">\n'
        yield from (f"<p>{self._line(line)}</p>\n" for line in page.lead)
        yield "</div>\n"
        for section in page.sections:
            yield from self._section(section)
        yield f'<section class="about">\n<h2>{escape(page.about[0])}</h2>\n<p>{escape(page.about[1])}</p>\n</section>\n'
        if page.notes:
            yield f'<section class="notes">\n<h2>{escape(page.notes_title)}</h2>\n<ol>\n'
            yield from map(self._note, page.notes)
            yield "</ol>\n</section>\n"
        yield "</main>\n</html>\n"

    def _section(self, section: Section) -> Iterator[str]:
        yield f"<section>\n<h2>{escape(section.title)}</h2>\n"
        yield from (f"<p>{self._line(line)}</p>\n" for line in section.before)
        if section.items:
            yield f"<ul>\n{''.join(map(self._item, section.items))}</ul>\n"
        if section.table:
            yield _table(section.table)
        yield from (f'<p class="more">{self._line(line)}</p>\n' for line in section.after)
        yield "</section>\n"

    def _item(self, item: Item) -> str:
        own = self._line(item.line)
        under = "".join(f"<li>{self._line(line)}</li>" for line in item.under)
        return f"<li>{own}<ul>{under}</ul></li>\n" if under else f"<li>{own}</li>\n"

    def _note(self, note: Note) -> str:
        sources = "<br>".join(map(self._line, note.lines))
        back = " ".join(
            f'<a href="#r{note.number}-{time}" role="doc-backlink">↩</a>'
            for time in range(1, self._cited[note.number] + 1)
        )
        return f'<li id="n{note.number}">{sources} {back}</li>\n'

    def _line(self, line: Line) -> str:
        return "".join(map(self._run, line))

    def _run(self, run: Run) -> str:
        if run.note:
            self._cited[run.note] += 1
            place = f'id="r{run.note}-{self._cited[run.note]}"'
            return f'<sup><a href="#n{run.note}" {place} role="doc-noteref">{run.note}</a></sup>'
        text = escape(run.text)
        if run.lang:
            direction = ' dir="rtl"' if run.right_to_left else ""
            return f'<bdi lang="{escape(run.lang)}"{direction}>{text}</bdi>'
        if run.code:
            return f"<code>{text}</code>"
        return f"<strong>{text}</strong>" if run.bold else text


def _table(table: Table) -> str:
    heads = "".join(f'<th scope="col">{escape(head)}</th>' for head in table.heads)
    rows = "".join(
        f'<tr><th scope="row">{escape(row[0])}</th>{"".join(f"<td>{escape(cell)}</td>" for cell in row[1:])}</tr>\n'
        for row in table.rows
    )
    return f"<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n"
