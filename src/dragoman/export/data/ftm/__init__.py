"""FollowTheMoney 4, the data model of Aleph and OpenSanctions, as JSON Lines: entities that `ftm` and its tools read.

Events, the dispatches that tell them (Article) with the words that do (Documentation), what each actor does in an event
(UnknownLink), and who acts: persons, states (PublicBody) and organisations, offices (Position) and who is told to hold
them (Occupancy). Ids are SHA-1 sums: of codes for states and offices, of state and key for persons, so that files made
on different days agree. Every value is a list of text, dates are as fine as told. Each entity stands in a file once:
those who act are held in memory until the end, with all spellings of their names; of dispatches and places, the ids.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from dragoman.export.data.columns import LIST, Field
from dragoman.export.data.ftm.actors import Actors
from dragoman.export.data.ftm.entities import Entity, country, entity, identity
from dragoman.export.data.sentences import sentence
from dragoman.export.data.told import Telling, Told
from dragoman.export.plain import one_line, visible
from dragoman.world import iso639

_MEANINGS = {
    "Event.name": "what it is and who takes part, in English",
    "Event.alias": "what dispatches call the document, body, meeting or exchange",
    "Event.recordId": "id of the event",
    "Event.keywords": "kind, type, act and status, then topics, of the codebook",
    "Event.startDate": "when, as fine as told",
    "Event.endDate": "the last day, where it is told",
    "Event.location": "English name of the place",
    "Event.addressEntity": "the Address, where its spot is known",
    "Event.country": "states that take part",
    "Event.organizer": "hosts",
    "Event.involved": "who else takes part",
    "Event.summary": "the words that carry it in the first dispatch",
    "Event.proof": "the dispatches that tell it",
    "Address.full": "English name of the place",
    "Address.city": "the same",
    "Address.latitude": "degrees north (GeoNames)",
    "Address.longitude": "degrees east",
    "Article.title": "title of the dispatch",
    "Article.publishedAt": "its day",
    "Article.publisher": "its agency",
    "Article.sourceUrl": "where it stands",
    "Article.language": "its language, ISO 639-3",
    "Documentation.document": "the dispatch",
    "Documentation.entity": "the event",
    "Documentation.role": "`evidence`",
    "Documentation.summary": "words of the dispatch that carry the event; control characters are written out",
    "Documentation.recordId": "id of the record that was coded from them",
    "Documentation.description": "why it was joined to the event",
    "Documentation.date": "day of the dispatch",
    "UnknownLink.subject": "who takes part; or an event that is a part of a visit",
    "UnknownLink.object": "the event; or the visit",
    "UnknownLink.role": "role, of the codebook; or `part of`",
    "UnknownLink.description": "the office, where nobody who holds it is named",
    "UnknownLink.startDate": "when, as fine as told",
    "UnknownLink.endDate": "the last day, where it is told",
    "Person.name": "all spellings, in any script",
    "Person.position": "offices told, in English",
    "Person.country": "the state acted for",
    "PublicBody.name": "English name of the state",
    "PublicBody.weakAlias": "its ISO 3166-1 alpha-3 code",
    "PublicBody.country": "its ISO 3166-1 alpha-2 code, as everywhere here",
    "PublicBody.topics": "`gov.national`",
    "Organization.name": "English name of the international organisation",
    "Organization.weakAlias": "its code, of the codebook",
    "Organization.topics": "`gov.igo`",
    "Position.name": "office and state, in English",
    "Position.organization": "the state or organisation",
    "Position.country": "the state",
    "Occupancy.holder": "the person",
    "Occupancy.post": "the office",
    "Occupancy.date": "days of the first and last dispatch that tells it",
    "Occupancy.proof": "that first dispatch",
}
FIELDS = tuple(Field(name, LIST, meaning) for name, meaning in _MEANINGS.items())


def write(told: Iterable[Told], out: BinaryIO) -> int:
    """Write events with their sources as they come, then all who act in them; the number of events."""
    actors = Actors()
    seen: set[str] = set()
    count = 0
    for one in told:
        for made in _of_event(one, actors):
            if made["id"] not in seen:
                _put(made, out)
            if made["schema"] in ("Article", "Address"):  # which several events have in common
                seen.add(made["id"])
        count += 1
    for made in actors.entities():
        _put(made, out)
    return count


def _put(made: Entity, out: BinaryIO) -> None:
    out.write(json.dumps(made, ensure_ascii=False).encode() + b"\n")


def _of_event(told: Told, actors: Actors) -> Iterator[Entity]:
    """An event, and all that belongs to it but those who act."""
    event = told.event
    own = identity("event", event.id)
    articles = [identity("dispatch", telling.agency, telling.dispatch) for telling in told.tellings]
    for article, telling in zip(articles, told.tellings, strict=True):
        actors.meet(telling, article)
    parts = [(actor, actors.of(actor)) for actor in event.actors]
    hosts = [who for actor, who in parts if actor.role == "host"]
    address = _address(told)
    yield entity(
        "Event",
        own,
        name=[sentence(told)],
        alias=[one_line(event.name or "")],
        recordId=[event.id],
        keywords=[event.kind, event.type, event.act, event.status, *event.topics],
        startDate=[event.date],
        endDate=[event.end_date],
        location=[event.place],
        addressEntity=[address["id"]] if address else [],
        country=map(country, event.states),
        organizer=hosts,
        involved=[who for _, who in parts if who not in hosts],
        summary=[one_line(told.tellings[0].quote)],
        proof=articles,
    )
    if address:
        yield address
    for article, telling in zip(articles, told.tellings, strict=True):
        yield from _source(own, article, telling)
    links = [(who, own, actor.role, actors.office(actor)) for actor, who in parts]
    if event.parent:
        links.append((own, identity("event", event.parent), "part of", None))
    for number, (subject, object, role, description) in enumerate(links):
        yield entity(
            "UnknownLink",
            identity("link", event.id, str(number)),
            subject=[subject],
            object=[object],
            role=[role],
            description=[description],
            startDate=[event.date],
            endDate=[event.end_date],
        )


def _address(told: Told) -> Entity | None:
    place, spot = told.event.place, told.spot
    if not place or not spot:
        return None
    latitude, longitude = map(str, spot)
    own = identity("address", place, latitude, longitude)
    return entity("Address", own, full=[place], city=[place], latitude=[latitude], longitude=[longitude])


def _source(event: str, article: str, telling: Telling) -> Iterator[Entity]:
    """A dispatch, and what it has to do with an event."""
    yield entity(
        "Article",
        article,
        title=[one_line(telling.title or telling.dispatch)],
        publishedAt=[telling.sent],
        publisher=[one_line(telling.agency or "")],
        sourceUrl=[telling.link],
        language=[iso639().get(telling.lang)],
    )
    yield entity(
        "Documentation",
        identity("record", telling.id),
        document=[article],
        entity=[event],
        role=["evidence"],
        summary=[visible(quote.quote) for quote in telling.record.evidence],
        recordId=[telling.id],
        description=[one_line(telling.why or "")],
        date=[telling.sent],
    )
