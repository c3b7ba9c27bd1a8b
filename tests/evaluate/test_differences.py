"""The page of differences: what it marks, shows, links and refuses to obey."""

from __future__ import annotations

import io
import re
from html.parser import HTMLParser
from typing import Any

import pytest

from dragoman.evaluate.comparison import compare
from dragoman.evaluate.differences import write

from .codings import GUEST, HOST, MEETING, TEXT, VISIT, coded, docs

HOSTILE = "</style><script>alert(1)</script> \x1b[31mred \u202eback & \"quoted\" 'so' ;}*{}"


def page(mine: list[dict[str, Any]], theirs: list[dict[str, Any]]) -> str:
    out = io.StringIO()
    write(compare(docs(*mine), docs(*theirs)), ("mine/", "theirs.jsonl"), out)
    return out.getvalue()


class Read(HTMLParser):
    """What a page holds: tags, ids, links, cards with their class and slots, passages by class, texts of elements."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.cards: list[tuple[str, str, str]] = []
        self.passages: list[tuple[str, str]] = []
        self.marks: list[str] = []
        self._open: tuple[str, str] | None = None
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.tags.append(tag)
        self.ids += [given["id"]] if "id" in given else []
        self.links += [given["href"]] if "href" in given else []
        if tag == "li" and "data-r" in given:
            self.cards.append((given["class"], given["data-kind"], given["data-slots"]))
        self._open = (
            (tag, given.get("class", "")) if tag == "mark" or (tag == "a" and "data-r" in given) else self._open
        )

    def handle_data(self, data: str) -> None:
        if self._open and self._open[0] == "a":
            self.passages.append((self._open[1], data))
        elif self._open:
            self.marks.append(data)
        self._open = None


FIRST, REST = TEXT.split(". ")[0] + ".", "She met Ola Nes."

# A's records, B's, the cards: state, kind, slots in which they differ
CARDS: list[tuple[list[dict[str, Any]], list[dict[str, Any]], list[tuple[str, str, str]], str]] = [
    ([VISIT], [VISIT], [("same", "visit", "")], "the same"),
    ([VISIT], [{**VISIT, "date": None}], [("differs", "visit", "date")], "a date and none"),
    ([MEETING], [VISIT, MEETING], [("only-b", "visit", "only-b"), ("same", "meeting", "")], "as the text tells them"),
    ([VISIT], [], [("only-a", "visit", "only-a")], "one alone"),
    ([VISIT], [{**VISIT, "actors": [GUEST, HOST, HOST]}], [("differs", "visit", "actors")], "an actor twice"),
]


@pytest.mark.parametrize(("mine", "theirs", "cards", "why"), CARDS, ids=[row[3] for row in CARDS])
def test_cards(
    mine: list[dict[str, Any]], theirs: list[dict[str, Any]], cards: list[tuple[str, str, str]], why: str
) -> None:
    assert Read(page([coded(*mine)], [coded(*theirs)])).cards == cards


def test_the_text_shows_who_quotes_what() -> None:
    theirs = {**VISIT, "evidence": [{"start": 17, "end": len(FIRST) + 17, "quote": TEXT[17 : len(FIRST) + 17]}]}
    found = Read(page([coded(VISIT)], [coded(theirs)])).passages
    assert found == [("a", TEXT[:17]), ("ab", TEXT[17 : len(FIRST)]), ("b", TEXT[len(FIRST) : len(FIRST) + 17])]


def test_what_differs_is_marked_to_the_word() -> None:
    theirs = {**VISIT, "topics": ["trade", "energy"], "actors": [{**GUEST, "office": None}, HOST]}
    found = page([coded(VISIT)], [coded(theirs)])
    assert Read(found).marks == ["foreign minister", "no office", "energy"]
    assert re.findall(r'<tr class="ne"><th scope="row">(\w+)', found) == ["guest", "topics"]
    assert '<th scope="row">type</th><td colspan="2">' in found


def test_links_lead_somewhere_and_ids_are_unique() -> None:
    found = Read(page([coded(VISIT, MEETING), coded(id_="e")], [coded(MEETING), coded(VISIT, id_="e")]))
    assert len(found.ids) == len(set(found.ids))
    assert found.links
    assert {link.removeprefix("#") for link in found.links} <= set(found.ids)


def test_what_is_left_out_stands_on_top() -> None:
    mine = [coded(VISIT), coded(id_="<a>"), coded(id_="x", text="One.")]
    found = page(mine, [coded({**VISIT, "evidence": ["not said"]}), coded(id_="x", text="Two.")])
    for line in (
        "Only in A, so not compared: 1</summary><ul><li>&lt;a&gt;</li>",
        "Another text in A than in B, so not compared: 1",
        "Against the codebook in B: 1",
        '<span class="quote wrong" dir="auto">not said</span>',
    ):
        assert line in found


@pytest.mark.parametrize(("theirs", "alike"), [(VISIT, True), ({**VISIT, "place": None}, False)])
def test_the_page_says_where_nothing_differs(theirs: dict[str, Any], alike: bool) -> None:
    assert ("Nothing differs" in page([coded(VISIT)], [coded(theirs)])) is alike


def test_filters_offer_what_there_is() -> None:
    found = page([coded(VISIT, MEETING)], [coded({**VISIT, "date": None})])
    offered = re.findall(r'<option value="([\w.-]*)">([^<]*)', found)
    assert offered == [
        ("", "all"),
        ("meeting", "meeting (1)"),
        ("visit", "visit (1)"),
        ("", "anything"),
        ("only-a", "only in A (1)"),
        ("date", "date (1)"),
    ]
    assert 'body:has(#slots option[value="date"]:checked)' in found


def test_the_page_asks_for_nothing() -> None:
    found = page([coded(VISIT)], [coded(MEETING)])
    assert not re.search(r"""(?:src|href)=["'](?!#)|https?:|url\(|@import""", found)
    assert "default-src 'none'" in found


def test_hostile_text_is_shown_not_obeyed() -> None:
    record = {
        **dict.fromkeys(("type", "act", "status", "date", "end_date", "place", "name", "kind"), HOSTILE),
        "actors": [dict.fromkeys(("role", "name", "office", "state"), HOSTILE)],
        "topics": [HOSTILE],
        "evidence": [HOSTILE, "not there " + HOSTILE],
    }
    frame = dict.fromkeys(("id", "title", "lang", "text"), HOSTILE)
    found = page([{**frame, "records": [record]}], [{**frame, "records": [{**record, "name": "x"}, VISIT]}])
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", found)
    assert Read(found).tags.count("script") == Read(found).tags.count("style") == 1
    assert "--k:var(--ink)" in found
