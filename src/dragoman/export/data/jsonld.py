"""JSON-LD 1.1 in the terms of schema.org: events with who takes part, where, and the dispatches that tell them.

The context has nothing but schema.org as the vocabulary, so that it is read without a network. What is the same has
the same ``@id`` (a URN of RFC 9562) wherever it is told: events, persons, states, dispatches; readers of RDF join them.
Days are as fine as told (ISO 8601). schema.org has no roles of diplomacy: who receives a visit is its organizer, who
speaks, sends or acts a performer, who is addressed or acted on what it is about, and everybody else attends.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, BinaryIO
from uuid import UUID, uuid5

from dragoman.export.data import array
from dragoman.export.data.columns import LIST, NUMBER, TEXT, Field
from dragoman.export.data.jsonl import OBJECT, OBJECTS
from dragoman.export.data.sentences import LANG, sentence
from dragoman.export.data.told import Telling, Told
from dragoman.export.plain import one_line
from dragoman.model import Actor
from dragoman.plover.parties import IGO, is_organisation
from dragoman.report.naming import state
from dragoman.report.wording import wording

IRI = "IRI"

FIELDS = (
    Field("Event.@id", IRI, "of the event; SportsEvent in place of Event where it is one"),
    Field("Event.identifier", TEXT, "id of the event"),
    Field("Event.name", TEXT, "what it is and who takes part, in English"),
    Field("Event.alternateName", TEXT, "what dispatches call it, where it is no document or body"),
    Field("Event.additionalType", LIST, "kind, then type and act where they are told, of the codebook"),
    Field("Event.keywords", LIST, "topics, of the codebook"),
    Field("Event.startDate", TEXT, "when, as fine as told"),
    Field("Event.endDate", TEXT, "the last day, where it is told"),
    Field("Event.eventStatus", IRI, "EventScheduled of what is planned or took place, or EventCancelled"),
    Field("Event.eventAttendanceMode", IRI, "OnlineEventAttendanceMode of calls and video links"),
    Field("Event.location", OBJECT, "the Place"),
    Field("Event.organizer", OBJECTS, "hosts"),
    Field("Event.performer", OBJECTS, "who speaks, reports, sends or acts"),
    Field("Event.attendee", OBJECTS, "who else takes part"),
    Field("Event.about", OBJECTS, "who is addressed or acted on; the document (CreativeWork) or body (Organization)"),
    Field("Event.superEvent", OBJECT, "the visit that it is a part of, by `@id`"),
    Field("Event.subjectOf", OBJECTS, "the dispatches that tell it"),
    Field("Place.name", TEXT, "English name"),
    Field("Place.geo", OBJECT, "GeoCoordinates"),
    Field("GeoCoordinates.latitude", NUMBER, "degrees north (GeoNames)"),
    Field("GeoCoordinates.longitude", NUMBER, "degrees east"),
    Field("Person.@id", IRI, "of a person of a state, however languages write the name; none where no name is told"),
    Field("Person.name", TEXT, "as the first dispatch writes it"),
    Field("Person.jobTitle", TEXT, "the office, in English"),
    Field("Person.worksFor", OBJECT, "the state or organisation acted for"),
    Field("Country.@id", IRI, "of a state, which is a GovernmentOrganization, too"),
    Field("Country.identifier", TEXT, "ISO 3166-1 alpha-3"),
    Field("Country.name", TEXT, "English name"),
    Field("Organization.@id", IRI, "of an international organisation"),
    Field("Organization.identifier", TEXT, "its code, of the codebook"),
    Field("Organization.name", TEXT, "English name; that of a body as dispatches tell it"),
    Field("Organization.additionalType", TEXT, "type of a body, of the codebook"),
    Field("Organization.parentOrganization", OBJECT, "whose delegation it is"),
    Field("CreativeWork.name", TEXT, "name of a document as dispatches tell it"),
    Field("CreativeWork.additionalType", TEXT, "type of a document, of the codebook"),
    Field("NewsArticle.@id", IRI, "of the dispatch"),
    Field("NewsArticle.identifier", TEXT, "its id, as its source gives it"),
    Field("NewsArticle.headline", TEXT, "its title"),
    Field("NewsArticle.datePublished", TEXT, "its day"),
    Field("NewsArticle.inLanguage", TEXT, "its language, BCP 47"),
    Field("NewsArticle.url", TEXT, "where it stands"),
    Field("NewsArticle.publisher", OBJECT, "its agency"),
    Field("NewsArticle.hasPart", OBJECTS, "the words that carry the event"),
    Field("NewsMediaOrganization.name", TEXT, "the agency"),
    Field("Quotation.text", TEXT, "words of the dispatch"),
    Field("Quotation.about", OBJECT, "the event that they carry, by `@id`"),
)

_OURS = UUID("5d9f6a0e-3c1b-4b8e-8f5a-64726167006d")  # any that is ours alone
_CONTEXT = '{"@context": {"@vocab": "https://schema.org/"}, "@graph": '
_STATUS = {"proposed": None, "cancelled": "EventCancelled"}
_ROLES = {
    "organizer": ("host",),
    "performer": ("speaker", "reporter", "sender", "source"),
    "about": ("target", "recipient", "audience", "receiver"),
}
_PROPERTIES = {role: name for name, roles in _ROLES.items() for role in roles}

Node = dict[str, Any]


def write(told: Iterable[Told], out: BinaryIO) -> int:
    """Write the events one by one; their number."""
    return array.write(out, _CONTEXT, map(_event, told), "}")


def _event(told: Told) -> Node:
    event = told.event
    status = _STATUS.get(event.status, "EventScheduled")
    is_online = event.type in ("phone", "video")
    about = _thing(told)
    return _node(
        "SportsEvent" if event.type == "sport" else "Event",
        _id("event", event.id),
        identifier=event.id,
        name=sentence(told),
        alternateName=one_line(event.name) if event.name and not about else None,
        additionalType=[event.kind, *(part for part in (event.type, event.act) if part and part != "unspecified")],
        keywords=list(event.topics),
        startDate=event.date,
        endDate=event.end_date,
        eventStatus=_term(status) if status else None,
        eventAttendanceMode=_term("OnlineEventAttendanceMode") if is_online else None,
        location=_place(told),
        **{name: _part(told, name) for name in ("organizer", "performer", "attendee")},
        about=[*about, *_part(told, "about")],
        superEvent={"@id": _id("event", event.parent)} if event.parent else None,
        subjectOf=[_article(telling, event.id) for telling in told.tellings],
    )


def _node(type: str | list[str], identity: str | None = None, **properties: Any) -> Node:
    """A node with what is known of it."""
    known = {name: value for name, value in properties.items() if value not in (None, "", [])}
    return {"@type": type, **({"@id": identity} if identity else {}), **known}


def _id(*parts: str | None) -> str:
    return f"urn:uuid:{uuid5(_OURS, chr(0).join(part or '' for part in parts))}"


def _term(name: str) -> Node:
    return {"@id": f"https://schema.org/{name}"}


def _thing(told: Told) -> list[Node]:
    """The document or body that an event is about."""
    event = told.event
    type = {"document": "CreativeWork", "body": "Organization"}.get(event.kind)
    if type is None:
        return []
    additional = event.type if event.type != "unspecified" else None
    return [_node(type, name=one_line(event.name or ""), additionalType=additional)]


def _place(told: Told) -> Node | None:
    if not told.event.place:
        return None
    spot = told.spot
    geo = _node("GeoCoordinates", latitude=spot[0], longitude=spot[1]) if spot else None
    return _node("Place", name=told.event.place, geo=geo)


def _part(told: Told, name: str) -> list[Node]:
    """Those of an event whose roles a property of schema.org stands for."""
    return [_actor(actor) for actor in told.event.actors if _PROPERTIES.get(actor.role, "attendee") == name]


def _actor(actor: Actor) -> Node:
    of = _state(actor.state) if actor.state else None
    if not actor.name and not actor.office and of:
        return of
    office = wording(LANG).label("offices", actor.office) if actor.office else None
    if actor.office == "delegation" and not actor.name:
        return _node("Organization", name=office, parentOrganization=of)
    identity = _id("person", actor.state, actor.key or actor.name) if actor.name else None
    return _node("Person", identity, name=one_line(actor.name or ""), jobTitle=office, worksFor=of)


def _state(code: str) -> Node:
    """A state or organisation; one whose name is not told is a thing of its own wherever it is met."""
    identity = None if code == IGO else _id("state", code)
    type: str | list[str] = "Organization" if is_organisation(code) else ["Country", "GovernmentOrganization"]
    return _node(type, identity, identifier=code, name=state(code, LANG))


def _article(telling: Telling, event: str) -> Node:
    about = {"@id": _id("event", event)}
    return _node(
        "NewsArticle",
        _id("dispatch", telling.agency, telling.dispatch),
        identifier=telling.dispatch,
        headline=one_line(telling.title or ""),
        datePublished=telling.sent,
        inLanguage=telling.lang,
        url=telling.link,
        publisher=_node("NewsMediaOrganization", name=one_line(telling.agency)) if telling.agency else None,
        hasPart=[_node("Quotation", text=quote.quote, about=about) for quote in telling.record.evidence],
    )
