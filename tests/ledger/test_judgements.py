"""Judgements: they win over the machine, survive recoding, and can be undone."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from dragoman.ledger import Ledger, LedgerError, persons, queries, tables
from dragoman.ledger.check import check
from dragoman.ledger.judged import judgements
from dragoman.model import Dispatch

from .made import PRESIDENTS, coding

MEETING = {"kind": "meeting", "type": "one_on_one", "place": "Astana", "actors": PRESIDENTS}


def events(ledger: Ledger) -> list[tuple[str | None, int]]:
    with ledger.reading() as connection:
        return [(event.date, event.sources) for event in queries.events(connection)]


def records(ledger: Ledger) -> list[str]:
    with ledger.reading() as connection:
        return list(connection.scalars(select(tables.record.c.id).order_by(tables.record.c.dispatch_id)))


def two(ledger: Ledger, other: str) -> list[str]:
    """Two accounts of a meeting, of 10 April and of another day; the ids of their records."""
    one = coding("They met in Astana.", [{**MEETING, "date": "2023-04-10"}])
    ledger.add([one, coding("The two met.", [{**MEETING, "date": other}], agency="B", date=other)])
    return records(ledger)


def test_same_joins_what_the_machine_keeps_apart_and_can_be_undone(ledger: Ledger) -> None:
    ids = two(ledger, "2023-04-14")
    assert len(events(ledger)) == 2
    (number,) = ledger.judge("same", ids, by="Ada", why="one desk misprinted the day")
    assert [sources for _, sources in events(ledger)] == [2]
    assert check(ledger.database) == []
    ledger.undo(number, by="Ben")
    assert len(events(ledger)) == 2
    with ledger.reading() as connection:
        (made,) = judgements(connection)
    assert (made.made_by, made.why, made.undone_by) == ("Ada", "one desk misprinted the day", "Ben")


def test_different_parts_what_the_machine_joins(ledger: Ledger) -> None:
    ids = two(ledger, "2023-04-10")
    assert len(events(ledger)) == 1
    ledger.judge("different", ids, by="Ada")
    assert len(events(ledger)) == 2


def test_correct_sets_a_slot_and_wrong_takes_a_record_out(ledger: Ledger) -> None:
    ids = two(ledger, "2023-04-14")
    ledger.judge("correct", ids[1:], by="Ada", slot="date", value="2023-04-10")
    assert events(ledger) == [("2023-04-10", 2)]
    ledger.judge("wrong", ids[:1], by="Ada")
    assert events(ledger) == [("2023-04-10", 1)]
    assert check(ledger.database) == []


def actors(ledger: Ledger) -> list[tuple[str, str | None, str | None, str | None]]:
    with ledger.reading() as connection:
        (event,) = queries.events(connection)
        return [(a.role, a.name, a.office, a.state) for a in queries.event(connection, event.id).actors]


def test_correct_sets_the_actors(ledger: Ledger) -> None:
    told = [{"role": "guest", "name": "Ilham Aliyef", "state": "AZE"}, {"role": "host", "state": "KAZ"}]
    ledger.add([coding("He came.", [{"kind": "visit", "date": "2023-04-10", "actors": told}])])
    value = " guest: Ilham Aliyev, AZE,head_of_state ;host: KAZ;"
    (number,) = ledger.judge("correct", records(ledger), by="Ada", slot="actors", value=value)
    assert actors(ledger) == [("guest", "Ilham Aliyev", "head_of_state", "AZE"), ("host", None, None, "KAZ")]
    with ledger.reading() as connection:
        assert [person.name for person in persons.persons(connection, ["AZE"])] == ["Ilham Aliyev"]
    assert check(ledger.database) == []
    ledger.undo(number, by="Ada")
    assert actors(ledger)[0] == ("guest", "Ilham Aliyef", None, "AZE")


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("", "a meeting has actors"),
        ("Ilham Aliyev, AZE", "no role 'Ilham Aliyev, AZE' of a meeting"),
        ("guest: AZE", "no role 'guest' of a meeting: begin each actor with one of participant"),
        ("participant:", "nobody in 'participant:'"),
        ("participant: AZE, KAZ", "two times state"),
        ("participant: AZE; participant: UZB", "no longer be of AZE-KAZ: judge it wrong instead"),
        ("participant: AZE; participant: KAZ; participant: UZB", "no longer be of AZE-KAZ"),
    ],
)
def test_actors_that_no_record_can_have_are_told(ledger: Ledger, value: str, told: str) -> None:
    ids = two(ledger, "2023-04-10")
    with pytest.raises(LedgerError, match=told):
        ledger.judge("correct", ids[:1], by="Ada", slot="actors", value=value)


def test_the_later_judgement_on_a_pair_wins(ledger: Ledger) -> None:
    ids = two(ledger, "2023-04-14")
    ledger.judge("same", ids, by="Ada")
    ledger.judge("different", ids, by="Ben")
    assert len(events(ledger)) == 2


def test_judgements_survive_recoding(ledger: Ledger) -> None:
    from dragoman.coder import Coder

    texts = [
        ("A", "2023-04-10", "On 10 April the foreign ministers of Kenya and Ghana met in Accra."),
        ("B", "2023-04-14", "On 14 April the foreign ministers of Kenya and Ghana held talks in Accra."),
    ]
    coder = Coder()
    ledger.add([coder.code(Dispatch(text, lang="en", date=day, agency=name)) for name, day, text in texts])
    assert len(events(ledger)) == 2
    ledger.judge("same", records(ledger), by="Ada")
    before = events(ledger)
    assert len(before) == 1
    assert ledger.recode() == 2
    assert events(ledger) == before
    assert check(ledger.database) == []


def test_records_of_two_units_are_joined_and_parted_again(ledger: Ledger) -> None:
    summit = {**MEETING, "type": "multilateral", "date": "2023-04-10"}
    ledger.add([coding("They met.", [{**MEETING, "date": "2023-04-10"}]), coding("A summit.", [summit], agency="B")])
    assert len(events(ledger)) == 2
    for _ in range(2):
        (number,) = ledger.judge("same", records(ledger), by="Ada")
        assert [sources for _, sources in events(ledger)] == [2]
        assert check(ledger.database) == []
        ledger.undo(number, by="Ada")
        assert len(events(ledger)) == 2
        assert check(ledger.database) == []


@pytest.mark.parametrize(
    ("verdict", "ids", "slot", "told"),
    [
        ("same", ["nothing-0", "nothing-1"], None, "no record 'nothing-0'"),
        ("same", ["nothing-0", "nothing-0"], None, "two different records"),
    ],
)
def test_what_cannot_be_judged_is_told(ledger: Ledger, verdict: str, ids: list[str], slot: str, told: str) -> None:
    with pytest.raises(LedgerError, match=told):
        ledger.judge(verdict, ids, by="Ada", slot=slot, value="x")


def test_undoing_what_is_not_there_is_told(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="no judgement 7"):
        ledger.undo(7, by="Ada")
