"""JSON-LD, read back as RDF."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from rdflib import RDF, Graph, Literal, URIRef, namespace

from dragoman.export.data.jsonld import FIELDS
from dragoman.export.data.told import Told
from dragoman.ledger.pairs import Pair
from dragoman.model import Actor

From = Callable[..., Iterator[Told]]
Written = Callable[..., Any]

VISIT = {"pair": Pair("AZE", "KAZ"), "since": "2023-04-10", "until": "2023-04-11"}


@pytest.fixture
def graph(written: Written, monkeypatch: pytest.MonkeyPatch) -> Callable[[Iterator[Told]], Graph]:
    """What a reader without a network has of it."""

    def refuse(*to: object) -> None:
        raise OSError("no network here")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    return lambda told: Graph().parse(data=written("jsonld", told), format="json-ld")


def values(graph: Graph, subject: Any, *path: URIRef) -> set[str]:
    """What a way through the graph comes to."""
    found = {subject}
    for step in path:
        found = {value for one in found for value in graph.objects(one, step)}
    return {str(value) for value in found}


def test_a_visit(from_ledger: From, graph: Callable[..., Graph]) -> None:
    told = list(from_ledger(**VISIT))
    read = graph(iter(told))
    (visit,) = (one for one in told if one.event.kind == "visit")
    (node,) = read.subjects(namespace.SDO.identifier, Literal(visit.event.id))
    assert values(read, node, RDF.type) == {str(namespace.SDO.Event)}
    assert values(read, node, namespace.SDO.startDate) == {"2023-04-10"}
    assert values(read, node, namespace.SDO.eventStatus) == {str(namespace.SDO.EventScheduled)}
    assert values(read, node, namespace.SDO.attendee, namespace.SDO.name) == {"Ilham Aliyev"}
    assert values(read, node, namespace.SDO.attendee, namespace.SDO.jobTitle) == {"head of state"}
    assert values(read, node, namespace.SDO.attendee, namespace.SDO.worksFor, namespace.SDO.identifier) == {"AZE"}
    assert values(read, node, namespace.SDO.organizer, namespace.SDO.worksFor, namespace.SDO.name) == {"Kazakhstan"}
    assert values(read, node, namespace.SDO.location, namespace.SDO.name) == {"Astana"}
    assert [
        float(*values(read, node, namespace.SDO.location, namespace.SDO.geo, at))
        for at in (namespace.SDO.latitude, namespace.SDO.longitude)
    ] == [
        51.18,
        71.45,
    ]
    assert values(read, node, namespace.SDO.subjectOf, namespace.SDO.inLanguage) == {
        telling.lang for telling in visit.tellings
    }
    parts = {
        str(*values(read, part, namespace.SDO.identifier)) for part in read.subjects(namespace.SDO.superEvent, node)
    }
    assert parts == {one.event.id for one in told if one.event.parent == visit.event.id} != set()


def test_each_quote_is_of_its_dispatch_and_about_its_event(from_ledger: From, graph: Callable[..., Graph]) -> None:
    told = list(from_ledger(since="2023-04-01", until="2023-06"))
    read = graph(iter(told))
    kept = {
        (
            str(*values(read, article, namespace.SDO.identifier)),
            *values(read, quote, namespace.SDO.about, namespace.SDO.identifier),
            str(text),
        )
        for article, quote in read.subject_objects(namespace.SDO.hasPart)
        for text in read.objects(quote, namespace.SDO.text)
    }
    assert kept == {
        (telling.dispatch, one.event.id, quote.quote)
        for one in told
        for telling in one.tellings
        for quote in telling.record.evidence
    }


def test_a_person_is_one_however_languages_write_the_name(from_codings: From, graph: Callable[..., Graph]) -> None:
    read = graph(from_codings(pair=Pair("AZE", "KAZ")))
    (node,) = set(read.subjects(namespace.SDO.name, Literal("Ilham Aliyev")))
    assert {"Ilham Aliyev", "Ильхам Алиев"} < values(read, node, namespace.SDO.name)
    assert str(node).startswith("urn:uuid:")


def test_all_terms_are_those_of_schema_org(from_codings: From, graph: Callable[..., Graph]) -> None:
    read = graph(from_codings())
    own = str(namespace.SDO)
    terms = {str(term) for triple in read for term in triple if isinstance(term, URIRef)}
    named = {term.removeprefix(own) for term in terms if term.startswith(own)}
    assert len(named) > 25
    assert [term for term in sorted(named) if term not in namespace.SDO] == []
    assert all(term.startswith(("urn:uuid:", own, str(RDF))) for term in terms)


@pytest.mark.parametrize(
    ("status", "terms"),
    [("proposed", set()), ("cancelled", {namespace.SDO.EventCancelled}), ("planned", {namespace.SDO.EventScheduled})],
)
def test_how_far_events_have_come(
    status: str, terms: set[URIRef], from_codings: From, graph: Callable[..., Graph]
) -> None:
    told = [one for one in from_codings() if one.event.status == status]
    assert told
    assert set(graph(iter(told)).objects(None, namespace.SDO.eventStatus)) == terms


def names(node: Any, types: str | None = None) -> Iterator[str]:
    """``Type.property`` of all nodes."""
    if isinstance(node, list):
        for one in node:
            yield from names(one)
    elif isinstance(node, dict):
        given = node.get("@type")
        type = {"SportsEvent": "Event"}.get(given, given) if isinstance(given, str) else given and given[0]
        for key, value in node.items():
            if type and key != "@type":
                yield f"{type}.{key}"
            yield from names(value)


def test_fields(from_codings: From, written: Written) -> None:
    given = [replace(one, tellings=(replace(one.tellings[0], url="https://example.org/"),)) for one in from_codings()]
    guests = (Actor("guest", None, "delegation", "KAZ"),)
    part = replace(given[0], event=replace(given[0].event, parent="x", actors=guests))
    found = set(names(json.loads(written("jsonld", iter([*given, part])))["@graph"]))
    assert found == {field.name for field in FIELDS}
