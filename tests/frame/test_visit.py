"""How long a visit goes on, where its first day and its length are told."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder
from dragoman.model import Dispatch

ROWS = [
    # language, text, status, date, end; the dispatch is of Tuesday, 14 May 2024
    (
        "en",
        "Swedish minister Anna Berg arrived in Oslo on Monday on a three-day visit.",
        "ongoing",
        "2024-05-13",
        "2024-05-15",
    ),
    ("en", "Swedish minister Anna Berg paid a two-day visit to Oslo on 2 May.", "done", "2024-05-02", "2024-05-03"),
    ("en", "Swedish minister Anna Berg paid a visit to Oslo on 2 May.", "done", "2024-05-02", None),
    (
        "de",
        "Die schwedische Präsidentin Anna Berg reist am Freitag zu einem zweitägigen Besuch nach Oslo.",
        "planned",
        "2024-05-17",
        "2024-05-18",
    ),
]


@pytest.mark.parametrize(("lang", "text", "status", "date", "end"), ROWS)
def test_last_day(lang: str, text: str, status: str, date: str, end: str | None) -> None:
    (visit,) = Coder().code(Dispatch(text, date="2024-05-14", lang=lang)).records
    assert (visit.status, visit.date, visit.end_date) == (status, date, end)
