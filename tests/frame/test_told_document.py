"""Instruments whose acts, parties or signatories are told elsewhere than beside their noun.

Each row is one construction; a record is told as ``kind act status date role:STATE:name ...``.
"""

from __future__ import annotations

import pytest

from .telling import coded, told

ROWS = [
    # "the two countries" are states, whoever signs for them
    (
        "en",
        "President Kofi Mensah of Ghana met President Juan Soto of Peru. The two countries signed a treaty.",
        "document sign done 2024-05-14 party:GHA party:PER",
    ),
    (
        "de",
        "Ghanas Präsident Kofi Mensah traf Perus Präsidenten Juan Soto. "
        "Die beiden Länder unterzeichneten einen Vertrag.",
        "document sign done 2024-05-14 party:GHA party:PER",
    ),
    # an article before them, or more than two
    (
        "en",
        "The leaders of Ghana, Togo and Benin signed a treaty on trade.",
        "document sign done 2024-05-14 party:GHA party:TGO party:BEN",
    ),
    # who signs with whom
    (
        "fr",
        "Le président péruvien Juan Soto a signé avec le président ghanéen Kofi Mensah "
        "et le président kényan Ali Otieno un accord sur la pêche.",
        "document sign done 2024-05-14 party:PER party:GHA party:KEN "
        "signatory:PER:Juan Soto signatory:GHA:Kofi Mensah signatory:KEN:Ali Otieno",
    ),
    # agents between the auxiliary and the participle
    (
        "de",
        "Das Memorandum wurde vom ghanaischen Minister Kofi Mensah und "
        "vom peruanischen Minister Juan Soto unterzeichnet.",
        "document sign done 2024-05-14 party:GHA party:PER signatory:GHA:Kofi Mensah signatory:PER:Juan Soto",
    ),
    # who asks for a signing does not sign
    (
        "en",
        "Peruvian Foreign Minister Juan Soto welcomed the signing of a treaty between Ghana and Togo.",
        "document sign done 2024-05-14 party:GHA party:TGO",
    ),
    # a participle only tells which instrument is meant
    ("en", "Peru suspended the accords signed with Ghana.", "document terminate done - party:PER party:GHA"),
    # what the clause says of a noun that opens it
    (
        "fr",
        "La signature d'un traité de coopération en matière de défense "
        "entre la Norvège et le Chili est prévue en juin.",
        "document sign planned 2024-06 party:NOR party:CHL",
    ),
    # what somebody travels for is to come, and has not the day of the journey
    (
        "en",
        "Ghanaian Foreign Minister Kofi Mensah flew to Peru on Monday to sign a treaty on trade.",
        "document sign planned - party:GHA party:PER",
    ),
    (
        "tr",
        "Gana Dışişleri Bakanı Kofi Mensah, ticaret anlaşması imzalamak üzere Peru'ya gitti.",
        "document sign planned - party:GHA party:PER",
    ),
    # who signed for which side, in a sentence of its own
    (
        "en",
        "A treaty between Ghana and Peru was signed. Minister Kofi Mensah signed for Ghana and Minister Juan Soto for "
        "Peru.",
        "document sign done 2024-05-14 party:GHA party:PER signatory:GHA:Kofi Mensah signatory:PER:Juan Soto",
    ),
    # papers of a ratification are no instrument of their own
    (
        "en",
        "Ghana and Peru exchanged instruments of ratification of their extradition treaty.",
        "document ratify done - party:GHA party:PER",
    ),
    # where nouns are declined: what an instrument is added to is not signed again
    (
        "ru",
        "Гана и Перу подписали протокол к договору о торговле.",
        "document sign done 2024-05-14 party:GHA party:PER",
    ),
    # what is put off to a day, told behind the long subject of a verb that stands first
    (
        "ar",
        "تأجل توقيع الاتفاقية بين غانا وبيرو بشأن الصيد البحري إلى 12 يونيو.",
        "document sign planned 2024-06-12 party:GHA party:PER",
    ),
    # who agrees on a truce has promised nothing besides
    (
        "de",
        "Ghana und Peru haben sich auf eine Waffenruhe geeinigt.",
        "document sign done 2024-05-14 party:GHA party:PER",
    ),
    # an office of both states is held by one of each, named or not; the sides themselves are states
    (
        "es",
        "El presidente ghanés, Kofi Mensah, recibió a su homólogo peruano, Juan Soto. "
        "Los ministros de Transporte de ambos países firmaron un protocolo.",
        "document sign done 2024-05-14 party:GHA party:PER signatory:GHA signatory:PER",
    ),
    (
        "az",
        "Qana Prezidenti Kofi Mensah Peru Prezidenti Xuan Soto ilə görüşüb. "
        "Protokolu iki ölkənin nəqliyyat nazirləri imzalayıb.",
        "document sign done 2024-05-14 party:GHA party:PER signatory:GHA signatory:PER",
    ),
    (
        "zh",
        "加纳总统门萨14日会见秘鲁总统索托。两国交通部长签署了议定书。",
        "document sign done 2024-05-14 party:GHA party:PER signatory:GHA signatory:PER",
    ),
    (
        "en",
        "President Kofi Mensah of Ghana met President Juan Soto of Peru. "
        "The energy ministers of the two countries, Yaw Boateng and Luis Paz, signed a protocol.",
        "document sign done 2024-05-14 party:GHA party:PER signatory:GHA:Yaw Boateng signatory:PER:Luis Paz",
    ),
    (
        "tr",
        "Gana Cumhurbaşkanı Kofi Mensah, Peru Cumhurbaşkanı Juan Soto ile görüştü. Taraflar bir protokol imzaladı.",
        "document sign done 2024-05-14 party:GHA party:PER",
    ),
    # who puts initials under a text is told as at a signing, and no other than the two who do
    (
        "fr",
        "La ministre ghanéenne de la Pêche Ama Boateng et le ministre péruvien de la Pêche Luis Paz "
        "ont paraphé un accord.",
        "document negotiate done 2024-05-14 party:GHA party:PER signatory:GHA:Ama Boateng signatory:PER:Luis Paz",
    ),
    (
        "kk",
        "Гана балық шаруашылығы министрі Кофи Менса мен Перу балық шаруашылығы министрі Луис Пас келісімді парафтады.",
        "document negotiate done 2024-05-14 party:GHA party:PER signatory:GHA:Кофи Менса signatory:PER:Луис Пас",
    ),
    # a text that is only talked of is still worked on
    ("ru", "Гана и Перу обсудили подготовку соглашения.", "document negotiate ongoing - party:GHA party:PER"),
    (
        "de",
        "Ghana und Peru sprachen über den Entwurf eines Abkommens.",
        "document negotiate ongoing - party:GHA party:PER",
    ),
    # one state ratifies alone, unless the other is told, too
    (
        "en",
        "President Kofi Mensah of Ghana met President Juan Soto of Peru. The treaty was ratified by Ghana in March.",
        "document ratify done 2024-03 party:GHA",
    ),
    ("ru", "Парламент Ганы ратифицировал соглашение с Перу.", "document ratify done - party:GHA party:PER"),
    # what is proposed to somebody
    ("en", "Chile proposed to Peru that they sign a treaty.", "document sign proposed - party:CHL party:PER"),
]


@pytest.mark.parametrize(("lang", "text", "expected"), ROWS)
def test_instruments(lang: str, text: str, expected: str) -> None:
    rows = [record for record in coded(lang, text) if record.kind == "document"]
    assert [told(record, act=True, place=False, names=True) for record in rows] == [expected]


TYPES = [
    # a number before the noun makes several of it, of whichever type
    ("fr", "Le Ghana et le Pérou ont signé trois mémorandums d'entente.", ["package"]),
    ("tr", "Gana ile Peru üç mutabakat zaptı imzaladı.", ["package"]),
    ("ar", "وقعت غانا وبيرو اثنتي عشرة اتفاقية.", ["package"]),
    # companies sign contracts, whatever they are called, and states treaties
    (
        "en",
        "Ghanaian firm Volta Gas and Peruvian company Lima Energy signed an agreement on gas supplies.",
        ["contract"],
    ),
    ("en", "Ghana and Peru signed an investment contract.", ["agreement"]),
    # the text of an instrument is that instrument
    ("fr", "Le Ghana et le Pérou ont finalisé le texte d'un accord sur la pêche.", ["agreement"]),
    # two joined by several words for *and*
    (
        "fr",
        "Le Ghana et le Pérou ont signé un accord sur la pêche ainsi qu'un protocole sur le sport.",
        ["agreement", "protocol"],
    ),
]


@pytest.mark.parametrize(("lang", "text", "types"), TYPES)
def test_types(lang: str, text: str, types: list[str]) -> None:
    assert [record.type for record in coded(lang, text) if record.kind == "document"] == types
