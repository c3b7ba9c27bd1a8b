"""Where something took place: events counted by place, and where on the map each place lies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pydantic import BaseModel
from sqlalchemy import Connection

from dragoman import world
from dragoman.ledger import marks
from dragoman.ledger.marks import Mark
from dragoman.ledger.queries import Filter
from dragoman.ledger.spans import TOOK_PLACE, iso
from dragoman.web import links


class PlaceData(BaseModel):
    """A place with how many events took place there; ``latitude`` is null of what is not on the map."""

    place: str
    events: int
    visits: int
    meetings: int
    first: str
    last: str
    latitude: float | None
    longitude: float | None
    address: str


class PlacesData(BaseModel):
    """The places of a pair or person, those of most events first; ``nowhere`` counts events told without a place."""

    states: list[str]
    nowhere: int
    places: list[PlaceData]


def places(
    connection: Connection, wanted: Filter, states: Sequence[str], path: str, asked: Mapping[str, object]
) -> PlacesData:
    """The places of events that took place; ``path`` with the filters ``asked`` is the page that lists them."""
    found = [mark for mark in marks.marks(connection, wanted)[0] if mark.status in TOOK_PLACE]
    by_place: dict[str, list[Mark]] = {}
    for mark in found:
        if mark.place:
            by_place.setdefault(mark.place, []).append(mark)
    told = [_place(connection, name, there, links.asked(path, asked, place=name)) for name, there in by_place.items()]
    told.sort(key=lambda row: (-row.events, row.place))
    return PlacesData(states=list(states), nowhere=sum(not mark.place for mark in found), places=told)


def _place(connection: Connection, name: str, there: Sequence[Mark], address: str) -> PlaceData:
    spot = _spot(connection, name, there)
    return PlaceData(
        place=name,
        events=len(there),
        visits=sum(mark.kind == "visit" for mark in there),
        meetings=sum(mark.kind == "meeting" for mark in there),
        first=_told(min(there, key=lambda mark: mark.first_day)),
        last=_told(max(there, key=lambda mark: mark.last_day)),
        latitude=spot[0] if spot else None,
        longitude=spot[1] if spot else None,
        address=address,
    )


def _spot(connection: Connection, name: str, there: Sequence[Mark]) -> tuple[float, float] | None:
    """Where a place lies; who took part is looked up only if several places have its name."""
    if len(world.spots().get(name, {})) < 2:
        return world.spot(name)
    return world.spot(name, marks.states(connection, [mark.id for mark in there]))


def _told(mark: Mark) -> str:
    return mark.date or iso(mark.first_day)
