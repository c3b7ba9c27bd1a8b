"""Try it: a dispatch is pasted and seen coded. Nothing of it is stored, unless an editor says so."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Form, HTTPException, Request, Response
from pydantic import BaseModel, ConfigDict
from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse

from dragoman.coder import Coder, languages
from dragoman.export.segments import lines
from dragoman.intake.fields import MAX_CHARS, checked, too_long
from dragoman.ledger import Ledger, LedgerError
from dragoman.model import Coding, Dispatch, DispatchError
from dragoman.report.wording import wording
from dragoman.users.accounts import User
from dragoman.web import links
from dragoman.web.caller import current
from dragoman.web.permits import Writer, permitted, writing
from dragoman.web.problems import WRITING
from dragoman.web.showing import LANG, show

router = APIRouter()
_coder = Coder()


class Pasted(BaseModel):
    """A dispatch to be coded; language and day are read from the text where they are not given."""

    model_config = ConfigDict(extra="forbid")

    text: str
    lang: str | None = None
    date: str | None = None


class Given(Pasted):
    """A dispatch to be kept, with what its agency says of it; a later ``version`` of a ``guid`` supersedes."""

    agency: str | None = None
    title: str | None = None
    url: str | None = None
    guid: str | None = None
    version: int | None = None


class Sent(BaseModel):
    """The same from the page's form, and whether it is to be kept."""

    text: str = ""
    lang: str = ""
    date: str = ""
    agency: str = ""
    title: str = ""
    url: str = ""
    keep: bool = False
    csrf: str = ""


class KeptData(BaseModel):
    """The number of a dispatch in the ledger; it was there already if it is not ``new``."""

    dispatch: int
    new: bool
    records: int


def _code(given: Given, source: str = "pasted") -> Coding:
    if len(given.text) > MAX_CHARS:
        raise HTTPException(413, f"The text has {too_long(len(given.text))}.")
    told = {
        field: getattr(given, field) or None for field in ("lang", "date", "agency", "title", "url", "guid", "version")
    }
    text = given.text.replace("\r\n", "\n")
    return _coder.code(checked(Dispatch(text, source, **told)))


@router.post("/try.json", summary="Code a dispatch; nothing is stored")
def data(pasted: Pasted) -> dict[str, Any]:
    return _code(Given(**pasted.model_dump())).to_json()


@router.post("/dispatches.json", status_code=201, summary="Code a dispatch and enter it", responses=WRITING)
def enter(request: Request, user: Writer, given: Given) -> KeptData:
    coding = _code(given, _source(given, user))
    ledger: Ledger = request.app.state.ledger
    kept = ledger.keep(coding)
    return KeptData(dispatch=kept.number, new=kept.is_new, records=len(coding.records))


@router.get("/try", include_in_schema=False)
def page() -> Response:
    return _shown(Sent())


@router.post("/try", include_in_schema=False)
async def coded(request: Request, sent: Annotated[Sent, Form()]) -> Response:
    """The page with the coding, or with what is wrong, the text kept to be mended."""
    if not sent.text and not sent.keep and "hx-request" in request.headers:
        return _shown(sent)  # as somebody types: a day that is given before the text is no mistake
    try:
        user = writing(await permitted(request, current.get())) if sent.keep else None
        return await run_in_threadpool(_answer, request, sent, user)
    except (DispatchError, LedgerError) as error:
        return _shown(sent, problem=str(error), status=422 if isinstance(error, DispatchError) else 503)
    except HTTPException as error:
        kept = sent if len(sent.text) <= MAX_CHARS else Sent()
        return _shown(kept, problem=str(error.detail).rstrip("."), status=error.status_code)


def _answer(request: Request, sent: Sent, user: User | None) -> Response:
    given = Given(**sent.model_dump(exclude={"keep", "csrf"}))
    if user is None:
        return _shown(sent, _code(given))
    ledger: Ledger = request.app.state.ledger
    return RedirectResponse(links.dispatch(ledger.keep(_code(given, _source(given, user))).number), 303)


def _source(given: Given, user: User) -> str:
    """What a dispatch is called in the ledger: as its agency does, else by who entered it."""
    return given.guid or f"entered by {user.name}"


def _languages() -> list[tuple[str, str]]:
    """The languages that dispatches may be in, with their names."""
    return [(code, wording(LANG).label("languages", code)) for code in languages()]


def _shown(sent: Sent, coding: Coding | None = None, problem: str = "", status: int = 200) -> Response:
    cut = list(lines(coding.dispatch.text, coding.records)) if coding else []
    return show(
        "try.html", status, pasted=sent, coding=coding, lines=cut, lit=0, problem=problem, langs=_languages(), data=None
    )
