"""Tables of events, records and actors, read back by the formats' own readers."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from dragoman.export.data import ledger
from dragoman.export.data.columns import TABLES
from dragoman.export.data.registry import FORMATS
from dragoman.export.data.told import Told
from dragoman.ledger import Ledger
from dragoman.ledger.pairs import Pair
from dragoman.ledger.queries import Filter

From = Callable[..., Iterator[Told]]
Written = Callable[..., Any]

AZE_KAZ = Pair("AZE", "KAZ")
APRIL = {"pair": AZE_KAZ, "since": "2023-04-10", "until": "2023-04-11", "kinds": ("visit",)}


def table(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


def test_an_event_is_a_row(from_ledger: From, written: Written) -> None:
    (row,) = table(written("csv", from_ledger(**APRIL))["events"])
    assert (row["pair"], row["kind"], row["status"], row["date"]) == ("AZE-KAZ", "visit", "done", "2023-04-10")
    assert (row["place"], row["latitude"], row["longitude"]) == ("Astana", "51.18", "71.45")
    assert (row["plover_type"], row["plover_mode"], row["quad"], row["cameo"]) == ("CONSULT", "visit", "1", "042")
    assert int(row["sources"]) == 17
    assert len(row["langs"].split("; ")) == 10
    assert len(row["records"].split("; ")) >= 17
    assert "guest: Ilham Aliyev (head of state, AZE)" in row["actors"].split("; ")


def test_its_records_and_actors_refer_to_it(from_ledger: From, written: Written) -> None:
    tables = {name: table(data) for name, data in written("csv", from_ledger(**APRIL)).items()}
    (event,) = tables["events"]
    assert {row["id"] for row in tables["records"]} == set(event["records"].split("; "))
    assert {row["event"] for row in (*tables["records"], *tables["actors"])} == {event["id"]}
    own = [row for row in tables["actors"] if not row["record"]]
    assert {row["role"]: row["side"] for row in own} == {"guest": "actor", "host": "recipient"}
    assert {row["record"] for row in tables["actors"]} - {""} == {row["id"] for row in tables["records"]}
    (guest,) = {row["key"] for row in own if row["role"] == "guest"}
    assert sum(row["key"] == guest for row in tables["actors"]) > len(own)


def test_records_quote_their_dispatches(from_codings: From, written: Written) -> None:
    from ... import samples

    texts = {coding.dispatch.id: coding.dispatch.text for coding in samples.codings()}
    rows = table(written("csv", from_codings())["records"])
    assert len(rows) == sum(len(coding.records) for coding in samples.codings())
    for row in rows:
        for start, end in zip(row["starts"].split("; "), row["ends"].split("; "), strict=True):
            assert texts[row["dispatch"]][int(start) : int(end)] in row["quotes"]


def test_parquet_has_what_csv_has(from_ledger: From, written: Written) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    plain, typed = written("csv", from_ledger()), written("parquet", from_ledger())
    for name in TABLES:
        kept = parquet.read_table(io.BytesIO(typed[name]))
        assert kept.column_names == [column.name for column in TABLES[name].columns]
        assert [shown(row) for row in kept.to_pylist()] == table(plain[name])
    meant = parquet.read_schema(io.BytesIO(typed["events"])).field("quad").metadata[b"meaning"]
    assert meant.startswith(b"quad class")


def shown(row: dict[str, Any]) -> dict[str, str]:
    """A typed row as CSV writes it."""
    return {
        name: "" if value is None else "; ".join(map(str, value)) if isinstance(value, list) else str(value)
        for name, value in row.items()
    }


def test_lines_hold_records_as_they_were_coded(from_ledger: From, written: Written) -> None:
    from ... import samples

    told = [json.loads(line) for line in written("jsonl", from_ledger()).splitlines()]
    coded = [record.to_json() for coding in samples.codings() for record in coding.records]
    kept = [telling["record"] for event in told for telling in event["tellings"]]
    assert sorted(map(json.dumps, kept)) == sorted(map(json.dumps, coded))


@pytest.mark.parametrize("name", [name for name, form in FORMATS.items() if not (form.tables or form.binary)])
def test_events_are_written_as_they_come(name: str, from_ledger: From) -> None:
    out, sizes = io.BytesIO(), []

    def watched() -> Iterator[Told]:
        for one in from_ledger():
            sizes.append(out.tell())
            yield one

    kept = FORMATS[name].writer()(watched(), out)
    assert kept - 1 <= len(set(sizes)) <= kept + 2  # each that is kept grows the file, and the head


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_events_give_the_same_bytes(name: str, from_ledger: From, written: Written) -> None:
    if name == "parquet":
        pytest.importorskip("pyarrow")
    assert written(name, from_ledger()) == written(name, from_ledger())


@pytest.mark.parametrize(
    ("wanted", "kinds"),
    [
        ({"pair": AZE_KAZ}, None),
        ({"kinds": ("visit", "body")}, {"visit", "body"}),
        ({"topic": "culture", "since": "2023"}, None),
        ({"pair": AZE_KAZ, "until": "2022-12"}, None),
    ],
)
def test_a_filter_holds_for_codings_as_for_a_ledger(
    wanted: dict[str, Any], kinds: set[str] | None, from_ledger: From, from_codings: From
) -> None:
    joined = {telling.id for one in from_ledger(**wanted) for telling in one.tellings}
    alone = {one.event.kind for one in from_codings(**wanted)}
    assert joined
    assert kinds is None or alone == kinds
    assert alone == {one.event.kind for one in from_ledger(**wanted)}


def test_events_alone_are_the_same_with_less_read(address: str, written: Written) -> None:
    with Ledger(address) as kept, kept.reading() as connection:
        more, less = (written("csv", ledger.told(connection, Filter(), whole=whole)) for whole in (True, False))
    assert more["events"] == less["events"]
    assert more["records"] != less["records"]
