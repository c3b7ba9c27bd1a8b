"""Web pages: the article, without what stands around it, by trafilatura."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from dragoman.intake.charset import decode
from dragoman.intake.fields import checked, language
from dragoman.intake.item import Item
from dragoman.intake.markup import root_name, text_of
from dragoman.intake.source import Source
from dragoman.intake.times import day_and_time
from dragoman.model import Dispatch, DispatchError

if TYPE_CHECKING:
    from trafilatura.settings import Document

MAX_PAGE = 10_000_000
"""Bytes of a page; those of newspapers have some hundred thousand."""

MAX_TAGS = 50_000
"""Opening tags of a page: the time to find its article grows faster than their number."""

FIELDS = {
    "text": "the article's paragraphs, headings and lists; the heading that is the title is left out",
    "title": "JSON-LD, `og:title`, `<h1>` or `<title>`",
    "date": "JSON-LD `datePublished`, `article:published_time`, `<time>`, else the address or the page's head",
    "sent": "the same, where it tells time and zone",
    "lang": "`<html lang>`, else `og:locale` or `Content-Language`",
    "agency": "`og:site_name` or the publisher in JSON-LD",
    "byline": "the author in JSON-LD or `<meta>`",
    "url": "the page's own address (`canonical`), else the one it was asked for at",
    "guid": "the same",
    "rights": "a licence that the page links to",
}
LOST = "navigation, pictures and their captions, links, comments, tables of figures beyond their text"

_LEAST = 40
"""Characters of an article: what is shorter is a word of a menu."""
_TAGS = re.compile(r"<[a-zA-Z]")
_BEGINS = re.compile(
    rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|main|div|h1|p|meta|title)\b", re.I | re.S
)
_LANG = re.compile(r"""<html\b[^>]*?\s(?:xml:)?lang\s*=\s*["']?([A-Za-z]{2,3}(?![A-Za-z])[\w-]*)""", re.I)
_LOCALE = re.compile(
    r"""<meta\b[^>]*?(?:og:locale|content-language)["'][^>]*?content\s*=\s*["']([A-Za-z]{2,3}(?![A-Za-z])[\w-]*)""",
    re.I,
)
# where pages tell when they were published, with the time; the first that is there counts
_PUBLISHED = (
    re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"'),
    re.compile(
        r"""<meta\b[^>]*?(?:article:published_time|datePublished)["'][^>]*?content\s*=\s*["']([^"']{8,40})""", re.I
    ),
    re.compile(
        r"""<meta\b[^>]*?content\s*=\s*["']([^"']{8,40})["'][^>]*?(?:article:published_time|datePublished)""", re.I
    ),
    re.compile(r"""<time\b[^>]*?datetime\s*=\s*["']([^"']{8,40})""", re.I),
)


def looks_like(head: bytes) -> bool:
    """Whether it begins like a page."""
    return bool(_BEGINS.match(head.removeprefix(b"\xef\xbb\xbf"))) or root_name(head) == "html"


def read(source: Source) -> Iterator[Item]:
    """The one dispatch of a page; an item with nothing in it where a crawled page has no article."""
    size = 0
    try:
        data = source.take(MAX_PAGE)
        size = len(data)
        found = dispatch(decode(data, source.charset), source.url, source.name)
        yield Item(source.where, found, size=size)
    except NoArticle as error:
        yield Item(source.where, problem=None if source.crawled else str(error), size=size)
    except DispatchError as error:
        yield Item(source.where, problem=str(error), size=size)


def items(data: bytes, base: str | None, where: str, name: str, charset: str | None = None) -> Iterator[Item]:
    """The dispatch of a page that was fetched at ``base`` and sent with ``charset``, or why there is none."""
    try:
        yield Item(where, dispatch(decode(data, charset), base, name), size=len(data))
    except DispatchError as error:
        yield Item(where, problem=str(error), size=len(data))


class NoArticle(DispatchError):
    """A page without an article: a front page, a list, a form."""


def dispatch(html: str, base: str | None, name: str) -> Dispatch:
    """The article of a page; raises `NoArticle` where it has none."""
    if sum(1 for _ in _TAGS.finditer(html)) > MAX_TAGS:
        raise DispatchError(f"more than {MAX_TAGS:,} tags in one page: give its text")
    page = _article(html, base)
    if page is None:
        raise NoArticle("no article found in this page: give its text")
    text = _without_title(text_of(page.body), page.title)
    if len(text) < _LEAST:
        raise NoArticle("no article found in this page: give its text")
    url = page.url and (urljoin(base, page.url) if base else page.url)
    day, sent = _published(html, page.date)
    return checked(
        Dispatch(
            text,
            id=name,
            lang=_language(html),
            date=day,
            agency=page.sitename or None,
            url=url or base,
            title=page.title or None,
            guid=url or base,
            sent=sent,
            rights=page.license or None,
            byline=page.author or None,
        )
    )


def _article(html: str, base: str | None) -> Document | None:
    from trafilatura import bare_extraction

    # no search over the text for a date: a year in a footer must not become one
    dates = {"extensive_search": False, "original_date": True}
    try:
        found = bare_extraction(
            html, url=base, include_comments=False, with_metadata=True, date_extraction_params=dates
        )
    except (ValueError, RecursionError):
        return None
    return None if found is None or isinstance(found, dict) else found


def _without_title(text: str, title: str | None) -> str:
    """The text without a first paragraph that only says the title: in a feed it does not stand there either."""
    first, _, rest = text.partition("\n\n")
    return rest if title and _plain(first) == _plain(title) else text


def _plain(line: str) -> str:
    return " ".join(line.split()).casefold()


def _published(html: str, day: str | None) -> tuple[str | None, str | None]:
    for told in _PUBLISHED:
        if match := told.search(html):
            try:
                return day_and_time(match[1])
            except DispatchError:
                continue
    return day, None


def _language(html: str) -> str | None:
    match = _LANG.search(html) or _LOCALE.search(html)
    return language(match[1]) if match else None
