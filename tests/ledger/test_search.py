"""Search: whatever the case, the marks or the script of a word."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text

from dragoman.ledger import Ledger
from dragoman.ledger.backup import read, write
from dragoman.ledger.check import check
from dragoman.ledger.search import counts, find
from dragoman.model import Dispatch

from .made import PRESIDENTS, coding, who

SAID = [{"kind": "statement", "type": "support", "actors": who(("speaker", "托卡耶夫", "head_of_state", "KAZ"))}]
TEXTS = [
    ("de", "Präsident Kassym-Jomart Tokajew reiste nach Baku."),
    ("ru", "Касым-Жомарт Токаев прибыл в Баку."),
    ("zh", "哈萨克斯坦总统托卡耶夫抵达巴库。"),
    ("fr", "Le président azerbaïdjanais a été reçu à l'Élysée."),
]


@pytest.mark.parametrize(
    ("query", "langs"),
    [
        ("tokayev", {"de", "ru", "zh"}),
        ("Токаев", {"de", "ru", "zh"}),
        ("托卡耶夫", {"de", "ru", "zh"}),
        ("PRASIDENT", {"de"}),
        ("elysee", {"fr"}),
        ("president elysée", {"fr"}),
        ("抵达", {"zh"}),
        ("tokayev elysee", set()),
        ("!!", set()),
        ('"; DROP TABLE dispatch --', set()),
        ("¼", set()),  # comes apart into signs that queries of databases know
        ("\u037a", set()),  # comes apart into nothing
    ],
)
def test_find(ledger: Ledger, query: str, langs: set[str]) -> None:
    ledger.add([coding(words, SAID if lang == "zh" else [], lang=lang) for lang, words in TEXTS])
    by_id = dict(enumerate((lang for lang, _ in TEXTS), start=1))
    with ledger.reading() as connection:
        assert {by_id[number] for number in find(connection, query)} == langs


MEETING = {"kind": "meeting", "type": "one_on_one", "topics": ["energy"], "actors": PRESIDENTS}
SUMMIT = {
    "kind": "meeting",
    "type": "multilateral",
    "topics": ["trade"],
    "actors": who(*(("participant", None, "head_of_state", state) for state in ("AZE", "KAZ", "TUR"))),
}


def entered(ledger: Ledger) -> None:
    """Three dispatches: a meeting of two in 2023, of three in 2024, and one in which nothing was coded."""
    ledger.add(
        [
            coding("They met twice in Astana.", [MEETING, MEETING], date="2023-04-10", guid="one"),
            coding("Three met in Astana.", [SUMMIT], date="2024-04-10", guid="two"),
            coding("In Astana blieb es ruhig.", [], lang="de", date="2024-05-01"),
        ]
    )


@pytest.mark.parametrize(
    ("query", "chosen", "ids"),
    [
        ("", {}, []),
        ("Astana", {}, [3, 2, 1]),
        ("Astana", {"lang": "de"}, [3]),
        ("Astana", {"year": "2024"}, [3, 2]),
        ("Astana", {"kind": "meeting"}, [2, 1]),
        ("", {"kind": "meeting"}, [2, 1]),
        ("", {"kind": "meeting", "topic": "energy"}, [1]),
        ("", {"pair": "AZE-KAZ"}, [1]),
        ("twice", {"topic": "trade"}, []),
        ("!!", {"kind": "meeting"}, []),
        (" ", {"kind": "meeting"}, [2, 1]),
    ],
)
def test_what_was_chosen_narrows(ledger: Ledger, query: str, chosen: dict[str, str], ids: list[int]) -> None:
    entered(ledger)
    with ledger.reading() as connection:
        assert find(connection, query, chosen=chosen) == ids
        assert find(connection, query, chosen=chosen, limit=1) == ids[:1]
        told = counts(connection, query, chosen)
        assert sum(told["lang"].values()) == len(ids) or "lang" in chosen


def test_counts_are_of_dispatches_and_obey_the_other_facets(ledger: Ledger) -> None:
    entered(ledger)
    with ledger.reading() as connection:
        assert counts(connection, "Astana") == {
            "lang": {"de": 1, "en": 2},
            "year": {"2023": 1, "2024": 2},
            "kind": {"meeting": 2},
            "topic": {"energy": 1, "trade": 1},
            "pair": {"AZE-KAZ": 1},
        }
        told = counts(connection, "", {"topic": "energy", "year": "2023"})
    assert (told["topic"], told["year"]) == ({"energy": 1}, {"2023": 1})
    assert (told["kind"], told["lang"]) == ({"meeting": 1}, {"en": 1})


def test_facets_follow_their_dispatches(ledger: Ledger, tmp_path: Path) -> None:
    entered(ledger)
    trade = {**MEETING, "topics": ["trade"]}
    ledger.add([coding("They met once in Astana.", [trade], date="2023-04-11", guid="one", version=2)])
    ledger.add([Dispatch("", guid="two", agency="Sample")])
    with ledger.reading() as connection:
        assert counts(connection, "Astana")["topic"] == {"trade": 1}
        assert find(connection, "", chosen={"year": "2023"}) == [4]
    assert check(ledger.database) == []
    write(ledger.database, tmp_path / "all.gz")
    with Ledger(str(tmp_path / "other.db"), create=True) as other:
        read(other.database, tmp_path / "all.gz")
        with other.reading() as connection:
            assert counts(connection, "Astana")["topic"] == {"trade": 1}
        other.recode()
        assert check(other.database) == []


@pytest.mark.parametrize("harm", ["DELETE FROM facet WHERE facet = 'kind'", "UPDATE facet SET value = '1999' || value"])
def test_facets_that_are_wrong_are_found(ledger: Ledger, harm: str) -> None:
    entered(ledger)
    with ledger.database.writing() as connection:
        connection.execute(text(harm))
    assert any("cannot be found rightly" in fault for fault in check(ledger.database))
