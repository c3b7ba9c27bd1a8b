"""Visits and envoys, told by the structure of a sentence or by the one before: each row is one construction.

A record is told as ``kind type status date place role:STATE ...``; of an envoy the act stands for the type.
"""

from __future__ import annotations

import pytest

from .telling import coded, told

ROWS = [
    # a phrase that opens its sentence tells the visit of the subject behind it
    ("en", "On a trip to Ghana, Peruvian Foreign Minister Ana Paz praised the deal.", [
        "visit unspecified done - - guest:PER:Ana Paz host:GHA"]),
    ("tr", "Gana ziyareti öncesinde Peru Dışişleri Bakanı Ana Paz anlaşmayı övdü.", [
        "visit unspecified planned - - guest:PER:Ana Paz host:GHA"]),
    # who owns the visit may stand within its words
    ("en", "It was agreed during Peruvian Foreign Minister Ana Paz's recent trip to Accra.", [
        "visit unspecified done - Accra guest:PER:Ana Paz host:GHA"]),
    # each state of a tour
    ("en", "Foreign Minister Ana Paz of Peru will embark on a tour of Ghana and Kenya.", [
        "visit unspecified planned - - guest:PER:Ana Paz host:GHA",
        "visit unspecified planned - - guest:PER:Ana Paz host:KEN"]),
    ("zh", "秘鲁总统路易斯·巴斯将对加纳和肯尼亚进行访问。", [
        "visit unspecified planned - - guest:PER:路易斯·巴斯 host:GHA",
        "visit unspecified planned - - guest:PER:路易斯·巴斯 host:KEN"]),
    # a stopover is where the journey is broken, not where it goes
    ("en", "Peruvian President Luis Paz made a stopover in Lisbon on his way to Ghana.", [
        "visit transit done - Lisbon guest:PER:Luis Paz host:PRT"]),
    # of two leaders told in a list the last has the relative clause
    ("en", "The talks were led by Peruvian President Luis Paz and Ghanaian President Kofi Oti, who is on a visit to "
        "Lima.", ["visit unspecified ongoing 2024-05-14 Lima guest:GHA:Kofi Oti host:PER"]),
    # an invitation that is accepted in the same sentence
    ("en", "Peruvian President Luis Paz invited Ghanaian President Kofi Oti to Lima, and the invitation was accepted.",
        ["visit unspecified planned - Lima guest:GHA:Kofi Oti host:PER:Luis Paz"]),
    # who goes home ends the visit
    ("en", "LIMA, May 14 (AP) - Ghanaian President Kofi Oti, who arrived in Lima on Monday, flew home on Tuesday.", [
        "visit unspecified done 2024-05-13 Lima guest:GHA:Kofi Oti host:PER"]),
    # a journey at home is no visit
    ("en", "ACCRA, May 14 (GNA) - Ghanaian President Kofi Oti arrived in Kumasi on Monday.", []),
    # no official of ours leads the delegation of others
    ("tr", "Başbakan Yardımcısı Ana Paz başkanlığındaki Peru heyeti Akra'ya geldi.", [
        "visit unspecified done - Accra guest:PER:Ana Paz host:GHA"]),
    # each of two acts of a row has its own envoy
    ("tr", "Peru, Gana'nın büyükelçisini sınır dışı etmiş, kendi büyükelçisini de geri çekmişti.", [
        "accreditation expel done 2024-05-14 - envoy:GHA sender:GHA receiver:PER",
        "accreditation recall done - - envoy:PER sender:PER receiver:GHA"]),
    # the first of two states in a row acts, the adjective owns
    ("az", "Peru iki macar diplomatını ölkədən çıxarıb.", [
        "accreditation expel done 2024-05-14 - envoy:HUN sender:HUN receiver:PER"]),
    # who is proposed is neither the one who proposes nor of another state
    ("en", "Peruvian President Luis Paz nominated diplomat Ana Ruiz as ambassador to Ghana.", [
        "accreditation appoint done - - envoy:PER:Ana Ruiz sender:PER receiver:GHA"]),
    # each side sends one
    ("tr", "Peru ile Gana, karşılıklı büyükelçi atama konusunda anlaştı.", [
        "accreditation appoint planned - - envoy:PER sender:PER receiver:GHA",
        "accreditation appoint planned - - envoy:GHA sender:GHA receiver:PER"]),
    # of two visits each has those who are told with its own noun
    ("fr", "La visite au Ghana de la ministre péruvienne Ana Paz suit de peu la visite du président kényan à Accra.", [
        "visit unspecified done - Accra guest:PER:Ana Paz host:GHA",
        "visit unspecified done - Accra guest:KEN host:GHA"]),
    # a word may begin a clause whose subject stands right behind it
    ("en", "Peruvian Foreign Minister Ana Paz went to Accra in May, a year after the Kenyan president visited Ghana.", [
        "visit unspecified done 2024-05 Accra guest:PER:Ana Paz host:GHA",
        "visit unspecified done - Accra guest:KEN host:GHA"]),
    # who stands before words of a visit in apposition, and a marker between
    ("fr", "Le président du Pérou, Luis Paz, a reçu à Lima le ministre ghanéen Kofi Oti, en visite officielle.", [
        "visit official done - Lima guest:GHA:Kofi Oti host:PER:Luis Paz"]),
    # of two names without an office the envoy's is that of who acts; a name that no list knows stands beside the office
    ("en", "Ana Paz will succeed Luis Oti as Peru's ambassador to Ghana.", [
        "accreditation appoint planned - - envoy:PER:Ana Paz sender:PER receiver:GHA"]),
    ("en", "Peru has named Xqo Zanwe Urbo ambassador to Ghana.", [
        "accreditation appoint done - - envoy:PER:Xqo Zanwe Urbo sender:PER receiver:GHA"]),
    # a state agrees to an envoy: no other act is told by the office
    ("en", "Ghana has granted its agrément to Peru's new ambassador, Ana Paz.", [
        "accreditation appoint done - - envoy:PER:Ana Paz sender:PER receiver:GHA"]),
    # whose visit a possessive tells that opens the sentence, whatever verb tells of it
    ("en", "Peruvian Foreign Minister Ana Paz visited Togo in April. Her planned visit to Accra was called off.", [
        "visit unspecified done 2024-04 - guest:PER:Ana Paz host:TGO",
        "visit unspecified cancelled - Accra guest:PER:Ana Paz host:GHA"]),
    ("de", "Die peruanische Ministerin Ana Paz besuchte im April Togo. Ihr Besuch in Accra wurde abgesagt.", [
        "visit unspecified done 2024-04 - guest:PER:Ana Paz host:TGO",
        "visit unspecified cancelled - Accra guest:PER:Ana Paz host:GHA"]),
    # a visit of which only the place is told is paid by who leads the other side
    ("en", "Peru's President Ana Paz received Ghana's Foreign Minister Kofi Oti. The visit to Accra will be in June.", [
        "visit unspecified planned 2024-06 Accra guest:PER:Ana Paz host:GHA"]),
    ("ru", "Президент Перу Ана Пас приняла министра иностранных дел Ганы Кофи Оти. Визит в Аккру состоится в июне.", [
        "visit unspecified planned 2024-06 Accra guest:PER:Ана Пас host:GHA"]),
    # a delegation told without a state has its leader's
    ("en", "A delegation headed by Ghana's foreign minister Kofi Oti arrived in Lima on Monday.", [
        "visit unspecified done 2024-05-13 Lima guest:GHA:Kofi Oti host:PER"]),
    ("es", "Una comitiva oficial, encabezada por el ministro ghanés Kofi Oti, iniciará el jueves una visita a Perú.", [
        "visit unspecified planned 2024-05-16 - guest:GHA:Kofi Oti host:PER"]),
    # the day on which somebody says so is not that of the journey
    ("en", "Ghana's foreign minister Kofi Oti said on Monday that he would travel to Peru.", [
        "visit unspecified planned - - guest:GHA:Kofi Oti host:PER"]),
    # what a journey is for does not make it a proposal
    ("es", "El ministro ghanés Kofi Oti visitó Perú para pedir al Gobierno de Lima que intervenga.", [
        "visit unspecified done - - guest:GHA:Kofi Oti host:PER"]),
    # who accepts an invitation is still to come
    ("es", "El ministro ghanés Kofi Oti aceptó la invitación de su homólogo peruano.", [
        "visit unspecified planned - - guest:GHA:Kofi Oti host:PER"]),
    # each of two journeys in a clause has its own place
    ("es", "El ministro ghanés Kofi Oti llegó ayer a Lima y viajará hoy a Quito.", [
        "visit unspecified done 2024-05-13 Lima guest:GHA:Kofi Oti host:PER",
        "visit unspecified planned 2024-05-14 Quito guest:GHA:Kofi Oti host:ECU"]),
    # an office whose word means another in the state in which its holder was placed
    ("es", "Alemania apoya a Perú. La canciller, Ursula Brandt, viajará a Lima.", [
        "visit unspecified planned - Lima guest:DEU:Ursula Brandt host:PER"]),
    # a journey to a place that nothing knows is not to the other state of the text
    ("ru", "Президент Перу Хуан Рохас осудил Гану. Министр обороны Перу Луис Пас вылетел в Зомбатию.", []),
    ("en", "President Juan Rojas of Peru condemned Ghana. Peruvian Defence Minister Luis Paz flew to Zombatia.", []),
    # a city's word behind a first name is a surname
    ("ru", "Президент Венесуэлы Рауль Медина прибыл в Лиму.", [
        "visit unspecified ongoing 2024-05-14 Lima guest:VEN:Рауль Медина host:PER"]),
    # who is sent travels for the state that sends, also where the words for an envoy take in the place
    ("es", "La Unión Africana enviará a su enviado especial a Jartum.", [
        "visit unspecified planned - Khartoum guest:AU host:SDN"]),
    ("de", "Die Afrikanische Union hat ihren Sondergesandten nach Khartum entsandt.", [
        "visit unspecified done - Khartoum guest:AU host:SDN"]),
    # a word for several capitals stands for those of the states told before
    ("fr", "Le Ghana et le Togo ont fermé leur frontière. Le ministre péruvien Luis Paz se rendra dans les deux "
        "capitales.", ["visit unspecified planned - - guest:PER:Luis Paz host:GHA",
        "visit unspecified planned - - guest:PER:Luis Paz host:TGO"]),
    # where somebody is invited to by who rules there is no guest
    ("ru", "Президент Перу Луис Пас принял президента Ганы Кофи Оти. Оти пригласил его посетить Аккру.", [
        "visit unspecified proposed - Accra guest:PER:Луис Пас host:GHA:Кофи Оти"]),
    ("ar", "التقى رئيس بيرو لويس باز رئيس غانا كوفي أوتي. ودعاه أوتي إلى زيارة أكرا.", [
        "visit unspecified proposed - Accra guest:PER:لويس باز host:GHA:كوفي أوتي"]),
    # what is told as over does not go on because its last day is the dispatch's
    ("az", "Peru xarici işlər naziri Luis Paz mayın 12-dən 14-dək Qanada səfərdə olmuşdur.", [
        "visit unspecified done 2024-05-12 - guest:PER:Luis Paz host:GHA"]),
    # a journey that opens the text is the day's news
    ("tr", "Gana Dışişleri Bakanı Kofi Mensah Peru'ya gitti. İki ülke komşu değil.", [
        "visit unspecified ongoing 2024-05-14 - guest:GHA:Kofi Mensah host:PER"]),
    # ambassadors called home from two capitals
    ("fr", "Le Pérou a rappelé mardi ses ambassadeurs à Accra et Nairobi pour consultations.", [
        "accreditation recall done 2024-05-14 - envoy:PER sender:PER receiver:GHA",
        "accreditation recall done 2024-05-14 - envoy:PER sender:PER receiver:KEN"]),
    ("tr", "Peru salı günü Akra ve Nairobi'deki büyükelçilerini geri çağırdı.", [
        "accreditation recall done 2024-05-14 - envoy:PER sender:PER receiver:GHA",
        "accreditation recall done 2024-05-14 - envoy:PER sender:PER receiver:KEN"]),
    # who is called home is of the state that calls, though only where he serves is told
    ("zh", "秘鲁召回驻加纳和肯尼亚大使。", [
        "accreditation recall done 2024-05-14 - envoy:PER sender:PER receiver:GHA",
        "accreditation recall done 2024-05-14 - envoy:PER sender:PER receiver:KEN"]),
    # a guest who will see another city of the country is on his visit
    ("en", "LIMA, May 14 (AP) - Peruvian President Luis Paz met Ghanaian President Kofi Oti in Lima on Tuesday. Oti "
        "will travel to Cusco on Thursday.", [
        "visit unspecified ongoing 2024-05-14 - guest:GHA:Kofi Oti host:PER"]),
    # a state alone travels nowhere, nor does its envoy pay visits
    ("en", "Peru will send its cricketers on a tour of Ghana next year.", []),
    # whoever is in another state at a time has come there; a verb of giving takes in no place
    ("tr", "Bu hafta Gana'da bulunan Peru Dışişleri Bakanı Ana Paz limanı övdü.", [
        "visit unspecified ongoing 2024-05 - guest:PER:Ana Paz host:GHA"]),
    ("az", "Bu həftə Qanada olan Perunun xarici işlər naziri Ana Paz limanı tərifləyib.", [
        "visit unspecified ongoing 2024-05 - guest:PER:Ana Paz host:GHA"]),
    ("tr", "Gana'ya acil yardım çağrısında bulunan Peru Cumhurbaşkanı Luis Paz yas ilan etti.", []),
    ("de", "Die peruanische Außenministerin Ana Paz war am Montag in Accra.", [
        "visit unspecified done 2024-05-13 Accra guest:PER:Ana Paz host:GHA"]),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "expected"), ROWS)
def test_visits_and_envoys(lang: str, text: str, expected: list[str]) -> None:
    records = [r for r in coded(lang, text) if r.kind in ("visit", "accreditation")]
    assert [told(record, act=True, names=True) for record in records] == expected
