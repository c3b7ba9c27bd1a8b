"""The pages of a ledger of the packaged samples, and of one dispatch that means harm."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources

import pytest
from starlette.testclient import TestClient

from dragoman.coder import Coder
from dragoman.intake import read_all
from dragoman.ledger import Ledger
from dragoman.model import Dispatch
from dragoman.web.app import make

from ..databases import KINDS, empty

HARMFUL = Dispatch(
    "Foreign Minister Ada <b>Mbeki</b> of Kenya met Japanese Foreign Minister Ken Mori in Nairobi on Monday; "
    "<script>alert(1)</script> the ministers \x1b[31mdiscussed\x07 \u202etrade\u202c.",
    id="harm",
    lang="en",
    date="2024-05-08",
    agency='<img src=x onerror="alert(2)">',
    url="javascript:alert(3)",
    title="</title><script>alert(4)</script>\x1b]0;owned\x07",
)


@pytest.fixture(scope="session", params=KINDS)
def stored(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the ledger lies."""
    coder = Coder()
    items = read_all([str(resources.files("dragoman") / "samples")])
    codings = [*(coder.code(item.dispatch) for item in items if item.dispatch), coder.code(HARMFUL)]
    for place in empty(request.param, tmp_path_factory.mktemp("web")):
        with Ledger(place, create=True) as made:
            made.add(codings)
        yield place


@pytest.fixture(scope="session")
def pages(stored: str) -> TestClient:
    """A browser without its screen."""
    return TestClient(make(stored), base_url="http://127.0.0.1", raise_server_exceptions=False)
