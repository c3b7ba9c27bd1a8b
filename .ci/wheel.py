"""Build the wheel, install it alone into a new environment, and use it there: nothing may come from this folder."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).parent.parent


def run(*command: str | Path, cwd: Path = ROOT) -> str:
    """The standard output of a command that must succeed."""
    return subprocess.run(
        [str(part) for part in command], cwd=cwd, check=True, stdout=subprocess.PIPE, text=True
    ).stdout


def missing(wheel: Path) -> set[str]:
    """Files of the package that git knows and the wheel lacks."""
    tracked = {name.removeprefix("src/") for name in run("git", "ls-files", "src").splitlines()}
    return tracked - set(zipfile.ZipFile(wheel).namelist())


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, ".")
        (wheel,) = folder.glob("*.whl")
        if left_out := missing(wheel):
            sys.exit(f"the wheel lacks {len(left_out)} files: {' '.join(sorted(left_out)[:9])}")
        run(sys.executable, "-m", "venv", folder / "venv")
        run(folder / "venv/bin/python", "-m", "pip", "install", "--quiet", wheel)
        samples = sorted((folder / "venv").glob("lib/*/site-packages/dragoman/samples/*"))
        coded = run(folder / "venv/bin/dragoman", "code", *samples, "--format", "jsonl", cwd=folder)
        if coded.count("\n") != len(samples) or not samples:
            sys.exit("the installed wheel does not code its samples")
        print(f"{wheel.name}: {wheel.stat().st_size / 1e6:.1f} MB, complete, codes its {len(samples)} samples")


if __name__ == "__main__":
    main()
