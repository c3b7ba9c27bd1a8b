"""Reports as files: text of dispatches is never markup, notes are linked, the same ledger gives the same bytes."""

from __future__ import annotations

import io
import re
import zipfile
from html.parser import HTMLParser

import docx
import pytest

from dragoman.ledger import Ledger
from dragoman.ledger.pairs import pair
from dragoman.report.page import Item, Page, Run, Section
from dragoman.report.registry import FORMATS, by_suffix, writer
from dragoman.report.told_work import page as worked
from dragoman.report.work import work

from .story import MARKED


@pytest.fixture
def page(ledger: Ledger) -> Page:
    with ledger.reading() as connection:
        return worked(work(connection, pair("KEN", "JPN"), "2023", "2024-03-01", "2024-03-01"), "en")


class Tags(HTMLParser):
    """What a page is made of."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_ledger_gives_the_same_bytes(page: Page, ledger: Ledger, form: str) -> None:
    with ledger.reading() as connection:
        again = worked(work(connection, pair("KEN", "JPN"), "2023", "2024-03-01", "2024-03-01"), "en")
    assert writer(form)(page) == writer(form)(again)


def test_html_shows_the_words_of_dispatches_as_text(page: Page) -> None:
    made = Tags(writer("html")(page).decode())
    assert MARKED in made.text
    assert "b" not in {tag for tag, _ in made.tags}


def test_html_asks_for_nothing_and_runs_nothing(page: Page) -> None:
    text = writer("html")(page).decode()
    made = Tags(text)
    assert {tag for tag, _ in made.tags}.isdisjoint({"script", "link", "img", "iframe", "object", "form"})
    assert all((attrs.get("href") or "#").startswith("#") for _, attrs in made.tags)
    assert not any("src" in attrs or any(name.startswith("on") for name in attrs) for _, attrs in made.tags)
    assert "url(" not in text
    assert "@import" not in text


def test_html_links_notes_both_ways(page: Page) -> None:
    made = Tags(writer("html")(page).decode())
    ids = {attrs["id"] for _, attrs in made.tags if "id" in attrs}
    targets = {(attrs["href"] or "")[1:] for _, attrs in made.tags if "href" in attrs}
    assert ids == targets
    assert {f"n{note.number}" for note in page.notes} <= ids


def test_html_says_languages_and_directions(page: Page) -> None:
    made = Tags(writer("html")(page).decode())
    assert ("html", {"lang": "en"}) in made.tags
    assert ("bdi", {"lang": "ar", "dir": "rtl"}) in made.tags
    assert ("bdi", {"lang": "de"}) in made.tags


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("<b>bold</b> & *more*", r"\<b\>bold\</b\> \& \*more\*"),
        ("[a](b) | `c` # $d$", r"\[a\](b) \| \`c\` \# \$d\$"),
        ("10. April", r"10\. April"),
        ("- a dash", r"\- a dash"),
    ],
)
def test_markdown_escapes(text: str, want: str) -> None:
    made = Page("en", "t", "s", "2024-01-01", (), (Section("x", (Item((Run(text),)),)),), "notes", (), ("about", "a"))
    assert f"- {want}\n" in writer("md")(made).decode()


def test_markdown_notes_are_all_cited_and_told(page: Page) -> None:
    text = writer("md")(page).decode()
    told = re.findall(r"^\[\^(\d+)\]:", text, re.MULTILINE)
    assert set(re.findall(r"\[\^(\d+)\](?!:)", text)) == set(told)
    assert len(told) == len(page.notes)


def test_word_opens_with_headings_a_table_and_properties(page: Page) -> None:
    document = docx.Document(io.BytesIO(writer("docx")(page)))
    headings = [p.text for p in document.paragraphs if p.style and p.style.name == "Heading 1"]
    assert headings[:2] == ["Visits", "Documents signed"]
    assert document.core_properties.title == "Kenya and Japan: report on the work done"
    assert document.core_properties.language == "en"
    assert document.tables[0].rows[1].cells[0].text == "transport"
    assert any(MARKED in p.text for p in document.paragraphs)


def test_word_has_real_footnotes(page: Page) -> None:
    files = zipfile.ZipFile(io.BytesIO(writer("docx")(page)))
    body, notes = files.read("word/document.xml").decode(), files.read("word/footnotes.xml").decode()
    numbers = [str(note.number) for note in page.notes]
    assert re.findall(r'<w:footnoteReference w:id="(\d+)"', body) == numbers, "each once, in the order of the page"
    assert re.findall(r'<w:footnote w:id="(\d+)"', notes) == numbers
    for again in re.findall(r"NOTEREF _Note(\d+) ", body):
        assert f'w:name="_Note{again}"' in body
    assert "w:rtl" in notes


def test_word_takes_what_xml_cannot_hold() -> None:
    odd = "a\x00b\ufffec"
    made = Page("en", odd, "s", "2024-01-01", (), (Section("x", (Item((Run(odd),)),)),), "notes", (), ("about", "a"))
    assert docx.Document(io.BytesIO(writer("docx")(made))).core_properties.title == "a\ufffdb\ufffdc"


@pytest.mark.parametrize(
    ("name", "want"), [(None, "md"), ("a.docx", "docx"), ("a.HTM", "html"), ("a.html", "html"), ("a.txt", "md")]
)
def test_the_ending_of_a_file_says_the_format(name: str | None, want: str) -> None:
    from pathlib import Path

    assert by_suffix(Path(name) if name else None) == want
