"""The story that the samples tell, in a ledger: from their texts, through the coder, to events and commitments."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources

import pytest
from sqlalchemy import Connection

from dragoman.coder import Coder, languages
from dragoman.intake import read_all
from dragoman.ledger import Ledger, queries, tracked
from dragoman.ledger.pairs import pair
from dragoman.ledger.queries import Filter
from dragoman.ledger.views import Body, Commitment, Event
from dragoman.model import Coding

from ..databases import KINDS, empty

PAIR = pair("AZE", "KAZ")


@pytest.fixture(scope="module")
def codings() -> list[Coding]:
    """All samples, coded."""
    coder = Coder()
    items = read_all([str(resources.files("dragoman") / "samples")])
    return [coder.code(item.dispatch) for item in items if item.dispatch]


@pytest.fixture(scope="module", params=KINDS)
def connection(
    request: pytest.FixtureRequest, codings: list[Coding], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Connection]:
    """A ledger of all samples."""
    for address in empty(request.param, tmp_path_factory.mktemp("samples")):
        with Ledger(address, create=True) as ledger:
            ledger.add(codings)
            with ledger.reading() as connection:
                yield connection


def test_there_are_forty_in_all_languages(codings: list[Coding]) -> None:
    assert len(codings) >= 40
    assert {coding.dispatch.lang for coding in codings} == set(languages()) - {"uk"}


def visit(connection: Connection, day: str) -> Event:
    """The one visit of the pair that has most sources on that day."""
    found = queries.events(connection, Filter(PAIR, since=day, until=day, kinds=("visit",)))
    return max(found, key=lambda event: event.sources)


def council(connection: Connection) -> Body:
    return max(
        (body for body in tracked.bodies(connection, PAIR) if body.type == "council"), key=lambda body: len(body.events)
    )


def test_the_visit_of_april_2023_is_one_event_in_many_languages(connection: Connection) -> None:
    event = visit(connection, "2023-04-10")
    told = queries.accounts(connection, [event.id])[event.id]
    assert len({account.lang for account in told}) >= 8
    assert event.sources >= 12
    assert {actor.name for actor in event.people("guest")} == {"Ilham Aliyev"}


def test_its_narrow_and_its_extended_meeting_are_two(connection: Connection) -> None:
    parts = queries.parts(connection, visit(connection, "2023-04-10").id)
    meetings = {event.type: event for event in parts if event.kind == "meeting"}
    assert set(meetings) >= {"one_on_one", "extended"}
    for event in (meetings["one_on_one"], meetings["extended"]):
        assert event.sources >= 3
        assert {actor.name for actor in event.people()} >= {"Ilham Aliyev", "Kassym-Jomart Tokayev"}


def test_the_council_goes_from_planned_to_founded_to_two_sessions(connection: Connection) -> None:
    body = council(connection)
    founded = [event for event in body.events if event.act == "found"]
    assert [(event.date, event.status) for event in founded] == [("2023-04-10", "done")]
    sessions = [(event.date, event.place) for event in body.events if event.id in body.sessions]
    assert sessions == [("2024-03-11", "Baku"), ("2025-10-21", "Astana")]
    assert len(body.names) >= 5


def commitment(connection: Connection, event: str) -> Commitment:
    return next(made for made in tracked.commitments(connection, PAIR) if made.event.id == event)


def test_its_commitments_are_closed_by_the_right_records(connection: Connection) -> None:
    body = council(connection)
    for event in body.events:
        made = commitment(connection, event.id)
        assert made.state == "fulfilled"
        first, last = made.steps[0], made.steps[-1]
        assert first.step == "made"
        assert first.account.status == "planned"
        assert (last.step, last.event) == ("fulfilled", event.id)
        assert last.account.status in ("done", "ongoing")
        assert all(step.account.quote for step in made.steps)


def test_three_other_pairs_are_told(connection: Connection) -> None:
    told = dict(queries.pairs(connection))
    assert all(told[name] >= 10 for name in ("DEU-FRA", "BRA-CHN", "AUS-IND"))


def test_every_event_has_its_words(connection: Connection) -> None:
    events = queries.events(connection)
    told = queries.accounts(connection, [event.id for event in events])
    assert len(events) > 150
    for event in events:
        assert all(account.quote and account.why for account in told[event.id])
