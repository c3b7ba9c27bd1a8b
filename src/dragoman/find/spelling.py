"""Names in other spellings: one skeleton for the variants that romanisation makes of a name."""

from __future__ import annotations

import functools
import unicodedata

# pairs are applied in order; what is left of a name are its consonants in one spelling
_FOLDS = (
    ("tsch", "c"), ("dsch", "j"), ("sch", "s"), ("shch", "s"), ("tch", "c"), ("ch", "c"),
    ("sh", "s"), ("zh", "j"), ("dj", "j"), ("dzh", "j"), ("kh", "h"), ("gh", "g"),
    ("ts", "c"), ("tz", "c"), ("ph", "f"), ("x", "h"), ("q", "k"), ("w", "v"),
    ("ck", "k"), ("z", "s"), ("j", "y"), ("y", ""),
)  # fmt: skip
_VOWELS = str.maketrans("", "", "aeiouıə'’ʼ-. ")


@functools.lru_cache(maxsize=65536)
def skeleton(name: str) -> str:
    """The first letter and the consonants of a name: the same for ``Tokayev``, ``Tokajew`` and ``Toqayev``."""
    text = "".join(c for c in unicodedata.normalize("NFD", name.lower()) if not unicodedata.combining(c))
    for old, new in _FOLDS:
        text = text.replace(old, new)
    words = [word[:1] + word[1:].translate(_VOWELS) for word in text.replace("-", " ").split()]
    return " ".join("".join(c for i, c in enumerate(word) if i == 0 or c != word[i - 1]) for word in words)
