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
    # with whom relations are stands right behind the words
    ("en", "Peru has broken off relations with Ghana and established diplomatic relations with Kenya.", "relation", [
        "relation broken done - - party:PER party:GHA",
        "relation diplomatic_relations done - - party:PER party:KEN"]),
    # a headline tells what somebody is to do
    ("en", "Peru to open embassy in Ghana", "body", ["body mission planned - - member:PER member:GHA"]),
    # behind what was agreed a verb has a tense of its own
    ("es", "Perú y Ghana acordaron crear un consejo y firmaron un protocolo.", "document", [
        "document protocol done 2024-05-14 - party:PER party:GHA"]),
    # beside an auxiliary a participle is no present
    ("de", "In Lima wurde am Montag ein ghanaisches Kulturzentrum eröffnet.", "body", [
        "body centre done 2024-05-13 Lima member:GHA member:PER"]),
    # a forum that opens on a day sits
    ("de", "In Lima wurde am Montag ein peruanisch-ghanaisches Wirtschaftsforum eröffnet.", "body", [
        "body forum done 2024-05-13 Lima member:PER member:GHA"]),
    # who reports stands beside the words, those who seem to act only hear it
    ("ru", "Президенты Перу и Ганы осмотрели порт, о ходе работ им рассказал министр Ганы Кофи Менса.", "report", [
        "report unspecified done 2024-05-14 - reporter:GHA:Кофи Менса"]),
    # a fund holds no session
    ("ru", "Перу и Гана провели переговоры. По итогам заседания решено создать совместный фонд.", "body", [
        "body fund planned - - member:GHA member:PER"]),
    # a city that hosts, wherever its verb stands
    ("tr", "Peru-Gana İş Konseyinin toplantısına 20 Mayıs'ta Lima ev sahipliği yapacak.", "body", [
        "body council planned 2024-05-20 Lima member:PER member:GHA"]),
    ("ar", "تستضيف ليما في 20 مايو اجتماع مجلس الأعمال البيروفي الغاني.", "body", [
        "body council planned 2024-05-20 Lima member:PER member:GHA"]),
    # the day on which somebody agreed is not that of what is to come
    ("es", "Perú y Ghana acordaron este martes crear una comisión mixta.", "body", [
        "body commission planned - - member:PER member:GHA"]),
    # during the talks somebody only reported
    ("es", "Perú y Ghana celebraron una sesión de su comisión mixta. En el encuentro el ministro peruano Luis Prado "
        "presentó un informe sobre el puerto.", "meeting", []),
    # a group that comes for an exchange pays no visit
    ("en", "A delegation of Peruvian artists is visiting Ghana.", "visit", []),
    # the name of a state is no ending
    ("az", "Peru-Livan birgə komissiyasının iclası mayın 13-də keçirilib.", "body", [
        "body commission done 2024-05-13 - member:PER member:LBN"]),
    # a forum is only where somebody is invited, unless it is of both
    ("fr", "La ministre péruvienne Ana Ruiz a invité son homologue ghanéen Kofi Mensah à participer au forum "
        "d'investissement prévu en mars à Lima.", "body", []),
    # what an instrument is on is no level, unless that is raised by it
    ("en", "President Ana Ruiz of Peru and President Kofi Mensah of Ghana signed a Declaration on Deepening the "
        "Strategic Partnership.", "relation", []),
    ("en", "President Ana Ruiz of Peru and President Kofi Mensah of Ghana signed a declaration on the establishment of "
        "a strategic partnership.", "relation", [
        "relation strategic_partnership done - - party:PER party:GHA"]),
    ("en", "Peru and Ghana work together under the Strategic Partnership Charter.", "relation", []),
    ("de", "Peru und Ghana arbeiten im Rahmen der Charta der strategischen Partnerschaft.", "relation", []),
    ("ar", "وقعت بيرو وغانا اتفاقية الشراكة الاستراتيجية في ليما.", "relation", []),
    ("tr", "Peru ile Gana arasında stratejik ortaklık anlaşması imzalandı.", "relation", []),
    ("zh", "秘鲁和加纳签署了战略伙伴关系协定。", "relation", []),
    ("tr", "Peru ve Gana stratejik ortaklık kurulmasına ilişkin ortak bildiriyi imzaladı.", "relation", [
        "relation strategic_partnership done - - party:PER party:GHA"]),
    # who wants to deepen a level has it
    ("de", "Peru und Ghana wollen ihre strategische Partnerschaft vertiefen.", "relation", [
        "relation strategic_partnership done - - party:PER party:GHA"]),
    # an embassy that moves is opened elsewhere; an exhibition that one holds is none
    ("fr", "Le Pérou va transférer son ambassade au Ghana à Kumasi.", "body", [
        "body mission planned - Kumasi member:PER member:GHA"]),
    ("en", "A photo exhibition organised by the Ghanaian Embassy in Peru opened in Lima.", "body", []),
    # who will sign, where the day or place is told
    ("en", "The treaty will be signed in Lima by President Luis Rojas of Peru and President Kofi Mensah of Ghana.",
        "document", ["document agreement planned - Lima party:PER party:GHA signatory:PER signatory:GHA"]),
    # by when somebody must leave is not when he is sent away; whose a letter is that another hands over
    ("tr", "Gana, Peru Büyükelçisi Luis Paz'dan bir hafta içinde ülkeyi terk etmesini istedi.", "accreditation", [
        "accreditation unspecified done 2024-05-14 - envoy:PER sender:PER receiver:GHA"]),
    ("zh", "秘鲁总统鲁伊斯的特使帕斯向加纳总统门萨转交了鲁伊斯总统的信。", "message", [
        "message other done 2024-05-14 - sender:PER recipient:GHA"]),
    # an institute is no founding
    ("en", "Peru and Ghana held talks at the Confucius Institute in Accra.", "body", []),
    # an envoy who must go; that he leaves is no act of its own, and what was done long before has no day
    ("de", "Ghanas Botschafter muss gehen, entschied die peruanische Regierung am Montag.", "accreditation", [
        "accreditation unspecified done 2024-05-13 - envoy:GHA sender:GHA receiver:PER"]),
    ("de", "Peru gab dem ghanaischen Botschafter zwei Tage Zeit, das Land zu verlassen.", "action", []),
    ("en", "The premier of Peru met the premier of Ghana. They spoke of trade. They spoke of fishing. Peru had "
        "expelled the Ghanaian ambassador.", "accreditation", [
        "accreditation unspecified done - - envoy:GHA sender:GHA receiver:PER"]),
    # what is held under the name of a body is its session, and no meeting of its own
    ("en", "Peru and Ghana held the third round of their Strategic Dialogue in Accra on Monday.", "body", [
        "body unspecified done 2024-05-13 Accra member:PER member:GHA"]),
    ("en", "Peru and Ghana held the third round of their Strategic Dialogue in Accra on Monday.", "meeting", []),
    ("en", "Peru and Ghana held a frank strategic dialogue in Accra on Monday.", "body", []),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "kind", "expected"), ROWS)
def test_room(lang: str, text: str, kind: str, expected: list[str]) -> None:
    made = [record for record in coded(lang, text) if record.kind == kind]
    assert [told(record, names=kind == "report") for record in made] == expected
