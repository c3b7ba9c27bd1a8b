"""iCalendar (RFC 5545, RFC 7986): visits, meetings and sessions of joint bodies whose day is known, one entry each.

An event of a ledger has the UID and the SEQUENCE under which `dragoman calendar` and the pages give it out, so that
calendar programs know it again. One that stands in no calendar of the ledger, and a record of coded dispatches, has a
UID made from the id of its first record. Events that no longer are told are left out; `dragoman calendar` calls them
off.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO
from uuid import UUID, uuid5

from dragoman.export.data.columns import INTEGER, TEXT, Field
from dragoman.export.data.sentences import fact
from dragoman.export.data.told import Told
from dragoman.ledger.calendar import CONFIRMED, STATUSES, days, is_appointment
from dragoman.ledger.views import Appointment
from dragoman.report.calendar import calendar, entry

DATE, TIME = "date", "date and time"

FIELDS = (
    Field("UID", TEXT, "one for good, whatever becomes of the event"),
    Field("SEQUENCE", INTEGER, "rises with each change of days, place or status (RFC 5546)"),
    Field("DTSTAMP", TIME, "day of the latest dispatch that tells it, at midnight UTC"),
    Field("LAST-MODIFIED", TIME, "the same"),
    Field("DTSTART", DATE, "first day"),
    Field("DTEND", DATE, "the day after the last"),
    Field("STATUS", TEXT, "TENTATIVE of what is proposed or planned, CANCELLED, else CONFIRMED"),
    Field("SUMMARY", TEXT, "what it is and who takes part, in English"),
    Field("LOCATION", TEXT, "English name of the place"),
    Field("CATEGORIES", TEXT, "visit, meeting or joint body"),
    Field("URL", TEXT, "where the first dispatch that is on the web stands"),
    Field("TRANSP", TEXT, "TRANSPARENT: it takes nobody's time"),
    Field("DESCRIPTION", TEXT, "agency, day and language of each dispatch that tells it, a line each"),
)

_RECORDS = UUID("c5a8cb0c-6f5e-4f43-9f0b-64726167006d")  # any that is ours alone
_END = b"END:VCALENDAR\r\n"


def write(told: Iterable[Told], out: BinaryIO) -> int:
    """Write the entries one by one, between the head and the end of one calendar; their number."""
    out.write(calendar("Events told by dispatches").to_ical().removesuffix(_END))
    count = 0
    for one in told:
        appointment = one.appointment or _own(one)
        if appointment:
            count += 1
            url = next((telling.link for telling in one.tellings if telling.link), "")
            out.write(entry(appointment, fact(one), url).to_ical())
    out.write(_END)
    return count


def _own(told: Told) -> Appointment | None:
    """The appointment that a ledger would have made of it."""
    event = told.event
    known = days(event.date, event.end_date)
    if not known or not is_appointment(event.kind, event.act):
        return None
    return Appointment(
        uid=str(uuid5(_RECORDS, told.tellings[0].id)),
        sequence=0,
        kind=event.kind,
        first=known[0],
        last=known[1],
        place=event.place,
        status=STATUSES.get(event.status, CONFIRMED),
        sent=max(telling.sent for telling in told.tellings),
        event=event,
    )
