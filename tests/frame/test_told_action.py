"""Who acts on whom, told by the structure of a sentence: each row is one construction, in short as in test_told."""

from __future__ import annotations

import pytest

from .telling import coded, told

ROWS = [
    # a day or a place behind a state is no noun of its own
    ("tr", "Peru pazartesi günü Gana Merkez Bankasına siber saldırı düzenledi.", [
        "action coerce done 2024-05-13 - source:PER target:GHA"]),
    ("kk", "Перу сәрсенбі күні Гана азаматтарын тұтқындады.", [
        "action coerce done 2024-05-08 - source:PER target:GHA"]),
    # whose city is struck, where nothing else tells who suffers
    ("en", "Peruvian forces shelled the outskirts of Kumasi.", ["action assault done - - source:PER target:GHA"]),
    ("tr", "Peru birlikleri Kumasi'nin banliyölerini bombaladı.", [
        "action assault done - - source:PER target:GHA"]),
    # both stand as owners before a verb that comes last: who strikes comes first
    ("tr", "Peru'nun iki uçağı Gana'nın hava sahasını ihlal etti.", [
        "action mobilize done - - source:PER target:GHA"]),
    # two adjectives of one noun
    ("en", "Peruvian and Ghanaian border guards exchanged fire.", ["action assault done - - source:PER target:GHA"]),
    # two who exchange something act together
    ("es", "Perú y Ghana canjearon prisioneros.", ["action cooperate done - - source:PER source:GHA"]),
    # to whom something is handed over does not act
    ("ru", "Перу передало Гане разведданные о боевиках.", ["action cooperate done - - source:PER target:GHA"]),
    # an adjective behind a verb's object is of whom it befalls
    ("es", "Perú derribó un dron ghanés.", ["action assault done - - source:PER target:GHA"]),
    # the noun behind the preposition that ends the words of a measure
    ("fr", "Lima a relevé les droits de douane sur l'acier ghanéen.", [
        "action sanction done - - source:PER target:GHA"]),
    # who trains is told by an adjective alone, as is who is trained
    ("en", "Peruvian instructors are training Ghanaian soldiers.", [
        "action aid ongoing - - source:PER target:GHA"]),
    # what is asked is not done, and is done for who asks
    ("es", "Perú pidió a Ghana que libere a los pescadores detenidos.", [
        "statement request done 2024-05-14 - speaker:PER target:GHA",
        "action retreat proposed - - source:GHA target:PER"]),
    ("ru", "Президент Перу Рауль Медина потребовал, чтобы Гана освободила рыбаков.", [
        "statement request done 2024-05-14 - speaker:PER target:GHA",
        "action retreat proposed - - source:GHA target:PER"]),
    ("kk", "Перу Ганадан балықшыларды босатуды талап етті.", [
        "action retreat proposed - - source:GHA target:PER",
        "statement request done 2024-05-14 - speaker:PER target:GHA"]),
    # whose measure a noun tells, and who suffers it by condemning it
    ("en", "Peruvian Minister Juan Soto denounced the US sanctions as cruel.", [
        "statement criticise done 2024-05-14 - speaker:PER target:USA",
        "action sanction ongoing - - source:USA target:PER"]),
    # who takes a measure that is told in the passive stands in the sentence before
    ("en", "Peru recalled its ambassador to Ghana. A summit of ECOWAS was held in Abuja. The borders with Ghana have "
        "been closed.", [
        "accreditation unspecified done - - envoy:PER sender:PER receiver:GHA",
        "meeting multilateral done 2024-05-14 Abuja participant:IGO",
        "action sanction done - - source:IGO target:GHA"]),
    # where a mission that is lowered in rank serves
    ("zh", "秘鲁驻加纳使团降为代办级。", ["action sanction done - - source:PER target:GHA"]),
    # of an attack or withdrawal that is only named, nobody is supposed to have made it
    ("en", "Peru and Ghana held talks on Monday. The minister of Peru discussed the release of prisoners.", [
        "meeting bilateral done 2024-05-13 - participant:PER participant:GHA"]),
    # whose thing it is that acts, where the subject itself is nobody
    ("fr", "Deux avions de l'armée péruvienne ont évacué 80 étudiants ghanéens du Tchad.", [
        "action aid done - - source:PER target:GHA"]),
    # the day since when something lasted that is ended
    ("tr", "Peru, 2011'den beri Gana'ya uyguladığı ithalat yasağını kaldırdı.", [
        "action concede done - - source:PER target:GHA"]),
    # a ministry says what a state does whose name stands behind it
    ("kk", "Лимадағы Сыртқы істер министрлігі Перу сейсенбі күні Гананың тоғыз сарбазын босатқанын мәлімдеді.", [
        "action retreat done 2024-05-14 Lima source:PER target:GHA"]),
    ("az", "Limadakı Xarici İşlər Nazirliyi Perunun doqquz Qana əsgərini azad etdiyini açıqlayıb.", [
        "action retreat done - Lima source:PER target:GHA"]),
    # a participle with its noun between who acts and the verb
    ("tr", "Akra'daki Enerji Bakanlığı, Peru'nun ödenmeyen faturalar yüzünden Gana'ya elektrik sevkiyatını kestiğini "
        "bildirdi.", ["action sanction done - Accra source:PER target:GHA"]),
    # where a court sits, and whose people it sentences
    ("tr", "Lima'da bir mahkeme, pazartesi günü Ganalı üç yargıcı hapis cezasına çarptırdı.", [
        "action coerce done 2024-05-13 Lima source:PER target:GHA"]),
    # two between whom something runs, the first with its own ending
    ("az", "Peruyla Qana arasında elektrik xətti istifadəyə verilib.", [
        "action cooperate done - - source:PER source:GHA"]),
    # to whom another gave too
    ("en", "Peru sent tents to Ghana. Chile sent medicines.", [
        "action aid done - - source:PER target:GHA", "action aid done - - source:CHL target:GHA"]),
    # the adjective of those by whom something is hit
    ("fr", "Une raffinerie de la ville ghanéenne de Kumasi, touchée par des drones péruviens, a pris feu.", [
        "action assault done - - source:PER target:GHA"]),
    # whose soldiers they are, whoever asks for others; the day of who says so is not that of what is told
    ("es", "El presidente de Ghana, Kofi Oti, pidió a la ONU que envíe tropas a la zona, donde soldados peruanos "
           "bombardearon varias aldeas.", [
        "statement request done 2024-05-14 - speaker:GHA target:UN",
        "action assault done - - source:PER target:GHA"]),
    ("es", "Cuatro militares peruanos murieron en una emboscada tendida por fuerzas ghanesas, informó este lunes el "
           "Ejército de Perú.", [
        "action assault done - - source:GHA target:PER"]),
    # who begins the next clause is not acted on
    ("es", "Perú envió equipos de rescate a Ghana, y Chile ha instalado cocinas.", [
        "action aid done - - source:PER target:GHA"]),
    # who sues whom, and where; whose bailout it is
    ("es", "Perú demandó a Ghana ante La Haya en enero de 2008.", [
        "action accuse_in_court done 2008-01 - source:PER target:GHA"]),
    ("es", "Los ministros de Finanzas de la zona euro aprobaron el segundo rescate de Ghana.", [
        "action aid done - - source:EU target:GHA"]),
    # a group and its abbreviation are one
    ("es", "Las Fuerzas Armadas Revolucionarias de Colombia (FARC) liberaron a tres soldados de Ghana.", [
        "action retreat done - - source:COL target:GHA"]),
    # who mediates acts alone; those between whom he does suffer it
    ("en", "Contacts between Ghana and Chad were brokered by Peru.", [
        "action cooperate done - - source:PER target:GHA target:TCD"]),
    ("de", "Peru vermittelt seit Jahren zwischen Ghana und dem Tschad.", [
        "action cooperate done - - source:PER target:GHA target:TCD"]),
    ("fr", "Grâce à la médiation du Pérou, le Ghana et le Tchad se parlent.", [
        "action cooperate done - - source:PER target:GHA target:TCD"]),
    ("tr", "Peru, Gana ile Çad arasında arabuluculuk yapıyor.", [
        "action cooperate ongoing - - source:PER target:GHA target:TCD"]),
    # whom the words make suffer an act is not its owner
    ("en", "Ghanaian sailors held by Peruvian border guards are well.", [
        "action coerce done - - source:PER target:GHA"]),
    # two agree on what a noun names
    ("es", "Perú y Ghana acordaron intensificar las patrullas mixtas.", [
        "action cooperate planned - - source:PER source:GHA"]),
    # what a document is on is agreed by it, and not done
    ("fr", "Le Pérou et le Ghana ont signé un accord sur l'exploitation commune du gaz.", [
        "document agreement done 2024-05-14 - party:PER party:GHA"]),
    ("en", "Peru and Ghana signed a contract on the joint production of tractors.", [
        "document agreement done 2024-05-14 - party:PER party:GHA"]),
    # where an act goes to is its place, if those live there whom it reaches
    ("en", "Peru sent tents to Kumasi for victims of the floods in Ghana.", [
        "action aid done - Kumasi source:PER target:GHA"]),
    ("de", "Peru schickte Zelte nach Kumasi in Ghana.", ["action aid done - Kumasi source:PER target:GHA"]),
    # an act of which nobody is told goes on with that of the sentence before
    ("es", "Perú envió a Ghana un avión con medicinas. Un segundo vuelo con insumos despegará el viernes.", [
        "action aid done - - source:PER target:GHA",
        "action aid planned 2024-05-17 - source:PER target:GHA"]),
    # what nobody is told to share is of the two states that the text is about
    ("en", "The president of Peru met the president of Ghana. Joint naval patrols began in May.", [
        "meeting bilateral done 2024-05-14 - participant:PER participant:GHA",
        "action cooperate done 2024-05 - source:PER source:GHA"]),
    # what one of two states does by name it does to the other
    ("en", "The president of Peru met the president of Ghana. Peru has not allowed two ships to dock.", [
        "meeting bilateral done 2024-05-14 - participant:PER participant:GHA",
        "action sanction done - - source:PER target:GHA"]),
    # a court acts for the state that it sits in
    ("de", "Ein Gericht in Lima hat zwei ghanaische Ärzte zu acht Jahren Haft verurteilt.", [
        "action coerce done - Lima source:PER target:GHA"]),
    # by whom a noun tells it to be done
    ("fr", "La tension ne retombe pas au Ghana une semaine après le bombardement de l'île par l'artillerie péruvienne.",
     ["action assault done - - source:PER target:GHA"]),
    # who is seized in another state, told in the passive, and by whom a noun names an attack
    ("en", "Two Ghanaian journalists were arrested in Peru on Monday.", [
        "action coerce done 2024-05-13 - source:PER target:GHA"]),
    ("fr", "Deux journalistes ghanéens ont été arrêtés lundi au Pérou.", [
        "action coerce done 2024-05-13 - source:PER target:GHA"]),
    ("en", "The bombing of Accra by Peruvian planes went on.", [
        "action assault done - - source:PER target:GHA"]),
    # what somebody gives is from him, whoever it helps
    ("en", "A grant of 5 million dollars from Peru reached Ghana.", [
        "action aid done - - source:PER target:GHA"]),
    # where troops gather is not whose they are
    ("zh", "秘鲁在加纳边境集结两万名士兵。", ["action mobilize done - - source:PER target:GHA"]),
    # two measures of one sentence, each on its own matter
    ("tr", "Peru Gana'ya yardımı dondurdu, Gana uçaklarına hava sahasını kapattı.", [
        "action sanction done - - source:PER target:GHA",
        "action sanction done - - source:PER target:GHA"]),
    # help that somebody thanks for was given
    ("kk", "Гананың министрі гуманитарлық көмек үшін Перуге алғыс айтты.", [
        "action aid done - - source:PER target:GHA",
        "statement support done 2024-05-14 - speaker:GHA target:PER"]),
    # borders that are shut, by whom and to whom
    ("ar", "أغلقت بيرو منافذها الحدودية مع غانا.", ["action sanction done - - source:PER target:GHA"]),
    ("fr", "Le Pérou a fermé lundi ses deux postes frontaliers avec le Ghana.", [
        "action sanction done 2024-05-13 - source:PER target:GHA"]),
    ("tr", "Peru Gana ile sınırını yeniden açtı.", ["action concede done - - source:PER target:GHA"]),
    # a crowd that attacks an embassy is of the state in which that stands
    ("de", "In Perus Hauptstadt Lima ist die Botschaft Ghanas von Demonstranten gestürmt worden.", [
        "action assault done - Lima source:PER target:GHA"]),
    ("en", "Ghana closed its embassy in Lima after it was ransacked by protesters.", [
        "body mission done - Lima member:GHA member:PER",
        "action assault done - Lima source:PER target:GHA"]),
    ("tr", "Gana'nın Peru'daki büyükelçiliğine silahlı saldırı düzenlendi.", [
        "action assault done - - source:PER target:GHA"]),
    # two who fight each other, whoever began
    ("en", "Fighting between Peruvian and Ghanaian troops left 12 dead on Monday.", [
        "action assault done 2024-05-13 - source:PER target:GHA"]),
    ("de", "Bei Gefechten zwischen peruanischen und ghanaischen Soldaten wurden zwölf Menschen getötet.", [
        "action assault done - - source:PER target:GHA"]),
    ("tr", "Peru sınırında yaşanan çatışmalarda 15 Gana askeri öldü.", [
        "action assault done - - source:PER target:GHA"]),
    ("en", "Peru and Ghana expressed concern over renewed fighting in Gaza.", [
        "statement criticise done 2024-05-14 - speaker:PER speaker:GHA"]),
    # who held those who come free, told by where they were held
    ("de", "Drei in Peru festgehaltene Ghanaer sind am Montag freigekommen.", [
        "action retreat done 2024-05-13 - source:PER target:GHA"]),
    ("es", "Tres ghaneses detenidos en Perú fueron puestos en libertad el lunes.", [
        "action retreat done 2024-05-13 - source:PER target:GHA"]),
    ("fr", "Les troupes ghanéennes stationnées au Pérou ont été retirées lundi.", [
        "action retreat done 2024-05-13 - source:GHA target:PER"]),
    ("en", "Three Ghanaian fishermen detained in Peru were released on Monday.", [
        "action coerce done 2024-05-13 - source:PER target:GHA",
        "action retreat done 2024-05-13 - source:PER target:GHA"]),
    # goods reach a capital
    ("en", "Peru delivered two million vaccine doses to Accra on Monday.", [
        "action aid done 2024-05-13 Accra source:PER target:GHA"]),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "expected"), ROWS)
def test_who_acts_on_whom(lang: str, text: str, expected: list[str]) -> None:
    assert [told(record) for record in coded(lang, text)] == expected
