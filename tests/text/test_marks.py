"""What is in a text but not read: it hides no record, and evidence still quotes the raw text."""

from __future__ import annotations

import unicodedata

import pytest

from dragoman.coder import Coder
from dragoman.model import Coding, Dispatch
from dragoman.text.marks import without_marks

EN = "LIMA, May 14 (Andina) - President Juan Rojas of Peru met Brazilian Foreign Minister Ana Silva in Lima on Monday."
DE = "WIEN (APA) - Präsident Jörg Müller hat am Montag die französische Außenministerin Zoé Dubois in Wien getroffen."
RU = "МОСКВА, 14 мая (ТАСС) - Президент России Петр Орлов встретился в понедельник с президентом Сербии Марко Петровым."
AR = "الرباط 14 ماي (ومع) - استقبل الملك محمد السادس، يوم 13 مايو بالرباط، رئيس جمهورية السنغال ماكي صال."


def coded(text: str, lang: str) -> Coding:
    coding = Coder().code(Dispatch(text, lang=lang, date="2024-05-14"))
    for record in coding.records:
        for item in record.evidence:
            assert text[item.start : item.end] == item.quote
    return coding


def facts(coding: Coding) -> list[object]:
    return [(r.kind, r.type, r.status, r.date, r.place, r.actors) for r in coding.records]


CASES = [
    ("soft hyphens", "en", EN, EN.replace("President", "Presi\u00addent").replace("Minister", "Minis\u00adter")),
    ("a space of width nought", "en", EN, EN.replace("met ", "\u200bmet ").replace("Brazilian", "Brazi\u200blian")),
    ("a byte order mark", "en", EN, "\ufeff" + EN),
    ("marks of direction", "en", EN, EN.replace("Juan Rojas", "\u202aJuan Rojas\u202c")),
    ("accents apart", "de", DE, unicodedata.normalize("NFD", DE)),
    ("Latin look-alikes", "ru", RU, RU.replace("Президент", "Пpeзидeнт").replace("Орлов", "Oрлoв")),
    ("Arabic digits", "ar", AR, AR.replace("13", "١٣").replace("14", "١٤")),
    ("Persian digits", "ar", AR, AR.replace("13", "۱۳").replace("14", "۱۴")),
]


@pytest.mark.parametrize(("why", "lang", "plain", "text"), CASES, ids=[row[0] for row in CASES])
def test_hides_no_record(why: str, lang: str, plain: str, text: str) -> None:
    assert text != plain
    expected = facts(coded(plain, lang))
    assert expected
    assert facts(coded(text, lang)) == expected


def test_a_text_that_is_all_read_is_its_own_view() -> None:
    for text in (EN, DE, RU, AR):
        assert without_marks(text, True).text is text


def test_words_of_two_scripts_that_are_no_look_alikes_stay() -> None:
    assert without_marks("BMWшный, НАТОvsky", False).text == "BMWшный, НАТОvsky"


def test_two_scripts_in_one_dispatch() -> None:
    text = RU + ' Kasym-Jomart Tokayev wrote: "We welcome it."'
    assert facts(coded(text, "ru"))[: len(facts(coded(RU, "ru")))] == facts(coded(RU, "ru"))
