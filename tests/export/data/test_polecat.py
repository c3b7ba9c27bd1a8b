"""POLECAT's columns, read as its files are."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import Any

import pandas as pd
import pytest

from dragoman import __version__
from dragoman.export.data.polecat import FIELDS
from dragoman.export.data.told import Told
from dragoman.ledger.pairs import Pair

from .made import TEXT, told, who

From = Callable[..., Iterator[Told]]
Written = Callable[..., Any]

# the head of POLECAT's files
_HEAD = (
    "Event ID;Event Date;Event Type;Event Mode;Intensity;Quad Code;Contexts;Actor Name;Actor Country;Actor COW;"
    "Primary Actor Sector;Actor Sectors;Actor Title;Actor Name Raw;Wikipedia Actor ID;Recipient Name;Recipient Country;"
    "Recipient COW;Primary Recipient Sector;Recipient Sectors;Recipient Title;Recipient Name Raw;"
    "Wikipedia Recipient ID;Placename;City;District;Province;Country;Latitude;Longitude;GeoNames ID;Raw Placename;"
    "Feature Type;Source;Publication Date;Story People;Story Organizations;Story Locations;Language;Version"
)
COLUMNS = _HEAD.split(";")
NUMBERS = {"Intensity": "float64", "Latitude": "float64", "Longitude": "float64"}


def frame(data: bytes) -> pd.DataFrame:
    kinds = {name: NUMBERS.get(name, "str") for name in COLUMNS}
    # nothing stands for a missing value but nothing: "None" keeps the place of one actor among several
    return pd.read_csv(io.BytesIO(data), sep="\t", dtype=kinds, na_values=[""], keep_default_na=False)


def known(row: Any) -> dict[str, Any]:
    return {name: value for name, value in row.items() if not pd.isna(value)}


def test_the_head_is_that_of_its_files(from_ledger: From, written: Written) -> None:
    read = frame(written("polecat", from_ledger()))
    assert list(read.columns) == COLUMNS == [field.name for field in FIELDS]
    assert len(read) == sum(1 for one in from_ledger() if one.plover)
    days = pd.to_datetime(read["Event Date"], format="%Y-%m-%d")
    assert days.is_monotonic_increasing
    assert set(read["Quad Code"]) <= {
        "VERBAL COOPERATION",
        "MATERIAL COOPERATION",
        "VERBAL CONFLICT",
        "MATERIAL CONFLICT",
    }
    assert read["Event ID"].is_unique


def test_a_state_visit_is_a_row(from_ledger: From, written: Written) -> None:
    april = {"pair": Pair("BRA", "CHN"), "since": "2023-04-14", "until": "2023-04-14", "kinds": ("visit",)}
    (row,) = (known(row) for _, row in frame(written("polecat", from_ledger(**april))).iterrows())
    assert row.pop("Event ID").startswith("e")
    assert row == {
        "Event Date": "2023-04-14",
        "Event Type": "CONSULT",
        "Event Mode": "visit",
        "Intensity": 4.0,
        "Quad Code": "VERBAL COOPERATION",
        "Actor Name": "Luiz Inácio Lula da Silva",
        "Actor Country": "Brazil",
        "Actor COW": "140",
        "Primary Actor Sector": "GOV",
        "Actor Sectors": "GOV",
        "Actor Title": "head of state",
        "Actor Name Raw": "卢拉",
        "Recipient Name": "Xi Jinping",
        "Recipient Country": "China",
        "Recipient COW": "710",
        "Primary Recipient Sector": "GOV",
        "Recipient Sectors": "GOV",
        "Recipient Title": "head of state",
        "Placename": "Beijing",
        "City": "Beijing",
        "Country": "CHN",
        "Latitude": 39.91,
        "Longitude": 116.4,
        "Source": "Sample CN",
        "Publication Date": "2023-04-11",
        "Story People": "Luiz Inácio Lula da Silva; Xi Jinping",
        "Story Locations": "Beijing",
        "Language": "zh",
        "Version": f"dragoman {__version__}",
    }


def test_lists_of_a_side_are_in_one_order(written: Written) -> None:
    there = (
        who("participant", "Ada Mbeki", "foreign_minister", "KEN"),
        who("participant", None, None, "JPN"),
        who("participant", "Eva Lind", "secretary_general", "UN"),
    )
    (row,) = (known(row) for _, row in frame(written("polecat", iter([told("meeting", *there)]))).iterrows())
    assert row["Actor Name"] == "Ada Mbeki; Japan; Eva Lind"
    assert row["Actor Country"] == "Kenya; Japan; Intergovernmental Organization"
    assert row["Actor COW"] == "501; 740; None"
    assert row["Actor Sectors"] == row["Primary Actor Sector"] == "GOV; None; None"
    assert row["Actor Title"] == "foreign minister; None; secretary general"
    assert row["Actor Name Raw"] == "Ada Mbeki; None; Eva Lind"
    assert row["Story Organizations"] == "United Nations"
    assert "Recipient Name" not in row


@pytest.mark.parametrize("name", ["polecat", "gdelt", "colt"])
def test_values_stay_on_their_line(name: str, written: Written) -> None:
    place = 'A "town"\tby\nthe sea\u2028'
    visit = told("visit", who("guest", "Ada\tMbeki", "head_of_state", "KEN"), place=place)
    data = io.BytesIO(written(name, iter([visit])))
    read = pd.read_csv(data, sep="," if name == "colt" else "\t", header=None, dtype=str)
    cells = read.iloc[-1].dropna().tolist()
    assert 'A "town" by the sea' in cells
    assert "\t" not in "".join(cells)
    assert "Ada Mbeki" in cells or "ADA MBEKI" in cells
    assert TEXT not in cells
