"""Check the geographic tables of the packs: columns, codes, suffix classes, and surfaces that mean two things.

    python scripts/check_tables.py [LANG ...] [--cldr]

Prints one line a finding and ends with 1 if one is an error. Surfaces that two states (or two cities) share are only
reported, for the longest-match rule may be enough; a person must look. With ``--cldr`` the names that CLDR gives the
territories (Babel) are looked up too, so that a missing spelling is seen.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from dragoman.codebook import codebook
from dragoman.lang.pack import read_rows, read_yaml
from dragoman.text.fold import fold

PACKS = Path(__file__).parents[1] / "src" / "dragoman" / "packs"
FORMS = {"name", "adj", "people", "capital", "gov", "pair", "short", "combining", "mask"}
ORGANISATIONS = set(codebook().organisations)
_ENDING = re.compile(r"(?:\*|!|~\w)$")


class Report:
    """Findings, printed as they come; errors are counted."""

    def __init__(self) -> None:
        self.errors = 0

    def error(self, where: str, what: str) -> None:
        self.errors += 1
        print(f"error  {where}: {what}")

    @staticmethod
    def note(where: str, what: str) -> None:
        print(f"look   {where}: {what}")


def surfaces(cell: str) -> Iterator[str]:
    """The surfaces of a cell."""
    yield from cell.split("|")


def bare(surface: str) -> str:
    """A surface without its ending, folded, its classes inside left out."""
    folded: str = fold(re.sub(r"~\w", "", _ENDING.sub("", surface)))
    return folded.strip()


def check_columns(report: Report, where: str, rows: list[list[str]], least: int, most: int) -> list[list[str]]:
    """Report rows of a wrong width, blanks around cells, and the same row twice; give the sound rows."""
    sound, seen = [], set()
    for row in rows:
        if not least <= len(row) <= most or not all(row[:least]):
            report.error(where, f"{len(row)} columns or an empty cell: {' | '.join(row)[:80]}")
        elif any(cell != cell.strip() for cell in row):
            report.error(where, f"blanks around a cell: {row[0]} {row[1]}")
        else:
            sound.append(row)
        if tuple(row) in seen:
            report.error(where, f"twice: {row[:2]}")
        seen.add(tuple(row))
    return sound


def check_cell(report: Report, where: str, cell: str, classes: set[str] | None) -> None:
    """Report empty or repeated surfaces and suffix classes that language.yml does not define."""
    parts = list(surfaces(cell))
    for part in parts:
        if not bare(part) or part != part.strip():
            report.error(where, f"empty or blank surface in {cell[:60]!r}")
        for letter in re.findall(r"~(\w)", part):
            if classes is not None and letter not in classes:
                report.error(where, f"suffix class ~{letter} of {part!r} is not in language.yml")
    if len(parts) != len(set(parts)):
        report.error(where, f"repeated surface: {sorted({p for p in parts if parts.count(p) > 1})}")


def world(report: Report) -> tuple[set[str], dict[str, str]]:
    """Check ``packs/world``; give the state codes and the capitals by code."""
    folder = PACKS / "world"
    rows = check_columns(report, "world states", list(read_rows(folder / "states.tsv")), 3, 4)
    codes = {row[0] for row in rows}
    if len(codes) != len(rows):
        report.error("world states", "a code stands twice")
    for row in rows:
        if not re.fullmatch("[A-Z]{3}", row[0]):
            report.error("world states", f"odd code {row[0]!r}")
    for row in check_columns(report, "world orgs", list(read_rows(folder / "orgs.tsv")), 2, 3):
        if row[0] not in ORGANISATIONS:
            report.error("world orgs", f"unknown code {row[0]!r}")
    for row in check_columns(report, "world groups", list(read_rows(folder / "groups.tsv")), 3, 3):
        if row[2] != "-" and row[2] not in codes:
            report.error("world groups", f"unknown code {row[2]!r}")
    named: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in check_columns(report, "world agencies", list(read_rows(folder / "agencies.tsv")), 2, 3):
        if row[1] != "-" and row[1] not in codes | ORGANISATIONS:
            report.error("world agencies", f"unknown code {row[1]!r} of {row[0]!r}")
        named[row[0].lower(), row[2] if len(row) > 2 else ""].add(row[1])
    for (name, _), states in named.items():
        if len(states) > 1:
            report.error("world agencies", f"{name!r} speaks for {sorted(states)}")
    return codes, {row[0]: row[2] for row in rows}


def language(report: Report, code: str, states: set[str], capitals: dict[str, str]) -> dict[str, set[str]]:
    """Check one language's tables; give what its state surfaces stand for."""
    folder = PACKS / code
    grammar = folder / "language.yml"
    classes = set(read_yaml(grammar)["suffixes"]) if grammar.is_file() else None
    meaning: dict[str, set[str]] = defaultdict(set)
    forms: dict[str, set[str]] = defaultdict(set)
    rows = check_columns(report, f"{code} states", list(read_rows(folder / "states.tsv")), 3, 3)
    for state, form, cell in rows:
        check_cell(report, f"{code} states {state}", cell, classes)
        if form not in FORMS:
            report.error(f"{code} states", f"unknown form {form!r} of {state}")
        for part in state.split("+"):
            if part not in states | {"-"} | (ORGANISATIONS if form in ("pair", "short") else set()):
                report.error(f"{code} states", f"unknown code {state!r}")
        forms[state].add(form)
        for surface in surfaces(cell):
            meaning[bare(surface)].add(state)
    for state in sorted(states - set(forms)):
        report.error(f"{code} states", f"no row for {state}")
    shared(report, f"{code} states", meaning)
    places(report, code, states, classes, rows, capitals)
    organisations(report, code, classes)
    groups(report, code, classes)
    return meaning


def places(
    report: Report,
    code: str,
    states: set[str],
    classes: set[str] | None,
    state_rows: list[list[str]],
    capitals: dict[str, str],
) -> None:
    """Check ``places.tsv``, also that each state's capital can be found one way or the other."""
    meaning: dict[str, set[str]] = defaultdict(set)
    rows = check_columns(report, f"{code} places", list(read_rows(PACKS / code / "places.tsv")), 3, 3)
    for name, state, cell in rows:
        check_cell(report, f"{code} places {name}", cell, classes)
        if state != "-" and state not in states:
            report.error(f"{code} places", f"unknown code {state!r} of {name}")
        for surface in surfaces(cell):
            meaning[bare(surface)].add(name)
    shared(report, f"{code} places", meaning)
    of_states = {bare(s): state for state, form, cell in state_rows if form == "capital" for s in surfaces(cell)}
    for surface in sorted(set(meaning) & set(of_states)):
        if capitals.get(of_states[surface]) not in meaning[surface]:
            report.note(
                f"{code} places", f"{surface!r} is {sorted(meaning[surface])} and the capital of {of_states[surface]}"
            )
    known = {state for state, form, _ in state_rows if form == "capital"} | {
        row[1] for row in rows if row[0] == capitals.get(row[1])
    }
    missing = sorted(state for state, capital in capitals.items() if capital and state not in known)
    if missing:
        report.note(f"{code} places", f"no capital for {' '.join(missing)}")


WORDS = {"fighters", "opposition", "group", "crowd"}
"""Keys of ``groups.tsv`` that are no group's: kinds of words (docs/packs.md)."""


def groups(report: Report, code: str, classes: set[str] | None) -> None:
    """Check ``groups.tsv``: every key is a group of the world or a kind of words."""
    known = {row[0] for row in read_rows(PACKS / "world" / "groups.tsv")}
    meaning: dict[str, set[str]] = defaultdict(set)
    rows = check_columns(report, f"{code} groups", list(read_rows(PACKS / code / "groups.tsv")), 2, 2)
    for group, cell in rows:
        check_cell(report, f"{code} groups {group}", cell, classes)
        if group not in known | WORDS:
            report.error(f"{code} groups", f"unknown key {group!r}")
        for surface in surfaces(cell):
            meaning[bare(surface)].add(group)
    shared(report, f"{code} groups", meaning)


def organisations(report: Report, code: str, classes: set[str] | None) -> None:
    """Check ``orgs.tsv`` and that every organisation of the codebook has a row."""
    meaning: dict[str, set[str]] = defaultdict(set)
    rows = check_columns(report, f"{code} orgs", list(read_rows(PACKS / code / "orgs.tsv")), 2, 2)
    for organisation, cell in rows:
        check_cell(report, f"{code} orgs {organisation}", cell, classes)
        if organisation not in ORGANISATIONS | {"-"}:
            report.error(f"{code} orgs", f"unknown code {organisation!r}")
        for surface in surfaces(cell):
            meaning[bare(surface)].add(organisation)
    for organisation in sorted(ORGANISATIONS - {row[0] for row in rows}):
        report.error(f"{code} orgs", f"no row for {organisation}")
    shared(report, f"{code} orgs", meaning)


def shared(report: Report, where: str, meaning: dict[str, set[str]]) -> None:
    """Report the surfaces that stand for two things."""
    for surface, values in sorted(meaning.items()):
        if len(values) > 1:
            report.note(where, f"{surface!r} is {' and '.join(sorted(values))}")


def compare_with_cldr(report: Report, code: str, meaning: dict[str, set[str]], states: set[str]) -> None:
    """Report CLDR's territory names that no surface of their state equals or begins."""
    import babel
    import pycountry

    territories = babel.Locale.parse(code).territories
    for country in pycountry.countries:
        name = territories.get(country.alpha_2)
        if country.alpha_3 not in states or not name:
            continue
        stems = [surface for surface, values in meaning.items() if country.alpha_3 in values]
        if not any(fold(name).startswith(stem) for stem in stems):
            report.note(f"{code} states", f"{country.alpha_3} is {name!r} in CLDR")


def main(arguments: list[str]) -> int:
    """Check the packs that are named, or all."""
    report = Report()
    states, capitals = world(report)
    chosen = [word for word in arguments if not word.startswith("-")]
    for code in chosen or sorted(path.parent.name for path in PACKS.glob("??/states.tsv")):
        meaning = language(report, code, states, capitals)
        if "--cldr" in arguments:
            compare_with_cldr(report, code, meaning, states)
    print(f"{report.errors} errors")
    return 1 if report.errors else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
