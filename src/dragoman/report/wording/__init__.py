"""The words and patterns of reports, a file a language; how they are filled in is the same for all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from string import Formatter
from typing import Any

import yaml

from dragoman.report.page import Line, Run

Part = str | int | Line
"""What is filled into a pattern: words, a figure, or runs that are in another language or bear notes."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one language, as its file has them."""

    lang: str
    table: dict[str, Any]

    def label(self, group: str, code: str, *, of: str | None = None) -> str:
        """What a code of the codebook or ledger is called; types and acts by the kind they are ``of``."""
        labels = self.table[group][of] if of else self.table[group]
        return str(labels.get(code, code))

    def title(self, key: str) -> str:
        return str(self.table["titles"][key])

    def column(self, key: str) -> str:
        return str(self.table["columns"][key])

    def count(self, key: str, number: int) -> str:
        """``1 visit``, ``2,000 visits``."""
        one, many = self.table["counted"][key]
        return f"{self.figure(number)} {one if number == 1 else many}"

    def figure(self, number: int) -> str:
        return f"{number:,}".replace(",", self.table["thousands"])

    def say(self, key: str, **parts: Part) -> Line:
        """A pattern of ``say`` with its parts filled in."""
        return filled(self.table["say"][key], parts)

    def text(self, key: str, group: str = "say", **parts: str | int) -> str:
        """The same where all parts are words."""
        return "".join(run.text for run in filled(self.table[group][key], parts))

    def series(self, parts: Sequence[Part]) -> Line:
        """``one; two; three``, of parts that have commas in them."""
        out: list[Run] = []
        for part in parts:
            out += [*([Run("; ")] if out else []), *runs(part)]
        return tuple(out)

    def all_of(self, parts: Sequence[Part]) -> Line:
        """``one, two and three``."""
        out: list[Run] = []
        for number, part in enumerate(parts):
            if number:
                out.append(Run(self.table["and"] if number == len(parts) - 1 else ", "))
            out += runs(part)
        return tuple(out)

    def quote(self, text: str, lang: str | None) -> Line:
        """Words of a dispatch between this language's quotation marks."""
        before, after = self.table["quotes"]
        return Run(before), Run(text, lang=None if lang == self.lang else lang), Run(after)

    def date(self, iso: str, end: str | None = None) -> str:
        """``10 April 2023``, ``April 2023``, ``10–11 April 2023``, as exactly as told."""
        patterns = self.table["dates"]
        begin, finish = self._named(iso), self._named(end or iso)
        if len(iso) == len(end or "") == 10 and iso != end and iso[:4] == finish["year"]:
            key = "in_month" if iso[:7] == (end or "")[:7] else "in_year"
            return str(patterns[key].format(**begin, end_day=finish["day"], end_month=finish["month"]))
        parts = [patterns[_PRECISION[len(day)]].format(**self._named(day)) for day in dict.fromkeys((iso, end or iso))]
        return str(patterns["range"].format(begin=parts[0], end=parts[1])) if len(parts) == 2 else parts[0]

    def _named(self, iso: str) -> dict[str, str]:
        year, month, day = (*iso.split("-"), "", "")[:3]
        name = self.table["months"][int(month) - 1] if month else ""
        return {"year": year, "month": name, "day": day.lstrip("0")}


_PRECISION = {4: "year", 7: "month", 10: "day"}


@cache
def wording(lang: str) -> Wording:
    """The words of a language, read once."""
    text = files(__package__).joinpath(f"{lang}.yml").read_text(encoding="utf-8")
    return Wording(lang, yaml.safe_load(text))


@cache
def languages() -> tuple[str, ...]:
    """The languages in which reports can be written."""
    return tuple(sorted(file.name[:-4] for file in files(__package__).iterdir() if file.name.endswith(".yml")))


def filled(pattern: str, parts: dict[str, Any]) -> Line:
    """A pattern with its ``{parts}`` filled in; each must be given and used."""
    out: list[Run] = []
    for words, name, _, _ in Formatter().parse(pattern):
        if words:
            out.append(Run(words))
        if name:
            out += runs(parts[name])
    return tuple(out)


def runs(part: Part) -> Line:
    """A part as runs."""
    return (Run(str(part)),) if isinstance(part, str | int) else part
