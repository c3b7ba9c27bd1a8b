"""Where what is made of a ledger goes: a file, or standard output."""

from __future__ import annotations

import sys
from pathlib import Path


def put(data: bytes, path: Path | None) -> None:
    """Write it as it is; raises `OSError` where the file cannot be written."""
    if path:
        path.write_bytes(data)
    else:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
