"""The calendar and the feed of a pair, read back as calendar programs and feed readers read them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import feedparser
import pytest
from click.testing import Result
from icalendar import Calendar
from starlette.testclient import TestClient

from dragoman.ledger import Ledger
from dragoman.model import Dispatch
from dragoman.web.app import make

from ..databases import KINDS, empty
from ..ledger.test_calendar import VISIT, coding, visit

PAIR = "/pairs/AZE-KAZ"


def entries(pages: TestClient, address: str) -> list[Any]:
    answer = pages.get(address)
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    return list(Calendar.from_ical(answer.content).walk("VEVENT"))


def flat(pages: TestClient, address: str) -> list[dict[str, Any]]:
    """The events of a timeline and their parts."""
    return [event for one in pages.get(address).json()["events"] for event in (one, *one["parts"])]


def test_the_calendar_holds_what_the_timeline_does(pages: TestClient) -> None:
    told = {event["id"]: event for event in flat(pages, f"{PAIR}.json?limit=1000")}
    found = entries(pages, f"{PAIR}.ics")
    assert len({str(one["uid"]) for one in found}) == len(found) > 20
    for one in found:
        event = told.pop(str(one["url"]).rpartition("/")[2])
        assert one["dtstart"].dt.isoformat() == event["date"]
        assert (one["dtend"].dt - timedelta(days=1)).isoformat() == (event["end_date"] or event["date"])
        assert str(one["summary"]).casefold() == event["sentence"].casefold()
        assert str(one.get("location", "")) == (event["place"] or "")
        assert one["status"] == {"planned": "TENTATIVE", "proposed": "TENTATIVE"}.get(event["status"], "CONFIRMED")
        assert one["sequence"] == 0
        assert str(one["description"]).startswith("Told by:\n")
    left = [event for event in told.values() if event["kind"] in ("visit", "meeting")]
    assert all(len(event["date"] or "") < 10 for event in left), "only what has no day is left out"
    assert "Left out: " in pages.get(f"{PAIR}.ics").text.replace("\r\n ", "")


@pytest.mark.parametrize(
    ("asked", "holds"),
    [
        ("kind=visit", lambda one: one["categories"].to_ical() == b"visit"),
        ("since=2023-04&until=2023-04", lambda one: one["dtstart"].dt.isoformat()[:7] == "2023-04"),
        ("kind=document", None),
        ("topic=trade", lambda one: True),
    ],
)
def test_filters_of_the_calendar(pages: TestClient, asked: str, holds: Callable[[Any], bool] | None) -> None:
    found = entries(pages, f"{PAIR}.ics?{asked}")
    assert bool(found) is bool(holds)
    assert all(map(holds or bool, found))


@pytest.mark.parametrize("address", [f"{PAIR}.ics", f"{PAIR}.atom"])
def test_the_same_ledger_gives_the_same_bytes(pages: TestClient, stored: str, address: str) -> None:
    again = TestClient(make(stored), base_url="http://127.0.0.1")
    assert pages.get(address).content == again.get(address).content


@pytest.fixture(params=KINDS)
def empty_pages(request: pytest.FixtureRequest, tmp_path: Path) -> Any:
    """A ledger to enter dispatches into, and its pages."""
    for place in empty(request.param, tmp_path):
        with Ledger(place, create=True) as ledger:
            yield ledger, TestClient(make(place), base_url="http://127.0.0.1")


def test_a_visit_that_is_moved_and_called_off(empty_pages: tuple[Ledger, TestClient]) -> None:
    ledger, pages = empty_pages
    seen = []
    for agency, day, sent, status in (
        ("A", "2023-06-10", "2023-05-02", "planned"),
        ("B", "2023-06-12", "2023-05-20", "planned"),
        ("C", "2023-06-12", "2023-05-21", "cancelled"),
    ):
        ledger.add([visit(agency, day, sent, status)])
        (one,) = entries(pages, f"{PAIR}.ics")
        seen.append((one["dtstart"].dt, one["sequence"], str(one["status"]), one["dtstamp"].dt.date(), one["uid"]))
    assert [row[:4] for row in seen] == [
        (date(2023, 6, 10), 0, "TENTATIVE", date(2023, 5, 2)),
        (date(2023, 6, 12), 1, "TENTATIVE", date(2023, 5, 20)),
        (date(2023, 6, 12), 2, "CANCELLED", date(2023, 5, 21)),
    ]
    assert len({row[4] for row in seen}) == 1


def test_what_no_longer_is_told_is_called_off(empty_pages: tuple[Ledger, TestClient]) -> None:
    ledger, pages = empty_pages
    ledger.add([visit("A", "2023-06-10", "2023-05-02")])
    (before,) = entries(pages, f"{PAIR}.ics")
    ledger.add([Dispatch("", guid="A", agency="A")])
    for asked, number in (("", 1), ("?since=2023-06&until=2023-06", 1), ("?until=2023-05", 0), ("?topic=trade", 0)):
        assert len(entries(pages, f"{PAIR}.ics{asked}")) == number, asked
    (after,) = entries(pages, f"{PAIR}.ics")
    assert (after["uid"], after["sequence"], str(after["status"])) == (before["uid"], 1, "CANCELLED")
    assert str(after["summary"]) == "Visit: no longer told"


def test_the_last_day_there_is(empty_pages: tuple[Ledger, TestClient]) -> None:
    ledger, pages = empty_pages
    ledger.add([coding("Some day.", [{**VISIT, "date": "9999-12-31", "status": "planned"}])])
    (one,) = entries(pages, f"{PAIR}.ics")
    assert one["dtstart"].dt == date(9999, 12, 31)


def test_the_feed_has_what_rfc_4287_requires(pages: TestClient) -> None:
    answer = pages.get(f"{PAIR}.atom")
    assert answer.headers["content-type"] == "application/atom+xml; charset=utf-8"
    feed = feedparser.parse(answer.content)
    assert not feed.bozo
    assert (feed.version, feed.feed.author) == ("atom10", "dragoman")
    assert feed.feed.updated == max(entry.updated for entry in feed.entries)
    assert {link.rel for link in feed.feed.links} == {"self", "alternate"}
    assert len(feed.entries) == 50
    assert len({entry.id for entry in feed.entries}) == 50
    for entry in feed.entries:
        assert entry.id.startswith("urn:uuid:")
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", entry.updated)
        assert entry.published <= entry.updated
        assert entry.title
        assert entry.content[0].type == "text/plain"
        assert entry.content[0].value.count("“") >= 1
        assert pages.get(entry.link).status_code == 200


def test_the_feed_begins_with_what_came_last(empty_pages: tuple[Ledger, TestClient]) -> None:
    ledger, pages = empty_pages
    for agency, day in (("A", "2023-06-10"), ("B", "2021-03-04"), ("C", "2023-06-10")):
        ledger.add([visit(agency, day, "2023-05-02" if agency == "A" else "2023-05-09")])
    feed = feedparser.parse(pages.get(f"{PAIR}.atom").content)
    told = [(entry.published[:10], entry.updated[:10]) for entry in feed.entries]
    assert told == [("2023-05-09", "2023-05-09"), ("2023-05-02", "2023-05-09")], "a second account makes no new entry"


def test_a_feed_of_nothing(pages: TestClient) -> None:
    feed = feedparser.parse(pages.get("/pairs/KEN-GHA.atom").content)
    assert (feed.bozo, feed.entries, bool(feed.feed.updated)) == (False, [], True)
    assert entries(pages, "/pairs/KEN-GHA.ics") == []


@pytest.mark.parametrize("form", ["atom", "ics"])
def test_a_dispatch_that_means_harm(pages: TestClient, form: str) -> None:
    text = pages.get(f"/pairs/JPN-KEN.{form}").text.replace("\r\n ", "")
    assert "onerror" in text, "its agency is told, as text"
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\ufffe\uffff]", text)
    if form == "atom":
        assert "<script" not in text
        assert {element.tag.rpartition("}")[2] for element in ET.fromstring(text).iter()} <= {
            *("feed", "id", "title", "updated", "author", "name", "generator", "link", "entry", "published"),
            *("category", "content"),
        }


def test_a_pair_says_where_they_are(pages: TestClient) -> None:
    page = pages.get(f"{PAIR}?kind=visit&limit=5").text
    for type, form in (("application/atom+xml", "atom"), ("text/calendar", "ics")):
        assert f'<link rel="alternate" type="{type}" href="{PAIR}.{form}?kind=visit">' in page


def test_the_command(stored: str, dragoman: Callable[..., Result], pages: TestClient, tmp_path: Path) -> None:
    asked = ("calendar", "AZE", "KAZ", "--since", "2023", "--ledger", stored)
    told = dragoman(*asked)
    assert told.exit_code == 0
    found = list(Calendar.from_ical(told.output).walk("VEVENT"))
    assert [one["uid"] for one in found] == [one["uid"] for one in entries(pages, f"{PAIR}.ics?since=2023")]
    file = tmp_path / "calendar.ics"
    assert dragoman(*asked, "-o", file).exit_code == 0
    assert Calendar.from_ical(file.read_bytes()).walk("VEVENT") == found
    assert "exists" in dragoman(*asked, "-o", file).output
    wrong = dragoman("calendar", "AZE", "XXX", "--ledger", stored)
    assert (wrong.exit_code, "no state or organisation 'XXX'" in wrong.output) == (1, True)
