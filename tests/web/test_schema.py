"""Whatever is asked of the API, its answers are as its description says, and nothing breaks it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance
from starlette.testclient import TestClient

from dragoman.ledger import Ledger
from dragoman.users import accounts, tokens
from dragoman.web.app import _pages, make
from dragoman.web.guard import Guard

from ..databases import KINDS, empty
from ..samples import fill

EXAMPLES = 8
"""Requests made up for an address, besides those at the edges of what it takes."""

EXCLUDED = [positive_data_acceptance]
"""What has the shape of a day may be none still: the 30th of February, a period that ends before it begins."""

asked = settings(
    max_examples=EXAMPLES, derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck)
)

# the description needs no ledger; Word and Excel files are asked for as the others are, and take long to write
schema = schemathesis.openapi.from_dict(_pages(cast(Ledger, None)).openapi()).exclude(path_regex="docx|xlsx")


@dataclass(frozen=True, slots=True)
class Api:
    """The application, what an editor sends along, and what there is at an address with an id."""

    app: Guard
    editor: dict[str, str]
    known: dict[str, str]


@pytest.fixture(scope="module", params=KINDS)
def api(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Api]:
    """On a ledger of its own, for what is made up may be entered, judged and undone."""
    for place in empty(request.param, tmp_path_factory.mktemp("schema")):
        fill(place)
        with Ledger(place) as ledger, ledger.database.writing() as connection:
            accounts.add(connection, "Ada", "editor", "seven grey herons")
            token = tokens.make(connection, "Ada", "made up")
        app = make(place, None)
        yield Api(app, {"authorization": f"Bearer {token}"}, known(TestClient(app)))


def known(pages: TestClient) -> dict[str, str]:
    """An id that there is for each kind of thing."""
    pair = "/pairs/AZE-KAZ"
    found = {kind: pages.get(f"{pair}/{kind}.json").json()[0]["id"] for kind in ("persons", "bodies", "documents")}
    return {
        **found,
        "events": pages.get(f"{pair}.json").json()["events"][0]["id"],
        "dispatches": "1",
        "judgements": "1",
        "second-readings": "1",
    }


@schema.parametrize()
@asked
def test_answers_are_as_described(case: schemathesis.Case[Any], api: Api) -> None:
    case.call_and_validate(app=api.app, headers=api.editor, excluded_checks=EXCLUDED)


@schema.include(path_regex=r"\{(identity|number)\}").parametrize()
@asked
def test_answers_on_what_there_is(case: schemathesis.Case[Any], api: Api) -> None:
    kind = case.path.split("/")[1]
    case.path_parameters = dict.fromkeys(case.path_parameters, api.known[kind])
    case.call_and_validate(app=api.app, headers=api.editor, excluded_checks=EXCLUDED)
