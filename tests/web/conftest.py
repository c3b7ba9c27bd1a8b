"""The pages of a ledger of the packaged samples, and of one dispatch that means harm."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dragoman.coder import Coder
from dragoman.intake import read_all
from dragoman.ledger import Ledger
from dragoman.model import Dispatch
from dragoman.web.app import make

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


@pytest.fixture(scope="session")
def stored(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where the ledger lies."""
    path: Path = tmp_path_factory.mktemp("web") / "ledger.db"
    coder = Coder()
    items = read_all([str(resources.files("dragoman") / "samples")])
    with Ledger(str(path), create=True) as made:
        made.add([*(coder.code(item.dispatch) for item in items if item.dispatch), coder.code(HARMFUL)])
    return str(path)


@pytest.fixture(scope="session")
def pages(stored: str) -> TestClient:
    """A browser without its screen."""
    return TestClient(make(stored), base_url="http://127.0.0.1", raise_server_exceptions=False)
