"""What words resemble: static word vectors, and the places of a sentence whose words are averaged for the model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from dragoman.plover.sentence import Sentence

Floats = NDArray[np.float32]

_FADING = np.array([1, 0.8, 0.6, 0.5, 0.4, 0.3], dtype=np.float32)

BLOCKS = 7
"""How many places are averaged."""


class Vectors:
    """Vectors of unit length by word."""

    def __init__(self, places: Mapping[str, int], matrix: Floats) -> None:
        self._places = places
        self._matrix = matrix
        self.size = matrix.shape[1]

    def dense(self, sentence: Sentence) -> Floats:
        """The averages of the places, each of unit length, in one row; zero where no word is known."""
        known = [
            (place, self._places[word.text]) for place, word in enumerate(sentence.words) if word.text in self._places
        ]
        blocks = np.zeros((BLOCKS, self.size), dtype=np.float32)
        for number, (rows, weights) in enumerate(_blocks(known, sentence.source, sentence.target)):
            if rows:
                block = weights[: len(rows)] @ self._matrix[rows]
                blocks[number] = block / (np.sqrt(block @ block) + 1e-6)
        row: Floats = blocks.reshape(-1)
        return row


def _blocks(known: Sequence[tuple[int, int]], source: int | None, target: int | None) -> list[tuple[list[int], Floats]]:
    """Rows of vectors with their weights, by place: just after the source, around the target, between, everywhere."""
    after = [] if source is None else [row for place, row in known if place > source]
    before_target = [] if target is None else [row for place, row in known if place < target][-2:]
    after_target = [] if target is None else [row for place, row in known if place > target][:3]
    low, high = (0, 0) if source is None or target is None else sorted((source, target))
    between = [row for place, row in known if low < place < high]
    everywhere = [row for _, row in known]
    even = np.ones(max(len(everywhere), 1), dtype=np.float32)
    return [
        (after[:1], even),
        (after[1:3], even),
        (after[:6], _FADING),
        (before_target, even),
        (after_target, even),
        (between, even),
        (everywhere, even),
    ]
