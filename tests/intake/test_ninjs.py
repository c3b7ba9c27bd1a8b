"""ninjs of all three versions: the same item in each gives the same dispatch."""

from __future__ import annotations

import json
from typing import Any

import pytest

from dragoman.intake import json as reader
from dragoman.intake import jsonl
from dragoman.intake.item import Item
from dragoman.intake.source import Source
from dragoman.model import Dispatch

from .articles import FRAGMENT, TEXT, TITLE

URI = "urn:newsml:harbour.example:20240508:vienna"
V1 = {
    "uri": URI,
    "type": "text",
    "version": "3",
    "versioncreated": "2024-05-08T23:30:00+02:00",
    "pubstatus": "usable",
    "embargoed": "2024-05-09T06:00:00+02:00",
    "language": "en-GB",
    "copyrightholder": "Harbour News",
    "copyrightnotice": "© 2024 Harbour News",
    "usageterms": "Not for archives",
    "headline": TITLE,
    "byline": "Ana Berg",
    "body_text": TEXT,
    "body_html": "<p>Another shape of the same</p>",
    "subject": [{"name": "diplomacy"}],
}
V2 = {
    **{key: V1[key] for key in V1 if not key.startswith(("body", "headline", "byline", "subject"))},
    "headlines": [{"role": "short", "value": "Meeting"}, {"role": "main", "value": TITLE}],
    "by": "Ana Berg",
    "bodies": [{"role": "main", "contenttype": "text/html", "value": FRAGMENT}],
}
V3 = {
    "uri": URI,
    "type": "text",
    "version": "3",
    "versionCreated": "2024-05-08T23:30:00+02:00",
    "pubStatus": "usable",
    "embargoedUntil": "2024-05-09T06:00:00+02:00",
    "language": "en-GB",
    "copyrightHolder": "Harbour News",
    "copyrightNotice": "© 2024 Harbour News",
    "usageTerms": "Not for archives",
    "headlines": [{"value": TITLE}],
    "by": "Ana Berg",
    "bodies": [{"contentType": "text/html", "value": "<p>x</p>"}, {"contentType": "text/plain", "value": TEXT}],
}


def _items(value: object) -> list[Item]:
    return list(reader.read(Source.of(json.dumps(value).encode(), "f", "f")))


@pytest.mark.parametrize("item", [V1, V2, V3], ids=["1", "2", "3"])
def test_an_item_of_each_version(item: dict[str, Any]) -> None:
    (read,) = _items(item)
    assert read.dispatch == Dispatch(
        TEXT,
        id=URI,
        lang="en",
        date="2024-05-08",
        agency="Harbour News",
        title=TITLE,
        guid=URI,
        version=3,
        pubstatus="usable",
        sent="2024-05-08T23:30:00+02:00",
        embargo="2024-05-09T06:00:00+02:00",
        rights="© 2024 Harbour News; Not for archives",
        byline="Ana Berg",
    )


def test_lists_and_lines_and_ours_between_them() -> None:
    ours = {"id": "a", "text": "x"}
    assert [item.dispatch.id for item in _items([V1, ours, V3]) if item.dispatch] == [URI, "a", URI]
    lines = "\n".join(json.dumps(value) for value in (V1, ours, V3)).encode()
    assert [item.dispatch.id for item in jsonl.read(Source.of(lines, "f", "f")) if item.dispatch] == [URI, "a", URI]


TEXTS = [
    ({"body_xhtml": "<div><p>a</p><p>b</p></div>"}, "a\n\nb", "XHTML alone"),
    ({"body_nitf": "<nitf><body><body.content><p>a</p></body.content></body></nitf>"}, "a", "NITF alone"),
    ({"bodies": [{"value": "a < b"}]}, "a < b", "a body that says nothing of itself"),
    ({"bodies": [{"value": "<p>a</p>"}]}, "a", "nor does this one, but it is markup"),
    ({"bodies": [{"contenttype": "text/plain", "value": v} for v in ("a", "longer")]}, "longer", "the longest"),
    ({"bodies": "a", "body_text": "b"}, "b", "a body where there should be bodies"),
]


@pytest.mark.parametrize(("bodies", "text", "why"), TEXTS, ids=[row[2] for row in TEXTS])
def test_bodies(bodies: dict[str, Any], text: str, why: str) -> None:
    (read,) = _items({"uri": URI, "versioncreated": "2024-05-08", **bodies})
    assert read.dispatch
    assert read.dispatch.text == text


def test_packages_give_the_texts_that_lie_in_them() -> None:
    picture = {"uri": "urn:p", "type": "picture", "headline": "A ship", "body_text": "A ship in port"}
    named = {"uri": "urn:c", "type": "composite", "pubstatus": "usable", "associations": {"a": V1, "b": picture}}
    listed = {
        "uri": "urn:c",
        "type": "composite",
        "pubStatus": "usable",
        "associations": [picture, {**V3, "uri": "urn:3"}],
    }
    assert [item.dispatch.id for item in _items(named) if item.dispatch] == [URI]
    assert [item.dispatch.id for item in _items(listed) if item.dispatch] == ["urn:3"]


@pytest.mark.parametrize("status", ["canceled", "withheld"])
def test_what_an_agency_takes_back_needs_no_text(status: str) -> None:
    (read,) = _items({"uri": URI, "pubstatus": status, "versioncreated": "2024-05-08", "copyrightholder": "H"})
    assert read.dispatch
    assert (read.dispatch.guid, read.dispatch.pubstatus, read.dispatch.text) == (URI, status, "")


BAD = [
    ({"type": "picture", "headline": "A ship"}, "no text in this item of type 'picture'", "a picture"),
    ({"body_text": "x", "versioncreated": "soon"}, "impossible date 'soon'", "no date"),
    ({"body_text": "x", "embargoed": "later"}, "impossible embargo 'later'", "an embargo that nobody can read"),
]


@pytest.mark.parametrize(("fields", "word", "why"), BAD, ids=[row[2] for row in BAD])
def test_what_cannot_be_read_is_told(fields: dict[str, Any], word: str, why: str) -> None:
    (read,) = _items({"uri": URI, "pubstatus": "usable", **fields})
    assert read.problem
    assert word in read.problem


def test_a_version_that_is_no_number_is_lost() -> None:
    (read,) = _items({**V1, "version": "2a"})
    assert read.dispatch
    assert read.dispatch.version is None


def test_packages_without_end_are_left() -> None:
    item: dict[str, Any] = dict(V1)
    for number in range(50):
        item = {"uri": f"urn:{number}", "type": "composite", "pubstatus": "usable", "associations": [item]}
    (read,) = _items(item)
    assert read.problem
