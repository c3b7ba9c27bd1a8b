"""iCalendar, read back as calendar programs do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar, Event

from dragoman.export.data import ledger
from dragoman.export.data.ical import FIELDS
from dragoman.export.data.told import Told
from dragoman.ledger import Ledger
from dragoman.ledger.pairs import Pair
from dragoman.ledger.queries import Filter
from dragoman.report.calendar import write as calendar

from ...databases import KINDS, empty
from ...ledger.test_calendar import visit

From = Callable[..., Iterator[Told]]
Written = Callable[..., Any]
Read = Callable[[Iterator[Told]], list[Event]]

AZE_KAZ = Pair("AZE", "KAZ")


@pytest.fixture
def read(written: Written) -> Read:
    return lambda told: list(Calendar.from_ical(written("ical", told)).walk("VEVENT"))


def test_a_visit_is_an_entry(from_ledger: From, read: Read) -> None:
    (told,) = from_ledger(pair=AZE_KAZ, since="2023-04-10", until="2023-04-11", kinds=("visit",))
    (one,) = read(iter([told]))
    assert one["summary"] == (
        "Official visit: Ilham Aliyev (head of state, Azerbaijan), received by Kassym-Jomart Tokayev "
        "(head of state, Kazakhstan)"
    )
    assert (one["dtstart"].dt, one["dtend"].dt) == (date(2023, 4, 10), date(2023, 4, 11)), "the day after the last"
    assert (one["location"], one["status"], one["sequence"]) == ("Astana", "CONFIRMED", 0)
    assert one["dtstamp"].dt.date().isoformat() == max(telling.sent for telling in told.tellings)
    lines = str(one["description"]).splitlines()
    assert lines[0] == "Told by:"
    assert len(lines) - 1 == len(told.tellings)
    assert "AZERTAC, 10 April 2023, German" in lines


def test_a_ledger_gives_the_entries_of_its_calendar(address: str, from_ledger: From, read: Read) -> None:
    with Ledger(address) as kept, kept.reading() as connection:
        theirs = Calendar.from_ical(calendar(connection, AZE_KAZ, Filter(AZE_KAZ)))
    told = {str(one["uid"]): one.to_ical() for one in theirs.walk("VEVENT")}
    ours = {str(one["uid"]): one.to_ical() for one in read(from_ledger(pair=AZE_KAZ))}
    assert len(ours) > 20
    assert ours == told


@pytest.mark.parametrize("kind", KINDS)
def test_a_visit_that_is_moved_keeps_its_uid(kind: str, tmp_path: Path, read: Read) -> None:
    seen = []
    for place in empty(kind, tmp_path):
        with Ledger(place, create=True) as kept:
            for agency, day, sent in (("A", "2023-06-10", "2023-05-02"), ("B", "2023-06-12", "2023-05-20")):
                kept.add([visit(agency, day, sent)])
                with kept.reading() as connection:
                    (one,) = read(ledger.told(connection, Filter()))
                seen.append((str(one["uid"]), one["sequence"], one["dtstart"].dt, str(one["status"])))
    assert [row[1:] for row in seen] == [(0, date(2023, 6, 10), "TENTATIVE"), (1, date(2023, 6, 12), "TENTATIVE")]
    assert seen[0][0] == seen[1][0]


def test_records_have_a_uid_by_their_id(from_codings: From, read: Read) -> None:
    dated = [
        one
        for one in from_codings()
        if len(one.event.date or "") == 10
        and (one.event.kind in ("visit", "meeting") or (one.event.kind, one.event.act) == ("body", "meet"))
    ]
    every = read(from_codings())
    uids = [str(one["uid"]) for one in every]
    assert len(set(uids)) == len(uids) == len(dated) > 200
    assert [str(one["uid"]) for one in read(iter(dated[-3:]))] == uids[-3:], "whatever else is in the file"
    assert [one["dtstart"].dt.isoformat() for one in every] == [one.event.date for one in dated]


def test_it_leads_to_the_first_dispatch_on_the_web(from_codings: From, read: Read) -> None:
    told = next(one for one in from_codings(kinds=("visit",), since="2023-04-10", until="2023-04-10"))
    (telling,) = told.tellings
    urls = [None, "ftp://example.org/1", "https://example.org/2?a=1,2", "https://example.org/3"]
    (one,) = read(iter([replace(told, tellings=tuple(replace(telling, url=url) for url in urls))]))
    assert one["url"] == "https://example.org/2?a=1,2"


def test_fields(from_codings: From, read: Read) -> None:
    given = [replace(one, tellings=(replace(one.tellings[0], url="https://example.org/"),)) for one in from_codings()]
    assert {name for one in read(iter(given)) for name in one} == {field.name for field in FIELDS}


def test_nothing_is_a_calendar_too(written: Written) -> None:
    assert Calendar.from_ical(written("ical", iter(()))).walk("VEVENT") == []
