"""Runs of text in a Word document."""

from __future__ import annotations

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from dragoman.export.plain import xml
from dragoman.report.page import Run

_EAST_ASIAN = frozenset(("zh", "ja", "ko"))


def fill(paragraph: Paragraph, run: Run) -> None:
    """Add a run of text to a paragraph."""
    made = paragraph.add_run(xml(run.text))
    if run.bold:
        made.bold = True
    if run.code:
        made.font.name = "Consolas"
    if run.lang:
        set_language(made._r.get_or_add_rPr(), run.lang, right_to_left=run.right_to_left)


def set_language(properties: Any, lang: str, *, right_to_left: bool = False) -> None:
    """Say in which language, and direction, a run is; to be called last, as the order of properties is fixed."""
    if right_to_left:
        properties.append(OxmlElement("w:rtl"))
    element = OxmlElement("w:lang")
    element.set(qn("w:bidi" if right_to_left else "w:eastAsia" if lang in _EAST_ASIAN else "w:val"), lang)
    properties.append(element)
