"""Validation of coded dispatches against the codebook, with messages that people can act on.

The JSON Schema says the same for machines; this one also compares evidence with the text, which a schema cannot.
Evidence may be a quote, as people write it, or ``{start, end, quote}``, as dragoman does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from dragoman.codebook.book import UNSPECIFIED, Codebook, Kind, codebook
from dragoman.codebook.schema import STATE

FIELDS = ("id", "lang", "agency", "date", "text", "relevant", "records")
DERIVED = {"plover"}
"""What a machine adds to a record's slots; people who code leave it out."""

_ISO = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")


def problems(doc: Mapping[str, Any], book: Codebook | None = None) -> Iterator[str]:
    """Everything in a coded dispatch that the codebook does not allow, one line each; nothing if it is sound."""
    yield from (f"no field {key!r}" for key in FIELDS if key not in doc)
    records = doc.get("records") or []
    if records and not doc.get("relevant"):
        yield "said to be not relevant, yet it has records"
    yield from record_problems(records, str(doc.get("text") or ""), book or codebook())


def record_problems(records: Sequence[Any], text: str, book: Codebook) -> Iterator[str]:
    """The same for records alone, against the text that they were coded from."""
    for number, record in enumerate(records):
        kind = record.get("kind") if isinstance(record, Mapping) else "?"
        yield from (f"record {number} ({kind}): {problem}" for problem in _record(record, text, book))


def is_iso(value: object) -> bool:
    """Whether it is a day, month or year of the calendar: ``2023-04-10``, ``2023-04``, ``2023``."""
    if not isinstance(value, str) or not _ISO.fullmatch(value):
        return False
    try:
        date.fromisoformat((value + "-01-01")[:10])
    except ValueError:
        return False
    return True


def _record(record: Any, text: str, book: Codebook) -> Iterator[str]:
    if not isinstance(record, Mapping):
        yield f"not an object: {record!r}"
        return
    if odd := (set(record) - DERIVED) ^ set(book.slots):
        yield f"missing or unknown slots: {', '.join(sorted(odd))}"
        return
    kind = book.kinds.get(record["kind"])
    if kind is None:
        yield f"unknown kind {record['kind']!r}"
        return
    yield from _values(record, kind, book)
    yield from _dates(record)
    yield from _actors(record["actors"], kind, book)
    yield from _quotes(record["evidence"], text)


def _values(record: Mapping[str, Any], kind: Kind, book: Codebook) -> Iterator[str]:
    if record["type"] not in (*kind.types, UNSPECIFIED):
        yield f"type {record['type']!r} is none of the kind's"
    if record["act"] not in (tuple(kind.acts) or (None,)):
        yield f"act {record['act']!r} is none of the kind's"
    if record["status"] not in book.statuses:
        yield f"unknown status {record['status']!r}"
    yield from (f"unknown topic {topic!r}" for topic in record["topics"] or () if topic not in book.topics)
    if record["topics"] is None:
        yield "topics are null: give a list, empty for none"
    if len(set(record["topics"] or ())) < len(record["topics"] or ()):
        yield "a topic twice"
    for slot in ("place", "name"):
        if not (record[slot] is None or (isinstance(record[slot], str) and record[slot].strip())):
            yield f"{slot} is neither null nor a text: {record[slot]!r}"


def _dates(record: Mapping[str, Any]) -> Iterator[str]:
    given = {slot: record[slot] for slot in ("date", "end_date") if record[slot] is not None}
    wrong = [slot for slot, value in given.items() if not is_iso(value)]
    yield from (f"{slot} is no ISO day, month or year: {given[slot]!r}" for slot in wrong)
    if len(given) == 2 and not wrong and given["end_date"] < given["date"][: len(given["end_date"])]:
        yield f"ends before it begins: {given['date']} to {given['end_date']}"


def _actors(actors: Any, kind: Kind, book: Codebook) -> Iterator[str]:
    if not actors:
        yield "no actors"
    for actor in actors or ():
        if set(actor) != set(book.actor_slots):
            yield f"an actor's slots are missing or unknown: {', '.join(sorted(set(actor) ^ set(book.actor_slots)))}"
            continue
        if actor["role"] not in kind.roles:
            yield f"role {actor['role']!r} is none of the kind's"
        if actor["office"] is not None and actor["office"] not in book.offices:
            yield f"unknown office {actor['office']!r}"
        if actor["state"] is not None and not re.fullmatch(STATE.strip("^$"), actor["state"]):
            yield f"state is no code: {actor['state']!r}"
        if not any(actor[slot] for slot in ("name", "office", "state")):
            yield "an actor with neither name, office nor state"


def _quotes(evidence: Any, text: str) -> Iterator[str]:
    if not evidence:
        yield "no evidence"
    for item in evidence or ():
        quote = item if isinstance(item, str) else item.get("quote", "")
        if not quote or quote not in text:
            yield f"evidence is not in the text: {quote[:60]!r}"
        elif not isinstance(item, str) and text[item.get("start", -1) : item.get("end", -1)] != quote:
            yield f"evidence is not at [{item.get('start')}:{item.get('end')}] of the text: {quote[:60]!r}"
