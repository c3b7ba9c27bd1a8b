"""A report in words, whatever the format: a title, sections of sentences and tables, numbered notes."""

from __future__ import annotations

from dataclasses import dataclass

RIGHT_TO_LEFT = frozenset(("ar", "fa", "he", "ur"))


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text: in another language than the page if it says so, bold, a command, or the number of a note."""

    text: str
    lang: str | None = None
    bold: bool = False
    code: bool = False
    note: int = 0

    @property
    def right_to_left(self) -> bool:
        return self.lang in RIGHT_TO_LEFT


Line = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph of a section, with lines that stand under it."""

    line: Line
    under: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the first column holds words, the others figures and days."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, and what stands under it; ``after`` says what is left out."""

    title: str
    items: tuple[Item, ...] = ()
    before: tuple[Line, ...] = ()
    table: Table | None = None
    after: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: a line for every source, and what else there is to say."""

    number: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A whole report."""

    lang: str
    title: str
    subtitle: str
    day: str  # ISO; as of when
    lead: tuple[Line, ...]
    sections: tuple[Section, ...]
    notes_title: str
    notes: tuple[Note, ...]
    about: tuple[str, str]  # heading and text
