"""What the structure of a sentence tells where the verb comes last: each row is one construction.

A record is told as ``kind type status date place role:STATE ...``.
"""

from __future__ import annotations

import pytest

from dragoman.coder import Coder
from dragoman.model import Dispatch

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
    # first to one and then to another
    ("tr", "Peru Dışişleri Bakanı Ali Kaya önce Gana'ya, ardından Çad'a gidecek.", [
        "visit unspecified planned - - guest:PER host:GHA",
        "visit unspecified planned - - guest:PER host:TCD",
    ]),
    ("az", "Peru xarici işlər naziri Əli Kaya əvvəlcə Qanaya, sonra Çada gedəcək.", [
        "visit unspecified planned - - guest:PER host:GHA",
        "visit unspecified planned - - guest:PER host:TCD",
    ]),
    # where somebody came to the day before, and who else receives there
    ("tr", "Peru Başbakanı Ali Kaya, dün akşam geldiği Akra'da Cumhurbaşkanı Kofi Boa tarafından da kabul edildi.", [
        "visit unspecified done 2024-05-13 Accra guest:PER host:GHA",
        "meeting bilateral done 2024-05-14 Accra participant:GHA participant:PER",
    ]),
    # whose a city is stands where the city does
    ("tr", "Dışişleri Bakanlığı, Peru'nun Gana'nın Kumasi kentine düzenlediği saldırıyı kınadı.", [
        "action assault ongoing - Kumasi source:PER target:GHA",
    ]),
    ("tr", "Gana'nın Kumasi kentine Peru tarafından düzenlenen saldırıda üç kişi öldü.", [
        "action assault done - Kumasi source:PER target:GHA",
    ]),
    # of goods on which a measure lies
    ("tr", "Peru, Gana mallarına uyguladığı örtülü boykotu sürdürüyor.", [
        "action sanction done - - source:PER target:GHA",
    ]),
    # an envoy is told of his own state's matter
    ("tr", "Peru'nun Akra Büyükelçisi Dışişleri Bakanlığına çağrıldı. "
           "Görüşmede büyükelçiye Peru meclisinin kabul ettiği karara ilişkin protesto notası iletildi.", [
        "meeting bilateral done 2024-05-14 - participant:GHA participant:PER",
        "statement criticise done 2024-05-14 - speaker:GHA target:PER",
    ]),
    # an organisation's session has no ministers
    ("tr", "BM Genel Kurulu'nun 80. oturumu kapsamında Peru Dışişleri Bakanı Ali Kaya, "
           "Gana Dışişleri Bakanı Kofi Boateng ile görüştü.", [
        "meeting bilateral done 2024-05-14 - participant:PER participant:GHA",
    ]),
    # who receives a delegation does not lead it
    ("tr", "Peru'da bulunan Gana parlamento heyeti, Peru Meclis Başkanı Ali Kaya tarafından kabul edildi.", [
        "visit unspecified ongoing 2024-05-14 - guest:GHA host:PER",
        "meeting bilateral done 2024-05-14 - participant:PER participant:GHA",
    ]),
    # who comes with a delegation
    ("tr", "Peru Kralı Ali Kaya, kalabalık bir iş insanı heyetiyle Gana'ya gitti.", [
        "visit unspecified done - - guest:PER host:GHA",
    ]),
    # a verb of saying repeats one of two targets
    ("tr", "Peru Devlet Başkanı Ali Kaya, Gana ile Çad arasında barış için çabaların süreceğini ifade etti.", [
        "statement pledge done 2024-05-14 - speaker:PER target:GHA target:TCD",
    ]),
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


AT_HOME = [
    # who opens a text without a state is of the agency's, whatever state follows
    ("Cumhurbaşkanı Kaya, deprem nedeniyle Gana Kralı'na taziye mesajı gönderdi.", ["head_of_state:TUR"]),
    ("Dışişleri Bakanlığı Sözcüsü Ali Kaya, Gana'nın iddialarını reddetti.", ["spokesperson:TUR"]),
    # a minister told beside his ministry is its minister
    ("Dışişleri Bakanlığına göre Bakan Ali Kaya, Gana'ya gidecek.", ["foreign_minister:TUR"]),
]


@pytest.mark.parametrize(("text", "expected"), AT_HOME)
def test_officials_of_the_agencys_state(text: str, expected: list[str]) -> None:
    records = Coder().code(Dispatch(text, date="2024-05-14", lang="tr", agency="AA")).records
    assert [f"{record.actors[0].office}:{record.actors[0].state}" for record in records] == expected
