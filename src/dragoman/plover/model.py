"""The linear model that ships with the package: weights of features and word vectors, as plain numbers."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from dragoman.plover.governing import PASSIVE, Verdict
from dragoman.plover.sentence import Sentence
from dragoman.plover.vectors import Floats, Vectors

SURE = 0.2
"""How probable a root must be where no cue speaks."""

_FEW = 2
"""So many words are told where no cue decided."""


@dataclass(frozen=True, slots=True)
class Model:
    """One row of weights a feature, one column a root."""

    roots: tuple[str, ...]
    places: Mapping[str, int]
    rarity: Floats
    weights: Floats
    dense_weights: Floats
    intercept: Floats
    vectors: Vectors

    def root(self, features: Iterable[str], sentence: Sentence, verdict: Verdict | None) -> str | None:
        """The most probable root; None where no cue speaks and no root stands out.

        Of a passive sentence it is what the rule says, since the model has seen too few.
        """
        if verdict is not None and verdict.way == PASSIVE:
            return verdict.root
        chances = self.scores(features, sentence)
        best = int(chances.argmax())
        return self.roots[best] if verdict is not None or chances[best] >= SURE else None

    def scores(self, features: Iterable[str], sentence: Sentence) -> Floats:
        """The probability of each root."""
        rows, values = self.weighed(features)
        logits = self.intercept + self.vectors.dense(sentence) @ self.dense_weights
        if rows:
            logits = logits + values @ self.weights[rows]
        powers = np.exp(logits - logits.max())
        chances: Floats = powers / powers.sum()
        return chances

    def telling(self, bases: Sequence[str], root: str) -> list[int]:
        """The places, in order, of the few words that speak most for the root by themselves."""
        column = self.roots.index(root)
        rows = ((place, self.places.get(f"w {base}")) for place, base in enumerate(bases) if base.isalpha())
        weights = [(float(self.weights[row, column]), place) for place, row in rows if row is not None]
        return sorted(place for weight, place in sorted(weights, reverse=True)[:_FEW] if weight > 0)

    def weighed(self, features: Iterable[str]) -> tuple[list[int], Floats]:
        """The rows of the known features, and how much each weighs: rarer more, repeated ones less, of unit length."""
        counts: dict[int, int] = {}
        for feature in features:
            place = self.places.get(feature)
            if place is not None:
                counts[place] = counts.get(place, 0) + 1
        rows = list(counts)
        values = (1 + np.log(np.fromiter(counts.values(), np.float32, len(rows)))) * self.rarity[rows]
        length = np.sqrt(values @ values)
        unit: Floats = values / length if rows else values
        return rows, unit


@cache
def model(lang: str) -> Model | None:
    """The model of a language, read once; None where none was trained. `scripts/train_relation.py` makes it."""
    file = files(__package__).joinpath("cues", f"{lang}.npz")
    return read(file.read_bytes()) if file.is_file() else None


def read(data: bytes) -> Model:
    """The model of a file's bytes."""
    with np.load(io.BytesIO(data)) as stored:
        names = stored["features"].tobytes().decode().split("\n")
        words = stored["words"].tobytes().decode().split("\n")
        matrix = stored["vectors"].astype(np.float32)
        matrix /= np.sqrt((matrix * matrix).sum(axis=1, keepdims=True)) + 1e-9
        return Model(
            roots=tuple(stored["roots"].tobytes().decode().split("\n")),
            places={name: place for place, name in enumerate(names)},
            rarity=stored["rarity"].astype(np.float32),
            weights=stored["weights"].astype(np.float32),
            dense_weights=stored["dense_weights"].astype(np.float32),
            intercept=stored["intercept"].astype(np.float32),
            vectors=Vectors({word: place for place, word in enumerate(words)}, matrix),
        )
