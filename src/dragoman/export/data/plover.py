"""PLOVER 2.0 as JSON Lines: an event a line, with its parties as lists, never expanded to pairs.

After the chapter on JSON fields of the PLOVER manual (Political Language Ontology for Verifiable Event Records,
https://github.com/openeventdata/PLOVER). Fields that an event has nothing for are left out. Three things are our own:
``date_precision`` and the ``key`` of a person, and that ``text_info`` and ``cite_info`` are lists, for an event may be
told by several dispatches. The text of a dispatch is not given, only the words that carry the event.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from dragoman import __version__
from dragoman.export.data.columns import INTEGER, LIST, NUMBER, TEXT, Field
from dragoman.export.data.jsonl import OBJECT, OBJECTS
from dragoman.export.data.told import Telling, Told
from dragoman.ledger.pairs import names
from dragoman.ledger.spans import iso, span
from dragoman.model import Actor
from dragoman.plover.crosswalk import Plover
from dragoman.plover.parties import code, is_organisation, sector

CITY = 4
"""PLOVER's resolution of a place whose spot is known: these are cities."""

FIELDS = (
    Field("id", TEXT, "id of the event"),
    Field("date", TEXT, "first day on which it can have taken place, YYYY-MM-DD"),
    Field("enddate", TEXT, "its last day, where that is told"),
    Field(
        "date_precision", TEXT, "how fine the date is told: day, month, year; sent where the dispatch's day stands in"
    ),
    Field("actor", OBJECTS, "who acts; of meetings, documents and bodies all that take part"),
    Field("recipient", OBJECTS, "on whom: of a visit its host"),
    Field("actor.code, recipient.code", TEXT, "ISO 3166-1 alpha-3 of the state; KOS, IGO, UNO, EUR, NGO"),
    Field(
        "actor.sector, recipient.sector",
        TEXT,
        "GOV, MIL, LEG, JUD, BUS, UNK; a state as such and an organisation have none",
    ),
    Field("actor.entity_text, recipient.entity_text", TEXT, "name of the person, in its base form"),
    Field("actor.identifier_text, recipient.identifier_text", TEXT, "English name of the organisation"),
    Field("actor.office, recipient.office", TEXT, "office, of the codebook"),
    Field("actor.key, recipient.key", TEXT, "one for a person, however languages write the name"),
    Field("event", LIST, "event type, one"),
    Field("mode", LIST, "mode, where the type has one and the event tells it"),
    Field("context", LIST, "contexts, from the topics"),
    Field("quad_code", INTEGER, "1 verbal, 2 material co-operation; 3 verbal, 4 material conflict"),
    Field("event_scale", NUMBER, "from -10 (conflict) to +10 (co-operation)"),
    Field("event_loc", OBJECT, "where it took place"),
    Field("event_loc.resolved_place", TEXT, "English name of the place"),
    Field("event_loc.lat, event_loc.lon", NUMBER, "degrees north and east (GeoNames), where the spot is known"),
    Field("event_loc.country_code", TEXT, "ISO 3166-1 alpha-3 of the state in which it lies, where that is known"),
    Field("event_loc.resolution", INTEGER, "4: a city"),
    Field("event_text", LIST, "the words that carry it, quote by quote"),
    Field("link", TEXT, "id of the visit that it is a part of; a visit that has parts has its own"),
    Field("text_info", OBJECTS, "where each of event_text stands"),
    Field("text_info.sequence", INTEGER, "which of cite_info it stands in, from 0"),
    Field("text_info.start, text_info.end", INTEGER, "its place in the dispatch's text, in code points"),
    Field("cite_info", OBJECTS, "the dispatches, one for each record that was joined to the event"),
    Field("cite_info.citation", TEXT, "id of the dispatch, as its source gives it"),
    Field("cite_info.url, cite_info.title", TEXT, "where it stands, and its title"),
    Field("cite_info.language", TEXT, "its language, ISO 639-1"),
    Field("cite_info.publication", TEXT, "its agency"),
    Field("cite_info.copyright", TEXT, "what its source says of rights"),
    Field("coder", TEXT, "the software and its version"),
    Field("has_event", "boolean", "true"),
)


def write(told: Iterable[Told], out: BinaryIO) -> int:
    """Write a line for each event that PLOVER has a type for; how many there were."""
    count = 0
    for one in told:
        if one.plover:
            out.write(json.dumps(_event(one, one.plover), ensure_ascii=False).encode() + b"\n")
            count += 1
    return count


def _event(told: Told, plover: Plover) -> dict[str, Any]:
    event = told.event
    return _known(
        id=event.id,
        date=told.first,
        enddate=iso(span(event.end_date).last) if event.end_date else None,
        date_precision=told.precision,
        actor=[_entity(actor) for actor in plover.actor],
        recipient=[_entity(actor) for actor in plover.recipient] or None,
        event=[plover.type],
        mode=[plover.mode] if plover.mode else None,
        context=list(plover.contexts) or None,
        quad_code=plover.quad,
        event_scale=plover.score,
        event_loc=_place(told),
        event_text=[quote.quote for telling in told.tellings for quote in telling.record.evidence],
        link=event.parent or (event.id if told.parts else None),
        text_info=list(_quotes(told)),
        cite_info=[_source(telling) for telling in told.tellings],
        coder=f"dragoman {__version__}",
        has_event=True,
    )


def _known(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}


def _entity(actor: Actor) -> dict[str, Any]:
    return _known(
        code=code(actor.state),
        sector=sector(actor),
        entity_text=actor.name,
        identifier_text=names().get(actor.state or "") if is_organisation(actor.state) else None,
        office=actor.office,
        key=actor.key,
    )


def _place(told: Told) -> dict[str, Any] | None:
    if not told.event.place:
        return None
    spot = told.spot
    known = {"lat": spot[0], "lon": spot[1], "country_code": told.country, "resolution": CITY} if spot else {}
    return {"resolved_place": told.event.place, **known}


def _quotes(told: Told) -> Iterator[dict[str, int]]:
    for number, telling in enumerate(told.tellings):
        for quote in telling.record.evidence:
            yield {"sequence": number, "start": quote.start, "end": quote.end}


def _source(telling: Telling) -> dict[str, Any]:
    return _known(
        citation=telling.dispatch,
        url=telling.url,
        title=telling.title,
        language=telling.lang,
        publication=telling.agency,
        copyright=telling.rights,
    )
