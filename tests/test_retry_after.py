"""How long a server asks to be left alone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from dragoman.retry_after import retry_after


@pytest.mark.parametrize(
    ("told", "seconds"),
    [
        ("120", 120.0),
        (" 0 ", 0.0),
        (None, None),
        ("", None),
        ("soon", None),
        ("-5", None),
        ("1.5", None),
        ("²", None),  # a figure, and no number
        ("Wed, 21 Oct 2015 07:28:00 GMT", 0.0),  # over
    ],
)
def test_seconds(told: str | None, seconds: float | None) -> None:
    assert retry_after(told) == seconds


@pytest.mark.parametrize("zone", [UTC, None])
def test_a_date_is_told_in_seconds_from_now(zone: object) -> None:
    date = datetime.now(UTC) + timedelta(seconds=600)
    told = format_datetime(date, usegmt=True) if zone else format_datetime(date).replace("+0000", "-0000")
    assert 590 < (retry_after(told) or 0) <= 600
