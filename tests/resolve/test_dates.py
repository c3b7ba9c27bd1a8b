"""Expressions of time against a day: Tuesday, 14 May 2024."""

from __future__ import annotations

import datetime

import pytest

from dragoman.find.scan import scan
from dragoman.resolve.dates import resolve_date

DAY = datetime.date(2024, 5, 14)
ROWS = [
    # language, text, future?, date, end
    ("en", "They met on Monday.", False, "2024-05-13", None),
    ("en", "They will meet on Monday.", True, "2024-05-20", None),
    ("en", "They met today.", False, "2024-05-14", None),
    ("en", "They met yesterday.", False, "2024-05-13", None),
    ("en", "They met on April 10.", False, "2024-04-10", None),
    ("en", "They met on December 10.", False, "2023-12-10", None),
    ("en", "They will meet in January.", True, "2025-01", None),
    ("en", "They met in August 2022.", False, "2022-08", None),
    ("en", "They met on 3 May 2021.", False, "2021-05-03", None),
    ("en", "They met last year.", False, "2023", None),
    ("en", "It was signed last June.", False, "2023-06", None),
    ("en", "She will be there April 5-6, 2025.", True, "2025-04-05", "2025-04-06"),
    ("de", "Sie trafen sich am Montag.", False, "2024-05-13", None),
    ("de", "Sie trafen sich am 10. April.", False, "2024-04-10", None),
    ("de", "Sie trafen sich gestern.", False, "2024-05-13", None),
    ("de", "Sie trafen sich im August 2022.", False, "2022-08", None),
    ("de", "Sie werden sich am 11. und 12. Juli treffen.", True, "2024-07-11", "2024-07-12"),
    ("de", "Sie trafen sich im vergangenen Oktober.", False, "2023-10", None),
]


@pytest.mark.parametrize(("lang", "text", "future", "date", "end"), ROWS)
def test_date(lang: str, text: str, future: bool, date: str, end: str | None) -> None:
    mentions = scan(text, lang).sentences[0].dates
    assert [resolve_date(mention, DAY, future) for mention in mentions] == [(date, end)]
