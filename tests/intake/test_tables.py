"""Tables: as spreadsheets, pandas and people write them."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from dragoman.intake import columns, csv, parquet
from dragoman.intake.item import Item
from dragoman.intake.source import Reading, Source
from dragoman.model import DispatchError


def _read(data: str | bytes, module: Any = csv, **mapped: str) -> list[Item]:
    source = Source.of(data.encode() if isinstance(data, str) else data, "f", "f")
    return list(module.read(replace(source, reading=Reading(columns=mapped))))


def _told(items: list[Item]) -> list[tuple[str, str]]:
    """Where each item stands, and its text; or its problem, with an exclamation mark before it."""
    return [(item.where, item.dispatch.text if item.dispatch else f"!{item.problem}") for item in items]


SOUND = [
    ("id,text\n1,a\n2,b\n", "commas"),
    ("id;text\n1;a\n2;b\n", "semicolons, as where the comma is for decimals"),
    ("id\ttext\n1\ta\n2\tb\n", "tabs"),
    ("\ufeffid;text\r\n1;a\r\n2;b\r\n", "Excel: byte order mark, returns"),
    ("sep=;\r\nid;text\r\n1;a\r\n2;b\r\n", "Excel: a line for itself"),
    ('"id","text"\n"1","a"\n"2","b"', "all quoted, no last line end"),
    ("ID, Text ,other\n1,a,\n2,b\n", "names in any case, spaces, a short row"),
    ("id,text\n\n1,a\n,\n2,b\n", "empty rows"),
]


@pytest.mark.parametrize(("data", "why"), SOUND, ids=[row[1] for row in SOUND])
def test_tables_as_programs_write_them(data: str, why: str) -> None:
    for encoded in (data.encode(), data.lstrip("\ufeff").encode("utf-16")):
        read = _read(encoded)
        assert [(item.dispatch.id, item.dispatch.text) for item in read if item.dispatch] == [("1", "a"), ("2", "b")]
        assert not [item.problem for item in read if item.problem]


def test_quoted_line_ends_and_quotes_and_the_lines_that_are_told() -> None:
    data = 'id;text\n1;"He said: ""no"";\r\nand left"\n2;b;c;d\n3;c\n'
    assert _told(_read(data)) == [
        ("f:2", 'He said: "no";\r\nand left'),
        ("f:4", "!4 fields, the first row names 2: quote what holds the separator"),
        ("f:5", "c"),
    ]


def test_columns_are_mapped() -> None:
    data = "No,Body,Published,Version,Sprache\n7,a,08.05.2024 23:30,2,de-AT\n"
    (item,) = _read(data, id="No", text="body", date="Published", version="Version", lang="Sprache")
    assert item.dispatch
    told = item.dispatch
    assert (told.id, told.guid, told.text, told.date, told.version, told.lang) == ("7", "7", "a", "2024-05-08", 2, "de")


BAD = [
    ("id,body\n1,a\n", {}, "no column 'text' (it has id, body): name it with --map text=COLUMN", "no text"),
    ("id,text\n1,a\n", {"date": "Day"}, "no column 'Day' for 'date' (it has id, text)", "a column that is not there"),
    ("id,text\n1,\n", {}, "no text in this row", "an empty text"),
    ("date,text\n5/6/2024,a\n", {}, "impossible date '5/6/2024'", "nobody can tell the month"),
    ('id,text\n1,"a\n2,b\n', {}, "never closed", "quotes without end"),
    ('id,"text\n1,a\n', {}, "never closed", "quotes without end in the first row"),
    ('id,text\n1,"a"b"\n', {}, "not a row", "quotes within quotes"),
    ("id,text\n1,caf\xe9\n".encode("latin-1"), {}, "not UTF-8 in this row", "another encoding"),
    (b"id,text\n1,\0\0\0\0", {}, "binary", "no text at all"),
    ("id,text\n1," + "x" * 5_000_000, {}, "at most 200,000", "a line without end"),
    ("", {}, "no column 'text' (it has none)", "nothing"),
]


@pytest.mark.parametrize(("data", "mapped", "word", "why"), BAD, ids=[row[3] for row in BAD])
def test_what_cannot_be_read_is_told(data: str | bytes, mapped: dict[str, str], word: str, why: str) -> None:
    item = _read(data, **mapped)[0]
    assert item.problem
    assert word in item.problem


def test_a_line_without_end_costs_only_itself() -> None:
    read = _read("id,text\n1," + "x" * 9_000_000 + "\n2,b\n")
    assert [item.where for item in read] == ["f:2", "f:3"]
    assert [item.dispatch.id for item in read if item.dispatch] == ["2"]


def test_a_bad_row_costs_only_itself() -> None:
    rows = [f"{n},2024-05-0{n + 1},text {n}".encode() for n in range(8)]
    rows[2], rows[4], rows[6] = b"2,2024-05-08,caf\xe9", b"4,soon,x", b'6,2024-05-08,"a"b'
    read = _read(b"id,date,text\n" + b"\n".join(rows))
    assert [item.dispatch.id for item in read if item.dispatch] == ["0", "1", "3", "5", "7"]
    assert [item.where for item in read if item.problem] == ["f:4", "f:6", "f:8"]


MAPS = [("text", "names no column"), ("body=text", "no field 'body'"), ("text=", "names no column")]


@pytest.mark.parametrize(("value", "word"), MAPS)
def test_maps_that_cannot_be(value: str, word: str) -> None:
    assert columns.parse_map("text=Body, date=Day") == {"text": "Body", "date": "Day"}
    with pytest.raises(DispatchError, match=word):
        columns.parse_map(value)


ALMATY = timezone(timedelta(hours=6))
TABLE = {
    "id": pa.array([1, 2, 3]),
    "body": pa.array(["a", None, "c"]),
    "when": pa.array([datetime(2024, 5, 8, 23, 30, tzinfo=ALMATY)] * 3, pa.timestamp("us", "Asia/Almaty")),
    "version": pa.array([1.0, float("nan"), 3.0]),
    "weight": pa.array([b"x" * 10] * 3),
}


def _parquet(table: dict[str, Any], **options: Any) -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.table(table), out, **options)
    return out.getvalue()


@pytest.mark.parametrize("compression", ["snappy", "zstd", "none"])
def test_parquet(compression: str) -> None:
    first, second, third = _read(_parquet(TABLE, compression=compression), parquet, text="body", date="when")
    assert first.dispatch
    assert third.dispatch
    assert (first.dispatch.id, first.dispatch.text, first.dispatch.version) == ("1", "a", 1)
    assert datetime.fromisoformat(first.dispatch.sent or "").astimezone(UTC) == datetime(2024, 5, 8, 17, 30, tzinfo=UTC)
    assert (third.where, third.dispatch.text) == ("f:3", "c")
    assert second.problem == "no text in this row: remove it"


@pytest.mark.parametrize("cut", [4, 100, -4])
def test_parquet_that_is_cut_off(cut: int) -> None:
    (item,) = _read(_parquet(TABLE)[:cut], parquet)
    assert item.problem
    assert "Parquet" in item.problem
    assert "\n" not in item.problem


def test_parquet_passes_through_row_by_row(tmp_path: Path) -> None:
    texts = [f"{n} " + "Ships and ports. " * 3000 for n in range(3000)]
    pq.write_table(pa.table({"text": texts}), tmp_path / "big.parquet", row_group_size=3000, use_dictionary=False)
    del texts
    before = pa.total_allocated_bytes()
    with (tmp_path / "big.parquet").open("rb", buffering=1 << 16) as stream:
        for number, item in enumerate(parquet.read(Source(stream, "f", "f"))):
            assert item.dispatch
            assert item.dispatch.text.startswith(f"{number} ")
            assert pa.total_allocated_bytes() - before < 80_000_000  # of 150 million
    assert number == 2999
