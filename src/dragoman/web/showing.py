"""Templates: all text passes through `visible` and is escaped, so that nothing from a dispatch steers a page."""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse

from dragoman import __version__
from dragoman.codebook import codebook
from dragoman.export.labels import count
from dragoman.export.plain import one_line, visible
from dragoman.ledger.spans import iso
from dragoman.report import naming
from dragoman.report.page import RIGHT_TO_LEFT
from dragoman.report.phrases import capital
from dragoman.report.wording import wording
from dragoman.web import links
from dragoman.web.caller import current

LANG = "en"
"""The language of the pages."""


@cache
def environment() -> Environment:
    """The templates with what all of them use."""
    made = Environment(
        loader=PackageLoader("dragoman.web"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        finalize=_finalized,
    )
    words = wording(LANG)
    made.filters.update(line=one_line, iso=iso, date=words.date, figure=words.figure)
    made.globals.update(
        capital=capital,
        codebook=codebook(),
        count=count,
        links=links,
        rtl=RIGHT_TO_LEFT,
        state=_state,
        version=__version__,
        words=words,
    )
    return made


def warm() -> None:
    """Compile the templates, and read what all of them use."""
    for name in environment().list_templates():
        environment().get_template(name)


def show(template: str, status: int = 200, **facts: Any) -> HTMLResponse:
    """A page."""
    return HTMLResponse(environment().get_template(template).render(status=status, who=current.get(), **facts), status)


def _finalized(value: Any) -> Any:
    return visible(value) if type(value) is str else "" if value is None else value


def _state(code: str) -> str:
    return naming.state(code, LANG)
