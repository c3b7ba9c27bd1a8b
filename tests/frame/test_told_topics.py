"""What records are about where their own words do not tell it, or tell several things."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder
from dragoman.model import Dispatch

from .telling import coded

ROWS = [
    # an act is on what is told beside its word, not on what stands far off
    ("en", "action", "Peru delivered vaccines to Ghana, whose economy depends on gold and coffee.", ["health"]),
    ("fr", "action", "Le Pérou a livré des vaccins au Ghana, dont l'économie dépend de l'or et du café.", ["health"]),
    ("de", "action", "Peru lieferte Impfstoffe an Ghana, dessen Wirtschaft von Gold und Kaffee abhängt.", ["health"]),
    ("en", "action", "Peru on Tuesday delivered 40 tonnes of relief supplies to Ghana for the victims of the floods.",
     ["humanitarian", "emergencies"]),
    # a session told again is on what it was on, and so are the minutes signed at it
    ("en", "body", "The joint commission of Peru and Ghana on energy met in Lima. The next session of the commission "
                   "will be held in Accra in 2025.", ["energy", "energy"]),
    ("en", "document", "The joint commission of Peru and Ghana on energy met in Lima. A protocol was signed after the "
                       "session.", ["energy"]),
    ("es", "document", "La comisión mixta de Perú y Ghana sobre energía se reunió en Lima. Al término de la reunión se "
                       "firmó un acta.", ["energy"]),
    # some acts are always on something, and arms tell nothing of an attack
    ("en", "action", "Peru shelled a school in Ghana with artillery.", ["conflict", "education"]),
    ("es", "action", "Perú bombardeó una escuela de Ghana con artillería.", ["conflict", "education"]),
    # and soldiers nothing of a war or a peace that is spoken of
    ("en", "statement", "Peru condemned the war of Ghana, whose soldiers are in the hills.", ["conflict"]),
    ("es", "statement", "Perú condenó la guerra de Ghana, cuyos soldados están en la sierra.", ["conflict"]),
    # what is told once beside what is told again and again is a detail
    ("en", "statement", "Peru and Ghana disagree on gas. The gas pipeline is closed. Gas is dear. Peruvian President "
                        "Juan Paz accused Ghana of stealing gas from a school.", ["energy"]),
    ("en", "statement", "Peruvian President Juan Paz accused Ghana of stealing gas from a school.",
     ["energy", "education"]),
    # bodies for everything are on relations at large, others are not
    ("en", "body", "Peru and Ghana agreed to set up a working group.", []),
    ("en", "body", "Peru opened an embassy in Accra.", ["relations"]),
    # of what two spoke alone nobody else tells
    ("en", "meeting", "Peruvian President Luis Rojas and Ghanaian President Yaw Addo held a one-on-one meeting. Rojas "
                      "thanked Ghana for the cocoa.", []),
    # what is promised or asked is on some matter, not on relations at large
    ("en", "statement", "Peruvian President Juan Paz promised Ghana to think it over.", []),
    # what tells nothing is on what those are in office for who are told beside it
    ("en", "meeting", "The energy ministers of Peru and Ghana, Luis Rojas and Yaw Addo, met in Lima.", ["energy"]),
    ("de", "meeting", "Die Energieminister von Peru und Ghana, Luis Rojas und Yaw Addo, trafen sich in Lima.",
     ["energy"]),
    ("fr", "meeting", "Le ministre de l'Energie du Pérou, Luis Rojas, a rencontré son homologue ghanéen, Yaw Addo.",
     ["energy"]),
    # what is said is also on what most of the dispatch is on
    ("en", "statement", "Peru sold gas to Ghana. Gas is dear. The gas pipeline is old. Peru and Ghana signed an "
                        "agreement on gas. Peruvian President Juan Paz promised Ghana more teachers.",
     ["education", "energy"]),
    # what an office is for tells nothing of what is said, behind the state's adjective either
    ("es", "statement", "El ministro peruano de Agricultura, Luis Rojas, prometió a Ghana más profesores.",
     ["education"]),
    ("fr", "statement", "Le ministre péruvien de l'Agriculture, Luis Rojas, a promis au Ghana plus d'enseignants.",
     ["education"]),
    # talks are on what the sentence behind tells, if it tells of nothing else
    ("en", "meeting", "Peruvian Minister Luis Rojas received Ghanaian Minister Yaw Addo. Fishing and cocoa were in the "
                      "foreground.", ["agriculture"]),
    # what is told of those who meet is not what they speak of, but where it stands right before the word
    ("en", "meeting", "Back from a factory, Peruvian Minister Luis Rojas received Ghanaian Minister Yaw Addo in Lima.",
     []),
    ("fr", "meeting", "Venu visiter une usine, le ministre péruvien Luis Rojas a rencontré à Lima le ministre ghanéen "
                      "Yaw Addo.", []),
    ("en", "meeting", "Ministers of Peru and Ghana held trade talks in Lima.", ["trade"]),
    # the press told of once is where the news comes from
    ("es", "statement", "La presidenta de Perú, Ana Ruiz, agradeció a Ghana en la televisión peruana su apoyo.",
     []),
    # relief is for the disaster that the text speaks of
    ("en", "action", "Floods have hit Ghana. The floods killed many. Peru has sent tents to Accra.",
     ["humanitarian", "emergencies"]),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "kind", "text", "expected"), ROWS)
def test_topics(lang: str, kind: str, text: str, expected: list[str]) -> None:
    assert [topic for r in coded(lang, text) if r.kind == kind for topic in r.topics] == expected


def test_a_statement_is_on_what_the_title_tells() -> None:
    text = "Peruvian President Juan Paz thanked Ghana and spoke of trade and of energy, and of trade."
    text += " The Ghanaian minister Yaw Addo called on Peru to wait."
    dispatch = Dispatch(text, date="2024-05-14", lang="en", title="Energy for Accra")
    assert Coder().code(dispatch).records[-1].topics == ("energy",)
