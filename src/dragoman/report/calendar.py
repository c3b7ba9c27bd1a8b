"""Visits, meetings and sessions of joint bodies as calendar programs take them (RFC 5545, RFC 7986).

Every entry lasts whole days, and takes nobody's time. Nothing in it tells when it was asked for: the same ledger gives
the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, timedelta

import icalendar
from sqlalchemy import Connection

from dragoman import __version__
from dragoman.export.labels import count
from dragoman.export.plain import one_line
from dragoman.ledger.appointments import appointments
from dragoman.ledger.pairs import Pair
from dragoman.ledger.queries import Filter
from dragoman.ledger.views import Account, Appointment, Event
from dragoman.report.facts import Fact, every
from dragoman.report.happenings import QUOTED, sentence
from dragoman.report.naming import state
from dragoman.report.wording import wording

LANG = "en"
"""The language of calendars."""

TYPE = "text/calendar; charset=utf-8"

_DAY = timedelta(days=1)


def write(connection: Connection, pair: Pair, wanted: Filter, page: Callable[[Event], str] | None = None) -> bytes:
    """The calendar of a pair as a filter lets it through; entries lead to the page of each event, if there are any."""
    found = appointments(connection, wanted)
    facts = every(connection, [one.event for one in found.appointments if one.event], quoted=QUOTED)
    told = {fact.event.id: fact for fact in facts}
    left = f" Left out: {count(found.undated, 'event', 'events')} of which no day is told." if found.undated else ""
    out = calendar(f"{state(pair.one, LANG)} and {state(pair.other, LANG)}", left)
    for one in found.appointments:
        url = page(one.event) if one.event and page else ""
        out.add_component(entry(one, told.get(one.event.id) if one.event else None, url))
    written: bytes = out.to_ical()
    return written


def calendar(name: str, more: str = "") -> icalendar.Calendar:
    """A calendar without entries."""
    about = f"Visits, meetings and sessions of joint bodies whose day is known, as dispatches tell them.{more}"
    out = icalendar.Calendar()
    for key, value in (
        ("prodid", f"-//dragoman//dragoman {__version__}//EN"),
        ("version", "2.0"),
        ("method", "PUBLISH"),
        ("name", name),
        ("x-wr-calname", name),
        ("description", about),
        ("x-wr-caldesc", about),
        ("x-published-ttl", "P1D"),
    ):
        out.add(key, value)
    out.add("refresh-interval", _DAY, {"value": "DURATION"})
    return out


def entry(one: Appointment, fact: Fact | None, url: str = "") -> icalendar.Event:
    """An appointment; without a fact it is one that no longer is told."""
    first, last = date.fromisoformat(one.first), date.fromisoformat(one.last)
    sent = datetime.combine(date.fromisoformat(one.sent), datetime.min.time(), UTC)
    kind = wording(LANG).label("kinds", one.kind)
    slots = {
        "uid": one.uid,
        "sequence": one.sequence,
        "dtstamp": sent,
        "last-modified": sent,
        "dtstart": first,
        "dtend": min(last, date.max - _DAY) + _DAY,
        "status": one.status,
        "summary": sentence(fact, LANG) if fact else f"{kind.capitalize()}: no longer told",
        "location": one_line(one.place or ""),
        "categories": [kind],
        "transp": "TRANSPARENT",
        "description": _sources(fact.accounts) if fact else "",
        "url": url,
    }
    out = icalendar.Event()
    for name, value in slots.items():
        if value != "":
            out.add(name, value)
    return out


def _sources(accounts: Iterable[Account]) -> str:
    """A line for each."""
    words = wording(LANG)
    told = [(one_line(a.agency or a.source), words.date(a.sent), words.label("languages", a.lang)) for a in accounts]
    return "\n".join(["Told by:", *(", ".join(source) for source in told)])
