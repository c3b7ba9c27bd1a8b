"""What a search finds: a dispatch, the passages that hold the words, and the events that it tells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from dragoman.export.plain import one_line
from dragoman.ledger import dispatches, queries, search
from dragoman.ledger import tables as t
from dragoman.ledger.dispatches import Heading
from dragoman.ledger.facets import Chosen
from dragoman.ledger.views import Event
from dragoman.report.facts import Fact
from dragoman.web.timeline import Entry, entry, phrases

AROUND = 90
"""Characters shown on either side of a passage."""

PASSAGES, EVENTS = 3, 4
"""Passages and events shown of one dispatch."""

Passage = list[tuple[str, bool]]
"""Stretches of text, and whether each is one of the words."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A dispatch; ``start`` is what its text begins with, for words that stand in its title alone, or stand for a name.

    Of its events those come first, in their order, that are as was asked for; ``more`` says how many are left out.
    """

    heading: Heading
    passages: list[Passage]
    start: str
    events: tuple[Entry, ...]
    more: int


def hits(connection: Connection, ids: Sequence[int], query: str, chosen: Chosen) -> list[Hit]:
    """These dispatches, in this order."""
    told = _told(connection, ids, chosen)
    return [
        Hit(
            heading,
            passages(text, heading.lang, query),
            one_line(text, 2 * AROUND),
            *told.get(heading.id, ((), 0)),
        )
        for heading, text in dispatches.texts(connection, ids)
    ]


def passages(text: str, lang: str, query: str) -> list[Passage]:
    """The first passages that hold words of the query, cut where these begin and end."""
    spans = search.spans(text, lang, query)
    return [list(_cut(text, group)) for group in _grouped(spans)][:PASSAGES]


def _told(connection: Connection, ids: Sequence[int], chosen: Chosen) -> dict[int, tuple[tuple[Entry, ...], int]]:
    """The first events of each dispatch, in the words of its own account, and how many more there are."""
    r, j = t.record.c, t.event_record.c
    joined = select(r.dispatch_id, r.id, j.event_id).join(t.event_record, j.record_id == r.id)
    rows = connection.execute(joined.where(r.dispatch_id.in_(ids)).order_by(r.dispatch_id, r.n)).all()
    events = queries.by_ids(connection, [row.event_id for row in rows])
    of_dispatch: dict[int, list[tuple[str, Event]]] = defaultdict(list)
    for row in rows:
        of_dispatch[row.dispatch_id].append((row.id, events[row.event_id]))
    for found in of_dispatch.values():
        found.sort(key=lambda one: not _is_asked(one[1], chosen))
    shown = [record for found in of_dispatch.values() for record, _ in found[:EVENTS]]
    accounts = queries.records(connection, shown)
    say = phrases()
    return {
        number: (
            tuple(entry(say, Fact(event, (accounts[record],))) for record, event in found[:EVENTS]),
            max(len(found) - EVENTS, 0),
        )
        for number, found in of_dispatch.items()
    }


def _is_asked(event: Event, chosen: Chosen) -> bool:
    """Whether an event is of the kind, topic and pair that were chosen."""
    wanted = {"kind": event.kind, "pair": event.unit}
    same = all(wanted[facet] == value for facet, value in chosen.items() if facet in wanted)
    return same and chosen.get("topic", "") in ("", *event.topics)


def _grouped(spans: Sequence[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Spans that stand so near that one passage shows both."""
    out: list[list[tuple[int, int]]] = []
    for span in spans:
        if out and span[0] - out[-1][-1][1] < 2 * AROUND:
            out[-1].append(span)
        else:
            out.append([span])
    return out


def _cut(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[str, bool]]:
    first, last = _begin(text, max(spans[0][0] - AROUND, 0)), min(spans[-1][1] + AROUND, len(text))
    at = first
    for start, end in spans:
        yield ("…" if at == first and first else "") + text[at:start], False
        yield text[start:end], True
        at = end
    yield f"{text[at:last].rpartition(' ')[0] or text[at:last]}…" if last < len(text) else text[at:], False


def _begin(text: str, first: int) -> int:
    """The beginning of a word at or shortly after a place."""
    space = text.find(" ", first, first + AROUND // 2) if first else -1
    return space + 1 if space >= 0 else first
