"""What holds for the formats in which others read our events, whatever the format."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import pytest

from dragoman.export.data.registry import FORMATS
from dragoman.export.data.told import Told

From = Callable[..., Iterator[Told]]


@pytest.mark.parametrize("name", ["sqlite", "ftm", "jsonld", "geojson", "ical"])
def test_how_many_events_were_written(name: str, from_codings: From) -> None:
    visits = [one for one in from_codings(kinds=("visit",), since="2023") if one.precision == "day"]
    assert FORMATS[name].writer()(iter(visits), BytesIO()) == len(visits) > 20


@pytest.mark.parametrize("name", ["ftm", "jsonld", "ical"])
def test_addresses_that_are_none_of_the_web_are_no_links(
    name: str, from_codings: From, written: Callable[..., Any]
) -> None:
    harmful = [one for one in from_codings() if one.tellings[0].dispatch == "harm"]
    assert harmful
    assert b"javascript:" not in written(name, iter(harmful))
