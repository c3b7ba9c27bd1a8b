"""What has been done: a receipt for every finished shard, and a manifest of them all.

A receipt (``shards/NAME.json``) is written last, once all files of its shard have their names. A shard without one, or
whose files are not those of its receipt, is coded again, so that a run which was killed at any moment can be given
again. The manifest lists the shards in order, first as they are planned, and with their receipts when all are there.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from hashlib import blake2s
from pathlib import Path
from typing import Any

from dragoman import __version__
from dragoman.scale.errors import ScaleError
from dragoman.scale.shards import Shard

MANIFEST, RECEIPTS = "manifest.json", "shards"
TABLES = ("dispatches", "records", "withdrawn", "rejected")
"""The folders that shards write into."""

JOINED = "joined"
"""The folder of joined tables; each has the name and the columns that it has in a ledger."""

COUNTS = ("items", "coded", "records", "withdrawn", "rejected")

Receipt = dict[str, Any]
"""``shard`` (as in `Shard`), the `COUNTS`, and ``files``: path below the folder, rows, bytes."""


def read_manifest(root: Path) -> dict[str, Any] | None:
    """The manifest of the folder; None where there is none."""
    try:
        found = json.loads((root / MANIFEST).read_text(encoding="utf-8"))
        if not isinstance(found, dict) or found.get("dragoman") != "scale":
            raise ValueError
    except FileNotFoundError:
        return None
    except ValueError:
        raise ScaleError(f"{root / MANIFEST}: is no manifest of `dragoman scale code`: give another --out") from None
    return found


def finished(root: Path) -> dict[str, Any]:
    """The manifest of a folder in which every shard is coded."""
    manifest = read_manifest(root)
    if manifest is None:
        raise ScaleError(f"{root}: holds no output of `dragoman scale code`: give the folder that was its --out")
    if not manifest["complete"]:
        raise ScaleError(f"{root}: not all of its shards are coded: give the same `dragoman scale code` again")
    if manifest["coder"] != __version__:
        raise ScaleError(
            f"{root}: was coded by dragoman {manifest['coder']}, this is {__version__}: code it anew, with --force"
        )
    for receipt in manifest["shards"]:
        if missing := missing_file(root, receipt):
            raise ScaleError(f"{root / missing}: is missing or changed: give the same `dragoman scale code` again")
    return manifest


def write_manifest(root: Path, common: Mapping[str, Any], shards: list[Any], *, complete: bool) -> None:
    """Write the manifest with the receipts of all shards or, until all are coded, with the shards as planned."""
    totals = {name: sum(shard[name] for shard in shards) for name in COUNTS} if complete else {}
    write(root / MANIFEST, {"dragoman": "scale", **common, "complete": complete, **totals, "shards": shards})


def digest(root: Path) -> str:
    """What the output of a coding is known by."""
    return blake2s((root / MANIFEST).read_bytes()).hexdigest()


def drop_outdated(root: Path) -> bool:
    """Remove what was joined of another output than there is now; whether there was such."""
    manifest = root / JOINED / MANIFEST
    if not manifest.is_file() or json.loads(manifest.read_text(encoding="utf-8"))["coded"] == digest(root):
        return False
    shutil.rmtree(root / JOINED)
    return True


def receipts(root: Path) -> dict[str, Receipt]:
    """The receipts in the folder whose files are there, by the names of their shards."""
    out: dict[str, Receipt] = {}
    for path in sorted((root / RECEIPTS).glob("*.json")):
        try:
            found = json.loads(path.read_text(encoding="utf-8"))
            if Shard.from_json(found["shard"]).name == path.stem and missing_file(root, found) is None:
                out[path.stem] = found
        except (ValueError, KeyError, TypeError):
            continue
    return out


def write_receipt(root: Path, receipt: Receipt) -> None:
    write(root / RECEIPTS / f"{receipt['shard']['name']}.json", receipt)


def missing_file(root: Path, receipt: Receipt) -> str | None:
    """The first file of a receipt that is not there as it was written."""
    for made in receipt["files"]:
        path = root / made["path"]
        if not path.is_file() or path.stat().st_size != made["bytes"]:
            return str(made["path"])
    return None


def write(path: Path, value: object) -> None:
    """A JSON file that is there whole, or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    waiting = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    waiting.write_text(json.dumps(value, indent=1) + "\n", encoding="ascii")
    waiting.replace(path)


def sweep(root: Path, kept: Iterable[Receipt]) -> None:
    """Remove the files of shards that are of none of the receipts, and receipts that are none of these."""
    kept = list(kept)
    names = {str(made["path"]) for receipt in kept for made in receipt["files"]}
    names |= {f"{RECEIPTS}/{receipt['shard']['name']}.json" for receipt in kept}
    for folder in (*TABLES, RECEIPTS):
        for path in sorted((root / folder).rglob("*"), reverse=True):
            if path.is_dir() and not any(path.iterdir()):
                path.rmdir()
            elif not path.is_dir() and path.relative_to(root).as_posix() not in names:
                path.unlink()


@contextmanager
def alone(root: Path) -> Iterator[None]:
    """No other run writes into the folder meanwhile, where the system can tell."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    with (root / ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise ScaleError(f"{root}: another run writes into it: wait for its end") from None
        except OSError:
            pass  # a file system without locks
        yield
