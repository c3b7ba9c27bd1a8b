"""RSS 0.9 to 2.0 and Atom, by feedparser: an entry is a dispatch."""

from __future__ import annotations

import html
import re
from calendar import timegm
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from dragoman.intake.fields import checked, language
from dragoman.intake.item import Item
from dragoman.intake.markup import declares_entities, root_name, text_of_html
from dragoman.intake.source import Source
from dragoman.intake.times import day_and_time
from dragoman.model import Dispatch, DispatchError

MAX_FEED = 30_000_000
"""Bytes of a feed."""

FIELDS = {
    "text": "`content:encoded`, Atom's `content`, else `description` or `summary`; markup as paragraphs",
    "title": "`title`",
    "date": "`pubDate`, `published`, `dc:date`, else `updated`; the day in the zone that it is written in",
    "sent": "the same, where it tells time and zone",
    "lang": "`xml:lang` of the content, else of the feed (`language`, `dc:language`)",
    "agency": "`dc:publisher` or `source` of the entry, else the feed's title",
    "byline": "`author`, `dc:creator`",
    "url": "`link`",
    "guid": "`guid`, `id`",
    "rights": "`rights`, `dc:rights` of the entry, else `copyright`, `rights` of the feed",
}
LOST = "categories, enclosures, pictures, comments; tombstones (`deleted-entry`): a feed withdraws nothing"

_ROOTS = frozenset(("rss", "feed", "RDF"))
_ENDS = re.compile(rb"</(?:\w+:)?(?:rss|feed|RDF)\s*>\s*(?:<!--.*?-->\s*)*$", re.S)
_MARKUP = re.compile(r"<[a-zA-Z/!][^>]*>|&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]+);")
_ADDRESS = re.compile(r"[^\s<>()]+@[^\s<>()]+")
_MORE = re.compile(r"(?:\[?(?:…|\.\.\.)\]?|\[&#8230;\])\s*$")


def looks_like(head: bytes) -> bool:
    """Whether the root element is a feed's."""
    return root_name(head) in _ROOTS


def read(source: Source) -> Iterator[Item]:
    """The dispatches of a feed."""
    try:
        data = source.take(MAX_FEED)
    except DispatchError as error:
        yield Item(source.where, problem=str(error))
        return
    yield from items(data, source.url, source.where, source.name)


def items(data: bytes, base: str | None, where: str, name: str, charset: str | None = None) -> Iterator[Item]:
    """The dispatches of a feed that was fetched at ``base`` and sent with ``charset``, in its order.

    An item whose text is only the entry's summary is ``partial``. Of a feed that is cut off the last entry is left out,
    for nobody can tell whether it is whole, and the last item tells the rest.
    """
    import feedparser

    if declares_entities(data):  # the parser would write them out, however long they grow
        yield Item(where, problem="it declares entities of its own (<!ENTITY …>), which are not read: take them out")
        return
    headers = {"content-location": base} if base else {}
    if charset:
        headers["content-type"] = f"application/xml; charset={charset}"
    # as they come: what feedparser would clean is taken out as text, and its addresses are not followed
    feed = feedparser.parse(data, response_headers=headers, sanitize_html=False, resolve_relative_uris=False)
    entries, whole = list(feed.entries), bool(_ENDS.search(data[-4096:].rstrip(b"\0 \t\r\n")))
    size = len(data) // max(len(entries), 1)
    for number, entry in enumerate(entries if whole else entries[:-1], 1):
        yield _item(entry, feed.feed, base, f"{where}:{number}", f"{name}-{number}", size)
    if not whole:
        yield Item(where, problem=_cut(feed, len(entries)), size=size)


def _cut(feed: Any, count: int) -> str:
    why = " ".join(str(feed.get("bozo_exception", "its end is missing")).split())[:120]
    kept = f"what comes before entry {count} is kept" if count > 1 else "it is not read"
    return f"this feed is cut off or no feed ({why}): {kept}, get it anew"


def _item(entry: Any, feed: Any, base: str | None, where: str, name: str, size: int) -> Item:
    try:
        text, lang, partial = _text(entry)
        if not text:
            return Item(where, problem="this entry has no text: take the page that it links to", size=size)
        day, sent = _published(entry)
        guid, url = entry.get("id") or entry.get("link"), _link(entry, base)
        told = Dispatch(
            text,
            id=guid or name,
            lang=language(lang or entry.get("language") or feed.get("language")),
            date=day,
            agency=_said(entry, "publisher") or _said(entry.get("source", {}), "title") or _said(feed, "title"),
            url=url,
            title=_said(entry, "title"),
            guid=guid,
            sent=sent,
            rights=_said(entry, "rights") or _said(feed, "rights"),
            byline=_byline(entry),
        )
        return Item(where, checked(told), size=size, partial=partial)
    except DispatchError as error:
        return Item(where, problem=str(error), size=size)


def _text(entry: Any) -> tuple[str, str | None, bool]:
    """The longest of an entry's contents, its language, and whether it is only a summary."""
    contents = [(_plain(content), content.get("language")) for content in entry.get("content", ())]
    text, lang = max(contents, key=lambda content: len(content[0]), default=("", None))
    summary = _plain(entry.get("summary_detail") or {})
    if len(summary) > len(text):  # a feed may tell both, the other way round than it should
        return summary, None, not contents or bool(_MORE.search(summary))
    return text, lang, bool(_MORE.search(text)) and len(text) < 600


def _plain(content: Mapping[str, Any]) -> str:
    """The text of a content; what is called text and has markup in it is taken for markup, as readers do."""
    value = content.get("value") or ""
    if content.get("type") == "text/plain" and not _MARKUP.search(value):
        return "\n".join(" ".join(line.split()) for line in value.strip().splitlines())
    return text_of_html(value)


def _said(told: Any, key: str) -> str | None:
    value = told.get(key)
    if not isinstance(value, str):
        return None
    return " ".join(html.unescape(text_of_html(value) if _MARKUP.search(value) else value).split()) or None


def _byline(entry: Any) -> str | None:
    """The author without the address that RSS wants beside the name: ``ana@harbour.example (Ana Berg)``."""
    return _ADDRESS.sub("", _said(entry, "author") or "").strip(" ()<>,;") or None


def _link(entry: Any, base: str | None) -> str | None:
    from urllib.parse import urljoin

    link = entry.get("link")
    return urljoin(base or "", link) if link else None


def _published(entry: Any) -> tuple[str | None, str | None]:
    """As the feed wrote it, for feedparser's own value has lost the zone; that one where the words are strange."""
    for key in ("published", "created", "updated"):
        if not dict.get(entry, key):  # feedparser's own would give one for the other, with a warning
            continue
        try:
            return day_and_time(entry[key])
        except DispatchError:
            if parsed := entry.get(f"{key}_parsed"):
                return day_and_time(datetime.fromtimestamp(timegm(parsed), UTC).isoformat())
    return None, None
