"""Arrays of JSON that are written one value at a time, each on a line of its own."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, BinaryIO


def write(out: BinaryIO, before: str, values: Iterable[Any], after: str) -> int:
    """Write an array between what stands before and after it; the number of its values."""
    out.write(f"{before}[".encode())
    count = 0
    for count, value in enumerate(values, 1):
        out.write((b",\n" if count > 1 else b"\n") + json.dumps(value, ensure_ascii=False).encode())
    out.write(f"\n]{after}\n".encode())
    return count
