"""A ledger that holds the story."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dragoman.ledger import Ledger

from ..databases import KINDS, empty
from .story import STORY


@pytest.fixture(scope="session", params=KINDS)
def address(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the ledger lies."""
    for place in empty(request.param, tmp_path_factory.mktemp("report")):
        with Ledger(place, create=True) as made:
            made.add(STORY)
        yield place


@pytest.fixture
def ledger(address: str) -> Iterator[Ledger]:
    """The ledger, for queries alone."""
    with Ledger(address) as kept:
        yield kept
