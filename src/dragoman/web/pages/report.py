"""The report on the work that two states did, to read, print and take along."""

from __future__ import annotations

from functools import partial
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from pydantic import AfterValidator, BeforeValidator, Field, TypeAdapter
from sqlalchemy import Connection

from dragoman.ledger.pairs import Pair
from dragoman.ledger.spans import iso, span
from dragoman.report.page import Page
from dragoman.report.registry import FORMATS, writer
from dragoman.report.told_work import page as told
from dragoman.report.wording import languages
from dragoman.report.work import work
from dragoman.web import asking, links, people
from dragoman.web.asking import Day, Name, Period, reading, today
from dragoman.web.keeping import MOST_LONG, kept
from dragoman.web.problems import described
from dragoman.web.showing import show

TYPES = {
    "md": "text/markdown; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
"""The formats of the report room, as browsers know them."""

router = APIRouter(prefix="/pairs/{name}")


def _written(value: str) -> str:
    if value not in languages():
        raise ValueError(f"no reports in {value[:40]!r}: give one of {' '.join(languages())}")
    return value


Language = Annotated[
    str,
    BeforeValidator(lambda value: value or "en"),
    AfterValidator(_written),
    Field(json_schema_extra={"enum": ["", *languages()]}),
]


class Wanted(Period):
    """The period, the day as of which things stand (else its last), and the language of the report."""

    on: Day = None
    lang: Language = "en"


def _report(request: Request, name: Name, wanted: Wanted) -> Page:
    pair = asking.pair(name)
    last = wanted.until or wanted.on or today()
    as_of = wanted.on or iso(span(last).last)
    with reading(request) as connection:
        make = partial(_made, connection, pair, wanted.since, last, as_of, wanted.lang)
        return kept(connection).get(("report", *make.args[1:]), people.stands(connection, pair), make, MOST_LONG)


def _made(connection: Connection, pair: Pair, since: str | None, last: str, as_of: str, lang: str) -> Page:
    known = people.of_states(connection, pair.codes)
    return told(work(connection, pair, since, last, as_of, known), lang)


@router.get("/report.json", summary="The report on the work done, in sections, sentences and notes")
def data(request: Request, name: Name, wanted: Annotated[Wanted, Query()]) -> dict[str, Any]:
    found: dict[str, Any] = TypeAdapter(Page).dump_python(_report(request, name, wanted), mode="json")
    return found


def _download(form: str) -> None:
    def file(request: Request, name: Name, wanted: Annotated[Wanted, Query()]) -> Response:
        body = writer(form)(_report(request, name, wanted))
        headers = {"Content-Disposition": f'attachment; filename="{name}-report.{form}"'}
        return Response(body, media_type=TYPES[form], headers=headers)

    router.get(
        f"/report.{form}",
        summary=f"The report as a file: {form}",
        response_class=Response,
        responses=described(TYPES[form]),
    )(file)


for _form in FORMATS:
    _download(_form)


@router.get("/report", include_in_schema=False)
def page(request: Request, name: Name, wanted: Annotated[Wanted, Query()]) -> Response:
    found = _report(request, name, wanted)
    pair = asking.pair(name)
    filters = wanted.model_dump(exclude_defaults=True)
    files = {form: links.asked(f"/pairs/{pair.one}-{pair.other}/report.{form}", filters) for form in (*FORMATS, "json")}
    cited: dict[int, int] = {}
    return show(
        "report.html",
        pair=pair,
        page=found,
        wanted=wanted,
        files=files,
        langs=languages(),
        cited=cited,
        data=files["json"],
    )
