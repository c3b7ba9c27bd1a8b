"""Where it took place: places counted, and found on the map or said not to be."""

from __future__ import annotations

from html import unescape

import pytest
from starlette.testclient import TestClient

from dragoman import world

PAIR = "/pairs/AZE-KAZ"


@pytest.mark.parametrize(
    ("place", "states", "near"),
    [
        ("Astana", (), (51, 71)),
        ("Baku", ("KAZ",), (40, 50)),
        ("Fuzuli", (), (40, 47)),
        ("Rio de Janeiro", (), (-23, -43)),
        ("London", ("CAN",), (52, 0)),  # the packs know one London alone
        ("Worcester", ("ZAF", "GBR"), None),  # both have one
        ("Worcester", ("GBR", "FRA"), (52, -2)),
        ("Worcester", ("FRA",), None),  # which?
        ("Bavaria", (), None),  # a region
        ("Meseberg", (), None),  # a house
        ("Nowhere", ("GBR",), None),
        ("", (), None),
    ],
)
def test_where_a_place_lies(place: str, states: tuple[str, ...], near: tuple[int, int] | None) -> None:
    found = world.spot(place, states)
    assert (found and (round(found[0]), round(found[1]))) == near


def test_every_capital_is_on_the_map() -> None:
    assert [capital for capital in world.capitals().values() if world.spot(capital) is None] == []


def test_coordinates_are_on_the_earth() -> None:
    spots = [spot for by_state in world.spots().values() for spot in by_state.values()]
    assert len(spots) > 6000
    assert all(-90 <= latitude <= 90 and -180 <= longitude <= 180 for latitude, longitude in spots)


def test_places_of_a_pair_are_those_of_its_events(pages: TestClient) -> None:
    found = pages.get(f"{PAIR}/map.json").json()
    assert [row["place"] for row in found["places"]] == ["Baku", "Astana", "Fuzuli"]
    assert found["states"] == ["AZE", "KAZ"]
    for row in found["places"]:
        listed = pages.get(row["address"].replace("AZE-KAZ?", "AZE-KAZ.json?limit=1000&")).json()["events"]
        flat = [event for one in listed for event in (one, *one["parts"])]
        took_place = [event for event in flat if event["status"] in ("done", "ongoing")]
        assert {event["place"] for event in flat} == {row["place"]}
        assert len(took_place) == row["events"]
        assert sum(event["kind"] == "visit" for event in took_place) == row["visits"]


@pytest.mark.parametrize(
    ("asked", "places"),
    [
        ("kind=visit", ["Astana", "Baku", "Fuzuli"]),
        ("since=2025-10&until=2025-10", ["Astana"]),
        ("place=Fuzuli", ["Fuzuli"]),
        ("since=1950&until=1951", []),
    ],
)
def test_filters(pages: TestClient, asked: str, places: list[str]) -> None:
    found = pages.get(f"{PAIR}/map.json?{asked}").json()["places"]
    assert sorted(row["place"] for row in found) == sorted(places)
    assert all("place=" in row["address"] for row in found)
    page = pages.get(f"{PAIR}/map?{asked}").text
    assert ("data-map" in page) == bool(places)
    assert ("widen the period" in page) == (not places)


def test_a_place_that_is_not_on_the_map_is_said(pages: TestClient) -> None:
    found = {row["place"]: row["latitude"] for row in pages.get("/pairs/DEU-FRA/map.json").json()["places"]}
    assert found["Meseberg"] is None
    assert found["Aachen"] == pytest.approx(50.8, abs=0.1)
    text = unescape(pages.get("/pairs/DEU-FRA/map").text)
    assert text.index("Aachen") < text.index("Not on the map") < text.index("Meseberg")
    assert "GeoNames (CC BY 4.0)" in text


def test_the_map_of_a_person(pages: TestClient) -> None:
    person = next(one for one in pages.get(f"{PAIR}/persons.json").json() if "Tokayev" in one["name"])
    address = f"/persons/{person['id']}/map"
    found = pages.get(f"{address}.json?since=2023&until=2023").json()
    assert found["states"] == ["KAZ"]
    assert found["places"]
    for row in found["places"]:
        assert row["place"] in pages.get(row["address"]).text
    assert f'href="{address}"' in pages.get(f"/persons/{person['id']}").text
    assert "Astana" in pages.get(address).text
