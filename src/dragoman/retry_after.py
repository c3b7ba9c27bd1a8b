"""How long a server asks to be left alone: the header Retry-After (RFC 9110, 10.2.3)."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime


def retry_after(value: str | None) -> float | None:
    """Seconds from now, told as their number or as a date; None where nothing is asked that can be understood.

    >>> retry_after("120")
    120.0
    """
    told = (value or "").strip()
    if told.isascii() and told.isdigit():
        return float(told)
    try:
        date = parsedate_to_datetime(told)
    except (TypeError, ValueError):
        return None
    return max(0.0, (date.replace(tzinfo=date.tzinfo or UTC) - datetime.now(UTC)).total_seconds())
