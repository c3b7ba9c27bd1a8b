"""Questions that reports ask of a ledger."""

from __future__ import annotations

from dragoman.ledger import Ledger, queries
from dragoman.ledger.pairs import pair
from dragoman.ledger.persons import persons
from dragoman.ledger.queries import Filter

from .made import PRESIDENTS, coding

AZE_KAZ = pair("AZE", "KAZ")
TALKS = {"kind": "meeting", "type": "one_on_one", "place": "Astana", "topics": ["energy"], "actors": PRESIDENTS}


def filled(ledger: Ledger) -> None:
    ledger.add(
        [
            coding("They met.", [{**TALKS, "date": "2023-04-10"}], agency="A", date="2023-04-10"),
            coding("Sie trafen sich.", [{**TALKS, "date": "2023-04-11"}], agency="B", date="2023-04-11", lang="de"),
            coding("They met again.", [{**TALKS, "date": "2024-01-05"}], agency="A", date="2024-01-05"),
        ]
    )


def test_sources_are_counted_within_a_filter(ledger: Ledger) -> None:
    filled(ledger)
    with ledger.reading() as connection:
        every = queries.sources(connection, Filter(AZE_KAZ))
        year = queries.sources(connection, Filter(AZE_KAZ, "2023", "2023"))
        none = queries.sources(connection, Filter(AZE_KAZ, "2020", "2020"))
    assert (every.dispatches, every.agencies, every.langs) == (3, 2, ("de", "en"))
    assert (year.dispatches, year.first, year.last) == (2, "2023-04-10", "2023-04-11")
    assert (none.dispatches, none.first) == (0, None)


def test_differences_of_many_events_are_asked_at_once(ledger: Ledger) -> None:
    filled(ledger)
    with ledger.reading() as connection:
        found = queries.events(connection, Filter(AZE_KAZ))
        told = queries.all_differences(connection, [event.id for event in found])
        assert told == {event.id: d for event in found if (d := queries.differences(connection, event.id))}
    assert [sorted(set(d.values.values())) for ds in told.values() for d in ds] == [["2023-04-10", "2023-04-11"]]


def test_persons_as_dispatches_up_to_a_day_tell_them(ledger: Ledger) -> None:
    filled(ledger)
    with ledger.reading() as connection:
        [now] = persons(connection, ["KAZ"])
        [then] = persons(connection, ["KAZ"], until="2023-04-11")
        latest = queries.records(connection, [then.offices[0].latest])
    assert (now.last, then.last) == ("2024-01-05", "2023-04-11")
    assert [account.sent for account in latest.values()] == ["2023-04-11"]
    assert then.called == {"de": "Kassym-Jomart Tokayev", "en": "Kassym-Jomart Tokayev"}
