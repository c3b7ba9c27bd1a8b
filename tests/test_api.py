"""`import dragoman`: what a program sees."""

from __future__ import annotations

import pytest

import dragoman
from dragoman.intake.fields import iso_day

SENTENCE = "Foreign Minister Ada Mbeki of Kenya met Japanese Foreign Minister Ken Mori in Nairobi on Monday."


def test_code_gives_records_with_evidence() -> None:
    coding = dragoman.code(SENTENCE, date="2024-05-08", lang="en", agency="KNA", title="Talks", id="x")
    (record,) = coding.records
    assert (record.kind, record.place, record.date) == ("meeting", "Nairobi", "2024-05-06")
    assert {actor.state for actor in record.actors} == {"KEN", "JPN"}
    assert [SENTENCE[item.start : item.end] for item in record.evidence] == [item.quote for item in record.evidence]
    assert (coding.dispatch.id, coding.dispatch.agency, coding.dispatch.title) == ("x", "KNA", "Talks")


def test_public_names() -> None:
    for name in dragoman.__all__:
        assert getattr(dragoman, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'encode'"):
        _ = dragoman.encode


BAD = [
    ("", "2024-05-08", "empty"),
    (" \n", "2024-05-08", "empty"),
    ("x", "2024-02-30", "impossible date"),
    ("x", "May", "impossible date"),
    (SENTENCE, None, "no date"),
    ("a \ud800", "2024-05-08", "half a character"),
    ("x" * 200_001, "2024-05-08", "200,001 characters"),
]


@pytest.mark.parametrize(("text", "date", "word"), BAD, ids=[row[2] for row in BAD])
def test_what_cannot_be_coded_is_told_in_a_line(text: str, date: str | None, word: str) -> None:
    with pytest.raises(dragoman.DispatchError, match=word) as told:
        dragoman.code(text, date=date, lang="en")
    assert "\n" not in str(told.value)


DAYS = [
    ("2024-05-08", "2024-05-08"),
    ("2024-05-08T23:59:59Z", "2024-05-08"),
    ("2024-05-08 10:00:00+02:00", "2024-05-08"),
    ("20240508", "2024-05-08"),
]


@pytest.mark.parametrize(("given", "day"), DAYS)
def test_iso_days(given: str, day: str) -> None:
    assert iso_day(given) == day
