"""An archive coded by workers on Ray: the same bytes whatever their number and the order, and no work done twice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("pyarrow", reason="needs PyArrow: pip install 'dragoman[ray]'")

from dragoman.scale import receipts as kept
from dragoman.scale.archive import Archive, code_archive
from dragoman.scale.coding import Task, code_shard
from dragoman.scale.errors import ScaleError
from dragoman.scale.outcome import Overrides
from dragoman.scale.shards import plan

from .conftest import dispatch, tree

if TYPE_CHECKING:
    from dragoman.scale.cluster import Cluster

Write = Callable[..., Path]


def fill(archive: Write) -> Path:
    """Three inputs, of which one is cut in many."""
    archive("b.jsonl", [dispatch(at) for at in range(60)])
    archive("a.parquet", [dispatch(at) for at in range(60, 85)])
    return archive("c.jsonl", [dispatch(at) for at in range(85, 90)]).parent


def code(cluster: Cluster, out: Path, *inputs: Path, force: bool = False, lang: str | None = None) -> int:
    return code_archive(Archive(tuple(map(str, inputs)), out, Overrides(lang), 3000, force), cluster)


def times(out: Path) -> dict[str, int]:
    """When each shard was finished."""
    return {path.name: path.stat().st_mtime_ns for path in (out / "shards").iterdir()}


def test_the_same_bytes_as_in_one_process(archive: Write, tmp_path: Path, cluster: Cluster) -> None:
    folder = fill(archive)
    assert code(cluster, tmp_path / "out", folder) == 0
    shards = plan([str(folder)], [], tmp_path / "alone", 3000)
    assert len(shards) > 5
    for shard in reversed(shards):
        code_shard(Task(shard, str(tmp_path / "alone"), Overrides()))
    found = tree(tmp_path / "out")
    manifest = found.pop(kept.MANIFEST)
    assert found == tree(tmp_path / "alone")
    code(cluster, tmp_path / "other", *sorted(folder.iterdir(), reverse=True))
    assert (tmp_path / "other" / kept.MANIFEST).read_bytes() == manifest
    told = kept.finished(tmp_path / "out")
    assert (told["items"], told["coded"], told["rejected"]) == (90, 90, 0)


def test_given_again_only_what_is_new_or_changed_is_coded(archive: Write, tmp_path: Path, cluster: Cluster) -> None:
    folder, out = fill(archive), tmp_path / "out"
    code(cluster, out, folder)
    before = times(out)
    archive("c.jsonl", [dispatch(at) for at in range(90, 93)])
    archive("d.jsonl", [dispatch(93)])
    assert code(cluster, out, folder) == 0
    after = times(out)
    assert sum(after[name] == before.get(name) for name in after) == len(before) - 1
    code(cluster, tmp_path / "fresh", folder)
    assert tree(out) == tree(tmp_path / "fresh")


def test_inputs_given_earlier_stay(archive: Write, tmp_path: Path, cluster: Cluster) -> None:
    folder, out = fill(archive), tmp_path / "out"
    for path in sorted(folder.iterdir(), reverse=True):
        assert code(cluster, out, path) == 0
    code(cluster, tmp_path / "whole", folder)
    assert tree(out) == tree(tmp_path / "whole")


def test_what_an_unfinished_run_left_is_removed(archive: Write, tmp_path: Path, cluster: Cluster) -> None:
    folder, out = fill(archive), tmp_path / "out"
    code(cluster, out, folder)
    wanted = tree(out)
    (out / "shards" / min(times(out))).unlink()
    month = out / "records" / "year=2024" / "month=01"
    (month / "part-0123456789abcdef-0000.parquet").write_bytes(b"of a shard that was not finished")
    (month / "part-0123456789abcdef-0000.parquet.1-aa.tmp").write_bytes(b"half")
    assert code(cluster, out, folder) == 0
    assert tree(out) == wanted


def test_what_cannot_be_coded_is_told_and_counted(
    archive: Write, tmp_path: Path, cluster: Cluster, capsys: pytest.CaptureFixture[str]
) -> None:
    path = archive("news.jsonl", [dispatch(1), "no json", dispatch(2)])
    assert code(cluster, tmp_path / "out", path) == 1
    told = capsys.readouterr()
    assert "1 could not be coded" in told.err
    assert "rejected" in told.err
    assert "2 dispatches coded" in told.out


def test_a_shard_that_cannot_be_read_costs_only_itself(
    archive: Write, tmp_path: Path, cluster: Cluster, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, out = fill(archive), tmp_path / "out"
    out.mkdir()
    (out / "records").write_text("in the way", encoding="utf-8")
    (out / kept.MANIFEST).write_text('{"dragoman": "scale", "shards": []}', encoding="utf-8")
    kept.write_manifest(out, Archive((), out, Overrides()).settings(), [], complete=False)
    assert code(cluster, out, folder) == 1
    assert "records" in capsys.readouterr().err
    with pytest.raises(ScaleError, match="not all of its shards"):
        kept.finished(out)


REFUSED = [
    ("another coder", {"coder": "0.0.1"}, "was coded by dragoman 0.0.1"),
    ("another language", {"lang": "de"}, "other options"),
    ("another layout", {"format": 0}, "other options"),
]


@pytest.mark.parametrize(("why", "change", "message"), REFUSED)
def test_what_does_not_go_together_is_refused(
    archive: Write, tmp_path: Path, cluster: Cluster, why: str, change: dict[str, object], message: str
) -> None:
    path, out = archive("news.jsonl", [dispatch(1)]), tmp_path / "out"
    code(cluster, out, path)
    wanted = tree(out)
    kept.write_manifest(out, {**Archive((), out, Overrides()).settings(), **change}, [], complete=False)
    with pytest.raises(ScaleError, match=message):
        code(cluster, out, path)
    assert code(cluster, out, path, force=True) == 0
    assert tree(out) == wanted


def test_a_folder_of_others_is_left_alone(archive: Write, tmp_path: Path, cluster: Cluster) -> None:
    path, out = archive("news.jsonl", [dispatch(1)]), tmp_path / "out"
    out.mkdir()
    (out / "thesis.txt").write_text("mine", encoding="utf-8")
    for force in (False, True):
        with pytest.raises(ScaleError, match="is not empty"):
            code(cluster, out, path, force=force)
    assert tree(out) == {"thesis.txt": b"mine"}


def test_two_runs_do_not_write_into_one_folder(archive: Write, tmp_path: Path, cluster: Cluster) -> None:
    path, out = archive("news.jsonl", [dispatch(1)]), tmp_path / "out"
    out.mkdir()
    with kept.alone(out), pytest.raises(ScaleError, match="another run"):
        code(cluster, out, path)
