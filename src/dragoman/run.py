"""One run of ``dragoman code``: from sources to an output, with problems and progress on standard error."""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import BrokenExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from dragoman.export import by_suffix, writer
from dragoman.export.plain import one_line
from dragoman.intake import Reading, read_all
from dragoman.model import Coding
from dragoman.progress import Progress
from dragoman.scale import Outcome, code_all
from dragoman.scale.outcome import Overrides

if TYPE_CHECKING:
    from dragoman.second.reader import Reading as SecondReading
    from dragoman.second.reader import SecondReader


@dataclass(frozen=True, slots=True)
class Output:
    """Where to write, and how: None is standard output, and the format that fits."""

    form: str | None
    path: Path | None

    @property
    def format(self) -> str:
        return self.form or by_suffix(self.path)


@dataclass(frozen=True, slots=True)
class Second:
    """A second reader, and the file that its codings go to."""

    reader: SecondReader
    output: Output


def run(
    sources: Iterable[str],
    output: Output,
    overrides: Overrides,
    jobs: int,
    reading: Reading | None = None,
    second: Second | None = None,
) -> int:
    """Code the sources and write what comes out, then what a second reader makes of it; the exit status."""
    sources = list(sources)
    progress = Progress(sys.stderr, total_size(sources))
    count = Count()
    written = [path for path in (output.path, second.output.path if second else None) if path]
    outcomes = code_all(read_all(sources, written, reading), overrides, jobs)
    reader = second.reader if second else None
    try:
        _write(output, _codings(told(outcomes, progress, count, reader), progress))
    except OSError as error:
        progress.close()
        say(_output_problem(error, output, count.coded))
        return 1
    except BrokenExecutor:
        progress.close()
        say(f"a process died after {count.coded:,} dispatches, perhaps for want of memory: try again with fewer --jobs")
        return 1
    except KeyboardInterrupt:
        progress.close()
        say(f"interrupted after {count.coded:,} dispatches; the rest is not coded")
        return 130
    progress.close()
    status = 1 if count.problems else 0
    return max(status, _second(second)) if second else status


def _second(second: Second) -> int:
    """Ask the second reader and write its codings; the exit status."""
    readings, status = ask(second.reader)
    try:
        _write(second.output, (reading.as_coding for reading in readings))
    except OSError as error:
        say(_output_problem(error, second.output, len(readings)))
        return 1
    return status


def ask(reader: SecondReader) -> tuple[list[SecondReading], int]:
    """What a second reader makes of the dispatches in doubt, and the exit status; what became of all is told."""
    from dragoman.second.telling import asking, told

    if reader.waiting:
        say(asking(reader))
    readings = reader.read()
    for line in told(reader.tally, reader.coder):
        say(line)
    return readings, 130 if reader.tally.interrupted else 1 if reader.tally.stopped else 0


@dataclass(slots=True)
class Count:
    """What a run has done so far."""

    coded: int = 0
    problems: int = 0


def told(
    outcomes: Iterable[Outcome], progress: Progress, count: Count, reader: SecondReader | None = None
) -> Iterator[Outcome]:
    """The outcomes that are no problems; on the way, problems and warnings are told, progress is shown, and a second
    reader takes up what is in doubt."""
    for outcome in outcomes:
        if outcome.problem:
            count.problems += 1
            progress.clear()
            say(f"{outcome.where}: {outcome.problem}")
        elif outcome.coding or outcome.withdrawn:
            count.coded += outcome.coding is not None
            for warning in outcome.coding.warnings if outcome.coding else ():
                progress.clear()
                say(f"{outcome.where}: note: {warning}")
            if reader and outcome.coding:
                progress.clear()
                reader.consider(outcome.where, outcome.coding)
            yield outcome
        if outcome.note:
            progress.clear()
            say(f"{outcome.where}: note: {outcome.note}")
        progress.step(outcome.size)


def _codings(outcomes: Iterable[Outcome], progress: Progress) -> Iterator[Coding]:
    for outcome in outcomes:
        if outcome.coding:
            yield outcome.coding
        else:
            progress.clear()
            say(f"{outcome.where}: note: withdrawn by its agency, not coded")


def say(message: str) -> None:
    """One line on standard error."""
    print(f"dragoman: {one_line(message)}", file=sys.stderr)


def _write(output: Output, codings: Iterable[Coding]) -> None:
    with _opened(output) as out:
        writer(output.format)(codings, out)


@contextmanager
def _opened(output: Output) -> Iterator[TextIO]:
    """The stream to write to: always UTF-8, save for the table, which goes by the terminal."""
    if output.path:
        with output.path.open("w", encoding="utf-8", newline="\n") as out:
            yield out
        return
    if isinstance(sys.stdout, io.TextIOWrapper):
        encoding = None if output.format == "table" else "utf-8"
        sys.stdout.reconfigure(encoding=encoding, errors="backslashreplace", newline="\n")
    yield sys.stdout
    sys.stdout.flush()


def _output_problem(error: OSError, output: Output, coded: int) -> str:
    if error.errno in (errno.EPIPE, errno.EINVAL) and output.path is None:
        # what is still buffered would fail once more when the interpreter closes the stream
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return f"standard output was closed after {coded:,} dispatches; the rest is not written: read it to its end"
    name = output.path or "standard output"
    return f"{name}: cannot be written ({error.strerror}): check the file, its disk and your rights"


def total_size(sources: list[str]) -> int | None:
    """Bytes to read, if that can be told at once: files only."""
    if "-" in sources:
        return None
    paths = [Path(source) for source in sources]
    return sum(path.stat().st_size for path in paths if path.is_file()) if all(map(Path.is_file, paths)) else None
