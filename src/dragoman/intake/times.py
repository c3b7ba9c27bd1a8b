"""Times as sources write them: ISO 8601, RFC 5322 (feeds, e-mail), IPTC's basic form, a day with dots."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone

from dragoman.model import DispatchError

NO_END = "9999-12-31T23:59:59+00:00"
"""When an embargo ends of which nobody has said when it ends."""

_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?:[ ,T]+(\d{1,2}):(\d{2})(?::\d{2})?)?")
_SLASHED = re.compile(r"(\d{4})/(\d{1,2})/(\d{1,2})(?=\D|$)")
_LAST_ON_EARTH = timezone(timedelta(hours=-12))


def parse(value: str) -> datetime | date | None:
    """The time or day that is written, with its zone if it tells one; None where it cannot be read.

    A day with slashes is taken only with the year first: nobody can tell 5/6 from 6/5.
    """
    text = " ".join(value.split())
    for read in (date.fromisoformat, datetime.fromisoformat, _slashed, _dotted, _of_mail):
        try:
            return read(text)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return None


def day_and_time(value: str) -> tuple[str, str | None]:
    """The day in the zone of the source itself, and the time with that zone, if it tells both.

    Raises `DispatchError` for what cannot be read.
    """
    found = parse(value)
    if found is None:
        raise DispatchError(f"impossible date {value[:40]!r}: write it as YYYY-MM-DD")
    if not isinstance(found, datetime):
        return found.isoformat(), None
    return found.date().isoformat(), found.isoformat(timespec="seconds") if found.tzinfo else None


def release(value: str) -> str:
    """When an embargo ends, with its zone. A time without one counts where it is latest on earth, and a day counts to
    its end there; part of a second counts as a whole one. Raises `DispatchError` for what cannot be read: who cannot
    tell the time must not show the text."""
    found = parse(value)
    if found is None:
        raise DispatchError(f"impossible embargo {value[:40]!r}: write it as YYYY-MM-DDThh:mm:ss+hh:mm")
    if not isinstance(found, datetime):
        found = datetime(found.year, found.month, found.day) + timedelta(days=1)
    if found.microsecond:
        found += timedelta(microseconds=1_000_000 - found.microsecond)
    return (found if found.tzinfo else found.replace(tzinfo=_LAST_ON_EARTH)).isoformat(timespec="seconds")


def is_over(embargo: str, now: str) -> bool:
    """Whether an embargo has ended; both are ISO times with their zones."""
    return datetime.fromisoformat(embargo).astimezone(UTC) <= datetime.fromisoformat(now).astimezone(UTC)


def _of_mail(text: str) -> datetime:
    from email.utils import parsedate_to_datetime

    return parsedate_to_datetime(text)


def _slashed(text: str) -> datetime | date:
    match = _SLASHED.match(text)
    if not match:
        raise ValueError(text)
    year, month, day = (int(part) for part in match.groups())
    rest = text[match.end() :].strip()
    found = date(year, month, day)
    return datetime.fromisoformat(f"{found.isoformat()}T{rest}") if rest else found


def _dotted(text: str) -> datetime | date:
    match = _DOTTED.fullmatch(text)
    if not match:
        raise ValueError(text)
    day, month, year, hour, minute = match.groups()
    if hour is None:
        return date(int(year), int(month), int(day))
    return datetime(int(year), int(month), int(day), int(hour), int(minute))
