"""What has changed when: what is kept of a pair goes when something of it comes out otherwise, and stays else."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from dragoman.coder import Coder
from dragoman.ledger import Ledger, changes
from dragoman.ledger.pairs import pair
from dragoman.ledger.tables import record
from dragoman.model import Coding, Dispatch

from .made import coding, who

SUMMIT = {"kind": "meeting", "type": "multilateral", "place": "Accra", "date": "2023-04-10"}


def summit(*states: str, place: str = "Accra", agency: str = "A") -> Coding:
    """A meeting of many states in 2023."""
    actors = who(*(("participant", None, "foreign_minister", state) for state in states))
    text = f"Ministers of {' '.join(states)} met in {place}, {agency} says."
    return coding(text, [{**SUMMIT, "place": place, "actors": actors}], agency=agency)


def numbers(ledger: Ledger) -> dict[str, int]:
    with ledger.reading() as connection:
        pairs = {
            unit: changes.of_pair(connection, pair(*unit.split("-"))) for unit in ("GHA-KEN", "GHA-TGO", "FRA-ITA")
        }
        states = {code: changes.of_state(connection, code) for code in ("GHA", "FRA")}
        return {**pairs, **states, "all": changes.of_all(connection)}


@pytest.mark.parametrize(
    ("added", "moved"),
    [
        (coding("They met.", [{**SUMMIT, "type": "bilateral", "actors": who(
            ("participant", None, "foreign_minister", "GHA"), ("participant", None, "foreign_minister", "KEN"))}]),
         {"GHA-KEN", "GHA", "all"}),
        (summit("GHA", "KEN", "NGA", place="Abuja"), {"GHA-KEN", "GHA", "all"}),
        (summit("GHA", "KEN", "TGO", agency="B"), {"GHA-KEN", "GHA-TGO", "GHA", "all"}),  # a second account of it
        (summit("ESP", "PRT", "GRC", place="Rome"), {"all"}),
    ],
)  # fmt: skip
def test_what_changes_with_a_dispatch(ledger: Ledger, added: Coding, moved: set[str]) -> None:
    ledger.add([summit("GHA", "KEN", "TGO"), summit("FRA", "ITA", "MLT", place="Rome")])
    before = numbers(ledger)
    ledger.add([added])
    after = numbers(ledger)
    assert {name for name in after if after[name] != before[name]} == moved


def test_what_is_taken_away_has_changed_and_comes_back(ledger: Ledger) -> None:
    ledger.add([summit("GHA", "KEN", "TGO"), summit("FRA", "ITA", "MLT", place="Rome")])
    before = numbers(ledger)
    with ledger.reading() as connection:
        first = connection.scalar(select(record.c.id).order_by(record.c.dispatch_id)) or ""
    (made,) = ledger.judge("wrong", [first], by="Ada")
    gone = numbers(ledger)
    ledger.undo(made, by="Ada")
    back = numbers(ledger)
    for name in ("GHA-KEN", "GHA-TGO", "GHA", "all"):
        assert before[name] < gone[name] < back[name]
    assert before["FRA-ITA"] == gone["FRA-ITA"] == back["FRA-ITA"]


def test_coding_anew_changes_nothing_of_many_that_comes_out_the_same(ledger: Ledger) -> None:
    said = "On 10 April 2023 the foreign ministers of Ghana, Kenya and Togo met in Accra and discussed trade."
    ledger.add([Coder().code(Dispatch(said, lang="en", date="2023-04-11", agency="A"))])
    before = numbers(ledger)
    assert before["GHA-KEN"] > 0
    ledger.recode()
    assert numbers(ledger)["GHA-KEN"] == before["GHA-KEN"]
