"""What the structure of a sentence tells: clauses that share a verb, places and days told elsewhere, lists, letters.

Each row is one construction in a language that has it; a record is told as ``kind type date place role:STATE ...``.
"""

from __future__ import annotations

import pytest

from .telling import coded, told

ROWS = [
    # "where" stands for the place told before, and has its day
    (
        "de",
        "Die schwedische Außenministerin Karin Berg reist am Donnerstag nach Taschkent, wo sie den usbekischen "
        "Präsidenten Rustam Aliyev trifft.",
        [
            "visit unspecified 2024-05-16 Tashkent guest:SWE host:UZB",
            "meeting bilateral 2024-05-16 Tashkent participant:SWE participant:UZB",
        ],
    ),
    # the word for a capital and a state tell its city
    (
        "de",
        "Der finnische Präsident Matti Korhonen traf am Montag in der türkischen Hauptstadt den türkischen "
        "Präsidenten Kemal Yurt.",
        ["meeting bilateral 2024-05-13 Ankara participant:FIN participant:TUR"],
    ),
    (
        "ru",
        "Министр иностранных дел Финляндии Матти Корхонен прибыл во вторник в болгарскую столицу.",
        ["visit unspecified 2024-05-14 Sofia guest:FIN host:BGR"],
    ),
    # two clauses share the verb that ends the second
    (
        "tr",
        "Norveç pazar günü, İzlanda ise dün Eritre ile diplomatik ilişkilerini kesti.",
        ["relation broken 2024-05-12 - party:NOR party:ERI", "relation broken 2024-05-13 - party:ISL party:ERI"],
    ),
    # a week and its day written as one
    (
        "zh",
        "挪威外交大臣卡琳·贝格上周五在奥斯陆会见了芬兰外长马蒂·科尔霍宁。",
        ["meeting bilateral 2024-05-10 Oslo participant:NOR participant:FIN"],
    ),
    # the states whose adjectives stand beside a meeting's noun are its sides
    (
        "en",
        "Peru condemned Ghana. The Kenyan-Ugandan talks began in Oslo.",
        [
            "statement criticise 2024-05-14 - speaker:PER target:GHA",
            "meeting bilateral 2024-05-14 Oslo participant:KEN participant:UGA",
        ],
    ),
    # lists act and are acted on together
    (
        "en",
        "France and Spain imposed sanctions on Iran and Syria on Monday.",
        ["action sanction 2024-05-13 - source:FRA source:ESP target:IRN target:SYR"],
    ),
    # those told in one list act together, against who is told next
    (
        "en",
        "Peru and Ghana imposed travel bans on eight people on Monday. The Belarusian foreign ministry accused Peru.",
        [
            "action sanction 2024-05-13 - source:PER source:GHA target:BLR",
            "statement criticise 2024-05-14 - speaker:BLR target:PER",
        ],
    ),
    # an attack that is condemned, and that nobody is told to have made
    (
        "en",
        "Peru's foreign minister condemned the attack on Iran's consulate in Damascus.",
        ["statement criticise 2024-05-14 - speaker:PER"],
    ),
    # a city that is bombed or left tells whose it is
    ("en", "Israel bombed Gaza on Monday.", ["action assault 2024-05-13 Gaza source:ISR target:PSE"]),
    # amends are made to who asks for them
    (
        "de",
        "Der polnische Präsident Jan Nowak kritisierte Peru. Ghana forderte Peru auf, Schadenersatz zu zahlen.",
        [
            "statement criticise 2024-05-14 - speaker:POL target:PER",
            "statement request 2024-05-14 - speaker:GHA target:PER",
            "action concede - - source:PER target:GHA",
        ],
    ),
    # a year within the words of an act is its own
    (
        "de",
        "Das 2019 unterzeichnete Abkommen zwischen Peru und Ghana ist am Montag in Kraft getreten.",
        [
            "document agreement 2019 - party:PER party:GHA",
            "document agreement 2024-05-13 - party:PER party:GHA",
        ],
    ),
    # who signs a paper speaks in it
    (
        "en",
        "A statement signed by Foreign Minister Karin Berg of Norway accused Belarus of airspace violations.",
        ["statement criticise 2024-05-14 - speaker:NOR target:BLR"],
    ),
    # whoever speaks after a visit, the guest is who acts in the clause that hangs on its noun
    (
        "es",
        "El canciller egipcio, Amr Salem, habló tras la visita que el ministro israelí de Turismo, Uri Cohen, "
        "realizó el lunes a Egipto.",
        ["visit unspecified 2024-05-13 - guest:ISR host:EGY"],
    ),
    # who is congratulated is addressed, whatever case persons' objects have; no letter is told
    (
        "ru",
        "Президент Финляндии Матти Корхонен поздравил президента Эстонии Яана Тамма с победой на выборах.",
        ["statement support 2024-05-14 - speaker:FIN target:EST"],
    ),
    # a day that counts from the day told before
    (
        "de",
        "Am 3. April 2022 trafen sich die Präsidenten Finnlands und Estlands in Tallinn. Einen Tag später "
        "unterzeichneten sie ein Abkommen.",
        [
            "meeting bilateral 2022-04-03 Tallinn participant:FIN participant:EST",
            "document agreement 2022-04-04 - party:FIN party:EST signatory:FIN signatory:EST",
        ],
    ),
    # two formats in one phrase are two meetings
    (
        "en",
        "Finnish President Matti Korhonen and Estonian President Jaan Tamm held talks in narrow and expanded formats.",
        [
            "meeting one_on_one 2024-05-14 - participant:FIN participant:EST",
            "meeting extended 2024-05-14 - participant:FIN participant:EST",
        ],
    ),
    # who is met on arrival is on a visit
    (
        "tr",
        "Finlandiya Cumhurbaşkanı Matti Korhonen'i havalimanında Estonya Başbakanı Jaan Tamm karşıladı.",
        ["visit unspecified - - guest:FIN host:EST"],
    ),
    # an infinitive behind "will" is no passive, a participle that looks like the present is none
    (
        "de",
        "Der finnische Präsident Matti Korhonen wird am Montag den estnischen Präsidenten Jaan Tamm besuchen.",
        ["visit unspecified 2024-05-20 - guest:FIN host:EST"],
    ),
    (
        "de",
        "Der finnische Präsident Matti Korhonen hat am Montag Estland besucht.",
        ["visit unspecified 2024-05-13 - guest:FIN host:EST"],
    ),
    # what is discussed at a session told before belongs to it
    (
        "tr",
        "Tallinn'de Finlandiya-Estonya hükümetlerarası komisyonunun toplantısı yapıldı. Toplantıda enerji konuları "
        "görüşüldü.",
        ["body commission 2024-05-14 Tallinn member:FIN member:EST"],
    ),
    # what has not happened so far is not told
    ("fr", "La première session de la commission mixte finno-estonienne n'a pas encore eu lieu.", []),
    ("ru", "Первое заседание финляндско-эстонской комиссии еще не состоялось.", []),
    # the sides are those who met, whoever was told since
    (
        "ru",
        "Президент Финляндии Матти Корхонен встретился с президентом Эстонии Яаном Таммом. Среди гостей был министр "
        "Литвы Йонас Петраускас. Стороны обсудили энергетику.",
        ["meeting bilateral 2024-05-14 - participant:FIN participant:EST"],
    ),
    # an invitation told in retrospect is that of the visit
    (
        "de",
        "Der finnische Präsident Matti Korhonen ist am Dienstag in Tallinn eingetroffen. Der estnische Präsident Jaan "
        "Tamm hatte ihn eingeladen.",
        ["visit unspecified 2024-05-14 Tallinn guest:FIN host:EST"],
    ),
    # who signs for a state told behind the name
    (
        "en",
        "The protocol was signed on Monday by Amina Odhiambo for Kenya and by Sam Okello for Uganda.",
        ["document protocol 2024-05-13 - party:KEN party:UGA signatory:KEN signatory:UGA"],
    ),
    # who is called on to do something does it
    (
        "en",
        "Norway called on Belarus to release the Lithuanian prisoners.",
        [
            "statement request 2024-05-14 - speaker:NOR target:BLR",
            "action retreat - - source:BLR target:LTU",
        ],
    ),
    # a year to come makes planned what is held in it
    (
        "de",
        "Der Gipfel zwischen Spanien und Frankreich findet im April 2025 statt.",
        ["meeting multilateral 2025-04 - participant:ESP participant:FRA"],
    ),
    # whoever is named with a state and some office may travel for it
    (
        "en",
        "The vice president of Brazil, Clara Souza, visited Ghana on Monday.",
        ["visit unspecified 2024-05-13 - guest:BRA host:GHA"],
    ),
    # who is asked to do what
    ("en", "Chad asked Niger to let the women go.", ["statement request 2024-05-14 - speaker:TCD target:NER"]),
]


@pytest.mark.parametrize(("lang", "text", "expected"), ROWS)
def test_structure(lang: str, text: str, expected: list[str]) -> None:
    records = coded(lang, text)
    assert [told(record, status=False) for record in records] == expected


def test_a_line_end_parts_who_is_told_from_the_verb_behind() -> None:
    text = (
        "New Zealanders reject the idea of independence from France\n"
        "According to the results of the vote on New Zealand, most of them stay.\n"
        "The government spokesperson confirmed it."
    )
    records = coded("en", text)
    assert not any(actor.state == "FRA" for record in records for actor in record.actors)


SPEAKERS = [
    # we in a quotation is who is quoted, also where it is a sentence or paragraph of its own
    ("en", 'Norwegian Foreign Minister Karin Berg said:\n\n"We condemn the attack on Uganda."', "Karin Berg"),
    (
        "fr",
        "La ministre norvégienne des Affaires étrangères, Karin Berg, a déclaré : « Nous condamnons l'attaque contre "
        "l'Ouganda. »",
        "Karin Berg",
    ),
    # who says so is told behind a quotation that is a whole sentence
    ("zh", "“我们强烈谴责此次对乌干达的袭击。”挪威外交大臣卡琳·贝格说。", "卡琳·贝格"),
]


@pytest.mark.parametrize(("lang", "text", "speaker"), SPEAKERS)
def test_who_is_quoted_speaks(lang: str, text: str, speaker: str) -> None:
    records = coded(lang, text)
    criticism = [record for record in records if record.type == "criticise"]
    assert [actor.name for record in criticism for actor in record.actors if actor.role == "speaker"] == [speaker]
