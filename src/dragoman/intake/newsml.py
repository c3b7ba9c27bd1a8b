"""NewsML-G2 and NITF, IPTC's XML: items, packages, and messages with several of them.

Read with lxml and not with IPTC's own ``newsmlg2`` (1.1, 2025): that one resolves entities, prints to standard output
where it does not know a catalogue, and leaves the items of a ``newsMessage`` unread.
https://iptc.org/std/NewsML-G2/guidelines/
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.intake.fields import checked, language, version
from dragoman.intake.item import Item
from dragoman.intake.markup import name_of, parse_xml, root_name, text_of, text_of_html
from dragoman.intake.source import Source
from dragoman.intake.times import NO_END, day_and_time
from dragoman.model import GONE, Dispatch, DispatchError

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_DOCUMENT = 30_000_000
"""Bytes of a document with all items in it."""

FIELDS = {
    "text": "`inlineXML` (NITF `body.content`, XHTML `body`) or `inlineData` that is text",
    "title": "`headline`, else `title` of the item or NITF's `hl1`",
    "date": "`versionCreated`, else `contentCreated`, `firstCreated`, NITF's `date.issue`; the day in its own zone",
    "sent": "the same",
    "lang": "`language` of the content, else `xml:lang`",
    "agency": "`provider`, by its name, else its code; else `copyrightHolder`",
    "byline": "`by`, else `creator`, else NITF's `byline`",
    "guid": "`guid`, NITF's `doc-id`",
    "version": "`version`",
    "pubstatus": "`pubStatus`: `withheld` and `canceled` take earlier versions back",
    "embargo": "`embargoed`; one without a time is without end",
    "rights": "`copyrightNotice`, `usageTerms`",
}
LOST = (
    "subjects, places, genres, notes to editors, links, pictures; NITF's headlines, datelines outside the text and "
    "captions; items of a package that are only referred to"
)

_ITEMS = frozenset(("newsItem", "nitf"))
_ROOTS = frozenset(("newsItem", "newsMessage", "packageItem", "knowledgeItem", "conceptItem", "planningItem", "nitf"))
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_NAMED = ("inlineXML", "inlineData")


def looks_like(head: bytes) -> bool:
    """Whether the root element is one of NewsML-G2, or NITF's."""
    return root_name(head) in _ROOTS


def read(source: Source) -> Iterator[Item]:
    """The dispatches of a document. An item that is off costs only itself; pictures and the like are none."""
    try:
        data = source.take(MAX_DOCUMENT)
        root = parse_xml(data)
    except DispatchError as error:
        yield Item(source.where, problem=str(error))
        return
    found = [element for element in root.iter() if name_of(element) in _ITEMS and not _within(element)]
    if not found:
        yield Item(source.where, problem=_nothing(root), size=len(data))
    several, left = len(found) > 1, 0
    for number, element in enumerate(found, 1):
        where, name = (
            (f"{source.where}:{number}", f"{source.name}-{number}") if several else (source.where, source.name)
        )
        item = _item(element, where, name, len(data) // len(found))
        if several and item is None:
            left += 1
        else:
            yield item or Item(where, problem="no text in this item: give those that have one", size=len(data))
    if left:
        yield Item(source.where, note=f"{left:,} of {len(found):,} items have no text and are left out")


def _within(element: _Element) -> bool:
    """Whether it is the body of an item, and none itself."""
    return any(name_of(outer) in _ITEMS for outer in element.iterancestors())


def _nothing(root: _Element) -> str:
    name = name_of(root)
    if name == "packageItem":
        return "a package of references: give the items that it refers to"
    return f"XML with the root {name!r}, which is not read: give RSS, Atom, NewsML-G2, NITF or XHTML"


def _item(element: _Element, where: str, name: str, size: int) -> Item | None:
    """The dispatch of an item, or what is wrong with it; None where it is no text."""
    try:
        found = _nitf(element, name) if name_of(element) == "nitf" else _news(element, name)
        return None if found is None else Item(where, checked(found), size=size)
    except DispatchError as error:
        return Item(where, problem=str(error), size=size)


def _news(item: _Element, name: str) -> Dispatch | None:
    text, status = _body(item), _code(_first(item, "pubStatus"))
    if not text and status not in GONE:
        return None
    guid, sent = item.get("guid"), _sent(item, ("versionCreated", "contentCreated", "firstCreated"))
    told = _first(item, "language")
    return Dispatch(
        text,
        id=guid or name,
        lang=language(told.get("tag") if told is not None else item.get(_LANG)),
        date=day_and_time(sent)[0] if sent else None,
        agency=_party(_first(item, "provider")) or _party(_first(item, "copyrightHolder")),
        title=_line(item, "headline", "title", "hl1"),
        guid=guid,
        version=version(item.get("version")),
        pubstatus=status,
        sent=sent,
        embargo=_embargo(item),
        rights="; ".join(filter(None, (_line(item, "copyrightNotice"), _line(item, "usageTerms")))) or None,
        byline=_line(item, "by") or _party(_first(item, "creator")) or _line(item, "byline"),
    )


def _nitf(item: _Element, name: str) -> Dispatch | None:
    """NITF that stands alone; its times are in attributes."""
    text = _body(item)
    if not text:
        return None
    guid, issued = _attribute(item, "doc-id", "id-string"), _attribute(item, "date.issue", "norm")
    return Dispatch(
        text,
        id=guid or name,
        lang=language(item.get(_LANG)),
        date=day_and_time(issued)[0] if issued else None,
        agency=_attribute(item, "doc.copyright", "holder") or _line(item, "distributor"),
        title=_line(item, "hl1", "title"),
        guid=guid,
        sent=issued,
        embargo=_attribute(item, "date.release", "norm"),
        byline=_line(item, "byline"),
    )


def _body(item: _Element) -> str:
    """The longest of the item's texts: an item may tell the same as NITF and as XHTML."""
    bodies = [item] if name_of(item) == "nitf" else [told for told in item.iter() if name_of(told) in _NAMED]
    return max((_text(body) for body in bodies), key=len, default="")


def _text(body: _Element) -> str:
    if name_of(body) == "inlineData":
        kind, text = (body.get("contenttype") or "text/plain").lower(), "".join(body.itertext()).strip()
        if body.get("encoding") or not kind.startswith("text/"):
            return ""
        return text_of_html(text) if "html" in kind else text
    content = _first(body, "body.content")
    if content is None:
        content = _first(body, "body")
    return text_of(body if content is None else content)


def _first(item: _Element, name: str) -> _Element | None:
    return next((element for element in item.iter() if name_of(element) == name), None)


def _line(item: _Element, *names: str) -> str | None:
    """The text of the first element of these names that has one, in one line."""
    for name in names:
        for element in item.iter():
            if name_of(element) == name and (text := " ".join("".join(element.itertext()).split())):
                return text
    return None


def _attribute(item: _Element, name: str, key: str) -> str | None:
    element = _first(item, name)
    return None if element is None else element.get(key) or None


def _sent(item: _Element, names: tuple[str, ...]) -> str | None:
    return next((line for name in names if (line := _line(item, name))), None)


def _code(element: _Element | None) -> str | None:
    """``canceled`` of ``stat:canceled``, or of the address that ends so."""
    if element is None:
        return None
    told = element.get("qcode") or element.get("uri") or element.get("literal") or ""
    return told.replace("/", ":").rpartition(":")[2] or None


def _party(element: _Element | None) -> str | None:
    if element is None:
        return None
    return (
        _line(element, "name")
        or element.get("literal")
        or _code(element)
        or " ".join("".join(element.itertext()).split())
        or None
    )


def _embargo(item: _Element) -> str | None:
    element = _first(item, "embargoed")
    if element is None:
        return None
    return " ".join((element.text or "").split()) or NO_END
