"""What German dispatches tell by articles, quotations and lists, each in a short sentence or two.

A row is what is told, and the records that are read: ``kind type status date role:STATE ...``.
"""

from __future__ import annotations

import pytest

from .telling import coded, told

ROWS = [
    # "der" before a feminine or a plural is a dative or genitive, and never who acts
    ("de", "Der Ukraine sagte Peru weitere Hilfe zu.", ["statement pledge done 2024-05-14 speaker:PER target:UKR"]),
    (
        "de",
        "Der benachbarten Türkei sprechen wir unseren Dank aus, erklärte das georgische Parlament.",
        ["statement support done 2024-05-14 speaker:GEO target:TUR"],
    ),
    (
        "de",
        "Beim Treffen der Arabischen Liga haben sich Ghana und Peru auf eine Mission geeinigt.",
        [
            "meeting multilateral done 2024-05-14 participant:GHA participant:PER participant:LAS",
            "statement pledge done 2024-05-14 speaker:GHA speaker:PER",
        ],
    ),
    ("de", "Der Iran sagte Peru weitere Hilfe zu.", ["statement pledge done 2024-05-14 speaker:IRN target:PER"]),
    # of whom a quotation speaks is judged, and takes no part in what is told beside it
    (
        "de",
        'Der peruanische Außenminister Juan Paz kritisierte Ghana. "Ghana begeht Kriegsverbrechen", sagte er nach '
        "einem Gespräch mit seiner norwegischen Kollegin.",
        [
            "statement criticise done 2024-05-14 speaker:PER target:GHA",
            "meeting bilateral done 2024-05-14 participant:PER participant:NOR",
        ],
    ),
    (
        "en",
        'Peruvian Foreign Minister Juan Paz criticised Ghana. "Ghana is committing war crimes," he said after a '
        "meeting with his Norwegian counterpart.",
        [
            "statement criticise done 2024-05-14 speaker:PER target:GHA",
            "meeting bilateral done 2024-05-14 participant:PER participant:NOR",
        ],
    ),
    (
        "fr",
        "Le ministre péruvien des Affaires étrangères Juan Paz a critiqué le Ghana. « Le Ghana commet des crimes de "
        "guerre », a-t-il déclaré après un entretien avec son homologue norvégien.",
        [
            "statement criticise done 2024-05-14 speaker:PER target:GHA",
            "meeting bilateral done 2024-05-14 participant:PER participant:NOR",
        ],
    ),
    # who is accused of having done something did it, to who says so or to a third; who denies it did not
    (
        "de",
        "Peru hat Ghana vorgeworfen, eines seiner Schiffe beschossen zu haben.",
        ["statement criticise done 2024-05-14 speaker:PER target:GHA", "action assault done - source:GHA target:PER"],
    ),
    (
        "es",
        "Perú acusó a Ghana de haber bombardeado uno de sus barcos.",
        ["statement criticise done 2024-05-14 speaker:PER target:GHA", "action assault done - source:GHA target:PER"],
    ),
    (
        "fr",
        "Le Pérou a accusé le Ghana d'avoir bombardé un navire norvégien.",
        ["statement criticise done 2024-05-14 speaker:PER target:GHA", "action assault done - source:GHA target:NOR"],
    ),
    (
        "de",
        "Ghana bestritt, ein peruanisches Schiff angegriffen zu haben.",
        ["statement reject done 2024-05-14 speaker:GHA target:PER"],
    ),
    # a verb with an infinitive of its own behind it is as sure as the verb that it hangs on
    (
        "de",
        "Peru und Ghana hoffen, das Abkommen bald unterschreiben zu können.",
        ["document agreement proposed - party:PER party:GHA"],
    ),
    # a host without an office is of the place told last
    (
        "de",
        "In der peruanischen Hauptstadt fand ein Gipfel statt. An den von Gastgeber Juan Paz geleiteten Beratungen "
        "nahmen neben dem türkischen Präsidenten Kemal Yurt auch die Präsidenten Kofi Mensah (Ghana) und Ali Nuri "
        "(Oman) teil.",
        ["meeting multilateral done 2024-05-14 participant:PER participant:TUR participant:GHA participant:OMN"],
    ),
    # a side reports, too, if it is told to whom
    (
        "de",
        "Die peruanische Seite berichtete der EU über den Stand ihrer Reformen.",
        ["report unspecified done 2024-05-14 reporter:PER audience:EU"],
    ),
    # two that agree to send envoys exchange them; to a third each sends its own
    *(
        (
            lang,
            text,
            [
                "accreditation unspecified planned - envoy:PER sender:PER receiver:GHA",
                "accreditation unspecified planned - envoy:GHA sender:GHA receiver:PER",
            ],
        )
        for lang, text in (
            ("es", "Perú y Ghana acordaron intercambiar embajadores."),
            ("fr", "Le Pérou et le Ghana ont décidé d'échanger des ambassadeurs."),
        )
    ),
    # a verb without a subject of its own tells where, or from whom, it is said
    *(
        (
            "de",
            f"Peru schloss den Luftraum. Ghana habe den Luftraum verletzt, {said}.",
            [
                "action sanction done - source:PER target:GHA",
                "statement criticise done 2024-05-14 speaker:PER target:GHA",
            ],
        )
        for said in ("hieß es in Lima", "verlautete aus Lima", "hieß es aus dem peruanischen Außenministerium")
    ),
]


@pytest.mark.parametrize(("lang", "text", "expected"), ROWS)
def test_told(lang: str, text: str, expected: list[str]) -> None:
    records = coded(lang, text)
    assert [told(record, place=False) for record in records] == expected


NAMES = [
    # a first name may be that of a place: between an office and a surname
    ("de", "Präsident Santiago Paz hat in Lima den israelischen Außenminister Israel Levi empfangen."),
    ("en", "President Santiago Paz received Israeli Foreign Minister Israel Levi in Lima."),
]


@pytest.mark.parametrize(("lang", "text"), NAMES)
def test_first_names_of_places(lang: str, text: str) -> None:
    (record,) = coded(lang, text)
    assert [(a.name, a.office, a.state) for a in record.actors] == [
        ("Santiago Paz", "head_of_state", "PER"),
        ("Israel Levi", "foreign_minister", "ISR"),
    ]


LISTS = [
    # each of those listed holds the office, for the state in brackets behind the name
    ("de", "An dem Gipfel nahmen die Präsidenten Juan Paz (Peru), Islam Nuri (Oman) und Kofi Mensah (Ghana) teil."),
    ("en", "The summit was attended by Presidents Juan Paz (Peru), Islam Nuri (Oman) and Kofi Mensah (Ghana)."),
]


@pytest.mark.parametrize(("lang", "text"), LISTS)
def test_lists_with_states_in_brackets(lang: str, text: str) -> None:
    (record,) = coded(lang, text)
    assert [(a.name, a.office, a.state) for a in record.actors] == [
        ("Juan Paz", "head_of_state", "PER"),
        ("Islam Nuri", "head_of_state", "OMN"),
        ("Kofi Mensah", "head_of_state", "GHA"),
    ]
