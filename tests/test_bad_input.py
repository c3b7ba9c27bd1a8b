"""Bad input: one line on standard error names file, line and mend; all else is still coded; never a traceback."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from dragoman.intake.fields import MAX_CHARS
from dragoman.model import Coding, Dispatch

Row = Callable[..., dict[str, Any]]
Run = Callable[..., Result]

TEXT = "Foreign Minister Ada Mbeki of Kenya met Japanese Foreign Minister Ken Mori in Nairobi on Monday."
GOOD = json.dumps({"id": "good", "lang": "en", "date": "2024-05-08", "text": TEXT})

# file name, its bytes, where the problem is told to be, a word of the message and one of the mend
FILES: list[tuple[str, bytes, str, str, str]] = [
    ("empty.txt", b"", "empty.txt", "empty", ""),
    ("space.txt", b" \n\t\r\n ", "space.txt", "empty", ""),
    ("space.json", b'{"text": "  "}', "space.json:1", "empty", ""),
    ("empty.jsonl", b"", "empty.jsonl", "no dispatch", "give text"),
    ("list.json", b"[]", "list.json", "no dispatch", "give text"),
    ("nul.txt", b"Oslo\0\0\1\2" * 40, "nul.txt", "binary", "give text"),
    ("noise.bin", bytes(range(256)) * 9, "noise.bin", "binary", "give text"),
    ("picture.png", b"\x89PNG\r\n\x1a\n", "picture.png", "an image", "extract"),
    ("paper.pdf", b"%PDF-1.7\n", "paper.pdf", "a PDF", "extract"),
    ("letter.docx", b"PK\x03\x04 and so on", "letter.docx", "zip", "extract"),
    ("old.txt", "Oslo, 8. Mai.\nDer Außenminister kam.".encode("latin1"), "old.txt", "0xdf in line 2", "iconv"),
    ("wide.txt", "Oslo, 8 May.".encode("utf-16"), "wide.txt", "UTF-16", "iconv"),
    ("old.jsonl", GOOD.encode() + b'\n{"text": "\xfc"}', "old.jsonl:2", "0xfc in line 2", "iconv"),
    ("long.txt", b"x " * (MAX_CHARS // 2 + 1), "long.txt", "200,002 characters", "split"),
    ("nodate.json", json.dumps({"lang": "en", "text": TEXT}).encode(), "nodate.json:1", "no date", "--date"),
    ("nodate.txt", TEXT.encode(), "nodate.txt", "no date", "--date"),
    (
        "feb30.json",
        b'{"text": "x", "date": "2023-02-30"}',
        "feb30.json:1",
        "impossible date '2023-02-30'",
        "YYYY-MM-DD",
    ),
    ("may.json", b'{"text": "x", "date": "8 May"}', "may.json:1", "impossible date '8 May'", "YYYY-MM-DD"),
    ("klingon.json", b'{"text": "x", "date": "2024-05-08", "lang": "tlh"}', "klingon.json:1", "unsupported", "--lang"),
    ("notext.json", b'{"title": "x"}', "notext.json:1", "no field 'text'", ""),
    ("half.json", b'{"text": "a \\udc00"}', "half.json:1", "half a character", "write it in full"),
    ("halfid.json", b'{"text": "a", "id": "\\ud83d"}', "halfid.json:1", "half a character", "write it in full"),
    ("cut.json", b'{\n"text":\n"Oslo', "cut.json:3", "not valid JSON", "mend"),
]


def told(result: Result) -> list[str]:
    """The lines on standard error."""
    assert "Traceback" not in result.stderr
    return result.stderr.splitlines()


def texts(result: Result) -> list[str]:
    return [json.loads(line)["text"] for line in result.stdout.splitlines()]


@pytest.mark.parametrize(("name", "content", "where", "word", "mend"), FILES, ids=[row[0] for row in FILES])
def test_a_bad_file_costs_only_itself(
    name: str, content: bytes, where: str, word: str, mend: str, tmp_path: Path, dragoman: Run
) -> None:
    (tmp_path / "a.json").write_text(GOOD)
    (tmp_path / "z.json").write_text(GOOD)
    (tmp_path / name).write_bytes(content)
    files = [tmp_path / "a.json", tmp_path / name, tmp_path / "z.json"]
    result = dragoman("code", *files, "--format", "jsonl")
    assert result.exit_code == 1
    (line,) = told(result)
    assert line.startswith(f"dragoman: {tmp_path / where}: ")
    assert word in line
    assert mend in line
    assert texts(result)[0] == texts(result)[-1] == TEXT


@pytest.mark.parametrize("jobs", [1, 2])
def test_line_7_of_10(jobs: int, tmp_path: Path, row: Row, dragoman: Run) -> None:
    lines = [json.dumps(row(id=str(number))) for number in range(1, 11)]
    lines[6] = '{"id": "7", "text": "cut'
    file = tmp_path / "ten.jsonl"
    file.write_text("\n".join(lines))
    result = dragoman("code", file, "--format", "jsonl", "--jobs", jobs)
    assert result.exit_code == 1
    (line,) = told(result)
    assert line.startswith(f"dragoman: {file}:7: not valid JSON")
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == [str(n) for n in range(1, 11) if n != 7]


BEGINNINGS = {
    "jsonl": b'{"text": "',
    "json": b'[{"text": "',
    "csv": b"id,text\n1,",
    "html": b"<p>",
    "eml": b"From: a\nDate: b\n\n",
}
BEGINNINGS |= {"xml": b"<newsItem>", "rss": b"<rss><item>"}


@pytest.mark.parametrize("ending", ["txt", "jsonl", "json", "csv", "html", "xml", "eml", "rss", ""])
def test_fifty_megabytes_of_one_line(ending: str, tmp_path: Path, dragoman: Run) -> None:
    file = tmp_path / f"huge.{ending}"
    with file.open("wb") as out:
        out.write(BEGINNINGS.get(ending, b""))
        out.writelines(b"x" * 1_000_000 for _ in range(50))
    (tmp_path / "z.json").write_text(GOOD)
    result = dragoman("code", file, tmp_path / "z.json", "--format", "jsonl")
    assert result.exit_code == 1
    (line,) = told(result)
    assert "huge" in line
    assert texts(result) == [TEXT]


SOURCES = [
    ("missing.txt", "no such file or folder", "check its name"),
    ("folder", "no dispatches in this folder", ".jsonl"),
    ("locked.txt", "cannot be read", "check the file"),
]


@pytest.mark.parametrize(("name", "word", "mend"), SOURCES)
def test_a_bad_source_costs_only_itself(name: str, word: str, mend: str, tmp_path: Path, dragoman: Run) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "locked.txt").symlink_to(tmp_path / "locked.txt")  # a link to itself cannot be opened, even by root
    (tmp_path / "z.json").write_text(GOOD)
    result = dragoman("code", tmp_path / name, tmp_path / "z.json", "--format", "jsonl")
    assert result.exit_code == 1
    (line,) = told(result)
    assert line.startswith(f"dragoman: {tmp_path / name}: {word}")
    assert mend in line
    assert texts(result) == [TEXT]


USAGE = [
    (["code", "x.txt", "--date", "2023-02-30"], "impossible date"),
    (["code", "x.txt", "--date", "tomorrow"], "YYYY-MM-DD"),
    (["code", "x.txt", "--lang", "tlh"], "unsupported language 'tlh'"),
    (["code", "x.txt", "--format", "pdf"], "'pdf'"),
    (["code", "x.txt", "--jobs", "0"], "x>=1"),
    (["code", "x.txt", "--output", "/no/such/folder/x.json"], "no folder '/no/such/folder'"),
    (["code", __file__, "--output", __file__], "is one of the inputs"),
    (["code", "--colour"], "--colour"),
    (["evaluate", __file__], "PREDICTED"),
    (["decode"], "'decode'"),
]


@pytest.mark.parametrize(("arguments", "word"), USAGE, ids=[" ".join(row[0][2:]) or row[0][0] for row in USAGE])
def test_wrong_usage_is_status_2(arguments: list[str], word: str, dragoman: Run) -> None:
    result = dragoman(*arguments)
    assert result.exit_code == 2
    assert word in result.stderr
    assert "Traceback" not in result.stderr


def test_a_full_disk_is_told(tmp_path: Path, dragoman: Run) -> None:
    (tmp_path / "a.json").write_text(GOOD)
    result = dragoman("code", tmp_path / "a.json", "-o", "/dev/full", "--format", "jsonl")
    assert result.exit_code == 1
    (line,) = told(result)
    assert line.startswith("dragoman: /dev/full: cannot be written (No space left on device)")


def test_a_defect_of_ours_costs_one_dispatch(
    tmp_path: Path, row: Row, dragoman: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dragoman.coder import Coder

    sound = Coder.code

    def code(self: Coder, dispatch: Any) -> Any:
        if dispatch.id == "2":
            raise KeyError("x")
        return sound(self, dispatch)

    monkeypatch.setattr(Coder, "code", code)
    file = tmp_path / "three.jsonl"
    file.write_text("\n".join(json.dumps(row(id=str(number))) for number in (1, 2, 3)))
    result = dragoman("code", file, "--format", "jsonl")
    assert result.exit_code == 1
    (line,) = told(result)
    assert line.startswith(f"dragoman: {file}:2: a defect in dragoman (KeyError: 'x'): please report")
    assert len(texts(result)) == 2


def test_a_warning_is_told_and_fails_nothing(row: Row, dragoman: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from dragoman.coder import Coder

    def code(self: Coder, dispatch: Dispatch) -> Coding:
        return Coding(dispatch, warnings=("two languages",))

    monkeypatch.setattr(Coder, "code", code)
    result = dragoman("code", "-", "--format", "jsonl", input=json.dumps(row()))
    assert (result.exit_code, told(result)) == (0, ["dragoman: standard input:1: note: two languages"])


MIXED = (
    "Kenya's Foreign Minister Ada Mbeki met her Japanese counterpart Ken Mori in Nairobi on Monday and spoke with him "
    "about ports, railways and the next summit.\n\n"
    "Die kenianische Außenministerin Ada Mbeki hat am Montag in Nairobi ihren japanischen Amtskollegen Ken Mori "
    "empfangen und mit ihm über Häfen, Eisenbahnen und den nächsten Gipfel gesprochen."
)


def test_mixed_languages_are_told(row: Row, dragoman: Run) -> None:
    rows = [row(id="mixed", text=MIXED, lang=None), row(id="given", text=MIXED)]
    result = dragoman("code", "-", "--format", "jsonl", input="\n".join(map(json.dumps, rows)))
    assert result.exit_code == 0
    [line] = told(result)
    assert line.startswith("dragoman: standard input:1: note: mixed languages: coded as en, with paragraphs in de")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupt_is_told(jobs: str, row: Row) -> None:
    # a shell's background jobs ignore interrupts, and so would what they start
    heard = "import signal, runpy; signal.signal(signal.SIGINT, signal.default_int_handler); "
    run = "runpy.run_module('dragoman', run_name='__main__')"
    command = [sys.executable, "-c", heard + run, "code", "-", "--format", "jsonl", "--jobs", jobs]
    pipe = subprocess.PIPE
    process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True, start_new_session=True)
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stderr is not None
    try:
        for number in range(2000):  # enough to fill what lies between us, so that the first come out
            process.stdin.write(json.dumps(row(id=str(number))) + "\n")
            if number == 200:
                process.stdin.flush()
                assert process.stdout.read(1) == "{"
                os.killpg(process.pid, signal.SIGINT)
                break
        assert process.wait(20) == 130
        (line,) = process.stderr.read().splitlines()
        assert line.startswith("dragoman: interrupted after ")
    finally:
        process.kill()


def test_a_dead_process_is_told(row: Row, dragoman: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from concurrent.futures.process import BrokenProcessPool

    def die(*_: Any) -> Iterator[Any]:
        raise BrokenProcessPool("a process in the pool was terminated abruptly")
        yield

    monkeypatch.setattr("dragoman.run.code_all", die)
    result = dragoman("code", "-", "--format", "jsonl", input=json.dumps(row()))
    assert result.exit_code == 1
    (line,) = told(result)
    assert "fewer --jobs" in line


@pytest.mark.parametrize("form", ["jsonl", "table", "html"])
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_closed_pipe_is_told(form: str, jobs: str, tmp_path: Path, row: Row) -> None:
    file = tmp_path / "many.jsonl"
    file.write_text("\n".join(json.dumps(row(id=str(number))) for number in range(400)))
    command = [sys.executable, "-m", "dragoman", "code", str(file), "--format", form, "--jobs", jobs]
    read, write = os.pipe()
    process = subprocess.Popen(command, stdout=write, stderr=subprocess.PIPE, text=True)
    os.close(write)
    os.close(read)
    assert process.stderr is not None
    lines = process.stderr.read().splitlines()
    process.wait()
    assert len(lines) == 1, lines
    assert lines[0].startswith("dragoman: standard output was closed after ")
    assert process.returncode == 1
