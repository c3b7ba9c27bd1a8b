"""How an archive is cut: whatever the cut, the items are those of the whole, under the same names and numbers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pyarrow", reason="needs PyArrow: pip install 'dragoman[ray]'")

from dragoman.intake import Reading, read_all
from dragoman.scale.errors import ScaleError
from dragoman.scale.reading import items
from dragoman.scale.shards import Shard, plan

from .conftest import dispatch

Write = Callable[..., Path]
NOWHERE = Path("nowhere")


def rows(number: int) -> list[Any]:
    return [dispatch(at) for at in range(number)]


LINES = [
    # what stands in the file, bytes after which it is cut, shards
    (rows(30), 10**9, 1),
    (rows(30), 1, 30),
    (rows(30), 1000, 5),
    ([*rows(3), "", "no json", *rows(3), ""], 250, 4),
    (["{}"], 1, 1),
]


@pytest.mark.parametrize(("told", "split", "shards"), LINES)
def test_lines(archive: Write, told: list[Any], split: int, shards: int) -> None:
    path = archive("news.jsonl", told)
    planned = plan([str(path)], [], NOWHERE, split)
    assert len(planned) == shards
    assert [item for shard in planned for item in items(shard, Reading())] == list(read_all([str(path)]))
    assert sum(shard.weight for shard in planned) == pytest.approx(path.stat().st_size, abs=len(planned))


@pytest.mark.parametrize(("split", "shards"), [(10**9, 1), (1, 10), (3500, 5)])
def test_row_groups(archive: Write, split: int, shards: int) -> None:
    path = archive("news.parquet", rows(100))
    planned = plan([str(path)], [], NOWHERE, split)
    assert len(planned) == shards
    found = [(item.where, item.dispatch, item.problem) for shard in planned for item in items(shard, Reading())]
    assert found == [(item.where, item.dispatch, item.problem) for item in read_all([str(path)])]


def test_a_file_without_an_end_of_line_and_lines_longer_than_a_cut(archive: Write) -> None:
    path = archive("news.jsonl", [dispatch(1, text="x" * 5000), dispatch(2), dispatch(3, text="y" * 5000)])
    path.write_bytes(path.read_bytes().rstrip(b"\n"))
    planned = plan([str(path)], [], NOWHERE, 100)
    assert [shard.first for shard in planned] == [1, 2, 3]
    assert [item for shard in planned for item in items(shard, Reading())] == list(read_all([str(path)]))


def test_the_order_of_giving_does_not_matter_and_nothing_comes_twice(archive: Write) -> None:
    paths = [str(archive(name, rows(3))) for name in ("b.jsonl", "a.jsonl", "c.parquet")]
    folder = str(Path(paths[0]).parent)
    planned = plan(paths, [], NOWHERE)
    assert planned == plan([*reversed(paths), folder], [], NOWHERE)
    assert [Path(shard.path).name for shard in planned] == ["a.jsonl", "b.jsonl", "c.parquet"]
    assert len({shard.name for shard in plan([folder], [], NOWHERE, 1)}) == 9 - 2  # one row group in the Parquet


def test_an_input_that_has_not_changed_is_cut_as_before(archive: Write) -> None:
    path = archive("news.jsonl", rows(30))
    before = plan([str(path)], [], NOWHERE, 1000)
    assert plan([str(path)], before, NOWHERE, 10**9) == before
    archive("news.jsonl", rows(31))
    assert plan([str(path)], before, NOWHERE, 10**9) != before


def test_what_lies_in_the_output_is_no_input(archive: Write, tmp_path: Path) -> None:
    archive("news.jsonl", rows(3))
    out = tmp_path / "archive" / "out"
    out.mkdir()
    (out / "part.parquet").write_bytes(b"PAR1")
    assert len(plan([str(tmp_path / "archive")], [], out)) == 1


@pytest.mark.parametrize("name", ["none.jsonl", "empty"])
def test_an_input_that_is_not_there_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(ScaleError, match=name):
        plan([str(tmp_path / name)], [], NOWHERE)


def test_a_shard_is_known_by_path_and_part(archive: Write) -> None:
    shards = plan([str(archive("news.jsonl", rows(30)))], [], NOWHERE, 1000)
    assert [Shard.from_json(shard.to_json()) for shard in shards] == shards
