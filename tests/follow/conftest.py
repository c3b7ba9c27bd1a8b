"""A server that misbehaves, and a follower of sources."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytest.importorskip("httpx2", reason="following needs: pip install 'dragoman[follow]'")

from dragoman.follow.fetch import Limits
from dragoman.follow.follower import Follower
from dragoman.follow.sources import Source
from dragoman.follow.state import State
from dragoman.ledger import Ledger

from .misbehaving import Server, serving

LIMITS = Limits(size=20_000_000, seconds=2, silence=1)
"""Patience enough for what lies on this machine."""


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as made:
        yield made


@pytest.fixture
def said() -> list[str]:
    """What the follower says."""
    return []


@pytest.fixture
def follow(tmp_path: Path, said: list[str]) -> Callable[..., Follower]:
    """Look at sources once, or until a condition holds; everything is remembered from one call to the next."""

    def run(*sources: Source, until: Callable[[], bool] | None = None, seconds: float = 20) -> Follower:
        state = State(tmp_path / "state")
        try:
            with Ledger(str(tmp_path / "ledger.db"), create=True) as ledger:
                follower = Follower(ledger, sources, state, said.append, LIMITS)
                if until is None:
                    follower.run(once=True)
                    return follower
                runs = threading.Thread(target=follower.run)
                runs.start()
                for _ in range(int(seconds * 20)):
                    if until():
                        break
                    threading.Event().wait(0.05)
                follower.stop.set()
                runs.join(20)
                assert not runs.is_alive()
                return follower
        finally:
            state.close()

    return run


@pytest.fixture
def kept(tmp_path: Path) -> Callable[[], list[tuple[str, str, str]]]:
    """The dispatches in the ledger: guid, text and state, in the order of entering."""

    def read() -> list[tuple[str, str, str]]:
        from sqlalchemy import select

        from dragoman.ledger.tables import dispatch

        with Ledger(str(tmp_path / "ledger.db")) as ledger, ledger.reading() as connection:
            columns = (dispatch.c.guid, dispatch.c.text, dispatch.c.state)
            return [tuple(row) for row in connection.execute(select(*columns).order_by(dispatch.c.id))]

    return read
