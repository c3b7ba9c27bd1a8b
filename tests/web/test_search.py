"""Search: words in any script, narrowed by what is coded in dispatches, with the events that each tells."""

from __future__ import annotations

import csv
import io
import re
from html import unescape
from itertools import islice
from typing import Any

import pytest
from starlette.testclient import TestClient

from dragoman.web.pages.search import VALUES, offered

from .test_data import all_of

FACETS = {"kinds": "kind", "topics": "topic", "pairs": "pair", "languages": "lang", "years": "year"}

ASKED: list[dict[str, str]] = [
    {"q": "Astana"},
    {"q": "Токаев"},
    {"kind": "visit"},
    {"kind": "visit", "topic": "energy"},
    {"pair": "AZE-KAZ", "year": "2023"},
    {"q": "Токаев", "kind": "visit", "pair": "KAZ-AZE", "lang": "ru"},
]


def found(pages: TestClient, **asked: str) -> dict[str, Any]:
    answer: dict[str, Any] = pages.get("/search.json", params={"limit": "200", **asked}).json()
    return answer


@pytest.mark.parametrize("asked", ASKED, ids=str)
def test_a_count_is_what_choosing_it_finds(pages: TestClient, asked: dict[str, str]) -> None:
    whole = found(pages, **asked)
    assert whole["total"] == len(whole["dispatches"]) > 0
    for facet, name in FACETS.items():
        for value, number in islice(whole[facet].items(), 6):
            assert found(pages, **{**asked, name: value})["total"] == number, (facet, value)


@pytest.mark.parametrize("asked", ASKED, ids=str)
@pytest.mark.parametrize("limit", [3, 20])
def test_a_search_is_the_same_however_it_is_cut(pages: TestClient, asked: dict[str, str], limit: int) -> None:
    query = str(pages.build_request("GET", "/search.json", params={**asked, "limit": str(limit)}).url)
    assert all_of(pages, query, "dispatches") == found(pages, **asked)["dispatches"]


def test_hits_tell_their_events_those_asked_for_first(pages: TestClient) -> None:
    for hit in found(pages, kind="visit", pair="AZE-KAZ")["dispatches"]:
        dispatch = pages.get(f"/dispatches/{hit['id']}.json").json()
        joined = [told["event"] for told in dispatch["records"] if told["event"]]
        assert {event["id"] for event in hit["events"]} <= set(joined)
        assert len(hit["events"]) + hit["more_events"] == len(joined)
        assert "visit" in [told["record"]["kind"] for told in dispatch["records"]]
        wanted = [(event["kind"], event["unit"]) == ("visit", "AZE-KAZ") for event in hit["events"]]
        assert wanted == sorted(wanted, reverse=True)
        assert all(event["sentence"] for event in hit["events"])


def test_the_page_shows_facets_events_and_what_is_chosen(pages: TestClient) -> None:
    page = unescape(pages.get("/search?q=Astana&kind=visit&pair=AZE-KAZ&year=2023").text)
    for words in ("Kinds", "Topics", "Pairs", "Languages", "Years", "<mark>Astana</mark>", "official visit:"):
        assert words in page
    assert '<option value="visit" selected>' in page
    assert re.search(
        r'<li class="on"><a href="/search\?q=Astana&pair=AZE-KAZ&year=2023" aria-current="true">visit ×', page
    )
    for event in re.findall(r'href="(/events/\w+)"', page)[:3]:
        assert pages.get(event).status_code == 200


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("", "Give words"),
        ("q=", "Give words"),
        ("q=Timbuktu", "No dispatch holds all of these words. Give fewer"),
        ("q=Timbuktu&kind=visit", "and is as was chosen. Give fewer, or"),
        ("year=1066", "No dispatch is as was chosen, or"),
        ("q=!!&kind=visit", "No dispatch holds all of these words"),
    ],
)
def test_nothing_found_says_what_to_do(pages: TestClient, asked: str, words: str) -> None:
    page = re.sub(r"<[^>]+>", "", pages.get(f"/search?{asked}").text)
    assert words in " ".join(page.split())


def test_a_table_of_all_hits(pages: TestClient) -> None:
    whole = found(pages, q="Astana", kind="meeting")
    rows = list(csv.DictReader(io.StringIO(pages.get("/search.csv?q=Astana&kind=meeting").text)))
    assert [row["id"] for row in rows] == [str(hit["id"]) for hit in whole["dispatches"]]
    assert all("Astana" in row["passages"] or row["title"] for row in rows)


@pytest.mark.parametrize(("number", "chosen"), [(3, None), (30, None), (30, "1900")])
@pytest.mark.parametrize("facet", ["topic", "year"])
def test_the_values_offered(facet: str, number: int, chosen: str | None) -> None:
    counted = {str(1900 + n): n for n in range(number)}
    shown = offered(facet, counted, chosen)
    assert len(shown) == min(number, VALUES)
    assert list(shown) == sorted(shown, reverse=facet != "year"), "the most first, years in their order"
    assert chosen is None or chosen in shown
    assert str(1900 + number - 1) in shown
