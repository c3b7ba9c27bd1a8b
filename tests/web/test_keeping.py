"""What is kept in memory shows nothing that no longer stands, whichever process changed it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dragoman.coder import Coder
from dragoman.ledger import Ledger
from dragoman.model import Coding, Dispatch
from dragoman.web.app import make
from dragoman.web.keeping import Kept

from ..databases import KINDS, empty

PAIR = "/pairs/KEN-JPN"
CODER = Coder()


def told(number: int, place: str = "Nairobi") -> Coding:
    """A dispatch of a meeting in a month of its own."""
    day = f"2024-{number:02}-10"
    text = (
        f"Foreign Minister Ada Mbeki of Kenya met Japanese Foreign Minister Ken Mori in {place} on {day}; "
        "the ministers signed an agreement on the transit of oil."
    )
    return CODER.code(Dispatch(text, id=f"d{number}", lang="en", date=day, agency=f"Agency of {place}"))


@pytest.fixture(params=KINDS)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where a ledger of one dispatch lies."""
    for address in empty(request.param, tmp_path):
        with Ledger(address, create=True) as ledger:
            ledger.add([told(1)])
        yield address


@pytest.fixture
def browser(place: str) -> Iterator[TestClient]:
    """A browser on a server of its own, as another process would have it."""
    with TestClient(make(place), base_url="http://127.0.0.1", raise_server_exceptions=False) as client:
        yield client


def shown(browser: TestClient) -> dict[str, str]:
    """What every page says that keeps something."""
    addresses = ("/", "/pairs", PAIR, f"{PAIR}.json", f"{PAIR}/persons", f"{PAIR}/report?since=2024&until=2024")
    return {address: browser.get(address).text for address in addresses}


def test_the_same_is_shown_while_nothing_changes(browser: TestClient) -> None:
    assert shown(browser) == shown(browser)


def test_an_added_dispatch_shows_with_the_next_request(place: str, browser: TestClient) -> None:
    before = shown(browser)
    with Ledger(place) as ledger:
        ledger.add([told(2)])
    after = shown(browser)
    assert [address for address in before if before[address] == after[address]] == []
    assert "10 February 2024" in after[PAIR]
    assert "2 dispatches" in after[f"{PAIR}/persons"]


CHANGES: list[tuple[str, Callable[[Ledger, str], list[int] | int], str]] = [
    ("a correction", lambda kept, record: kept.judge("correct", [record], by="a", slot="place", value="Lamu"), "Lamu"),
    ("a record that is wrong", lambda kept, record: kept.judge("wrong", [record], by="a"), ""),
    ("coding anew", lambda kept, record: kept.recode(), "10 January 2024"),
]


@pytest.mark.parametrize(("why", "change", "words"), CHANGES, ids=[row[0] for row in CHANGES])
def test_a_judgement_shows_with_the_next_request_and_goes_when_it_is_undone(
    place: str, browser: TestClient, why: str, change: Callable[[Ledger, str], list[int] | int], words: str
) -> None:
    before = shown(browser)
    meeting = next(event for event in browser.get(f"{PAIR}.json").json()["events"] if event["kind"] == "meeting")
    record = browser.get(f"/events/{meeting['id']}.json").json()["accounts"][0]["record"]
    with Ledger(place) as ledger:
        made = change(ledger, record)
        after = browser.get(PAIR).text
        assert words in after
        assert (after == before[PAIR]) == (why == "coding anew")
        for number in made if isinstance(made, list) else []:
            ledger.undo(number, by="a")
    assert shown(browser) == before


def test_a_withdrawn_dispatch_takes_its_persons_along(place: str, browser: TestClient) -> None:
    with Ledger(place) as ledger:
        text = "Foreign Minister Uma Park of Kenya met Japanese Foreign Minister Ken Mori in Nairobi on Monday."
        gone = Dispatch(text, id="w", lang="en", date="2024-05-09", agency="W", guid="urn:w")
        ledger.add([CODER.code(gone)])
        assert "Uma Park" in browser.get(f"{PAIR}/persons").text
        ledger.add([gone])
    assert "Uma Park" not in browser.get(f"{PAIR}/persons").text


def test_readers_see_units_whole_while_others_are_joined(place: str, browser: TestClient) -> None:
    """An event has as many accounts as it says, at any time, and its pair is never without events."""
    done = threading.Event()
    faults: list[str] = []

    def read() -> None:
        while not done.is_set():
            events = browser.get(f"{PAIR}.json").json()["events"]
            for found in events:
                told = browser.get(f"/events/{found['id']}.json").json()
                if "error" not in told and told["sources"] != len({one["dispatch"] for one in told["accounts"]}):
                    faults.append(found["id"])
            faults.extend([] if events else ["no events"])

    readers = [threading.Thread(target=read) for _ in range(2)]
    for reader in readers:
        reader.start()
    with Ledger(place) as ledger:
        for number in range(2, 10):
            ledger.add([told(number), told(number, "Mombasa")])
    done.set()
    for reader in readers:
        reader.join()
    assert faults == []


def test_of_each_kind_so_many_are_kept() -> None:
    kept, made = Kept(), []

    def make_of(number: int) -> Callable[[], int]:
        return lambda: made.append(number) or number

    for number in (1, 2, 1, 3, 1, 2):
        assert kept.get(("kind", number), "token", make_of(number), 2) == number
    assert made == [1, 2, 3, 2]
    assert kept.get(("kind", 1), "later", make_of(1), 2) == 1
    assert made == [1, 2, 3, 2, 1]
