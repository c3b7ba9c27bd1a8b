"""Leaders' visits in COLT's columns: what is told of each, and that nothing is not No."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import Any

import pandas as pd
import pytest

from dragoman.export.data.colt import FIELDS
from dragoman.export.data.told import Told

from .made import told, visit, who

From = Callable[..., Iterator[Told]]
Written = Callable[..., Any]

# those of the columns of COLT's release of 17 March 2025 that are filled
_HEAD = (
    "TripID LeaderID LeaderCountryOrIGO LeaderCountryISO LeaderRole LeaderTitle LeaderFullName CountryVisited "
    "CountryVisitedISO CityVisited TripYear TripStartDate TripEndDate TripDuration MetHostHoGS HostHOGSName "
    "AttendedMultilatEvent NameMultilatEvent MetNonhostHOGS NonhostHOGSNames SignedAgreement CulturalSiteOrCeremony "
    "BusinessLeaderOrForum MetIGOLeader IGOLeaderName Notes SourceLink1"
)
COLT = _HEAD.split()
OWN = ["VisitType", "DatePrecision", "Dispatches"]
KINDS = {name: "Int64" if name in ("TripYear", "TripDuration", "Dispatches") else "str" for name in (*COLT, *OWN)}
YES = [name for name in COLT if name.startswith(("Met", "Attended", "Signed", "Cultural", "Business"))]


def frame(data: bytes) -> pd.DataFrame:
    return pd.read_csv(io.BytesIO(data), dtype=KINDS)


def known(data: bytes) -> list[dict[str, Any]]:
    return [{name: value for name, value in row.items() if not pd.isna(value)} for _, row in frame(data).iterrows()]


def test_a_ledgers_visits_are_read_with_types(from_ledger: From, written: Written) -> None:
    read = frame(written("colt", from_ledger()))
    assert list(read.columns) == [*COLT, *OWN] == [field.name for field in FIELDS]
    assert read["TripID"].is_unique
    assert set(read[YES].stack().dropna()) == {"Yes"}
    assert set(read["LeaderRole"]) == {"S", "G", "F"}
    lasted = read.dropna(subset=["TripDuration"])
    days = pd.to_datetime(lasted["TripEndDate"]) - pd.to_datetime(lasted["TripStartDate"])
    assert (days.dt.days + 1 == lasted["TripDuration"]).all()
    assert len(lasted) >= 5


def test_a_state_visit_is_a_row(from_ledger: From, written: Written) -> None:
    (row,) = (one for one in known(written("colt", from_ledger())) if one.get("TripStartDate") == "2023-04-14")
    assert row.pop("TripID").endswith("-0")
    assert row.pop("LeaderID").startswith("BRA-")
    assert row.pop("Notes").startswith("北京4月11日电")
    assert row == {
        "LeaderCountryOrIGO": "Brazil",
        "LeaderCountryISO": "BRA",
        "LeaderRole": "S",
        "LeaderTitle": "head of state",
        "LeaderFullName": "Luiz Inácio Lula da Silva",
        "CountryVisited": "China",
        "CountryVisitedISO": "CHN",
        "CityVisited": "Beijing",
        "TripYear": 2023,
        "TripStartDate": "2023-04-14",
        "MetHostHoGS": "Yes",
        "HostHOGSName": "Xi Jinping; Li Qiang",
        "SignedAgreement": "Yes",
        "VisitType": "state",
        "DatePrecision": "day",
        "Dispatches": 4,
    }


def test_what_is_asked_for_does_not_change_what_a_leader_did(from_ledger: From, written: Written) -> None:
    assert written("colt", from_ledger(kinds=("visit",))) == written("colt", from_ledger())


def test_of_codings_only_the_journey_is_known(from_codings: From, written: Written) -> None:
    read = frame(written("colt", from_codings()))
    assert len(read) > 80
    assert read[YES].isna().all(axis=None)


ADA = who("guest", "Ada Mbeki", "head_of_state", "KEN")
JAPAN = who("host", None, None, "JPN")
KEN = who("participant", "Ken Mori", "head_of_government", "JPN")
ADA_THERE = who("participant", "Ada Mbeki", "head_of_state", "KEN")


@pytest.mark.parametrize(
    ("slots", "office", "rows"),
    [
        ({}, "head_of_state", 1),
        ({"status": "ongoing"}, "head_of_government", 1),
        ({}, "foreign_minister", 1),
        ({}, "minister", 0),
        ({}, None, 0),
        ({"status": "planned"}, "head_of_state", 0),
        ({"status": "proposed"}, "head_of_state", 0),
        ({"status": "cancelled"}, "head_of_state", 0),
    ],
)
def test_visits_of_leaders_that_took_place(
    slots: dict[str, str], office: str | None, rows: int, written: Written
) -> None:
    one = visit(who("guest", "Ada Mbeki", office, "KEN"), JAPAN, **slots)
    assert len(known(written("colt", iter([one])))) == rows


def test_each_leader_and_each_country_has_a_line(written: Written) -> None:
    minister = who("guest", "Eva Lind", "foreign_minister", "KEN")
    one = visit(ADA, minister, JAPAN, who("host", None, None, "EU"))
    rows = known(written("colt", iter([one])))
    found = [(row["TripID"], row["LeaderRole"], row["CountryVisited"], row.get("CountryVisitedISO")) for row in rows]
    assert found == [
        ("d-0-0", "S", "Japan", "JPN"),
        ("d-0-1", "S", "European Union", None),
        ("d-0-2", "F", "Japan", "JPN"),
        ("d-0-3", "F", "European Union", None),
    ]


BOTH = (who("party", None, None, "KEN"), who("party", None, None, "JPN"))
CHAIRS = (who("chair", "Ada Mbeki", "head_of_state", "KEN"), who("chair", "Ken Mori", "head_of_government", "JPN"))
MET_HOST = {"MetHostHoGS": "Yes", "HostHOGSName": "Ken Mori"}


def met(name: str | None, office: str, state: str) -> Told:
    """A meeting of the leader with somebody."""
    return told("meeting", ADA_THERE, who("participant", name, office, state))


# what is part of the visit, and what it says of the leader
PARTS = [
    (told("meeting", ADA_THERE, KEN), MET_HOST),
    (told("meeting", ADA_THERE, KEN, type="phone"), {}),
    (told("meeting", ADA_THERE, KEN, status="planned"), {}),
    (told("meeting", who("participant", "Eva Lind", "minister", "KEN"), KEN), {}),  # the leader was not there
    (told("meeting", who("participant", "Ada Mbeki", "head_of_state", "KOR"), KEN), {}),  # nor was one of her name
    (told("body", *CHAIRS, act="meet"), MET_HOST),
    (told("body", *CHAIRS, act="found"), {}),
    (met("Jo Abe", "minister", "JPN"), {}),
    (met("Jo Abe", "head_of_government", "KEN"), {}),
    (met("Lee Min", "head_of_state", "KOR"), {"MetNonhostHOGS": "Yes", "NonhostHOGSNames": "Lee Min"}),
    (met("Eva Lind", "secretary_general", "UN"), {"MetIGOLeader": "Yes", "IGOLeaderName": "Eva Lind"}),
    (met(None, "business", "JPN"), {"BusinessLeaderOrForum": "Yes"}),
    (
        told("meeting", ADA_THERE, type="multilateral", name="Summit on Water"),
        {"AttendedMultilatEvent": "Yes", "NameMultilatEvent": "Summit on Water"},
    ),
    (told("document", *BOTH, act="sign", type="memorandum"), {"SignedAgreement": "Yes"}),
    (told("document", *BOTH, act="sign", type="declaration"), {}),
    (told("document", *BOTH, act="negotiate", type="agreement"), {}),
    (told("exchange", *BOTH, type="culture_event"), {"CulturalSiteOrCeremony": "Yes"}),
]


@pytest.mark.parametrize(("part", "says"), PARTS)
def test_what_a_part_says(part: Told, says: dict[str, str], written: Written) -> None:
    (row,) = known(written("colt", iter([visit(ADA, JAPAN, parts=(part,))])))
    asked = {*YES, "HostHOGSName", "NonhostHOGSNames", "IGOLeaderName", "NameMultilatEvent"}
    assert {name: value for name, value in row.items() if name in asked} == says


@pytest.mark.parametrize(
    ("date", "end", "start_day", "end_day", "days"),
    [
        ("2024-05-06", "2024-05-08", "2024-05-06", "2024-05-08", 3),
        ("2024-05-06", None, "2024-05-06", None, None),
        ("2024-05", None, None, None, None),
        (None, None, None, None, None),
    ],
)
def test_days_are_those_told(
    date: str | None, end: str | None, start_day: str | None, end_day: str | None, days: int | None, written: Written
) -> None:
    (row,) = known(written("colt", iter([visit(ADA, JAPAN, date=date, end_date=end)])))
    assert (row.get("TripStartDate"), row.get("TripEndDate"), row.get("TripDuration")) == (start_day, end_day, days)
    assert row["TripYear"] == 2024
