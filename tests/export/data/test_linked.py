"""What holds for the formats in which others read our events, whatever the format."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import pytest

from dragoman.export.data.registry import FORMATS
from dragoman.export.data.told import Told

From = Callable[..., Iterator[Told]]
Written = Callable[..., Any]

STREAMED = ("ftm", "jsonld", "geojson", "ical")
LINKED = (*STREAMED, "sqlite")


@pytest.mark.parametrize("name", LINKED)
def test_the_same_events_give_the_same_bytes(name: str, from_ledger: From, written: Written) -> None:
    first = written(name, from_ledger())
    assert first == written(name, from_ledger())
    assert len(first) > len(written(name, iter(())))


@pytest.mark.parametrize("name", STREAMED)
def test_events_are_written_as_they_come(name: str, from_codings: From) -> None:
    out, sizes = BytesIO(), []

    def watched() -> Iterator[Told]:
        for one in from_codings():
            yield one
            sizes.append(out.tell())

    FORMATS[name].writer()(watched(), out)
    assert sizes[0] >= 0
    assert len(set(sizes)) > (100 if name == "ical" else 500), "nothing is kept back"


@pytest.mark.parametrize("name", LINKED)
def test_how_many_events_were_written(name: str, from_codings: From) -> None:
    visits = [one for one in from_codings(kinds=("visit",), since="2023") if one.precision == "day"]
    assert FORMATS[name].writer()(iter(visits), BytesIO()) == len(visits) > 20


@pytest.mark.parametrize("name", LINKED)
def test_addresses_that_are_none_of_the_web_are_no_links(name: str, from_codings: From, written: Written) -> None:
    harmful = [one for one in from_codings() if one.tellings[0].dispatch == "harm"]
    assert harmful
    if name not in ("sqlite", "geojson"):  # which have what the source gave, as tables do
        assert b"javascript:" not in written(name, iter(harmful))
