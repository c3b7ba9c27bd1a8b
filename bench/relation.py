"""How well and how fast `dragoman.relation` tells who does what to whom, on the training half of PLV.

    python bench/relation.py [--shared FOLDER] [--repeats 3] [--unseen]

Without `--shared` it looks for ../shared/external/plv_train.jsonl. Cross-validation needs what
scripts/train_relation.py needs; without it the cues alone and the speed are measured. Folds go by sentence, never by
row, and each repeat deals them anew; a figure is the mean of the repeats. An abstention is a miss for the true class
and nothing else.

The cues were written by people who had read these sentences, so both figures flatter them. `--unseen` is the other
extreme: in the held-out fold only cues count that also occur in the training folds.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "scripts"))

import dragoman  # noqa: E402
from dragoman.plover.types import quad  # noqa: E402

FOLDS = 5


class Score(NamedTuple):
    """Precision, recall and F1 of a class."""

    precision: float
    recall: float
    f1: float


def score(gold: Sequence[object], told: Sequence[object], label: object) -> Score:
    """How well one class is told."""
    right = sum(one == other == label for one, other in zip(gold, told, strict=True))
    precision = right / max(1, sum(other == label for other in told))
    recall = right / max(1, sum(one == label for one in gold))
    return Score(precision, recall, 2 * precision * recall / max(1e-9, precision + recall))


def folds(texts: Sequence[str], roots: Sequence[str], seed: int) -> Iterator[set[int]]:
    """Rows held out in turn: all rows of a sentence in the same fold, the classes dealt evenly."""
    rng = random.Random(seed)
    first = dict(zip(reversed(texts), reversed(roots), strict=True))
    order = sorted(first)
    rng.shuffle(order)
    order.sort(key=lambda text: first[text])
    fold = {text: place % FOLDS for place, text in enumerate(order)}
    for number in range(FOLDS):
        yield {place for place, text in enumerate(texts) if fold[text] == number}


def show(name: str, runs: Sequence[tuple[Sequence[str], Sequence[str | None]]], by_class: bool = True) -> None:
    """Print the figures of some runs of the same rows."""
    labels = sorted({root for gold, _ in runs for root in gold})
    macro = []
    for gold, told in runs:
        quads = [quad(root) for root in gold], [root and quad(root) for root in told]
        sides = [one > 2 for one in quads[0]], [one and one > 2 for one in quads[1]]
        macro.append(
            [
                sum(score(gold, told, label).f1 for label in labels) / len(labels),
                sum(score(*quads, label).f1 for label in (1, 2, 3, 4)) / 4,
                sum(score(*sides, label).f1 for label in (True, False)) / 2,
            ]
        )
    root, quads_, binary = (100 * sum(column) / len(macro) for column in zip(*macro, strict=True))
    print(f"{name}: root {root:.1f}, quad {quads_:.1f}, binary {binary:.1f}")
    for label in labels if by_class else ():
        scores = [score(gold, told, label) for gold, told in runs]
        p, r, f = (100 * sum(column) / len(scores) for column in zip(*scores, strict=True))
        print(f"  {label:<10} P {p:5.1f}  R {r:5.1f}  F1 {f:5.1f}")


def crossed(path: Path, repeats: int, unseen: bool) -> None:
    """Cross-validate the trained model."""
    import train_relation as training

    rows = training.rows(path)
    known = training.vectors()
    told_rows = [training.seen(row) for row in rows]
    runs = []
    for seed in range(1, repeats + 1):
        told: dict[int, str | None] = {}
        for held in folds([row.text for row in rows], [row.root for row in rows], seed):
            trained = training.fitted(
                training.lessons([row for place, row in enumerate(rows) if place not in held]), known
            )
            common = _common(rows, held) if unseen else None
            for place in held:
                one = told_rows[place] if common is None else training.seen(rows[place], known_cues=common)
                told[place] = trained.root(one.features, one.sentence, one.verdict)
        runs.append(([row.root for row in rows], [told[place] for place in range(len(rows))]))
    show("model, cues of the training folds only" if unseen else "model", runs, not unseen)


def _common(rows: Sequence[object], held: set[int]) -> set[object]:
    import train_relation as training

    return {key for place, row in enumerate(rows) if place not in held for key in training.cue_keys(row)}


def alone(path: Path) -> None:
    """The cues without the model, on all rows."""
    import json

    data = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    told = []
    for row in data:
        found = dragoman.relation(row["text"], row["source"], row["target"], cues_only=True)
        told.append(found and found.root)
    show("cues alone", [([row["root"] for row in data], told)])
    for only in (True, False):
        start = time.process_time()
        for row in data:
            dragoman.relation(row["text"], row["source"], row["target"], cues_only=only)
        rate = len(data) / (time.process_time() - start)
        print(f"{'cues alone' if only else 'model'}: {rate:,.0f} sentences a second on one core")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--unseen", action="store_true", help="also with the cues of the training folds only")
    options = parser.parse_args()
    path = options.shared / "external" / "plv_train.jsonl"
    if not path.is_file():
        sys.exit(f"no {path}: give the folder with --shared")
    size = (ROOT / "src" / "dragoman" / "plover" / "cues" / "en.npz").stat().st_size
    print(f"model: {size:,} bytes")
    alone(path)
    try:
        crossed(path, options.repeats, unseen=False)
        if options.unseen:
            crossed(path, options.repeats, unseen=True)
    except ModuleNotFoundError as missing:
        print(f"no cross-validation without {missing.name}: see scripts/train_relation.py")


if __name__ == "__main__":
    main()
