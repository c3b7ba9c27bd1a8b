"""What is put off: planned where the new day is told, else cancelled."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder
from dragoman.model import Dispatch

_CASES = [
    ("en", "The Kenyan president has postponed his state visit to Ghana.", "cancelled", None),
    ("en", "A visit by Kenyan President Odinga to Ghana planned for March 2023 was postponed.", "cancelled", "2023-03"),
    ("en", "The visit of the Kenyan foreign minister to Ghana was postponed until June.", "planned", "2024-06"),
    ("en", "Kenyan President Odinga was to travel to Ghana. The visit was postponed.", "cancelled", None),
    ("fr", "La visite du président kényan au Ghana, prévue en mars, a été reportée.", "cancelled", "2024-03"),
    ("es", "La visita del presidente keniano a Ghana fue aplazada hasta junio.", "planned", "2024-06"),
    ("de", "Der kenianische Präsident hat seinen Besuch in Ghana auf Juni verschoben.", "planned", "2024-06"),
    ("ru", "Визит президента Кении в Гану перенесен на июнь.", "planned", "2024-06"),
]


@pytest.mark.parametrize(("lang", "text", "status", "date"), _CASES)
def test_put_off(lang: str, text: str, status: str, date: str | None) -> None:
    coded = Coder().code(Dispatch(text=text, lang=lang, date="2024-05-14"))
    assert [(r.status, r.date) for r in coded.records if r.kind == "visit"] == [(status, date)]
