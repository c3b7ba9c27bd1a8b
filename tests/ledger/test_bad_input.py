"""Whatever is wrong with a ledger or with what is asked of it: one clear line, and nothing that was stored is lost."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

SAID = "Nairobi, 3 May 2024. The foreign ministers of Kenya and Ghana signed a trade agreement in Nairobi on Friday."


def dragoman(*arguments: str | Path, cwd: Path, **environment: str) -> tuple[int, str, str]:
    """Exit status, standard output and standard error of a command."""
    command = [sys.executable, "-m", "dragoman", *map(str, arguments)]
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, env={**os.environ, **environment}, input="")
    return done.returncode, done.stdout, done.stderr


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a ledger of one dispatch."""
    (tmp_path / "one.txt").write_text(SAID, encoding="utf-8")
    status, out, err = dragoman("add", "one.txt", cwd=tmp_path)
    assert (status, out, err) == (0, "1 entered\n", "")
    return tmp_path


def one_line(err: str, *words: str) -> None:
    assert err.count("\n") == 1, err
    assert err.startswith("dragoman: "), err
    assert all(word in err for word in words), err


def stored(folder: Path) -> int:
    with sqlite3.connect(folder / "ledger.db") as connection:
        return int(connection.execute("SELECT count(*) FROM dispatch").fetchone()[0])


def test_a_ledger_of_a_newer_version(folder: Path) -> None:
    with sqlite3.connect(folder / "ledger.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    for command in (["add", "one.txt"], ["events", "KEN", "GHA"], ["ledger", "init"]):
        status, _, err = dragoman(*command, cwd=folder)
        assert status == 1
        one_line(err, "ledger.db", "newer dragoman", "update")
    assert stored(folder) == 1


def test_a_locked_ledger(folder: Path) -> None:
    (folder / "two.txt").write_text(SAID.replace("Ghana", "Togo"), encoding="utf-8")
    holder = sqlite3.connect(folder / "ledger.db", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    status, _, err = dragoman("add", "two.txt", cwd=folder)
    assert status == 1
    one_line(err, "ledger.db", "locked", "wait")
    status, out, _ = dragoman("events", "KEN", "GHA", cwd=folder)
    assert (status, "agreement" in out) == (0, True), "others still read"
    holder.close()
    assert dragoman("add", "two.txt", cwd=folder)[:2] == (0, "1 entered\n")


@pytest.mark.parametrize("harm", ["cut", "noise"])
def test_a_corrupt_file(folder: Path, harm: str) -> None:
    with sqlite3.connect(folder / "ledger.db") as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    file = folder / "ledger.db"
    data = file.read_bytes()
    file.write_bytes(data[:3000] if harm == "cut" else b"this is no database at all" * 400)
    for suffix in ("-wal", "-shm"):
        (folder / f"ledger.db{suffix}").unlink(missing_ok=True)
    status, _, err = dragoman("events", "KEN", "GHA", cwd=folder)
    assert status == 1
    one_line(err, "ledger.db", "damaged", "backup")


def test_a_read_only_file(folder: Path) -> None:
    # where whoever becomes nobody can reach it
    open_to_all = Path(tempfile.mkdtemp())
    folder = Path(shutil.copytree(folder, open_to_all / "ledger"))
    open_to_all.chmod(0o755)
    (folder / "two.txt").write_text(SAID.replace("Ghana", "Togo"), encoding="utf-8")
    with sqlite3.connect(folder / "ledger.db") as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    for suffix in ("-wal", "-shm"):
        (folder / f"ledger.db{suffix}").unlink(missing_ok=True)
    (folder / "ledger.db").chmod(0o444)
    folder.chmod(0o555)
    try:
        status, err = without_rights("add", folder / "two.txt", "--ledger", folder / "ledger.db")
    finally:
        folder.chmod(0o755)
        (folder / "ledger.db").chmod(0o644)
    assert status == 1
    one_line(err, "ledger.db", "rights")
    assert stored(folder) == 1
    shutil.rmtree(open_to_all)


def without_rights(*arguments: str | Path) -> tuple[int, str]:
    """The exit status and standard error of a command of a user who may only read."""
    # root may write everything: it becomes nobody, after the imports, for the interpreter may lie out of nobody's reach
    code = (
        "import os, sqlite3, sys; import sqlalchemy.dialects.sqlite.pysqlite\n"
        "import dragoman; dragoman.code('Kenya and Ghana signed an agreement.', '2024-05-03', 'en')\n"
        "import dragoman.adding, dragoman.cli, dragoman.ledger.store\n"
        "if os.geteuid() == 0: os.setgid(65534), os.setuid(65534)\n"
        f"sys.argv = {['dragoman', *map(str, arguments)]!r}; dragoman.cli.main()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd="/")
    return done.returncode, done.stderr


def test_a_full_disk(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk)], capture_output=True)
    if mounted.returncode:
        pytest.skip("no small disk can be mounted here: it needs root")
    try:
        (tmp_path / "one.txt").write_text(SAID, encoding="utf-8")
        ledger = disk / "ledger.db"
        assert dragoman("add", tmp_path / "one.txt", "--ledger", ledger, cwd=tmp_path)[0] == 0
        many = tmp_path / "many.jsonl"
        lines = [f'{{"text": "{SAID} No. {n}.", "lang": "en"}}\n' for n in range(3000)]
        many.write_text("".join(lines), encoding="utf-8")
        status, _, err = dragoman("add", many, "--ledger", ledger, cwd=tmp_path)
        assert status == 1
        one_line(err, "ledger.db", "disk is full", "make room")
        copy = tmp_path / "copy.db"
        for suffix in ("", "-wal"):
            if (disk / f"ledger.db{suffix}").exists():
                shutil.copy(disk / f"ledger.db{suffix}", f"{copy}{suffix}")
        status, out, err = dragoman("ledger", "check", "--ledger", copy, cwd=tmp_path)
        assert (status, err) == (0, "")
        _, out, _ = dragoman("ledger", "stats", "--ledger", copy, cwd=tmp_path)
        assert int(out.split("dispatches current")[1].split()[0].replace(",", "")) >= 1
    finally:
        subprocess.run(["umount", str(disk)], check=True)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["events", "XYZ", "KAZ"], ["no state or organisation 'XYZ'", "KAZ"]),
        (["events", "KAZ", "KAZ"], ["same state", "give two"]),
        (["show", "e0123"], ["no event 'e0123'"]),
        (["show", "?"], ["is no id"]),
        (["judge", "same", "a-0", "b-0", "--by", "Ada"], ["no record 'a-0'"]),
        (["events", "KEN", "GHA", "--ledger", "nowhere.db"], ["nowhere.db", "no such ledger", "init"]),
        (["events", "KEN", "GHA", "--ledger", "no/folder.db"], ["no such ledger"]),
        (["add", "one.txt", "--ledger", "no/folder.db"], ["no folder"]),
        (["add", "one.txt", "--ledger", "."], ["is a folder"]),
        (["events", "KEN", "GHA", "--ledger", "oracle://x/y"], ["oracle://x/y", "no such kind of database"]),
        (["ledger", "restore", "one.txt", "--ledger", "new.db"], ["one.txt", "no backup"]),
    ],
)
def test_what_cannot_be_answered(folder: Path, arguments: list[str], words: list[str]) -> None:
    status, out, err = dragoman(*arguments, cwd=folder)
    assert (status, out) == (1, "")
    one_line(err, *words)


def test_an_empty_period(folder: Path) -> None:
    status, out, err = dragoman("events", "KEN", "GHA", "--until", "1990", cwd=folder)
    assert (status, err) == (0, "")
    assert "no such events" in out


def test_an_impossible_date(folder: Path) -> None:
    status, _, err = dragoman("events", "KEN", "GHA", "--since", "2023-13", cwd=folder)
    assert status == 2
    assert "no such date '2023-13'" in err


def test_a_closed_pipe_is_no_fault_of_the_ledger(folder: Path) -> None:
    command = [sys.executable, "-m", "dragoman", "ledger", "stats"]
    told = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert told.stdout is not None
    assert told.stderr is not None
    told.stdout.close()
    assert b"ledger.db" not in told.stderr.read()
    told.wait()


def test_one_bad_dispatch_never_voids_a_batch(tmp_path: Path) -> None:
    lines = [f'{{"text": "{SAID} No. {n}.", "lang": "en"}}' for n in range(5)]
    lines[2] = '{"text": 7}'
    lines.append('{"text": "", "guid": "x", "pubstatus": "canceled"}')
    (tmp_path / "some.jsonl").write_text("\n".join(lines), encoding="utf-8")
    status, out, err = dragoman("add", "some.jsonl", cwd=tmp_path)
    assert (status, out) == (1, "4 entered\n")
    one_line(err, "some.jsonl:3", "text")
