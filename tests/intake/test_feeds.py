"""Feeds: as another program writes them, and as sites do that write them by hand."""

from __future__ import annotations

from typing import Any

import pytest
from feedgen.feed import FeedGenerator

from dragoman.intake import feeds
from dragoman.intake.item import Item
from dragoman.model import Dispatch

from .articles import FRAGMENT, TEXT, TITLE


def _items(feed: str | bytes, base: str | None = None) -> list[Item]:
    return list(feeds.items(feed.encode() if isinstance(feed, str) else feed, base, "f", "f"))


def _only(feed: str | bytes, base: str | None = None) -> Dispatch:
    (item,) = _items(feed, base)
    assert item.dispatch, item.problem
    return item.dispatch


def _generated() -> Any:
    feed = FeedGenerator()
    feed.id("urn:harbour")
    feed.title("Harbour News")
    feed.description("News of ports")
    feed.link(href="https://harbour.example/")
    feed.language("en-GB")
    feed.rights("© Harbour News")
    entry = feed.add_entry()
    entry.id("urn:harbour:1")
    entry.title(TITLE)
    entry.link(href="https://harbour.example/1")
    entry.content(FRAGMENT, type="CDATA")
    entry.summary("They met & signed …")
    entry.published("2024-05-08T23:30:00+02:00")
    entry.updated("2024-05-09T08:00:00+02:00")
    entry.author(name="Ana Berg", email="ana@harbour.example")
    return feed


@pytest.mark.parametrize("kind", ["rss", "atom"])
def test_a_generated_feed(kind: str) -> None:
    feed = _generated()
    told = _only(feed.rss_str() if kind == "rss" else feed.atom_str())
    assert (told.text, told.title, told.guid, told.url) == (TEXT, TITLE, "urn:harbour:1", "https://harbour.example/1")
    assert (told.date, told.sent) == ("2024-05-08", "2024-05-08T23:30:00+02:00")
    assert (told.agency, told.lang, told.rights) == ("Harbour News", "en", "© Harbour News")
    assert told.byline == "Ana Berg"


RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>H</title><language>ru-RU</language>{channel}<item>{item}</item></channel></rss>"""
TOLD = [
    ("<description>a &amp;lt;b&amp;gt; c</description>", "text", "a <b> c", "brackets that are meant"),
    ("<description>&lt;p&gt;a&lt;/p&gt;&lt;p&gt;b&lt;/p&gt;</description>", "text", "a\n\nb", "escaped markup"),
    ("<description><![CDATA[one<br/>two<br><br>three]]></description>", "text", "one\ntwo\n\nthree", "line breaks"),
    ("<description>R&amp;amp;D &amp;#8211; x</description>", "text", "R&D – x", "escaped twice"),
    (
        "<description>long text here</description><content:encoded>x</content:encoded>",
        "text",
        "long text here",
        "wrong way round",
    ),
    ("<description>x</description><title>A &amp;amp; B</title>", "title", "A & B", "a title escaped twice"),
    (
        "<description>x</description><pubDate>Wed, 08 May 2024 23:30:00 +0600</pubDate>",
        "date",
        "2024-05-08",
        "its own zone",
    ),
    (
        "<description>x</description><pubDate>Wed, 8 May 2024 23:30 GMT</pubDate>",
        "sent",
        "2024-05-08T23:30:00+00:00",
        "no seconds",
    ),
    ("<description>x</description><pubDate>2024-05-08 23:30:00</pubDate>", "date", "2024-05-08", "no zone"),
    ("<description>x</description><pubDate>2024-05-08 23:30:00</pubDate>", "sent", None, "no zone, no time"),
    ("<description>x</description><pubDate>soon</pubDate>", "date", None, "no date"),
    ("<description>x</description><dc:date>2024-05-08T01:00:00+05:00</dc:date>", "date", "2024-05-08", "Dublin Core"),
    ("<description>x</description><dc:creator>A. Berg</dc:creator>", "byline", "A. Berg", "Dublin Core's author"),
    (
        "<description>x</description><source url='https://s.example'>Ports Daily</source>",
        "agency",
        "Ports Daily",
        "of another",
    ),
    ("<description>x</description>", "lang", "ru", "the feed's language"),
    ("<description>x</description><link>/1</link>", "url", "https://h.example/1", "a relative link"),
    ("<description>x</description><link>https://h.example/1</link>", "guid", "https://h.example/1", "no guid"),
    ("<description>Ядро&#1;</description>", "text", "Ядро", "a character that XML forbids"),
    ("<description>caf&eacute; &nbsp;x</description>", "text", "café x", "entities of HTML"),
]


@pytest.mark.parametrize(("item", "field", "expected", "why"), TOLD, ids=[row[3] for row in TOLD])
def test_what_an_entry_tells(item: str, field: str, expected: str | None, why: str) -> None:
    told = _only(RSS.format(channel="", item=item), "https://h.example/feed.xml")
    assert getattr(told, field) == expected


PARTIAL = [
    ("<description>They met.</description>", True, "a description alone"),
    ("<content:encoded>They met in Vienna.</content:encoded>", False, "a content"),
    ("<content:encoded>They met in Vienna […]</content:encoded>", True, "a content that breaks off"),
]


@pytest.mark.parametrize(("item", "partial", "why"), PARTIAL, ids=[row[2] for row in PARTIAL])
def test_summaries_are_told_from_texts(item: str, partial: bool, why: str) -> None:
    (read,) = _items(RSS.format(channel="", item=item))
    assert read.partial is partial


def test_rss_1_and_xhtml_in_atom() -> None:
    rdf = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
      xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://h.example"><title>H</title></channel>
      <item rdf:about="https://h.example/1"><title>T</title><link>https://h.example/1</link><description>x</description>
      <dc:date>2024-05-08</dc:date></item></rdf:RDF>"""
    assert (_only(rdf).text, _only(rdf).date, _only(rdf).agency) == ("x", "2024-05-08", "H")
    atom = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>H</title>
      <entry xml:lang="fr"><id>urn:1</id>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>a</p><p>b</p></div></content></entry></feed>"""
    assert (_only(atom).text, _only(atom).lang) == ("a\n\nb", "fr")


def test_a_feed_that_breaks_off_keeps_what_is_sure() -> None:
    items = "</item><item>".join(f"<guid>{n}</guid><description>text {n}</description>" for n in range(5))
    whole = RSS.format(channel="", item=items)
    assert [item.dispatch.guid for item in _items(whole) if item.dispatch] == list("01234")
    *kept, rest = _items(whole[: whole.index("text 3") + 3])
    assert [item.dispatch.guid for item in kept if item.dispatch] == ["0", "1", "2"]
    assert rest.problem
    assert "cut off" in rest.problem


BOMB = """<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "{ten}"><!ENTITY b "{a}"><!ENTITY c "{b}"><!ENTITY d "{c}">
<!ENTITY e "{d}"><!ENTITY f "{e}"><!ENTITY g "{f}"><!ENTITY h "{g}"><!ENTITY i "{h}">]>
<rss version="2.0"><channel><title>H</title><item><guid>1</guid>
<description>x &i;</description></item></channel></rss>"""
BOMB = BOMB.format(ten="lol" * 10, **{name: f"&{name};" * 10 for name in "abcdefgh"})
SECRET = """<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY s SYSTEM "file://{path}">]>
<rss version="2.0"><channel><title>H</title><item><guid>1</guid>
<description>x &s;</description></item></channel></rss>"""


def test_entities_neither_grow_nor_read_files(tmp_path: Any) -> None:
    (tmp_path / "secret").write_text("do not tell")
    secret = SECRET.format(path=tmp_path / "secret")
    for feed in (BOMB, secret, BOMB.encode("utf-16"), f"<!-- <a> > -->{secret[secret.index('<!DOCTYPE') :]}"):
        (item,) = _items(feed)
        assert item.problem
        assert "declares entities of its own" in item.problem


NOT_FEEDS = [
    ("", "nothing"),
    ("hello", "words"),
    ("<html><body>404</body></html>", "a page"),
    ("<rss><channel>", "a stump"),
]


@pytest.mark.parametrize(("data", "why"), NOT_FEEDS, ids=[row[1] for row in NOT_FEEDS])
def test_what_is_no_feed_is_told(data: str, why: str) -> None:
    (item,) = _items(data)
    assert item.problem
    assert "\n" not in item.problem
