"""Formats are told apart, and every kind of source is walked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dragoman.intake import read_all
from dragoman.intake.registry import archive, detect

LONG = b'{"id": "a", "text": "' + b"x" * 500

DETECT = [
    (".txt", b'{"id": "a"}\n', "text", "the ending settles it"),
    (".jsonl", b"[1]", "jsonl", "the ending settles it"),
    (".ndjson", b"", "jsonl", "the ending settles it"),
    (".json", b'[\n{"id": "a"}\n]', "json", "a list"),
    (".json", b'{\n "id": "a"\n}', "json", "an object over several lines"),
    (".json", b'{"id": "a"}\n{"id": "b"}\n', "jsonl", "an object a line under the wrong ending"),
    (".json", b"", "json", "nothing to go by"),
    ("", b"Oslo, 8 May. The ministers met.", "text", "neither brace nor bracket"),
    ("", b'  [{"id": "a"}]', "json", "a list"),
    ("", b'{"id": "a", "text": "b"}\n', "jsonl", "one line is one object"),
    ("", b'{"id": "a", "te\n{"id": "b"}\n', "jsonl", "the first line is broken, the second opens again"),
    ("", b'{"id": "a",\n "text": "b"}', "json", "the object goes on in the next line"),
    ("", LONG, "jsonl", "no end of line in sight"),
    ("", b'\xef\xbb\xbf{"id": "a"}', "jsonl", "behind a byte order mark"),
    (".xml", b"<?xml version='1.0'?><!-- x --><rss version='2.0'>", "feed", "the root element"),
    (".xml", b"<!DOCTYPE newsMessage [<!ENTITY a 'b'>]>\n<newsMessage>", "newsml", "behind a document type"),
    (".xml", b"<html xmlns='http://www.w3.org/1999/xhtml'>", "html", "XHTML"),
    (".xml", b"<svg/>", "newsml", "which says that it is not read"),
    ("", b"<n:newsItem xmlns:n='x'>", "newsml", "with a prefix"),
    ("", "<feed>".encode("utf-16"), "feed", "UTF-16"),
    ("", b"<!-- x --><!DOCTYPE html>", "html", "a page"),
    ("", b"<3 Oslo", "text", "no markup"),
    (".html", b"Oslo", "html", "the ending settles it"),
    ("", b"From: a@b.example\r\nDate: x\r\n\r\n", "mail", "headers of mail"),
    ("", b"Oslo: the ministers met\nDate: unknown\n", "text", "one such line"),
    ("", b'"id";"Text"\n', "csv", "columns called as fields are"),
    ("", b"Text, and more text\n", "text", "words with a comma between"),
    ("", b"PAR1", "parquet", "its mark"),
]


@pytest.mark.parametrize(("suffix", "head", "name", "why"), DETECT, ids=[f"{row[0]} {row[3]}" for row in DETECT])
def test_formats_are_told_apart(suffix: str, head: bytes, name: str, why: str) -> None:
    assert detect(suffix, head).name == name


ARCHIVES = [
    (b"\x1f\x8b\x08", "gzip"),
    (b"BZh91AY&SY", "bzip2"),
    (b"BZh is a word", None),
    (b"\xfd7zXZ\x00", "xz"),
    (b"PK\x03\x04", "zip"),
    (b"x" * 257 + b"ustar", "tar"),
    (b"WARC/1.1\r\n", "warc"),
    (b"text", None),
]


@pytest.mark.parametrize(("head", "name"), ARCHIVES)
def test_archives_are_told_by_their_marks(head: bytes, name: str | None) -> None:
    found = archive(head)
    assert (found and found.name) == name


def test_folders_are_walked_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a/2.txt", "a/1.txt", ".hidden.txt", ".git/x.txt", "notes.md", "c.TXT"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    items = list(read_all([str(tmp_path)]))
    assert [item.dispatch.text for item in items if item.dispatch] == ["a/1.txt", "a/2.txt", "b.txt", "c.TXT"]


def test_the_output_is_not_read_as_input(tmp_path: Path) -> None:
    (tmp_path / "in.txt").write_text("x")
    out = tmp_path / "out.jsonl"
    out.write_text(json.dumps({"text": "coded before"}))
    items = list(read_all([str(tmp_path)], skip=[out]))
    assert [item.where for item in items] == [str(tmp_path / "in.txt")]


def test_ids_come_from_the_source(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("x")
    (tmp_path / "two.jsonl").write_text('{"text": "x"}\n\n{"text": "y", "id": "own"}\n{"text": "z"}\n')
    (tmp_path / "zlist.json").write_text('[{"text": "x"}, {"text": "y"}]')
    (tmp_path / "zone.json").write_text('{"text": "x"}\n')
    ids = [item.dispatch.id for item in read_all([str(tmp_path)]) if item.dispatch]
    assert ids == ["one", "two-1", "own", "two-4", "zlist-1", "zlist-2", "zone-1"]


def test_sizes_add_up_to_the_files(tmp_path: Path) -> None:
    lines = [json.dumps({"text": "x" * size}) for size in (10, 70_000, 3)]
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    (tmp_path / "b.json").write_text("[" + ",\n".join(lines) + "]")
    (tmp_path / "c.txt").write_text("xyz")
    size = sum(file.stat().st_size for file in tmp_path.iterdir())
    assert sum(item.size for item in read_all([str(tmp_path)])) == size
