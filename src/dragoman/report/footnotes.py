"""Footnotes of a Word document, for which python-docx has no call: the part that holds them, and references to it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from docx.document import Document as Paper
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from dragoman.report.page import Note
from dragoman.report.word_runs import fill

_TEXT, _REFERENCE = "footnote text", "footnote reference"
_SEPARATORS = {"-1": "separator", "0": "continuationSeparator"}


class Footnotes:
    """The notes of one document. Word numbers them itself: by order of reference, as the page does."""

    def __init__(self, document: Paper, notes: Iterable[Note]) -> None:
        _add_styles(document)
        self._document = document
        self._referred: set[int] = set()
        root = parse_xml(f"<w:footnotes {nsdecls('w')}/>")
        for number, kind in _SEPARATORS.items():
            root.append(_separator(number, kind))
        for note in notes:
            root.append(self._note(note))
        package = document.part.package
        part = XmlPart(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, root, package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)

    def refer(self, paragraph: Paragraph, number: int) -> None:
        """A reference: the first one carries the footnote, later ones point to it."""
        if number in self._referred:
            self._refer_again(paragraph, number)
            return
        self._referred.add(number)
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        for mark in (start, end):
            mark.set(qn("w:id"), str(number))
        start.set(qn("w:name"), f"_Note{number}")
        paragraph._p.append(start)
        reference = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), str(number))
        paragraph.add_run(style=_REFERENCE)._r.append(reference)
        paragraph._p.append(end)

    def _refer_again(self, paragraph: Paragraph, number: int) -> None:
        run = paragraph.add_run(str(number), style=_REFERENCE)
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), f" NOTEREF _Note{number} \\f \\h ")
        field.append(run._r)
        paragraph._p.append(field)

    def _note(self, note: Note) -> Any:
        element = OxmlElement("w:footnote")
        element.set(qn("w:id"), str(note.number))
        for order, line in enumerate(note.lines):
            made = OxmlElement("w:p")
            element.append(made)
            paragraph = Paragraph(made, self._document._body)
            paragraph.style = _TEXT
            if not order:
                paragraph.add_run(style=_REFERENCE)._r.append(OxmlElement("w:footnoteRef"))
                paragraph.add_run(" ")
            for run in line:
                fill(paragraph, run)
        return element


def _separator(number: str, kind: str) -> Any:
    return parse_xml(
        f'<w:footnote {nsdecls("w")} w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
    )


def _add_styles(document: Paper) -> None:
    text = document.styles.add_style(_TEXT, WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    text.base_style = document.styles["Normal"]
    text.font.size = Pt(8.5)
    text.paragraph_format.space_after = Pt(0)
    reference = document.styles.add_style(_REFERENCE, WD_STYLE_TYPE.CHARACTER, builtin=True)
    reference.font.superscript = True
