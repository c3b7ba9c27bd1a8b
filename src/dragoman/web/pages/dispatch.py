"""A dispatch: the original with its evidence lit up in place, the records beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, Field

from dragoman.export.segments import Segment, lines
from dragoman.ledger import dispatches, readings
from dragoman.ledger.dispatches import Kept
from dragoman.report.second import decision, difference
from dragoman.web import asking
from dragoman.web.asking import Asked, Number, Text, reading
from dragoman.web.shapes import HeadingData, SecondData
from dragoman.web.showing import show

SIZE = 40_000
"""Characters of a text that a page shows at most."""

Leaf = list[list[Segment]]
"""The lines of one page of a text."""

router = APIRouter()


class Wanted(Asked):
    """The record whose words are to stand out, and which page of a long text; else that on which the words stand."""

    record: Text = None
    page: Annotated[int | None, Field(ge=1, description="Which page of a long text")] = None


class ToldData(BaseModel):
    """A record as the codebook has it, and the event that it was joined into."""

    id: str
    event: str | None
    record: dict[str, Any]


class DispatchFull(BaseModel):
    """A dispatch with its text and records; offsets count code points. ``sent`` is the time with its zone."""

    dispatch: HeadingData
    text: str
    superseded_by: int | None
    sent: str | None
    embargo: str | None
    rights: str | None
    byline: str | None
    records: list[ToldData]
    second: list[SecondData]


@router.get("/dispatches/{number}.json", summary="One dispatch with its text and the records coded from it")
def data(request: Request, number: Number) -> DispatchFull:
    with reading(request) as connection:
        found = dispatches.dispatch(connection, number)
        second = [SecondData.of(kept) for kept in readings.of_dispatch(connection, number)]
    told = [ToldData(id=row.id, event=row.event, record=row.record.to_json()) for row in found.told]
    heading = HeadingData.of(found.heading)
    return DispatchFull(
        dispatch=heading,
        text=found.text,
        superseded_by=found.superseded_by,
        sent=found.sent,
        embargo=found.embargo,
        rights=found.rights,
        byline=found.byline,
        records=told,
        second=second,
    )


@router.get("/dispatches/{number}", include_in_schema=False)
def page(request: Request, number: Number, wanted: Annotated[Wanted, Query()]) -> Response:
    with reading(request) as connection:
        found = dispatches.dispatch(connection, number)
        before, after = dispatches.beside(connection, found.heading)
        second = [(kept, difference(kept), decision(kept)) for kept in readings.of_dispatch(connection, number)]
    lit = _lit(found, wanted.record)
    leaves = paged(lines(found.text, found.records))
    cut = asking.cut(leaves, wanted.page or _leaf(leaves, lit), 1)
    told = {number for leaf in cut.shown for line in leaf for part in line for number in part.records}
    return show(
        "dispatch.html",
        found=found,
        cut=cut,
        lines=cut.shown[0],
        cards=[(number, one) for number, one in enumerate(found.told, 1) if number in told or cut.pages == 1],
        lit=lit,
        path=f"/dispatches/{number}",
        wanted=wanted.model_dump(include={"record"}),
        before=before,
        after=after,
        second=second,
        data=f"/dispatches/{number}.json",
    )


def _lit(found: Kept, record: str | None) -> int:
    """The number, from 1, of the record that is to stand out; 0 for none."""
    return next((number for number, told in enumerate(found.told, 1) if told.id == record), 0)


def _leaf(leaves: list[Leaf], lit: int) -> int:
    """The page, from 1, on which a record's words begin; the first for none."""
    lights = ({number for line in leaf for part in line for number in part.records} for leaf in leaves)
    return next((page for page, told in enumerate(lights, 1) if lit in told), 1)


def paged(text: Iterable[list[Segment]], size: int = SIZE) -> list[Leaf]:
    """The lines of a text on pages of so many characters at most: cut between lines, and within one only if need be."""
    leaves: list[Leaf] = [[]]
    held = 0
    for line in text:
        if held and held + line[-1].end - line[0].start > size:
            leaves.append([])
            held = 0
        leaves[-1].append([])
        for part in (piece for segment in line for piece in _pieces(segment, size)):
            if held and held + part.end - part.start > size:
                leaves.append([[]])
                held = 0
            leaves[-1][-1].append(part)
            held += part.end - part.start
    return leaves


def _pieces(segment: Segment, size: int) -> Iterator[Segment]:
    for start in range(segment.start, segment.end, size):
        yield segment._replace(start=start, end=min(start + size, segment.end))
