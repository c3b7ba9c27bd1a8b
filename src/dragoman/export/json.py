"""JSON: a list of coded dispatches, indented, written as they come."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TextIO

from dragoman.model import Coding


def write(codings: Iterable[Coding], out: TextIO) -> None:
    """Write the list."""
    before = "[\n"
    for coding in codings:
        out.write(before + json.dumps(coding.to_json(), ensure_ascii=False, indent=1))
        before = ",\n"
    out.write("[]\n" if before == "[\n" else "\n]\n")
