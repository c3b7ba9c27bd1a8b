"""Folders that files are put into; embargoes; a ledger that cannot be written."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from dragoman.follow.sources import Folder

from ..conftest import SENTENCE

Follow = Callable[..., Any]
Kept = Callable[[], list[tuple[str, str, str]]]


def put(folder: Path, name: str, age: float = 60, **fields: Any) -> Path:
    """A file with one dispatch that was last written so many seconds ago."""
    file = folder / name
    file.write_text(json.dumps({"text": SENTENCE, "date": "2024-05-08", "lang": "en", "guid": name, **fields}), "utf-8")
    os.utime(file, (time.time() - age,) * 2)
    return file


def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


def test_new_and_changed_files_are_read_once(tmp_path: Path, follow: Follow, kept: Kept, said: list[str]) -> None:
    folder = inbox(tmp_path)
    put(folder, "a.json")
    put(folder, "b.json", text=f"{SENTENCE} Trade was discussed.")
    for _ in range(2):
        follow(Folder(folder))
    assert [guid for guid, _, _ in kept()] == ["a.json", "b.json"]
    put(folder, "a.json", age=30, agency="Sample", text=f"{SENTENCE} Peace was discussed.")
    follow(Folder(folder))
    assert len(kept()) == 3
    assert said == [f"{folder}: 1 entered"] * 3


def test_a_file_that_is_being_written_is_left_alone(tmp_path: Path, follow: Follow, kept: Kept) -> None:
    folder = inbox(tmp_path)
    put(folder, "a.json", age=0)
    follow(Folder(folder))
    assert kept() == []
    follow(Folder(folder, every=1), until=lambda: len(kept()) == 1)
    assert len(kept()) == 1


def test_what_is_wrong_is_said_once(tmp_path: Path, follow: Follow, said: list[str]) -> None:
    folder = inbox(tmp_path)
    put(folder, "a.json", text="", lang=None)
    follow(Folder(folder))
    follow(Folder(folder))
    assert len(said) == 1
    assert said[0].startswith(str(folder / "a.json"))


def test_a_missing_folder_is_told(tmp_path: Path, follow: Follow, said: list[str]) -> None:
    assert follow(Folder(tmp_path / "no")).problems == 1
    assert "cannot be read (No such file or directory)" in said[0]


def test_an_embargo_is_kept(tmp_path: Path, follow: Follow, kept: Kept, said: list[str]) -> None:
    folder = inbox(tmp_path)
    ends = datetime.now(UTC) + timedelta(seconds=3)
    put(folder, "a.json", embargo=ends.isoformat(timespec="milliseconds"))
    follow(Folder(folder))
    assert kept() == []
    assert "kept back until" in said[0]
    follow(Folder(folder), until=lambda: "embargo ended: 1 entered" in said)
    assert datetime.now(UTC) >= ends
    assert [guid for guid, _, _ in kept()] == ["a.json"]
