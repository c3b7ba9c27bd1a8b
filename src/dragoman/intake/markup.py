"""Markup to text: paragraphs parted by an empty line, whitespace as a browser shows it.

One routine for HTML in feeds and mail, XHTML and NITF in NewsML-G2, and what is left of a page when trafilatura has
taken away all that is around its article, so that the same article gives the same text however it came.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from dragoman.model import DispatchError

if TYPE_CHECKING:
    from lxml.etree import _Element

# p, h1 … of HTML; hl1 … of NITF; head, list, item … as trafilatura names what it keeps
_BLOCK_NAMES = """
address article aside blockquote body center dd details div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 head
header hr li list item main menu nav nitf ol p pre quote section summary table tbody tfoot thead tr row ul
hedline hl1 hl2 byline dateline distributor abstract block bq fn note caption body.head body.content body.end
"""
_NO_TEXT = """
script style noscript template iframe object embed svg math title button select textarea input media graphic
"""
_BLOCKS, _LEFT_OUT = frozenset(_BLOCK_NAMES.split()), frozenset(_NO_TEXT.split())
_LINES = frozenset(("br", "lb"))
_CELLS = frozenset(("td", "th", "cell"))
_BREAK, _LINE, _TAB = "\x00", "\x01", "\x02"
_TWO_LINES = re.compile("\x01(?:\\s*\x01)+")
_INVISIBLE = {ord(mark): None for mark in "\u00ad\ufeff\u200b"}
_ROOT = re.compile(r"<(?:[\w.-]+:)?([\w.-]+)")
_BEFORE_ROOT = re.compile(r"\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE\s[^\[>]*(?:\[.*?\]\s*)?>", re.S | re.I)


# a declaration stands in the document type, before the root element
_ENTITY = re.compile(rb"\A[^<]*(?:<(?:\?|!--)[^>]*>[^<]*)*<!DOCTYPE[^\[>]*\[.*?<!ENTITY", re.S)


def root_name(head: bytes) -> str | None:
    """The local name of the root element of a document that begins so, as far as it looks like one."""
    text = head.decode("utf-16" if head[:2] in (b"\xff\xfe", b"\xfe\xff") else "latin-1", "replace")
    at = 3 if head.startswith(b"\xef\xbb\xbf") else 0
    while match := _BEFORE_ROOT.match(text, at):
        at = match.end()
    root = _ROOT.match(text, at)
    return root[1] if root else None


def declares_entities(data: bytes) -> bool:
    """Whether a document declares entities of its own: what they stand for may be as long as one likes."""
    plain = data.replace(b"\0", b"") if b"\0" in data[:4] else data  # UTF-16, whose letters of ASCII have a zero beside
    return _ENTITY.search(plain) is not None


def parse_xml(data: bytes) -> _Element:
    """The root of an XML document. Entities are left as they are and nothing is fetched, so that a document can neither
    grow nor read files; raises `DispatchError` where it is not well-formed."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        why = " ".join((error.msg or "").split())[:120]
        raise DispatchError(f"not well-formed XML ({why}): mend it there") from None


def text_of_html(html: str) -> str:
    """The text of a piece of HTML, all of it."""
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    if not html.strip():
        return ""
    try:
        # the parser wants no declaration of an encoding in what is text already
        root = document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", html), parser=HTMLParser(no_network=True))
    except (etree.ParserError, etree.XMLSyntaxError):
        return ""
    return text_of(root)


def text_of(root: _Element) -> str:
    """The text below an element."""
    parts = _TWO_LINES.sub(_BREAK, "".join(_walk(root)))  # old pages part their paragraphs so
    blocks = (_lines(block) for block in parts.split(_BREAK))
    return "\n\n".join(block for block in blocks if block)


def _lines(block: str) -> str:
    lines = (_cells(line) for line in block.split(_LINE))
    return "\n".join(line for line in lines if line)


def _cells(line: str) -> str:
    cells = (" ".join(cell.translate(_INVISIBLE).split()) for cell in line.split(_TAB))
    return "\t".join(cell for cell in cells if cell)


def _walk(root: _Element) -> Iterator[str]:
    """The texts below an element in order, with a mark where a block, a line or a cell begins or ends.

    A stack and no recursion: pages are nested deeper than Python goes.
    """
    stack: list[Any] = [root]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            yield node
            continue
        name = (name_of(node) or "").lower()
        if node is not root and node.tail:
            stack.append(node.tail)
        if not name or name in _LEFT_OUT:
            continue
        mark = _BREAK if name in _BLOCKS else _LINE if name in _LINES else _TAB if name in _CELLS else ""
        if mark:
            yield mark
            if mark != _LINE:
                stack.append(mark)
        stack.extend(reversed(node))
        if node.text:
            yield node.text


def name_of(node: Any) -> str | None:
    """An element's local name; None for comments and the like."""
    tag = node.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else None
