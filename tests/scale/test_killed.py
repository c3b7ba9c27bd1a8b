"""Workers that are killed, and runs that are interrupted: nothing is lost, nothing half done counts."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

pytest.importorskip("pyarrow", reason="needs PyArrow: pip install 'dragoman[ray]'")
pytest.importorskip("ray", reason="needs Ray: pip install 'dragoman[ray]'")

from dragoman.scale.coding import Task, code_shard
from dragoman.scale.outcome import Overrides
from dragoman.scale.receipts import MANIFEST
from dragoman.scale.shards import plan

from .conftest import dispatch, tree, write

pytestmark = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks for workers in /proc")

SHARDS, ROWS = 6, 600
PATIENCE = 300


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive that keeps two workers busy for some seconds."""
    folder = tmp_path_factory.mktemp("killed") / "archive"
    for at in range(SHARDS):
        write(folder, f"{at}.jsonl", [dispatch(ROWS * at + number) for number in range(ROWS)])
    return folder


@pytest.fixture(scope="module")
def reference(inputs: Path) -> dict[str, bytes]:
    """What comes out of it in one process, the manifest left out."""
    out = inputs.parent / "alone"
    for shard in plan([str(inputs)], [], out):
        code_shard(Task(shard, str(out), Overrides()))
    return tree(out)


@contextmanager
def running(inputs: Path, out: Path) -> Iterator[subprocess.Popen[str]]:
    """The command under way, two shards of it finished and others in work."""
    command = [sys.executable, "-m", "dragoman", "scale", "code", str(inputs), "--out", str(out), "--workers", "2"]
    run = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        until(lambda: run.poll() is not None or (len(list(out.glob("shards/*.json"))) >= 2 and workers(run.pid)))
        assert run.poll() is None, run.communicate()
        yield run
    finally:
        run.kill()
        run.wait()


def until(holds: Callable[[], object]) -> None:
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, "waited too long"
        time.sleep(0.02)


def workers(ancestor: int) -> list[int]:
    """Ray's workers below a process that are at a shard."""
    return [pid for pid, line in below(ancestor).items() if line.startswith("ray::code_shard")]


def below(ancestor: int) -> dict[int, str]:
    """The processes below one, and what they are called."""
    parents, lines = {}, {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parents[int(folder.name)] = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            lines[int(folder.name)] = (folder / "cmdline").read_text(errors="replace")
        except OSError:
            continue
    found = {ancestor}
    while more := {pid for pid, parent in parents.items() if parent in found} - found:
        found |= more
    return {pid: lines[pid] for pid in found - {ancestor}}


def test_a_worker_killed_in_the_middle_changes_nothing(
    inputs: Path, reference: dict[str, bytes], tmp_path: Path
) -> None:
    with running(inputs, tmp_path / "out") as run:
        os.kill(workers(run.pid)[0], signal.SIGKILL)
        told, errors = run.communicate(timeout=PATIENCE)
    assert (run.returncode, errors) == (0, "")
    assert f"{SHARDS * ROWS:,} dispatches coded" in told
    found = tree(tmp_path / "out")
    found.pop(MANIFEST)
    assert found == reference


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_an_interrupted_run_goes_on_where_it_ended(
    inputs: Path, reference: dict[str, bytes], tmp_path: Path, how: signal.Signals
) -> None:
    out = tmp_path / "out"
    with running(inputs, out) as run:
        writing = workers(run.pid)
        run.send_signal(how)
        _, errors = run.communicate(timeout=PATIENCE)
    if how is signal.SIGINT:
        assert run.returncode == 130
        assert re.fullmatch(
            r"dragoman: interrupted; \d of 6 shards are coded and kept: give the command again\n", errors
        )
        assert not list(out.rglob("*.tmp"))
    until(lambda: not any(Path(f"/proc/{pid}").exists() for pid in writing))
    finished = {path: path.stat().st_mtime_ns for path in out.glob("shards/*.json")}
    assert 2 <= len(finished) <= SHARDS
    again = subprocess.run(run.args, capture_output=True, text=True, timeout=PATIENCE)
    assert again.returncode == 0, again.stderr
    assert f"{len(finished)} of {SHARDS} shards are coded already" in again.stderr
    assert {path: path.stat().st_mtime_ns for path in finished} == finished
    found = tree(out)
    found.pop(MANIFEST)
    assert found == reference
