"""A ledger that holds the story."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.ledger import Ledger

from .story import STORY


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where the ledger lies."""
    path: Path = tmp_path_factory.mktemp("report") / "ledger.db"
    with Ledger(str(path), create=True) as made:
        made.add(STORY)
    return str(path)


@pytest.fixture
def ledger(address: str) -> Iterator[Ledger]:
    """The ledger, for queries alone."""
    with Ledger(address) as kept:
        yield kept
