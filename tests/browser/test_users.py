"""Signing in, judging and undoing, keeping a dispatch: as people do it, and what is refused."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from sqlalchemy import update

from dragoman.ledger import Ledger, tables
from dragoman.users import accounts

from ..serving import served
from .accessible import violations
from .addresses import follow, go
from .conftest import NARROW, Opener
from .test_trying import TEXT
from .test_views import overflow

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

PASSWORD = "seven grey herons"


@pytest.fixture(scope="package")
def desk(base: str, ledger: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A copy of the ledger that may be written into, with an editor and a reader."""
    copy = str(tmp_path_factory.mktemp("desk") / "ledger.db")
    shutil.copy(ledger, copy)
    with Ledger(copy) as kept, kept.database.writing() as connection:
        accounts.add(connection, "Ada", "editor", PASSWORD)
        accounts.add(connection, "Ben", "reader", PASSWORD)
    return copy


@pytest.fixture(scope="package")
def office(desk: str) -> Iterator[str]:
    """The address of its server."""
    with served(desk) as address:
        yield address


Entrance = Callable[..., "Page"]


@pytest.fixture
def signed_in(opened: Opener, office: str) -> Entrance:
    """A page of somebody who has signed in."""

    def enter(name: str = "Ada", password: str = PASSWORD, **options: Any) -> Page:
        page = opened(base_url=office, **options)
        page.goto("/login")
        page.get_by_label("name").fill(name)
        page.get_by_label("password").fill(password)
        follow(page.get_by_role("button", name="Sign in"))
        return page

    return enter


def judging(page: Page, address: str, number: int = 1) -> Locator:
    """The forms for an account of an event, opened."""
    page.goto(address)
    account = page.locator("article").nth(number)
    account.get_by_text("Judge", exact=True).click()
    return account


def accounts_shown(page: Page) -> int:
    return page.locator("article").count()


def test_signing_in_and_out(signed_in: Entrance) -> None:
    page = signed_in(password="wrong")
    assert "wrong name or password" in page.get_by_role("alert").inner_text()
    assert (page.get_by_label("name").input_value(), page.get_by_label("password").input_value()) == ("Ada", "")
    page.get_by_label("password").fill(PASSWORD)
    page.keyboard.press("Enter")
    follow(page.get_by_role("link", name="Ada"))
    assert "An editor" in page.locator("main").inner_text()
    assert page.evaluate("document.cookie") == "", "no script can read who is signed in"
    follow(page.get_by_role("button", name="Sign out"))
    assert page.get_by_role("link", name="Sign in").count() == 1


def test_signing_in_leads_back(signed_in: Entrance, office: str) -> None:
    page = signed_in("Ben")
    page.context.clear_cookies()
    page.goto("/account")
    assert "/login" in page.url
    page.get_by_label("name").fill("Ben")
    page.get_by_label("password").fill(PASSWORD)
    follow(page.get_by_role("button", name="Sign in"))
    assert page.url == f"{office}/account"


@pytest.mark.parametrize("scripts", [True, False])
def test_an_account_is_split_off_and_put_back(signed_in: Entrance, where: dict[str, str], scripts: bool) -> None:
    page = signed_in(java_script_enabled=scripts)
    account = judging(page, where["event"])
    before = accounts_shown(page)
    account.get_by_label("because").first.fill("another <b>day</b>")
    follow(account.get_by_role("button", name="Another event"))
    judged = page.locator("#judged li").first
    assert "two events" in judged.inner_text()
    assert "Ada" in judged.inner_text()
    assert "another <b>day</b>" in judged.inner_text(), "what was written is text"
    page.goto(where["event"])
    assert accounts_shown(page) == before - 1
    page.goto("/judgements")
    follow(page.get_by_role("button", name="Undo").first)
    assert "undone by Ada" in page.locator("main li").first.inner_text()
    page.goto(where["event"])
    assert accounts_shown(page) == before


def test_a_correction_is_seen_and_undone(signed_in: Entrance, office: str) -> None:
    page = signed_in()
    visits = httpx.get(f"{office}/pairs/AZE-KAZ.json?kind=visit").json()["events"]
    once = next(visit["id"] for visit in visits if visit["sources"] == 1 and visit["place"])
    account = judging(page, f"/events/{once}", 0)
    account.get_by_label("correct").select_option("place")
    account.get_by_label("to", exact=True).fill("Shusha")
    follow(account.get_by_role("button", name="Correct"))
    assert "Shusha" in page.locator(".sub").first.inner_text()
    assert "place: Shusha" in page.locator("#judged").inner_text()
    follow(page.locator("#judged").get_by_role("button", name="Undo"))
    assert "Shusha" not in page.locator(".sub").first.inner_text()
    assert "undone by Ada" in page.locator("#judged").inner_text()


def test_a_form_that_another_page_made_is_refused(signed_in: Entrance, where: dict[str, str]) -> None:
    page = signed_in()
    account = judging(page, where["event"])
    before = accounts_shown(page)
    page.locator("input[name=csrf]").evaluate_all("all => all.forEach(one => { one.value = 'guessed'; })")
    follow(account.get_by_role("button", name="Another event"))
    assert page.get_by_role("alert").count() == 1
    page.goto(where["event"])
    assert accounts_shown(page) == before


def test_a_session_that_has_ended_loses_nothing(signed_in: Entrance, where: dict[str, str], desk: str) -> None:
    page = signed_in()
    page.goto("/try")
    page.locator("textarea").fill(TEXT)
    end_sessions(desk)
    follow(page.get_by_role("button", name="Keep it in the ledger"))
    assert "session has ended" in page.get_by_role("alert").inner_text()
    assert page.locator("textarea").input_value() == TEXT
    page.goto(where["event"])
    assert accounts_shown(page) > 0, "reading goes on"
    assert page.get_by_text("Judge", exact=True).count() == 0


def end_sessions(desk: str) -> None:
    """As if twelve hours had gone by."""
    with Ledger(desk) as kept, kept.database.writing() as connection:
        connection.execute(update(tables.session).values(ends_at="2001-01-01T00:00:00+00:00"))


def test_a_reader_may_not_write(signed_in: Entrance, where: dict[str, str], office: str) -> None:
    page = signed_in("Ben")
    page.goto(where["event"])
    assert page.get_by_text("Judge", exact=True).count() == 0
    page.goto("/try")
    assert page.get_by_role("button", name="Keep it in the ledger").count() == 0
    page.goto("/account")
    csrf = page.locator("input[name=csrf]").first.input_value()
    event = where["event"].rpartition("/")[2]
    record = httpx.get(f"{office}/events/{event}.json").json()["accounts"][0]["record"]
    form = {"csrf": csrf, "event": event, "record": record, "verdict": "wrong"}
    answer = page.request.post("/judgements", form=form)
    assert answer.status == 403
    assert "ask for the role of an editor" in answer.text()


def test_a_dispatch_is_kept(signed_in: Entrance) -> None:
    page = signed_in()
    page.goto("/try")
    page.locator("textarea").fill(TEXT.replace("Nairobi", "Mombasa"))
    page.get_by_label("sent on").fill("2024-05-15")
    page.get_by_label("agency").fill("Sample <b>KE</b>")
    follow(page.get_by_role("button", name="Keep it in the ledger"))
    page.wait_for_url("**/dispatches/*")
    assert "Mombasa" in page.locator(".text").inner_text()
    follow(page.get_by_role("link", name="The event, with all accounts").first)
    assert "Sample <b>KE</b>" in page.locator("article").first.inner_text()


def test_a_token_is_made_used_and_revoked(signed_in: Entrance, office: str) -> None:
    page = signed_in()
    page.goto("/account")
    page.get_by_role("textbox", name="program").fill("nightly")
    follow(page.get_by_role("button", name="Make a token"))
    token = page.get_by_role("status").locator("code").inner_text()
    headers = {"Authorization": f"Bearer {token}"}
    assert httpx.get(f"{office}/pairs.json", headers=headers).status_code == 200
    page.goto("/account")
    assert token not in page.content(), "it is shown once"
    follow(page.get_by_role("button", name="Revoke"))
    refused = httpx.get(f"{office}/pairs.json", headers=headers)
    assert (refused.status_code, "revoked" in refused.json()["error"]["message"]) == (401, True)


@pytest.mark.parametrize("name", ["event", "try", "account", "judgements"])
def test_the_forms_are_accessible(signed_in: Entrance, where: dict[str, str], name: str) -> None:
    page = signed_in()
    go(page, where.get(name, f"/{name}"))
    page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")
    assert violations(page) == []
    page.set_viewport_size(NARROW)
    assert overflow(page) == []
