"""NewsML-G2 and NITF, in the shapes of IPTC's guidelines."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.intake import newsml, read_all
from dragoman.intake.item import Item
from dragoman.intake.source import Source
from dragoman.model import Dispatch

from .articles import PARAGRAPHS, TEXT, TITLE

BODY = "".join(f"<p>{paragraph}</p>\n  " for paragraph in PARAGRAPHS)
NITF = f"""<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body><body.head><hedline><hl1>{TITLE}</hl1></hedline>
<byline>By Ana Berg, <byttl>Staff Reporter</byttl></byline></body.head><body.content>{BODY}</body.content>
<body.end><tagline>ab</tagline></body.end></body></nitf>"""
XHTML = f"""<html xmlns="http://www.w3.org/1999/xhtml"><head><title>{TITLE}</title></head><body>{BODY}</body></html>"""
CONTENT = '<contentSet><inlineXML contenttype="application/nitf+xml">{}</inlineXML></contentSet>'
META = """<rightsInfo><copyrightHolder><name>Harbour Group</name></copyrightHolder>
    <copyrightNotice>© 2024 Harbour News</copyrightNotice><usageTerms>Not for archives</usageTerms></rightsInfo>
  <itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:HN"><name>Harbour News</name></provider>
    <versionCreated>2024-05-08T23:30:00+02:00</versionCreated><firstCreated>2024-05-07T09:00:00+02:00</firstCreated>
    <embargoed>2024-05-09T06:00:00+02:00</embargoed><pubStatus qcode="stat:usable"/></itemMeta>
  <contentMeta><creator><name>Ana Berg</name></creator><language tag="en-GB"/>
    <headline>Ministers meet
      in Vienna</headline></contentMeta>"""
ITEM = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:harbour.example:1" version="3"
  standard="NewsML-G2" standardversion="2.34" xml:lang="en">
  <catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_40.xml"/>{}</newsItem>"""
MESSAGE = """<?xml version="1.0" encoding="UTF-8"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/">
  <header><sent>2024-05-08T23:31:00+02:00</sent><sender>harbour.example</sender></header><itemSet>{}</itemSet></newsMessage>"""


def _items(document: str | bytes) -> list[Item]:
    return list(newsml.read(Source.of(document.encode() if isinstance(document, str) else document, "f", "f")))


def _only(document: str | bytes) -> Dispatch:
    (item,) = _items(document)
    assert item.dispatch, item.problem
    return item.dispatch


SHAPES = [
    (CONTENT.format(NITF), "NITF"),
    (CONTENT.format(XHTML), "XHTML"),
    (f'<contentSet><inlineData contenttype="text/plain">{TEXT}</inlineData></contentSet>', "plain text"),
    (f"<contentSet><inlineData contenttype='text/html'><![CDATA[{BODY}]]></inlineData></contentSet>", "HTML as data"),
    (CONTENT.format(NITF + "</inlineXML><inlineXML>" + "<p xmlns=''>short</p>"), "two of them, the longer is taken"),
    (f"<contentSet><remoteContent href='1.jpg'/><inlineXML>{NITF}</inlineXML></contentSet>", "beside a picture"),
]


@pytest.mark.parametrize(("content", "why"), SHAPES, ids=[row[1] for row in SHAPES])
def test_an_item(content: str, why: str) -> None:
    assert _only(ITEM.format(META + content)) == Dispatch(
        TEXT,
        id="urn:newsml:harbour.example:1",
        lang="en",
        date="2024-05-08",
        agency="Harbour News",
        title=TITLE,
        guid="urn:newsml:harbour.example:1",
        version=3,
        pubstatus="usable",
        sent="2024-05-08T23:30:00+02:00",
        embargo="2024-05-09T06:00:00+02:00",
        rights="© 2024 Harbour News; Not for archives",
        byline="Ana Berg",
    )


WHOLE = ITEM.format(META + CONTENT.format(NITF))
TOLD = [
    ("<name>Harbour News</name>", "", "agency", "HN", "a provider that is only a code"),
    ('<provider qcode="nprov:HN"><name>Harbour News</name></provider>', "", "agency", "Harbour Group", "no provider"),
    (
        'qcode="stat:usable"',
        'uri="http://cv.iptc.org/newscodes/pubstatusg2/canceled"',
        "pubstatus",
        "canceled",
        "an address",
    ),
    ("2024-05-09T06:00:00+02:00", "", "embargo", "9999-12-31T23:59:59+00:00", "an embargo without end"),
    ('<language tag="en-GB"/>', "", "lang", "en", "the item's language"),
    ("<versionCreated>2024-05-08T23:30:00+02:00</versionCreated>", "", "date", "2024-05-07", "first created"),
    ("<creator><name>Ana Berg</name></creator>", "", "byline", "By Ana Berg, Staff Reporter", "NITF's byline"),
    ("<headline>Ministers meet\n      in Vienna</headline>", "", "title", TITLE, "NITF's headline"),
    ("<body.content>", "<body.content><media><media-caption>A ship</media-caption></media>", "text", TEXT, "a caption"),
    ("<body.content>", "<body.content><!-- a note --><?x y?>", "text", TEXT, "a comment"),
]


@pytest.mark.parametrize(("old", "new", "field", "expected", "why"), TOLD, ids=[row[4] for row in TOLD])
def test_what_an_item_tells(old: str, new: str, field: str, expected: str, why: str) -> None:
    assert old in WHOLE
    assert getattr(_only(WHOLE.replace(old, new)), field) == expected


def test_a_message_with_a_package_and_its_items() -> None:
    package = '<packageItem guid="urn:p" version="1"><groupSet root="g"><group id="g"/></groupSet></packageItem>'
    picture = '<newsItem guid="urn:2" version="1"><contentSet><remoteContent href="1.jpg"/></contentSet></newsItem>'
    broken = WHOLE.replace("2024-05-08T23:30", "soon").replace("harbour.example:1", "harbour.example:3")
    killed = '<newsItem guid="urn:4" version="2"><itemMeta><pubStatus qcode="stat:canceled"/></itemMeta></newsItem>'
    items = _items(MESSAGE.format(package + WHOLE + picture + broken + killed))
    assert [item.dispatch.id for item in items if item.dispatch] == ["urn:newsml:harbour.example:1", "urn:4"]
    assert [(item.where, item.problem) for item in items if item.problem] == [
        ("f:3", "impossible date 'soon:00+02:00': write it as YYYY-MM-DD")
    ]
    assert [item.note for item in items if item.note] == ["1 of 4 items have no text and are left out"]


def test_nitf_alone() -> None:
    head = """<head><title>t</title><docdata><doc-id id-string="urn:5"/><date.issue norm="20240508T233000+0200"/>
      <date.release norm="20240509T060000+0200"/><doc.copyright holder="Harbour News"/></docdata></head>"""
    told = _only(NITF.replace("<body>", head + "<body>"))
    assert (told.text, told.id, told.date, told.agency, told.title) == (
        TEXT,
        "urn:5",
        "2024-05-08",
        "Harbour News",
        TITLE,
    )
    assert (told.sent, told.embargo) == ("2024-05-08T23:30:00+02:00", "2024-05-09T06:00:00+02:00")


BOMB = "".join(f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("abcdefgh", "bcdefghi", strict=True))
BAD = [
    (WHOLE[:-40], "not well-formed XML", "cut off"),
    ('<packageItem xmlns="http://iptc.org/std/nar/2006-10-01/"/>', "a package of references", "a package alone"),
    ("<NewsML/>", "the root 'NewsML', which is not read", "NewsML 1"),
    ("", "not well-formed XML", "nothing"),
    (ITEM.format(META), "no text in this item", "a picture, say"),
    (
        ITEM.format(META.replace("2024-05-09T06:00:00+02:00", "later") + CONTENT.format(NITF)),
        "impossible embargo",
        "embargo",
    ),
]


@pytest.mark.parametrize(("document", "word", "why"), BAD, ids=[row[2] for row in BAD])
def test_what_cannot_be_read_is_told(document: str, word: str, why: str) -> None:
    (item,) = _items(document)
    assert item.problem
    assert word in item.problem


def test_entities_neither_grow_nor_read_files(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("do not tell")
    secret = f'<!DOCTYPE x [<!ENTITY s SYSTEM "file://{tmp_path}/secret"><!ENTITY a "lol">{BOMB}]>'
    for name in "si":
        for item in _items(secret + WHOLE.replace("<body.content>", f"<body.content><p>x &{name}; y</p>")):
            text = item.dispatch.text if item.dispatch else item.problem
            assert text
            assert len(text) < len(TEXT) + 300
            assert "not tell" not in text


def test_the_ending_xml_is_told_apart(tmp_path: Path) -> None:
    feed = "<rss version='2.0'><channel><title>H</title><item><description>a feed</description></item></channel></rss>"
    page = f'<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><body><p>{TEXT}</p></body></html>'
    for name, document in (("1.xml", feed), ("2.xml", page), ("3.xml", "\ufeff" + WHOLE), ("4.xml", "<svg/>")):
        (tmp_path / name).write_text(document)
    (tmp_path / "5.xml").write_bytes(f'<?xml version="1.0" encoding="utf-16"?>{WHOLE}'.encode("utf-16"))
    items = list(read_all([str(tmp_path)]))
    assert [item.dispatch.text[:7] if item.dispatch else None for item in items] == [
        "a feed",
        TEXT[:7],
        TEXT[:7],
        None,
        TEXT[:7],
    ]
