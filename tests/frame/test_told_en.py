"""What is told by constructions that English shares with many languages: each row is one construction.

A record is told as ``kind type status date place role:STATE ...``.
"""

from __future__ import annotations

import pytest

from .telling import coded, told

ROWS = [
    # officials of two states who discuss something meet; one of them alone does not
    ("en", "Peruvian President Jose Paz and Ghanaian President Kofi Boateng discussed trade.", [
        "meeting bilateral done 2024-05-14 - participant:PER participant:GHA"]),
    ("en", "Peruvian Foreign Minister Jose Paz and his Ghanaian counterpart discussed trade.", [
        "meeting bilateral done 2024-05-14 - participant:PER participant:GHA"]),
    ("en", "Peruvian Foreign Minister Jose Paz discussed the drought in Ghana with experts.", []),
    ("en", "Peru and Ghana discussed trade.", []),
    # those of two states do not stand for more, whoever was listed before
    ("en", "Peru counts Qatar, Kenya and Chad among its partners. On Monday Peru's president met Ghana's prime "
        "minister. The leaders of the two countries praised the project.", [
        "meeting bilateral done 2024-05-13 - participant:PER participant:GHA",
        "statement support done 2024-05-13 - speaker:PER speaker:GHA"]),
    ("de", "Peru zählt Katar, Kenia und Tschad zu seinen Partnern. Am Montag traf der peruanische Präsident den "
        "ghanaischen Ministerpräsidenten. Die Präsidenten beider Länder lobten das Projekt.", [
        "meeting bilateral done 2024-05-13 - participant:PER participant:GHA",
        "statement support done 2024-05-13 - speaker:PER speaker:GHA"]),
    # whose those are who protest
    ("en", "Ghana's president met the president of Peru. Protesters in Peru burned the Ghanaian flag.", [
        "meeting bilateral done 2024-05-14 - participant:GHA participant:PER",
        "action protest done - - source:PER target:GHA"]),
    ("en", "Ghana's president met the president of Peru. Peruvian students marched against Ghana.", [
        "meeting bilateral done 2024-05-14 - participant:GHA participant:PER",
        "action protest done - - source:PER target:GHA"]),
    # a verb behind a noun that stands for nobody known is not done by who was told before
    ("en", "Peru recalled its ambassador to Ghana after gunmen bombed a farm.", [
        "accreditation unspecified done - - envoy:PER sender:PER receiver:GHA"]),
    ("en", "Peru thanked Ghana. The dairy lobby met in Lima on Monday.", [
        "statement support done 2024-05-14 - speaker:PER target:GHA"]),
    # those who hold the office that is told, named or not
    ("en", "Peru and Ghana are at odds. Peruvian Foreign Minister Jose Paz criticised Ghana. The African Union's envoy "
        "James Otieno spoke by telephone with both presidents.", [
        "relation strained done - - party:PER party:GHA",
        "statement criticise done 2024-05-14 - speaker:PER target:GHA",
        "meeting phone done 2024-05-14 - participant:AU participant:GHA participant:PER"]),
    # no name behind an article is an envoy's
    ("en", "Peru recalled its ambassador to Ghana after troops reached the Santa Rosa river.", [
        "accreditation unspecified done - - envoy:PER sender:PER receiver:GHA"]),
    # a president of what has a name of its own is of no state
    ("en", "Peru thanked Ghana. Jose Paz, president of Pescomar, accused Ghana of theft.", [
        "statement support done 2024-05-14 - speaker:PER target:GHA"]),
    ("en", "Peru thanked Ghana. National Growers president Jose Paz accused Ghana of theft.", [
        "statement support done 2024-05-14 - speaker:PER target:GHA"]),
    # what is suspended is no talks, and what somebody suggests to have been no proposal
    ("en", "Peru suspended talks on a fisheries agreement with Ghana.", [
        "action sanction done - - source:PER target:GHA"]),
    # who is sent away by a passive, whoever stands behind it
    ("en", "Four Peruvian diplomats were expelled from Ghana.", [
        "accreditation unspecified done 2024-05-14 - envoy:PER sender:PER receiver:GHA"]),
    ("en", "Four Peruvian diplomats were ordered to leave Ghana.", [
        "accreditation unspecified done 2024-05-14 - envoy:PER sender:PER receiver:GHA"]),
    ("en", "Four Peruvian diplomats were expelled by Ghana.", [
        "accreditation unspecified done 2024-05-14 - envoy:PER sender:PER receiver:GHA"]),
    ("en", "Ghana gave four Peruvian diplomats a week to leave.", [
        "accreditation unspecified done 2024-05-14 - envoy:PER sender:PER receiver:GHA"]),
    ("fr", "Quatre diplomates péruviens ont été expulsés du Ghana.", [
        "accreditation unspecified done 2024-05-14 - envoy:PER sender:PER receiver:GHA"]),
    ("es", "Cuatro diplomáticos peruanos fueron expulsados de Ghana.", [
        "accreditation unspecified done 2024-05-14 - envoy:PER sender:PER receiver:GHA"]),
    ("de", "Vier peruanische Diplomaten wurden aus Ghana ausgewiesen.", [
        "accreditation unspecified done 2024-05-14 - envoy:PER sender:PER receiver:GHA"]),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "expected"), ROWS)
def test_told(lang: str, text: str, expected: list[str]) -> None:
    records = coded(lang, text)
    assert [told(record) for record in records] == expected


NAMES = [
    # a ship may be called after somebody
    ("en", "The frigate Admiral Lopez called at Lima. Ghana's defence minister Kofi Mensah met Peru's president. On "
        "Friday he flies to Paris.", ["Kofi Mensah, defence_minister GHA"]),
    ("ru", "Фрегат «Адмирал Лопес» прибыл в Лиму. Президент Перу Хосе Пас встретился с президентом Ганы.",
        ["Хосе Пас, head_of_state PER"]),
    # what an office is of, before the name of who holds it
    ("en", "Executive Director of the Peruvian Ministry of Sport Jose Paz met Ghana's president.",
        ["Jose Paz, senior_official PER"]),
    ("en", "The Peruvian delegation was led by Executive Director of the Ministry of International Relations and "
        "Cooperation Jose Paz, who met Ghana's president.", ["Jose Paz, senior_official PER"]),
    ("en", "Director of the Peruvian Foreign Ministry Jose Paz met Ghana's president.",
        ["Jose Paz, senior_official PER"]),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "names"), NAMES)
def test_names(lang: str, text: str, names: list[str]) -> None:
    """Whom the records name, with the office."""
    records = coded(lang, text)
    actors = (actor for record in records for actor in record.actors if actor.name)
    assert list(dict.fromkeys(f"{actor.name}, {actor.office} {actor.state}" for actor in actors)) == names
