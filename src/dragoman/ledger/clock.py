"""Moments as they are kept: ISO, in UTC, to the second, so that the order of texts is the order of time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


def now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def after(moment: str, time: timedelta) -> str:
    return (datetime.fromisoformat(moment) + time).isoformat(timespec="seconds")
