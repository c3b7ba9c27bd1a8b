"""A ledger in which two people have accounts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.ledger import Ledger
from dragoman.users import accounts

from ..databases import KINDS, empty
from . import EDITOR, PASSWORD, READER


@pytest.fixture(params=KINDS)
def ledger(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Ledger]:
    """A ledger with an editor and a reader."""
    for address in empty(request.param, tmp_path):
        with Ledger(address, create=True) as made:
            with made.database.writing() as connection:
                accounts.add(connection, EDITOR, "editor", PASSWORD)
                accounts.add(connection, READER, "reader", PASSWORD)
            yield made
