"""Envoys, colleagues, institutions and days: whose they are by the structure of a sentence."""

from __future__ import annotations

import pytest

from .telling import coded, told

ROWS = [
    # whose staff is sent away: told within the words or right before them, whoever sends and whoever else is told
    (
        "fr",
        "Le renvoi par Lima de l'attaché militaire du Ghana fait suite à un incident.",
        ["accreditation expel done 2024-05-14 - envoy:GHA sender:GHA receiver:PER"],
    ),
    (
        "fr",
        "Le Pérou a déclaré mardi sept agents de l'ambassade du Ghana à Lima persona non grata.",
        ["accreditation expel done 2024-05-14 - envoy:GHA sender:GHA receiver:PER"],
    ),
    (
        "de",
        "Als Reaktion auf die Ausweisung eines peruanischen Diplomaten hat das Außenministerium in Lima den "
        "ghanaischen Botschafter einbestellt.",
        [
            "accreditation expel done 2024-05-14 - envoy:PER sender:PER receiver:GHA",
            "meeting bilateral done 2024-05-14 - participant:PER participant:GHA",
        ],
    ),
    # in a passive who judges stands behind the verb, whoever did what is judged
    (
        "fr",
        "L'expulsion par le Pérou de trois diplomates ghanéens a été qualifiée d'acte hostile par Accra.",
        [
            "accreditation expel done 2024-05-14 - envoy:GHA sender:GHA receiver:PER",
            "statement criticise done 2024-05-14 - speaker:GHA target:PER",
        ],
    ),
    # who is followed is not appointed
    (
        "fr",
        "Le roi a nommé Mme Ana Rojas ambassadrice du Pérou au Ghana en succession de M. Luis Soto.",
        ["accreditation appoint done - - envoy:PER:Ana Rojas sender:PER receiver:GHA"],
    ),
    # a colleague and the minister told right behind a comma are one
    (
        "de",
        "Ministerin Ana Rojas aus Peru hat ihren Amtskollegen, den Außenminister Ghanas, Kofi Mensah, empfangen.",
        ["meeting bilateral done 2024-05-14 - participant:PER:Ana Rojas participant:GHA:Kofi Mensah"],
    ),
    # an institution that only some states have tells whose it is
    (
        "de",
        "Die Bundesregierung gewährt Peru und Ghana Kredite.",
        ["action aid done - - source:DEU target:PER target:GHA"],
    ),
    ("de", "Die Bundesregierung Malaysias gewährt Peru einen Kredit.", ["action aid done - - source:MYS target:PER"]),
    # an armed group is met as such
    (
        "de",
        "Der peruanische Minister Juan Rojas sprach in Lima mit Vertretern der Hamas.",
        ["meeting bilateral done 2024-05-14 Lima participant:PER:Juan Rojas participant:PSE:Hamas"],
    ),
    # who suffered an attack is not judged by who condemns it
    (
        "de",
        "Peru verurteilte den Anschlag auf die Botschaft Ghanas in Mogadischu.",
        ["statement criticise done 2024-05-14 - speaker:PER"],
    ),
    # who invites is in no list with those who come
    (
        "fr",
        "Réunis à Lima à l'invitation du roi péruvien, les présidents du Ghana, du Togo et du Bénin "
        "ont signé un accord.",
        [
            "meeting multilateral done 2024-05-14 Lima participant:GHA participant:TGO participant:BEN",
            "visit unspecified done - Lima guest:GHA host:PER",
            "visit unspecified done - Lima guest:TGO host:PER",
            "visit unspecified done - Lima guest:BEN host:PER",
            "document sign done 2024-05-14 Lima party:GHA party:TGO party:BEN "
            "signatory:GHA signatory:TGO signatory:BEN",
        ],
    ),
    # the present tense with a day that is not today: it is to come, even of a verb that tells what lasts
    (
        "fr",
        "Le président ghanéen Kofi Mensah effectue vendredi une visite d'Etat au Pérou.",
        ["visit state planned 2024-05-17 - guest:GHA:Kofi Mensah host:PER"],
    ),
    (
        "de",
        "Der ghanaische Präsident Kofi Mensah weilt am Freitag zu einem Staatsbesuch in Peru.",
        ["visit state planned 2024-05-17 - guest:GHA:Kofi Mensah host:PER"],
    ),
    # a noun is no verb of the present
    (
        "de",
        "Der Senat hat am Freitag dem Abkommen zwischen Peru und Ghana zugestimmt.",
        ["document ratify done 2024-05-10 - party:PER party:GHA"],
    ),
    # the day on which something was agreed is not its own
    (
        "fr",
        "Le Pérou et le Ghana ont décidé lundi de créer une commission mixte.",
        ["body found planned - - member:PER member:GHA"],
    ),
    # a name that begins like a negation denies nothing
    (
        "fr",
        "Le ministre ghanéen Kofi Mensah a eu des entretiens à N'Djamena avec le ministre péruvien.",
        ["meeting bilateral done 2024-05-14 N'Djamena participant:GHA:Kofi Mensah participant:PER"],
    ),
]


@pytest.mark.parametrize(("lang", "text", "expected"), ROWS)
def test_told(lang: str, text: str, expected: list[str]) -> None:
    assert [told(record, act=True, names=True) for record in coded(lang, text)] == expected
