"""In which formats listings can be taken along, and how an address for each comes to be."""

from __future__ import annotations

import functools
import inspect
import re
from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from typing import Any, cast

from fastapi import APIRouter
from starlette.responses import Response, StreamingResponse

from dragoman.web import links
from dragoman.web.problems import described
from dragoman.web.tables.table import AnyTable

FORMATS = {"csv": "comma", "xlsx": "excel"}
"""Formats to the modules that write them."""

TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}

Maker = Callable[..., AnyTable]


def writer(form: str) -> Callable[[AnyTable], Iterable[bytes]]:
    """The function that writes this format; its module is imported when it is first asked for."""
    return cast(Callable[[AnyTable], Iterable[bytes]], import_module(f"dragoman.web.tables.{FORMATS[form]}").write)


def downloads(router: APIRouter, path: str, summary: str) -> Callable[[Maker], Maker]:
    """Give what the function answers, at this address with the ending of each format and its parameters as filters."""

    def register(make: Maker) -> Maker:
        for form in FORMATS:
            router.get(f"{path}.{form}", summary=summary, response_class=Response, responses=described(TYPES[form]))(
                _file(make, form)
            )
        return make

    return register


def beside(path: str, wanted: Mapping[str, object]) -> dict[str, str]:
    """The addresses of a listing in each format."""
    return {form: links.asked(f"{path}.{form}", wanted) for form in FORMATS}


def _file(make: Maker, form: str) -> Callable[..., Response]:
    @functools.wraps(make)
    def file(*given: Any, **named: Any) -> Response:
        table = make(*given, **named)
        name = re.sub(r"[^\w.-]", "_", table.name, flags=re.ASCII)
        headers = {"Content-Disposition": f'attachment; filename="{name}.{form}"'}
        return StreamingResponse(writer(form)(table), media_type=TYPES[form], headers=headers)

    # what the address takes is what the function takes; its names mean something in its own module alone
    file.__signature__ = inspect.signature(make, eval_str=True).replace(return_annotation=Response)  # type: ignore[attr-defined]
    return file
