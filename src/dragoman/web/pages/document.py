"""A document: its names, and the steps of its life with the words that tell each."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from dragoman.ledger import tracked
from dragoman.web.asking import reading
from dragoman.web.shapes import DocumentData
from dragoman.web.showing import show

router = APIRouter()


@router.get("/documents/{identity}.json", summary="One document with the steps of its life")
def data(request: Request, identity: str) -> DocumentData:
    with reading(request) as connection:
        return DocumentData.of(tracked.document(connection, identity))


@router.get("/documents/{identity}", include_in_schema=False)
def page(request: Request, identity: str) -> Response:
    with reading(request) as connection:
        found = tracked.document(connection, identity)
    return show("document.html", found=found, data=f"/documents/{identity}.json")
