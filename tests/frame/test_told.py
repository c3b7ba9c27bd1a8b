"""Who, when and where, told by the structure of a sentence or by the one before: each row is one construction.

A record is told as ``kind type status date place role:STATE ...``.
"""

from __future__ import annotations

import pytest

from .telling import coded, told

ROWS = [
    # what private persons say is no record
    ("en", "Peru and Ghana signed a treaty on Monday. A singer, Ana Ruiz, condemned Ghana.", [
        "document agreement done 2024-05-13 - party:PER party:GHA"]),
    # a mission is accredited where its own words say, wherever it stands
    ("en", "Ghana's embassy to the Holy See in Rome is to close.", [
        "body mission planned - Rome member:GHA member:VAT"]),
    # the name of a body may be long
    ("en", "The Intergovernmental Commission for Economic and Trade Affairs and for Scientific and Technical "
        "Cooperation between Peru and Ghana held its second session on Monday.", [
        "body commission done 2024-05-13 - member:PER member:GHA"]),
    # a clause put in between a subject and its verb has a subject of its own
    ("zh", "秘鲁总理对加纳释放两名秘鲁公民表示欢迎。", [
        "action retreat done - - source:GHA target:PER",
        "statement support done 2024-05-14 - speaker:PER target:GHA"]),
    ("zh", "秘鲁总理在加纳总统访问利马期间宣布向加纳提供贷款。", [
        "visit unspecified done - Lima guest:GHA host:PER", "action aid done - - source:PER target:GHA"]),
    # who says so stands behind reported speech
    ("de", "Ghana blockiere die Hilfe, warnte der peruanische Außenminister.", [
        "statement threaten done 2024-05-14 - speaker:PER target:GHA"]),
    # a present tense with a day to come, told by a noun
    ("en", "The EU and Peru hold their annual summit on Saturday in Lima.", [
        "meeting bilateral planned 2024-05-18 Lima participant:EU participant:PER"]),
    # here is where the dispatch is sent from
    ("en", "ACCRA, May 14 (GNA) - The Peruvian foreign minister arrived here from Lagos on Monday. He met Ghanaian "
        "President Kofi Boateng.", [
        "visit unspecified ongoing 2024-05-13 Accra guest:PER host:GHA",
        "meeting bilateral done 2024-05-13 Accra participant:PER participant:GHA"]),
    # each of several who write sends a message
    ("en", "The presidents of Peru and Ghana sent telegrams of condolence to Iran.", [
        "message condolence done - - sender:PER recipient:IRN",
        "message condolence done - - sender:GHA recipient:IRN"]),
    # how long a visit went on tells its first day
    ("zh", "秘鲁总统结束对加纳为期四天的国事访问，14日乘专机回国。", [
        "visit state done 2024-05-11 - guest:PER host:GHA"]),
    # a day of a participle is not that of the report
    ("tr", "Peru Dışişleri Bakanı Ali Kaya, 2020'de imzalanan anlaşma hakkında Gana heyetine bilgi verdi.", [
        "document agreement done 2020 - party:PER party:GHA",
        "report unspecified done 2024-05-14 - reporter:PER audience:GHA"]),
    # who put out the text that the next sentence quotes
    ("tr", "Peru ile Gana bakanları dün Lima'da görüştü. Norveç Dışişleri Bakanlığı açıklama yayımladı. Açıklamada, "
        "görüşmenin endişeyle izlendiği kaydedildi.", [
        "meeting bilateral done 2024-05-13 Lima participant:GHA participant:PER",
        "statement criticise done 2024-05-13 - speaker:NOR target:GHA"]),
    # a word that holds the subject of its clause
    ("ar", "أعلنت بيرو أنها ستزود غانا بطائرات.", ["action aid planned - - source:PER target:GHA"]),
    # whose act is judged
    ("en", "France condemned the shelling of Ghana by Peru.", [
        "statement criticise done 2024-05-14 - speaker:FRA target:PER",
        "action assault done - - source:PER target:GHA"]),
    ("en", "The US welcomed Peru's decision to hand maps to Ghana.", [
        "statement support done 2024-05-14 - speaker:USA target:PER"]),
    # a dateline of a city that its state is called like
    ("ar", "تونس - قام رئيس وزراء بيرو محمد السوداني بزيارة عمل إلى تونس.", [
        "visit working ongoing 2024-05-14 - guest:PER host:TUN"]),
    # each of several that break with one
    ("de", "Peru und Ghana haben ihre diplomatischen Beziehungen zu Katar abgebrochen.", [
        "relation broken done - - party:PER party:QAT", "relation broken done - - party:GHA party:QAT"]),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "expected"), ROWS)
def test_told(lang: str, text: str, expected: list[str]) -> None:
    records = coded(lang, text)
    assert [told(record) for record in records] == expected


NAMES = [
    # a surname that begins like an article with a clitic; initials
    (
        "ar",
        "التقى وزير الخارجية الأمريكي أنتوني ج. بلينكن نظيره المصري سامح شكري.",
        ["أنتوني ج. بلينكن", "سامح شكري"],
    ),
    # who holds an office that is told without a name is told more than once
    (
        "en",
        "Peruvian President Juan Soto met Ghana's prime minister in Lima. An exhibition by Ana Ruiz was opened.",
        ["Juan Soto"],
    ),
]


@pytest.mark.parametrize(("lang", "text", "names"), NAMES)
def test_names(lang: str, text: str, names: list[str]) -> None:
    records = coded(lang, text)
    meeting = next(record for record in records if record.kind == "meeting")
    assert [actor.name for actor in meeting.actors if actor.name] == names
