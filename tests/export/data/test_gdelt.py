"""GDELT's columns, read as its files are, and who is paired with whom."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import Any

import pandas as pd
import pytest

from dragoman.export.data.gdelt import FIELDS
from dragoman.export.data.told import Told
from dragoman.ledger.pairs import Pair
from dragoman.model import Actor

from .made import told, visit, who

From = Callable[..., Iterator[Told]]
Written = Callable[..., Any]

_ACTOR = "Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code Type1Code Type2Code Type3Code"
_GEO = "Type FullName CountryCode ADM1Code Lat Long FeatureID"
# the columns of GDELT's codebook 1.03, with SOURCEURL, which daily files have since April 2013
COLUMNS = [
    *("GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"),
    *(f"Actor{number}{name}" for number in (1, 2) for name in _ACTOR.split()),
    *("IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale"),
    *("NumMentions", "NumSources", "NumArticles", "AvgTone"),
    *(f"{place}Geo_{name}" for place in ("Actor1", "Actor2", "Action") for name in _GEO.split()),
    *("DATEADDED", "SOURCEURL"),
]
WHOLE = {
    *("GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "IsRootEvent", "QuadClass", "NumMentions", "NumSources"),
    *("NumArticles", "Actor1Geo_Type", "Actor2Geo_Type", "ActionGeo_Type", "DATEADDED"),
}
NUMBERS = {"FractionDate", "GoldsteinScale", "AvgTone", *(name for name in COLUMNS if name.endswith(("_Lat", "_Long")))}


def frame(data: bytes) -> pd.DataFrame:
    kinds = {name: "Int64" if name in WHOLE else "float64" if name in NUMBERS else "str" for name in COLUMNS}
    return pd.read_csv(io.BytesIO(data), sep="\t", header=None, names=COLUMNS, dtype=kinds)


def known(row: Any) -> dict[str, Any]:
    return {name: value for name, value in row.items() if not pd.isna(value)}


def test_the_columns_are_the_codebooks() -> None:
    assert [field.name for field in FIELDS] == COLUMNS
    assert len(COLUMNS) == 58
    kinds = {"integer": WHOLE, "number": NUMBERS}
    assert all((field.name in names) == (field.type == kind) for field in FIELDS for kind, names in kinds.items())


def test_a_ledger_is_read_with_types(from_ledger: From, written: Written) -> None:
    read = frame(written("gdelt", from_ledger()))
    assert len(read) > 240
    assert read["GLOBALEVENTID"].is_unique
    assert (read["GLOBALEVENTID"] > 0).all()
    assert (read["EventCode"].str[:2] == read["EventRootCode"]).all()
    assert read["GoldsteinScale"].between(-10, 10).all()
    assert (read["SQLDATE"] // 10000 == read["Year"]).all()
    assert read["FractionDate"].between(read["Year"], read["Year"] + 1).all()
    assert read[["IsRootEvent", "AvgTone", "Actor1Geo_Type"]].isna().all(axis=None)


def test_a_state_visit_is_told_from_both_sides(from_ledger: From, written: Written) -> None:
    april = {"pair": Pair("BRA", "CHN"), "since": "2023-04-14", "until": "2023-04-14", "kinds": ("visit",)}
    guest, host = (known(row) for _, row in frame(written("gdelt", from_ledger(**april))).iterrows())
    assert guest.pop("GLOBALEVENTID") != host.pop("GLOBALEVENTID")
    assert guest == {
        "SQLDATE": 20230414,
        "MonthYear": 202304,
        "Year": 2023,
        "FractionDate": 2023.2849,
        "Actor1Code": "BRAGOV",
        "Actor1Name": "LUIZ INÁCIO LULA DA SILVA",
        "Actor1CountryCode": "BRA",
        "Actor1Type1Code": "GOV",
        "Actor2Code": "CHNGOV",
        "Actor2Name": "XI JINPING",
        "Actor2CountryCode": "CHN",
        "Actor2Type1Code": "GOV",
        "EventCode": "042",
        "EventBaseCode": "042",
        "EventRootCode": "04",
        "QuadClass": 1,
        "GoldsteinScale": 1.9,
        "NumMentions": 4,
        "NumSources": 3,
        "NumArticles": 4,
        "ActionGeo_Type": 4,
        "ActionGeo_FullName": "Beijing, China",
        "ActionGeo_CountryCode": "CH",
        "ActionGeo_Lat": 39.91,
        "ActionGeo_Long": 116.4,
        "DATEADDED": 20230411,
        "SOURCEURL": "Sample CN, 2023-04-11, bra-chn-03-zh-2023-04-11",
    }
    sides = ("Code", "Name", "CountryCode", "Type1Code")
    assert [host[f"Actor1{part}"] for part in sides] == [guest[f"Actor2{part}"] for part in sides]
    assert [host[f"Actor2{part}"] for part in sides] == [guest[f"Actor1{part}"] for part in sides]
    assert (host["EventCode"], host["GoldsteinScale"]) == ("043", 2.8)


ADA = who("guest", "Ada Mbeki", "head_of_state", "KEN")
ROLES = {"guest": "guest", "host": "host", "p": "participant", "s": "signatory", "y": "party"}


def party(told_as: str) -> Actor:
    """``p:KEN`` is a state that takes part, ``p:KEN:speaker`` somebody of it."""
    role, state, *office = told_as.split(":")
    return who(ROLES[role], f"{office[0]} of {state}" if office else None, office[0] if office else None, state or None)


# kind, who takes part, the pairs
PAIRS = [
    ("meeting", "p:KEN p:JPN", ["KEN-JPN"]),
    ("meeting", "p:JPN:minister p:KEN:judge", ["JPNGOV-KENJUD"]),  # in the order in which they are told
    ("meeting", "p:KEN p:JPN p:UN", ["KEN-JPN", "KEN-IGOUNO", "JPN-IGOUNO"]),
    ("meeting", "p:KEN:minister p:KEN:speaker p:JPN", ["KENGOV-JPN"]),  # states meet, once
    ("meeting", "p:OTS p:SCO p:KEN", ["IGO-IGO", "IGO-KEN", "IGO-KEN"]),  # no groups of CAMEO, and two all the same
    ("meeting", "p:KEN", ["KEN-"]),
    ("meeting", "", ["-"]),
    ("document", "s:KEN:minister s:JPN:minister y:KEN y:JPN", ["KENGOV-JPNGOV"]),
    ("visit", "guest:KEN:minister host:JPN", ["KENGOV-JPN", "JPN-KENGOV"]),
    (
        "visit",
        "guest:KEN:minister guest:KEN:speaker host:JPN",
        ["KENGOV-JPN", "JPN-KENGOV", "KENLEG-JPN", "JPN-KENLEG"],
    ),
    ("visit", "guest:KEN:minister guest:KEN:head_of_state host:JPN", ["KENGOV-JPN", "JPN-KENGOV"]),  # one code
    ("visit", "guest:KEN:minister host:JPN:minister host:JPN", ["KENGOV-JPNGOV", "JPNGOV-KENGOV"]),
    ("visit", "guest:KEN:minister", ["KENGOV-", "-KENGOV"]),
]


@pytest.mark.parametrize(("kind", "parties", "pairs"), PAIRS)
def test_pairs(kind: str, parties: str, pairs: list[str], written: Written) -> None:
    one = told(kind, *map(party, parties.split()), act="sign" if kind == "document" else None)
    read = frame(written("gdelt", iter([one]))).fillna({"Actor1Code": "", "Actor2Code": ""})
    assert list(read["Actor1Code"] + "-" + read["Actor2Code"]) == pairs
    assert read["GLOBALEVENTID"].is_unique


def test_a_pair_has_one_number_in_every_file(from_ledger: From, written: Written) -> None:
    whole, some = frame(written("gdelt", from_ledger())), frame(written("gdelt", from_ledger(kinds=("meeting",))))
    assert set(some["GLOBALEVENTID"]) < set(whole["GLOBALEVENTID"])


@pytest.mark.parametrize(
    ("place", "kind", "name", "country"),
    [
        ("New York", 3, "New York, United States", "US"),
        ("Nairobi", 4, "Nairobi, Kenya", "KE"),
        ("Somewhere", None, "Somewhere", None),
        (None, None, None, None),
    ],
)
def test_places(place: str | None, kind: int | None, name: str | None, country: str | None, written: Written) -> None:
    (row,) = (known(row) for _, row in frame(written("gdelt", iter([told("meeting", ADA, place=place)]))).iterrows())
    found = [row.get(f"ActionGeo_{part}") for part in ("Type", "FullName", "CountryCode")]
    assert found == [kind, name, country]


@pytest.mark.parametrize(
    ("date", "fraction"), [("2016-01-01", 2016.0027), ("2023-12-31", 2023.989), ("2023", 2023.0027)]
)
def test_a_year_goes_by_in_months_of_thirty_days(date: str, fraction: float, written: Written) -> None:
    assert frame(written("gdelt", iter([visit(ADA, date=date)])))["FractionDate"][0] == fraction
