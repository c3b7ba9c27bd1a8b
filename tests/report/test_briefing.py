"""The briefing: as of a day, without what only later dispatches tell."""

from __future__ import annotations

import re

import pytest

from dragoman.ledger import Ledger
from dragoman.ledger.pairs import pair
from dragoman.report.briefing import briefing
from dragoman.report.markdown import write
from dragoman.report.told_briefing import page


def told(ledger: Ledger, day: str, lang: str = "en") -> str:
    with ledger.reading() as connection:
        text = write(page(briefing(connection, pair("KEN", "JPN"), day), lang)).decode()
    return re.sub(r"\[\^\d+\]", "", text.partition("\n[^1]:")[0])


# (why, day, language, what must be there)
SAID = [
    ("what comes next", "2024-03-01", "en", "**1 June 2024, Nairobi**. Official visit: Kenji Sato"),
    ("nothing that has passed comes next", "2024-06-02", "en", "holds no contact that is planned after this day."),
    (
        "who holds which office",
        "2024-03-01",
        "en",
        "Minister: Ruth Mwangi, last seen so 5 February 2024 in 2",
    ),
    (
        "the last contact first",
        "2024-03-01",
        "en",
        "## Last contacts\n\n- **5 February 2024, Nairobi**. Joint",
    ),
    (
        "a body's last session",
        "2024-03-01",
        "en",
        "Council: last session 5 February 2024, Nairobi, chaired by",
    ),
    ("what was signed that day", "2024-03-01", "en", "- Signed that day: “memorandum on the training of nurses”"),
    ("what waits", "2024-03-01", "en", "“protocol on the inspection of tea” (negotiated)."),
    (
        "open points",
        "2023-06-01",
        "en",
        "“days of Kenyan film” (Kenya – Japan). Announced 2 May 2023; due",
    ),
    ("overdue points", "2024-03-01", "en", "due September 2023, overdue since then."),
    (
        "a visit that is planned as of the day",
        "2023-04-08",
        "en",
        "## Next contact\n\n- **10–11 April 2023, Tokyo**",
    ),
    ("topics of the year before", "2024-03-01", "en", "| transport | 1 | 1 | 0 | 2 | 10 April 2023 |"),
    ("the limit is said", "2024-03-01", "en", "Only who was told so within 5 years before this day"),
    ("in German", "2024-03-01", "de", "Kenji Sato, so zuletzt genannt 5. Februar 2024"),
]


@pytest.mark.parametrize(("why", "day", "lang", "said"), SAID, ids=[row[0] for row in SAID])
def test_it_says(ledger: Ledger, why: str, day: str, lang: str, said: str) -> None:
    assert said in told(ledger, day, lang), why


def test_accounts_differ_only_once_both_are_there(ledger: Ledger) -> None:
    with ledger.reading() as connection:
        before, after = (
            write(page(briefing(connection, pair("KEN", "JPN"), day), "en")).decode()
            for day in ("2023-04-10", "2023-04-11")
        )
    assert "Accounts differ" not in before
    assert "Accounts differ in the day: 10 April 2023 (Sample KE) and 11 April 2023 (Sample JP)." in after


def test_offices_told_long_ago_are_not_shown(ledger: Ledger) -> None:
    assert "Head of state: Grace Njeri" in told(ledger, "2028-05-02")
    assert "Head of state: Grace Njeri" not in told(ledger, "2028-05-03")


def test_nobody_is_told_what_came_later(ledger: Ledger) -> None:
    text = told(ledger, "2023-04-08")
    assert "## Last contacts" not in text
    assert "Ruth Mwangi" not in text
