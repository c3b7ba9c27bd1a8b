"""What self-contained pages share: their head, and how text of a dispatch gets into them.

Nothing is fetched, and no text of a dispatch is markup: all of it passes through `text`.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from importlib.resources import files

from dragoman.export.plain import one_line, visible

POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
)


def text(value: str | None) -> str:
    """Text as markup that shows it."""
    return escape(visible(value or ""))


def line(value: str | None, limit: int | None = None) -> str:
    """The same in one line, with an ellipsis beyond ``limit`` characters."""
    return text(one_line(value or "", limit))


def language(code: str | None) -> str:
    """The attribute that says in which language a text is; nothing where that is not known."""
    return f' lang="{text(code)}"' if code else ""


def asset(name: str, package: str = __package__) -> str:
    """A style or script that lies beside the modules of a package."""
    return files(package).joinpath(name).read_text(encoding="utf-8")


def head(title: str, *styles: str) -> str:
    """The beginning of a page, up to and with its style."""
    return (
        '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        f"<title>{text(title)}</title>\n<style>{''.join(styles)}</style>\n"
    )


def foot(told: str, scripts: Iterable[str]) -> str:
    """The end of a page."""
    return f"<footer>{told}</footer>\n<script>{''.join(scripts)}</script>\n</html>\n"
