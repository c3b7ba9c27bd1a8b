"""A JSON value to dispatches: ours, or IPTC's ninjs."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.intake import ninjs
from dragoman.intake.fields import dispatch_from
from dragoman.model import Dispatch

FIELDS = {
    "text": "`text`",
    "id": "`id`",
    "title": "`title`",
    "date": "`date`, a day or a time",
    "sent": "`sent`, else `date` where it tells time and zone",
    "lang": "`lang`",
    "agency": "`agency`",
    "byline": "`byline`",
    "url": "`url`",
    "guid": "`guid`, else `id`",
    "version": "`version`",
    "pubstatus": "`pubstatus`",
    "embargo": "`embargo`",
    "rights": "`rights`",
}
LOST = "all other fields, `records` of a coded dispatch among them"


def dispatches(value: object, name: str) -> Iterator[Dispatch]:
    """The dispatches of a value; ``name`` becomes the id of what has none. Raises `DispatchError` where it has none."""
    if ninjs.is_item(value):
        yield from ninjs.dispatches(value, name)
    else:
        yield dispatch_from(value, name)
