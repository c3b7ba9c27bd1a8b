"""Try it: a dispatch is pasted and seen coded; nothing of it is stored."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl

from fastapi import APIRouter, HTTPException, Request, Response
from pydantic import BaseModel, ConfigDict
from starlette.concurrency import run_in_threadpool

from dragoman.coder import Coder, languages
from dragoman.export.segments import lines
from dragoman.intake.fields import MAX_CHARS, checked, too_long
from dragoman.model import Coding, Dispatch, DispatchError
from dragoman.report.wording import wording
from dragoman.web.showing import LANG, show

_FIELDS = 8
"""Fields that a form may have."""

router = APIRouter()
_coder = Coder()


class Pasted(BaseModel):
    """A dispatch to be coded; language and day are read from the text where they are not given."""

    model_config = ConfigDict(extra="forbid")

    text: str
    lang: str | None = None
    date: str | None = None


def _code(pasted: Pasted) -> Coding:
    if len(pasted.text) > MAX_CHARS:
        raise HTTPException(413, f"The text has {too_long(len(pasted.text))}.")
    text = pasted.text.replace("\r\n", "\n")
    return _coder.code(checked(Dispatch(text, "pasted", pasted.lang or None, pasted.date or None)))


@router.post("/try.json", summary="Code a dispatch; nothing is stored")
def data(pasted: Pasted) -> dict[str, Any]:
    return _code(pasted).to_json()


@router.get("/try", include_in_schema=False)
def page() -> Response:
    return _shown(Pasted(text=""))


@router.post("/try", include_in_schema=False)
async def coded(request: Request) -> Response:
    pasted = _form(await request.body())
    return await run_in_threadpool(_answer, pasted)


def _answer(pasted: Pasted) -> Response:
    """The page with the coding, or with what is wrong, the text kept to be mended."""
    try:
        return _shown(pasted, _code(pasted))
    except DispatchError as error:
        return _shown(pasted, problem=str(error), status=422)
    except HTTPException as error:
        return _shown(Pasted(text=""), problem=str(error.detail).removesuffix("."), status=error.status_code)


def _languages() -> list[tuple[str, str]]:
    """The languages that dispatches may be in, with their names."""
    return [(code, wording(LANG).label("languages", code)) for code in languages()]


def _form(body: bytes) -> Pasted:
    try:
        given = dict(parse_qsl(body.decode("utf-8"), max_num_fields=_FIELDS, errors="strict"))
    except ValueError:
        raise HTTPException(422, "That is no form in UTF-8.") from None
    return Pasted(text=given.get("text", ""), lang=given.get("lang"), date=given.get("date"))


def _shown(pasted: Pasted, coding: Coding | None = None, problem: str = "", status: int = 200) -> Response:
    cut = list(lines(coding.dispatch.text, coding.records)) if coding else []
    return show(
        "try.html",
        status,
        pasted=pasted,
        coding=coding,
        lines=cut,
        lit=0,
        problem=problem,
        langs=_languages(),
        data=None,
    )
