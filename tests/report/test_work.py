"""The report on the work done: what it says, in which language, and what it says where there is little or much."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dragoman.ledger import Ledger, LedgerError
from dragoman.ledger.pairs import pair
from dragoman.report.markdown import write
from dragoman.report.told_work import page
from dragoman.report.work import FEW, LIMIT, work

from .story import TALKS, coded, who

KEN_JPN = pair("KEN", "JPN")


def told(ledger: Ledger, lang: str = "en", since: str | None = "2023", until: str = "2024-03-01") -> str:
    with ledger.reading() as connection:
        return write(page(work(connection, KEN_JPN, since, until, until), lang)).decode()


def words(text: str) -> str:
    """The text without its notes' numbers."""
    return re.sub(r"\[\^\d+\]", "", text.partition("\n[^1]:")[0])


# (why, language, what must be there)
SAID = [
    ("the lead counts", "en", "tells of 1 visit, 2 documents signed, 1 session of a joint body and 1 statement"),
    ("visits of the highest level", "en", "Visits of heads of state: 1."),
    ("commitments as they stand", "en", "days: 3, of which 1 fulfilled, 1 open and 1 overdue."),
    ("the sources", "en", "Told by 7 dispatches of 3 agencies in 4 languages"),
    (
        "days in one month",
        "en",
        "**10–11 April 2023, Tokyo**. State visit: Grace Njeri (head of state, Kenya), received",
    ),
    ("talks in their order", "en", "  - Talks in narrow format; talks in extended format\n"),
    ("what was signed, without a final full stop", "en", "  - Signed: “agreement on the port of Mombasa”\n"),
    ("who reported, not to whom", "en", "  - Reports: Ruth Mwangi (minister, Kenya)\n"),
    ("the topics told most often first", "en", "  - Topics: transport, energy and trade\n"),
    ("who signed", "en", "Mombasa”, signed by Grace Njeri (head of state, Kenya) and Kenji Sato"),
    ("a document that waits", "en", "**Reported 2 May 2023**. “protocol on the inspection of tea” (negotiated)."),
    (
        "a session, numbered from the founding",
        "en",
        "founded 11 April 2023, Tokyo; session 1, 5 February 2024",
    ),
    ("fulfilled: when, and by which rule", "en", "Announced 7 April 2023; done 10 April 2023 (told as done)."),
    ("open: by when", "en", "Announced 5 February 2024; due 1 June 2024."),
    ("overdue: since when", "en", "Announced 2 May 2023; due September 2023, overdue since then."),
    ("to whom a report was given", "en", "Report: Ruth Mwangi (minister, Kenya) to Grace Njeri"),
    ("the level of relations", "en", "Strategic partnership: told 10 April 2023, 1 source."),
    ("topics by number", "en", "| transport | 1 | 1 | 0 | 2 | 10 April 2023 |"),
    ("accounts that differ", "en", "differ in the day: 10 April 2023 (Sample KE) and 11 April 2023 (Sample JP)."),
    (
        "states and cities in German",
        "de",
        "**10.–11. April 2023, Tokio**. Staatsbesuch: Grace Njeri (Staatsoberhaupt,",
    ),
    ("a name in German before others", "de", "Unterzeichnet: „Abkommen über den Hafen von Mombasa“"),
    ("a name in another language with its type", "de", "Memorandum „memorandum on the training of nurses“."),
    ("overdue in German", "de", "fällig September 2023, seitdem überfällig."),
]


@pytest.mark.parametrize(("why", "lang", "said"), SAID, ids=[why for why, _, _ in SAID])
def test_it_says(ledger: Ledger, why: str, lang: str, said: str) -> None:
    text = told(ledger, lang)
    assert said in words(text) or said in text, why


def test_a_period_without_events_is_told_as_such(ledger: Ledger) -> None:
    text = told(ledger, since="2019", until="2020")
    assert "The ledger holds nothing of Kenya and Japan between 1 January 2019 and 31 December 2020." in text
    assert "7 dispatches, sent 7 April 2023 – 5 February 2024" in text
    assert "## Visits" not in text


def test_a_period_that_ends_before_the_first_dispatch_needs_no_beginning(ledger: Ledger) -> None:
    assert "The ledger holds nothing" in told(ledger, since=None, until="2020")


@pytest.mark.parametrize(
    ("states", "since", "until", "said"),
    [
        (("KEN", "AUS"), None, "2024", "this ledger holds nothing of Kenya and Australia"),
        (("KEN", "JPN"), "2025", "2024", "2025 is later than 2024"),
    ],
)
def test_what_cannot_be_told_is_one_line(
    ledger: Ledger, states: tuple[str, str], since: str | None, until: str, said: str
) -> None:
    with ledger.reading() as connection, pytest.raises(LedgerError, match=said) as error:
        work(connection, pair(*states), since, until, "2024-12-31")
    assert "\n" not in str(error.value)


def test_what_is_left_out_is_said_with_the_command_that_lists_it(tmp_path: Path) -> None:
    days = [f"2023-{month:02}-01" for month in range(1, 13)] + ["2024-01-01", "2024-02-01", "2024-03-01"]
    ministers = who(("participant", "Ada Otieno", "minister", "KEN"), ("participant", "Ken Mori", "minister", "JPN"))
    said = {"kind": "statement", "type": "support", "actors": who(("speaker", "Ada Otieno", "minister", "KEN"),
            ("target", None, None, "JPN"))}  # fmt: skip
    entries = [
        coded(day, day, "en", "Sample", [
            ({**TALKS, "date": day, "actors": TALKS["actors"] if day == days[3] else ministers}, f"They met on {day}."),
            ({**said, "date": day}, f"She praised the plan on {day}."),
        ])
        for day in days
    ]  # fmt: skip
    with Ledger(str(tmp_path / "l.db"), create=True) as made:
        made.add(entries)
        text = told(made)
    command = "`dragoman events KEN JPN --since 2023 --until 2024-03-01 --kind"
    assert f"And {len(days) - LIMIT} more, less told or of lower rank: {command} meeting`" in text
    assert f"And {len(days) - FEW} more, less told or of lower rank: {command} statement`" in text
    assert "**1 April 2023, Tokyo**. Talks in narrow format: Grace Njeri" in text, "the highest level is never left out"
