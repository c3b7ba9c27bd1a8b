"""Entering: every dispatch once, corrections supersede, withdrawals take their evidence along."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import func, select

from dragoman.ledger import Ledger, queries, tables
from dragoman.ledger.check import check
from dragoman.model import Dispatch

from .made import PRESIDENTS, coding


def meeting(day: str = "2023-04-10", **more: Any) -> dict[str, Any]:
    return {"kind": "meeting", "type": "one_on_one", "date": day, "place": "Astana", "actors": PRESIDENTS, **more}


def number(ledger: Ledger, table: Any = tables.dispatch) -> int:
    with ledger.reading() as connection:
        return connection.scalar(select(func.count()).select_from(table)) or 0


def test_the_same_dispatch_twice_is_one(ledger: Ledger) -> None:
    told = coding("The presidents met.", [meeting()], id="one")
    first = ledger.add([told])
    again = ledger.add([told, coding("The presidents met.", [meeting()], id="other-file")])
    assert (first.entered, first.known) == (1, 0)
    assert (again.entered, again.known) == (0, 2)
    assert number(ledger) == 1
    assert check(ledger.database) == []


def test_the_same_words_of_another_agency_are_another_source(ledger: Ledger) -> None:
    ledger.add([coding("The presidents met.", [meeting()], agency=name) for name in ("A", "B")])
    with ledger.reading() as connection:
        (event,) = queries.events(connection)
    assert event.sources == 2


@pytest.mark.parametrize("later_first", [False, True])
def test_a_newer_version_supersedes_the_older(ledger: Ledger, later_first: bool) -> None:
    old = coding("They met on Monday.", [meeting()], guid="x:1", version=1)
    new = coding("Correction: they met on Tuesday.", [meeting("2023-04-11")], guid="x:1", version=2)
    tally = ledger.add([new, old] if later_first else [old, new])
    assert tally.superseded == 1
    with ledger.reading() as connection:
        (event,) = queries.events(connection)
    assert event.date == "2023-04-11"
    assert number(ledger) == 2, "the older version stays on file"
    assert check(ledger.database) == []


def test_versions_are_told_apart_by_agency(ledger: Ledger) -> None:
    ledger.add([coding(f"They met, says {name}.", [meeting()], guid="1", agency=name) for name in ("A", "B")])
    with ledger.reading() as connection:
        assert [event.sources for event in queries.events(connection)] == [2]


def test_a_withdrawn_dispatch_takes_its_evidence_along(ledger: Ledger) -> None:
    ledger.add([coding("They met.", [meeting()], guid="x:1"), coding("The two met.", [meeting()], agency="B")])
    tally = ledger.add([Dispatch("", guid="x:1", agency="Sample", pubstatus="canceled")])
    assert tally.withdrawn == 1
    with ledger.reading() as connection:
        (event,) = queries.events(connection)
    assert event.sources == 1
    assert number(ledger) == 2
    assert check(ledger.database) == []


def test_an_event_keeps_its_id_when_sources_come_in(ledger: Ledger) -> None:
    ledger.add([coding("They met.", [meeting()])])
    with ledger.reading() as connection:
        (before,) = queries.events(connection)
    ledger.add([coding("Sie trafen sich.", [meeting()], lang="de", agency="B", date="2023-04-09")])
    with ledger.reading() as connection:
        (after,) = queries.events(connection)
    assert (before.id, after.sources) == (after.id, 2)


def test_what_a_source_tells_is_kept(ledger: Ledger) -> None:
    from dataclasses import replace

    from dragoman.export.data.ledger import told
    from dragoman.ledger.dispatches import dispatch
    from dragoman.ledger.queries import Filter

    source = {
        "sent": "2023-04-10T12:00:00+06:00",
        "embargo": "2023-04-10T10:00:00+00:00",
        "rights": "© Sample",
        "byline": "Ada Mbeki",
    }
    made = coding("The presidents met.", [{"kind": "meeting", "actors": PRESIDENTS}])
    ledger.add([replace(made, dispatch=replace(made.dispatch, **source))])
    with ledger.reading() as connection:
        kept = dispatch(connection, 1)
        assert {name: getattr(kept, name) for name in source} == source
        assert [telling.rights for one in told(connection, Filter()) for telling in one.tellings] == ["© Sample"]


def test_a_feed_that_is_read_once_more_takes_nothing_back_that_came_later(ledger: Ledger) -> None:
    told = [{"kind": "meeting", "actors": PRESIDENTS}]
    first = coding("The presidents met.", told, guid="x", version=1)
    gone = Dispatch("", guid="x", version=1, agency="Sample", date="2023-04-11", pubstatus="canceled")
    again = coding("The presidents met in Astana.", told, guid="x", version=2, date="2023-04-12")
    for _ in range(2):
        ledger.add([first, gone, again])
    with ledger.reading() as connection:
        states = connection.execute(select(tables.dispatch.c.version, tables.dispatch.c.state)).all()
    assert {tuple(row) for row in states} == {(1, "withdrawn"), (2, "current")}
