"""Reports, joint bodies, relations and exchanges as sentences tell them: each row is one construction.

A record is told as ``kind type status date place role:STATE ...``.
"""

from __future__ import annotations

import pytest

from .telling import coded, told

ROWS = [
    # chairs are those who are named right behind the word
    ("en", "Peru and Ghana met. The co-chairs of the commission, Peruvian Minister Luis Prado and Ghanaian Minister "
        "Kofi Mensah, gave an account of its work.", "report", [
        "report unspecified done 2024-05-14 - reporter:PER:Luis Prado",
        "report unspecified done 2024-05-14 - reporter:GHA:Kofi Mensah"]),
    # right behind a report another official goes on reporting
    ("en", "Peru and Ghana met. Peruvian Minister Luis Prado reported on the progress of the railway. Ghanaian "
        "Minister Kofi Mensah said the port was ready.", "report", [
        "report unspecified done 2024-05-14 - reporter:PER:Luis Prado",
        "report unspecified done 2024-05-14 - reporter:GHA:Kofi Mensah"]),
    # a verb to come inside a cue
    ("az", "Peru naziri Luis Prado Qana parlamentinə limanın işi barədə hesabat verəcək.", "report", [
        "report unspecified planned - - reporter:PER:Luis Prado"]),
    # what was agreed on is to come
    ("de", "Peru und Ghana einigten sich auf die Wiederaufnahme diplomatischer Beziehungen.", "relation", [
        "relation diplomatic_relations planned - - party:PER party:GHA"]),
    # a session is called off by words inside its own cue
    ("zh", "秘鲁加纳联合委员会会议被取消。", "body", ["body commission cancelled - - member:PER member:GHA"]),
    # who plays against each other is told together
    ("en", "The national football teams of Peru and Ghana played a friendly match on Sunday.", "exchange", [
        "exchange sport done 2024-05-12 - party:PER party:GHA"]),
    # whose city it is, where its state stands before the capital
    ("tr", "Gana'nın başkenti Akra'da Peru Kültür Günleri düzenlenecek.", "exchange", [
        "exchange culture_event planned - Accra from:PER to:GHA"]),
    # who sends somebody
    ("fr", "Le Pérou a envoyé dix enseignants dans des écoles du Ghana.", "exchange", [
        "exchange education done - - from:PER to:GHA"]),
    # the marker stands before the adjective of the city's state
    ("de", "Im Juni finden im ghanaischen Accra peruanische Kulturtage statt.", "exchange", [
        "exchange culture_event planned 2024-06 Accra from:PER to:GHA"]),
    # films at an event of culture
    ("en", "A week of Peruvian cinema will open in Accra, Ghana.", "exchange", [
        "exchange film_media planned - Accra from:PER to:GHA"]),
    # a session opens, its commission is not founded
    ("en", "Peru and Ghana met. The session of their joint commission opened in Lima on Monday.", "body", [
        "body commission done 2024-05-13 Lima member:PER member:GHA"]),
    # one that faces several has a relation with each
    ("en", "Peru has established diplomatic relations with Ghana and Kenya.", "relation", [
        "relation diplomatic_relations done - - party:PER party:GHA",
        "relation diplomatic_relations done - - party:PER party:KEN"]),
    # an institute is no founding
    ("en", "Peru and Ghana held talks at the Confucius Institute in Accra.", "body", []),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "kind", "expected"), ROWS)
def test_room(lang: str, text: str, kind: str, expected: list[str]) -> None:
    made = [record for record in coded(lang, text) if record.kind == kind]
    assert [told(record, names=kind == "report") for record in made] == expected
