"""FollowTheMoney, read back as its tools do."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from dragoman.export.data.ftm import FIELDS
from dragoman.export.data.ftm.entities import country
from dragoman.export.data.told import Told
from dragoman.ledger.pairs import Pair
from dragoman.report.wording import languages
from dragoman.world import iso639

From = Callable[..., Iterator[Told]]
Entity = dict[str, Any]
Read = Callable[[Iterator[Told]], list[Entity]]

VISIT = {"pair": Pair("AZE", "KAZ"), "since": "2023-04-10", "until": "2023-04-11", "kinds": ("visit",)}


@pytest.fixture
def read(written: Callable[..., Any]) -> Read:
    return lambda told: [json.loads(line) for line in written("ftm", told).splitlines()]


def by_schema(entities: list[Entity]) -> dict[str, list[dict[str, list[str]]]]:
    """The properties of entities, and their ids, by schema."""
    out: dict[str, list[dict[str, list[str]]]] = defaultdict(list)
    for one in entities:
        out[one["schema"]].append({"id": [one["id"]], **one["properties"]})
    return out


def test_a_visit(from_ledger: From, read: Read) -> None:
    (told,) = from_ledger(**VISIT)
    found = by_schema(read(iter([told])))
    (event,) = found["Event"]
    persons = {name: one for one in found["Person"] for name in one["name"]}
    aliyev, tokayev = persons["Ilham Aliyev"], persons["Kassym-Jomart Tokayev"]
    assert event["recordId"] == [told.event.id]
    assert event["startDate"] == ["2023-04-10"]
    assert event["keywords"][:3] == ["visit", "official", "done"]
    assert (event["country"], event["location"]) == (["az", "kz"], ["Astana"])
    assert (event["involved"], event["organizer"]) == (aliyev["id"], tokayev["id"])
    assert persons["Ильхам Алиев"] is persons["İlham Əliyev"] is aliyev
    assert (aliyev["country"], aliyev["position"]) == (["az"], ["head of state"])
    (spot,) = found["Address"]
    assert event["addressEntity"] == spot["id"]
    assert (spot["latitude"], spot["longitude"]) == (["51.18"], ["71.45"])
    links = {(one["subject"][0], one["role"][0]) for one in found["UnknownLink"] if one["object"] == event["id"]}
    assert links == {(*aliyev["id"], "guest"), (*tokayev["id"], "host")}
    posts = {one["name"][0]: one["id"] for one in found["Position"]}
    held = [one for one in found["Occupancy"] if one["holder"] == aliyev["id"]]
    assert [one["post"] for one in held] == [posts["head of state of Azerbaijan"]]
    days = {telling.sent for telling in told.tellings}
    assert held[0]["date"] == [min(days), max(days)]


def test_dispatches_and_their_words(from_ledger: From, read: Read) -> None:
    (told,) = from_ledger(**VISIT)
    found = by_schema(read(iter([told])))
    articles = {one["id"][0]: one for one in found["Article"]}
    (event,) = found["Event"]
    assert set(event["proof"]) == set(articles)
    kept = {one["recordId"][0]: one for one in found["Documentation"]}
    assert set(kept) == {telling.id for telling in told.tellings}
    for telling in told.tellings:
        one = kept[telling.id]
        assert one["entity"] == event["id"]
        assert set(one["summary"]) == {quote.quote for quote in telling.record.evidence}
        article = articles[one["document"][0]]
        assert article["publishedAt"] == [telling.sent]
        assert article["language"] == [iso639()[telling.lang]]
        assert article.get("publisher") == ([telling.agency] if telling.agency else None)


@pytest.fixture
def both(from_ledger: From, from_codings: From, read: Read) -> list[list[Entity]]:
    """All entities of a ledger, and all of coded dispatches."""
    return [read(from_ledger()), read(from_codings())]


@pytest.mark.parametrize("source", [0, 1], ids=["ledger", "codings"])
def test_each_entity_stands_once_and_nothing_refers_to_what_is_not_there(source: int, both: list[list[Entity]]) -> None:
    entities = both[source]
    ids = [one["id"] for one in entities]
    assert len(set(ids)) == len(ids) > 1000
    refers = ("proof", "organizer", "involved", "addressEntity", "document", "entity", "subject", "object")
    refers += ("organization", "holder", "post")
    told = {value for one in entities for name in refers for value in one["properties"].get(name, ())}
    assert told <= set(ids)


def test_files_agree_on_who_is_who(from_codings: From, read: Read) -> None:
    shared = ("Person", "PublicBody", "Organization", "Position", "Article", "Address")
    early = {one["id"] for one in read(from_codings(until="2023-04")) if one["schema"] in shared}
    late = {one["id"] for one in read(from_codings(since="2023-05")) if one["schema"] in shared}
    every = {one["id"] for one in read(from_codings()) if one["schema"] in shared}
    assert early | late == every
    assert len(early & late) > 20


@pytest.mark.parametrize("source", [0, 1], ids=["ledger", "codings"])
def test_the_model_takes_every_value(source: int, both: list[list[Entity]]) -> None:
    model = pytest.importorskip("followthemoney", reason="needs followthemoney: .ci/ftm make test").model
    for data in both[source]:
        proxy = model.get_proxy(data, cleaned=False)
        assert proxy.to_dict()["properties"].keys() == data["properties"].keys(), data
        proxy.schema.validate({"properties": data["properties"]})
        for name, values in data["properties"].items():
            prop = proxy.schema.get(name)
            assert prop is not None
            assert not prop.deprecated
            assert all(map(prop.type.validate, values)), (data["schema"], name, values)
            assert sorted(proxy.get(name)) == sorted(values), "as it is, without being cleaned"
        assert proxy.caption


def test_fields(from_codings: From, read: Read) -> None:
    given = [
        replace(one, tellings=(replace(one.tellings[0], url="https://example.org/", why="first told"),))
        for one in from_codings()
    ]
    found = {f"{one['schema']}.{name}" for one in read(iter(given)) for name in one["properties"]}
    assert found == {field.name for field in FIELDS}


def test_codes_of_iso() -> None:
    assert set(languages()) <= set(iso639())
    assert (country("KAZ"), country("XKX"), country("SUN"), country("EU")) == ("kz", "xk", None, None)
