"""When, where and how far what is told has come: each row is one construction.

A record is told as ``kind type status date place role:STATE ...``; dispatches are of Tuesday, 14 May 2024.
"""

from __future__ import annotations

import pytest

from .telling import coded, told

ROWS = [
    # a letter handed over has the day of the news
    ("en", "The ambassador handed the president of Peru a letter from the president of Ghana.", [
        "message other done 2024-05-14 - sender:GHA recipient:PER"]),
    # a measure that leads behind a dateline is of its day
    ("en", "LIMA, May 14 (Andina) - Peru has closed its airspace to planes from Ghana.", [
        "action sanction done 2024-05-14 - source:PER target:GHA"]),
    # the same day is the one told last, some sentences before too
    ("en", "Peru and Ghana opened talks in Lima on 7 May. They were on trade. They were on fish. They were on ports. "
        "Peru and Ghana signed a memorandum on the same day.", [
        "meeting bilateral done 2024-05-07 Lima participant:PER participant:GHA",
        "document memorandum done 2024-05-07 - party:PER party:GHA"]),
    # what is told as news is not what happened long before
    ("en", "President Ana Ruiz of Peru and President Kofi Boateng of Ghana spoke by phone. They spoke of fish. "
        "They spoke of ports. President Ruiz of Peru phoned President Boateng of Ghana in May 2021.", [
        "meeting phone done 2024-05-14 - participant:PER participant:GHA",
        "meeting phone done 2021-05 - participant:PER participant:GHA"]),
    # first and last year of what something is for
    ("en", "After the talks Peru and Ghana signed a programme of cooperation for 2025 to 2027.", [
        "meeting bilateral done 2024-05-14 - participant:PER participant:GHA",
        "document programme done 2024-05-14 - party:PER party:GHA"]),
    ("de", "Peru und Ghana unterzeichneten ein Programm der Zusammenarbeit für 2025 bis 2027.", [
        "document programme done 2024-05-14 - party:PER party:GHA"]),
    # the year of an instrument is not that of its end
    ("en", "Peru has terminated the 1994 agreement with Chile on fish.", [
        "document agreement done - - party:PER party:CHL"]),
    ("es", "Perú denunció el acuerdo de 1994 con Chile sobre pesca.", [
        "document agreement done - - party:PER party:CHL"]),
    ("tr", "Peru, Şili ile balıkçılığa dair 1994 tarihli anlaşmayı feshetti.", [
        "document agreement done - - party:PER party:CHL"]),
    # the day of one journey is not that of the next, and here is not where it goes on to
    ("en", "LIMA, May 14 (Andina) - Chilean Foreign Minister Luis Vega arrived in this capital from Accra on Monday "
        "and will travel on to Quito.", [
        "visit unspecified ongoing 2024-05-13 Lima guest:CHL host:PER",
        "visit unspecified planned - Quito guest:CHL host:ECU"]),
    ("es", "LIMA, 14 may (EFE).- El canciller chileno, Luis Vega, arribó el lunes a esta capital procedente de Acra, y "
        "de aquí viajará a Quito.", [
        "visit unspecified ongoing 2024-05-13 Lima guest:CHL host:PER",
        "visit unspecified planned - Quito guest:CHL host:ECU"]),
    # the day of what is reported at talks is not theirs
    ("en", "At the talks between Peru and Ghana, Ghanaian Foreign Minister Ama Sarpong reported on the results of her "
        "trip to Quito in September.", [
        "meeting bilateral done 2024-05-14 - participant:PER participant:GHA",
        "report unspecified done 2024-05-14 - reporter:GHA",
        "visit unspecified done 2023-09 Quito guest:GHA host:ECU"]),
    # a report is given where its meeting is
    ("en", "LIMA, May 14 (Andina) - Ministers Luis Vega of Peru and Ama Sarpong of Ghana held talks. Minister Vega of "
        "Peru reported on the work done since the talks in Quito.", [
        "meeting bilateral done 2024-05-14 Lima participant:PER participant:GHA",
        "report unspecified done 2024-05-14 Lima reporter:PER"]),
    # what has gone on since a day goes on
    ("es", "Las tropas de Ghana ocupan desde mayo de 2021 una isla de Perú.", [
        "action assault ongoing 2021-05 - source:GHA target:PER"]),
    # a dateline may name the country of its city
    ("en", "LIMA, Peru, May 14. President Ana Ruiz of Peru met President Kofi Boateng of Ghana.", [
        "meeting bilateral done 2024-05-14 Lima participant:PER participant:GHA"]),
    # what may be done is proposed
    ("tr", "Gana Cumhurbaşkanı Kofi Boateng haziranda Peru'yu ziyaret edebilir.", [
        "visit unspecified proposed 2024-06 - guest:GHA host:PER"]),
    # one verb told of several, each with a day of its own
    ("en", "Peruvian Foreign Minister Luis Vega met the Ghanaian foreign minister on Sunday and the Chilean foreign "
        "minister on Monday.", [
        "meeting bilateral done 2024-05-12 - participant:PER participant:GHA",
        "meeting bilateral done 2024-05-13 - participant:PER participant:CHL"]),
    ("de", "Perus Außenminister sprach am Sonntag mit dem ghanaischen und am Montag mit dem chilenischen "
        "Außenminister.", [
        "meeting bilateral done 2024-05-12 - participant:PER participant:GHA",
        "meeting bilateral done 2024-05-13 - participant:PER participant:CHL"]),
    ("ru", "Президент Перу в четверг посетит Гану, а в субботу — Чили.", [
        "visit unspecified planned 2024-05-16 - guest:PER host:GHA",
        "visit unspecified planned 2024-05-18 - guest:PER host:CHL"]),
    ("tr", "Peru Cumhurbaşkanı perşembe günü Gana'yı, cumartesi günü Şili'yi ziyaret edecek.", [
        "visit unspecified planned 2024-05-16 - guest:PER host:GHA",
        "visit unspecified planned 2024-05-18 - guest:PER host:CHL"]),
    # the day of what comes next is not that of what is told before it
    ("de", "Vor seinem Besuch in Ghana in der kommenden Woche empfing Perus Außenminister am Montag Ghanas "
        "Botschafter.", [
        "visit unspecified planned 2024-05 - guest:PER host:GHA",
        "meeting bilateral done 2024-05-13 - participant:PER participant:GHA"]),
    # somebody proposes a session that is only called the next
    ("en", "Peru proposed to Ghana that the next session of the joint commission be held in Lima.", [
        "body commission proposed - Lima member:PER member:GHA"]),
    # who is somewhere since a day still is there
    ("en", "Ghana's president has been in Peru on a state visit since Sunday.", [
        "visit state ongoing 2024-05-12 - guest:GHA host:PER"]),
    # a weekday of what did not happen may be over
    ("de", "Ein für Montag geplantes Treffen der Außenminister Perus und Ghanas fand nicht statt.", [
        "meeting bilateral cancelled 2024-05-13 - participant:PER participant:GHA"]),
    # what one side alone does is done with its decision; what takes two is to come
    ("en", "Peru has decided to break off diplomatic relations with Ghana.", [
        "relation broken done - - party:PER party:GHA"]),
    ("fr", "Le Pérou a décidé de rompre ses relations diplomatiques avec le Ghana.", [
        "relation broken done - - party:PER party:GHA"]),
    ("tr", "Peru, Gana ile diplomatik ilişkileri kesme kararı aldı.", [
        "relation broken done - - party:PER party:GHA"]),
    ("en", "Peru and Ghana decided to sign an agreement on fish.", [
        "document agreement planned - - party:PER party:GHA"]),
    # the day of the documents to be signed is that of what they found
    ("en", "Of the documents to be signed today they named the founding of a council between Peru and Ghana.", [
        "document package planned 2024-05-14 - party:PER party:GHA",
        "body council planned 2024-05-14 - member:PER member:GHA"]),
    # a paper whose lead tells of no event tells of a meeting in passing, and not of one of its day
    ("en", "Rice is dear in Accra. Markets are empty. Traders wait for ships. Nobody knows why. The rains are late. "
        "Ghana's president Kofi Boateng met Peru's president Ana Ruiz and spoke of fish.", [
        "meeting bilateral done - - participant:GHA participant:PER"]),
    ("de", "Reis ist in Accra teuer. Die Märkte sind leer. Händler warten auf Schiffe. Niemand weiß, warum. Der Regen "
        "bleibt aus. Ghanas Präsident Kofi Boateng traf die peruanische Präsidentin Ana Ruiz.", [
        "meeting bilateral done - - participant:GHA participant:PER"]),
    # envoys of others called home in the past are none of the day
    ("en", "Peru's president Ana Ruiz met Chile's president Luis Vega. They spoke of fish. They spoke of ports. Both "
        "were glad. It was late. Ghana has recalled its ambassador from Kenya.", [
        "meeting bilateral done 2024-05-14 - participant:PER participant:CHL",
        "accreditation unspecified done - - envoy:GHA sender:GHA receiver:KEN"]),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "expected"), ROWS)
def test_told(lang: str, text: str, expected: list[str]) -> None:
    assert [told(record) for record in coded(lang, text) if record.kind != "statement"] == expected
