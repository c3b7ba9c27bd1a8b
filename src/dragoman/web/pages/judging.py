"""Judgements: entered by editors, listed, and undone; each carries who made it."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Form, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import Connection
from starlette.responses import RedirectResponse

from dragoman.ledger import Ledger, judged, queries
from dragoman.ledger.judged import Judgement
from dragoman.ledger.judgements import OF_TWO
from dragoman.web import links
from dragoman.web.asking import LIMIT, Asked, Limit, Number, Short, Words, reading
from dragoman.web.permits import Writer
from dragoman.web.problems import WRITING
from dragoman.web.shapes import JudgementData
from dragoman.web.showing import show

router = APIRouter()

MOST = 200
"""Records that are judged at once."""


class Wanted(Asked):
    """Where in the list, the latest first."""

    before: Annotated[int | None, Query(ge=1, le=2**31 - 1, description="Only those with smaller numbers")] = None
    limit: Limit = LIMIT


class Judging(BaseModel):
    """What is judged: ``same`` and ``different`` of two records, ``correct`` and ``wrong`` of each that is given."""

    model_config = ConfigDict(extra="forbid")

    verdict: Literal["same", "different", "correct", "wrong"]
    records: Annotated[list[Words], Field(min_length=1, max_length=MOST)]
    why: Short | None = None
    slot: str | None = None
    value: Short | None = None


class Sent(BaseModel):
    """The same from a form of an event's page: ``record`` with ``beside``, another one or another event's address."""

    verdict: Literal["same", "different", "correct", "wrong"]
    event: Words
    record: Words
    beside: Words = ""
    everywhere: bool = False
    why: Short = ""
    slot: str = ""
    value: Short = ""


class Judgements(BaseModel):
    """Judgements; ``next`` is the address at which they go on."""

    judgements: list[JudgementData]
    next: str | None


class Entered(BaseModel):
    """The numbers of the judgements, by which they can be undone."""

    judgements: list[int]


@router.get("/judgements.json", summary="What people have judged, the latest first")
def data(request: Request, wanted: Annotated[Wanted, Query()]) -> Judgements:
    found, more = _listed(request, wanted)
    following = links.asked("/judgements.json", wanted.model_dump(exclude_defaults=True), before=more) if more else None
    return Judgements(judgements=[JudgementData.of(row) for row in found], next=following)


@router.get("/judgements", include_in_schema=False)
def page(request: Request, wanted: Annotated[Wanted, Query()]) -> Response:
    found, more = _listed(request, wanted)
    filters = wanted.model_dump(exclude_defaults=True)
    following = links.asked("/judgements", filters, before=more) if more else None
    return show("judgements.html", found=found, following=following, data=links.asked("/judgements.json", filters))


@router.post("/judgements.json", status_code=201, summary="Judge records", responses=WRITING)
def judge(request: Request, user: Writer, given: Judging) -> Entered:
    ledger: Ledger = request.app.state.ledger
    numbers = ledger.judge(
        given.verdict, given.records, by=user.name, why=given.why, slot=given.slot, value=given.value
    )
    return Entered(judgements=numbers)


@router.delete("/judgements/{number}.json", summary="Undo a judgement; it stays on file as undone", responses=WRITING)
def undo(request: Request, user: Writer, number: Number) -> JudgementData:
    ledger: Ledger = request.app.state.ledger
    ledger.undo(number, by=user.name)
    with reading(request) as connection:
        return JudgementData.of(judged.judgement(connection, number))


@router.post("/judgements", include_in_schema=False)
def judge_by_form(request: Request, user: Writer, given: Annotated[Sent, Form()]) -> Response:
    ledger: Ledger = request.app.state.ledger
    with reading(request) as connection:
        records = _records(connection, given)
    what: dict[str, Any] = {"slot": given.slot, "value": given.value} if given.verdict == "correct" else {}
    numbers = ledger.judge(given.verdict, records, by=user.name, why=given.why or None, **what)
    return RedirectResponse(_onward(request, given.event, numbers), 303)


@router.post("/judgements/{number}/undo", include_in_schema=False)
def undo_by_form(request: Request, user: Writer, number: Number, event: Annotated[Words, Form()] = "") -> Response:
    ledger: Ledger = request.app.state.ledger
    ledger.undo(number, by=user.name)
    return RedirectResponse(_onward(request, event, [number]) if event else "/judgements", 303)


def _listed(request: Request, wanted: Wanted) -> tuple[list[Judgement], int | None]:
    """A stretch of the list, and the number at which it goes on."""
    with reading(request) as connection:
        found = judged.judgements(connection, wanted.limit + 1, wanted.before)
    shown = found[: wanted.limit]
    return shown, shown[-1].id if len(found) > wanted.limit else None


def _records(connection: Connection, given: Sent) -> list[str]:
    """The records that a form means."""
    if given.verdict in OF_TWO:
        other = links.event_in(given.beside)
        return [given.record, _told_by(connection, other)[0] if other else given.beside]
    return _told_by(connection, given.event) if given.everywhere else [given.record]


def _told_by(connection: Connection, identity: str) -> list[str]:
    """The records of an event."""
    event = queries.event(connection, identity)
    return [account.record for account in queries.accounts(connection, [event.id])[event.id]]


def _onward(request: Request, event: str, numbers: list[int]) -> str:
    """Where to go on: the event, if there is one still, with what was judged just now; else the list."""
    with reading(request) as connection:
        here = event if queries.by_ids(connection, [event]) else judged.event_of(connection, numbers[0])
    told = ",".join(map(str, numbers[:MOST]))
    return links.asked(links.event(here), {"judged": told}) + "#judged" if here else "/judgements"
