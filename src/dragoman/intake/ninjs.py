"""ninjs, IPTC's News in JSON, versions 1 to 3.

Version 1 has a body for each format (``body_text``, ``body_html``), version 2 a list of ``bodies``, version 3 the same
with capitals in its keys (``versionCreated``); read without regard to capitals they differ no more than that.
https://iptc.org/std/ninjs/
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, TypeGuard

from dragoman.intake.fields import checked, language, version
from dragoman.intake.markup import text_of_html
from dragoman.intake.times import day_and_time
from dragoman.model import GONE, Dispatch, DispatchError

FIELDS = {
    "text": "`body_text`, else a body with markup as paragraphs; of `bodies` the longest plain one, else the longest",
    "title": "`headline`, `headlines`, else `title`",
    "date": "`versioncreated`, else `contentcreated`, `firstcreated`; the day in the zone that it is written in",
    "sent": "the same",
    "lang": "`language`",
    "agency": "`provider`, else `copyrightholder`, else the first `infosource`",
    "byline": "`byline`, `by`",
    "url": "`uri`, where it is an address",
    "guid": "`uri`",
    "version": "`version`, where it is a number",
    "pubstatus": "`pubstatus`: `withheld` and `canceled` take earlier versions back",
    "embargo": "`embargoed`, `embargoeduntil`",
    "rights": "`copyrightnotice`, `usageterms`",
}
LOST = "subjects, places, people, events, renditions, genres, notes to editors; of `associations` all that is no text"

_TIMES = ("versioncreated", "contentcreated", "firstcreated")
_TELLING = frozenset((*_TIMES, "pubstatus", "representationtype", "bodies", "headlines"))
_TEXTS = (None, "text", "composite")
_TAG = re.compile(r"<(?:p|br|div|h\d|html|body|nitf|span|ul|ol|table)\b", re.I)
_DEPTH = 8


def is_item(value: object) -> TypeGuard[Mapping[str, Any]]:
    """Whether a JSON value is a ninjs object: it has a ``uri``, no ``text`` as ours have, and keys that tell."""
    if not isinstance(value, Mapping) or "uri" not in value or "text" in value:
        return False
    return any(key.lower() in _TELLING or key.lower().startswith("body_") for key in value)


def dispatches(value: Mapping[str, Any], name: str, depth: int = 0) -> Iterator[Dispatch]:
    """The dispatch of an item, and those of the texts that are packed in with it.

    Raises `DispatchError` where it has none.
    """
    item = {key.lower(): told for key, told in value.items()}
    text = _body(item)
    inside = [told for told in _associated(item) if depth < _DEPTH and is_item(told)]
    packed = [told for number, inner in enumerate(inside, 1) for told in _texts(inner, f"{name}-{number}", depth + 1)]
    if text or item.get("pubstatus") in GONE:
        yield checked(_dispatch(item, text or "", name))
    elif not packed and depth == 0:
        raise DispatchError(f"no text in this item of type {item.get('type', 'text')!r}: give those that have a body")
    yield from packed


def _texts(item: Mapping[str, Any], name: str, depth: int) -> Iterator[Dispatch]:
    if {key.lower(): told for key, told in item.items()}.get("type") in _TEXTS:
        yield from dispatches(item, name, depth)


def _associated(item: Mapping[str, Any]) -> list[Any]:
    """Version 1 names its associations, the later ones list them."""
    told = item.get("associations")
    return list(told.values()) if isinstance(told, Mapping) else told if isinstance(told, list) else []


def _dispatch(item: Mapping[str, Any], text: str, name: str) -> Dispatch:
    uri = _string(item, "uri")
    sent = next((value for key in _TIMES if (value := _string(item, key))), None)
    rights = "; ".join(value for key in ("copyrightnotice", "usageterms") if (value := _string(item, key)))
    return Dispatch(
        text,
        id=uri or name,
        lang=language(_string(item, "language")),
        date=day_and_time(sent)[0] if sent else None,
        agency=_name(item.get("provider"))
        or _string(item, "copyrightholder")
        or _name(item.get("infosource"))
        or _name(item.get("infosources")),
        url=uri if uri and uri.startswith(("http://", "https://")) else None,
        title=_headline(item),
        guid=uri,
        version=version(item.get("version")),
        pubstatus=_string(item, "pubstatus"),
        sent=sent,
        embargo=_string(item, "embargoed") or _string(item, "embargoeduntil"),
        rights=rights or None,
        byline=_string(item, "byline") or _string(item, "by"),
    )


def _body(item: Mapping[str, Any]) -> str | None:
    if text := _string(item, "body_text"):
        return text
    told = [(key.removeprefix("body_"), item[key]) for key in item if key.startswith("body_")]
    told += [(_kind(body), body.get("value")) for body in _objects(item.get("bodies"))]
    bodies = [(kind, value) for kind, value in told if isinstance(value, str) and value.strip()]
    plain = [value for kind, value in bodies if "plain" in kind or (not kind and not _TAG.search(value))]
    if plain:
        return max(plain, key=len)
    texts = [text_of_html(value) if _TAG.search(value) else value for _, value in bodies]
    return max(texts, key=len, default=None)


def _kind(body: Mapping[str, Any]) -> str:
    told = body.get("contenttype", body.get("contentType"))
    return told.lower() if isinstance(told, str) else ""


def _headline(item: Mapping[str, Any]) -> str | None:
    if line := _string(item, "headline"):
        return line
    lines = [line for line in _objects(item.get("headlines")) if isinstance(line.get("value"), str)]
    main = [line for line in lines if line.get("role") in (None, "main", "headline")] or lines
    return (text_of_html(main[0]["value"]) or None) if main else _string(item, "title")


def _objects(value: object) -> list[Mapping[str, Any]]:
    return [told for told in value if isinstance(told, Mapping)] if isinstance(value, list) else []


def _name(value: object) -> str | None:
    """The name of a party, or of the first of several."""
    if isinstance(value, str):
        return value.strip() or None
    parties = [value] if isinstance(value, Mapping) else _objects(value)
    return next((name for party in parties if (name := _string(party, "name"))), None)


def _string(item: Mapping[str, Any], key: str) -> str | None:
    value = item.get(key)
    return (value.strip() or None) if isinstance(value, str) else None
