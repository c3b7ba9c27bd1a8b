"""The data beside the pages: stable paging, the same filters, downloads, one description."""

from __future__ import annotations

import csv
import io
import zipfile

import pytest
from starlette.testclient import TestClient

PAIR = "/pairs/AZE-KAZ"


def all_of(pages: TestClient, address: str, key: str) -> list[dict[str, object]]:
    """All rows of a listing, stretch by stretch."""
    out: list[dict[str, object]] = []
    while address:
        answer = pages.get(address).json()
        out += answer[key]
        address = answer["next"]
    return out


@pytest.mark.parametrize("limit", [1, 7, 50, 1000])
def test_a_timeline_is_the_same_however_it_is_cut(pages: TestClient, limit: int) -> None:
    whole = pages.get(f"{PAIR}.json?limit=1000").json()
    assert whole["next"] is None
    assert all_of(pages, f"{PAIR}.json?limit={limit}", "events") == whole["events"]


@pytest.mark.parametrize("limit", [3, 20])
def test_a_search_is_the_same_however_it_is_cut(pages: TestClient, limit: int) -> None:
    whole = pages.get("/search.json?q=Astana&limit=200").json()
    found = all_of(pages, f"/search.json?q=Astana&limit={limit}", "dispatches")
    assert found == whole["dispatches"]
    assert len(found) == whole["total"] == sum(whole["languages"].values()) == sum(whole["years"].values())


@pytest.mark.parametrize(
    ("asked", "holds"),
    [
        ("kind=visit", lambda event: event["kind"] == "visit"),
        ("topic=trade", lambda event: "trade" in event["topics"]),
        ("since=2023-04&until=2023-04", lambda event: (event["date"] or "2023-04")[:7] in ("2023", "2023-04")),
        ("kind=&topic=&lang=&since=&until=&person=", lambda event: True),
    ],
)
def test_filters(pages: TestClient, asked: str, holds: object) -> None:
    found = pages.get(f"{PAIR}.json?limit=1000&{asked}").json()["events"]
    flat = [event for one in found for event in (one, *one["parts"])]
    assert flat
    assert callable(holds)
    assert all(map(holds, flat))
    rows = list(csv.DictReader(io.StringIO(pages.get(f"{PAIR}.csv?{asked}").text)))
    assert {row["id"] for row in rows} == {event["id"] for event in flat}
    assert len(rows) == len(flat)


def test_a_person_filters_and_stays_chosen(pages: TestClient) -> None:
    for person in pages.get(f"{PAIR}/persons.json").json()[:3]:
        found = pages.get(f"{PAIR}.json", params={"person": person["id"], "limit": 1000}).json()["events"]
        assert all(any(actor["name"] for actor in event["actors"]) for event in found)
        page = pages.get(PAIR, params={"person": person["id"]}).text
        assert f'<option value="{person["id"]}" selected>' in page


def test_a_part_whose_visit_is_filtered_out_stands_alone(pages: TestClient) -> None:
    found = pages.get(f"{PAIR}.json?kind=meeting&limit=1000").json()["events"]
    assert any(event["part_of"] for event in found)
    assert all(event["kind"] == "meeting" for event in found)


def test_a_search_narrowed(pages: TestClient) -> None:
    found = pages.get("/search.json?q=Tokajew&lang=ru&year=2023").json()
    assert found["total"] == len(found["dispatches"]) > 0
    assert {(row["lang"], row["date"][:4]) for row in found["dispatches"]} == {("ru", "2023")}
    marked = [text for row in found["dispatches"] for passage in row["passages"] for text, words in passage if words]
    assert any(text.startswith("Токаев") for text in marked)


@pytest.mark.parametrize("query", ["", "...", '"', "a AND OR NEAR(", "q0", "%", "¼", "'; DROP TABLE dispatch; --"])
def test_odd_queries_find_nothing_or_something(pages: TestClient, query: str) -> None:
    assert pages.get("/search", params={"q": query}).status_code == 200
    assert pages.get("/search.json", params={"q": query}).status_code == 200


def test_the_report_to_keep(pages: TestClient) -> None:
    word = pages.get(f"{PAIR}/report.docx?since=2022&until=2025")
    assert "word/document.xml" in zipfile.ZipFile(io.BytesIO(word.content)).namelist()
    assert "AZE-KAZ-report.docx" in word.headers["content-disposition"]
    assert pages.get(f"{PAIR}/report.md?until=2025&lang=de").text.startswith("# Aserbaidschan und Kasachstan")
    assert pages.get(f"{PAIR}/report.html?until=2025").headers["content-type"].startswith("text/html")


def test_the_description_names_every_address_and_error(pages: TestClient) -> None:
    spec = pages.get("/openapi.json").json()
    assert len(spec["paths"]) >= 18
    for path, methods in spec["paths"].items():
        for taken in methods.values():
            assert taken["summary"], path
            refused = taken["responses"]["422"]["content"]["application/json"]["schema"]
            assert refused == {"$ref": "#/components/schemas/Problem"}


def test_a_dispatch_is_coded_and_not_stored(pages: TestClient) -> None:
    before = pages.get("/search.json?q=Mbeki").json()["total"]
    text = "Foreign Minister Ada Mbeki of Kenya met Japanese Foreign Minister Ken Mori in Nairobi on Monday."
    coded = pages.post("/try.json", json={"text": text, "date": "2024-05-08"}).json()
    assert [record["kind"] for record in coded["records"]] == ["meeting"]
    page = pages.post("/try", data={"text": text, "date": "2024-05-08", "lang": ""}).text
    assert "1 record, English, 8 May 2024" in page
    assert 'class="ev k-meeting"' in page
    assert pages.get("/search.json?q=Mbeki").json()["total"] == before
