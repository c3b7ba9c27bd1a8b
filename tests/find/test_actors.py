"""The many ways in which wires write an actor."""
# ruff: noqa: E501 (rows of a table)

from __future__ import annotations

import datetime

import pytest

from dragoman.find.scan import scan
from dragoman.model import Dispatch
from dragoman.resolve.casting import build_scene
from dragoman.resolve.header import read_header

ROWS = [
    # language, text, [(name, office, state) of those with a name or an office]
    ("en", "President of Kazakhstan Arman Seitkali spoke.", [("Arman Seitkali", "head_of_state", "KAZ")]),
    ("en", "Kazakhstan's President Arman Seitkali spoke.", [("Arman Seitkali", "head_of_state", "KAZ")]),
    ("en", "Arman Seitkali, President of Kazakhstan, spoke.", [("Arman Seitkali", "head_of_state", "KAZ")]),
    ("en", "the President of the Republic of Kazakhstan, Arman Seitkali, spoke", [("Arman Seitkali", "head_of_state", "KAZ")]),
    ("en", "Economy Minister of Peru Rosa Fuentes spoke.", [("Rosa Fuentes", "minister", "PER")]),
    ("en", "Peru's Minister of Trade and Tourism Rosa Fuentes spoke.", [("Rosa Fuentes", "minister", "PER")]),
    ("en", "UN Secretary-General Paul Adeyemi spoke.", [("Paul Adeyemi", "secretary_general", "UN")]),
    ("en", "The presidents of Peru and Chile spoke.", [(None, "head_of_state", "PER"), (None, "head_of_state", "CHL")]),
    ("en", "former Peruvian President Carlos Mena spoke", [("Carlos Mena", None, "PER")]),
    ("de", "Der Präsident der Republik Kasachstan, Arman Seitkali, sprach.", [("Arman Seitkali", "head_of_state", "KAZ")]),
    ("de", "Kasachstans Präsident Arman Seitkali sprach.", [("Arman Seitkali", "head_of_state", "KAZ")]),
    ("de", "Der kasachische Präsident Arman Seitkali sprach.", [("Arman Seitkali", "head_of_state", "KAZ")]),
    ("de", "US-Außenminister John Carter sprach.", [("John Carter", "foreign_minister", "USA")]),
    ("de", "Die Außenminister von Peru und Chile sprachen.", [(None, "foreign_minister", "PER"), (None, "foreign_minister", "CHL")]),
    ("de", "Der usbekische Wirtschaftsminister Jasur Karimov sprach.", [("Jasur Karimov", "minister", "UZB")]),
    ("de", "Der Gastgeber, Perus Präsident Ana Mena, sprach.", [("Ana Mena", "head_of_state", "PER")]),
    ("de", "Die Außenminister Perus und Chiles, Luis Soto und Ana Vidal, sprachen.", [("Luis Soto", "foreign_minister", "PER"), ("Ana Vidal", "foreign_minister", "CHL")]),
    ("de", "Perus Präsident Luis Soto rief seine Kollegen in Oslo und Riga an.", [("Luis Soto", "head_of_state", "PER"), (None, "head_of_state", "NOR"), (None, "head_of_state", "LVA")]),
    ("de", "Perus Präsident Luis Soto sprach. Sotos Sprecher Juan Paz schwieg.", [("Luis Soto", "head_of_state", "PER"), ("Luis Soto", "head_of_state", "PER"), ("Juan Paz", "spokesperson", "PER")]),
    ("de", "Der Sprecher des Außenministeriums in Oslo, Nils Dahl, sprach.", [("Nils Dahl", "spokesperson", "NOR")]),
    # who speaks for somebody with a name is told before, behind a comma, or without one
    ("en", "Ana Torres, a spokeswoman for Peruvian President Juan Paz, spoke.", [("Ana Torres", "spokesperson", "PER"), ("Juan Paz", "head_of_state", "PER")]),
    ("de", "Die Sprecherin von Perus Präsident Juan Paz, Ana Torres, sprach.", [("Juan Paz", "head_of_state", "PER"), ("Ana Torres", "spokesperson", "PER")]),
    ("fr", "La porte-parole du président péruvien Juan Paz, Ana Torres, a parlé.", [("Juan Paz", "head_of_state", "PER"), ("Ana Torres", "spokesperson", "PER")]),
    ("fr", "La porte-parole du président péruvien, Ana Torres, a parlé.", [("Ana Torres", "spokesperson", "PER")]),
    ("tr", "Peru Devlet Başkanı Juan Paz'ın Sözcüsü Ana Torres konuştu.", [("Juan Paz", "head_of_state", "PER"), ("Ana Torres", "spokesperson", "PER")]),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "expected"), ROWS)
def test_actor(lang: str, text: str, expected: list[tuple[str | None, str | None, str | None]]) -> None:
    found = scan(text, lang)
    day = datetime.date(2024, 5, 14)
    build_scene(found, read_header(found, Dispatch(text=text, lang=lang, date=day.isoformat())), day)
    actors = [actor for row in found.sentences for actor in row.actors if actor.name or actor.office]
    assert [(a.name, a.office, a.state) for a in actors] == expected


def test_surname_and_other_spelling_are_the_same_person() -> None:
    text = "Kazakhstan's President Arman Seytkali arrived. Seitkali met nobody."
    actors = [a for row in scan(text, "en").sentences for a in row.actors if a.name]
    assert {a.name for a in actors} == {"Arman Seytkali"}
