"""Whatever is asked of the API, its answers are as its description says, and nothing breaks it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

import pytest
import schemathesis
from hypothesis import HealthCheck, settings

from dragoman.ledger import Ledger
from dragoman.users import accounts, tokens
from dragoman.web.app import _pages, make
from dragoman.web.guard import Guard

from ..databases import KINDS, empty
from ..samples import fill

EXAMPLES = 12
"""Requests made up for an address, besides those at the edges of what it takes."""

schema = schemathesis.openapi.from_dict(_pages(cast(Ledger, None)).openapi())
asked = settings(
    max_examples=EXAMPLES, derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck)
)


@pytest.fixture(scope="module", params=KINDS)
def api(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Guard, dict[str, str]]]:
    """A ledger of its own, for what is made up may be entered, judged and undone, and an editor's token."""
    for place in empty(request.param, tmp_path_factory.mktemp("schema")):
        fill(place)
        with Ledger(place) as ledger, ledger.database.writing() as connection:
            accounts.add(connection, "Ada", "editor", "seven grey herons")
            token = tokens.make(connection, "Ada", "made up")
        yield make(place, None), {"authorization": f"Bearer {token}"}


@schema.parametrize()
@asked
def test_answers_are_as_described(case: schemathesis.Case, api: tuple[Guard, dict[str, str]]) -> None:
    app, editor = api
    case.call_and_validate(app=app, headers=editor)
