"""Signing in, judging and adding: who may, what it changes, how it is undone, and what is refused."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dragoman.ledger import Ledger
from dragoman.users import accounts, tokens
from dragoman.web.app import make

from ..databases import KINDS, empty
from ..ledger.made import PRESIDENTS, coding

PASSWORD = "seven grey herons"
SAID = "On 10 April 2024 the foreign ministers of Kenya and Ghana met in Accra."
MEETING = {"kind": "meeting", "type": "one_on_one", "place": "Astana", "date": "2023-04-10", "actors": PRESIDENTS}


@pytest.fixture(params=KINDS)
def stored(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A meeting told by two agencies, an editor and a reader."""
    for place in empty(request.param, tmp_path):
        with Ledger(place, create=True) as made:
            made.add([coding(f"They met, {name} says.", [MEETING], agency=name, id=name) for name in ("A", "B")])
            with made.database.writing() as connection:
                accounts.add(connection, "Ada", "editor", PASSWORD)
                accounts.add(connection, "Ben", "reader", PASSWORD)
        yield place


def browser(stored: str, *, is_open: bool = True) -> TestClient:
    return TestClient(
        make(stored, is_open=is_open),
        base_url="http://127.0.0.1",
        raise_server_exceptions=False,
        follow_redirects=False,
    )


@pytest.fixture
def pages(stored: str) -> TestClient:
    return browser(stored)


def sign_in(pages: TestClient, name: str = "Ada", password: str = PASSWORD) -> int:
    return pages.post("/login", data={"name": name, "password": password}).status_code


def csrf(pages: TestClient) -> str:
    found = re.search(r'name="csrf" value="([^"]+)"', pages.get("/account").text)
    assert found
    return found[1]


def the_event(pages: TestClient) -> dict[str, object]:
    (row,) = pages.get("/pairs/AZE-KAZ.json").json()["events"]
    return dict(pages.get(f"/events/{row['id']}.json").json())


def records(pages: TestClient) -> list[str]:
    return [row["record"] for row in the_event(pages)["accounts"]]  # type: ignore[attr-defined]


def count(pages: TestClient) -> int:
    return len(pages.get("/pairs/AZE-KAZ.json").json()["events"])


def bearer(stored: str, name: str) -> dict[str, str]:
    with Ledger(stored) as ledger, ledger.database.writing() as connection:
        return {"authorization": f"Bearer {tokens.make(connection, name, 'script')}"}


def test_a_judgement_by_form_carries_its_user_and_is_undone(pages: TestClient) -> None:
    assert sign_in(pages) == 303
    first, other = records(pages)
    event = the_event(pages)["id"]
    form = {"csrf": csrf(pages), "event": event, "record": other, "beside": first, "why": "two rooms"}
    answer = pages.post("/judgements", data={**form, "verdict": "different"})
    assert answer.status_code == 303
    assert count(pages) == 2
    page = pages.get(answer.headers["location"]).text
    assert "two rooms" in page
    assert "Ada" in page
    (made,) = pages.get("/judgements.json").json()["judgements"]
    assert (made["made_by"], made["verdict"], made["why"]) == ("Ada", "different", "two rooms")
    undo = pages.post(f"/judgements/{made['id']}/undo", data={"csrf": form["csrf"], "event": event})
    assert undo.status_code == 303
    assert count(pages) == 1
    assert pages.get("/judgements.json").json()["judgements"][0]["undone_by"] == "Ada"


def test_accounts_agree_where_there_are_several(pages: TestClient, stored: str) -> None:
    agreed = {row["slot"]: (row["value"], row["accounts"]) for row in the_event(pages)["agreements"]}  # type: ignore[attr-defined]
    assert agreed == {"type": ("one_on_one", 2), "date": ("2023-04-10", 2), "place": ("Astana", 2)}
    given = {"verdict": "wrong", "records": records(pages)[:1]}
    assert pages.post("/judgements.json", json=given, headers=bearer(stored, "Ada")).status_code == 201
    assert the_event(pages)["agreements"] == []


def test_a_correction_of_all_accounts(pages: TestClient) -> None:
    sign_in(pages)
    event = the_event(pages)["id"]
    form = {"csrf": csrf(pages), "event": event, "record": records(pages)[0], "everywhere": "true", "slot": "place"}
    assert pages.post("/judgements", data={**form, "verdict": "correct", "value": "Baku"}).status_code == 303
    assert the_event(pages)["place"] == "Baku"
    assert len(pages.get("/judgements.json").json()["judgements"]) == 2


def test_another_event_is_named_by_its_address(pages: TestClient) -> None:
    sign_in(pages)
    first, other = records(pages)
    token = {"csrf": csrf(pages), "event": the_event(pages)["id"]}
    pages.post("/judgements", data={**token, "record": other, "beside": first, "verdict": "different"})
    one, two = (row["id"] for row in pages.get("/pairs/AZE-KAZ.json").json()["events"])
    form = {**token, "event": one, "record": first, "beside": f"http://127.0.0.1/events/{two}?judged=1#x"}
    assert pages.post("/judgements", data={**form, "verdict": "same"}).status_code == 303
    assert count(pages) == 1


def test_what_is_wrong_leaves_its_event(pages: TestClient) -> None:
    sign_in(pages)
    token = {"csrf": csrf(pages), "event": the_event(pages)["id"], "verdict": "wrong"}
    for record in records(pages):
        answer = pages.post("/judgements", data={**token, "record": record})
    assert answer.headers["location"] == "/judgements"
    assert count(pages) == 0
    assert pages.get("/judgements").text.count("Undo</button>") == 2


def test_a_program_judges_and_undoes_with_a_token(pages: TestClient, stored: str) -> None:
    key = bearer(stored, "Ada")
    given = {"verdict": "wrong", "records": records(pages)}
    answer = pages.post("/judgements.json", json=given, headers=key)
    assert (answer.status_code, answer.json()) == (201, {"judgements": [1, 2]})
    assert count(pages) == 0
    undone = pages.delete("/judgements/1.json", headers=key)
    assert (undone.status_code, undone.json()["undone_by"], count(pages)) == (200, "Ada", 1)
    assert pages.delete("/judgements/1.json", headers=key).status_code == 422
    assert pages.delete("/judgements/9.json", headers=key).status_code == 404


def test_a_program_adds_a_dispatch_once(pages: TestClient, stored: str) -> None:
    key = bearer(stored, "Ada")
    given = {"text": SAID, "lang": "en", "date": "2024-04-11", "agency": "Sample"}
    first = pages.post("/dispatches.json", json=given, headers=key)
    assert (first.status_code, first.json()["new"], first.json()["records"]) == (201, True, 1)
    assert pages.post("/dispatches.json", json=given, headers=key).json() == {**first.json(), "new": False}
    assert pages.get(f"/dispatches/{first.json()['dispatch']}.json").json()["dispatch"]["source"] == "entered by Ada"
    assert len(pages.get("/pairs/GHA-KEN.json").json()["events"]) == 1


def test_an_editor_keeps_what_was_tried(pages: TestClient) -> None:
    form = {"text": SAID, "date": "2024-04-11", "keep": "true"}
    refused = pages.post("/try", data=form)
    assert refused.status_code == 401
    assert SAID in refused.text, "what was typed is not lost"
    sign_in(pages)
    assert pages.post("/try", data=form).status_code == 403
    kept = pages.post("/try", data={**form, "csrf": csrf(pages)})
    assert kept.status_code == 303
    assert SAID in pages.get(kept.headers["location"]).text


@pytest.mark.parametrize(
    ("given", "status", "told"),
    [
        ({"verdict": "same", "records": ["x"]}, 422, "two different records"),
        ({"verdict": "wrong", "records": ["x"]}, 404, "No record 'x'"),
        ({"verdict": "wrong", "records": []}, 422, "Records"),
        ({"verdict": "maybe", "records": ["x"]}, 422, "Verdict"),
        ({"verdict": "correct", "records": ["0"], "slot": "colour", "value": "red"}, 422, "No slot 'colour'"),
        ({"verdict": "correct", "records": ["0"], "slot": "status", "value": ""}, 422, "cannot be cleared"),
        ({"verdict": "correct", "records": ["0"], "slot": "date", "value": "soon"}, 422, "No such date"),
        ({"verdict": "correct", "records": ["0"], "slot": "type", "value": "treaty"}, 422, "No type 'treaty'"),
        ({"verdict": "correct", "records": ["0"], "slot": "topics", "value": "energy, cats"}, 422, "No topics 'cats'"),
    ],
)
def test_what_cannot_be_judged(
    pages: TestClient, stored: str, given: dict[str, object], status: int, told: str
) -> None:
    meant = records(pages)[0] if given["records"] == ["0"] else None
    answer = pages.post(
        "/judgements.json", json={**given, "records": [meant]} if meant else given, headers=bearer(stored, "Ada")
    )
    assert (answer.status_code, told in answer.json()["error"]["message"]) == (status, True), answer.text
    assert pages.get("/judgements.json").json()["judgements"] == []


def test_who_may_not_write(pages: TestClient, stored: str) -> None:
    given = {"verdict": "wrong", "records": records(pages)}
    answer = pages.post("/judgements.json", json=given)
    assert (answer.status_code, answer.headers["www-authenticate"].partition(",")[0]) == (401, "Bearer")
    assert "Sign in" in answer.json()["error"]["message"]
    answer = pages.post("/judgements.json", json=given, headers=bearer(stored, "Ben"))
    assert (answer.status_code, "ask for the role" in answer.json()["error"]["message"]) == (403, True)
    answer = pages.post("/judgements.json", json=given, headers={"authorization": "Bearer dragoman_made-up"})
    assert (answer.status_code, "not known" in answer.json()["error"]["message"]) == (401, True)
    assert count(pages) == 1


@pytest.mark.parametrize("token", ["", "x", "ключ"])
def test_a_form_that_another_page_made(pages: TestClient, token: str) -> None:
    sign_in(pages)
    form = {"csrf": token, "event": the_event(pages)["id"], "record": records(pages)[0], "verdict": "wrong"}
    assert pages.post("/judgements", data=form).status_code == 403
    assert pages.post("/judgements.json", json={"verdict": "wrong", "records": records(pages)}).status_code == 403
    assert count(pages) == 1


def test_a_session_that_has_ended(pages: TestClient, stored: str) -> None:
    sign_in(pages)
    form = {"csrf": csrf(pages), "event": the_event(pages)["id"], "record": records(pages)[0], "verdict": "wrong"}
    with Ledger(stored) as ledger, ledger.database.writing() as connection:
        accounts.set_password(connection, "Ada", "nine white storks")
    answer = pages.post("/judgements", data=form)
    assert (answer.status_code, "Your session has ended" in answer.text) == (401, True)
    assert pages.get("/").status_code == 200, "reading goes on"


def test_signing_out_ends_the_session(pages: TestClient) -> None:
    sign_in(pages)
    key = pages.cookies["dragoman"]
    assert pages.post("/logout", data={"csrf": csrf(pages)}).status_code == 303
    pages.cookies.set("dragoman", key)
    assert pages.get("/account").headers["location"] == "/login?next=%2Faccount"


@pytest.mark.parametrize(
    ("wanted", "leads"),
    [("/pairs/AZE-KAZ?kind=visit", "/pairs/AZE-KAZ?kind=visit"), ("//evil.example", "/"), ("https://evil.example", "/"),
     ("/\\evil.example", "/"), ("", "/")],
)  # fmt: skip
def test_signing_in_leads_on_within_the_pages(pages: TestClient, wanted: str, leads: str) -> None:
    answer = pages.post("/login", data={"name": "Ada", "password": PASSWORD, "next": wanted})
    assert (answer.status_code, answer.headers["location"]) == (303, leads)
    cookie = answer.headers["set-cookie"].lower()
    assert all(told in cookie for told in ("httponly", "samesite=lax", "path=/"))


def test_wrong_passwords_wait(pages: TestClient) -> None:
    assert [sign_in(pages, password="wrong") for _ in range(6)] == [401] * 5 + [429]
    assert "wait 30 seconds" in pages.post("/login", data={"name": "Ada", "password": PASSWORD}).text


def test_a_password_is_changed(pages: TestClient) -> None:
    sign_in(pages)
    form = {"csrf": csrf(pages), "password": "wrong", "new": "nine white storks"}
    assert pages.post("/account/password", data=form).status_code == 422
    assert pages.post("/account/password", data={**form, "password": PASSWORD}).status_code == 303
    assert (sign_in(pages), sign_in(pages, password="nine white storks")) == (401, 303)


def test_tokens_are_made_and_revoked_on_the_page(pages: TestClient) -> None:
    sign_in(pages)
    form = {"csrf": csrf(pages), "label": "nightly"}
    made = pages.post("/account/tokens", data=form)
    found = re.search(r"<code>(dragoman_[^<]+)</code>", made.text)
    assert (made.status_code, found is not None) == (201, True)
    assert pages.post("/account/tokens/1/revoke", data={"csrf": form["csrf"]}).status_code == 303
    assert "nightly" not in pages.get("/account").text


def test_where_reading_is_not_open_all_must_sign_in(stored: str) -> None:
    pages = browser(stored, is_open=False)
    away = pages.get("/pairs/AZE-KAZ?kind=visit", headers={"accept": "text/html,*/*"})
    assert (away.status_code, away.headers["location"]) == (303, "/login?next=%2Fpairs%2FAZE-KAZ%3Fkind%3Dvisit")
    assert pages.get("/overview.json").status_code == 401
    assert pages.get("/openapi.json").status_code == 401
    assert "Basic" in pages.get("/pairs/AZE-KAZ.ics").headers["www-authenticate"]
    assert pages.get("/static/pages.css").status_code == 200
    assert pages.get("/overview.json", headers=bearer(stored, "Ben")).status_code == 200
    assert sign_in(pages, "Ben") == 303
    assert pages.get("/").status_code == 200


@pytest.mark.parametrize(("scheme", "status"), [("Basic", 200), ("basic", 200), ("Digest", 401)])
def test_calendar_programs_give_a_token_as_password(stored: str, scheme: str, status: int) -> None:
    pages = browser(stored, is_open=False)
    token = bearer(stored, "Ben")["authorization"].removeprefix("Bearer ")
    for shown, expected in ((b64encode(f"Ben:{token}".encode()).decode(), status), ("?", 401), ("QmVu", 401)):
        answer = pages.get("/pairs/AZE-KAZ.csv", headers={"authorization": f"{scheme} {shown}"})
        assert answer.status_code == expected


def test_nobody_is_offered_what_they_may_not_do(pages: TestClient) -> None:
    address = f"/events/{the_event(pages)['id']}"
    assert "<form method" not in pages.get(address).text
    sign_in(pages, "Ben")
    assert 'action="/judgements"' not in pages.get(address).text
    pages.post("/logout", data={"csrf": csrf(pages)})
    sign_in(pages)
    assert pages.get(address).text.count('action="/judgements"') == 5
