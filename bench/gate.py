"""The quality gate: the coder over the gold dispatches must not fall below the committed floors.

    python bench/gate.py               compare with bench/floors.json; exit 1 if anything is below
    python bench/gate.py --update      raise the floors to what is reached now; never lowers one
    python bench/gate.py --accept-gold take the gold dispatches as they are now and measure all floors anew

Floors are F1 over slots per language and kind, over slots and records per language, and for the seed coded from its
raw text alone; ceilings are false records a dispatch over news that is not about relations between states. The floors
belong to one state of the gold dispatches, told by its hash: with others they mean nothing. Whatever the figures,
all evidence must quote its text, all records keep to the codebook, and two processes give the bytes of one.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from dragoman.coder import languages
from dragoman.evaluate import Evaluation, evaluate
from dragoman.intake import Item
from dragoman.model import Dispatch
from dragoman.scale import code_all
from dragoman.scale.outcome import Overrides

ROOT = Path(__file__).parent.parent
FLOORS = ROOT / "bench" / "floors.json"

SLACK = {"slots": 0.003, "records": 0.003}
"""How far the main figures may lie below their floors: a gain elsewhere may cost a little here."""

KIND_SLACK = 0.02
"""The same for a kind: some have few records, so that one more or less is seen."""

ALARM_SLACK = 0.01

Doc = dict[str, Any]
Figures = dict[str, dict[str, float]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder with gold and codebook")
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--accept-gold", action="store_true")
    args = parser.parse_args()
    if not (args.shared / "gold" / "dev").is_dir():
        sys.exit(f"no gold dispatches in {args.shared}: give their folder with --shared")
    known = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {"gold": None, "floors": {}, "alarms": {}}
    gold = gold_hash(args.shared)
    if known["gold"] != gold and not args.accept_gold:
        sys.exit("the gold dispatches are not those of the floors: look at what changed, then use --accept-gold")
    figures, alarms, faults = measure(args.shared)
    if args.accept_gold:
        known = {"gold": gold, "floors": {}, "alarms": {}}
    faults += list(below(figures, known["floors"])) + list(above(alarms, known["alarms"]))
    show(figures, alarms)
    if args.update or args.accept_gold:
        FLOORS.write_text(json.dumps(raised(known, figures, alarms), indent=1, sort_keys=True) + "\n", "utf-8")
    sys.exit("\n".join(["", *faults]) if faults else 0)


def gold_hash(shared: Path) -> str:
    """One hash of all gold dispatches, their names and contents."""
    found = hashlib.sha256()
    seed = shared / "codebook" / "example.json"
    for file in [seed, *sorted(shared.glob("gold/dev/*/*.json")), *sorted(shared.glob("gold/irrelevant/*.jsonl"))]:
        found.update(file.relative_to(shared).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    return found.hexdigest()


def measure(shared: Path) -> tuple[Figures, dict[str, float], list[str]]:
    """F1 by language and figure, false records a dispatch by language, and what must never be."""
    figures: Figures = {}
    alarms: dict[str, float] = {}
    faults: list[str] = []
    for lang in languages():
        gold = {doc["id"]: doc for doc in read(sorted((shared / "gold" / "dev" / lang).glob("*.json")))}
        if gold:
            dispatches = [Dispatch.from_json(doc) for doc in gold.values()]
            faults += [f"{lang}: two processes give other bytes than one"] * (code(dispatches) != code(dispatches, 2))
            result = evaluate(gold, by_id(code(dispatches)))
            figures[lang] = f1(result)
            faults += soundness(lang, result)
        others = [Dispatch.from_json(doc) for doc in lines(shared / "gold" / "irrelevant" / f"{lang}.jsonl")]
        if others:
            alarms[lang] = sum(len(row["records"]) for row in by_id(code(others)).values()) / len(others)
    seed = json.loads((shared / "codebook" / "example.json").read_text("utf-8"))
    if seed["lang"] in languages():
        result = evaluate({seed["id"]: seed}, by_id(code([Dispatch(seed["text"], seed["id"])])))
        figures["seed"] = f1(result)
        faults += soundness("seed", result)
    return figures, alarms, faults


def code(dispatches: Iterable[Dispatch], jobs: int = 1) -> list[str]:
    """The codings as lines of JSON; a dispatch that cannot be coded is left out."""
    outcomes = code_all((Item(dispatch.id, dispatch) for dispatch in dispatches), Overrides(), jobs)
    return [json.dumps(row.coding.to_json()) if row.coding else f'"{row.where}: {row.problem}"' for row in outcomes]


def by_id(codings: list[str]) -> dict[str, Doc]:
    """The codings again as data."""
    rows = [json.loads(line) for line in codings]
    return {row["id"]: row for row in rows if isinstance(row, dict)}


def f1(result: Evaluation) -> dict[str, float]:
    """The figures that have floors."""
    totals = result.totals()
    kinds = {kind: counts.f1 for kind, counts in result.by("kind").items()}
    return {
        name: round(value, 4)
        for name, value in {"records": totals["records"].f1, "slots": totals["slots"].f1, **kinds}.items()
    }


def soundness(lang: str, result: Evaluation) -> Iterator[str]:
    """What no floor allows."""
    if result.unsupported:
        yield f"{lang}: {result.unsupported} pieces of evidence are not in their text"
    if result.without_prediction:
        yield f"{lang}: not coded: {' '.join(result.without_prediction)}"
    yield from (f"{lang}: {problem}" for problem in result.problems)


def below(figures: Figures, floors: Figures) -> Iterator[str]:
    """Every figure that has fallen below its floor, beyond the slack."""
    for lang, rows in floors.items():
        for name, floor in rows.items():
            reached = figures.get(lang, {}).get(name, 0.0)
            if reached < floor - SLACK.get(name, KIND_SLACK):
                yield f"{lang}: {name} is {reached:.4f}, its floor {floor:.4f}"


def above(alarms: dict[str, float], ceilings: dict[str, float]) -> Iterator[str]:
    """Every language with more false records a dispatch than it had."""
    for lang, ceiling in ceilings.items():
        if alarms.get(lang, 0.0) > ceiling + ALARM_SLACK:
            yield f"{lang}: {alarms[lang]:.4f} false records a dispatch, its ceiling {ceiling:.4f}"


def raised(known: dict[str, Any], figures: Figures, alarms: dict[str, float]) -> dict[str, Any]:
    """Floors and ceilings at the best of what they were and what is reached; the main figures as they are now."""
    floors = {lang: dict(rows) for lang, rows in known["floors"].items()}
    for lang, rows in figures.items():
        old = floors.setdefault(lang, {})
        old.update({name: max(value, old.get(name, 0.0)) for name, value in rows.items()})
    ceilings = {**alarms, **known["alarms"]}
    ceilings.update({lang: round(min(value, ceilings[lang]), 4) for lang, value in alarms.items()})
    reached = {lang: {name: rows[name] for name in SLACK} for lang, rows in figures.items()}
    return {"gold": known["gold"], "floors": floors, "alarms": ceilings, "reached": reached}


def show(figures: Figures, alarms: dict[str, float]) -> None:
    """The figures as a table: a row a figure, a column a language."""
    names = list(dict.fromkeys(name for rows in figures.values() for name in rows))
    print(f"{'F1':<16}" + "".join(f"{lang:>8}" for lang in figures))
    for name in names:
        cells = (f"{rows[name]:>8.4f}" if name in rows else f"{'':>8}" for rows in figures.values())
        print(f"{name:<16}{''.join(cells)}".rstrip())
    print(
        f"{'false a dispatch':<16}"
        + "".join(f"{alarms[lang]:>8.4f}" if lang in alarms else f"{'':>8}" for lang in figures)
    )


def read(files: Iterable[Path]) -> Iterator[Doc]:
    """The JSON objects of files."""
    yield from (json.loads(file.read_text("utf-8")) for file in files)


def lines(file: Path) -> Iterator[Doc]:
    """The JSON objects of a file of lines; none where there is no such file."""
    if file.exists():
        yield from (json.loads(line) for line in file.read_text("utf-8").split("\n") if line.strip())


if __name__ == "__main__":
    main()
