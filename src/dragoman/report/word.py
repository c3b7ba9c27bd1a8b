"""A report as a Word document: headings, lists, tables and real footnotes; the same report gives the same bytes."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime

from docx import Document
from docx.document import Document as Paper
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from dragoman.export.plain import xml
from dragoman.report.footnotes import Footnotes
from dragoman.report.page import Item, Line, Page, Section, Table
from dragoman.report.word_runs import fill, set_language

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""When a file of the archive was made, as far as the archive is concerned."""


def write(page: Page) -> bytes:
    """The file."""
    made = io.BytesIO()
    _document(page).save(made)
    return _same_bytes(made.getvalue())


def _document(page: Page) -> Paper:
    document = Document()
    _set_up(document, page)
    notes = Footnotes(document, page.notes)
    document.add_heading(xml(page.title), 0)
    document.add_paragraph(xml(page.subtitle), style="Subtitle")
    for line in page.lead:
        _fill(document.add_paragraph(), line, notes)
    for section in page.sections:
        _add(document, section, notes)
    document.add_heading(xml(page.about[0]), 1)
    document.add_paragraph(xml(page.about[1]))
    return document


def _set_up(document: Paper, page: Page) -> None:
    """A4, the language, the properties; times are those of the day as of which the report stands."""
    for part in document.sections:
        part.page_width, part.page_height = Mm(210), Mm(297)
        part.left_margin = part.right_margin = Mm(22)
        part.top_margin = part.bottom_margin = Mm(20)
    style = document.styles["Normal"]
    assert isinstance(style, ParagraphStyle)
    style.font.name, style.font.size = "Calibri", Pt(10.5)
    style.paragraph_format.space_after = Pt(4)
    set_language(style.element.get_or_add_rPr(), page.lang)
    known = document.core_properties
    known.title, known.language = xml(page.title), page.lang
    known.author = known.last_modified_by = "dragoman"
    known.comments, known.revision = "", 1
    known.created = known.modified = datetime.fromisoformat(page.day)


def _add(document: Paper, section: Section, notes: Footnotes) -> None:
    document.add_heading(xml(section.title), 1)
    for line in section.before:
        _fill(document.add_paragraph(), line, notes)
    for item in section.items:
        _add_item(document, item, notes)
    if section.table:
        _add_table(document, section.table)
    for line in section.after:
        _fill(document.add_paragraph(), line, notes)


def _add_item(document: Paper, item: Item, notes: Footnotes) -> None:
    _fill(document.add_paragraph(style="List Bullet"), item.line, notes)
    for line in item.under:
        _fill(document.add_paragraph(style="List Bullet 2"), line, notes)


def _add_table(document: Paper, table: Table) -> None:
    """A table whose heads are repeated where it goes on to another page."""
    grid = document.add_table(rows=0, cols=len(table.heads), style="Light List Accent 1")
    for row in (table.heads, *table.rows):
        for number, (cell, words) in enumerate(zip(grid.add_row().cells, row, strict=True)):
            cell.paragraphs[0].add_run(xml(words))
            if number:
                cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    grid.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _fill(paragraph: Paragraph, line: Line, notes: Footnotes) -> None:
    for run in line:
        if run.note:
            notes.refer(paragraph, run.note)
        else:
            fill(paragraph, run)


def _same_bytes(made: bytes) -> bytes:
    """The archive with its files in order and no times of its own."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return out.getvalue()
