"""A dispatch: the original with its evidence lit up in place, the records beside it."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request, Response
from pydantic import BaseModel

from dragoman.export.segments import lines
from dragoman.ledger import dispatches
from dragoman.ledger.dispatches import Kept
from dragoman.web.asking import Asked, Text, reading
from dragoman.web.shapes import HeadingData
from dragoman.web.showing import show

router = APIRouter()

Number = Annotated[int, Path(ge=1, le=2**31 - 1)]


class Wanted(Asked):
    """The record whose words are to stand out."""

    record: Text = None


class ToldData(BaseModel):
    """A record as the codebook has it, and the event that it was joined into."""

    id: str
    event: str | None
    record: dict[str, Any]


class DispatchFull(BaseModel):
    """A dispatch with its text and records; offsets count code points."""

    dispatch: HeadingData
    text: str
    superseded_by: int | None
    records: list[ToldData]


@router.get("/dispatches/{number}.json", summary="One dispatch with its text and the records coded from it")
def data(request: Request, number: Number) -> DispatchFull:
    with reading(request) as connection:
        found = dispatches.dispatch(connection, number)
    told = [ToldData(id=row.id, event=row.event, record=row.record.to_json()) for row in found.told]
    heading = HeadingData.of(found.heading)
    return DispatchFull(dispatch=heading, text=found.text, superseded_by=found.superseded_by, records=told)


@router.get("/dispatches/{number}", include_in_schema=False)
def page(request: Request, number: Number, wanted: Annotated[Wanted, Query()]) -> Response:
    with reading(request) as connection:
        found = dispatches.dispatch(connection, number)
        before, after = dispatches.beside(connection, found.heading)
    return show(
        "dispatch.html",
        found=found,
        lines=list(lines(found.text, found.records)),
        lit=_lit(found, wanted.record),
        before=before,
        after=after,
        data=f"/dispatches/{number}.json",
    )


def _lit(found: Kept, record: str | None) -> int:
    """The number, from 1, of the record that is to stand out; 0 for none."""
    return next((number for number, told in enumerate(found.told, 1) if told.id == record), 0)
