"""An archive joined, loaded and queried: what a ledger would come to, row by row."""

from __future__ import annotations

import random
from collections.abc import Callable
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select

pytest.importorskip("pyarrow", reason="needs PyArrow: pip install 'dragoman[ray]'")

from pyarrow import parquet

from dragoman.adding import add
from dragoman.ledger import Ledger, tables
from dragoman.ledger.check import check
from dragoman.model import WITHDRAWN
from dragoman.scale.archive import Archive, code_archive
from dragoman.scale.errors import ScaleError
from dragoman.scale.joining import WORK, join_archive
from dragoman.scale.loading import load_archive
from dragoman.scale.outcome import Overrides
from dragoman.scale.receipts import JOINED

from .conftest import PEOPLE, PLACES, dispatch, tree

if TYPE_CHECKING:
    from dragoman.scale.cluster import Cluster

Write = Callable[..., Path]
SAMPLES = str(resources.files("dragoman") / "samples")


def code(cluster: Cluster, out: Path, inputs: str) -> Path:
    code_archive(Archive((inputs,), out, Overrides(), 20_000), cluster)
    return out


def entered(address: Path, inputs: str) -> Ledger:
    """A ledger into which the same was entered, as with `dragoman add`."""
    ledger = Ledger(str(address), create=True)
    add(ledger, [inputs], Overrides(), 1)
    return ledger


def derived(ledger: Ledger) -> dict[str, list[str]]:
    with ledger.reading() as connection:
        return {
            table.name: sorted(repr(dict(row._mapping)) for row in connection.execute(select(table)))
            for table in tables.DERIVED
        }


def joined(out: Path) -> dict[str, list[str]]:
    return {
        table.name: sorted(
            repr(row)
            for path in (out / JOINED / table.name).glob("*.parquet")
            for row in parquet.read_table(path, partitioning=None).to_pylist()
        )
        for table in tables.DERIVED
    }


@pytest.mark.parametrize(("entries", "records"), [(4_000_000, 200_000), (20, 40)])
def test_the_samples_are_joined_as_in_a_ledger(tmp_path: Path, cluster: Cluster, entries: int, records: int) -> None:
    out = code(cluster, tmp_path / "out", SAMPLES)
    assert join_archive(out, cluster, entries, records) == 0
    with entered(tmp_path / "ledger.db", SAMPLES) as ledger:
        wanted = derived(ledger)
    assert len(wanted["event"]) > 150
    assert joined(out) == wanted
    assert not (out / WORK).exists()
    parts = len(list((out / JOINED / "event").glob("*.parquet")))
    assert (parts > 5) == (records == 40)


def story(chance: random.Random, number: int) -> dict[str, Any]:
    """One of many dispatches: some told again word for word, some corrected, some withdrawn, from several senders."""
    day = f"2024-0{chance.randrange(1, 4)}-1{chance.randrange(3)}"
    guid = chance.choice((None, "g1", "g2", "g3", f"h{chance.randrange(40)}"))
    agency = chance.choice(("A", "B", None))
    sender = {"agency": agency, "url": chance.choice((None, "https://one.example", "https://two.example"))}
    if chance.random() < 0.03:
        return {"text": "", "pubstatus": WITHDRAWN, "guid": guid, **sender}
    who, place = chance.choice(PEOPLE), chance.choice(PLACES)
    text = f"Foreign Minister {who} of Kenya met Japanese Foreign Minister Ken Mori in {place} on {day}."
    more = chance.choice(("", " They discussed trade.", " They signed an agreement on fishing.", " It rained."))
    told = text + more if chance.random() < 0.8 else f"The harvest of {chance.randrange(9)} was good."
    return {"text": told, "lang": "en", "date": day, "guid": guid, "version": chance.choice((None, 1, 2, 3)), **sender}


@pytest.mark.parametrize("seed", range(2))
def test_what_is_told_again_corrected_or_withdrawn_counts_as_in_a_ledger(
    archive: Write, tmp_path: Path, cluster: Cluster, seed: int
) -> None:
    chance = random.Random(seed)
    for name in ("a.jsonl", "b.jsonl", "c.jsonl"):
        folder = archive(name, [story(chance, number) for number in range(230)]).parent
    out = code(cluster, tmp_path / "out", str(folder))
    join_archive(out, cluster, entries=50, records=100)
    with entered(tmp_path / "ledger.db", str(folder)) as ledger:
        wanted = derived(ledger)
        with ledger.reading() as connection:
            d, r = tables.dispatch.c, tables.record.c
            told = select(d.id, d.hash, d.state).where(d.id.in_(select(r.dispatch_id)))
            states = sorted(map(tuple, connection.execute(told)))
    assert {state for *_, state in states} == {"current", "superseded", "withdrawn"}
    assert joined(out) == wanted
    found = [row for path in (out / JOINED / "dispatch").iterdir() for row in parquet.read_table(path).to_pylist()]
    assert sorted((row["id"], row["hash"], row["state"]) for row in found) == states


def test_a_loaded_ledger_is_the_one_that_was_entered(archive: Write, tmp_path: Path, cluster: Cluster) -> None:
    chance = random.Random(7)
    folder = archive("a.jsonl", [story(chance, number) for number in range(450)]).parent
    out = code(cluster, tmp_path / "out", str(folder))
    with Ledger(str(tmp_path / "loaded.db"), create=True) as loaded:
        assert load_archive(out, loaded) == 0
        with entered(tmp_path / "entered.db", str(folder)) as ledger:
            assert everything(loaded) == everything(ledger)
        assert check(loaded.database) == []
        before = everything(loaded)["record"]
        load_archive(out, loaded)  # a withdrawal that comes again withdraws what came after it: not so what is told
        assert everything(loaded)["record"] == before


def test_what_is_under_embargo_waits(
    archive: Write, tmp_path: Path, cluster: Cluster, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [dispatch(1), dispatch(2, embargo="2999-01-01T00:00:00Z"), dispatch(3)]
    out = code(cluster, tmp_path / "out", str(archive("a.jsonl", rows)))
    with Ledger(str(tmp_path / "ledger.db"), create=True) as ledger:
        load_archive(out, ledger)
        told = capsys.readouterr()
        assert "2 entered; 1 held back under embargo" in told.out
        assert "a-2: held back, under embargo until 2999" in told.err
        load_archive(out, ledger, embargoed=True)
        assert "1 entered; 2 already there" in capsys.readouterr().out


def everything(ledger: Ledger) -> dict[str, list[str]]:
    with ledger.reading() as connection:
        return {
            table.name: sorted(map(repr, connection.execute(select(table)))) for table in tables.metadata.sorted_tables
        }


def test_joined_twice_are_the_same_bytes(archive: Write, tmp_path: Path, cluster: Cluster) -> None:
    folder = archive("a.jsonl", [dispatch(at) for at in range(200)]).parent
    out = code(cluster, tmp_path / "out", str(folder))
    join_archive(out, cluster, 50, 50)
    before = tree(out)
    join_archive(out, cluster, 50, 50)
    assert tree(out) == before


def test_what_was_joined_before_more_was_coded_is_removed(
    archive: Write, tmp_path: Path, cluster: Cluster, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = archive("a.jsonl", [dispatch(at) for at in range(5)]).parent
    out = code(cluster, tmp_path / "out", str(folder))
    join_archive(out, cluster)
    code(cluster, out, str(folder))
    assert (out / JOINED).exists()
    assert "is removed" not in capsys.readouterr().err
    archive("b.jsonl", [dispatch(at) for at in range(5, 9)])
    code(cluster, out, str(folder))
    assert not (out / JOINED).exists()
    assert "is removed" in capsys.readouterr().err


def test_what_is_not_whole_is_refused(archive: Write, tmp_path: Path, cluster: Cluster) -> None:
    folder = archive("a.jsonl", [dispatch(at) for at in range(5)]).parent
    with pytest.raises(ScaleError, match="holds no output"):
        join_archive(folder, cluster)
    out = code(cluster, tmp_path / "out", str(folder))
    next((out / "records").rglob("*.parquet")).unlink()
    with pytest.raises(ScaleError, match="is missing or changed"):
        join_archive(out, cluster)


def test_an_archive_of_nothing_is_joined_into_nothing(archive: Write, tmp_path: Path, cluster: Cluster) -> None:
    out = code(cluster, tmp_path / "out", str(archive("a.jsonl", [dispatch(0)])))
    assert join_archive(out, cluster) == 0
    assert joined(out)["event"] == []
