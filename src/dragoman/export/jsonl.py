"""JSON Lines: one coded dispatch a line."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TextIO

from dragoman.model import Coding


def write(codings: Iterable[Coding], out: TextIO) -> None:
    """Write a line for each coding."""
    for coding in codings:
        out.write(json.dumps(coding.to_json(), ensure_ascii=False) + "\n")
