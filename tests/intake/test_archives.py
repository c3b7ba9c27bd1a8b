"""Archives: what lies in them is read, whole or cut off, and none takes more than it may."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.intake import bounds, read_all
from dragoman.intake.item import Item
from dragoman.intake.source import Reading

FILES = {
    "a.txt": b"first",
    "news/b.jsonl": b'{"id": "b1", "text": "second"}\n{"id": "b2", "text": "third"}\n',
    "news/.hidden.txt": b"hidden",
    "__MACOSX/a.txt": b"hidden",
    "picture.png": b"\x89PNG\r\n",
    "../../outside.txt": b"fourth",
    "/etc/absolute.csv": b"id,text\nc1,fifth\n",
}
TEXTS = ["first", "second", "third", "fourth", "fifth"]


def zipped(files: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def tarred(files: dict[str, bytes], form: int = tarfile.PAX_FORMAT) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=form) as archive:
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
        link = tarfile.TarInfo("link.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    return out.getvalue()


PACKED: list[tuple[str, Callable[[dict[str, bytes]], bytes]]] = [
    ("news.zip", zipped),
    ("stored.zip", lambda files: zipped(files, zipfile.ZIP_STORED)),
    ("lzma.zip", lambda files: zipped(files, zipfile.ZIP_LZMA)),
    ("news.tar", tarred),
    ("gnu.tar", lambda files: tarred(files, tarfile.GNU_FORMAT)),
    ("news.tar.gz", lambda files: gzip.compress(tarred(files))),
    ("news.tgz", lambda files: gzip.compress(tarred(files))),
    ("news.tar.bz2", lambda files: bz2.compress(tarred(files))),
    ("news.tar.xz", lambda files: lzma.compress(tarred(files))),
    ("news", zipped),
    ("wrong.txt", lambda files: gzip.compress(tarred(files))),
]


def _read(tmp_path: Path, name: str, data: bytes, reading: Reading | None = None) -> list[Item]:
    (tmp_path / name).write_bytes(data)
    return list(read_all([str(tmp_path / name)], reading=reading))


def _texts(items: list[Item]) -> list[str]:
    return [item.dispatch.text for item in items if item.dispatch]


def _problems(items: list[Item]) -> list[str]:
    return [f"{item.where.rpartition('/')[2]}: {item.problem}" for item in items if item.problem]


@pytest.mark.parametrize(("name", "pack"), PACKED, ids=[row[0] for row in PACKED])
def test_archives(name: str, pack: Callable[[dict[str, bytes]], bytes], tmp_path: Path) -> None:
    items = _read(tmp_path, name, pack(FILES))
    assert _texts(items) == TEXTS
    assert not _problems(items)
    assert [item.where for item in items][1] == f"{tmp_path / name}/news/b.jsonl:1"
    assert [item.dispatch.id for item in items if item.dispatch] == ["a", "b1", "b2", "outside", "c1"]
    assert list(tmp_path.iterdir()) == [tmp_path / name]


@pytest.mark.parametrize(("suffix", "pack"), [(".gz", gzip.compress), (".bz2", bz2.compress), (".xz", lzma.compress)])
def test_single_files(suffix: str, pack: Callable[[bytes], bytes], tmp_path: Path) -> None:
    items = _read(tmp_path, f"b.jsonl{suffix}", pack(b'{"text": "x"}\n') + pack(b'{"text": "y"}\n'))
    assert [(item.where, item.dispatch.id) for item in items if item.dispatch] == [
        (f"{tmp_path}/b.jsonl{suffix}:1", "b-1"),
        (f"{tmp_path}/b.jsonl{suffix}:2", "b-2"),
    ]
    assert sum(item.size for item in items) == (tmp_path / f"b.jsonl{suffix}").stat().st_size


def test_archives_in_archives_and_folders(tmp_path: Path) -> None:
    inner = zipped({"a.txt": b"first", "b.txt.gz": gzip.compress(b"second")})
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "x.tar").write_bytes(tarred({"inner.zip": inner}))
    (tmp_path / "in" / "y.txt").write_bytes(b"third")
    items = list(read_all([str(tmp_path / "in")]))
    assert _texts(items) == ["first", "second", "third"]
    assert items[1].where == str(tmp_path / "in" / "x.tar/inner.zip/b.txt.gz")


ROWS = [json.dumps({"id": str(n), "text": f"text {n} " + str(n * 7919) * 40}) for n in range(2000)]
CUT = [
    ("r.jsonl.gz", gzip.compress("\n".join(ROWS).encode()), "lines"),
    ("r.jsonl.bz2", bz2.compress("\n".join(ROWS).encode(), 1), "lines of bzip2"),
    ("r.jsonl.xz", lzma.compress("\n".join(ROWS).encode()), "lines of xz"),
    ("r.json.gz", gzip.compress(("[" + ",\n".join(ROWS) + "]").encode()), "a list"),
    ("r.tar.gz", gzip.compress(tarred({f"{n}.txt": row.encode() for n, row in enumerate(ROWS)})), "files in tar"),
    ("r.csv.gz", gzip.compress(("text\n" + "\n".join(f"text {n}" for n in range(6000))).encode()), "a table"),
]


@pytest.mark.parametrize(("name", "data", "why"), CUT, ids=[row[2] for row in CUT])
def test_of_what_is_cut_off_the_rest_is_kept(name: str, data: bytes, why: str, tmp_path: Path) -> None:
    whole = _texts(_read(tmp_path, name, data))
    items = _read(tmp_path, name, data[: len(data) * 3 // 4])
    (problem,) = _problems(items)
    assert "cut off or damaged" in problem
    assert items[-1].problem
    kept = _texts(items)
    assert kept == whole[: len(kept)]
    assert len(kept) > len(whole) // 3


@pytest.mark.parametrize("name", ["a.txt.gz", "a.html.gz", "a.eml.gz"])
def test_half_a_text_is_no_text(name: str, tmp_path: Path) -> None:
    text = "".join(f"Subject: x\nFrom: y\n\n<p>The ministers met {n} times in Vienna.</p>" for n in range(4000))
    data = gzip.compress(text.encode())
    items = _read(tmp_path, name, data[: len(data) // 2])
    assert not _texts(items)
    assert len(_problems(items)) == 1


def test_one_damaged_file_of_a_zip_costs_only_itself(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": b"first" * 9, "b.txt": b"second" * 9, "c.txt": b"third" * 9}, zipfile.ZIP_STORED))
    data[data.index(b"second")] = 0x53
    items = _read(tmp_path, "x.zip", bytes(data))
    assert _texts(items) == ["first" * 9, "third" * 9]
    assert [problem.partition(" (")[0] for problem in _problems(items)] == ["b.txt: cut off or damaged"]


def _locked() -> bytes:
    data = bytearray(zipped({"a.txt": b"first"}))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + at] |= 1  # as if it were encrypted
    return bytes(data)


BAD = [
    ("a.zip", zipped(FILES)[:-30], "extract", "a zip without its index"),
    ("a.zip", b"PK\x03\x04 and so on", "extract", "no zip"),
    ("a.zip", _locked(), "password", "locked"),
    ("a.docx", zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"}), "office document", "Word"),
    ("a.odt", zipped({"mimetype": b"application/vnd.oasis", "content.xml": b"<x/>"}), "office document", "Writer"),
    ("a.zip", zipped({"a.png": b"x"}), "no file ending in .atom", "nothing to read"),
    ("a.tar", tarred({"a.png": b"x"}), "no file ending in .atom", "nothing to read in tar"),
    ("a.zip", zipped({}), "no file ending in .atom", "an empty zip"),
    ("a.gz", b"\x1f\x8bnonsense", "damaged", "no gzip"),
    ("a.xz", b"\xfd7zXZ\x00nonsense", "damaged", "no xz"),
    ("a.tar", tarred(FILES)[:300] + b"\xff" * 400, "damaged", "no tar"),
]


@pytest.mark.parametrize(("name", "data", "word", "why"), BAD, ids=[row[3] for row in BAD])
def test_what_cannot_be_opened_is_told(name: str, data: bytes, word: str, why: str, tmp_path: Path) -> None:
    items = _read(tmp_path, name, data)
    (problem,) = _problems(items)
    assert word in problem
    assert not _texts(items)


def _nested(depth: int) -> bytes:
    data, name = b"deep", "x.txt"
    for number in range(depth):
        data, name = zipped({name: data}), f"{number}.zip"
    return data


def _bomb() -> bytes:
    """Four hundred megabytes of nothing in lines, in less than one."""
    packer, out = zlib.compressobj(9, 8, 31), io.BytesIO()
    for _ in range(400):
        out.write(packer.compress(b'{"text": "x"}\n' + b" " * 1_000_000 + b"\n"))
    return out.getvalue() + packer.flush()


def test_a_bomb_goes_off_nowhere(tmp_path: Path) -> None:
    items = _read(tmp_path, "bomb.jsonl.gz", _bomb())
    assert 10 < len(_texts(items)) < 80
    (problem,) = _problems(items)
    assert "more than 250 times its size" in problem
    assert "--no-limits" in problem


def test_bounds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _texts(_read(tmp_path, "deep.zip", _nested(4))) == ["deep"]
    assert "deep: " in _problems(_read(tmp_path, "deep.zip", _nested(5)))[0]
    assert _texts(_read(tmp_path, "deep.zip", _nested(5), Reading(bounded=False))) == ["deep"]
    monkeypatch.setattr(bounds, "MAX_MEMBERS", 3)
    assert "more than 3 files" in _problems(_read(tmp_path, "many.zip", zipped(FILES)))[0]
    assert "more than 3 files" in _problems(_read(tmp_path, "many.tar", tarred(FILES)))[0]
    assert _texts(_read(tmp_path, "many.zip", zipped(FILES), Reading(bounded=False))) == TEXTS
    monkeypatch.setattr(bounds, "MAX_MEMBERS", 100)
    monkeypatch.setattr(bounds, "MAX_EXPANDED", 30)
    items = _read(tmp_path, "much.zip", zipped(FILES))
    assert "expands to more than 30 bytes" in _problems(items)[0]


def test_a_zip_whose_files_are_one_is_a_bomb(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Many names for the same bytes (Fifield, A better zip bomb, 2019) are counted each."""
    monkeypatch.setattr(bounds, "MAX_EXPANDED", 1_000_000)
    data = zipped({f"{n}.txt": b"x" * 100_000 for n in range(30)})
    items = _read(tmp_path, "x.zip", data)
    assert len(_texts(items)) < 12
    (problem,) = _problems(items)
    assert "expands to more than" in problem
