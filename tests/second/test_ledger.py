"""Readings in a ledger: beside the coder's records until a person accepts some, whatever happens meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import select
from starlette.testclient import TestClient

from dragoman.cli import main
from dragoman.ledger import Ledger, LedgerError, queries, tables
from dragoman.ledger.backup import read as restore
from dragoman.ledger.backup import write as backup
from dragoman.ledger.check import check
from dragoman.ledger.readings import reading, readings
from dragoman.model import Coding, Record
from dragoman.second.reader import Reading
from dragoman.web.app import make

from ..databases import KINDS, empty
from ..ledger.made import coding
from .conftest import IN_DOUBT, IN_FORCE, SIGNED, Endpoint, said


@pytest.fixture(params=KINDS)
def ledger(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Ledger]:
    for address in empty(request.param, tmp_path):
        with Ledger(address, create=True) as made:
            yield made


def coded() -> Coding:
    """The dispatch as the coder might code it: without what the agreement does in June."""
    return coding(IN_DOUBT, [SIGNED], guid="one", date="2024-05-08")


def read(*records: dict[str, Any], key: str = "k", coder: str = "second:small") -> Reading:
    found = tuple(Record.from_json(record, IN_DOUBT) for record in records)
    return Reading("one", coder, key, ("bare",), coded(), found)


def events(ledger: Ledger) -> list[tuple[str, str | None]]:
    with ledger.reading() as connection:
        return sorted((event.kind, event.act) for event in queries.events(connection))


def waiting(ledger: Ledger) -> list[int]:
    with ledger.reading() as connection:
        return [kept.id for kept in readings(connection)]


def filled(ledger: Ledger, *records: dict[str, Any]) -> int:
    """A ledger with the dispatch and a reading of it; the reading's number."""
    ledger.add([coded()])
    assert ledger.keep_readings([read(*(records or (SIGNED, IN_FORCE)))]) == 1
    (number,) = waiting(ledger)
    return number


SIGNING, BOTH = [("document", "sign")], [("document", "enter_into_force"), ("document", "sign")]


def test_a_reading_waits_and_changes_nothing(ledger: Ledger) -> None:
    number = filled(ledger)
    assert events(ledger) == SIGNING
    with ledger.reading() as connection:
        kept = reading(connection, number)
    assert (kept.state, kept.only_here, kept.only_own, kept.doubts) == ("waiting", (1,), (), ("bare",))
    assert check(ledger.database) == []


def test_what_is_accepted_counts_and_can_be_taken_back(ledger: Ledger) -> None:
    number = filled(ledger)
    ledger.accept(number, [1], by="ada", why="it says so")
    assert events(ledger) == BOTH
    with ledger.reading() as connection:
        rows = connection.execute(select(tables.record.c.n, tables.record.c.coder).order_by(tables.record.c.n)).all()
        kept = reading(connection, number)
    assert [tuple(row) for row in rows] == [(0, None), (1, "second:small")]
    assert (kept.state, kept.accepted, kept.decided_by, kept.why) == ("accepted", (1,), "ada", "it says so")
    assert waiting(ledger) == []
    assert check(ledger.database) == []
    ledger.undecide(number)
    assert (events(ledger), waiting(ledger)) == (SIGNING, [number])
    assert check(ledger.database) == []


def test_what_is_dismissed_waits_no_more(ledger: Ledger) -> None:
    number = filled(ledger)
    ledger.accept(number, [], by="ada")
    assert (events(ledger), waiting(ledger)) == (SIGNING, [])


def test_a_decision_survives_recoding(ledger: Ledger) -> None:
    number = filled(ledger)
    ledger.accept(number, [1], by="ada")
    ledger.recode()
    assert ("document", "enter_into_force") in events(ledger)
    ledger.recode()
    assert ("document", "sign") in events(ledger)
    with ledger.reading() as connection:
        coders = list(connection.scalars(select(tables.record.c.coder)))
    assert coders.count("second:small") == 1
    assert check(ledger.database) == []


def test_a_judgement_holds_of_an_accepted_record(ledger: Ledger) -> None:
    number = filled(ledger)
    ledger.accept(number, [1], by="ada")
    with ledger.reading() as connection:
        record = connection.scalar(select(tables.record.c.id).where(tables.record.c.coder.is_not(None)))
    ledger.judge("wrong", [str(record)], by="ben")
    assert events(ledger) == SIGNING


KEEPING = [
    ("the same again", {"key": "k"}, 0, (1,)),
    ("asked otherwise", {"key": "l"}, 1, ()),
    ("another model", {"key": "k", "coder": "second:large"}, 1, ()),
]


@pytest.mark.parametrize(("why", "change", "new", "accepted"), KEEPING, ids=[row[0] for row in KEEPING])
def test_keeping_again(why: str, change: dict[str, str], new: int, accepted: object, ledger: Ledger) -> None:
    filled(ledger)
    assert ledger.keep_readings([read(SIGNED, **change)]) == new


def test_a_decision_is_not_replaced(ledger: Ledger) -> None:
    number = filled(ledger)
    ledger.accept(number, [1], by="ada")
    assert ledger.keep_readings([read(SIGNED, key="l")]) == 0
    assert events(ledger) == BOTH


def test_a_dispatch_that_is_not_there(ledger: Ledger) -> None:
    unknown = replace(coded(), dispatch=replace(coded().dispatch, text="Something else."))
    assert ledger.keep_readings([replace(read(SIGNED), coding=unknown)]) == 0


OTHERWISE = [
    ("another day", {"date": "2024-05-07"}, {0: ("date",)}, (), 0),
    ("another state", {"actors": [SIGNED["actors"][0]]}, {0: ("actors",)}, (), 0),
    ("a type that is not told", {"type": "unspecified"}, {0: ("type",)}, (), 0),
    ("another type", {"type": "memorandum"}, {}, (0,), 1),
    ("another act", {"act": "ratify"}, {}, (0,), 1),
    ("other words", {"evidence": ["bound by it"]}, {}, (0,), 1),
]


@pytest.mark.parametrize(("why", "change", "otherwise", "here", "own"), OTHERWISE, ids=[row[0] for row in OTHERWISE])
def test_what_differs(
    why: str, change: dict[str, Any], otherwise: object, here: object, own: int, ledger: Ledger
) -> None:
    number = filled(ledger, {**SIGNED, **change})
    with ledger.reading() as connection:
        kept = reading(connection, number)
    assert (kept.otherwise, kept.only_here, len(kept.only_own)) == (otherwise, here, own)


def test_what_no_longer_counts_does_not_wait(ledger: Ledger) -> None:
    filled(ledger)
    ledger.add([coding("They met.", [], guid="one", version=2, date="2024-05-09")])
    assert waiting(ledger) == []


def test_what_two_models_tell_counts_once(ledger: Ledger) -> None:
    number = filled(ledger)
    ledger.keep_readings([read(SIGNED, IN_FORCE, coder="second:large")])
    for one in (number, number + 1):
        ledger.accept(one, [1], by="ada")
    assert events(ledger) == BOTH
    ledger.undecide(number)
    assert events(ledger) == BOTH
    ledger.undecide(number + 1)
    assert events(ledger) == SIGNING


def test_what_agrees_does_not_wait(ledger: Ledger) -> None:
    ledger.add([coded()])
    ledger.keep_readings([read(SIGNED)])
    assert waiting(ledger) == []
    with ledger.reading() as connection:
        assert len(readings(connection, decided=True)) == 1


REFUSED: list[tuple[Callable[[Ledger, int], None], str]] = [
    (lambda ledger, number: ledger.accept(number, [2], by="ada"), "has 2 records"),
    (lambda ledger, number: ledger.accept(number, [-1], by="ada"), "has 2 records"),
    (lambda ledger, number: ledger.accept(number, [0, 1], by="ada"), "record 1 is the coder's already"),
    (lambda ledger, number: ledger.accept(number + 1, [0], by="ada"), "no second reading"),
    (lambda ledger, number: ledger.undecide(number), "waits for a decision"),
]


@pytest.mark.parametrize(("do", "told"), REFUSED)
def test_what_cannot_be_decided(do: Callable[[Ledger, int], None], told: str, ledger: Ledger) -> None:
    number = filled(ledger)
    with pytest.raises(LedgerError, match=told):
        do(ledger, number)
    assert events(ledger) == SIGNING


def test_a_backup_holds_readings(ledger: Ledger, tmp_path: Path) -> None:
    number = filled(ledger)
    ledger.accept(number, [1], by="ada")
    backup(ledger.database, tmp_path / "all.gz")
    with Ledger(str(tmp_path / "other.db"), create=True) as other:
        restore(other.database, tmp_path / "all.gz")
        assert events(other) == BOTH
        other.undecide(number)
        assert events(other) == SIGNING


def test_the_pages_tell_of_it(ledger: Ledger) -> None:
    number = filled(ledger)
    with TestClient(make(ledger.database.address), base_url="http://127.0.0.1") as pages:
        assert "second:small, read it too: 1 only there<" in pages.get("/dispatches/1").text
        ledger.accept(number, [1], by="ada")
        assert "1 accepted by ada" in pages.get("/dispatches/1").text
        (second,) = pages.get("/dispatches/1.json").json()["second"]
        assert (second["coder"], second["state"], second["accepted"]) == ("second:small", "accepted", [1])
        with ledger.reading() as connection:
            found = [event.id for event in queries.events(connection) if event.act == "enter_into_force"]
        assert "read by second:small" in pages.get(f"/events/{found[0]}").text


def test_from_the_command_line(endpoint: Endpoint, tmp_path: Path) -> None:
    endpoint.respond = lambda handler, request: handler.send(said(SIGNED, IN_FORCE))
    file, address = tmp_path / "d.txt", str(tmp_path / "l.db")
    file.write_text(IN_DOUBT)

    def run(*arguments: str) -> Result:
        result = CliRunner().invoke(main, [*arguments, "--ledger", address])
        assert result.exit_code == 0, result.stderr
        return result

    add = ["add", str(file), "--date", "2024-05-08", "--second-reader", endpoint.url, "--second-model", "small"]
    add += ["--second-cache", str(tmp_path / "cache")]
    result = run(*add)
    assert "1 entered\n" in result.stdout
    assert "1 second reading kept: see `dragoman second list`" in result.stdout
    assert "1 sound with 2 records" in result.stderr
    assert "kept" not in run(*add).stdout
    assert len(endpoint.requests) == 1
    listed = run("second", "list").stdout
    assert listed.startswith("1  second:small  d")
    shown = run("second", "show", "1").stdout
    assert "“Both will be bound by it from June on”" in shown
    before = run("events", "KEN", "JPN").stdout
    run("second", "accept", "1", "2", "--by", "ada")
    assert "nothing waits" in run("second", "list").stdout
    assert "1 accepted by ada" in run("second", "list", "--all").stdout
    with Ledger(address) as kept, kept.reading() as connection:
        account = next(
            told
            for event in queries.events(connection)
            for told in queries.accounts(connection, [event.id])[event.id]
            if told.coder
        )
    assert "read by second:small" in run("show", account.record).stdout
    run("second", "undo", "1")
    assert run("events", "KEN", "JPN").stdout == before
    run("second", "dismiss", "1", "--by", "ada")
    assert "dismissed by ada" in run("second", "list", "--all").stdout
