"""What a follower remembers from one run to the next: a SQLite file of its own beside the list of sources.

Dispatches are entered first and remembered after, so that a run that is killed in between asks for them once more; the
ledger then knows them already. Nothing is lost, and nothing is there twice.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path

from dragoman.follow.errors import FollowError
from dragoman.follow.fetch import Remembered
from dragoman.model import Dispatch

DAYS = 90
"""How long what was read is remembered after it was last seen."""

_TABLES = """
CREATE TABLE IF NOT EXISTS source (address TEXT PRIMARY KEY, etag TEXT, modified TEXT, failures INTEGER NOT NULL,
  due REAL NOT NULL);
CREATE TABLE IF NOT EXISTS seen (address TEXT NOT NULL, mark TEXT NOT NULL, last REAL NOT NULL,
  PRIMARY KEY (address, mark)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS held (id INTEGER PRIMARY KEY, until REAL NOT NULL, dispatch TEXT NOT NULL UNIQUE);
"""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a source stands: what to ask it with, failures in a row, and when it is due, in seconds since 1970."""

    remember: Remembered = field(default_factory=Remembered)
    failures: int = 0
    due: float = 0.0


class State:
    """The file. One process at a time follows with it: it is locked for as long as it is open."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self._db = sqlite3.connect(path, timeout=1, isolation_level=None, check_same_thread=False)
            self._db.execute("PRAGMA locking_mode = EXCLUSIVE")
            with self._written():
                for statement in _TABLES.split(";"):
                    self._db.execute(statement)
        except sqlite3.Error as error:
            held = "another follower uses it" if "locked" in str(error) else str(error)
            raise FollowError(
                f"{path}: cannot be used to remember what was read ({held}): give another --state"
            ) from None

    def close(self) -> None:
        self._db.close()

    def standing(self, address: str) -> Standing:
        """How a source stands; one that was never asked is due at once."""
        row = self._db.execute(
            "SELECT etag, modified, failures, due FROM source WHERE address = ?", (address,)
        ).fetchone()
        return Standing(Remembered(row[0], row[1]), row[2], row[3]) if row else Standing()

    def unseen(self, address: str, marks: Sequence[str]) -> set[str]:
        """Those of the marks that were not seen at a source before."""
        known = "SELECT 1 FROM seen WHERE address = ? AND mark = ?"
        return {mark for mark in marks if self._db.execute(known, (address, mark)).fetchone() is None}

    def keep(self, address: str, standing: Standing, marks: Iterable[str], now: float) -> None:
        """Remember how a source stands and what was seen there, and forget what has not been for long."""
        told = (address, standing.remember.etag, standing.remember.modified, standing.failures, standing.due)
        with self._written():
            self._db.execute("INSERT OR REPLACE INTO source VALUES (?, ?, ?, ?, ?)", told)
            self._db.executemany("INSERT OR REPLACE INTO seen VALUES (?, ?, ?)", [(address, m, now) for m in marks])
            self._db.execute("DELETE FROM seen WHERE address = ? AND last < ?", (address, now - DAYS * 86400))

    def hold(self, dispatch: Dispatch, until: float) -> None:
        """Keep a dispatch back until its embargo ends, in seconds since 1970."""
        with self._written():
            row = (until, json.dumps(asdict(dispatch), ensure_ascii=False, sort_keys=True))
            self._db.execute("INSERT OR IGNORE INTO held (until, dispatch) VALUES (?, ?)", row)

    def released(self, now: float) -> list[tuple[int, Dispatch]]:
        """What was kept back and may be shown now, by number."""
        rows = self._db.execute("SELECT id, dispatch FROM held WHERE until <= ? ORDER BY until, id", (now,)).fetchall()
        return [(number, Dispatch(**json.loads(told))) for number, told in rows]

    def let_go(self, numbers: Iterable[int]) -> None:
        """Forget what was kept back, for it is in the ledger."""
        with self._written():
            self._db.executemany("DELETE FROM held WHERE id = ?", [(number,) for number in numbers])

    @contextmanager
    def _written(self) -> Iterator[None]:
        """One transaction."""
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")
