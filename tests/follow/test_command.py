"""`dragoman follow` as people run it: stopped, killed, started again."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from .misbehaving import Server, told


def sources(folder: Path, server: Server) -> Path:
    file = folder / "sources.yml"
    file.write_text(f"sources: [{{feed: '{server.url}/growing', private: true, every: 1s}}]")
    return file


def start(file: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "dragoman", "follow", file, "--ledger", file.with_name("ledger.db")]
    return subprocess.Popen(list(map(str, command)), stderr=subprocess.PIPE, text=True)


def asked(server: Server, times: int) -> None:
    """Wait until the feed was asked for so often."""
    for _ in range(600):
        if server.asked["/growing"] >= times:
            return
        time.sleep(0.05)
    raise AssertionError(f"asked {server.asked} times")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_stops_cleanly(number: int, tmp_path: Path, server: Server) -> None:
    runs = start(sources(tmp_path, server))
    asked(server, 2)
    runs.send_signal(number)
    _, said = runs.communicate(timeout=30)
    assert runs.returncode == 0
    assert said.splitlines()[-1] == "dragoman: stopped"


def test_what_was_killed_goes_on(tmp_path: Path, server: Server, kept: Callable[[], Any]) -> None:
    file = sources(tmp_path, server)
    for turn in range(1, 4):
        server.entries = told(turn * 10)
        before = server.asked["/growing"]
        runs = start(file)
        asked(server, before + 1)
        time.sleep(0.2 * turn)
        runs.kill()
        runs.communicate()
    runs = start(file)
    asked(server, server.asked["/growing"] + 2)
    time.sleep(0.5)
    runs.send_signal(signal.SIGTERM)
    runs.communicate(timeout=30)
    assert sorted(guid for guid, _, _ in kept()) == sorted(f"g{n}" for n in range(30))


def test_once(tmp_path: Path, server: Server, dragoman: Callable[..., Any]) -> None:
    file = sources(tmp_path, server)
    done = dragoman("follow", file, "--once", "--ledger", tmp_path / "ledger.db")
    assert done.exit_code == 0
    assert done.stderr.splitlines()[1:] == [f"dragoman: {server.url}/growing: 3 entered", "dragoman: done"]


def test_a_missing_list_is_told(tmp_path: Path, dragoman: Callable[..., Any]) -> None:
    done = dragoman("follow", tmp_path / "no.yml", "--once")
    assert done.exit_code == 1
    assert "no.yml: cannot be read (No such file or directory)" in done.output
