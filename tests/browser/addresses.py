"""Every kind of page of the sample ledger, by name, with an address that shows it filled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import httpx

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

DAY = "2025-12-31"
"""The day as of which things stand, so that no picture and no test depends on today."""

PAIR = "/pairs/AZE-KAZ"

_FIXED = {
    "overview": f"/?on={DAY}",
    "pairs": "/pairs",
    "pair": f"{PAIR}?on={DAY}",
    "pair filtered": f"{PAIR}?kind=visit&since=2023&until=2023-06&on={DAY}",
    "pair without events": "/pairs/KEN-GHA",
    "map": f"{PAIR}/map",
    "map of one place": f"{PAIR}/map?since=2023-04&until=2023-04",
    "commitments": f"{PAIR}/commitments?on={DAY}",
    "documents": f"{PAIR}/documents",
    "bodies": f"{PAIR}/bodies",
    "persons": f"{PAIR}/persons",
    "report": f"{PAIR}/report?since=2022&until=2025&on={DAY}",
    "report of a year": f"{PAIR}/report?since=2023&until=2023&on={DAY}",
    "search": "/search?q=Токаев",
    "search without words": "/search",
    "try": "/try",
    "api": "/api",
    "login": "/login",
    "judgements": "/judgements",
    "problem": "/nothing",
}

_FOUND = (
    "event",
    "dispatch",
    "dispatch in Arabic",
    "dispatch that means harm",
    "person",
    "map of a person",
    "body",
    "document",
)

PAGES = (*_FIXED, *_FOUND)


_DRAWN = "() => [...document.querySelectorAll('[data-chart], [data-map]')].every(one => one.querySelector('svg a'))"


def go(page: Page, address: str) -> None:
    """Open a page, and wait until what its scripts draw is there."""
    page.goto(address)
    page.wait_for_function(_DRAWN)


def addresses(base: str) -> dict[str, str]:
    """Where each of ``PAGES`` is; those that go by an id are looked up."""
    with httpx.Client(base_url=base, timeout=60) as client:
        event = _told_most(_json(client, f"{PAIR}.json?kind=visit&limit=1000")["events"])
        accounts = _json(client, f"/events/{event}.json")["accounts"]
        (harm,) = _json(client, "/search.json?q=Mbeki")["dispatches"]
        person = _json(client, f"{PAIR}/persons.json")[0]["id"]
        return _FIXED | {
            "event": f"/events/{event}",
            "dispatch": _account(accounts, "en"),
            "dispatch in Arabic": _account(accounts, "ar"),
            "dispatch that means harm": f"/dispatches/{harm['id']}",
            "person": f"/persons/{person}",
            "map of a person": f"/persons/{person}/map",
            "body": f"/bodies/{_json(client, f'{PAIR}/bodies.json')[0]['id']}",
            "document": f"/documents/{_json(client, f'{PAIR}/documents.json')[0]['id']}",
        }


def _json(client: httpx.Client, address: str) -> Any:
    return client.get(address).raise_for_status().json()


def _told_most(events: list[dict[str, Any]]) -> str:
    """The event that most dispatches tell, and so the fullest page."""
    return str(max(events, key=lambda event: event["sources"])["id"])


def _account(accounts: list[dict[str, Any]], lang: str) -> str:
    """The dispatch that tells it in a language, its evidence lit up."""
    one = next(account for account in accounts if account["lang"] == lang)
    return f"/dispatches/{one['dispatch']}?record={one['record']}#r-{one['record']}"


def follow(link: Locator) -> None:
    """Click on what leads to another page, and wait until that is there."""
    with link.page.expect_navigation():
        link.click()
