"""Who an actor is in PLOVER's and CAMEO's terms, and that no office, code or state is forgotten."""

from __future__ import annotations

from importlib.resources import files

import pytest

from dragoman.codebook import codebook
from dragoman.lang.pack import read_rows
from dragoman.ledger.pairs import names
from dragoman.model import Actor
from dragoman.plover.parties import Cameo, _table, cameo, code, goldstein, numbers, quad, sector
from dragoman.plover.types import crosswalk

SECTORS = {"GOV", "JUD", "LEG", "MIL", "BUS", "UNK"}

# who, its code and sector in PLOVER, its code in CAMEO
PARTIES = [
    (Actor("guest", "Ada Mbeki", "head_of_state", "KEN"), "KEN", "GOV", "KENGOV"),
    (Actor("guest", None, "foreign_minister", "ROU"), "ROU", "GOV", "ROMGOV"),
    (Actor("guest", "Ada Mbeki", "defence_minister", "KEN"), "KEN", "MIL", "KENMIL"),
    (Actor("guest", "Ada Mbeki", "speaker", "MNE"), "MNE", "LEG", "MTNLEG"),
    (Actor("guest", "Ada Mbeki", "business", "KEN"), "KEN", "BUS", "KENBUS"),
    (Actor("source", "Ada Mbeki", None, "KEN"), "KEN", "UNK", "KEN"),  # CAMEO has no type for somebody unknown
    (Actor("source", "Ada Mbeki", "business"), None, "BUS", "BUS"),
    (Actor("party", state="KEN"), "KEN", None, "KEN"),
    (Actor("party", state="XKX"), "KOS", None, "XKX"),
    (Actor("party", state="UN"), "UNO", None, "IGOUNO"),
    (Actor("guest", "Ada Mbeki", "secretary_general", "UN"), "UNO", None, "IGOUNO"),
    (Actor("party", state="EU"), "EUR", None, "IGOEEC"),
    (Actor("party", state="OTS"), "IGO", None, "IGO"),
    (Actor("party", state="ICRC"), "NGO", None, "NGOCRC"),
]


@pytest.mark.parametrize(("actor", "plover", "its_sector", "its_cameo"), PARTIES)
def test_parties(actor: Actor, plover: str | None, its_sector: str | None, its_cameo: str) -> None:
    assert (code(actor.state), sector(actor), cameo(actor).code) == (plover, its_sector, its_cameo)


def test_nobody_has_no_code() -> None:
    assert Cameo(None, None, None).code == ""


def test_every_office_has_a_sector() -> None:
    offices = _table("sectors")["offices"]
    assert set(offices) == set(codebook().offices)
    assert set(offices.values()) <= SECTORS


def test_organisations_of_the_tables_are_the_codebooks() -> None:
    assert set(_table("cameo")["groups"]) <= set(codebook().organisations)
    assert set(_table("sectors")["codes"]) <= set(names())
    assert set(_table("cameo")["countries"]) <= set(names())


def test_every_code_of_a_record_is_on_the_scale_and_in_a_quad_class() -> None:
    codes = {rule.cameo for rules in crosswalk().rules.values() for rule in rules if rule.cameo} | {"043"}
    assert set(_table("cameo")["goldstein"]) == codes
    assert all(-10 <= goldstein(one) <= 10 for one in codes)


@pytest.mark.parametrize(
    ("code", "quad_class"),
    [("020", 1), ("057", 1), ("060", 2), ("080", 2), ("111", 3), ("138", 3), ("140", 4), ("190", 4)],
)
def test_quad_classes_are_those_of_roots(code: str, quad_class: int) -> None:
    assert quad(code) == quad_class


def test_every_state_has_its_numbers() -> None:
    states = [row[0] for row in read_rows(files("dragoman.packs") / "world" / "states.tsv")]
    assert list(numbers()) == states
    gone = {"CSK", "DDR", "SUN", "YUG"}
    fips = [found.fips for state, found in numbers().items() if state not in gone]
    assert all(one and len(one) == 2 for one in fips)
    assert len(set(fips)) == len(fips)
    cow = [found.cow for state, found in numbers().items() if found.cow and state not in gone]
    assert len(set(cow)) == len(cow) == 195  # the members of the state system in 2016
    assert (numbers()["KAZ"].cow, numbers()["KAZ"].fips, numbers()["GBR"].fips) == (705, "KZ", "UK")
