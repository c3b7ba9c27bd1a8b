"""One run of ``dragoman scale code``: from an archive to a folder of Parquet, shard by shard."""

from __future__ import annotations

import sys
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dragoman import __version__
from dragoman.intake import Reading
from dragoman.progress import Progress
from dragoman.run import say
from dragoman.scale import receipts as kept
from dragoman.scale.cluster import Cluster
from dragoman.scale.coding import Task, code_shard
from dragoman.scale.errors import ScaleError
from dragoman.scale.outcome import Overrides
from dragoman.scale.shards import SPLIT, Shard, plan


@dataclass(frozen=True, slots=True)
class Archive:
    """What to code, and where to."""

    inputs: tuple[str, ...]
    out: Path
    overrides: Overrides
    split: int = SPLIT
    force: bool = False
    reading: Reading = field(default_factory=Reading)

    def settings(self) -> dict[str, Any]:
        """What all shards of an output have in common."""
        reading = {"as": self.reading.form, "map": dict(self.reading.columns), "bounded": self.reading.bounded}
        return {"format": 1, "coder": __version__, "lang": self.overrides.lang, "date": self.overrides.date, **reading}


def code_archive(archive: Archive, cluster: Cluster) -> int:
    """Code what is not coded yet; the exit status."""
    root = archive.out
    root.mkdir(parents=True, exist_ok=True)
    with kept.alone(root):
        shards = _plan(archive)
        done = _keep(root, shards, archive)
        todo = [shard for shard in shards if shard.name not in done]
        if done:
            say(f"{len(done):,} of {len(shards):,} shards are coded already")
        try:
            failed = _code(todo, done, archive, cluster) if todo else 0
        except KeyboardInterrupt:
            say(f"interrupted; {len(done):,} of {len(shards):,} shards are coded and kept: give the command again")
            return 130
        finally:
            kept.sweep(root, done.values())
        if failed:
            say(f"{failed:,} of {len(shards):,} shards could not be coded; the others are kept: give the command again")
            return 1
        kept.write_manifest(root, archive.settings(), [done[shard.name] for shard in shards], complete=True)
        if kept.drop_outdated(root):
            say(f"{root / kept.JOINED} was joined before that, and is removed: give `dragoman scale join {root}` again")
    return _tell(root, list(done.values()))


def _plan(archive: Archive) -> list[Shard]:
    """The shards of what is given, and of what was given earlier and is not now; refuses what does not go together."""
    manifest = kept.read_manifest(archive.out)
    if manifest is None and any(path.name != ".lock" for path in archive.out.iterdir()):
        raise ScaleError(f"{archive.out}: is not empty and no output of `dragoman scale code`: give another --out")
    wanted = archive.settings()
    if manifest is not None and not archive.force:
        _refuse_another(archive.out, manifest, wanted)
    before = [] if manifest is None or archive.force else [_planned(shard) for shard in manifest["shards"]]
    shards = plan(archive.inputs, before, archive.out, archive.split, archive.reading)
    given = {shard.path for shard in shards}
    earlier = [shard for shard in before if shard.path not in given]
    shards = sorted([*shards, *earlier], key=lambda shard: shard.order)
    if archive.force:
        kept.sweep(archive.out, [])
    kept.write_manifest(archive.out, wanted, [shard.to_json() for shard in shards], complete=False)
    return shards


def _planned(row: dict[str, Any]) -> Shard:
    return Shard.from_json(row.get("shard", row))


def _refuse_another(out: Path, manifest: dict[str, Any], wanted: dict[str, Any]) -> None:
    if manifest["coder"] != __version__:
        raise ScaleError(
            f"{out}: was coded by dragoman {manifest['coder']}, this is {__version__}: give --force to code all anew"
        )
    if any(manifest.get(name) != value for name, value in wanted.items()):
        raise ScaleError(
            f"{out}: was coded with other options (--lang, --date, --as, --map): give the same, or --force"
        )


def _keep(root: Path, shards: list[Shard], archive: Archive) -> dict[str, kept.Receipt]:
    """The receipts that stand, by the names of their shards; whatever else lies there is removed."""
    wanted = {shard.name: shard.to_json() for shard in shards}
    found = {name: receipt for name, receipt in kept.receipts(root).items() if receipt["shard"] == wanted.get(name)}
    kept.sweep(root, found.values())
    return found


def _code(todo: list[Shard], done: dict[str, kept.Receipt], archive: Archive, cluster: Cluster) -> int:
    """Code these shards; their receipts go into ``done``. How many could not be coded."""
    progress = Progress(sys.stderr, sum(shard.weight for shard in todo))
    failed = 0
    out = str(archive.out.absolute())
    tasks = [Task(shard, out, archive.overrides, archive.reading) for shard in todo]
    with cluster, closing(cluster.map(code_shard, tasks)) as results:
        for one in results:
            if one.result is None:
                failed += 1
                progress.clear()
                say(f"{one.task.label}: {one.problem}")
            else:
                done[one.task.shard.name] = one.result
            progress.step(one.task.shard.weight, one.result["items"] if one.result else 0)
    progress.close()
    return failed


def _tell(root: Path, done: list[kept.Receipt]) -> int:
    sums = {name: sum(receipt[name] for receipt in done) for name in kept.COUNTS}
    print(f"{root}: {sums['coded']:,} dispatches coded, {sums['records']:,} records")
    if sums["withdrawn"]:
        say(f"{sums['withdrawn']:,} withdrawn by their agencies, not coded")
    if sums["rejected"]:
        say(f"{sums['rejected']:,} could not be coded: {root / 'rejected'} tells which and why")
    return 1 if sums["rejected"] else 0
