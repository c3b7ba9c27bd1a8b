"""The columns of POLECAT, tab-separated with a head: an event a line, what is several joined by "; ".

POLECAT (Political Event Classification, Attributes and Types, Harvard Dataverse, doi:10.7910/DVN/AJGVIT; Halterman and
others, PLOVER and POLECAT: A New Political Event Ontology and Dataset, 2023) is coded in PLOVER. Names and order of the
columns are those of its files from 2018 on; later ones call ``Intensity`` ``Event Intensity``. Where nothing is known a
value is empty; where that is so of one actor among several, ``None`` keeps its place, as in POLECAT, for the lists of
a side are all in one order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from dragoman import __version__
from dragoman.export.data import rows
from dragoman.export.data.columns import LIST, NUMBER, TEXT, Column, Value
from dragoman.export.data.told import Told
from dragoman.export.labels import words
from dragoman.ledger.pairs import names
from dragoman.model import Actor
from dragoman.plover.crosswalk import Plover
from dragoman.plover.parties import code, is_organisation, numbers, sector

QUADS = {1: "VERBAL COOPERATION", 2: "MATERIAL COOPERATION", 3: "VERBAL CONFLICT", 4: "MATERIAL CONFLICT"}
NONE = "None"
ORGANISATION = "Intergovernmental Organization"


@dataclass(frozen=True, slots=True)
class Row:
    """An event with what it is in PLOVER."""

    told: Told
    plover: Plover


def write(told: Iterable[Told], out: BinaryIO) -> int:
    """Write a line for each event that PLOVER has a type for; how many there were."""
    return rows.write(told, out, FIELDS, _rows, rows.TABS)


def _rows(told: Told) -> Iterable[Row]:
    return (Row(told, told.plover),) if told.plover else ()


def _country(actor: Actor) -> str | None:
    known = is_organisation(actor.state) and code(actor.state) != "NGO"
    return ORGANISATION if known else names().get(actor.state or "")


def _name(actor: Actor) -> str | None:
    return actor.name or names().get(actor.state or "")


def _cow(actor: Actor) -> str | None:
    found = numbers().get(actor.state or "")
    return str(found.cow) if found and found.cow else None


def _raw(row: Row, actor: Actor) -> str | None:
    """Its name where the event was first told, in that dispatch's language."""
    told = [one for one in row.told.tellings[0].record.actors if (one.role, one.state) == (actor.role, actor.state)]
    same = [one for one in told if one.name and one.key == actor.key] or [
        one for one in told if one.office == actor.office
    ]
    return same[0].name if same and actor.name else None


def _each(values: Sequence[str | None]) -> tuple[str, ...]:
    return tuple(value or NONE for value in values) if any(values) else ()


def _side(side: str, actors: Callable[[Plover], Sequence[Actor]]) -> Iterator[Column[Row]]:
    """The columns of those who act, or of the recipients."""

    def column(name: str, meaning: str, value: Callable[[Row, Actor], str | None]) -> Column[Row]:
        return Column(name, LIST, meaning, lambda row: _each([value(row, actor) for actor in actors(row.plover)]))

    yield column(f"{side} Name", "name of each; of a state with nobody named, the state's", lambda _, one: _name(one))
    yield column(f"{side} Country", f"English name of the state, or {ORGANISATION}", lambda _, one: _country(one))
    yield column(f"{side} COW", "number of the state in the Correlates of War", lambda _, one: _cow(one))
    yield column(f"Primary {side} Sector", "PLOVER's sector of each", lambda _, one: sector(one))
    yield column(f"{side} Sectors", "the same: each has one", lambda _, one: sector(one))
    yield column(f"{side} Title", "office, of the codebook", lambda _, one: words(one.office) or None)
    yield column(f"{side} Name Raw", "name in the first dispatch, where it names the person", _raw)
    yield _empty(f"Wikipedia {side} ID")


def _people(row: Row) -> Value:
    return tuple(dict.fromkeys(actor.name for actor in row.told.event.actors if actor.name))


def _organisations(row: Row) -> Value:
    states = (actor.state for actor in row.told.event.actors if actor.state and is_organisation(actor.state))
    return tuple(dict.fromkeys(names()[state] for state in states))


def _empty(name: str) -> Column[Row]:
    return Column(name, TEXT, "empty", lambda _: None)


FIELDS: tuple[Column[Row], ...] = (
    Column("Event ID", TEXT, "id of the event", lambda row: row.told.event.id),
    Column("Event Date", TEXT, "first day on which it can have taken place", lambda row: row.told.first),
    Column("Event Type", TEXT, "PLOVER's event type", lambda row: row.plover.type),
    Column("Event Mode", TEXT, "PLOVER's mode", lambda row: row.plover.mode),
    Column("Intensity", NUMBER, "from -10 (conflict) to +10 (co-operation)", lambda row: row.plover.score),
    Column("Quad Code", TEXT, ", ".join(QUADS.values()), lambda row: QUADS[row.plover.quad]),
    Column("Contexts", LIST, "PLOVER's contexts, from the topics", lambda row: row.plover.contexts),
    *_side("Actor", lambda plover: plover.actor),
    *_side("Recipient", lambda plover: plover.recipient),
    Column("Placename", TEXT, "English name of the place", lambda row: row.told.event.place),
    Column("City", TEXT, "the same, of cities known", lambda row: row.told.country and row.told.event.place),
    _empty("District"),
    _empty("Province"),
    Column("Country", TEXT, "ISO 3166-1 alpha-3 of the state it lies in", lambda row: row.told.country),
    Column("Latitude", NUMBER, "degrees north (GeoNames)", lambda row: row.told.spot and row.told.spot[0]),
    Column("Longitude", NUMBER, "degrees east", lambda row: row.told.spot and row.told.spot[1]),
    _empty("GeoNames ID"),
    _empty("Raw Placename"),
    _empty("Feature Type"),
    Column("Source", TEXT, "agency of the first dispatch that tells it", lambda row: row.told.tellings[0].agency),
    Column("Publication Date", TEXT, "day of that dispatch", lambda row: row.told.sent),
    Column("Story People", LIST, "names of all who take part", _people),
    Column("Story Organizations", LIST, "English names of the organisations that take part", _organisations),
    Column("Story Locations", TEXT, "the place", lambda row: row.told.event.place),
    Column("Language", TEXT, "language of that dispatch, ISO 639-1", lambda row: row.told.tellings[0].lang),
    Column("Version", TEXT, "the software and its version", lambda _: f"dragoman {__version__}"),
)
