"""Deciding on second readings in the browser and by programs: what counts afterwards, and who may."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dragoman.ledger import Ledger
from dragoman.model import Record
from dragoman.second.reader import Reading
from dragoman.users import accounts, tokens

from ..databases import KINDS, empty
from ..ledger.made import coding
from ..second.conftest import IN_DOUBT, IN_FORCE, SIGNED
from .test_writing import PASSWORD, browser, csrf, sign_in

FORCE, SIGN = ("document", "enter_into_force"), ("document", "sign")


@pytest.fixture(params=KINDS)
def stored(request: pytest.FixtureRequest, tmp_path: Path) -> object:
    """Two dispatches, each with a reading that tells one record more than the coder."""
    for place in empty(request.param, tmp_path):
        with Ledger(place, create=True) as made:
            for name, text in (("one", IN_DOUBT), ("two", f"{IN_DOUBT} So it was told.")):
                coded = coding(text, [SIGNED], guid=name, date="2024-05-08")
                made.add([coded])
                found = tuple(Record.from_json(record, text) for record in (SIGNED, IN_FORCE))
                made.keep_readings([Reading(name, "second:small", name, ("bare",), coded, found)])
            with made.database.writing() as connection:
                accounts.add(connection, "Ada", "editor", PASSWORD)
                accounts.add(connection, "Ben", "reader", PASSWORD)
        yield place


@pytest.fixture
def pages(stored: str) -> TestClient:
    return browser(stored)


def told(pages: TestClient, dispatch: int = 1) -> list[tuple[str, str]]:
    """What counts as told by a dispatch."""
    rows = pages.get(f"/dispatches/{dispatch}.json").json()["records"]
    return [(row["record"]["kind"], row["record"]["act"]) for row in rows if row["event"]]


def waiting(pages: TestClient) -> list[int]:
    return [row["reading"]["id"] for row in pages.get("/second-readings.json").json()["readings"]]


def bearer(stored: str, name: str) -> dict[str, str]:
    with Ledger(stored) as ledger, ledger.database.writing() as connection:
        return {"authorization": f"Bearer {tokens.make(connection, name, 'script')}"}


def test_an_editor_accepts_and_takes_back(pages: TestClient) -> None:
    assert waiting(pages) == [1, 2]
    assert "/dispatches/1#second-1" in pages.get("/second-readings").text
    sign_in(pages)
    assert 'name="records" value="2"' in pages.get("/dispatches/1").text
    form = {"csrf": csrf(pages), "verdict": "accept", "records": ["2"], "why": "it says so"}
    answer = pages.post("/second-readings/1", data=form)
    assert (answer.status_code, answer.headers["location"]) == (303, "/dispatches/1#second-1")
    assert sorted(told(pages)) == [FORCE, SIGN]
    page = pages.get("/dispatches/1").text
    assert "1 accepted by Ada" in page
    assert "it says so" in page
    assert waiting(pages) == [2]
    pages.post("/second-readings/1", data={"csrf": form["csrf"], "verdict": "undo"})
    assert (told(pages), waiting(pages)) == ([SIGN], [1, 2])


def test_dismissed_it_waits_no_more(pages: TestClient) -> None:
    sign_in(pages)
    assert pages.post("/second-readings/2", data={"csrf": csrf(pages), "verdict": "dismiss"}).status_code == 303
    assert (told(pages, 2), waiting(pages)) == ([SIGN], [1])


def test_programs_decide_too(pages: TestClient, stored: str) -> None:
    key = bearer(stored, "Ada")
    answer = pages.post("/second-readings/1.json", json={"records": [2], "why": "so told"}, headers=key)
    assert (answer.status_code, answer.json()["state"], answer.json()["accepted"]) == (200, "accepted", [1])
    assert sorted(told(pages)) == [FORCE, SIGN]
    assert pages.delete("/second-readings/1.json", headers=key).json()["state"] == "waiting"
    assert told(pages) == [SIGN]


def test_the_list_goes_on(pages: TestClient) -> None:
    first = pages.get("/second-readings.json?limit=1").json()
    assert [row["reading"]["id"] for row in first["readings"]] == [1]
    second = pages.get(first["next"]).json()
    assert ([row["reading"]["id"] for row in second["readings"]], second["next"]) == ([2], None)


@pytest.mark.parametrize(
    ("name", "given", "status"),
    [
        ("Ben", {"records": [2]}, 403),
        ("Ada", {"records": [1]}, 422),  # the coder has it
        ("Ada", {"records": [3]}, 422),
        ("Ada", {"records": [0]}, 422),
        ("Ada", {"record": [2]}, 422),
    ],
)
def test_what_is_refused(pages: TestClient, stored: str, name: str, given: object, status: int) -> None:
    assert pages.post("/second-readings/1.json", json=given, headers=bearer(stored, name)).status_code == status
    assert told(pages) == [SIGN]


def test_accepting_nothing_is_no_dismissal(pages: TestClient) -> None:
    sign_in(pages)
    answer = pages.post("/second-readings/1", data={"csrf": csrf(pages), "verdict": "accept"})
    assert (answer.status_code, waiting(pages)) == (422, [1, 2])
    assert "No record is marked" in answer.text


def test_a_reader_sees_it_and_no_form_to_decide(pages: TestClient) -> None:
    page = pages.get("/dispatches/1").text
    assert "only told here" in page
    assert 'name="records"' not in page
    assert pages.post("/second-readings/1", data={"verdict": "dismiss"}).status_code in (401, 403, 303)
    assert waiting(pages) == [1, 2]
