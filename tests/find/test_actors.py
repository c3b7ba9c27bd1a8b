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
    # who leads a delegation is told before it
    ("en", "The head of the Peruvian delegation, Juan Paz, spoke.", [("Juan Paz", "delegation", "PER")]),
    ("fr", "Le chef de la délégation péruvienne, Juan Paz, a parlé.", [("Juan Paz", "delegation", "PER")]),
    # a relative clause tells which institution somebody heads, or which office is his
    ("en", "Juan Paz, who heads the Peruvian foreign ministry, spoke.", [("Juan Paz", "foreign_minister", "PER")]),
    ("en", "Juan Paz, who is Peru's defence minister, spoke.", [("Juan Paz", "defence_minister", "PER")]),
    ("de", "Juan Paz, der dem peruanischen Außenministerium vorsteht, sprach.", [("Juan Paz", "foreign_minister", "PER")]),
    ("fr", "Juan Paz, qui dirige la diplomatie péruvienne, a parlé.", [("Juan Paz", "foreign_minister", "PER")]),
    ("es", "Juan Paz, que encabeza la Cancillería peruana, habló.", [("Juan Paz", "foreign_minister", "PER")]),
    ("ru", "Хуан Пас, возглавляющий МИД Перу, выступил.", [("Хуан Пас", "foreign_minister", "PER")]),
    ("tr", "Peru Dışişleri Bakanlığını yöneten Juan Paz konuştu.", [("Juan Paz", "foreign_minister", "PER")]),
    # an office of a state behind a name alone is held by whoever has that
    ("en", "Juan Paz praised the plan. The Peruvian president called it bold.", [("Juan Paz", "head_of_state", "PER"), ("Juan Paz", "head_of_state", "PER")]),
    # who speaks for somebody with a name is told before, behind a comma, or without one
    ("en", "Ana Torres, a spokeswoman for Peruvian President Juan Paz, spoke.", [("Ana Torres", "spokesperson", "PER"), ("Juan Paz", "head_of_state", "PER")]),
    ("de", "Die Sprecherin von Perus Präsident Juan Paz, Ana Torres, sprach.", [("Juan Paz", "head_of_state", "PER"), ("Ana Torres", "spokesperson", "PER")]),
    ("fr", "La porte-parole du président péruvien Juan Paz, Ana Torres, a parlé.", [("Juan Paz", "head_of_state", "PER"), ("Ana Torres", "spokesperson", "PER")]),
    ("fr", "La porte-parole du président péruvien, Ana Torres, a parlé.", [("Ana Torres", "spokesperson", "PER")]),
    ("tr", "Peru Devlet Başkanı Juan Paz'ın Sözcüsü Ana Torres konuştu.", [("Juan Paz", "head_of_state", "PER"), ("Ana Torres", "spokesperson", "PER")]),
    # as Swiss papers write
    ("de", "Der peruanische Aussenminister Luis Soto sprach.", [("Luis Soto", "foreign_minister", "PER")]),
    # who governs a place is of the state in which that lies
    ("en", "The mayor of Lyon, Paul Marchand, spoke.", [("Paul Marchand", "governor", "FRA")]),
    ("de", "Der Bürgermeister von Lyon, Paul Marchand, sprach.", [("Paul Marchand", "governor", "FRA")]),
    ("de", "Bayerns Ministerpräsident Jens Huber sprach.", [("Jens Huber", "governor", "DEU")]),
    ("fr", "Le maire de Lyon, Paul Marchand, a parlé.", [("Paul Marchand", "governor", "FRA")]),
    ("ru", "Мэр Харькова Иван Олейник выступил.", [("Иван Олейник", "governor", "UKR")]),
    ("ru", "Президент Татарстана Марат Каримов прибыл в Лиму.", [("Марат Каримов", "governor", "RUS")]),
    ("tr", "Bavyera Başbakanı Jens Huber konuştu.", [("Jens Huber", "governor", "DEU")]),
    ("zh", "哈尔科夫市长伊万·奥列伊尼克说。", [("伊万·奥列伊尼克", "governor", "UKR")]),
    # a place named after somebody is nobody
    ("es", "El canciller de Perú, Luis Soto, llegó al aeropuerto internacional Jorge Chávez.", [("Luis Soto", "foreign_minister", "PER")]),
    ("de", "Perus Präsident Luis Soto kam in die Grenzstadt San Carlos.", [("Luis Soto", "head_of_state", "PER")]),
    # an envoy of an organisation and the state to which he or she is sent
    ("ar", "قال المبعوث الخاص للأمم المتحدة إلى ليبيا مارتن كوبلر إن ذلك مهم", [("مارتن كوبلر", "special_envoy", "UN")]),
    ("ar", "قال وزير الدولة القطري للشؤون الخارجية سالم المري إن ذلك مهم", [("سالم المري", "minister", "QAT")]),
    ("en", "European Commission Vice-President Jan Visser spoke.", [("Jan Visser", "senior_official", "EU")]),
    ("tr", "AB Bakanı Ali Kaya konuştu.", [("Ali Kaya", "minister", "TUR")]),
    # who leads a state and is told right behind a place is of its state
    ("de", "Perus Präsident Luis Soto traf am Montag in Quito Präsident Juan Paz.", [("Luis Soto", "head_of_state", "PER"), ("Juan Paz", "head_of_state", "ECU")]),
    ("tr", "Türkiye Sağlık Bakanı Ali Kaya Peru'da Başbakan Juan Paz ile görüştü.", [("Ali Kaya", "minister", "TUR"), ("Juan Paz", "head_of_government", "PER")]),
    # "and later by": both receive whoever acts
    ("es", "El presidente de Turquía, Ali Kaya, fue recibido por el canciller peruano, Luis Soto, y más tarde por su homólogo Juan Paz.", [("Ali Kaya", "head_of_state", "TUR"), ("Luis Soto", "foreign_minister", "PER"), ("Juan Paz", "head_of_state", "PER")]),
    # "the minister" is the one whose portfolio the text tells later
    ("de", "Der peruanische Minister Luis Soto kam. Außenminister Luis Soto sprach.", [("Luis Soto", "foreign_minister", "PER"), ("Luis Soto", "foreign_minister", "PER")]),
    # who serves an official told by name is another, and of the same state
    ("en", "Peruvian President Luis Soto spoke. A spokesman for President Soto, Juan Paz, spoke.", [("Luis Soto", "head_of_state", "PER"), ("Luis Soto", "head_of_state", "PER"), ("Juan Paz", "spokesperson", "PER")]),
    ("en", "Peruvian President Luis Soto spoke. A spokesman for Soto declined.", [("Luis Soto", "head_of_state", "PER"), (None, "spokesperson", "PER"), ("Luis Soto", "head_of_state", "PER")]),
    ("de", "Perus Präsident Luis Soto sprach. Der Sprecher von Präsident Soto, Juan Paz, schwieg.", [("Luis Soto", "head_of_state", "PER"), ("Luis Soto", "head_of_state", "PER"), ("Juan Paz", "spokesperson", "PER")]),
    ("fr", "Le président péruvien Luis Soto a parlé. Le porte-parole du président Soto, Juan Paz, l'a confirmé.", [("Luis Soto", "head_of_state", "PER"), ("Luis Soto", "head_of_state", "PER"), ("Juan Paz", "spokesperson", "PER")]),
    ("es", "El presidente de Perú, Luis Soto, habló. El portavoz del presidente Soto, Juan Paz, lo confirmó.", [("Luis Soto", "head_of_state", "PER"), ("Luis Soto", "head_of_state", "PER"), ("Juan Paz", "spokesperson", "PER")]),
    ("tr", "Peru Devlet Başkanı Luis Soto'nun Sözcüsü Juan Paz konuştu.", [("Luis Soto", "head_of_state", "PER"), ("Juan Paz", "spokesperson", "PER")]),
    # who heads an organisation leads it
    ("en", "The head of the World Health Organization, Jan Berg, spoke.", [("Jan Berg", "secretary_general", "WHO")]),
    ("de", "Die Chefin des Internationalen Währungsfonds, Anna Berg, sprach.", [("Anna Berg", "secretary_general", "IMF")]),
    ("es", "El jefe de la Organización Mundial de la Salud, Juan Paz, habló.", [("Juan Paz", "secretary_general", "WHO")]),
    # as newspapers write
    ("en", "The Iranian supreme leader, Ali Akbari, spoke.", [("Ali Akbari", "head_of_state", "IRN")]),
    ("en", "The American secretary of state, John Carter, spoke.", [("John Carter", "foreign_minister", "USA")]),
    # "its" spokesman is of the state that alone acted before
    ("en", "The Peruvian foreign minister, Luis Soto, protested. Ghana insisted on it. Its foreign ministry spokesman, John Carter, spoke.", [("Luis Soto", "foreign_minister", "PER"), ("John Carter", "spokesperson", "GHA")]),
    # nobody holds one office twice: two ministers
    ("en", "US Secretary of State John Carter and Peru's Foreign Minister Luis Soto met. The Secretary and Foreign Minister Soto spoke.", [("John Carter", "foreign_minister", "USA"), ("Luis Soto", "foreign_minister", "PER"), ("John Carter", "foreign_minister", "USA"), ("Luis Soto", "foreign_minister", "PER")]),
    ("en", "Secretary of State John Carter spoke.", [("John Carter", "foreign_minister", "USA")]),
    ("de", "Ungarns Außen- und Handelsminister Peter Kovacs sprach.", [("Peter Kovacs", "foreign_minister", "HUN")]),
    ("en", "Texas Governor John Carter spoke.", [("John Carter", "governor", "USA")]),
    # the lists of states told before, the one of as many as are named
    ("en", "Kenya, Ghana and Chad objected to the accord that Peru and Oman signed. It was signed by Foreign Minister Luis Soto and Foreign Minister Said Amri.", [("Luis Soto", "foreign_minister", "PER"), ("Said Amri", "foreign_minister", "OMN")]),
    # whom an envoy succeeds was one of the same state
    ("en", "Ireland's new ambassador to Peru, Niall Keogh, arrived. He succeeds Maeve Daly.", [("Niall Keogh", "ambassador", "IRL"), ("Niall Keogh", "ambassador", "IRL"), ("Maeve Daly", "ambassador", "IRL")]),
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
