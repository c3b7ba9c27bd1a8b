"""No page is heavy, however much there is to show: what is longer is cut, says so, and goes on."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from html import unescape

import pytest
from starlette.testclient import TestClient

from dragoman.export.segments import Segment
from dragoman.ledger import Ledger
from dragoman.model import Coding
from dragoman.web.app import make
from dragoman.web.pages.dispatch import paged

from ..ledger.made import PRESIDENTS, coding, who

HEAVIEST = 400_000
"""Bytes of a page without a map."""

PAIR = "/pairs/AZE-KAZ"
MET = {"kind": "meeting", "type": "bilateral", "date": "2023-04-10", "actors": PRESIDENTS, "topics": ["energy"]}
PARTIES = who(("party", None, None, "AZE"), ("party", None, None, "KAZ"))
QUOTE = "Премьер-министр встретился с министром иностранных дел и обсудил с ним перевозку нефти. " * 7


def _codings() -> Iterator[Coding]:
    """An event of 260 accounts; 230 documents to come; 220 persons; a text as long as may be, in one line."""
    for n in range(260):
        yield coding(f"{n}: {QUOTE}", [MET], agency=f"Agency {n}", lang="ru")
    for n in range(230):
        name = f"agreement on {_words(n)}"
        record = {"kind": "document", "type": "agreement", "act": "sign", "status": "planned", "date": f"{2024 + n}"}
        signed = {**record, "name": name, "actors": PARTIES, "topics": ["energy"]}
        speaker = {
            "kind": "statement",
            "type": "support",
            "actors": who(("speaker", _words(n).title(), "minister", "KAZ")),
        }
        yield coding(f"The {name} is to be signed.", [signed, speaker], agency=f"Agency {n}")
    text = "联合声明。" * 39_990 + "阿利耶夫与托卡耶夫会谈。"
    yield coding(text, [{**MET, "evidence": [text[-12:]]}], lang="zh", date="2023-04-11")


def _words(n: int) -> str:
    """Words of which no others are a form."""
    chance = random.Random(n)
    syllables = [chance.choice("bdfklmnrstvz") + chance.choice("aeiou") for _ in range(16)]
    return " ".join("".join(syllables[at : at + 4]) for at in range(0, 16, 4))


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """A browser on a ledger of much."""
    place = str(tmp_path_factory.mktemp("weight") / "ledger.db")
    with Ledger(place, create=True) as ledger:
        ledger.add(_codings())
    return TestClient(make(place), base_url="http://127.0.0.1", raise_server_exceptions=False)


def read_through(pages: TestClient, address: str) -> list[str]:
    """A page and those that it leads on to, each light enough."""
    found: list[str] = []
    following: str | None = address
    while following:
        answer = pages.get(following)
        assert answer.status_code == 200
        assert len(answer.content) <= HEAVIEST
        found.append(answer.text)
        link = re.search(r'<a href="([^"]+)" rel="next"[^>]*>Go on</a>', answer.text)
        following = str(answer.url.join(unescape(link[1]))) if link else None
    return found


@pytest.mark.parametrize(
    ("address", "item", "many"),
    [
        (f"{PAIR}/documents", '<a href="/documents/', 230),
        (f"{PAIR}/commitments?on=2024-01-01", '<span class="state s-', 230),
        ("EVENT", "<article id=", 261),
        (PAIR, '<div class="event k-', 233),
    ],
)
def test_a_long_list_goes_on_until_its_end(pages: TestClient, address: str, item: str, many: int) -> None:
    if address == "EVENT":
        event = next(one for one in pages.get(f"{PAIR}.json?kind=meeting").json()["events"] if one["sources"] > 200)
        address = f"/events/{event['id']}"
    found = read_through(pages, address)
    assert len(found) > 1
    assert sum(page.count(item) for page in found) >= many
    counted = re.findall(r"Page (\d+) of (\d+)", "".join(found))
    assert counted == [(str(n), str(len(found))) for n in range(1, len(found) + 1)] or address == PAIR


@pytest.mark.parametrize("address", ["/", "/pairs", f"{PAIR}/persons", f"{PAIR}/report?since=2000&until=2300"])
def test_other_pages_are_light(pages: TestClient, address: str) -> None:
    read_through(pages, address)


def test_a_long_text_opens_where_the_record_is(pages: TestClient) -> None:
    number = pages.get("/search.json?q=联合声明").json()["dispatches"][0]["id"]
    data = pages.get(f"/dispatches/{number}.json").json()
    found = read_through(pages, f"/dispatches/{number}")
    shown = "".join(
        unescape(re.sub("<[^>]+>", "", re.findall(r'<div class="text".*?</div>', page, re.S)[0])) for page in found
    )
    assert "".join(shown.split()) == data["text"]
    assert [page.count('<li id="n-1"') for page in found] == [0] * (len(found) - 1) + [1]
    lit = pages.get(f"/dispatches/{number}", params={"record": data["records"][0]["id"]}).text
    assert f"Page {len(found)} of {len(found)}" in lit


@pytest.mark.parametrize("number", ["0", "-1", "x"])
def test_a_page_that_is_no_number(pages: TestClient, number: str) -> None:
    assert pages.get(f"{PAIR}/documents?page={number}").status_code == 422


@pytest.mark.parametrize(
    "address",
    [f"{PAIR}/documents", f"{PAIR}/commitments", f"{PAIR}/bodies", f"{PAIR}/persons", "/pairs", "/dispatches/1"],
)
def test_a_page_beyond_the_last(pages: TestClient, address: str) -> None:
    answer = pages.get(f"{address}?page={10**9}")
    assert answer.status_code == 404
    assert "There is no page 1000000000 of this list: the last is" in answer.text


# (why, lengths of segments by line, characters of a page, lengths by page and line)
PAGED = [
    ("all on one", [[3, 2], [4]], 10, [[[3, 2], [4]]]),
    ("cut between lines", [[3, 2], [4]], 8, [[[3, 2]], [[4]]]),
    ("a line longer than a page is cut within", [[3, 9, 1]], 5, [[[3]], [[5]], [[4, 1]]]),
    ("nothing", [], 5, [[]]),
]


@pytest.mark.parametrize(("why", "lines", "size", "pages_of"), PAGED, ids=[row[0] for row in PAGED])
def test_a_text_on_pages(why: str, lines: list[list[int]], size: int, pages_of: list[list[list[int]]]) -> None:
    at, text = 0, []
    for line in lines:
        text.append([])
        for length in line:
            text[-1].append(Segment(at, at + length, ()))
            at += length
    lengths = [[[part.end - part.start for part in line] for line in leaf] for leaf in paged(text, size)]
    assert lengths == pages_of
