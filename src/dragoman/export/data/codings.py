"""The records of coded dispatches as they are exported: each is an event of its own, told once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from dragoman.export.data.told import Telling, Told
from dragoman.ledger.queries import Filter
from dragoman.ledger.spans import span, understood
from dragoman.ledger.tables import slots
from dragoman.ledger.units import main_pair, states, unit_of
from dragoman.ledger.views import Event
from dragoman.model import Coding, Record


def told(codings: Iterable[Coding], wanted: Filter) -> Iterator[Told]:
    """The records that a filter lets through, in the order of the dispatches."""
    for coding in codings:
        pair = main_pair(coding.records)
        for number, record in enumerate(coding.records):
            made = _told(coding, number, record, pair)
            if _passes(made, wanted):
                yield made


def _told(coding: Coding, number: int, record: Record, pair: frozenset[str]) -> Told:
    dispatch = coding.dispatch
    sent = dispatch.date or ""
    identity = f"{dispatch.id}-{number}"
    when = understood(record, date.fromisoformat(sent).toordinal())
    event = Event(
        id=identity,
        unit=unit_of(record, pair, sent),
        **slots(record),
        first_day=when.first,
        last_day=when.last,
        sources=1,
        parent=None,
        parent_why=None,
        actors=record.actors,
        topics=record.topics,
    )
    telling = Telling(
        id=identity,
        record=record,
        dispatch=dispatch.id,
        lang=dispatch.lang or "",
        sent=sent,
        agency=dispatch.agency,
        title=dispatch.title,
        url=dispatch.url,
        rights=dispatch.rights,
    )
    return Told(event, (telling,))


def _passes(told: Told, wanted: Filter) -> bool:
    """What a ledger's own filter does in its database (`ledger.queries`)."""
    event = told.event
    return (
        (wanted.pair is None or set(wanted.pair.codes) <= states(told.record) or event.unit == wanted.pair.unit)
        and (not wanted.since or event.last_day >= span(wanted.since).first)
        and (not wanted.until or event.first_day <= span(wanted.until).last)
        and (not wanted.kinds or event.kind in wanted.kinds)
        and (not wanted.topic or wanted.topic in event.topics)
    )
