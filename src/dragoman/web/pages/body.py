"""A joint body: its names, sessions and what is told of it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from dragoman.ledger import ranked, tracked
from dragoman.ledger.queries import Filter
from dragoman.web import links
from dragoman.web.asking import LIMIT, After, Asked, Limit, place, reading
from dragoman.web.shapes import BodyData
from dragoman.web.showing import show
from dragoman.web.timeline import phrases, stretch

router = APIRouter()


class Wanted(Asked):
    """Where in the list of events."""

    after: After = None
    limit: Limit = LIMIT


@router.get("/bodies/{identity}.json", summary="One joint body with its sessions")
def data(request: Request, identity: str) -> BodyData:
    with reading(request) as connection:
        return BodyData.of(tracked.body(connection, identity))


@router.get("/bodies/{identity}", include_in_schema=False)
def page(request: Request, identity: str, wanted: Annotated[Wanted, Query()]) -> Response:
    with reading(request) as connection:
        found = ranked.body(connection, identity)
        events, more = stretch(connection, phrases(), Filter(body=identity), wanted.limit, place(wanted.after))
    filters = wanted.model_dump(exclude_defaults=True)
    following = links.asked(f"/bodies/{identity}", filters, after=more) if more else None
    return show("body.html", found=found, events=events, following=following, data=f"/bodies/{identity}.json")
