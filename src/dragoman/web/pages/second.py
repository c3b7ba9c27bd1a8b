"""Second readings: those that wait for a decision, and what editors decide on them; only then do records count."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Form, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import RedirectResponse

from dragoman.ledger import Ledger, readings
from dragoman.ledger.errors import Refused
from dragoman.report.second import difference
from dragoman.web import links
from dragoman.web.asking import LIMIT, Asked, Limit, Number, Short, reading
from dragoman.web.permits import Writer
from dragoman.web.problems import WRITING
from dragoman.web.shapes import SecondData
from dragoman.web.showing import show

router = APIRouter()

MOST = 500
"""Records that are accepted at once."""

Place = Annotated[int, Field(ge=1, le=2**31 - 1)]


class Wanted(Asked):
    """Where in the list, in the order in which they were kept."""

    after: Annotated[int, Query(ge=0, le=2**31 - 1, description="Only those with greater numbers")] = 0
    limit: Limit = LIMIT


class WaitingData(BaseModel):
    """A reading that differs from the coder's records, and how."""

    dispatch: int
    source: str
    difference: str
    reading: SecondData


class Waiting(BaseModel):
    """Second readings that wait for a decision; ``next`` is the address at which they go on."""

    readings: list[WaitingData]
    next: str | None


class Deciding(BaseModel):
    """Which records of a reading are taken in, counted from 1; none dismisses it."""

    model_config = ConfigDict(extra="forbid")

    records: Annotated[list[Place], Field(max_length=MOST)]
    why: Short | None = None


class Sent(BaseModel):
    """The same from a form of the dispatch's page."""

    verdict: Literal["accept", "dismiss", "undo"]
    records: Annotated[list[Place], Field(max_length=MOST)] = []
    why: Short = ""


@router.get("/second-readings.json", summary="Second readings that wait for a decision")
def data(request: Request, wanted: Annotated[Wanted, Query()]) -> Waiting:
    found, following = _waiting(request, wanted, "/second-readings.json")
    told = [
        WaitingData(dispatch=k.dispatch, source=k.source, difference=difference(k), reading=SecondData.of(k))
        for k in found
    ]
    return Waiting(readings=told, next=following)


@router.get("/second-readings", include_in_schema=False)
def page(request: Request, wanted: Annotated[Wanted, Query()]) -> Response:
    found, following = _waiting(request, wanted, "/second-readings")
    asked = links.asked("/second-readings.json", wanted.model_dump(exclude_defaults=True))
    return show("second.html", found=[(k, difference(k)) for k in found], following=following, data=asked)


@router.post("/second-readings/{number}.json", summary="Accept records, or none", responses=WRITING)
def decide(request: Request, user: Writer, number: Number, given: Deciding) -> SecondData:
    ledger: Ledger = request.app.state.ledger
    ledger.accept(number, [place - 1 for place in given.records], by=user.name, why=given.why)
    return _kept(request, number)


@router.delete("/second-readings/{number}.json", summary="Take a decision back", responses=WRITING)
def undecide(request: Request, user: Writer, number: Number) -> SecondData:
    ledger: Ledger = request.app.state.ledger
    ledger.undecide(number)
    return _kept(request, number)


@router.post("/second-readings/{number}", include_in_schema=False)
def decide_by_form(request: Request, user: Writer, number: Number, given: Annotated[Sent, Form()]) -> Response:
    ledger: Ledger = request.app.state.ledger
    accepted = [place - 1 for place in given.records] if given.verdict == "accept" else []
    if given.verdict == "undo":
        ledger.undecide(number)
    elif given.verdict == "accept" and not accepted:
        raise Refused("no record is marked: mark those that are to be accepted, or dismiss the reading")
    else:
        ledger.accept(number, accepted, by=user.name, why=given.why or None)
    with reading(request) as connection:
        dispatch = readings.reading(connection, number).dispatch
    return RedirectResponse(f"/dispatches/{dispatch}#second-{number}", 303)


def _waiting(request: Request, wanted: Wanted, path: str) -> tuple[list[readings.Kept], str | None]:
    """A stretch of the list, and the address at which it goes on."""
    with reading(request) as connection:
        found = readings.waiting(connection, wanted.after, wanted.limit + 1)
    shown = found[: wanted.limit]
    more = len(found) > wanted.limit
    asked = wanted.model_dump(exclude_defaults=True, exclude={"after"})
    return shown, links.asked(path, asked, after=shown[-1].id) if more else None


def _kept(request: Request, number: int) -> SecondData:
    with reading(request) as connection:
        return SecondData.of(readings.reading(connection, number))
