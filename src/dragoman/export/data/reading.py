"""Coded dispatches from files, folders and standard input, one at a time, as ``dragoman code`` or people wrote them."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, TextIO

from dragoman.codebook.check import problems
from dragoman.intake.fields import checked, half_character
from dragoman.model import Coding, DispatchError
from dragoman.resolve.keys import with_keys

SUFFIXES = (".jsonl", ".ndjson", ".json")

Tell = Callable[[str], None]


def read(sources: Iterable[str], tell: Tell) -> Iterator[Coding]:
    """The codings of files, folders and standard input (``-``); what cannot be read is told, and the rest goes on.

    The ids of dispatches are remembered, for those of events are made from them.
    """
    met: set[str] = set()
    for source in sources:
        for where, data in _values(source, tell):
            try:
                coding = _coding(data)
            except DispatchError as error:
                tell(f"{where}: {error}")
                continue
            if coding.dispatch.id in met:
                tell(f"{where}: another dispatch before it has the id {coding.dispatch.id!r}: give each its own")
                continue
            met.add(coding.dispatch.id)
            yield coding


def _values(source: str, tell: Tell) -> Iterator[tuple[str, Any]]:
    if source == "-":
        yield from _lines(sys.stdin, "standard input", tell)
        return
    path = Path(source)
    files = sorted(file for file in path.rglob("*") if file.suffix in SUFFIXES) if path.is_dir() else [path]
    if not files:
        tell(f"{path}: no coded dispatches in this folder: it has no file ending in {' '.join(SUFFIXES)}")
    for file in files:
        try:
            with file.open(encoding="utf-8") as stream:
                yield from (_whole if file.suffix == ".json" else _lines)(stream, str(file), tell)
        except FileNotFoundError:
            tell(f"{file}: no such file or folder: check its name")
        except UnicodeDecodeError:
            tell(f"{file}: not UTF-8: convert it")
        except OSError as error:
            tell(f"{file}: cannot be read ({error.strerror}): check the file and your rights")


def _lines(stream: TextIO, where: str, tell: Tell) -> Iterator[tuple[str, Any]]:
    for number, line in enumerate(stream, 1):
        if line.strip():
            try:
                yield f"{where}:{number}", json.loads(line)
            except (json.JSONDecodeError, RecursionError) as error:
                tell(f"{where}:{number}: not valid JSON ({str(error)[:80]}): mend the line")


def _whole(stream: TextIO, where: str, tell: Tell) -> Iterator[tuple[str, Any]]:
    try:
        data = json.load(stream)
    except (json.JSONDecodeError, RecursionError) as error:
        tell(f"{where}: not valid JSON ({str(error)[:80]}): mend it, or give JSON Lines as .jsonl")
        return
    yield from ((where, value) for value in (data if isinstance(data, list) else [data]))


def _coding(data: Any) -> Coding:
    """A coded dispatch, with the keys of its persons; raises `DispatchError` where it breaks the codebook."""
    if not isinstance(data, dict) or not isinstance(data.get("records"), list):
        raise DispatchError("no coded dispatch: give what `dragoman code --format jsonl` writes")
    if not data.get("date"):
        raise DispatchError("a coded dispatch needs its 'date': add it")
    for problem in problems(data):
        raise DispatchError(f"{problem}: see `dragoman codebook --schema`")
    if half := half_character(json.dumps(data, ensure_ascii=False), "dispatch"):
        raise DispatchError(half)
    coding = Coding.from_json(data)
    lang = coding.dispatch.lang or "en"
    records = tuple(with_keys(record, lang) for record in coding.records)
    return replace(coding, dispatch=checked(coding.dispatch), records=records)
