"""The chart of a pair: nothing but data, which the pair's page draws."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Annotated

from fastapi import APIRouter, Query, Request
from sqlalchemy import Connection

from dragoman.ledger import changes, marks
from dragoman.ledger.pairs import Pair
from dragoman.ledger.queries import Filter
from dragoman.ledger.spans import TOOK_PLACE
from dragoman.web import asking, chart
from dragoman.web.asking import Day, Name, reading, today
from dragoman.web.chart import ChartData
from dragoman.web.keeping import MOST_LONG, kept, token
from dragoman.web.pages.pair import Filters, filtered

router = APIRouter()


class Wanted(Filters):
    """Filters, and the day as of which something is overdue."""

    on: Day = None


@router.get("/pairs/{name}/chart.json", summary="What the chart of a pair draws, filtered, in compact rows")
def data(request: Request, name: Name, wanted: Annotated[Wanted, Query()]) -> ChartData:
    pair = asking.pair(name)
    on = wanted.on or today()
    with reading(request) as connection:
        filters = filtered(connection, pair, wanted)
        make = partial(_drawn, connection, pair, filters, on)
        return kept(connection).get(
            ("chart", filters, on, chart.CAP), token(connection, changes.of_pair, pair), make, MOST_LONG
        )


def _drawn(connection: Connection, pair: Pair, filters: Filter, on: str) -> ChartData:
    shown, total = marks.marks(connection, filters, chart.CAP)
    levels, _ = marks.marks(connection, replace(filters, kinds=("relation",), topic=None, person=None, place=None))
    due, topics = marks.due(connection, filters), marks.topics(connection, filters)
    told = [level for level in levels if level.status in TOOK_PLACE]
    return chart.chart(pair.unit, shown, total, told, due, topics, on)
