"""Draft a ``states.tsv`` for a new language from CLDR: ``python scripts/draft_states.py LANG``.

Prints a ``name`` row for every state that CLDR (Babel) names in the language, with its short form where it has one, and
an empty ``adj`` and ``capital`` row beside it for a person to fill in; the checker reports rows that stayed empty.
Needs ``pycountry`` for the codes.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import babel
import pycountry

from dragoman.lang.pack import read_rows

WORLD = Path(__file__).parents[1] / "src" / "dragoman" / "packs" / "world" / "states.tsv"


def draft(language: str) -> Iterator[str]:
    """The rows of a draft, in the order of the world's table."""
    territories = babel.Locale.parse(language).territories
    short = {country.alpha_3: country.alpha_2 for country in pycountry.countries} | {"XKX": "XK"}
    for code, english, capital, *_ in read_rows(WORLD):
        name = territories.get(short.get(code, ""))
        yield f"{code}\tname\t{name or ''}" if name else f"# {code} {english}: no name in CLDR"
        yield f"{code}\tadj\t"
        yield f"{code}\tcapital\t  # {capital}"


if __name__ == "__main__":
    print("\n".join(draft(sys.argv[1])))
