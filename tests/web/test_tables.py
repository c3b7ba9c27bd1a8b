"""Listings to take along: CSV and XLSX say the same, and both say what the pages do."""

from __future__ import annotations

import csv
import io
import re
import warnings
from datetime import datetime
from typing import Any

import openpyxl
import pytest
from openpyxl.utils.escape import unescape
from starlette.testclient import TestClient

from dragoman.ledger.views import Event
from dragoman.web.tables import comma, excel
from dragoman.web.tables.listings import EVENTS
from dragoman.web.tables.registry import FORMATS
from dragoman.web.tables.table import Table

PAIR = "/pairs/AZE-KAZ"

LISTINGS = [
    PAIR,
    f"{PAIR}?kind=visit&since=2023&until=2023-06",
    f"{PAIR}?lang=ar",
    f"{PAIR}/commitments?on=2023-07-01",
    f"{PAIR}/documents",
    f"{PAIR}/bodies",
    f"{PAIR}/persons",
    "/pairs",
    "/pairs?since=2023&until=2023",
    "/pairs/JPN-KEN",
    "/pairs/KEN-GHA",
]


def of(address: str, form: str) -> str:
    path, mark, asked = address.partition("?")
    return f"{path}.{form}{mark}{asked}"


def sheet(content: bytes) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return openpyxl.load_workbook(io.BytesIO(content)).active


def texts(of_sheet: Any) -> list[list[str]]:
    """The cells of a sheet as a CSV would have them."""
    return [[_text(cell) for cell in row] for row in of_sheet.iter_rows(values_only=True)]


def _text(cell: object) -> str:
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    told = "" if cell is None else unescape(str(cell))
    return f"'{told}" if isinstance(cell, str) and told.startswith(("=", "+", "-", "@")) else told


@pytest.mark.parametrize("address", LISTINGS)
def test_both_formats_say_the_same(pages: TestClient, address: str) -> None:
    answers = {form: pages.get(of(address, form)) for form in FORMATS}
    for form, answer in answers.items():
        assert answer.status_code == 200
        assert re.search(rf'filename="[\w.-]+\.{form}"', answer.headers["content-disposition"])
    rows = list(csv.reader(io.StringIO(answers["csv"].content.decode(), newline="")))
    assert texts(sheet(answers["xlsx"].content)) == rows
    assert len(rows) > 1 or "KEN-GHA" in address
    assert len({len(row) for row in rows}) == 1
    assert pages.get(of(address, "xlsx")).content == answers["xlsx"].content, "the same bytes each time"


def test_a_sheet_is_ready_to_work_with(pages: TestClient) -> None:
    found = sheet(pages.get(f"{PAIR}.xlsx").content)
    assert (found.title, found.freeze_panes) == ("Events", "A2")
    assert found.auto_filter.ref == f"A1:M{found.max_row}"
    assert found["A1"].font.bold
    heads = {cell.value: cell.column_letter for cell in found[1]}
    dates = [cell for cell in found[heads["date"]][1:] if cell.value]
    known = [cell for cell in dates if isinstance(cell.value, datetime)]
    assert known
    assert {cell.number_format for cell in known} == {"yyyy-mm-dd"}
    assert all(re.fullmatch(r"\d{4}(-\d\d)?", cell.value) for cell in dates if cell not in known)
    assert all(isinstance(cell.value, int) for cell in found[heads["sources"]][1:])
    assert found.column_dimensions[heads["actors"]].width > found.column_dimensions[heads["id"]].width


@pytest.mark.parametrize(
    ("address", "key"),
    [
        (f"{PAIR}/documents", None),
        (f"{PAIR}/bodies", None),
        (f"{PAIR}/persons", None),
        ("/pairs", None),
    ],
)
def test_a_table_has_every_row_of_the_data(pages: TestClient, address: str, key: str | None) -> None:
    rows = list(csv.DictReader(io.StringIO(pages.get(of(address, "csv")).text)))
    data = pages.get(of(address, "json")).json()
    column = "pair" if address == "/pairs" else "id"
    assert sorted(row[column] for row in rows) == sorted(one[column] for one in data)


def test_the_events_of_a_person(pages: TestClient) -> None:
    for one in pages.get(f"{PAIR}/persons.json").json()[:3]:
        asked = "since=2023&until=2024"
        rows = list(csv.DictReader(io.StringIO(pages.get(f"/persons/{one['id']}.csv?{asked}").text)))
        data = pages.get(f"/persons/{one['id']}.json?limit=1000&{asked}").json()["events"]
        assert {row["id"] for row in rows} == {event["id"] for told in data for event in (told, *told["parts"])}
        assert texts(sheet(pages.get(f"/persons/{one['id']}.xlsx?{asked}").content))[1:] == [
            [*row.values()] for row in rows
        ]


def test_commitments_as_they_stood(pages: TestClient) -> None:
    asked = "on=2023-07-01"
    rows = list(csv.DictReader(io.StringIO(pages.get(f"{PAIR}/commitments.csv?{asked}").text)))
    data = pages.get(f"{PAIR}/commitments.json?{asked}").json()
    told = {one["id"]: (one["state"], one["made"], one["due"] or "") for one in data if not one["at_once"]}
    assert {row["id"]: (row["state"], row["made"], row["due"]) for row in rows} == told


@pytest.mark.parametrize("form", FORMATS)
def test_every_page_says_where_its_tables_are(pages: TestClient, form: str) -> None:
    person = pages.get(f"{PAIR}/persons.json").json()[0]["id"]
    addresses = (f"{PAIR}?kind=visit", f"{PAIR}/persons", "/pairs?since=2023", f"/persons/{person}?since=2023")
    for address in addresses:
        found = re.findall(rf'href="([^"]+)">{form.upper()}</a>', pages.get(address).text)
        assert found, address
        target = pages.base_url.join(address).join(found[0])
        assert pages.get(str(target)).status_code == 200
        assert "?" not in address or target.query.decode() == address.partition("?")[2]


HARM = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\x00\x1b[31m",
    "\ufffe\uffff",
    "_x0041_",
    "http://x.example",
    "x" * 40_000,
]


def event(name: str | None, date: str | None = None) -> Event:
    return Event("e1", "AZE-KAZ", "visit", "state", None, "done", date, None, None, name, 1, 1, 1, None, None)


@pytest.mark.parametrize("name", HARM)
def test_no_cell_does_harm(name: str) -> None:
    table = Table("one", "Events", EVENTS, [event(name)])
    rows = list(csv.reader(io.StringIO(b"".join(comma.write(table)).decode(), newline="")))
    assert not any(cell.startswith(("=", "+", "-", "@", "\t")) for cell in rows[1])
    found = sheet(b"".join(excel.write(table)))
    (cell,) = (cell for cell in found[2] if cell.value and found.cell(1, cell.column).value == "name")
    assert (cell.data_type, cell.hyperlink) == ("s", None)
    assert texts(found)[1][cell.column - 1][: excel.LONGEST - 1] == rows[1][8][: excel.LONGEST - 1]


@pytest.mark.parametrize(
    ("date", "is_day"),
    [("2023-04-10", True), ("2023-04", False), ("2023", False), ("1899-12-31", False), ("1900-01-01", False)],
)
def test_days_are_days_where_they_are_known(date: str, is_day: bool) -> None:
    found = sheet(b"".join(excel.write(Table("one", "Events", EVENTS, [event(None, date)]))))
    assert isinstance(found["F2"].value, datetime) is is_day
    assert texts(found)[1][5] == date
