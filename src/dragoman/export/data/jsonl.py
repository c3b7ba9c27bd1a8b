"""JSON Lines: an event a line, with its tellings and the words of each."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, BinaryIO

from dragoman.export.data.columns import INTEGER, LIST, TEXT, Field
from dragoman.export.data.told import Telling, Told
from dragoman.model import Actor

OBJECT, OBJECTS = "object", "list of objects"

FIELDS = (
    Field("id", TEXT, "id of the event"),
    Field("pair", TEXT, "the two states, by code; `many:YEAR` for more than two"),
    Field("kind, type, act, status, date, end_date, place, topics, name", TEXT, "the slots of the codebook"),
    Field("actors", OBJECTS, "role, name, office, state and key of each"),
    Field("part_of", TEXT, "id of the visit that it is a part of"),
    Field("sources", INTEGER, "number of dispatches that tell it"),
    Field("plover", OBJECT, "type, mode, contexts, quad, score, cameo_root, cameo; null where PLOVER has nothing"),
    Field("tellings", OBJECTS, "what each dispatch tells of it, in order of sending"),
    Field("tellings.id", TEXT, "id of the record"),
    Field("tellings.why", TEXT, "why it was joined to the event"),
    Field("tellings.dispatch, lang, agency, sent, title, url, rights", TEXT, "the dispatch"),
    Field("tellings.record", OBJECT, "the record as `dragoman code` writes it, with its evidence"),
    Field("langs", LIST, "the languages of the dispatches"),
)


def write(told: Iterable[Told], out: BinaryIO) -> int:
    """Write a line for each event; the number of events."""
    count = 0
    for one in told:
        count += 1
        out.write(json.dumps(_event(one), ensure_ascii=False).encode() + b"\n")
    return count


def _event(told: Told) -> dict[str, Any]:
    event = told.event
    return {
        "id": event.id,
        "pair": event.unit,
        "kind": event.kind,
        "type": event.type,
        "act": event.act,
        "status": event.status,
        "date": event.date,
        "end_date": event.end_date,
        "place": event.place,
        "actors": [_actor(actor) for actor in event.actors],
        "topics": list(event.topics),
        "name": event.name,
        "part_of": event.parent,
        "sources": event.sources,
        "langs": sorted({telling.lang for telling in told.tellings}),
        "plover": told.plover.to_json() if told.plover else None,
        "tellings": [_telling(telling) for telling in told.tellings],
    }


def _actor(actor: Actor) -> dict[str, str | None]:
    return {**actor.to_json(), "key": actor.key}


def _telling(telling: Telling) -> dict[str, Any]:
    return {
        "id": telling.id,
        "why": telling.why,
        "dispatch": telling.dispatch,
        "lang": telling.lang,
        "agency": telling.agency,
        "sent": telling.sent,
        "title": telling.title,
        "url": telling.url,
        "rights": telling.rights,
        "record": telling.record.to_json(),
    }
