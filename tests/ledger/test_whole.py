"""A ledger proves that it is whole, tells what is not, and moves between databases without loss."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, text

from dragoman.ledger import Ledger, LedgerError, queries, tables
from dragoman.ledger.backup import read, write
from dragoman.ledger.check import check

from .made import PRESIDENTS, coding

MEETING = {"kind": "meeting", "type": "one_on_one", "date": "2023-04-10", "actors": PRESIDENTS, "topics": ["trade"]}


def filled(ledger: Ledger) -> Ledger:
    ledger.add([coding(f"They met, says {name}.", [MEETING], agency=name, guid=name) for name in "ABC"])
    with ledger.reading() as connection:
        ids = list(connection.scalars(select(tables.record.c.id).order_by(tables.record.c.id)))
    ledger.judge("different", ids[:2], by="Ada")
    return ledger


def derived(ledger: Ledger) -> list[Any]:
    with ledger.reading() as connection:
        return [sorted(map(repr, connection.execute(select(table)).all())) for table in tables.DERIVED]


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        ("UPDATE dispatch SET text = 'Xhey' || substr(text, 5) WHERE id = 1", "its text is not what was entered"),
        ("""UPDATE evidence SET "start" = 1 WHERE n = 0""", "does not quote the dispatch"),
        ("UPDATE event SET place = 'Atlantis'", "is not what its records come to"),
        ("DELETE FROM event_topic", "is not what its records come to"),
    ],
)
def test_harm_is_found(ledger: Ledger, harm: str, told: str) -> None:
    filled(ledger)
    assert check(ledger.database) == []
    with ledger.database.writing() as connection:
        connection.execute(text(harm))
    assert any(told in problem for problem in check(ledger.database))


def test_a_backup_restores_to_the_same(ledger: Ledger, tmp_path: Path) -> None:
    filled(ledger)
    assert write(ledger.database, tmp_path / "one.gz") > 10
    write(ledger.database, tmp_path / "two.gz")
    assert (tmp_path / "one.gz").read_bytes() == (tmp_path / "two.gz").read_bytes()
    with Ledger(str(tmp_path / "other.db"), create=True) as other:
        read(other.database, tmp_path / "one.gz")
        assert derived(other) == derived(ledger)
        assert check(other.database) == []
        other.add([coding("A new one.", [MEETING])])
        with other.reading() as connection:
            assert len(queries.events(connection)) == 2


def test_a_backup_of_a_correction_restores(ledger: Ledger, tmp_path: Path) -> None:
    """The dispatch that was superseded refers to one that is entered after it."""
    ledger.add([coding(f"They met, version {n}.", [MEETING], guid="one", version=n) for n in (1, 2)])
    write(ledger.database, tmp_path / "all.gz")
    with Ledger(str(tmp_path / "other.db"), create=True) as other:
        read(other.database, tmp_path / "all.gz")
        assert derived(other) == derived(ledger)
        assert check(other.database) == []
        with other.reading() as connection:
            assert connection.execute(select(tables.dispatch.c.superseded_by)).scalars().all() == [2, None]


def test_a_backup_restores_into_the_other_database(address: str, tmp_path: Path) -> None:
    with Ledger(str(tmp_path / "first.db"), create=True) as first, Ledger(address, create=True) as other:
        write(filled(first).database, tmp_path / "all.gz")
        read(other.database, tmp_path / "all.gz")
        assert derived(other) == derived(first)
        other.add([coding("A new one.", [MEETING])])
        assert check(other.database) == []


def test_restoring_over_a_filled_ledger_is_refused(ledger: Ledger, tmp_path: Path) -> None:
    write(filled(ledger).database, tmp_path / "all.gz")
    with pytest.raises(LedgerError, match="holds dispatches already"):
        read(ledger.database, tmp_path / "all.gz")


def test_a_damaged_backup_restores_nothing(ledger: Ledger, tmp_path: Path) -> None:
    write(filled(ledger).database, tmp_path / "all.gz")
    data = (tmp_path / "all.gz").read_bytes()
    (tmp_path / "half.gz").write_bytes(data[: len(data) // 2])
    (tmp_path / "none.gz").write_bytes(b"no backup")
    with Ledger(str(tmp_path / "other.db"), create=True) as other:
        for name in ("half.gz", "none.gz"):
            with pytest.raises(LedgerError, match=name):
                read(other.database, tmp_path / name)
        with other.reading() as connection:
            assert connection.scalar(select(tables.dispatch.c.id)) is None


def test_recoding_comes_to_the_same(ledger: Ledger) -> None:
    from dragoman.coder import Coder
    from dragoman.model import Dispatch

    texts = [
        "Nairobi, 3 May. The foreign ministers of Kenya and Ghana signed an agreement on trade in Nairobi on Friday.",
        "Accra, 4 May. The foreign ministers of Kenya and Ghana signed an agreement on trade in Nairobi on 3 May.",
    ]
    coder = Coder()
    ledger.add([coder.code(Dispatch(text, lang="en", date="2024-05-04", agency="A")) for text in texts])
    before = derived(ledger)
    ledger.recode()
    assert derived(ledger) == before
    assert any(before)
