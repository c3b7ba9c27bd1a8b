"""Names of documents: the noun with what belongs to it, never the verb, place or day of the act."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder
from dragoman.model import Dispatch

_CASES = [
    ("en", "Peru and Chile signed a memorandum in Lima on Wednesday on laying a cable.", "memorandum"),
    ("en", "Ghana and Togo signed a fisheries agreement on Friday.", "fisheries agreement"),
    ("en", "Oman and Qatar signed 12 documents.", "12 documents"),
    ("en", "The Trade and Transit Agreement between Nepal and India was signed.", "Trade and Transit Agreement"),
    ("de", "Kenia und Uganda haben ein Abkommen über den Bau einer Brücke unterzeichnet.",
     "Abkommen über den Bau einer Brücke"),
    ("fr", "Le Niger et le Bénin ont signé un accord de coopération en matière de pêche à Cotonou.",
     "accord de coopération en matière de pêche"),
    ("es", "Chile y Perú firmaron siete acuerdos de cooperación.", "siete acuerdos de cooperación"),
    ("ru", "Сербия и Куба подписали соглашение о взаимном признании дипломов, которое разработали эксперты.",
     "соглашение о взаимном признании дипломов"),
    ("tr", "Ürdün ile Irak, su kaynaklarının paylaşımına dair anlaşma imzaladı.",
     "su kaynaklarının paylaşımına dair anlaşma"),
    ("az", "Serbiya və Kuba təhsil sahəsində əməkdaşlıq haqqında saziş imzalayıblar.",
     "təhsil sahəsində əməkdaşlıq haqqında saziş"),
    ("zh", "秘鲁和智利签署了关于互免签证的协定。", "关于互免签证的协定"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "name"), _CASES)
def test_name(lang: str, text: str, name: str) -> None:
    coded = Coder().code(Dispatch(text=text, lang=lang, date="2024-05-14"))
    assert [record.name for record in coded.records if record.kind == "document"] == [name]
