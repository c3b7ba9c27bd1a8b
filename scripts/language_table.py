"""Write what is known of each language: the contract's facts that pass, cue patterns, and the figures of the gate.

    python scripts/language_table.py          # writes src/dragoman/packs/passes.tsv and docs/languages.md

The contract is coded anew; F1 of records and slots are those that `bench/gate.py --update` last wrote.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "tests" / "contract"), str(ROOT / "tests" / "parallel")]

from dragoman.coder import Coder, languages  # noqa: E402
from dragoman.lang.pack import load, read_yaml  # noqa: E402
from dragoman.model import Dispatch  # noqa: E402

PASSES = ROOT / "src" / "dragoman" / "packs" / "passes.tsv"
DOCS = ROOT / "docs" / "languages.md"
_HEAD = """# Languages

Made by `scripts/language_table.py`; do not edit. *Contract* counts the core facts of `tests/contract` that the language
tells and dragoman codes in full, *parallel* the facts of `tests/parallel` that it tells as all languages do. *Records*
and *slots* are F1 on the coded dispatches that the quality gate measures (`bench/floors.json`, `reached`); those
dispatches were read while the packs were made. Expect .04 less in slots on plain dispatches that were not
(`tests/dispatches/unread`), and .10 to .15 less on dense ones: ten gold dispatches a language, told anew in another one
and not read since, give .60 over eight languages.

| Code | Language | Contract | Parallel | Cue patterns | with an example | Records F1 | Slots F1 |
|---|---|---|---|---|---|---|---|
"""


@dataclass(frozen=True)
class Row:
    """What is known of one language."""

    code: str
    name: str
    passed: int
    facts: int
    parallel: int
    told: int  # of the parallel facts
    cues: int
    examples: int


def rows() -> list[Row]:
    """One row for each language, the contract coded anew."""
    from facts import facts
    from test_contract import DATE, FACTS, matches

    coder, out = Coder(), []
    parallel = facts()
    for code in languages():
        told = [fact for fact in FACTS if code in fact]
        coded = ((fact, coder.code(Dispatch(text=fact[code], lang=code, date=DATE)).records) for fact in told)
        passed = sum(any(matches(record, fact["expect"]) for record in records) for fact, records in coded)
        cues = {cue for group in load(code).cues if group.kind != "none" for cue in group.cues}
        folder = resources.files("dragoman.packs") / code
        path = folder / "examples.yml"
        shown = cues & set(read_yaml(path)) if path.is_file() else set()
        alike = [fact for fact in parallel if code in fact.texts]
        read = sum(fact.is_read(coder, code) for fact in alike)
        name = read_yaml(folder / "language.yml")["name"]
        out.append(Row(code, name, passed, len(told), read, len(alike), len(cues), len(shown)))
    return out


def passes(table: list[Row]) -> str:
    """The data file that `dragoman languages` shows."""
    lines = ["# code, name, facts of the contract coded in full, facts told; made by scripts/language_table.py"]
    return "\n".join([*lines, *(f"{r.code}\t{r.name}\t{r.passed}\t{r.facts}" for r in table)]) + "\n"


def page(table: list[Row]) -> str:
    """The page of the documentation."""
    reached = json.loads((ROOT / "bench" / "floors.json").read_text(encoding="utf-8"))["reached"]
    lines = []
    for row in table:
        figures = [f"{reached[row.code][key]:.2f}" if row.code in reached else "" for key in ("records", "slots")]
        told = [f"{row.passed} of {row.facts}", f"{row.parallel} of {row.told}" if row.told else ""]
        cells = [row.code, row.name, *told, str(row.cues), str(row.examples), *figures]
        lines.append(f"| {' | '.join(cells)} |")
    return _HEAD + "\n".join(lines) + "\n"


if __name__ == "__main__":
    made = rows()
    PASSES.write_text(passes(made), encoding="utf-8")
    DOCS.write_text(page(made), encoding="utf-8")
