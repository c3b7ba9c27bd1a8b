"""``dragoman serve`` as people start it: a process of its own on a free port."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager

_TRIES, _PAUSE = 150, 0.2


@contextmanager
def served(ledger: str) -> Iterator[str]:
    """The address of a server on a ledger, which ends with the block."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "dragoman", "serve", "--ledger", ledger, "--port", str(port)]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as server:
        try:
            _answers(f"http://127.0.0.1:{port}")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


def _answers(base: str) -> None:
    for _ in range(_TRIES):
        try:
            urllib.request.urlopen(f"{base}/static/mark.svg").close()
            return
        except OSError:
            time.sleep(_PAUSE)
    raise AssertionError(f"the server did not answer within {_TRIES * _PAUSE:.0f} seconds")
