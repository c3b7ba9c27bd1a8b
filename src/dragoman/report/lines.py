"""Lines at the terminal: lists of events and commitments, and one thing with its sources."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select

from dragoman.export.labels import actor_line, count, words
from dragoman.export.plain import one_line
from dragoman.ledger import queries, search, tracked
from dragoman.ledger.commitments import RULES
from dragoman.ledger.errors import LedgerError
from dragoman.ledger.pairs import Pair
from dragoman.ledger.persons import person, persons
from dragoman.ledger.queries import Filter
from dragoman.ledger.spans import iso
from dragoman.ledger.tables import dispatch, event_record
from dragoman.ledger.views import Account, Commitment, Event, Step

UNSPECIFIED = "unspecified"


def dispatches(connection: Connection, query: str, limit: int) -> list[str]:
    """The dispatches that a search finds, a line each."""
    ids = search.find(connection, query, limit)
    rows = {row.id: row for row in connection.execute(select(dispatch).where(dispatch.c.id.in_(ids)))}
    return [
        f"{row.date}  {row.lang}  {row.agency or '-'}  {row.source_id}  {one_line(row.title or row.text)[:90]}"
        for row in (rows[number] for number in ids)
    ]


def events(connection: Connection, wanted: Filter) -> list[str]:
    """The events that a filter lets through, a line each; parts of a visit stand under it."""
    found = queries.events(connection, wanted)
    ids = {event.id for event in found}
    out = []
    for event in found:
        if event.parent not in ids:
            out.append(event_line(event))
            out += [f"    {event_line(part)}" for part in found if part.parent == event.id]
    return out


def commitments(connection: Connection, pair: Pair, only: str | None, day: str) -> list[str]:
    """The commitments of a pair as of a day, with their steps."""
    out: list[str] = []
    for made in tracked.commitments(connection, pair, until=day):
        state = made.state_on(day)
        if only is None or only == state or (only == "open" and state == "overdue"):
            out += [_commitment_line(made, state), *(f"    {_step_line(step)}" for step in made.steps)]
    return out


def pairs(connection: Connection) -> list[str]:
    """The pairs of states, with the number of their events."""
    return [f"{name}  {count(number, 'event', 'events')}" for name, number in queries.pairs(connection)]


def people(connection: Connection, state: str) -> list[str]:
    """The persons of a state, with the office that each was last told to hold."""
    out = []
    for found in persons(connection, [state]):
        held = max(found.offices, key=lambda office: office.last, default=None)
        office = f"{words(held.office)} ({held.first} to {held.last})" if held else ""
        told = count(found.dispatches, "dispatch", "dispatches")
        out.append("  ".join(filter(None, [one_line(found.name), office, told, found.id])))
    return out


def bodies(connection: Connection, pair: Pair) -> list[str]:
    """The bodies of a pair, with the number of their sessions."""
    out = []
    for found in tracked.bodies(connection, pair):
        met = count(len(found.sessions), "session", "sessions")
        out.append("  ".join(filter(None, [words(found.type), one_line(found.name or ""), met, found.id])))
    return out


def documents(connection: Connection, pair: Pair) -> list[str]:
    """The documents of a pair, with the last step of each."""
    out = []
    for found in tracked.documents(connection, pair):
        last = found.steps[-1].date if found.steps else None
        told = [words(found.stage), last, words(found.type), one_line(found.name or ""), found.id]
        out.append("  ".join(filter(None, told)))
    return out


def show(connection: Connection, identity: str) -> list[str]:
    """One thing by its id, with its sources."""
    if "." in identity:
        return _person(connection, identity)
    if "-" in identity:
        found = connection.scalar(select(event_record.c.event_id).where(event_record.c.record_id == identity))
        if found is None:
            raise LedgerError(f"no record {identity!r} in this ledger")
        return _event(connection, found)
    kinds = {"e": _event, "b": _body, "d": _document, "c": _commitment_event}
    if identity[:1] not in kinds:
        raise LedgerError(f"{identity!r} is no id: lists tell the ids of events (e…), bodies (b…), documents (d…)")
    return kinds[identity[:1]](connection, identity)


def event_line(event: Event) -> str:
    """``2023-04-10  meeting extended  done  Astana  …  3 sources  e…``."""
    what = " ".join(words(part) for part in (event.kind, event.type, event.act) if part and part != UNSPECIFIED)
    who = ", ".join(dict.fromkeys(actor.name or actor.state or words(actor.office) for actor in event.actors))
    told = [event_dates(event), what, words(event.status), event.place, one_line(event.name or ""), one_line(who)]
    return "  ".join([*filter(None, told), count(event.sources, "source", "sources"), event.id])


def event_dates(event: Event) -> str:
    """The day or days of an event; of one without, the day by which it was told."""
    if event.date is None:
        return f"({iso(event.first_day)})"
    return f"{event.date}–{event.end_date}" if event.end_date else event.date


def account_line(account: Account) -> str:
    """``[record] agency, day, language: “quote”``."""
    name = account.agency or account.source
    read = f", read by {one_line(account.coder)}" if account.coder else ""
    return f"[{account.record}] {name}, {account.sent}, {account.lang}{read}: “{one_line(account.quote)}”"


def _commitment_line(made: Commitment, state: str) -> str:
    due = f"due {iso(made.due_last)}" if made.due_last else "no date"
    return f"{state}  {due}  {event_line(made.event)}"


def _step_line(step: Step) -> str:
    rule = RULES.get(step.rule or "", "")
    return f"{step.date or ''}  {words(step.step)}  ({rule})  {account_line(step.account)}"


def _event(connection: Connection, identity: str) -> list[str]:
    found = queries.event(connection, identity)
    told = queries.accounts(connection, [identity])[identity]
    out = [event_line(found), *(f"  {actor.role}: {actor_line(actor)}" for actor in found.actors)]
    if found.topics:
        out.append(f"  topics: {', '.join(found.topics)}")
    if found.parent:
        out.append(f"  part of {found.parent}: {found.parent_why}")
    out += [f"  part: {event_line(part)}" for part in queries.parts(connection, identity)]
    out.append("accounts:")
    for account in told:
        out += [f"  {account_line(account)}", f"      {account.why}"]
    for difference in queries.differences(connection, identity):
        values = "; ".join(f"{value} [{record}]" for record, value in difference.values.items())
        out.append(f"accounts differ in {difference.slot}: {values}")
    return out


def _commitment_event(connection: Connection, identity: str) -> list[str]:
    return _event(connection, f"e{identity[1:]}")


def _body(connection: Connection, identity: str) -> list[str]:
    found = tracked.body(connection, identity)
    out = [f"{words(found.type)}  {one_line(found.name or '')}  {found.unit}  {found.id}", *_names(found.names)]
    for event in found.events:
        session = f"session {found.sessions[event.id]}: " if event.id in found.sessions else ""
        out.append(f"  {session}{event_line(event)}")
    return [*out, *_sources(connection, [event.id for event in found.events])]


def _document(connection: Connection, identity: str) -> list[str]:
    found = tracked.document(connection, identity)
    head = f"{words(found.type)}  {one_line(found.name or '')}  {found.unit}  {words(found.stage)}  {found.id}"
    return [head, *_names(found.names), *(f"  {_step_line(step)}".replace("  ()", "") for step in found.steps)]


def _person(connection: Connection, identity: str) -> list[str]:
    found = person(connection, identity)
    out = [
        f"{one_line(found.name)}  {found.state}  {found.id}",
        f"  also written {', '.join(map(one_line, found.names))}",
    ]
    for held in found.offices:
        seen = count(held.dispatches, "dispatch", "dispatches")
        out.append(f"  {words(held.office)}: {held.first} to {held.last}, in {seen}, first by [{held.record}]")
    return [*out, *(f"  {event_line(event)}" for event in queries.events(connection, Filter(person=found.keys)))]


def _names(names: dict[str, tuple[str, ...]]) -> list[str]:
    return [f"  {lang}: {'; '.join(map(one_line, told))}" for lang, told in names.items()]


def _sources(connection: Connection, ids: Iterable[str]) -> list[str]:
    told = queries.accounts(connection, ids)
    return ["accounts:", *(f"  {account_line(account)}" for accounts in told.values() for account in accounts)]
