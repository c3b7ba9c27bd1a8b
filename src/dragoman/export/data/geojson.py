"""GeoJSON (RFC 7946): a collection with a feature for each event, where it took place, for maps.

A feature of which nobody knows where it took place has a null geometry, as RFC 7946 has it (3.2). Positions are
longitude, latitude (WGS 84), those of the town (GeoNames), to the hundredth of a degree. Properties are flat: lists are
joined by "; ", so that QGIS and the like show them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, BinaryIO

from dragoman.export.data import array
from dragoman.export.data.columns import EVENTS, LIST, NUMBER, TEXT, Field
from dragoman.export.data.csv import cell
from dragoman.export.data.sentences import sentence
from dragoman.export.data.told import Told

_COLUMNS = [column for column in EVENTS.columns if column.name not in ("latitude", "longitude")]


def _field(field: Field) -> Field:
    """A column as a property."""
    if field.type != LIST:
        return Field(f"properties.{field.name}", field.type, field.meaning)
    return Field(f"properties.{field.name}", TEXT, f"{field.meaning}; joined by `; `")


FIELDS = (
    Field("id", TEXT, "id of the event"),
    Field("geometry.coordinates", f"list of {NUMBER}s", "longitude and latitude; no geometry where they are not known"),
    Field("properties.title", TEXT, "what it is and who takes part, in English"),
    *map(_field, _COLUMNS),
)


def write(told: Iterable[Told], out: BinaryIO) -> int:
    """Write the features one by one; their number."""
    return array.write(out, '{"type": "FeatureCollection", "features": ', map(_feature, told), "}")


def _feature(told: Told) -> dict[str, Any]:
    spot = told.spot
    return {
        "type": "Feature",
        "id": told.event.id,
        "geometry": {"type": "Point", "coordinates": [spot[1], spot[0]]} if spot else None,
        "properties": {"title": sentence(told), **{column.name: cell(column.value(told)) for column in _COLUMNS}},
    }
