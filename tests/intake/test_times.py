"""Days and times as sources write them."""

from __future__ import annotations

import pytest

from dragoman.intake.times import day_and_time, is_over, release
from dragoman.model import DispatchError

TIMES = [
    ("2024-05-08", ("2024-05-08", None), "a day"),
    ("20240508", ("2024-05-08", None), "IPTC's short day"),
    ("2024-05-08T23:30:00+06:00", ("2024-05-08", "2024-05-08T23:30:00+06:00"), "ISO"),
    ("20240508T233000+0600", ("2024-05-08", "2024-05-08T23:30:00+06:00"), "IPTC's short time"),
    ("2024-05-08T23:30:00.123Z", ("2024-05-08", "2024-05-08T23:30:00+00:00"), "Z, and parts of a second"),
    ("2024-05-08 23:30", ("2024-05-08", None), "no zone"),
    ("Wed, 08 May 2024 23:30:00 -0500", ("2024-05-08", "2024-05-08T23:30:00-05:00"), "mail and RSS"),
    ("08 May 24 23:30 EST", ("2024-05-08", "2024-05-08T23:30:00-05:00"), "RSS as it was in 1997"),
    ("8.5.2024", ("2024-05-08", None), "dots, the day first"),
    ("08.05.2024 23:30", ("2024-05-08", None), "as spreadsheets write it"),
    ("2024/05/08", ("2024-05-08", None), "slashes, the year first"),
    (" 2024-05-08\n", ("2024-05-08", None), "space around it"),
]


@pytest.mark.parametrize(("value", "expected", "why"), TIMES, ids=[row[2] for row in TIMES])
def test_times(value: str, expected: tuple[str, str | None], why: str) -> None:
    assert day_and_time(value) == expected


@pytest.mark.parametrize("value", ["", "soon", "5/6/2024", "2024-02-30", "31.4.2024", "99999999999999999999", "0"])
def test_what_is_no_date_is_told(value: str) -> None:
    with pytest.raises(DispatchError, match="impossible date"):
        day_and_time(value)


EMBARGOES = [
    ("2024-05-08T12:00:00+02:00", "2024-05-08T09:59:00+00:00", False, "a minute before"),
    ("2024-05-08T12:00:00+02:00", "2024-05-08T10:00:00+00:00", True, "to the minute"),
    ("2024-05-08T12:00:00", "2024-05-08T23:00:00+00:00", False, "no zone: it is not yet noon everywhere"),
    ("2024-05-08T12:00:00", "2024-05-09T00:00:00+00:00", True, "no zone: it is"),
    ("2024-05-08T12:00:00.810Z", "2024-05-08T12:00:00.500+00:00", False, "part of a second: not within it"),
    ("2024-05-08T12:00:00.810Z", "2024-05-08T12:00:01+00:00", True, "part of a second: with the next"),
    ("2024-05-08", "2024-05-09T11:00:00+00:00", False, "a day: it is not yet over everywhere"),
    ("2024-05-08", "2024-05-09T12:00:00+00:00", True, "a day: it is"),
]


@pytest.mark.parametrize(("embargo", "now", "over", "why"), EMBARGOES, ids=[row[3] for row in EMBARGOES])
def test_embargoes_end(embargo: str, now: str, over: bool, why: str) -> None:
    assert is_over(release(embargo), now) is over


def test_an_embargo_that_cannot_be_read_is_told() -> None:
    with pytest.raises(DispatchError, match="impossible embargo"):
        release("after the speech")
