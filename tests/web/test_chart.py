"""What the chart of a pair draws: the events that the page lists, levels, what is due, topics, along one axis."""

from __future__ import annotations

from datetime import date

import pytest
from starlette.testclient import TestClient

from dragoman.web import chart, topics

CHART = "/pairs/AZE-KAZ/chart.json"
QUARTERS = tuple(f"2023-{month}" for month in ("01", "04", "07", "10"))
FILTERS = (
    *("", "kind=visit", "topic=trade", "since=2023-04&until=2023-04"),
    *("lang=ar", "place=Baku", "kind=meeting&place=Baku"),
)


def day(iso: str) -> int:
    return date.fromisoformat(iso).toordinal()


@pytest.mark.parametrize("asked", FILTERS)
def test_it_draws_what_the_page_lists(pages: TestClient, asked: str) -> None:
    drawn = pages.get(f"{CHART}?{asked}").json()
    listed = pages.get(f"/pairs/AZE-KAZ.json?limit=1000&{asked}").json()["events"]
    flat = {event["id"]: event for one in listed for event in (one, *one["parts"])}
    assert drawn["total"] == len(drawn["marks"]) == len(flat) > 0
    for identity, kind, status, told, last, about, sources, what in drawn["marks"]:
        event = flat[identity]
        slots = (event["kind"], event["status"], event["date"], event["end_date"], event["sources"])
        assert (kind, status, told, last, sources) == slots
        assert (told is None) == (about is not None)
        assert what.endswith(event["place"] or what)


def test_a_person_filters(pages: TestClient) -> None:
    person = pages.get("/pairs/AZE-KAZ/persons.json").json()[0]["id"]
    drawn = pages.get(CHART, params={"person": person}).json()["total"]
    assert 0 < drawn < pages.get(CHART).json()["total"]


def test_levels_stay_when_kinds_are_filtered(pages: TestClient) -> None:
    told = {row[7] for row in pages.get(f"{CHART}?kind=visit").json()["levels"]}
    assert told == {"alliance", "diplomatic relations"}


@pytest.mark.parametrize(("on", "overdue"), [("2023-01-01", False), ("2025-01-01", True)])
def test_what_is_due(pages: TestClient, on: str, overdue: bool) -> None:
    due = {row[4]: row[1:4] for row in pages.get(f"{CHART}?on={on}").json()["due"]}
    assert due["cultural event"] == [overdue, "2023-01-01", "2023-12-31"]


def test_topics_are_counted_by_month_where_the_axis_is_short(pages: TestClient) -> None:
    drawn = pages.get(f"{CHART}?topic=trade&since=2023&until=2023").json()
    told = drawn["topics"]
    rows = {topic: counts for topic, _, counts in told["rows"]}
    assert (told["by"], told["begins"][0]) == ("month", drawn["first"][:7])
    assert sum(rows["trade"]) == drawn["total"]
    assert next(iter(rows)) == "trade"
    assert len(rows) <= topics.TOPICS


def test_of_too_many_events_the_most_told_are_drawn(pages: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = pages.get(CHART).json()["marks"]
    monkeypatch.setattr(chart, "CAP", 10)
    cut = pages.get(CHART).json()
    assert (cut["total"], len(cut["marks"])) == (len(whole), 10)
    assert min(row[6] for row in cut["marks"]) == sorted((row[6] for row in whole), reverse=True)[9]
    assert [row for row in whole if row in cut["marks"]] == cut["marks"], "in the same order"


def test_a_pair_of_which_nothing_is_told(pages: TestClient) -> None:
    nothing = pages.get("/pairs/KEN-GHA/chart.json").json()
    assert (nothing["total"], nothing["marks"], nothing["first"]) == (0, [], None)
    assert nothing["topics"] == {"by": "quarter", "begins": [], "rows": []}
    assert "data-chart" not in pages.get("/pairs/KEN-GHA").text


@pytest.mark.parametrize(
    ("asked", "status", "words"),
    [
        ("kind=party", 422, "no kind 'party'"),
        ("since=2023-13", 422, "no such date"),
        ("person=KAZ.nobody", 404, "no person"),
        ("on=2023", 422, "no day"),
        ("limit=5", 422, "no filter “limit”"),
        (f"place={'x' * 201}", 422, "at most 200"),
    ],
)
def test_what_is_asked_wrongly(pages: TestClient, asked: str, status: int, words: str) -> None:
    answer = pages.get(f"{CHART}?{asked}")
    assert answer.status_code == status
    assert words.casefold() in answer.json()["error"]["message"].casefold()


@pytest.mark.parametrize(
    ("days", "ends"),
    [
        ([], None),
        (["2023-04-10"], ("2023-04-10", "2023-04-10")),
        (["1992-08-27", "2022-08-24", "2023-04-10", "2025-10-23"], ("2022-08-24", "2025-10-23")),  # long before
        (["2022-08-24", "2023-04-10", "2025-10-23", "2060-01-01"], ("2022-08-24", "2025-10-23")),  # far off
        (["1992-08-27", "2001-01-01", "2010-01-01", "2025-10-23"], ("1992-08-27", "2025-10-23")),  # spread out
        (["1992-08-27", "2025-10-23"], ("1992-08-27", "2025-10-23")),  # which of two lies apart?
    ],
)
def test_few_far_events_do_not_draw_the_axis_out(days: list[str], ends: tuple[str, str] | None) -> None:
    told = [(day(iso), day(iso)) for iso in days]
    assert chart.axis(told) == (ends and (day(ends[0]), day(ends[1])))


@pytest.mark.parametrize(
    ("ends", "by", "begins"),
    [
        (("2022-12-31", "2023-02-01"), "month", ["2022-12", "2023-01", "2023-02"]),
        (("2022-02-28", "2023-10-01"), "quarter", [*(f"2022-{m}" for m in ("01", "04", "07", "10")), *QUARTERS]),
        (("2001-05-01", "2012-01-01"), "year", [f"{year}-01" for year in range(2001, 2013)]),
    ],
)
def test_periods_of_topics(ends: tuple[str, str], by: str, begins: list[str]) -> None:
    told = [("trade", day(ends[0])), ("trade", day(ends[1])), ("energy", day(ends[1])), ("trade", day("1980-01-01"))]
    found = topics.counted(told, (day(ends[0]), day(ends[1])))
    assert (found.by, found.begins) == (by, begins)
    assert [(row.topic, row.counts[0], row.counts[-1], sum(row.counts)) for row in found.rows] == [
        ("trade", 1, 1, 2),
        ("energy", 0, 1, 1),
    ]
