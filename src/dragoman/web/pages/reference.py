"""What the addresses ending in .json take and give, made from the same description as /openapi.json."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from dragoman.web.showing import show

router = APIRouter()


@router.get("/api", include_in_schema=False)
def page(request: Request) -> Response:
    return show("api.html", spec=request.app.openapi(), data="/openapi.json")
