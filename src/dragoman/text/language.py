"""Which language a text is in."""

from __future__ import annotations

import functools
from typing import Any


@functools.cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_pickled_model(MODEL_FILE, norm_probs=True)


def identify(text: str) -> str:
    """The ISO 639-1 code of the text's language, judged by its first two thousand code points."""
    return str(_identifier().classify(text[:2000])[0])
