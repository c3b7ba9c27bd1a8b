"""What can be subscribed to: the calendar of a pair, and what is new of it; with the filters of its timeline."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from dragoman.report import calendar as calendars
from dragoman.web import asking, atom, links
from dragoman.web.asking import Name, reading
from dragoman.web.pages.pair import Filters, filtered
from dragoman.web.problems import described

router = APIRouter()


@router.get(
    "/pairs/{name}.ics",
    summary="The calendar of a pair: visits, meetings and sessions whose day is known",
    response_class=Response,
    responses=described(calendars.TYPE),
)
def calendar(request: Request, name: Name, wanted: Annotated[Filters, Query()]) -> Response:
    pair = asking.pair(name)
    base = _base(request)
    with reading(request) as connection:
        chosen = filtered(connection, pair, wanted)
        body = calendars.write(connection, pair, chosen, lambda event: f"{base}{links.event(event.id)}")
    return Response(body, media_type=calendars.TYPE)


@router.get(
    "/pairs/{name}.atom",
    summary=f"The {atom.MOST} events of a pair that came to be known last, as a feed",
    response_class=Response,
    responses=described(atom.TYPE),
)
def feed(request: Request, name: Name, wanted: Annotated[Filters, Query()]) -> Response:
    pair = asking.pair(name)
    at = links.asked(f"/pairs/{pair.one}-{pair.other}.atom", wanted.model_dump())
    with reading(request) as connection:
        body = atom.write(connection, pair, filtered(connection, pair, wanted), _base(request), at)
    return Response(body, media_type=atom.TYPE)


def _base(request: Request) -> str:
    """Where the pages are, for whoever reads elsewhere."""
    return str(request.base_url).rstrip("/")
