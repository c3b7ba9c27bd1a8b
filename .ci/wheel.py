"""Build the wheel, install it alone into a new environment, and use it there: nothing may come from this folder."""

from __future__ import annotations

import os
import shutil
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


def build(folder: Path, *, compiled: bool) -> Path:
    """A wheel in a folder of its own: of Python alone, or compiled as the released ones are."""
    # the compiler leaves what it makes beside the sources: let those be a copy
    source = folder / "source"
    shutil.copytree(ROOT / "src", source / "src", ignore=shutil.ignore_patterns("*.so", "__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE", "NOTICE"):
        shutil.copy(ROOT / name, source)
    environment = {**os.environ, "HATCH_BUILD_HOOKS_ENABLE": "1"} if compiled else None
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), str(source)]
    subprocess.run(command, check=True, env=environment)
    (wheel,) = folder.glob("*.whl")
    if left_out := missing(wheel):
        sys.exit(f"the wheel lacks {len(left_out)} files: {' '.join(sorted(left_out)[:9])}")
    return wheel


def coded(wheel: Path, folder: Path) -> str:
    """What the wheel, installed alone, makes of its samples and of the dispatches written for the tests."""
    run(sys.executable, "-m", "venv", folder)
    run(folder / "bin/python", "-m", "pip", "install", "--quiet", wheel)
    (samples,) = folder.glob("lib/*/site-packages/dragoman/samples")
    tests = sorted((ROOT / "tests" / "dispatches").rglob("*.json"))
    rows = run(folder / "bin/dragoman", "code", samples, *tests, "--format", "jsonl", cwd=folder)
    expected = sum(map(held, samples.rglob("*.*"))) + len(tests)
    if rows.count("\n") != expected:
        sys.exit(f"the installed wheel codes {rows.count(chr(10))} of {expected} dispatches")
    run(folder / "bin/dragoman", "add", samples, cwd=folder)
    run(folder / "bin/dragoman", "ledger", "check", cwd=folder)
    print(f"{wheel.name}: {wheel.stat().st_size / 1e6:.1f} MB, complete, codes {expected} dispatches, keeps a ledger")
    return rows


def held(sample: Path) -> int:
    """The dispatches in a file of samples."""
    return sample.read_text(encoding="utf-8").count("\n") if sample.suffix == ".jsonl" else 1


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        plain, fast = Path(name, "plain"), Path(name, "fast")
        rows = coded(build(plain, compiled=False), plain / "venv")
        if shutil.which("cc") is None:
            print("no C compiler here: the compiled wheel is left out")
        elif coded(build(fast, compiled=True), fast / "venv") != rows:
            sys.exit("the compiled wheel codes otherwise than the Python one")


if __name__ == "__main__":
    main()
