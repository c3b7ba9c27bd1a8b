"""Whatever is asked wrongly: the right status and one sentence, as a page or as JSON; a dispatch is never markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

import pytest
from starlette.testclient import TestClient

from .markup import SCRIPT

PAIR = "/pairs/AZE-KAZ"
LONG = "x" * 5_000_000

WRONG = [
    ("/nothing", 404, "no such page"),
    ("/pairs/AZE-XXX", 404, "No state or organisation 'XXX'"),
    ("/pairs/AZE", 404, "write two codes such as AZE-KAZ"),
    ("/pairs/AZE-AZE", 404, "one state twice"),
    ("/pairs/KEN-GHA/report", 404, "holds nothing of Kenya and Ghana"),
    ("/events/e000000000000", 404, "no event"),
    ("/events/%00", 422, "character"),
    ("/persons/KAZ.nobody", 404, "no person"),
    ("/persons/nobody", 404, "no person"),
    ("/bodies/b1", 404, "no body"),
    ("/documents/d1", 404, "no document"),
    ("/dispatches/999999", 404, "no dispatch 999999"),
    ("/dispatches/99999999999999999999", 422, "number"),
    ("/dispatches/one", 422, "number"),
    (f"{PAIR}?kind=party", 422, "no kind 'party': give one of visit meeting"),
    (f"{PAIR}?topic=nothing", 422, "no topic 'nothing'"),
    (f"{PAIR}?lang=xx", 422, "no language 'xx'"),
    (f"{PAIR}?since=2023-13", 422, "no such date '2023-13': write it as 2023-04-10, 2023-04 or 2023"),
    (f"{PAIR}?since=yesterday", 422, "no such date 'yesterday'"),
    (f"{PAIR}?since=2024&until=2023", 422, "2024 is later than 2023"),
    (f"{PAIR}?on=2023", 422, "no day"),
    (f"{PAIR}?person=KAZ.nobody", 404, "no person"),
    (f"{PAIR}?limit=1000000000", 422, "limit"),
    (f"{PAIR}?page=1000000000", 422, "no filter “page”"),
    (f"{PAIR}?after=1000000000", 422, "no place '1000000000' in this list"),
    (f"{PAIR}?after=2023-99-99.e1", 422, "no such date"),
    (f"{PAIR}/report?lang=xx", 422, "no reports in 'xx'"),
    (f"{PAIR}/report?since=2024&until=2023", 422, "later"),
    (f"{PAIR}/map?kind=party", 422, "no kind 'party'"),
    (f"{PAIR}/map?since=2024&until=2023", 422, "later"),
    ("/pairs/AZE-XXX/map", 404, "No state or organisation 'XXX'"),
    ("/persons/KAZ.nobody/map", 404, "no person"),
    (f"{PAIR}/commitments?day=1", 422, "no filter “day”"),
    (f"/search?q={'x' * 201}", 422, "200 characters"),
    ("/search?q=%00", 422, "character"),
    ("/search?q=x&year=MMXX", 422, "no such year"),
    ("/search?q=x&kind=party", 422, "no kind 'party'"),
    ("/search?pair=AZE-XXX", 422, "Pair: no state or organisation 'XXX'"),
    ("/search?pair=AZE", 422, "write two codes such as AZE-KAZ"),
    ("/search?q=x&after=1", 422, "no place"),
]


def said(page: str) -> str:
    found = re.search(r'role="alert">(.*?)</p>', page, re.S)
    assert found is not None, page
    return unescape(found[1])


def beside(address: str) -> str:
    """The address of the data."""
    path, mark, query = address.partition("?")
    return f"{path}.json{mark}{query}"


@pytest.mark.parametrize(("address", "status", "words"), WRONG)
def test_a_page_says_what_is_wrong(pages: TestClient, address: str, status: int, words: str) -> None:
    answer = pages.get(address)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "text/html; charset=utf-8")
    message = said(answer.text)
    assert words.casefold() in message.casefold()
    assert "\n" not in message


@pytest.mark.parametrize(("address", "status", "words"), WRONG)
def test_data_say_the_same_in_one_shape(pages: TestClient, address: str, status: int, words: str) -> None:
    answer = pages.get(beside(address))
    error = answer.json()["error"]
    assert (answer.status_code, error["status"], sorted(error)) == (status, status, ["message", "status", "title"])
    assert words.casefold() in error["message"].casefold()
    assert pages.get(address, headers={"accept": "application/json"}).json()["error"]["status"] == status


@pytest.mark.parametrize(
    "address", ["/", "/try", "/events/%3Cscript%3E", f"{PAIR}?kind=<script>", "/search?q=<script>"]
)
def test_what_was_asked_is_never_markup(pages: TestClient, address: str) -> None:
    assert not SCRIPT.search(pages.get(address).text)


@pytest.mark.parametrize("path", ["/try", "/try.json"])
def test_too_long_a_text(pages: TestClient, path: str) -> None:
    sent = {"json": {"text": LONG}} if path.endswith("json") else {"data": {"text": LONG}}
    assert pages.post(path, **sent).status_code == 413  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("path", "kind"), [("/try", "application/x-www-form-urlencoded"), ("/try.json", "application/json")]
)
def test_too_long_a_text_whose_length_nobody_tells(pages: TestClient, path: str, kind: str) -> None:
    def parts() -> Iterator[bytes]:
        for _ in range(50):
            yield b"x" * 100_000

    answer = pages.post(path, content=parts(), headers={"content-type": kind})
    assert answer.status_code == 413


@pytest.mark.parametrize(
    ("form", "status", "words"),
    [
        ({}, 422, "text is empty"),
        ({"text": "x" * 200_001}, 413, "at most 200,000"),
        ({"text": "A text without a day.", "lang": "en"}, 422, "no date"),
        ({"text": "Text", "date": "2023-02-30"}, 422, "impossible date"),
        ({"text": "Text", "lang": "xx", "date": "2023-02-03"}, 422, "unsupported language"),
    ],
)
def test_what_cannot_be_coded(pages: TestClient, form: dict[str, str], status: int, words: str) -> None:
    answer = pages.post("/try", data=form)
    assert answer.status_code == status
    assert words in said(answer.text)
    if status == 422 and form:
        assert form["text"] in answer.text, "what was pasted is kept"
    data = pages.post("/try.json", json={"text": "", **form})
    assert (data.status_code, words in data.json()["error"]["message"].lower()) == (status, True)


@pytest.mark.parametrize(
    ("content", "status"),
    [(b"{", 422), (b'{"text": 7}', 422), (b"[]", 422), (b'{"text": "x", "more": 1}', 422), (b"\xff", 422)],
)
def test_what_is_no_dispatch(pages: TestClient, content: bytes, status: int) -> None:
    answer = pages.post("/try.json", content=content, headers={"content-type": "application/json"})
    assert (answer.status_code, answer.json()["error"]["status"]) == (status, status)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"host": "evil.example"}, 421),  # a name that was made to point to this machine
        ({"host": "127.0.0.1.evil.example:8700"}, 421),
        ({"host": "[::1"}, 421),
        ({"host": "localhost:8700"}, 200),
        ({"host": "[::1]:8700"}, 200),
    ],
)
def test_only_this_machine_is_answered(pages: TestClient, headers: dict[str, str], status: int) -> None:
    answer = pages.get("/", headers=headers)
    assert answer.status_code == status
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]


@pytest.mark.parametrize("headers", [{"origin": "http://evil.example"}, {"sec-fetch-site": "cross-site"}])
def test_forms_of_other_sites_are_not_taken(pages: TestClient, headers: dict[str, str]) -> None:
    assert pages.post("/try", data={"text": "x"}, headers=headers).status_code == 403


@pytest.mark.parametrize(("method", "status"), [("POST", 405), ("DELETE", 405), ("HEAD", 200)])
def test_methods(pages: TestClient, method: str, status: int) -> None:
    assert pages.request(method, "/").status_code == status


def test_a_dispatch_that_means_harm(pages: TestClient) -> None:
    (number,) = [row["id"] for row in pages.get("/search.json?q=Mbeki").json()["dispatches"]]
    dispatch = pages.get(f"/dispatches/{number}.json").json()
    event = next(told["event"] for told in dispatch["records"] if told["event"])
    for address in (f"/dispatches/{number}", f"/events/{event}", "/search?q=Mbeki", "/pairs/JPN-KEN", "/"):
        text = pages.get(address).text
        assert not SCRIPT.search(text), address
        assert not re.search(r"<(img|b>Mbeki)|javascript:|[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text), address
    assert "&lt;script&gt;alert(1)" in pages.get(f"/dispatches/{number}").text


def test_what_nobody_foresaw(stored: str) -> None:
    from dragoman.web.app import make

    broken = TestClient(make(stored), base_url="http://127.0.0.1", raise_server_exceptions=False)
    broken.app.app.app.state.ledger = None  # type: ignore[attr-defined]
    answer = broken.get("/overview.json")
    assert (answer.status_code, answer.json()["error"]["title"]) == (500, "Internal Server Error")
    assert "frame-ancestors" in answer.headers["content-security-policy"]
