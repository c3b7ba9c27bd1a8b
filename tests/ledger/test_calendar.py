"""Appointments keep their UID, and say by their SEQUENCE that they have changed, whatever becomes of their events."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete, insert, inspect, select, update

from dragoman.ledger import Ledger, judgements, tables
from dragoman.ledger.backup import read, write
from dragoman.ledger.calendar import days
from dragoman.ledger.check import check
from dragoman.ledger.database import Database
from dragoman.model import Coding, Dispatch

from .made import PRESIDENTS, coding, who
from .test_migrations import make as made

GUEST = who(("guest", "Ilham Aliyev", "head_of_state", "AZE"), ("host", None, None, "KAZ"))
VISIT = {"kind": "visit", "type": "official", "place": "Astana", "actors": GUEST}
MEETING = {"kind": "meeting", "type": "one_on_one", "place": "Astana", "actors": PRESIDENTS}


def visit(agency: str, day: str, sent: str, status: str = "planned", **slots: Any) -> Coding:
    """A dispatch of an agency that tells of the visit."""
    told = f"{agency}: the President goes to Astana on {day}."
    return coding(told, [{**VISIT, "date": day, "status": status, **slots}], agency=agency, date=sent, guid=agency)


def appointments(ledger: Ledger) -> list[dict[str, Any]]:
    """What the calendar holds, in order of days."""
    table = tables.calendar
    with ledger.reading() as connection:
        rows = connection.execute(select(table).order_by(table.c.first, table.c.status, table.c.uid)).all()
    return [dict(row._mapping) for row in rows]


def told(ledger: Ledger) -> list[tuple[str, str, str, int]]:
    """First and last day, status and sequence of each."""
    return [(row["first"], row["last"], row["status"], row["sequence"]) for row in appointments(ledger)]


def records(ledger: Ledger) -> list[str]:
    with ledger.reading() as connection:
        return list(connection.scalars(select(tables.record.c.id).order_by(tables.record.c.dispatch_id)))


FIRST = visit("A", "2023-06-10", "2023-05-02")
CHANGES = [
    ("another day", visit("B", "2023-06-12", "2023-05-20"), ("2023-06-12", "2023-06-12", "TENTATIVE", 1)),
    (
        "a last day",
        visit("B", "2023-06-10", "2023-05-20", end_date="2023-06-11"),
        ("2023-06-10", "2023-06-11", "TENTATIVE", 1),
    ),
    ("it took place", visit("B", "2023-06-10", "2023-06-11", "done"), ("2023-06-10", "2023-06-10", "CONFIRMED", 1)),
    ("called off", visit("B", "2023-06-10", "2023-05-20", "cancelled"), ("2023-06-10", "2023-06-10", "CANCELLED", 1)),
    ("nothing new", visit("B", "2023-06-10", "2023-05-20"), ("2023-06-10", "2023-06-10", "TENTATIVE", 0)),
]


@pytest.mark.parametrize(("why", "later", "expected"), CHANGES, ids=[row[0] for row in CHANGES])
def test_a_later_account(ledger: Ledger, why: str, later: Coding, expected: tuple[str, str, str, int]) -> None:
    ledger.add([FIRST])
    (before,) = appointments(ledger)
    assert told(ledger) == [("2023-06-10", "2023-06-10", "TENTATIVE", 0)]
    ledger.add([later])
    (after,) = appointments(ledger)
    assert told(ledger) == [expected], why
    assert after["uid"] == before["uid"]
    assert after["sent"] == max(FIRST.dispatch.date or "", later.dispatch.date or "")
    assert check(ledger.database) == []


@pytest.mark.parametrize(
    ("record", "stands"),
    [
        ({**VISIT, "date": "2023-06-10", "status": "planned"}, True),
        ({**VISIT, "date": "2023-06", "status": "planned"}, False),
        ({**VISIT, "date": None, "status": "planned"}, False),
        ({**MEETING, "date": "2023-06-10"}, True),
        ({"kind": "message", "type": "thanks", "date": "2023-06-10", "actors": PRESIDENTS}, False),
        ({"kind": "body", "type": "council", "act": "meet", "date": "2023-06-10", "actors": PRESIDENTS}, True),
        ({"kind": "body", "type": "council", "act": "found", "date": "2023-06-10", "actors": PRESIDENTS}, False),
    ],
)
def test_what_stands_in_a_calendar(ledger: Ledger, record: dict[str, Any], stands: bool) -> None:
    ledger.add([coding("It is told.", [record], date="2023-05-02")])
    assert bool(appointments(ledger)) is stands


@pytest.mark.parametrize(
    ("date", "end", "expected"),
    [
        ("2023-06-10", None, ("2023-06-10", "2023-06-10")),
        ("2023-06-10", "2023-06-12", ("2023-06-10", "2023-06-12")),
        ("2023-06-10", "2023-07", ("2023-06-10", "2023-06-10")),
        ("2023-06-10", "2023-06-09", ("2023-06-10", "2023-06-10")),
        ("2023-06", "2023-06-12", None),
        (None, None, None),
    ],
)
def test_days(date: str | None, end: str | None, expected: tuple[str, str] | None) -> None:
    assert days(date, end) == expected


def test_an_event_under_another_id_keeps_its_uid(ledger: Ledger) -> None:
    """The record that the event began with no longer counts; two others still tell it."""
    ledger.add([visit(name, "2023-06-10", "2023-05-02") for name in "ABC"])
    (before,) = appointments(ledger)
    ledger.judge("wrong", records(ledger)[:1], by="Ada")
    (after,) = appointments(ledger)
    assert after["event_id"] != before["event_id"]
    assert (after["uid"], after["sequence"]) == (before["uid"], 0)


def test_of_two_that_become_one_the_larger_stays_and_comes_apart_again(ledger: Ledger) -> None:
    ledger.add([visit("A", "2023-06-10", "2023-05-02")])
    ledger.add([visit(name, "2023-06-20", "2023-05-02") for name in "BC"])
    small, large = appointments(ledger)
    first, *others = records(ledger)
    with ledger.database.writing() as connection:
        numbers = [judgements.judge(connection, "same", [first, other], by="Ada").number for other in others]
    by_uid = {row["uid"]: row for row in appointments(ledger)}
    assert by_uid[small["uid"]]["status"] == "CANCELLED"
    assert by_uid[small["uid"]]["sequence"] == 1
    assert by_uid[large["uid"]]["event_id"] == small["event_id"], "an event's id is made from its first account"
    with ledger.database.writing() as connection:
        for number in numbers:
            judgements.undo(connection, number, by="Ada")
    again = {row["uid"]: (row["first"], row["status"]) for row in appointments(ledger)}
    assert again == {small["uid"]: ("2023-06-10", "TENTATIVE"), large["uid"]: ("2023-06-20", "TENTATIVE")}
    assert check(ledger.database) == []


def _withdraw(ledger: Ledger) -> None:
    ledger.add([Dispatch("", guid="A", agency="A")])


def _blur(ledger: Ledger) -> None:
    ledger.judge("correct", records(ledger)[:1], by="Ada", slot="date", value="2023-06")


@pytest.mark.parametrize("happens", [_withdraw, _blur])
def test_what_no_longer_is_told_stays_as_cancelled(ledger: Ledger, happens: Callable[[Ledger], None]) -> None:
    ledger.add([FIRST])
    happens(ledger)
    assert told(ledger) == [("2023-06-10", "2023-06-10", "CANCELLED", 1)]
    assert check(ledger.database) == []


def test_two_of_one_sentence_are_told_apart(ledger: Ledger) -> None:
    both = [{**MEETING, "date": "2023-06-10", "type": type} for type in ("one_on_one", "extended")]
    ledger.add([coding("They met alone, then with delegations.", both, date="2023-06-10")])
    before = {row["uid"]: row["event_id"] for row in appointments(ledger)}
    _again(ledger)
    assert {row["uid"]: row["event_id"] for row in appointments(ledger)} == before
    assert len(before) == 2


def test_records_that_are_counted_otherwise_are_known_by_their_place(ledger: Ledger) -> None:
    """As after an update of the coder that finds one more record before them."""
    texts = ["They met in Astana on 10 June.", "They will meet in Baku on 12 June."]
    rows: list[dict[str, Any]] = [
        {**MEETING, "date": "2023-06-10", "evidence": [texts[0]]},
        {**MEETING, "date": "2023-06-12", "place": "Baku", "status": "planned", "evidence": [texts[1]]},
    ]
    ledger.add([coding(" ".join(texts), rows, date="2023-06-10")])
    before = [(row["first"], row["uid"]) for row in appointments(ledger)]
    r, hashed = tables.record, records(ledger)[0].rpartition("-")[0]
    with ledger.database.writing() as connection:
        connection.exec_driver_sql("PRAGMA foreign_keys=OFF") if not ledger.database.is_server else None
        connection.execute(delete(tables.actor))
        connection.execute(delete(tables.event_record))
        connection.execute(delete(tables.evidence))
        connection.execute(delete(r))
        _entered(connection, hashed, texts, rows)
        connection.execute(tables.stale.insert().values(unit="AZE-KAZ"))
    assert [(row["first"], row["uid"]) for row in appointments(ledger)] == before
    assert {sequence for *_, sequence in told(ledger)} == {0}


def _entered(connection: Any, hashed: str, texts: Sequence[str], rows: Sequence[dict[str, Any]]) -> None:
    """The same records, counted from 1."""
    from dragoman.ledger.enter import add_records
    from dragoman.ledger.enter import write as put

    first = {"kind": "message", "type": "thanks", "actors": PRESIDENTS, "evidence": [texts[0]]}
    made: dict[str, list[dict[str, Any]]] = {table.name: [] for table in tables.CLAIMED}
    add_records(made, 1, hashed.ljust(16), coding(" ".join(texts), [first, *rows], date="2023-06-10"))
    put(connection, made)


def _again(ledger: Ledger) -> None:
    """Derive everything anew."""
    with ledger.database.writing() as connection:
        units = connection.scalars(select(tables.record.c.unit).distinct()).all()
        connection.execute(tables.stale.insert(), [{"unit": unit} for unit in units])
    ledger.refresh()


def test_recoding_and_restoring_change_nothing(ledger: Ledger, tmp_path: Path) -> None:
    from dragoman.coder import Coder

    texts = [
        ("A", "2024-05-03", "The foreign ministers of Kenya and Ghana will meet in Accra on 10 May."),
        ("B", "2024-05-05", "The foreign ministers of Ghana and Kenya will meet in Accra on 11 May."),
        ("C", "2024-05-12", "On 11 May the foreign ministers of Kenya and Ghana met in Accra."),
    ]
    coder = Coder()
    for agency, day, words in texts:
        ledger.add([coder.code(Dispatch(words, lang="en", date=day, agency=agency))])
    before = appointments(ledger)
    assert [row["sequence"] for row in before if row["event_id"]] == [2]
    ledger.recode()
    assert appointments(ledger) == before
    write(ledger.database, tmp_path / "all.gz")
    with Ledger(str(tmp_path / "other.db"), create=True) as other:
        read(other.database, tmp_path / "all.gz")
        assert appointments(other) == before
        assert check(other.database) == []


def test_harm_is_found_and_mended(ledger: Ledger) -> None:
    ledger.add([FIRST])
    with ledger.database.writing() as connection:
        connection.execute(update(tables.calendar).values(first="2023-06-01"))
    (fault,) = check(ledger.database)
    assert fault.startswith("calendar of AZE-KAZ: is not what its events come to")
    _again(ledger)
    assert told(ledger) == [("2023-06-10", "2023-06-10", "TENTATIVE", 1)]


def test_a_ledger_of_an_older_schema_gets_a_calendar_and_facets(address: str, tmp_path: Path) -> None:
    with Ledger(str(tmp_path / "new.db"), create=True) as new, new.reading() as connection:
        new.add([FIRST])
        claimed = (*tables.CLAIMED, tables.event)
        rows = {table: [dict(row._mapping) for row in connection.execute(select(table))] for table in claimed}
        made(address, "0002")
        old = Database(address)
        with old.writing() as writing:
            for table in claimed:
                known = {column["name"] for column in inspect(writing).get_columns(table.name)}
                told = [{name: value for name, value in row.items() if name in known} for row in rows[table]]
                if told:
                    writing.execute(insert(table), told)
        old.close()
        with Ledger(address, create=True) as again:
            assert appointments(again) == appointments(new)
            assert check(again.database) == []
