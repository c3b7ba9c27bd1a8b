"""Reading coded dispatches for comparison: a file or a folder of JSON objects, lists or JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dragoman.evaluate.shape import misshapen
from dragoman.model import DispatchError


def load(path: Path) -> dict[str, dict[str, Any]]:
    """The coded dispatches by id; raises `DispatchError`, naming file and line, where they cannot be compared."""
    if not path.exists():
        raise DispatchError(f"{path}: no such file or folder: check its name")
    files = sorted(path.glob("**/*.json*")) if path.is_dir() else [path]
    docs = {}
    for file in files:
        for where, doc in _values(file):
            if isinstance(doc, dict) and "records" in doc:
                _check(where, doc)
                docs[doc["id"]] = doc
    if not docs:
        raise DispatchError(f"{path}: no coded dispatches here: give JSON objects with the field 'records'")
    return docs


def _values(file: Path) -> Iterator[tuple[str, Any]]:
    try:
        text = file.read_text(encoding="utf-8")
        if file.suffix != ".jsonl":
            data = json.loads(text)
            yield from ((str(file), value) for value in (data if isinstance(data, list) else [data]))
            return
    except (json.JSONDecodeError, RecursionError, UnicodeDecodeError, OSError) as error:
        raise DispatchError(f"{file}: {_why(error)}") from None
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                yield f"{file}:{number}", json.loads(line)
            except (json.JSONDecodeError, RecursionError) as error:
                raise DispatchError(f"{file}:{number}: {_why(error)}") from None


def _why(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"not valid JSON ({error.msg}, line {error.lineno}, column {error.colno}): mend it there"
    if isinstance(error, OSError):
        return f"cannot be read ({error.strerror}): check the file and your rights"
    return "not UTF-8: convert it" if isinstance(error, UnicodeDecodeError) else "not valid JSON (nested too deeply)"


def _check(where: str, doc: dict[str, Any]) -> None:
    """What the measure itself needs; whether the rest keeps to the codebook is reported with the figures."""
    if not isinstance(doc.get("id"), str):
        raise DispatchError(f"{where}: a coded dispatch needs an 'id' to be compared by: add it")
    if problem := misshapen(doc):
        raise DispatchError(f"{where}: {problem}: see `dragoman codebook --schema`")
