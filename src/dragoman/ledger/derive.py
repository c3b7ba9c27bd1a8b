"""From the claims of a unit to the rows of its derived tables. Pure: the same claims and rulings, the same rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from dragoman.ledger import namings, tables
from dragoman.ledger.claims import Claim
from dragoman.ledger.commitments import commitments
from dragoman.ledger.events import Event, join
from dragoman.ledger.parts import parents
from dragoman.ledger.people import People
from dragoman.ledger.registers import STAGES, Row, Thing, bodies, documents, steps
from dragoman.ledger.rulings import Rulings
from dragoman.ledger.spans import TOOK_PLACE
from dragoman.ledger.summary import Summary, differences, summary

Rows = dict[str, list[dict[str, Any]]]
"""Rows by the name of their table."""


def derive(unit: str, claims: Sequence[Claim], rulings: Rulings) -> Rows:
    """The rows of every derived table for one unit, in a fixed order."""
    rows: Rows = {table.name: [] for table in tables.DERIVED}
    people = People(claims)
    events = [(event, summary(event, people)) for event in join(claims, rulings)]
    over = parents(events)
    for number, (event, about) in enumerate(events):
        _add_event(rows, unit, event, about, over.get(number))
    its_bodies, its_documents = bodies(events), documents(events)
    for thing in its_bodies:
        _add_body(rows, unit, thing)
    for thing in its_documents:
        _add_document(rows, unit, thing)
    _add_levels(rows, unit, events)
    rows["named"] += [{"unit": unit, "n": n, **row} for n, row in enumerate(map(namings.row, namings.of(claims)))]
    for made in commitments(events, its_bodies, its_documents):
        rows["commitment"].append(
            {
                "id": made.id,
                "unit": unit,
                "kind": made.event.kind,
                "state": made.state,
                "due_first": made.due.first if made.due else None,
                "due_last": made.due.last if made.due else None,
                "made": made.steps[0].day,
                "event_id": made.event.id,
            }
        )
        rows["commitment_step"] += [
            {
                "commitment_id": made.id,
                "n": n,
                "step": step.step,
                "day": step.day,
                "rule": step.rule,
                "event_id": step.event.id,
                "record_id": step.claim.id,
            }
            for n, step in enumerate(made.steps)
        ]
    return rows


def _add_event(rows: Rows, unit: str, event: Event, about: Summary, over: tuple[Event, str] | None) -> None:
    rows["event"].append(
        {
            "id": event.id,
            "unit": unit,
            "kind": event.kind,
            "type": about.type,
            "act": event.act,
            "status": about.status,
            "date": about.date,
            "end_date": about.end_date,
            "place": about.place,
            "name": about.name,
            "first_day": about.days.first,
            "last_day": about.days.last,
            "sources": len(event.dispatches),
            "parent_id": over[0].id if over else None,
            "parent_why": over[1] if over else None,
        }
    )
    rows["event_record"] += [
        {"record_id": claim.id, "event_id": event.id, "why": why}
        for claim, why in zip(event.claims, event.why, strict=True)
    ]
    rows["event_actor"] += [
        {
            "event_id": event.id,
            "n": n,
            "role": a.role,
            "name": a.name,
            "office": a.office,
            "state": a.state,
            "key": a.key,
        }
        for n, a in enumerate(about.actors)
    ]
    rows["event_topic"] += [{"event_id": event.id, "topic": topic} for topic in about.topics]
    rows["difference"] += [
        {"event_id": event.id, "slot": slot, "record_id": claim.id, "value": value}
        for slot, claim, value in differences(event)
    ]


def _add_body(rows: Rows, unit: str, body: Thing) -> None:
    identity = f"b{body.id}"
    rows["body"].append({"id": identity, "unit": unit, "type": body.type, "name": body.name})
    session = 0
    for event, about in body.rows:
        met = event.act == "meet" and about.status in TOOK_PLACE
        session += met
        rows["body_event"].append({"event_id": event.id, "body_id": identity, "session": session if met else None})


def _add_document(rows: Rows, unit: str, document: Thing) -> None:
    identity = f"d{document.id}"
    life = steps(document)
    stage = life[-1].stage if life else STAGES[0]
    rows["document"].append(
        {"id": identity, "unit": unit, "type": document.type, "name": document.name, "stage": stage}
    )
    rows["document_step"] += [
        {
            "document_id": identity,
            "n": n,
            "stage": step.stage,
            "date": step.date,
            "event_id": step.event.id,
            "record_id": step.claim.id,
        }
        for n, step in enumerate(life)
    ]


def _add_levels(rows: Rows, unit: str, events: Iterable[Row]) -> None:
    rows["level"] += [
        {
            "event_id": event.id,
            "unit": unit,
            "level": about.type,
            "status": about.status,
            "first_day": about.days.first,
            "last_day": about.days.last,
        }
        for event, about in events
        if event.kind == "relation"
    ]
