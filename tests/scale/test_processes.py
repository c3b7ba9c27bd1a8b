"""The map over dispatches: order, flat memory, and a stop in the middle."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dragoman.intake import Item
from dragoman.model import Dispatch
from dragoman.scale import code_all
from dragoman.scale.outcome import Overrides
from dragoman.scale.processes import CHUNK

TEXT = "Foreign Minister Ada Mbeki of Kenya met Japanese Foreign Minister Ken Mori in Nairobi on Monday."


def _items(number: int, taken: list[int]) -> Iterator[Item]:
    """So many items, every fifth a problem; ``taken`` keeps count of what was asked for."""
    for at in range(number):
        taken.append(at)
        dispatch = Dispatch(TEXT, str(at), "en", "2024-05-08")
        yield Item(f"f:{at}", problem="off") if at % 5 == 4 else Item(f"f:{at}", dispatch, size=1)


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_order_is_kept_and_nothing_is_lost(jobs: int) -> None:
    outcomes = list(code_all(_items(101, []), Overrides(), jobs))
    assert [outcome.where for outcome in outcomes] == [f"f:{at}" for at in range(101)]
    assert [at for at, outcome in enumerate(outcomes) if outcome.problem] == list(range(4, 101, 5))
    assert all(outcome.coding.dispatch.id == str(at) for at, outcome in enumerate(outcomes) if outcome.coding)


@pytest.mark.parametrize(("jobs", "most"), [(1, 1), (2, 6 * CHUNK)])
def test_no_more_is_read_ahead_than_is_in_work(jobs: int, most: int) -> None:
    taken: list[int] = []
    outcomes = code_all(_items(100_000, taken), Overrides(), jobs)
    for at in range(40):
        assert next(outcomes).where == f"f:{at}"
        assert len(taken) - at <= most
    outcomes.close()  # type: ignore[attr-defined]


OVERRIDES = [
    (Overrides(), "de", "2024-05-08"),
    (Overrides(lang="en"), "en", "2024-05-08"),
    (Overrides(date="2020-01-01"), "de", "2020-01-01"),
]


@pytest.mark.parametrize(("overrides", "lang", "date"), OVERRIDES)
def test_what_the_caller_knows_wins(overrides: Overrides, lang: str, date: str) -> None:
    dispatch = overrides.apply(Dispatch("x", lang="de", date="2024-05-08"))
    assert (dispatch.lang, dispatch.date) == (lang, date)
