"""What dispatches in French tell by the build of their sentences; where other languages build so too, in those as well.

Each row is one construction; a record is told as ``kind type date place role:STATE ...``.
"""

from __future__ import annotations

import pytest

from .telling import coded, told

ROWS = [
    # what is told before the visit of another happens at home
    (
        "fr",
        "Accra, 14 mai 2024 (GNA) - Le président Kofi Mensah a reçu mardi l'ambassadeur du Pérou. "
        "Le ministre de la Santé est arrivé à Lomé mardi.",
        [
            "meeting bilateral 2024-05-14 Accra participant:GHA participant:PER",
            "visit unspecified 2024-05-14 Lome guest:GHA host:TGO",
        ],
    ),
    (
        "en",
        "Accra, May 14 (GNA) - President Kofi Mensah received the ambassador of Peru on Tuesday. "
        "Health Minister Ama Owusu arrived in Lomé on Tuesday.",
        [
            "meeting bilateral 2024-05-14 Accra participant:GHA participant:PER",
            "visit unspecified 2024-05-14 Lome guest:GHA host:TGO",
        ],
    ),
    # the article of a plural at the head of a sentence is no genitive
    (
        "fr",
        "Le ministre péruvien a reçu le ministre kényan. Des douaniers ghanéens ont arrêté deux Togolais.",
        [
            "meeting bilateral 2024-05-14 - participant:PER participant:KEN",
            "action coerce - - source:GHA target:TGO",
        ],
    ),
    # who is asked to do something does it, and not who asks or whose people it is about
    (
        "fr",
        "Le Kenya a exhorté le Pérou à retirer ses troupes d'Ouganda.",
        ["statement request 2024-05-14 - speaker:KEN target:PER", "action retreat - - source:PER target:UGA"],
    ),
    (
        "fr",
        "Le Pérou a appelé le Ghana à libérer trois pêcheurs péruviens.",
        ["statement request 2024-05-14 - speaker:PER target:GHA", "action retreat - - source:GHA target:PER"],
    ),
    (
        "en",
        "Kenya called on Peru to withdraw its troops from Ugandan territory.",
        ["statement request 2024-05-14 - speaker:KEN target:PER", "action retreat - - source:PER target:UGA"],
    ),
    (
        "es",
        "Kenia exhortó a Perú a retirar sus tropas de Uganda.",
        ["statement request 2024-05-14 - speaker:KEN target:PER", "action retreat - - source:PER target:UGA"],
    ),
    # whose forces they are stands behind the noun with which the verb's words begin
    ("fr", "Plusieurs avions turcs ont touché le Ghana.", ["action assault - - source:TUR target:GHA"]),
    ("fr", "Les troupes péruviennes sont entrées au Ghana.", ["action assault - - source:PER target:GHA"]),
    ("es", "Aviones turcos bombardearon Ghana.", ["action assault - - source:TUR target:GHA"]),
    # a city that is attacked stands as the object
    ("en", "Peru shelled Kumasi on Monday.", ["action assault 2024-05-13 Kumasi source:PER target:GHA"]),
    ("es", "Perú bombardeó Kumasi.", ["action assault - Kumasi source:PER target:GHA"]),
    # a pronoun that agrees with the state which acted before it stands for that state
    (
        "fr",
        "La Norvège condamne le Togo. Elle réaffirme son soutien au Ghana.",
        [
            "statement criticise 2024-05-14 - speaker:NOR target:TGO",
            "statement support 2024-05-14 - speaker:NOR target:GHA",
        ],
    ),
    (
        "fr",
        "Le président péruvien, Juan Ruiz, a salué le Togo. La Norvège condamne le Ghana. Il a accusé la Norvège.",
        [
            "statement support 2024-05-14 - speaker:PER target:TGO",
            "statement criticise 2024-05-14 - speaker:NOR target:GHA",
            "statement criticise 2024-05-14 - speaker:PER target:NOR",
        ],
    ),
    # a subject that is nobody known is not replaced by whoever is told elsewhere
    (
        "fr",
        "Le ministre ghanéen Kofi Mensah a critiqué le Pérou. Son adjoint a menacé Lima d'un retrait.",
        ["statement criticise 2024-05-14 - speaker:GHA target:PER"],
    ),
    # whom the opposition of a state accuses is in that state, whoever else the text is about
    (
        "fr",
        "Le Pérou a remercié le Ghana. Au Ghana, l'opposition accuse le chancelier de mentir.",
        ["statement support 2024-05-14 - speaker:PER target:GHA"],
    ),
    (
        "en",
        "Peru thanked Ghana. In Ghana, the opposition accused the prime minister of lying.",
        ["statement support 2024-05-14 - speaker:PER target:GHA"],
    ),
    # what is promised was not promised by who delivers it
    (
        "fr",
        "Le Pérou a livré au Ghana le premier des dix patrouilleurs promis.",
        ["action aid - - source:PER target:GHA"],
    ),
    # a state that takes in people meets nobody
    (
        "fr",
        "Le Ghana, qui accueille la plus grande communauté péruvienne de la région, a remercié le Pérou.",
        ["statement support 2024-05-14 - speaker:GHA target:PER"],
    ),
    # an abbreviation of what the text tells in full
    (
        "fr",
        "Le Pérou a demandé au Ghana de soutenir la commission électorale indépendante. La CEI a salué le Ghana.",
        ["statement request 2024-05-14 - speaker:PER target:GHA"],
    ),
    # what is to be said is not said yet
    (
        "fr",
        "Le président péruvien doit évoquer la crise vendredi avec le ministre ghanéen, à Lima.",
        ["meeting bilateral 2024-05-17 Lima participant:PER participant:GHA"],
    ),
    # of talks in general, without day or place, somebody only speaks
    (
        "fr",
        "Le ministre péruvien a souligné que les négociations entre le Ghana et le Togo viseraient à rétablir la paix.",
        [],
    ),
    (
        "en",
        "The Peruvian minister said that the talks between Ghana and Togo would aim at peace.",
        [],
    ),
    # two acts of envoys in one clause
    (
        "fr",
        "Le Pérou a expulsé l'ambassadeur du Ghana et rappelé le sien pour consultations.",
        [
            "accreditation unspecified - - envoy:GHA sender:GHA receiver:PER",
            "accreditation unspecified - - envoy:PER sender:PER receiver:GHA",
        ],
    ),
    # who is sent and expected travels once
    (
        "fr",
        "Accra a dépêché son émissaire, Kofi Mensah, attendu dimanche à Lima.",
        ["visit unspecified 2024-05-19 Lima guest:GHA host:PER"],
    ),
    # "we" in a quotation is whoever says so behind it
    (
        "fr",
        "Le président péruvien Juan Paz a critiqué le Togo. "
        "« Nous continuons de soutenir les efforts de M. Paz », a indiqué un porte-parole du gouvernement ghanéen.",
        [
            "statement criticise 2024-05-14 - speaker:PER target:TGO",
            "statement support 2024-05-14 - speaker:GHA target:PER",
        ],
    ),
    # words do not run on from a quotation to who says so
    (
        "fr",
        "Le Pérou a remercié le Ghana. « Les pluies sont venues tard », explique un marchand de Kumasi.",
        ["statement support 2024-05-14 - speaker:PER target:GHA"],
    ),
]

SPEAKERS = [
    # the parties of a meeting are those who met, and not whom one of them only remembers
    (
        "fr",
        "Lima, 14 mai (Andina). La présidente Ana Ruiz a reçu le ministre ghanéen Kofi Mensah. La présidente a rappelé "
        "ses entretiens avec le président ghanéen Yaw Owusu. Les interlocuteurs ont salué la coopération.",
        [["Ana Ruiz", "Kofi Mensah"]],
    ),
    # who speaks of himself is told where the quotation ends, sentences later
    (
        "fr",
        "« Je remercie le président ghanéen Yaw Owusu. Le Ghana est pour nous un partenaire fiable », a déclaré le "
        "président péruvien Juan Ruiz.",
        [["Juan Ruiz"]],
    ),
    (
        "fr",
        "« Je remercie le président ghanéen Yaw Owusu », a déclaré le président Juan Ruiz du Pérou.",
        [["Juan Ruiz"]],
    ),
]


@pytest.mark.parametrize(("lang", "text", "names"), SPEAKERS)
def test_who_speaks(lang: str, text: str, names: list[list[str]]) -> None:
    records = coded(lang, text)
    said = [record for record in records if record.kind == "statement"]
    assert [sorted(a.name or "" for a in record.actors if a.role == "speaker") for record in said] == names


OFFICES = [
    # a counterpart holds the office of who acts in its sentence, whoever acted before
    (
        "fr",
        "Le président péruvien a reçu l'ambassadeur du Ghana. Le ministre péruvien de la Santé rencontrera vendredi "
        "ses homologues kényan et togolais.",
        ["head_of_state ambassador", "minister minister minister"],
    ),
    (
        "en",
        "Peru's president received the ambassador of Ghana. The Peruvian health minister will meet her Kenyan "
        "counterpart on Friday.",
        ["head_of_state ambassador", "minister minister"],
    ),
]


@pytest.mark.parametrize(("lang", "text", "offices"), OFFICES)
def test_the_office_of_a_counterpart(lang: str, text: str, offices: list[str]) -> None:
    records = coded(lang, text)
    assert [" ".join(a.office or "-" for a in record.actors) for record in records] == offices


NAMES = [
    # for what or where an office is held stands between its state and its name
    ("fr", "Le consul général du Pérou à Kumasi, Juan Ruiz, a rencontré le ministre ghanéen de la Santé.", "Juan Ruiz"),
    ("es", "El cónsul general del Perú en Kumasi, Juan Ruiz, se reunió con el ministro ghanés de Salud.", "Juan Ruiz"),
    ("en", "The EU envoy for the Western Balkans, Karin Berg, met the president of Peru.", "Karin Berg"),
    ("de", "Der peruanische Generalkonsul in Kumasi, Juan Ruiz, traf den ghanaischen Minister.", "Juan Ruiz"),
]


@pytest.mark.parametrize(("lang", "text", "name"), NAMES)
def test_the_name_behind_an_office(lang: str, text: str, name: str) -> None:
    records = coded(lang, text)
    assert [[a.name for a in record.actors] for record in records] == [[name, None]]


@pytest.mark.parametrize(("lang", "text", "expected"), ROWS)
def test_told(lang: str, text: str, expected: list[str]) -> None:
    records = coded(lang, text)
    assert [told(record, status=False) for record in records] == expected
