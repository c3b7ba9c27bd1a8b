"""Adjectives of two states in one: combining forms, and cabinets that two states have together."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder
from dragoman.find.scan import scan
from dragoman.model import Dispatch


@pytest.mark.parametrize(
    ("lang", "text", "states"),
    [
        ("en", "The Sino-Brazilian commission met.", ["CHN", "BRA"]),
        ("en", "The Indo-Pacific is an ocean.", []),
        ("es", "La cumbre hispano-francesa terminó.", ["ESP", "FRA"]),
    ],
)
def test_combining_forms(lang: str, text: str, states: list[str]) -> None:
    assert [actor.state for row in scan(text, lang).sentences for actor in row.actors] == states


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The Russo-Turkish Council of Ministers met in Ankara."),
        ("fr", "Le Conseil des ministres italo-espagnol s'est réuni à Rome."),
        ("es", "El Consejo de Ministros hispano-portugués se reunió en Lisboa."),
        ("de", "Der Polnisch-Tschechische Ministerrat tagte in Warschau."),
    ],
)
def test_a_cabinet_of_two_states_is_a_joint_council(lang: str, text: str) -> None:
    records = Coder().code(Dispatch(text=text, lang=lang, date="2024-05-14")).records
    assert [(r.kind, r.type, r.act, len(r.actors)) for r in records] == [("body", "council", "meet", 2)]
