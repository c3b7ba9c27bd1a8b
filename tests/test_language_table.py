"""What `dragoman languages` and docs/languages.md tell of each language is what the contract shows now."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

SCRIPT = Path(__file__).parents[1] / "scripts" / "language_table.py"


def test_the_table_is_that_of_this_checkout() -> None:
    spec = importlib.util.spec_from_file_location("language_table", SCRIPT)
    assert spec
    assert spec.loader
    table = importlib.util.module_from_spec(spec)
    sys.modules["language_table"] = table
    spec.loader.exec_module(table)
    made = table.rows()
    mend = "run python scripts/language_table.py"
    assert table.PASSES.read_text(encoding="utf-8") == table.passes(made), mend
    assert table.DOCS.read_text(encoding="utf-8") == table.page(made), mend
