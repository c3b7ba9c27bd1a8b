"""A run that is killed at any moment, by SIGKILL, can be given again: nothing is lost, nothing doubled."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import func, select

from dragoman.ledger import Ledger, store, tables
from dragoman.ledger.check import check
from dragoman.model import Coding

from .made import PRESIDENTS, coding, who

DISPATCHES = 1200
KILLS = 100


def dispatches() -> list[Coding]:
    """Dispatches of some pairs and days, three accounts of each event."""
    out = []
    for n in range(DISPATCHES):
        day = f"20{10 + n // 3 % 12}-0{1 + n % 9}-1{n % 7}"
        meeting = {"kind": "meeting", "type": "one_on_one", "date": day, "actors": PRESIDENTS}
        state = ("KEN", "GHA", "TGO", "MLI")[n % 4]
        parties = who(("party", None, None, "FRA"), ("party", None, None, state))
        document = {"kind": "document", "type": "agreement", "act": "sign", "date": day, "actors": parties}
        out.append(coding(f"Dispatch number {n}.", [meeting, document], date=day, agency=f"A{n % 3}"))
    return out


def killed(address: str, entries: list[Coding], after: float) -> bool:
    """Add in a process of its own and kill that; whether it was still at it."""
    child = os.fork()
    if child == 0:
        try:
            with Ledger(address, create=True) as ledger:
                ledger.add(entries)
        finally:
            os._exit(0)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def derived(address: str) -> list[list[str]]:
    with Ledger(address) as ledger, ledger.reading() as connection:
        return [sorted(map(repr, connection.execute(select(table)).all())) for table in tables.DERIVED]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_hundred_kills_lose_and_double_nothing(address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "BATCH", 20)  # so that kills fall between, and into, many transactions
    entries = dispatches()
    began = time.monotonic()
    with Ledger(str(tmp_path / "whole.db"), create=True) as whole:
        whole.add(entries)
    share = (time.monotonic() - began) / KILLS
    chance = random.Random(7)
    interrupted = sum(killed(address, entries, chance.uniform(0, 4 * share)) for _ in range(KILLS))
    assert interrupted >= KILLS // 2, "most must hit a run that is under way"
    with Ledger(address, create=True) as ledger:
        ledger.add(entries)
        assert check(ledger.database) == []
        with ledger.reading() as connection:
            assert connection.scalar(select(func.count()).select_from(tables.dispatch)) == DISPATCHES
            assert connection.scalar(select(func.count()).select_from(tables.record)) == 2 * DISPATCHES
            assert connection.scalar(select(func.count()).select_from(tables.event_record)) == 2 * DISPATCHES
    assert derived(address) == derived(str(tmp_path / "whole.db"))


def test_the_command_killed_and_given_again(tmp_path: Path) -> None:
    text = "The foreign ministers of Kenya and Ghana met in Accra on Friday and signed an agreement on trade."
    lines = [f'{{"text": "{text} Item {n}.", "lang": "en", "date": "2024-05-03"}}\n' for n in range(2000)]
    (tmp_path / "many.jsonl").write_text("".join(lines), encoding="utf-8")
    command = [sys.executable, "-m", "dragoman", "add", "many.jsonl"]
    for wait in (0.4, 1.5, 3.0):
        running = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(wait)
        running.kill()
        running.wait()
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    with Ledger(str(tmp_path / "ledger.db")) as ledger:
        assert check(ledger.database) == []
        with ledger.reading() as connection:
            assert connection.scalar(select(func.count()).select_from(tables.dispatch)) == len(lines)
