"""Visits of leaders in the columns of COLT, as CSV: a line for each leader who travelled and each country visited.

COLT is the Country and Organizational Leader Travel data set (Moyer and others, When Heads of Government and State
(HOGS) Fly, International Studies Quarterly 69, 2025, doi:10.1093/isq/sqaf013; Pardee Institute, University of Denver).
The columns are named as in its release of 17 March 2025; those that a dispatch cannot fill are left out, and the last
three are our own. Only visits that took, or are taking, place are here, of heads of state and of government, foreign
ministers, crown princes and heads of organisations; summits as far as the dispatch tells of the journey there.

What a leader did is told by the events that the ledger knows as parts of the visit: ``Yes``, or empty where none tells.
Empty is not No. Of coded dispatches that are in no ledger, nothing of the kind is known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import BinaryIO

from dragoman.export.data import rows
from dragoman.export.data.columns import INTEGER, LIST, TEXT, Column, Value
from dragoman.export.data.told import Told
from dragoman.export.labels import words
from dragoman.ledger.pairs import names
from dragoman.ledger.parties import is_same
from dragoman.ledger.spans import TOOK_PLACE, span
from dragoman.ledger.views import Event
from dragoman.model import Actor
from dragoman.plover.parties import is_organisation

ROLES = {
    "head_of_state": "S",
    "head_of_government": "G",
    "foreign_minister": "F",
    "crown_prince": "CP",
    "secretary_general": "I",
}
"""COLT's roles; its GS, for who is both, cannot be told from an office alone."""

HOGS = frozenset(("head_of_state", "head_of_government"))
APART = frozenset(("phone", "video"))
AGREEMENTS = frozenset(("agreement", "memorandum", "protocol", "programme", "package", "unspecified"))
"""Types of documents that states bind themselves by: neither declarations nor contracts of companies."""

DAY = len("2023-04-10")


@dataclass(frozen=True)
class Row:
    """A leader's visit to a country, or to where nobody says."""

    told: Told
    number: int
    guest: Actor
    host: str | None

    @cached_property
    def meetings(self) -> tuple[Event, ...]:
        """The meetings and sessions of the visit that the leader took part in, in person."""
        meet = (part for part in self._parts if part.kind == "meeting" or (part.kind == "body" and part.act == "meet"))
        return tuple(part for part in meet if part.type not in APART and any(map(self._is_leader, part.actors)))

    @property
    def _parts(self) -> Iterator[Event]:
        return (part for part in self.told.parts if part.status in TOOK_PLACE)

    def met(self, wanted: Callable[[Actor], bool]) -> tuple[str, ...]:
        """The names of those met, or their offices where they are not named."""
        there = (actor for part in self.meetings for actor in part.actors if actor.office)
        found = (actor for actor in there if wanted(actor) and not self._is_leader(actor))
        return tuple(dict.fromkeys(actor.name or words(actor.office) for actor in found))

    def _is_leader(self, actor: Actor) -> bool:
        return bool(actor.name) and actor.state == self.guest.state and is_same(self.guest, actor)

    def did(self, wanted: Callable[[Event], bool]) -> str | None:
        """Whether a part of the visit that concerns the leader's state is such."""
        return _yes(any(wanted(part) and self.guest.state in part.states for part in self._parts))

    @property
    def hosts(self) -> tuple[str, ...]:
        """The heads of state and of government of the country visited whom the leader met."""
        return self.met(lambda one: one.office in HOGS and one.state is not None and one.state == self.host)

    @property
    def others(self) -> tuple[str, ...]:
        """Those of other countries."""
        own = (self.host, self.guest.state, None)
        return self.met(lambda one: one.office in HOGS and one.state not in own and not is_organisation(one.state))

    @property
    def heads(self) -> tuple[str, ...]:
        """The heads of organisations."""
        return self.met(lambda one: one.office == "secretary_general" and is_organisation(one.state))

    @property
    def summits(self) -> tuple[Event, ...]:
        """The multilateral meetings."""
        return tuple(part for part in self.meetings if part.type == "multilateral")

    @property
    def days(self) -> int | None:
        """How long it lasted, first and last day among them, where both are told."""
        start, end = _day(self.told.event.date), _day(self.told.event.end_date)
        return span(end).last - span(start).first + 1 if start and end else None


def write(told: Iterable[Told], out: BinaryIO) -> int:
    """Write the lines of each visit of a leader that took place; how many visits there were."""
    return rows.write(told, out, FIELDS, _rows, rows.COMMAS)


def _rows(told: Told) -> Iterator[Row]:
    event = told.event
    if event.kind != "visit" or event.status not in TOOK_PLACE:
        return
    told_hosts = [actor.state for actor in event.actors if actor.role == "host" and actor.state]
    hosts: tuple[str | None, ...] = tuple(dict.fromkeys(told_hosts)) or (None,)
    leaders = [actor for actor in event.actors if actor.role == "guest" and actor.office in ROLES]
    for number, (leader, host) in enumerate(product(leaders, hosts)):
        yield Row(told, number, leader, host)


def _yes(told: object) -> str | None:
    return "Yes" if told else None


def _day(date: str | None) -> str | None:
    return date if date and len(date) == DAY else None


def _id(row: Row) -> Value:
    return f"{row.guest.state}-{row.guest.key}" if row.guest.state and row.guest.key else None


def _iso(state: str | None) -> str | None:
    return None if is_organisation(state) else state


FIELDS: tuple[Column[Row], ...] = (
    Column(
        "TripID",
        TEXT,
        "id of the visit, and which of its lines this is",
        lambda row: f"{row.told.event.id}-{row.number}",
    ),
    Column("LeaderID", TEXT, "one for a person of a state, however languages write the name", _id),
    Column(
        "LeaderCountryOrIGO",
        TEXT,
        "English name of the leader's state or organisation",
        lambda row: names().get(row.guest.state or ""),
    ),
    Column("LeaderCountryISO", TEXT, "ISO 3166-1 alpha-3 of the state", lambda row: _iso(row.guest.state)),
    Column(
        "LeaderRole",
        TEXT,
        "S head of state (COLT's GS too), G of government, F foreign minister, CP crown prince, I organisation",
        lambda row: ROLES[row.guest.office or ""],
    ),
    Column("LeaderTitle", TEXT, "office, of the codebook", lambda row: words(row.guest.office)),
    Column("LeaderFullName", TEXT, "name, in its base form", lambda row: row.guest.name),
    Column(
        "CountryVisited",
        TEXT,
        "English name of the state or organisation that receives",
        lambda row: names().get(row.host or ""),
    ),
    Column("CountryVisitedISO", TEXT, "ISO 3166-1 alpha-3 of the state", lambda row: _iso(row.host)),
    Column("CityVisited", TEXT, "English name of the place", lambda row: row.told.event.place),
    Column(
        "TripYear",
        INTEGER,
        "year of its first day; that of the dispatch where no date is told",
        lambda row: int(row.told.first[:4]),
    ),
    Column("TripStartDate", TEXT, "first day, where the day is told", lambda row: _day(row.told.event.date)),
    Column("TripEndDate", TEXT, "last day, where the day is told", lambda row: _day(row.told.event.end_date)),
    Column(
        "TripDuration", INTEGER, "days, the first and the last among them, where both are told", lambda row: row.days
    ),
    Column("MetHostHoGS", TEXT, "Yes: met the host's head of state or of government", lambda row: _yes(row.hosts)),
    Column("HostHOGSName", LIST, "who that was", lambda row: row.hosts),
    Column(
        "AttendedMultilatEvent",
        TEXT,
        "Yes: took part in a meeting of three sides or more",
        lambda row: _yes(row.summits),
    ),
    Column(
        "NameMultilatEvent",
        LIST,
        "its name, as the dispatch has it",
        lambda row: tuple(one.name for one in row.summits if one.name),
    ),
    Column(
        "MetNonhostHOGS",
        TEXT,
        "Yes: met a head of state or of government of a third country",
        lambda row: _yes(row.others),
    ),
    Column("NonhostHOGSNames", LIST, "who that was", lambda row: row.others),
    Column(
        "SignedAgreement",
        TEXT,
        "Yes: a document between the states was signed, other than a declaration",
        lambda row: row.did(lambda part: part.kind == "document" and part.act == "sign" and part.type in AGREEMENTS),
    ),
    Column(
        "CulturalSiteOrCeremony",
        TEXT,
        "Yes: a cultural event was part of it",
        lambda row: row.did(lambda part: part.kind == "exchange" and part.type == "culture_event"),
    ),
    Column(
        "BusinessLeaderOrForum",
        TEXT,
        "Yes: met heads of companies",
        lambda row: _yes(row.met(lambda one: one.office == "business")),
    ),
    Column("MetIGOLeader", TEXT, "Yes: met the head of an international organisation", lambda row: _yes(row.heads)),
    Column("IGOLeaderName", LIST, "who that was", lambda row: row.heads),
    Column(
        "Notes",
        TEXT,
        "the words that carry the visit in the first dispatch that tells it",
        lambda row: row.told.tellings[0].quote,
    ),
    Column("SourceLink1", TEXT, "where that dispatch stands", lambda row: row.told.tellings[0].url),
    Column(
        "VisitType",
        TEXT,
        "state, official, working, private, transit, unspecified (not in COLT)",
        lambda row: row.told.event.type,
    ),
    Column(
        "DatePrecision",
        TEXT,
        "day, month, year, or sent: how fine the first day is told (not in COLT)",
        lambda row: row.told.precision,
    ),
    Column(
        "Dispatches", INTEGER, "number of dispatches that tell it (not in COLT)", lambda row: row.told.event.sources
    ),
)
