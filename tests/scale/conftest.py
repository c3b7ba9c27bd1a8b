"""Archives to code, and workers to code them."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from dragoman.scale.cluster import Cluster

PEOPLE = ("Ada Mbeki", "Ben Otieno", "Cleo Wanjiru", "Dan Kimani")
PLACES = ("Nairobi", "Tokyo", "Mombasa", "Osaka")


def dispatch(number: int, **fields: Any) -> dict[str, Any]:
    """A dispatch as JSON data: of the many, some tell the same, and some nothing of ours."""
    day = f"2024-{1 + number % 5:02}-{1 + number % 28:02}"
    who, place = PEOPLE[number % 4], PLACES[number % 3]
    text = f"Foreign Minister {who} of Kenya met Japanese Foreign Minister Ken Mori in {place} on {day}. Item {number}."
    told = text if number % 7 else f"The harvest was good. Item {number}."
    return {"text": told, "lang": "en", "date": day, "agency": f"A{number % 3}", **fields}


@pytest.fixture
def archive(tmp_path: Path) -> Callable[..., Path]:
    """Write rows into a file below ``archive``, as its ending says."""
    return partial(write, tmp_path / "archive")


def write(folder: Path, name: str, rows: list[Any]) -> Path:
    """Write rows into a file of the folder, as its ending says."""
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    if path.suffix == ".parquet":
        import pyarrow as pa
        from pyarrow import parquet

        parquet.write_table(pa.Table.from_pylist(rows), path, row_group_size=10)
    else:
        lines = (row if isinstance(row, str) else json.dumps(row) for row in rows)
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """Two workers on Ray, started once for all tests."""
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    pytest.importorskip("pyarrow", reason="needs PyArrow: pip install 'dragoman[ray]'")
    pytest.importorskip("ray", reason="needs Ray: pip install 'dragoman[ray]'")
    from dragoman.scale.cluster import Cluster

    with Cluster(workers=2) as started:
        yield started


def tree(folder: Path) -> dict[str, bytes]:
    """All files of an output that a reader may see, with their bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != ".lock"
    }
