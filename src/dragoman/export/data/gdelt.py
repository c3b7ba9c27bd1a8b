"""GDELT 1.0 events: the 58 columns of its daily files, tab-separated without a head, a line for each pair of parties.

After the GDELT data format codebook 1.03 (gdeltproject.org) and CAMEO (Schrodt 2012); the Goldstein scale is that of
CAMEO's codes. Events are in pairs here and nowhere else: every actor with every recipient, as far as their codes
differ; where there is no recipient, every two states that take part, once, in the order in which they are told. A visit
that takes place is told twice, 042 by the visitor and 043 by the host. What dispatches do not tell in GDELT's sense is
empty: tone, the lead paragraph, where an actor is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from itertools import combinations, product
from typing import BinaryIO

from dragoman.export.data import rows
from dragoman.export.data.columns import INTEGER, NUMBER, TEXT, Column, Value
from dragoman.export.data.told import Told
from dragoman.ledger.pairs import names
from dragoman.model import Actor
from dragoman.plover.parties import Cameo, cameo, goldstein, is_state, numbers, quad

VISIT, HOST = "042", "043"
US_CITY, WORLD_CITY = 3, 4


@dataclass(frozen=True, slots=True)
class Row:
    """What one party does to another: an event, or a pair of its parties."""

    told: Told
    code: str
    one: Actor | None
    other: Actor | None

    @property
    def id(self) -> int:
        """A number that is the same for the same pair of the same event in every file."""
        parties = ((actor.state or "", cameo(actor).code) if actor else () for actor in (self.one, self.other))
        text = "\t".join((self.told.event.id, self.code, *map("/".join, parties)))
        return int.from_bytes(blake2b(text.encode(), digest_size=8).digest()) >> 1

    @property
    def day(self) -> str:
        """The first day, YYYYMMDD."""
        return self.told.first.replace("-", "")


def write(told: Iterable[Told], out: BinaryIO) -> int:
    """Write the lines of each event that PLOVER has a type for; how many events there were."""
    return rows.write(told, out, FIELDS, _rows, rows.TABS_ALONE)


def _rows(told: Told) -> Iterator[Row]:
    if not told.plover:
        return
    code = told.plover.cameo
    for one, other in _pairs(told.plover.actor, told.plover.recipient):
        yield Row(told, code, one, other)
        if code == VISIT:
            yield Row(told, HOST, other, one)


def _pairs(actors: Iterable[Actor], recipients: Iterable[Actor]) -> Iterator[tuple[Actor | None, Actor | None]]:
    one, other = _parties(actors), _parties(recipients)
    states = _first((actor.state, actor) for actor in one if actor.state)
    if other or len(states) < 2:
        nobody: tuple[Actor | None, ...] = (None,)
        yield from product(one[: None if other else 1] or nobody, other or nobody)
    else:
        yield from combinations(states, 2)


def _parties(actors: Iterable[Actor]) -> list[Actor]:
    """The first of each code, for who has one code in CAMEO is one party; no state beside persons of its own."""
    told = list(actors)
    acting = {actor.state for actor in told if not is_state(actor)}
    kept = (actor for actor in told if not (is_state(actor) and actor.state in acting))
    return _first(((actor.state, cameo(actor).code), actor) for actor in kept)


def _first(actors: Iterable[tuple[object, Actor]]) -> list[Actor]:
    """The first actor of each key, in order."""
    found: dict[object, Actor] = {}
    for key, actor in actors:
        found.setdefault(key, actor)
    return list(found.values())


def _name(actor: Actor) -> str:
    return (actor.name or names().get(actor.state or "") or "").upper()


def _fraction(row: Row) -> float:
    """The year and how much of it has gone by, counted in months of 30 days as the codebook has it."""
    year, month, day = map(int, row.told.first.split("-"))
    return round(year + ((month - 1) * 30 + day) / 365, 4)


def _party(number: int) -> Iterator[Column[Row]]:
    """The columns of one of the two parties."""

    def of(row: Row) -> Actor | None:
        return row.one if number == 1 else row.other

    def part(row: Row) -> Cameo:
        actor = of(row)
        return cameo(actor) if actor else Cameo(None, None, None)

    def name(row: Row) -> Value:
        actor = of(row)
        return _name(actor) if actor else None

    who = f"Actor{number}"
    yield Column(f"{who}Code", TEXT, "CAMEO code: country and type, or type and group", lambda row: part(row).code)
    yield Column(f"{who}Name", TEXT, "name of the person, else of the state or organisation, in capitals", name)
    yield Column(f"{who}CountryCode", TEXT, "CAMEO code of the state", lambda row: part(row).country)
    yield Column(f"{who}KnownGroupCode", TEXT, "CAMEO code of the organisation", lambda row: part(row).group)
    for empty in ("EthnicCode", "Religion1Code", "Religion2Code"):
        yield _empty(f"{who}{empty}")
    yield Column(f"{who}Type1Code", TEXT, "GOV, MIL, LEG, JUD, BUS, IGO, NGO", lambda row: part(row).type)
    yield _empty(f"{who}Type2Code")
    yield _empty(f"{who}Type3Code")


def _empty(name: str, type: str = TEXT) -> Column[Row]:
    return Column(name, type, "empty", lambda _: None)


_PLACE = (
    ("Type", INTEGER),
    ("FullName", TEXT),
    ("CountryCode", TEXT),
    ("ADM1Code", TEXT),
    ("Lat", NUMBER),
    ("Long", NUMBER),
    ("FeatureID", TEXT),
)
"""What GDELT has of each party's place and of the event's."""


def _nowhere(who: str) -> Iterator[Column[Row]]:
    return (_empty(f"{who}Geo_{name}", type) for name, type in _PLACE)


def _place_type(row: Row) -> int | None:
    country = row.told.country
    if not country:
        return None
    return US_CITY if country == "USA" else WORLD_CITY


def _place_name(row: Row) -> str | None:
    place, country = row.told.event.place, row.told.country
    return f"{place}, {names()[country]}" if place and country else place


def _fips(row: Row) -> str | None:
    return numbers()[row.told.country].fips if row.told.country else None


def _source(row: Row) -> str:
    """The address of the first dispatch, or what is known of it."""
    first = row.told.tellings[0]
    return first.url or ", ".join(filter(None, (first.agency, first.sent, first.dispatch)))


FIELDS: tuple[Column[Row], ...] = (
    Column("GLOBALEVENTID", INTEGER, "a number for the event and this pair, below 2**63", lambda row: row.id),
    Column("SQLDATE", INTEGER, "first day on which it can have taken place, YYYYMMDD", lambda row: int(row.day)),
    Column("MonthYear", INTEGER, "its month, YYYYMM", lambda row: int(row.day[:6])),
    Column("Year", INTEGER, "its year", lambda row: int(row.day[:4])),
    Column("FractionDate", NUMBER, "its year, and of it what has gone by, in months of 30 days", _fraction),
    *_party(1),
    *_party(2),
    _empty("IsRootEvent", INTEGER),
    Column("EventCode", TEXT, "CAMEO code", lambda row: row.code),
    Column("EventBaseCode", TEXT, "its first three digits", lambda row: row.code[:3]),
    Column("EventRootCode", TEXT, "its first two digits", lambda row: row.code[:2]),
    Column(
        "QuadClass", INTEGER, "of the root, 1 to 4 as in PLOVER, which differs for some", lambda row: quad(row.code)
    ),
    Column("GoldsteinScale", NUMBER, "of the code, from -10 to +10", lambda row: goldstein(row.code)),
    Column("NumMentions", INTEGER, "records that tell it", lambda row: len(row.told.tellings)),
    Column("NumSources", INTEGER, "agencies that do", lambda row: len({told.agency for told in row.told.tellings})),
    Column(
        "NumArticles", INTEGER, "dispatches that do", lambda row: len({told.dispatch for told in row.told.tellings})
    ),
    _empty("AvgTone", NUMBER),
    *_nowhere("Actor1"),
    *_nowhere("Actor2"),
    Column("ActionGeo_Type", INTEGER, "3 city in the United States, 4 elsewhere; empty where not known", _place_type),
    Column("ActionGeo_FullName", TEXT, "place, and its state where that is known", _place_name),
    Column("ActionGeo_CountryCode", TEXT, "FIPS 10-4 code of the state in which it lies", _fips),
    _empty("ActionGeo_ADM1Code"),
    Column("ActionGeo_Lat", NUMBER, "degrees north (GeoNames)", lambda row: row.told.spot and row.told.spot[0]),
    Column("ActionGeo_Long", NUMBER, "degrees east", lambda row: row.told.spot and row.told.spot[1]),
    _empty("ActionGeo_FeatureID"),
    Column(
        "DATEADDED", INTEGER, "day of the first dispatch, YYYYMMDD", lambda row: int(row.told.sent.replace("-", ""))
    ),
    Column("SOURCEURL", TEXT, "address of the first dispatch, else its agency, day and id", _source),
)
