"""Shards: an archive cut into pieces, each of which is coded by itself, with the place of each in the whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from hashlib import blake2s
from pathlib import Path
from typing import Any

from dragoman.intake import Reading
from dragoman.intake.registry import BY_NAME, archive, detect
from dragoman.intake.source import HEAD
from dragoman.intake.walk import below
from dragoman.scale.errors import ScaleError

SPLIT = 64_000_000
"""Bytes of an input from which on it is cut into several shards: some minutes of coding."""

_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Shard:
    """An input, or a part of it, as it was when it was cut: ``mtime`` is in nanoseconds.

    Of a part of an input ``form`` is its format, and ``start`` and ``end`` are bytes of JSON Lines, at the bounds of
    lines, or row groups of Parquet.
    ``first`` is the number of its first line or row, ``weight`` the bytes of the part, roughly.
    """

    path: str
    size: int
    mtime: int
    form: str | None = None
    start: int = 0
    end: int = 0
    first: int = 1
    weight: int = 0

    @property
    def name(self) -> str:
        """The same for the same part of the same path, whatever else there is."""
        return blake2s(
            f"{self.path}\0{self.start}\0{self.end}".encode(errors="surrogateescape"), digest_size=8
        ).hexdigest()

    @property
    def order(self) -> tuple[Path, int]:
        """Shards go by the paths of their inputs, as folders are walked, so that no order of giving them matters."""
        return Path(self.path), self.start

    def is_current(self) -> bool:
        """Whether the input is still what it was."""
        found = Path(self.path).stat()
        return (found.st_size, found.st_mtime_ns) == (self.size, self.mtime)

    def to_json(self) -> dict[str, Any]:
        return {**asdict(self), "name": self.name}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Shard:
        return cls(**{key: data[key] for key in cls.__dataclass_fields__})


def plan(
    inputs: Iterable[str], known: Iterable[Shard], out: Path, split: int = SPLIT, reading: Reading | None = None
) -> list[Shard]:
    """The shards of all files given, in order; an input that has not changed since is cut as it is ``known`` to be.

    What lies below ``out`` is no input.
    """
    before: dict[str, list[Shard]] = {}
    for shard in known:
        before.setdefault(shard.path, []).append(shard)
    planned: list[Shard] = []
    found = {path for name in inputs for path in _found(name)}
    for path in sorted(path for path in found if not path.is_relative_to(out.absolute())):
        whole = _whole(path)
        shards = before.get(whole.path, [])
        if not shards or (shards[0].size, shards[0].mtime) != (whole.size, whole.mtime):
            shards = _cut(whole, path, split, reading or Reading())
        planned += shards
    return sorted(planned, key=lambda shard: shard.order)


def _found(name: str) -> Iterator[Path]:
    path = Path(name).absolute()
    found = list(below(path)) if path.is_dir() else [path] * path.exists()
    if not found:
        missing = "no dispatches in this folder" if path.is_dir() else "no such file or folder"
        raise ScaleError(f"{name}: {missing}: check its name")
    yield from found


def _whole(path: Path) -> Shard:
    try:
        found = path.stat()
        with path.open("rb"):
            return Shard(str(path), found.st_size, found.st_mtime_ns, weight=found.st_size)
    except OSError as error:
        raise ScaleError(f"{path}: cannot be read ({error.strerror}): check the file and your rights") from None


def _cut(whole: Shard, path: Path, split: int, reading: Reading) -> list[Shard]:
    if whole.size <= split:
        return [whole]
    with path.open("rb") as stream:
        head = stream.read(HEAD)
    if archive(head):
        return [whole]
    form = (BY_NAME[reading.form] if reading.form else detect(path.suffix.lower(), head)).name
    if form == "parquet":
        return _by_row_groups(whole, split)
    return _by_lines(whole, path, split) if form == "jsonl" else [whole]


def _by_lines(whole: Shard, path: Path, split: int) -> list[Shard]:
    """Cut at the first end of a line after each ``split`` bytes; the file is read once, to number its lines."""
    starts, pos, line, edge = [(0, 1)], 0, 1, split
    with path.open("rb", buffering=0) as stream:
        while block := stream.read(_BLOCK):
            at = 0
            while edge < pos + len(block) and (found := block.find(b"\n", max(edge - pos, at))) >= 0:
                line += block.count(b"\n", at, found + 1)
                at = found + 1
                starts.append((pos + at, line))
                edge = pos + at + split
            line += block.count(b"\n", at)
            pos += len(block)
    starts = [start for start in starts if start[0] < whole.size or not start[0]]
    return _parts(whole, "jsonl", starts, whole.size)


def _by_row_groups(whole: Shard, split: int) -> list[Shard]:
    """As many row groups together as are ``split`` bytes when they are not compressed."""
    from pyarrow import ArrowException, parquet

    try:
        known = parquet.read_metadata(whole.path)
    except ArrowException:
        return [whole]  # its reader says what is wrong with it
    starts, size, row = [(0, 1)], 0, 1
    for number in range(known.num_row_groups):
        group = known.row_group(number)
        if size and size + group.total_byte_size > split:
            starts.append((number, row))
            size = 0
        size += group.total_byte_size
        row += group.num_rows
    return _parts(whole, "parquet", starts, known.num_row_groups)


def _parts(whole: Shard, form: str, starts: list[tuple[int, int]], end: int) -> list[Shard]:
    if len(starts) == 1:
        return [whole]
    ends = [start for start, _ in starts[1:]] + [end]
    return [
        replace(whole, form=form, start=at, end=to, first=first, weight=whole.size * (to - at) // end)
        for (at, first), to in zip(starts, ends, strict=True)
    ]
