"""GeoJSON, read back by the package of that name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import geojson

from dragoman.export.data.columns import EVENTS
from dragoman.export.data.geojson import FIELDS
from dragoman.export.data.told import Told

From = Callable[..., Iterator[Told]]
Written = Callable[..., Any]


def test_events_lie_where_they_took_place(from_ledger: From, written: Written) -> None:
    told = list(from_ledger())
    read = geojson.loads(written("geojson", iter(told)))
    assert isinstance(read, geojson.FeatureCollection)
    assert read.is_valid, read.errors()
    assert [feature["id"] for feature in read.features] == [one.event.id for one in told]
    spots = {feature["properties"]["place"]: feature["geometry"] for feature in read.features}
    assert spots[None] is None
    assert spots["Astana"] == geojson.Point((71.45, 51.18)), "longitude comes first"
    assert sum(feature["geometry"] is not None for feature in read.features) == sum(bool(one.spot) for one in told)


def test_properties_are_those_of_the_tables(from_codings: From, written: Written) -> None:
    told = list(from_codings(since="2023-04-10", until="2023-04-11"))
    read = geojson.loads(written("geojson", iter(told)))
    assert len(read.features) > 50
    columns = {column.name: column for column in EVENTS.columns}
    for one, feature in zip(told, read.features, strict=True):
        properties = dict(feature["properties"])
        assert properties.pop("title")
        for name, value in properties.items():
            meant = columns[name].value(one)
            assert value == ("; ".join(meant) if isinstance(meant, tuple) else meant)
            assert not isinstance(value, (list, dict))


def test_fields(from_codings: From, written: Written) -> None:
    named = {field.name for field in FIELDS}
    for feature in geojson.loads(written("geojson", from_codings()))["features"]:
        own = {f"properties.{name}" for name in feature["properties"]}
        assert own | {"id", "geometry.coordinates"} == named
