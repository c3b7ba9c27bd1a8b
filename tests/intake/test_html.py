"""Pages: the article and nothing else, and what they tell of it."""

from __future__ import annotations

import pytest

from dragoman.intake import html
from dragoman.intake.feeds import items as feed_items
from dragoman.model import Dispatch

from .articles import FRAGMENT, PAGE, PARAGRAPHS, TEXT, TITLE

BASE = "https://harbour.example/2024/vienna?utm_source=mail"


def _dispatch(page: str | bytes, base: str | None = BASE, charset: str | None = None) -> Dispatch:
    data = page.encode() if isinstance(page, str) else page
    (item,) = html.items(data, base, "f", "f", charset)
    assert item.dispatch, item.problem
    return item.dispatch


def test_a_page_gives_its_article() -> None:
    assert _dispatch(PAGE) == Dispatch(
        TEXT,
        id="f",
        lang="en",
        date="2024-05-08",
        agency="Harbour News",
        url="https://harbour.example/2024/vienna",
        title=TITLE,
        guid="https://harbour.example/2024/vienna",
        sent="2024-05-08T23:30:00+02:00",
        byline="Ana Berg",
    )


def test_a_page_and_a_feed_give_the_same_text() -> None:
    feed = f"""<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>H</title>
      <item><guid>1</guid><content:encoded><![CDATA[{FRAGMENT}]]></content:encoded></item></channel></rss>"""
    (item,) = feed_items(feed.encode(), None, "f", "f")
    assert item.dispatch
    assert item.dispatch.text == _dispatch(PAGE).text == TEXT


def _paged(old: str, new: str) -> str:
    assert old in PAGE
    return PAGE.replace(old, new)


PUBLISHED = '<meta property="article:published_time" content="2024-05-08T23:30:00+02:00">'
LINKED_DATA = (
    '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2024-05-07T22:10:00Z"}</script>'
)
TOLD = [
    (PAGE, "sent", "2024-05-08T23:30:00+02:00", "time and zone as they are written"),
    (_paged(PUBLISHED, LINKED_DATA), "date", "2024-05-07", "the day of JSON-LD"),
    (_paged(PUBLISHED, LINKED_DATA), "sent", "2024-05-07T22:10:00+00:00", "and its time"),
    (_paged(PUBLISHED, LINKED_DATA + PUBLISHED), "date", "2024-05-07", "JSON-LD before meta"),
    (_paged(PUBLISHED, '<meta name="date" content="2024-05-06">'), "date", "2024-05-06", "a day alone"),
    (_paged(PUBLISHED, '<meta name="date" content="2024-05-06">'), "sent", None, "has no time"),
    (
        _paged(PUBLISHED, PUBLISHED.replace("2024-05-08T23:30:00+02:00", "yesterday")),
        "date",
        None,
        "no date is no date",
    ),
    (_paged(PUBLISHED, ""), "date", None, "the year of the footer is no date"),
    (_paged('lang="en-GB"', 'xml:lang="zh-Hans"'), "lang", "zh", "as XHTML tells it"),
    (_paged('lang="en-GB"', ""), "lang", None, "not told"),
    (
        _paged(' lang="en-GB"', "").replace("<title>", '<meta property="og:locale" content="fr_CA"><title>'),
        "lang",
        "fr",
        "locale",
    ),
    (_paged('<link rel="canonical" href="https://harbour.example/2024/vienna">', ""), "url", BASE, "else where it was"),
    (
        _paged("</p>\n</article>", "</p><table><tr><td>Trade</td><td>5</td></tr></table></article>"),
        "text",
        TEXT + "\n\nTrade\t5",
        "a table",
    ),
    (
        _paged(f"<h1>{TITLE}</h1>", "<h1>Another heading of the day</h1>"),
        "title",
        "Another heading of the day",
        "the heading",
    ),
]


@pytest.mark.parametrize(("page", "field", "expected", "why"), TOLD, ids=[row[3] for row in TOLD])
def test_what_a_page_tells(page: str, field: str, expected: str | None, why: str) -> None:
    assert getattr(_dispatch(page), field) == expected


RUSSIAN = PAGE.replace(PARAGRAPHS[2], "Стороны договорились продолжить переговоры о рыболовстве.").replace(
    "&nbsp;", " "
)
ENCODED = [
    (RUSSIAN.replace("utf-8", "windows-1251").encode("cp1251"), None, "as the page says"),
    (RUSSIAN.encode("cp1251"), "windows-1251", "as the server says, which the page contradicts"),
    (RUSSIAN.replace('<meta charset="utf-8">', "").encode("utf-8"), "iso-8859-5x", "a charset that nobody knows"),
    (b"\xef\xbb\xbf" + RUSSIAN.encode(), "windows-1251", "a byte order mark has the last word"),
    (RUSSIAN.replace("utf-8", "utf-16").encode("utf-16"), None, "UTF-16"),
    (RUSSIAN.replace("utf-8", "koi8-r").encode("koi8-r"), None, "KOI8-R"),
]


@pytest.mark.parametrize(("data", "charset", "why"), ENCODED, ids=[row[2] for row in ENCODED])
def test_pages_in_any_encoding(data: bytes, charset: str | None, why: str) -> None:
    assert "Стороны договорились" in _dispatch(data, charset=charset).text


BAD = [
    (b"", "no article", "nothing"),
    (b"<html><body><nav><a href='/'>Home</a></nav></body></html>", "no article", "a page of links"),
    (b"<p>" * 200_000, "more than 50,000 tags", "tags as no page has them"),
    (b"<div>" * 5000 + b"x", "no article", "nested as no page is"),
    (bytes(range(256)) * 30, "binary", "noise"),
]


@pytest.mark.parametrize(("data", "word", "why"), BAD, ids=[row[2] for row in BAD])
def test_what_is_no_article_is_told(data: bytes, word: str, why: str) -> None:
    (item,) = html.items(data, None, "f", "f")
    assert item.problem is not None
    assert word in item.problem
    assert "\n" not in item.problem


def test_a_few_broken_bytes_cost_only_themselves() -> None:
    text = _dispatch(PAGE.encode().replace(b"fisheries", b"fish\xffries")).text
    assert text == TEXT.replace("fisheries", "fish\ufffdries")
