"""docs/formats.md tells what the readers say of themselves now."""

from __future__ import annotations

import importlib.util
from dataclasses import fields
from pathlib import Path

from dragoman.intake.registry import ARCHIVES, FORMATS
from dragoman.model import Dispatch

SCRIPT = Path(__file__).parents[2] / "scripts" / "format_table.py"


def test_the_tables_are_those_of_this_checkout() -> None:
    spec = importlib.util.spec_from_file_location("format_table", SCRIPT)
    assert spec
    assert spec.loader
    table = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(table)
    assert table.DOCS.read_text(encoding="utf-8") == table.page(), "run python scripts/format_table.py"


def test_every_format_tells_of_fields_that_there_are() -> None:
    names = {field.name for field in fields(Dispatch)}
    for known in (*FORMATS, *ARCHIVES):
        if known.told:
            assert set(known.told.fields) <= names, known.name
            assert "text" in known.told.fields
            assert known.told.lost
