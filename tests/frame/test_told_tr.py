"""What the structure of a sentence tells where the verb comes last: each row is one construction.

A record is told as ``kind type status date place role:STATE ...``.
"""

from __future__ import annotations

import pytest

from .telling import coded, told

ROWS = [
    # a decade is no year, in whatever language
    ("tr", "Peru Devlet Başkanı Ali Kaya 1990'lı yıllarda Gana'yı ziyaret etti.", [
        "visit unspecified done - - guest:PER host:GHA"]),
    ("az", "Peru Prezidenti Əli Kaya 1990-cı illərdə Qanaya səfər edib.", [
        "visit unspecified done - - guest:PER host:GHA"]),
    ("ru", "Президент Перу Али Кайя в 1990-х годах посетил Гану.", ["visit unspecified done - - guest:PER host:GHA"]),
    ("fr", "Le président péruvien Ali Kaya s'est rendu au Ghana dans les années 1990.", [
        "visit unspecified done - - guest:PER host:GHA"]),
    ("de", "Der peruanische Präsident Ali Kaya besuchte Ghana in den 1990er Jahren.", [
        "visit unspecified done - - guest:PER host:GHA"]),
    # since when there was none
    ("tr", "Peru Devlet Başkanı Ali Kaya 1990'dan bu yana ilk kez Gana'yı ziyaret etti.", [
        "visit unspecified done - - guest:PER host:GHA"]),
    ("kk", "Перу президенті Әли Кая 1990 жылдан бері алғаш рет Ганаға сапармен барды.", [
        "visit unspecified done - - guest:PER host:GHA"]),
    # put off to the day right before the verb, in the case that says so
    ("tr", "Peru Dışişleri Bakanı Ali Kaya'nın Gana ziyareti 5 Haziran'a ertelendi.", [
        "visit unspecified planned 2024-06-05 - guest:PER host:GHA"]),
    ("tr", "Peru Dışişleri Bakanı Ali Kaya'nın 5 Haziran'daki Gana ziyareti ertelendi.", [
        "visit unspecified cancelled 2024-06-05 - guest:PER host:GHA"]),
    ("tr", "Peru ile Gana arasındaki görüşme mayıstan hazirana ertelendi.", [
        "meeting bilateral planned 2024-06 - participant:PER participant:GHA"]),
    ("tr", "Peru-Gana Hükümetlerarası Komisyonu'nun toplantısı haziran ayına ertelendi.", [
        "body commission planned 2024-06 - member:GHA member:PER"]),
    ("az", "Peru xarici işlər naziri Əli Kayanın Qanaya səfəri iyunun 5-nə təxirə salınıb.", [
        "visit unspecified planned 2024-06-05 - guest:PER host:GHA"]),
    # whose visit it is stands before the participle that hangs on it
    ("tr", "Peru Cumhurbaşkanı Ali Kaya'nın haziranda yapılması planlanan Gana ziyareti iptal edildi.", [
        "visit unspecified cancelled 2024-06 - guest:PER host:GHA"]),
    # what must be done is proposed, also where its verb's noun begins the words that say so
    ("tr", "Peru Devlet Başkanı Ali Kaya, Gana'nın özür dilemesi gerektiğini söyledi.", [
        "action concede proposed - - source:GHA target:PER",
        "statement request done 2024-05-14 - speaker:PER target:GHA"]),
    # a delegation is told by its leader
    ("tr", "Peru Meclis Başkanı Ali Kaya, Gana Meclis Başkanı Juan Perez başkanlığındaki heyeti kabul etti.", [
        "meeting bilateral done 2024-05-14 - participant:PER participant:GHA"]),
    ("az", "Peru Parlamentinin sədri Əli Kaya Qana Parlamentinin sədri Xuan Peresin rəhbərlik etdiyi nümayəndə "
        "heyəti ilə görüşüb.", ["meeting bilateral done 2024-05-14 - participant:PER participant:GHA"]),
    # the city that a word for a capital tells, with its case
    ("tr", "Peru ile Gana arasındaki anlaşma Gana'nın başkentinde imzalandı.", [
        "document agreement done 2024-05-14 Accra party:PER party:GHA"]),
    ("tr", "Peru Dışişleri Bakanı Ali Kaya Gana'nın başkentine gitti.", [
        "visit unspecified done - Accra guest:PER host:GHA"]),
    ("az", "Peru xarici işlər naziri Əli Kaya Qananın paytaxtına gəlib.", [
        "visit unspecified done - Accra guest:PER host:GHA"]),
    ("kk", "Перу Сыртқы істер министрі Әли Кая Гана астанасында Чили Сыртқы істер министрі Хуан Переспен кездесті.", [
        "meeting bilateral done 2024-05-14 Accra participant:PER participant:CHL"]),
    # who put out the text that the sentence begins with, a converb between it and the verb
    ("tr", "Norveç Dışişleri Bakanlığından yapılan açıklamada, Gana'nın sınırı açmayarak yükümlülüklerini çiğnediği "
        "ifade edildi.", ["statement criticise done 2024-05-14 - speaker:NOR target:GHA"]),
    # what is told in the passive as what somebody says was done, he or his state does
    ("tr", "Peru Dışişleri Bakanı Ali Kaya, Gana'nın Lima Büyükelçisi'nin bakanlığa çağrıldığını açıkladı.", [
        "meeting bilateral done 2024-05-14 - participant:PER participant:GHA"]),
    ("az", "Peru xarici işlər naziri Əli Kaya Qananın səfirinin nazirliyə çağırıldığını bildirib.", [
        "meeting bilateral done 2024-05-14 - participant:PER participant:GHA"]),
    # a day long ago is of what is told, and not of its telling
    ("tr", "Gana Dışişleri Bakanı Ama Mensah, Peru'yu 3 Ekim 2005'te sınırı kapattığı için kınadı.", [
        "statement criticise done 2024-05-14 - speaker:GHA target:PER"]),
    # who begins the sentence and is no official speaks there, and nobody told before
    ("tr", "Gana Dışişleri Bakanı Ama Mensah Peru'yu kınadı. Uzmanlar, Peru ile Gana arasındaki "
        "krizin süreceğini belirtti.", [
        "statement criticise done 2024-05-14 - speaker:GHA target:PER"]),
    # whom the noun before the verb tells is met, and no official of the other state
    ("tr", "Peru Gana'yı kınadı. Gana Devlet Başkanı Kofi Boateng, kazada yaralanan sporcuyu telefonla aradı.", [
        "statement criticise done 2024-05-14 - speaker:PER target:GHA"]),
    # what a private person says of nobody else's state
    ("tr", "Peru Gana'yı kınadı. Gana muhalefet lideri Kofi Boateng, hükümetin yetersiz kaldığını savundu.", [
        "statement criticise done 2024-05-14 - speaker:PER target:GHA"]),
    # of two who act in one list none suffers it
    ("tr", "Peru'da çatışmalar sürüyor. Gana ve Şili de Peru'ya asker gönderdi.", [
        "action mobilize done - - source:GHA source:CHL target:PER"]),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "expected"), ROWS)
def test_told_with_the_verb_last(lang: str, text: str, expected: list[str]) -> None:
    records = coded(lang, text)
    assert [told(record) for record in records] == expected


# the name of a city behind a first name and a particle is a surname
NAMES = [
    ("tr", "Peru Dışişleri Bakanı Albert del Rosario, Gana Cumhurbaşkanı Ali Kaya ile görüştü."),
    ("de", "Der peruanische Außenminister Albert del Rosario traf Ghanas Präsidenten Ali Kaya."),
]


@pytest.mark.parametrize(("lang", "text"), NAMES)
def test_a_city_in_a_name(lang: str, text: str) -> None:
    records = coded(lang, text)
    assert [[actor.name for actor in record.actors] for record in records] == [["Albert del Rosario", "Ali Kaya"]]
