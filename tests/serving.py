"""``dragoman serve`` as people start it: a process of its own on a free port."""

from __future__ import annotations

import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager

_TRIES, _PAUSE = 150, 0.2


@contextmanager
def served(ledger: str) -> Iterator[str]:
    """The address of a server on a ledger, which ends with the block."""
    with started(ledger) as (base, _):
        yield base


@contextmanager
def started(ledger: str, *options: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The same, and its process."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "dragoman", "serve", "--ledger", ledger, "--port", str(port), *options]
    with tempfile.TemporaryFile("w+") as said, subprocess.Popen(command, stderr=said, text=True) as server:
        try:
            _answers(f"http://127.0.0.1:{port}")
            yield f"http://127.0.0.1:{port}", server
        finally:
            server.terminate()
        server.wait()
        said.seek(0)
        assert "Traceback" not in said.read()


def _answers(base: str) -> None:
    for _ in range(_TRIES):
        try:
            urllib.request.urlopen(f"{base}/static/mark.svg").close()
            return
        except OSError:
            time.sleep(_PAUSE)
    raise AssertionError(f"the server did not answer within {_TRIES * _PAUSE:.0f} seconds")
