"""What constructions tell that were found in Spanish dispatches, in every language that has them.

Each row is one construction; a record is told as ``kind type status date place role:STATE ...``.
"""

from __future__ import annotations

import pytest

from dragoman.coder import Coder
from dragoman.model import Dispatch, Record

MET = "meeting bilateral done 2024-05-14 Geneva participant:PER participant:GHA"
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
]


def told(record: Record) -> str:
    """A record in short."""
    actors = (f"{actor.role}:{actor.state or '-'}" for actor in record.actors)
    what = record.act or record.type or "-"
    return " ".join((record.kind, what, record.status, record.date or "-", record.place or "-", *actors))


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
    # our president is the release's
    ("en", "The President of Ghana sent a letter of condolence to our President.", CONDOLED),
    ("es", "El presidente de Ghana ha enviado una carta de condolencia a nuestro presidente.", CONDOLED),
    ("fr", "Le président du Ghana a adressé une lettre de condoléances à notre président.", CONDOLED),
    ("de", "Der Präsident von Ghana hat unserem Präsidenten ein Kondolenzschreiben geschickt.", CONDOLED),
]


@pytest.mark.parametrize(("lang", "text", "expected"), RELEASES)
def test_we_of_a_release(lang: str, text: str, expected: list[str]) -> None:
    dispatch = Dispatch(text, date="2024-05-15", lang=lang, agency="U.S. Department of State")
    assert [told(record) for record in Coder().code(dispatch).records] == expected


@pytest.mark.parametrize(("lang", "text", "expected"), ROWS, ids=range(len(ROWS)))
def test_told(lang: str, text: str, expected: list[str]) -> None:
    dispatch = Dispatch(text, date="2024-05-15", lang=lang)
    assert [told(record) for record in Coder().code(dispatch).records] == expected
