"""What each format writes."""

from __future__ import annotations

import dataclasses
import io
import json
import re
from html.parser import HTMLParser

import pytest

from dragoman.export import FORMATS, by_suffix, writer
from dragoman.export.plain import one_line, visible
from dragoman.model import Coding, Dispatch

HOSTILE = "<script>alert(1)</script> \x1b[31mred\x07 \x9b2J \u202eback\u202c & \"quoted\" 'so'"


def written(form: str, *codings: Coding) -> str:
    out = io.StringIO()
    writer(form)(iter(codings), out)
    return out.getvalue()


@pytest.mark.parametrize("form", FORMATS)
def test_writes_none_one_and_two(form: str, coding: Coding) -> None:
    sizes = [len(written(form, *[coding] * number)) for number in range(3)]
    assert 0 <= sizes[0] < sizes[1] < sizes[2]


def test_json_and_jsonl_hold_the_same(coding: Coding) -> None:
    rows = [json.loads(line) for line in written("jsonl", coding, coding).splitlines()]
    assert rows == json.loads(written("json", coding, coding)) == [coding.to_json()] * 2
    assert json.loads(written("json")) == []


def test_the_table_shows_every_slot(coding: Coding) -> None:
    shown = written("table", coding)
    for text in (
        "d · en · 2024-05-08 · Oslo · NTB",
        "meeting",
        "bilateral",
        "done",
        "trade, human",
        "Ada Mbeki",
        "KEN",
        "treaty",
    ):
        assert text in shown
    assert "1 dispatch, 2 records" in shown


def test_the_table_says_where_there_is_nothing(coding: Coding) -> None:
    assert "no records" in written("table", dataclasses.replace(coding, records=()))


class Page(HTMLParser):
    """What a page holds: its tags, ids, links, and the text of its evidence by record."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.evidence: dict[str, str] = {}
        self._records: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        given = dict(attrs)
        self._records = (given.get("data-r") or "").split() if tag == "a" else []

    def handle_data(self, data: str) -> None:
        for number in self._records:
            self.evidence[number] = self.evidence.get(number, "") + data

    def handle_endtag(self, tag: str) -> None:
        self._records = []


def test_the_page_marks_overlapping_evidence(coding: Coding) -> None:
    page = Page(written("html", coding))
    for number, record in enumerate(coding.records, 1):
        assert page.evidence[str(number)] == record.evidence[0].quote.replace("\n", "")


def test_the_page_links_evidence_and_records(coding: Coding) -> None:
    attributes = Page(written("html", coding, coding)).attributes
    ids = [value for name, value in attributes if name == "id"]
    links = [value for name, value in attributes if name == "href"]
    assert len(ids) == len(set(ids))
    assert {str(link).removeprefix("#") for link in links} <= set(map(str, ids))


def test_the_page_asks_for_nothing(coding: Coding) -> None:
    page = written("html", coding)
    assert not re.search(r"""(?:src|href)=["'](?!#)|https?:|url\(|@import""", page)
    assert "default-src 'none'" in page
    assert "prefers-color-scheme: dark" in page


@pytest.mark.parametrize("form", ["table", "html"])
def test_hostile_text_is_shown_not_obeyed(form: str, coding: Coding) -> None:
    hostile = Coding.from_json(
        {
            **dict.fromkeys(("id", "agency", "title", "lang", "date"), HOSTILE),
            "text": HOSTILE,
            "records": [
                {
                    **dict.fromkeys(("type", "act", "status", "date", "end_date", "place", "name"), HOSTILE),
                    "kind": HOSTILE,
                    "actors": [dict.fromkeys(("role", "name", "office", "state"), HOSTILE)],
                    "topics": [HOSTILE],
                    "evidence": [HOSTILE],
                }
            ],
        }
    )
    shown = written(form, dataclasses.replace(hostile, place=HOSTILE))
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)
    if form == "html":
        assert Page(shown).tags.count("script") == 1
        assert "onerror" not in shown


@pytest.mark.parametrize(
    ("lang", "text"), [("ar", "التقى الوزيران في عمان."), ("zh", "两国外长在北京会见。"), (None, "x")]
)
def test_scripts_keep_their_direction(lang: str | None, text: str) -> None:
    page = written("html", Coding(Dispatch(text, "d", lang)))
    assert f'<p dir="auto">{text}</p>' in page
    assert (f'lang="{lang}"' in page) is bool(lang)
    assert text in written("table", Coding(Dispatch("x", "d", title=text)))


def test_the_tables_columns_keep_their_order_around_letters_from_right_to_left(coding: Coding) -> None:
    actor = dataclasses.replace(coding.records[0].actors[0], name="ماكي صال")
    record = dataclasses.replace(coding.records[0], actors=(actor,), name="اتفاقية الصيد")
    shown = written("table", dataclasses.replace(coding, records=(record,)))
    (line,) = (row for row in shown.splitlines() if "ماكي" in row)
    _, _, behind = line.partition("ماكي صال")
    assert "\u200e" in behind.split("اتفاقية")[0]
    assert "\u200e" not in written("table", coding)


VISIBLE = [
    ("a\x1b[31m", "a␛[31m", "escape"),
    ("a\x00\x07", "a␀␇", "nul and bell"),
    ("a\r\nb\rc", "a\nb\nc", "line breaks of other systems"),
    ("a\x9b2J\x7f", "a\\x9b2J\\x7f", "control sequence in one character"),
    ("a\u202eb", "a\\u202eb", "direction override"),
    ("a\u2028b", "a\nb", "line separator"),
    ("عمان\u200f \u200cä\t😀", "عمان\u200f \u200cä\t😀", "what writing needs stays"),
]


@pytest.mark.parametrize(("text", "shown", "why"), VISIBLE, ids=[row[2] for row in VISIBLE])
def test_visible(text: str, shown: str, why: str) -> None:
    assert visible(text) == shown


def test_one_line_is_cut_with_an_ellipsis() -> None:
    assert one_line("a \n b\tc") == "a b c"
    assert one_line("abcdef", 4) == "abc…"
    assert one_line("abcd", 4) == "abcd"


@pytest.mark.parametrize(
    ("name", "form"),
    [("a.html", "html"), ("a.JSONL", "jsonl"), ("a.json", "json"), ("a.txt", "table"), (None, "table")],
)
def test_the_ending_tells_the_format(name: str | None, form: str) -> None:
    from pathlib import Path

    assert by_suffix(Path(name) if name else None) == form
