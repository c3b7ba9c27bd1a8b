"""Every page shows what it must, has its data beside it, and fetches nothing from elsewhere."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

import pytest
from starlette.testclient import TestClient

PAIR = "/pairs/AZE-KAZ"

PAGES = {
    "/": ("Who talks to whom", "AZE", "Latest events", "Overdue"),
    "/pairs": ("Azerbaijan and Kazakhstan", "Germany and France"),
    PAIR: ("Timeline", "alliance", "Commitments", "Documents", "Joint bodies", "Persons", "Ilham Aliyev"),
    f"{PAIR}?kind=visit&since=2023&until=2023-06": ("10 April 2023", "official visit", "22–23 June 2023"),
    f"{PAIR}?lang=ar": ("10 April 2023",),
    f"{PAIR}/commitments?on=2023-07-01": ("as of 1 July 2023", "Overdue", "Fulfilled"),
    f"{PAIR}/documents": ("signed", "declaration"),
    f"{PAIR}/bodies": ("Supreme Interstate Council", "session"),
    f"{PAIR}/persons": ("Kassym-Jomart Tokayev", "head of state"),
    f"{PAIR}/report?since=2022&until=2025": ("report on the work done", "Visits", "Word", "Notes"),
    f"{PAIR}/report?since=2022&until=2025&lang=de": ("Bericht",),
    f"{PAIR}/map": ("Where it took place", "Baku", "Natural Earth"),
    f"{PAIR}?place=Astana": ("10 April 2023", 'value="Astana"'),
    "/search?q=Токаев": ("Tokayev", "<mark>", "Languages", "Years", "Arabic"),
    "/try": ("not stored", "<textarea"),
    "/api": ("/openapi.json", "/pairs/{name}.json"),
    "/pairs/KEN-GHA": ("The ledger holds nothing like that of Kenya and Ghana",),
}


@pytest.mark.parametrize("address", PAGES)
def test_a_page_shows_what_it_must(pages: TestClient, address: str) -> None:
    answer = pages.get(address)
    assert answer.status_code == 200
    for words in PAGES[address]:
        assert words in unescape(answer.text), words


@pytest.mark.parametrize("address", PAGES)
def test_the_data_beside_a_page(pages: TestClient, address: str) -> None:
    beside = re.search(r'<link rel="alternate" type="application/json" href="([^"]+)">', pages.get(address).text)
    if address == "/try":
        assert beside is None
        return
    assert beside is not None
    answer = pages.get(str(pages.base_url.join(address).join(unescape(beside[1]))))
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"


def links(text: str, where: str) -> list[str]:
    return [unescape(found) for found in re.findall(rf'href="({where}[^"]*)"', text)]


def test_four_clicks_from_the_overview_to_the_words(pages: TestClient) -> None:
    overview = pages.get("/").text
    pair = pages.get(next(link for link in links(overview, "/pairs/") if "AZE-KAZ" in link)).text
    told = [entry for entry in re.findall(r'<a href="(/events/\w+)">(.*?)</a>', pair) if "official visit" in entry[1]]
    event = pages.get(told[0][0]).text
    assert event.count("<article id=") == 16
    assert 'lang="ar" dir="rtl"' in event
    for link in links(event, "/dispatches/"):
        dispatch = pages.get(link).text
        quotes = [unescape(lit) for lit in re.findall(r'<a class="ev [^"]* lit"[^>]*>([^<]+)</a>', dispatch)]
        assert quotes, link
        assert all(" ".join(quote.split()) in " ".join(unescape(event).split()) for quote in quotes), link


def test_evidence_is_lit_where_it_stands(pages: TestClient) -> None:
    data = pages.get("/dispatches/59.json").json()
    page = pages.get("/dispatches/59").text
    shown = re.search(r'<div class="text".*?</div>', page, re.S)
    assert shown is not None
    assert unescape(re.sub("<[^>]+>", "", shown[0])).split() == data["text"].split()
    for told in data["records"]:
        for quote in told["record"]["evidence"]:
            assert data["text"][quote["start"] : quote["end"]] == quote["quote"]


def test_persons_bodies_and_documents_have_pages(pages: TestClient) -> None:
    text = pages.get(PAIR).text
    for kind, words in (("persons", "Offices"), ("bodies", "What is told of it"), ("documents", "Its life")):
        found = links(text, f"/{kind}/")
        assert found
        for link in found:
            assert words in pages.get(link).text
            assert pages.get(f"{link}.json").json()["id"] == link.rpartition("/")[2]


def test_another_key_of_a_person_leads_there(pages: TestClient) -> None:
    person = next(one for one in pages.get(f"{PAIR}/persons.json").json() if "Tokayev" in one["name"])
    actors = [actor for event in pages.get(f"{PAIR}.json?limit=200").json()["events"] for actor in event["actors"]]
    keys = {actor["person"] for actor in actors if actor["name"] and "Tokayev" in actor["name"]}
    for key in keys:
        assert pages.get(f"/persons/{key}").url.path == f"/persons/{person['id']}"


class _Fetched(HTMLParser):
    """What a browser would fetch, and what would be script or style in the page."""

    def __init__(self) -> None:
        super().__init__()
        self.fetched: list[str] = []
        self.inline: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "script" and given.get("src"):
            self.fetched.append(given["src"] or "")
        elif tag in ("script", "style", "iframe", "object", "embed", "base"):
            self.inline.append(tag)
        self.inline += [name for name in given if name == "style" or name.startswith("on")]
        fetched = {"link": "href", "img": "src", "form": "action", "source": "src"}
        if tag in fetched:
            self.fetched.append(given.get(fetched[tag]) or "")


@pytest.mark.parametrize("address", [*PAGES, "/dispatches/1", "/nothing"])
def test_nothing_is_fetched_from_elsewhere(pages: TestClient, address: str) -> None:
    answer = pages.get(address)
    parser = _Fetched()
    parser.feed(answer.text)
    assert parser.inline == []
    assert all(re.match(r"/(?!/)|[a-z]+\.json", found) for found in parser.fetched)
    assert "://" not in "".join(re.findall(r'(?:src|href|action)="([^"]*)"', answer.text))
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("name", ["pages", "charts"])
def test_the_style_fetches_nothing(pages: TestClient, name: str) -> None:
    style = pages.get(f"/static/{name}.css")
    assert style.headers["content-type"].startswith("text/css")
    assert "url(" not in style.text
    assert "@import" not in style.text
    assert len(style.content) < 20_000


@pytest.mark.parametrize("address", [PAIR, f"{PAIR}/map", "/try"])
def test_a_page_with_its_scripts_is_light(pages: TestClient, address: str) -> None:
    text = pages.get(address).text
    fetched = re.findall(r'(?:src|href)="(/static/[^"]+)"', text)
    beside = [unescape(found) for found in re.findall(r'data-(?:chart|map)="([^"]+)"', text)]
    sizes = [len(pages.get(found).content) for found in (*fetched, *beside)]
    assert len(text.encode()) + sum(sizes) < 400_000


def test_the_scripts_carry_their_licences(pages: TestClient) -> None:
    told = pages.get("/static/built/LICENCES.txt").text
    for name in ("d3-scale", "d3-geo", "htmx.org", "topojson-client", "world-atlas"):
        assert re.search(rf"^{re.escape(name)} [\d.]+ \(", told, re.M), name
    for script in ("moves", "chart", "map"):
        assert "javascript" in pages.get(f"/static/built/{script}.js").headers["content-type"]


def test_what_moves_has_an_address_without_scripts(pages: TestClient) -> None:
    for address in (f"{PAIR}?limit=5", "/try", f"{PAIR}/map"):
        for tag in re.findall(r"<(?:a|form)[^>]* hx-[^>]*>", pages.get(address).text):
            plain = re.search(r' (?:href|action)="([^"]+)"', tag)
            moving = re.search(r' hx-(?:get|post)="([^"]+)"', tag)
            assert plain is not None, tag
            assert moving is not None, tag
            assert plain[1] == moving[1], tag
