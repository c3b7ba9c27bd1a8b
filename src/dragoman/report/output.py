"""Where a report goes: a file, or standard output."""

from __future__ import annotations

import sys
from pathlib import Path

from dragoman.report.page import Page
from dragoman.report.registry import writer


def put(page: Page, form: str, path: Path | None) -> None:
    """Write a report in a format; raises `OSError` where the file cannot be written."""
    data = writer(form)(page)
    if path:
        path.write_bytes(data)
    else:
        sys.stdout.write(data.decode("utf-8"))
