"""What constructions tell that were found in Spanish dispatches, in every language that has them.

Each row is one construction; a record is told as ``kind type status date place role:STATE ...``.
"""

from __future__ import annotations

import pytest

from dragoman.coder import Coder
from dragoman.model import Dispatch

from .telling import told

MET = "meeting bilateral done 2024-05-14 Geneva participant:PER participant:GHA"
IN_FORCE = [
    "document sign done 2024-02 - party:PER party:GHA",
    "document enter_into_force planned 2024-07-01 - party:PER party:GHA",
]
TWO_SAY = [
    "statement support done 2024-05-15 - speaker:PER target:GHA",
    "statement pledge done 2024-05-15 - speaker:GHA target:PER",
]
APART = [
    "meeting bilateral done 2024-05-15 - participant:PER participant:GHA",
    "meeting bilateral done 2024-05-15 - participant:PER participant:JPN",
]
HOSTED = ["meeting bilateral planned 2024-06 Nairobi participant:PER participant:GHA"]
LEADERS = "meeting bilateral done 2024-05-14 Accra participant:PER participant:GHA"
PAID_BACK = "visit unspecified planned 2025 Lima guest:GHA host:PER"
BIDDEN = ["statement request done 2024-05-15 - speaker:FRA target:PER"]
ROWS = [
    # the marker of a place stands before the word for its kind
    ("en", "The ministers of Peru and Ghana met on Tuesday in the city of Geneva.", [MET]),
    ("en", "The ministers of Peru and Ghana met on Tuesday in the Swiss city of Geneva.", [MET]),
    ("es", "Los ministros de Perú y Ghana se reunieron el martes en la ciudad suiza de Ginebra.", [MET]),
    ("fr", "Les ministres du Pérou et du Ghana se sont rencontrés mardi dans la ville suisse de Genève.", [MET]),
    ("de", "Die Minister von Peru und Ghana trafen sich am Dienstag in der Schweizer Stadt Genf.", [MET]),
    ("ru", "Министры Перу и Ганы встретились во вторник в швейцарском городе Женева.", [MET]),
    ("uk", "Міністри Перу і Гани зустрілися у вівторок у швейцарському місті Женева.", [MET]),
    ("zh", "秘鲁外长和加纳外长周二在瑞士城市日内瓦举行会谈。", [MET]),
    # what is to come is told by another verb than that before it
    ("en", "The agreement that Peru and Ghana signed in February will enter into force on 1 July.", IN_FORCE),
    ("es", "El acuerdo que Perú y Ghana firmaron en febrero entrará en vigor el 1 de julio.", IN_FORCE),
    ("fr", "L'accord que le Pérou et le Ghana ont signé en février entrera en vigueur le 1er juillet.", IN_FORCE),
    # a clause that only stands beside another is not what is said in it; nor is one that "and" joins
    ("en", "The Peruvian president praised Ghana, while the Ghanaian president promised to expand the port.", TWO_SAY),
    ("es", "El presidente peruano elogió a Ghana y el presidente ghanés prometió ampliar el puerto.", TWO_SAY),
    ("fr", "Le président péruvien a salué le Ghana et le président ghanéen a promis d'agrandir le port.", TWO_SAY),
    (
        "en",
        "The Peruvian president praised Ghana and the Ghanaian president promised to expand the port.",
        TWO_SAY,
    ),
    # who receives the head of another state is of the side of the place, though another leads it
    (
        "es",
        "Los presidentes de Perú y Ghana, Luis Ruiz y Kofi Mensah, se reunieron el martes en Acra. "
        "El primer ministro Kwame Boateng recibió después a Luis Ruiz.",
        [LEADERS, "meeting bilateral done 2024-05-14 Accra participant:GHA participant:PER"],
    ),
    # the ministers are not the presidents
    (
        "en",
        "The presidents of Peru and Ghana, Luis Ruiz and Kofi Mensah, met on Tuesday in Accra. "
        "The ministers signed a memorandum on tourism.",
        [LEADERS, "document sign done 2024-05-14 Accra party:GHA party:PER"],
    ),
    (
        "es",
        "Los presidentes de Perú y Ghana, Luis Ruiz y Kofi Mensah, se reunieron el martes en Acra. "
        "Los ministros rubricaron un memorando sobre turismo.",
        [LEADERS, "document sign done 2024-05-14 Accra party:GHA party:PER"],
    ),
    # a visit is paid back by the side that the one before went to
    (
        "en",
        "The presidents of Peru and Ghana, Luis Ruiz and Kofi Mensah, met on Tuesday in Accra. "
        "The return visit will take place next year in Lima.",
        [LEADERS, PAID_BACK],
    ),
    (
        "es",
        "Los presidentes de Perú y Ghana, Luis Ruiz y Kofi Mensah, se reunieron el martes en Acra. "
        "La visita de respuesta tendrá lugar el año próximo en Lima.",
        [LEADERS, PAID_BACK],
    ),
    (
        "fr",
        "Les présidents du Pérou et du Ghana, Luis Ruiz et Kofi Mensah, se sont rencontrés mardi à Accra. "
        "La visite de retour aura lieu l'année prochaine à Lima.",
        [LEADERS, PAID_BACK],
    ),
    (
        "de",
        "Die Präsidenten von Peru und Ghana, Luis Ruiz und Kofi Mensah, trafen sich am Dienstag in Accra. "
        "Der Gegenbesuch findet im nächsten Jahr in Lima statt.",
        [LEADERS, PAID_BACK],
    ),
    (
        "ru",
        "Президенты Перу и Ганы Луис Руис и Кофи Менса встретились во вторник в Аккре. "
        "Ответный визит состоится в следующем году в Лиме.",
        [LEADERS, PAID_BACK],
    ),
    # what somebody must do is asked of him or her, whomever it is done to
    ("en", "Peru must end its attacks on Ghana, the French minister stressed.", BIDDEN),
    ("es", "El ministro francés subrayó que Perú debe poner fin a sus ataques contra Ghana.", BIDDEN),
    ("fr", "Le Pérou doit mettre fin à ses attaques contre le Ghana, a souligné le ministre français.", BIDDEN),
    # several are met each alone, also where the first stands right behind the verb
    ("en", "Peruvian Foreign Minister Ana Ruiz met separately with the ministers of Ghana and Japan.", APART),
    (
        "es",
        "La ministra peruana de Exteriores, Ana Ruiz, se reunió por separado con los ministros de Ghana y Japón.",
        APART,
    ),
    # a city that hosts an event is where it is held
    ("en", "Nairobi will host talks between Peru and Ghana in June.", HOSTED),
    ("es", "Nairobi acogerá en junio las conversaciones entre Perú y Ghana.", HOSTED),
    ("fr", "Nairobi accueillera en juin des pourparlers entre le Pérou et le Ghana.", HOSTED),
    ("ru", "Найроби примет в июне переговоры между Перу и Ганой.", HOSTED),
    # the comma behind a clause that hangs on what is put in gives the verb back to its subject
    (
        "es",
        "El presidente ghanés, acompañado por una comitiva que incluye a cuatro ministros, aterrizó el lunes en Lima.",
        ["visit unspecified done 2024-05-13 Lima guest:GHA host:PER"],
    ),
    # who is sent away within the verb's words, whatever mission is told behind
    (
        "es",
        "Perú expulsó a dos diplomáticos ghaneses y cerró su embajada en Yamena.",
        [
            "accreditation expel done 2024-05-15 - envoy:GHA sender:GHA receiver:PER",
            "body close done - N'Djamena member:PER member:TCD",
        ],
    ),
    # the day of a signature, with its place before it, is not that of the ratification
    (
        "es",
        "Perú ratificó el tratado de extradición con Ghana, suscrito en Lima en 2017.",
        ["document ratify done - - party:PER party:GHA", "document sign done 2017 Lima party:PER party:GHA"],
    ),
    (
        "en",
        "Peru's parliament ratified the extradition treaty with Ghana, signed in Lima in 2014.",
        ["document ratify done - - party:PER party:GHA", "document sign done 2014 Lima party:PER party:GHA"],
    ),
    # two who mediate do so between two others
    (
        "en",
        "Peru and Chad are mediating between Ghana and Togo.",
        ["action cooperate ongoing - - source:PER source:TCD target:GHA target:TGO"],
    ),
    # who condemns an attack has not made it, nor has the place where it was made
    (
        "es",
        "Perú condenó el ataque contra una iglesia en Ghana, en el que murieron 30 personas.",
        ["statement criticise done 2024-05-15 - speaker:PER"],
    ),
    (
        "en",
        "Peru condemned the attack in Accra that killed 30 people.",
        ["statement criticise done 2024-05-15 - speaker:PER"],
    ),
    # a state protests in words, and does not take part in what it protests against
    (
        "es",
        "Perú protestó por los ejercicios militares ghaneses en el golfo.",
        ["statement criticise done 2024-05-15 - speaker:PER target:GHA"],
    ),
    (
        "en",
        "Peru protested against Ghanaian military exercises in the gulf.",
        ["statement criticise done 2024-05-15 - speaker:PER target:GHA"],
    ),
    # who is thanked for sending something has sent it
    (
        "es",
        "El presidente peruano agradeció a Ghana el envío de diez vehículos.",
        ["statement support done 2024-05-15 - speaker:PER target:GHA", "action aid done - - source:GHA target:PER"],
    ),
    # the day of an arrival is not that of what is to come there
    (
        "es",
        "El presidente de Perú llegó el lunes a Yamena, donde se reunirá con el presidente de Ghana.",
        [
            "visit unspecified done 2024-05-13 N'Djamena guest:PER host:TCD",
            "meeting bilateral planned - N'Djamena participant:GHA participant:PER",
        ],
    ),
    # who is met by a guest in a capital is of its state
    (
        "en",
        "Visiting Peruvian President Luis Paz held talks with President Kofi Mensah at the palace in Accra.",
        ["meeting bilateral done 2024-05-15 Accra participant:PER participant:GHA"],
    ),
    (
        "en",
        "Foreign Minister Luis Paz of Peru will pay a visit to Ghana. He will be received by President Kofi Mensah.",
        [
            "visit unspecified planned - - guest:PER host:GHA",
            "meeting bilateral planned - - participant:GHA participant:PER",
        ],
    ),
    # the ministry that calls in an envoy is of where he serves
    (
        "en",
        "The Foreign Ministry summoned Peru's ambassador to Ghana, Luis Paz, and handed him a protest note.",
        ["statement criticise done 2024-05-15 - speaker:GHA target:PER"],
    ),
]


CONDOLED = ["message condolence done - - sender:GHA recipient:USA"]
RELEASES = [
    # a verb in the first person stands first in what it tells; the auxiliary before it may tell the person
    (
        "es",
        "Acogemos con beneplácito la decisión de Ghana.",
        ["statement support done 2024-05-15 - speaker:USA target:GHA"],
    ),
    (
        "es",
        "Hacemos un llamado al Gobierno de Ghana.",
        ["statement request done 2024-05-15 - speaker:USA target:GHA"],
    ),
    (
        "es",
        "Estamos profundamente preocupados por los ataques de Ghana.",
        ["statement criticise done 2024-05-15 - speaker:USA target:GHA"],
    ),
    # of two who may speak for the release's state the one who is told, and who judges where only the judged is told
    (
        "en",
        "Ann Lee, Department Spokesperson\n\nThe Secretary made clear that the United States opposes Ghana's plan.",
        ["statement reject done 2024-05-15 - speaker:USA target:GHA"],
    ),
    (
        "en",
        "Ann Lee, Department Spokesperson\n\nWe thank Peru. The claim made by Ghana's government is unacceptable.",
        [
            "statement support done 2024-05-15 - speaker:USA target:PER",
            "statement criticise done 2024-05-15 - speaker:USA target:GHA",
        ],
    ),
    # our president is the release's
    ("en", "The President of Ghana sent a letter of condolence to our President.", CONDOLED),
    ("es", "El presidente de Ghana ha enviado una carta de condolencia a nuestro presidente.", CONDOLED),
    ("fr", "Le président du Ghana a adressé une lettre de condoléances à notre président.", CONDOLED),
    ("de", "Der Präsident von Ghana hat unserem Präsidenten ein Kondolenzschreiben geschickt.", CONDOLED),
]


@pytest.mark.parametrize(("lang", "text", "expected"), RELEASES)
def test_we_of_a_release(lang: str, text: str, expected: list[str]) -> None:
    dispatch = Dispatch(text, date="2024-05-15", lang=lang, agency="U.S. Department of State")
    assert [told(record, act=True) for record in Coder().code(dispatch).records] == expected


@pytest.mark.parametrize(("lang", "text", "expected"), ROWS, ids=range(len(ROWS)))
def test_told(lang: str, text: str, expected: list[str]) -> None:
    dispatch = Dispatch(text, date="2024-05-15", lang=lang)
    assert [told(record, act=True) for record in Coder().code(dispatch).records] == expected
