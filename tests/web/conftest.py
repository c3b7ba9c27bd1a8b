"""The pages of a ledger of the packaged samples, and of one dispatch that means harm."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from dragoman.web.app import make

from ..databases import KINDS, empty
from ..samples import fill


@pytest.fixture(scope="session", params=KINDS)
def stored(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the ledger lies."""
    for place in empty(request.param, tmp_path_factory.mktemp("web")):
        fill(place)
        yield place


@pytest.fixture(scope="session")
def pages(stored: str) -> TestClient:
    """A browser without its screen."""
    return TestClient(make(stored), base_url="http://127.0.0.1", raise_server_exceptions=False)
