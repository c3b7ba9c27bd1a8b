"""The calendar of a pair as calendar programs subscribe to it (RFC 5545): visits, meetings, sessions of joint bodies.

Every entry lasts whole days, and takes nobody's time. Nothing in it tells when it was asked for: the same ledger gives
the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

import icalendar
from sqlalchemy import Connection

from dragoman import __version__
from dragoman.export.labels import count
from dragoman.export.plain import one_line
from dragoman.ledger.appointments import Calendar, appointments
from dragoman.ledger.pairs import Pair
from dragoman.ledger.queries import Filter
from dragoman.ledger.views import Account, Appointment
from dragoman.report.naming import state
from dragoman.report.phrases import capital, plain
from dragoman.report.wording import wording
from dragoman.web import links
from dragoman.web.showing import LANG
from dragoman.web.timeline import Entry, entries, phrases

TYPE = "text/calendar; charset=utf-8"

_DAY = timedelta(days=1)


def write(connection: Connection, pair: Pair, wanted: Filter, base: str = "") -> bytes:
    """The calendar of a pair as a filter lets it through; entries lead to the pages at ``base``, if there are any."""
    found = appointments(connection, wanted)
    events = [one.event for one in found.appointments if one.event]
    told = {entry.event.id: entry for entry in entries(connection, phrases(pair), events)}
    out = _calendar(pair, found)
    for one in found.appointments:
        out.add_component(_event(one, told.get(one.event.id) if one.event else None, base))
    written: bytes = out.to_ical()
    return written


def _calendar(pair: Pair, found: Calendar) -> icalendar.Calendar:
    name = f"{state(pair.one, LANG)} and {state(pair.other, LANG)}"
    about = "Visits, meetings and sessions of joint bodies whose day is known, as dispatches tell them."
    if found.undated:
        about += f" Left out: {count(found.undated, 'event', 'events')} of which no day is told."
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


def _event(one: Appointment, entry: Entry | None, base: str) -> icalendar.Event:
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
        "summary": one_line(plain(capital(entry.what))) if entry else f"{kind.capitalize()}: no longer told",
        "location": one_line(one.place or ""),
        "categories": [kind],
        "transp": "TRANSPARENT",
        "description": _sources(entry.fact.accounts) if entry else "",
        "url": f"{base}{links.event(entry.event.id)}" if entry and base else "",
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
