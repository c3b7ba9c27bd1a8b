"""A joint body: its names, sessions and what is told of it."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from dragoman.ledger import queries
from dragoman.web.asking import reading
from dragoman.web.shapes import BodyData
from dragoman.web.showing import show
from dragoman.web.timeline import entries, phrases

router = APIRouter()


@router.get("/bodies/{identity}.json", summary="One joint body with its sessions")
def data(request: Request, identity: str) -> BodyData:
    with reading(request) as connection:
        return BodyData.of(queries.body(connection, identity))


@router.get("/bodies/{identity}", include_in_schema=False)
def page(request: Request, identity: str) -> Response:
    with reading(request) as connection:
        found = queries.body(connection, identity)
        events = entries(connection, phrases(), found.events)
    return show("body.html", found=found, events=events, data=f"/bodies/{identity}.json")
