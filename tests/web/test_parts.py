"""Small parts of the pages, each as a table."""

from __future__ import annotations

import pytest

from dragoman.ledger.overview import Contacts
from dragoman.web import links
from dragoman.web.pages.overview import matrix
from dragoman.web.pages.search import passages


@pytest.mark.parametrize(
    ("command", "address"),
    [
        ("dragoman show e12", "/events/e12"),
        ("dragoman commitments AZE KAZ --overdue --date 2025-12-31", "/pairs/AZE-KAZ/commitments"),
        (
            "dragoman events AZE KAZ --since 2022 --until 2025 --kind visit",
            "/pairs/AZE-KAZ?since=2022&until=2025&kind=visit",
        ),
        ("dragoman events AZE KAZ --since 2022 --until 2025 --topic TOPIC", "/pairs/AZE-KAZ?since=2022&until=2025"),
        ("dragoman stats", None),
    ],
)
def test_commands_lead_to_pages(command: str, address: str | None) -> None:
    assert links.command(command) == address


def test_the_matrix_is_the_same_both_ways() -> None:
    rows = matrix([Contacts("AZE-KAZ", 10, 12), Contacts("AZE-DEU", 2, 2)], ["KAZ", "AZE", "DEU"])
    told = [[cell and (cell.count, cell.shade) for cell in row] for row in rows]
    assert told == [[None, (10, 5), (0, 0)], [(10, 5), None, (2, 3)], [(0, 0), (2, 3), None]]


@pytest.mark.parametrize(
    ("text", "lang", "query", "expected"),
    [
        ("Präsident Tokajew kam.", "de", "tokajew", ["Tokajew"]),
        ("Президент Токаев прибыл.", "ru", "Tokayev", ["Токаев"]),
        ("托卡耶夫总统访问北京。", "zh", "北京", ["北京"]),
        ("Nothing of it.", "en", "Tokayev", []),
        ("Astana and Astana.", "en", "astana", ["Astana", "Astana"]),
    ],
)
def test_passages_are_marked(text: str, lang: str, query: str, expected: list[str]) -> None:
    found = passages(text, lang, query)
    assert [part for passage in found for part, words in passage if words] == expected
    assert all("".join(part for part, _ in passage) == text for passage in found)


def test_a_long_text_is_cut_between_words() -> None:
    text = f"{'before ' * 40}Astana {'after ' * 40}"
    (passage,) = passages(text, "en", "Astana")
    told = "".join(part for part, _ in passage)
    assert told.startswith("…before ")
    assert told.endswith(" after…")
    assert len(told) < 200
