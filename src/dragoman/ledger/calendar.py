"""The calendar: visits, meetings and sessions whose day is known, as calendar programs were last told of them.

It is brought up to date where events are derived, and kept, for it cannot be derived: an appointment keeps its UID for
good, and its SEQUENCE rises with each change of its days, place or status (RFC 5546), so that a program which has it
takes the change for one. An event that no longer is told, or whose day no longer is known, stays as cancelled.

Records tell which appointment an event is: that with which it shares most of them, whatever its own id has become.
A record is known by its id and by where its words begin, so that it is known still when the coder counts otherwise.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import Connection, bindparam, insert, select, update

from dragoman.ledger import tables
from dragoman.ledger.claims import Claim
from dragoman.ledger.units import MANY

CANCELLED, CONFIRMED, TENTATIVE = "CANCELLED", "CONFIRMED", "TENTATIVE"
STATUSES = {"proposed": TENTATIVE, "planned": TENTATIVE, "cancelled": CANCELLED}
"""How far an event has come, in the words of RFC 5545; what took place is confirmed."""

Row = dict[str, Any]

_NAMESPACE = UUID("a4d3cf0b-5a8e-4f0c-9d0c-64726167006d")  # any that is ours alone
_TOLD = ("first", "last", "place", "status")
"""What a calendar program must be told of again where it has changed."""


def keep(connection: Connection, unit: str, claims: Sequence[Claim], rows: Mapping[str, Sequence[Row]]) -> None:
    """Bring the appointments of a unit up to date with its derived rows; only what has changed is written."""
    known = stored(connection, unit)
    before = {row["uid"]: row for row in known}
    now = current(unit, known, claims, rows)
    fresh = [row for row in now if row["uid"] not in before]
    changed = [row for row in now if row["uid"] in before and row != before[row["uid"]]]
    table = tables.calendar
    if fresh:
        connection.execute(insert(table), fresh)
    if changed:
        names = [column.name for column in table.c if column.name not in ("uid", "unit")]
        written = update(table).where(table.c.uid == bindparam("its")).values({n: bindparam(n) for n in names})
        connection.execute(written, [{"its": row["uid"], **{n: row[n] for n in names}} for row in changed])


def stored(connection: Connection, unit: str) -> list[Row]:
    """The appointments of a unit as they are kept."""
    table = tables.calendar
    rows = connection.execute(select(table).where(table.c.unit == unit).order_by(table.c.uid))
    return [dict(row._mapping) for row in rows]


def current(unit: str, known: Sequence[Row], claims: Sequence[Claim], rows: Mapping[str, Sequence[Row]]) -> list[Row]:
    """The known appointments of a unit as its events have them now, then the new ones."""
    found = list(_appointments(unit, claims, rows))
    of_event = _recognised(known, found)
    of_uid = {uid: found[number] for number, uid in of_event.items()}
    out = [_renewed(row, of_uid.get(row["uid"])) for row in known]
    taken = {row["uid"] for row in known}
    for number, appointment in enumerate(found):
        if number not in of_event:
            uid = _uid(appointment, taken)
            taken.add(uid)
            out.append({"uid": uid, "sequence": 0, **appointment})
    return out


def is_appointment(kind: str, act: str | None) -> bool:
    """Whether events of a kind and act stand in calendars: visits, meetings, and sessions of bodies."""
    return kind in ("visit", "meeting") or (kind == "body" and act == "meet")


def days(date: str | None, end_date: str | None) -> tuple[str, str] | None:
    """The first and last day where the first is known to the day; a last one that is not is left out."""
    if date is None or len(date) != 10:
        return None
    return date, max(date, end_date if end_date and len(end_date) == 10 else date)


def _appointments(unit: str, claims: Sequence[Claim], rows: Mapping[str, Sequence[Row]]) -> Iterator[Row]:
    """What a calendar says of the events of a pair, or of several states, that stand in one."""
    if "-" not in unit and not unit.startswith(MANY):
        return
    told = {e["id"]: e for e in rows["event"] if is_appointment(e["kind"], e["act"]) and days(e["date"], e["end_date"])}
    by_id = {claim.id: claim for claim in claims}
    accounts: dict[str, list[Claim]] = defaultdict(list)
    for row in rows["event_record"]:
        if row["event_id"] in told:
            accounts[row["event_id"]].append(by_id[row["record_id"]])
    for identity, event in told.items():
        first, last = days(event["date"], event["end_date"]) or ("", "")
        yield {
            "unit": unit,
            "event_id": identity,
            "kind": event["kind"],
            "first": first,
            "last": last,
            "place": event["place"],
            "status": STATUSES.get(event["status"], CONFIRMED),
            "sent": max(claim.source.sent for claim in accounts[identity]),
            "records": " ".join(sorted(_mark(claim) for claim in accounts[identity])),
        }


def _mark(claim: Claim) -> str:
    """A record, and where its words begin."""
    return f"{claim.id}@{claim.record.evidence[0].start if claim.record.evidence else 0}"


def _recognised(known: Sequence[Row], found: Sequence[Row]) -> dict[int, str]:
    """For each appointment found that was known, by its number, its UID: those that share most go together first."""
    holders: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in known:
        for name in _names(row):
            holders[name].append(row["uid"])
    shared = Counter(
        (number, uid) for number, row in enumerate(found) for name in _names(row) for uid in holders.get(name, ())
    )
    was = {row["uid"]: row["event_id"] for row in known}
    out: dict[int, str] = {}
    taken: set[str] = set()
    for number, uid in sorted(shared, key=lambda p: (-shared[p], was[p[1]] != found[p[0]]["event_id"], p)):
        if number not in out and uid not in taken:
            out[number] = uid
            taken.add(uid)
    return out


def _names(row: Row) -> Iterator[tuple[str, str]]:
    """What the records of an appointment are known by: each by its id and place, and by dispatch and place."""
    for mark in row["records"].split():
        identity, _, start = mark.partition("@")
        yield row["kind"], mark
        yield row["kind"], f"{identity.rpartition('-')[0]}@{start}"


def _renewed(known: Row, now: Row | None) -> Row:
    """An appointment as it is now; without an event it is called off."""
    new = {**known, **(now if now is not None else {"event_id": None, "status": CANCELLED})}
    return {**new, "sequence": known["sequence"] + any(known[slot] != new[slot] for slot in _TOLD)}


def _uid(appointment: Row, taken: set[str]) -> str:
    """A UID made from the event with which the appointment began; another where that one stands for another by now."""
    number = 1
    while True:
        uid = str(uuid5(_NAMESPACE, f"{appointment['unit']} {appointment['event_id']} {number}"))
        if uid not in taken:
            return uid
        number += 1
