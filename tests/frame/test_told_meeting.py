"""Meetings and messages told by the structure of a sentence: each row is one construction."""

from __future__ import annotations

import pytest

from .telling import coded, told

ROWS = [
    # two meetings that verbs of one clause tell
    ("en", "Peruvian President Luis Rojas met Ghanaian President Kofi Boateng and then conferred with Maltese "
        "President Ann Vella.", [
        "meeting bilateral done 2024-05-14 - participant:PER participant:GHA",
        "meeting bilateral done 2024-05-14 - participant:PER participant:MLT"]),
    ("es", "El presidente de Perú, Luis Rojas, se reunió con el presidente de Ghana, Kofi Boateng, y luego conversó "
        "con la presidenta de Malta, Ana Vella.", [
        "meeting bilateral done 2024-05-14 - participant:PER participant:GHA",
        "meeting bilateral done 2024-05-14 - participant:PER participant:MLT"]),
    # whom somebody meets next is of the other side, also where no word tells who goes on
    ("es", "El canciller peruano, Luis Rojas, se reunió el lunes con el presidente de Ghana, Kofi Boateng. También "
        "dialogó con el presidente del Parlamento, Yaw Addo.", [
        "meeting bilateral done 2024-05-13 - participant:PER participant:GHA",
        "meeting bilateral done 2024-05-13 - participant:PER participant:GHA"]),
    # who says that he is ready to meet somebody has not met him
    ("en", "Peru's President Luis Rojas said he was ready to meet Ghana's President Kofi Boateng.", [
        "meeting bilateral proposed - - participant:PER participant:GHA"]),
    # the deputy of a ministry that the sentence names first
    ("tr", "Peru Dışişleri Bakanlığından yapılan açıklamaya göre Bakan Yardımcısı Ana Rojas, Gana Büyükelçisi Kofi "
        "Boateng ile görüştü.", [
        "meeting bilateral done 2024-05-14 - participant:PER participant:GHA"]),
    # who leads a delegation is of its state
    ("tr", "Gana Ticaret Bakanı Yaw Addo, Bakan Yardımcısı Luis Rojas başkanlığındaki Peru heyetini kabul etti.", [
        "meeting bilateral done 2024-05-14 - participant:GHA participant:PER"]),
    # adjectives that share a noun
    ("en", "Talks between Peruvian and Ghanaian negotiators took place in Vienna on Monday.", [
        "meeting bilateral done 2024-05-13 Vienna participant:PER participant:GHA"]),
    # an organisation holds its summit alone
    ("tr", "Afrika Birliği'nin iklim zirvesi pazartesi günü Nairobi'de düzenlendi.", [
        "meeting multilateral done 2024-05-13 Nairobi participant:AU"]),
    # states that act themselves make a dispatch relevant
    ("en", "Lima and Accra will hold talks on water next week.", [
        "meeting bilateral planned 2024-05 - participant:PER participant:GHA"]),
    # a letter that another hands over is from whose it is
    ("tr", "Gana büyükelçisi, Gana Cumhurbaşkanı Kofi Boateng'in mektubunu Peru Devlet Başkanı Luis Rojas'a iletti.", [
        "message other done 2024-05-14 - sender:GHA recipient:PER"]),
    # a letter like the one before is of its type and from its sender
    ("en", "Peru's President Luis Rojas sent a cable of condolences to the president of Ghana. A similar cable was "
        "sent to the foreign minister of Togo.", [
        "message condolence done - - sender:PER recipient:GHA",
        "message condolence done - - sender:PER recipient:TGO"]),
    # whom a letter that opens the sentence is to
    ("en", "In a letter to Ghanaian President Kofi Boateng, Peruvian President Luis Rojas voiced his gratitude.", [
        "message thanks done - - sender:PER recipient:GHA"]),
    # what is said after talks is to come, the talks are not
    ("tr", "Peru Başbakanı Luis Rojas, Gana Cumhurbaşkanı Kofi Boateng ile görüşmesinin ardından anlaşmanın "
        "imzalanacağını söyledi.", [
        "meeting bilateral done 2024-05-14 - participant:PER participant:GHA"]),
    # what a letter is about acts in it no more than its sender
    ("zh", "加纳总统科菲·门萨就秘鲁国庆日向秘鲁总统路易斯·罗哈斯致贺信。", [
        "message congratulation done - - sender:GHA recipient:PER"]),
    # who also attended takes part in the meeting told before, and is no second one
    ("en", "Peruvian Minister Luis Rojas met Ghanaian Minister Yaw Addo on Monday. Ghana's ambassador, Kofi Boateng, "
        "also took part in the talks.", [
        "meeting bilateral done 2024-05-13 - participant:PER participant:GHA participant:GHA"]),
    # who led the delegations stands for them
    ("ru", "В понедельник прошли консультации МИД Перу и Ганы. Делегацию Перу возглавил заместитель министра Луис "
        "Рохас, делегацию Ганы - заместитель министра Яу Аддо.", [
        "meeting bilateral done 2024-05-13 - participant:PER participant:GHA"]),
    # what a journey is for is still to come: on the day of the journey, if that is not over
    ("es", "El presidente de Perú, Luis Rojas, viajó el lunes a Acra para reunirse con el presidente de Ghana, Kofi "
        "Boateng.", [
        "meeting bilateral planned - - participant:PER participant:GHA"]),
    ("en", "Peruvian President Luis Rojas will fly to Accra on Friday to meet Ghanaian President Kofi Boateng.", [
        "meeting bilateral planned 2024-05-17 Accra participant:PER participant:GHA"]),
    # who is met later, or about something else, is met alone
    ("en", "Ghana's Foreign Minister Kofi Mensah met Peruvian Defence Minister Luis Rojas and later Peruvian President "
        "Ana Torres.", [
        "meeting bilateral done 2024-05-14 - participant:GHA participant:PER",
        "meeting bilateral done 2024-05-14 - participant:GHA participant:PER"]),
    ("es", "El canciller ghanés, Kofi Mensah, conversó con la presidenta peruana, Ana Torres, sobre comercio y con el "
        "ministro peruano de Defensa, Luis Rojas, sobre maniobras.", [
        "meeting bilateral done 2024-05-14 - participant:GHA participant:PER",
        "meeting bilateral done 2024-05-14 - participant:GHA participant:PER"]),
    ("tr", "Gana Dışişleri Bakanı Kofi Mensah, Peru Devlet Başkanı Ana Torres ile, ardından Peru Savunma Bakanı Luis "
        "Rojas ile görüştü.", [
        "meeting bilateral done 2024-05-14 - participant:GHA participant:PER",
        "meeting bilateral done 2024-05-14 - participant:GHA participant:PER"]),
    # a state that only tells where something is meets nobody
    ("en", "Ghana's Foreign Minister Kofi Mensah met Peruvian President Ana Torres to discuss fishing off the coast of "
        "Benin.", [
        "meeting bilateral done 2024-05-14 - participant:GHA participant:PER"]),
    # an event's type, told by words that go on behind those of taking part
    ("fr", "Le président ghanéen Kofi Mensah, qui a pris part lundi à Abuja au sommet de la Cédéao, a critiqué le "
        "Togo.", [
        "meeting multilateral done 2024-05-13 Abuja participant:GHA"]),
    # an office told without a name is of the side that the one who is met is not of
    ("en", "Ghana's Agriculture Minister Kofi Mensah met Peru's Agriculture Minister Luis Rojas in Lima. Rojas praised "
        "the ties. The minister also met Peru's Economy Minister Juan Paz.", [
        "meeting bilateral done 2024-05-14 Lima participant:GHA participant:PER",
        "meeting bilateral done 2024-05-14 Lima participant:GHA participant:PER"]),
    # who is in somebody's reception is of the other side
    ("kk", "Қазақстан Премьер-министрі Сәкен Оразбаев Бішкекке келді. Ертең Қазақстан Үкіметінің басшысы Президент "
        "Эмиль Токтогуловтың қабылдауында болады.", [
        "meeting bilateral planned 2024-05-15 Bishkek participant:KAZ participant:KGZ"]),
    # seeing is a meeting of officials of two states
    ("en", "Ghana's Foreign Minister Kofi Mensah will see Peruvian President Ana Torres on Friday.", [
        "meeting bilateral planned 2024-05-17 - participant:GHA participant:PER"]),
    ("en", "Ghana's Foreign Minister Kofi Mensah will see Peru on Friday.", []),
    # a guest meets the hosts where the visit is told to be
    ("en", "Ghana's Foreign Minister Kofi Mensah arrived in Lima on Monday. He was received by Peruvian President Ana "
        "Torres.", [
        "meeting bilateral done 2024-05-13 Lima participant:PER participant:GHA"]),
    # who receives somebody, behind the word that is also the genitive's
    ("de", "Der ghanaische Außenminister Kofi Mensah traf in Lima seinen Amtskollegen Luis Rojas. Am Abend wurde "
        "Mensah von Präsidentin Ana Torres empfangen.", [
        "meeting bilateral done 2024-05-14 Lima participant:GHA participant:PER",
        "meeting bilateral done 2024-05-14 Lima participant:PER participant:GHA"]),
    # what is said behind a meeting's noun and those who will meet is said of it
    ("en", "The planned meeting between Peruvian President Luis Rojas and Ghanaian President Kofi Boateng will not "
        "take place.", [
        "meeting bilateral cancelled - - participant:PER participant:GHA"]),
    # a three-way call is a call
    ("ru", "Президент Перу Луис Рохас, президент Ганы Кофи Боатенг и президент Кении Джозеф Отиено провели "
        "трёхсторонний телефонный разговор.", [
        "meeting phone done 2024-05-14 - participant:PER participant:GHA participant:KEN"]),
    # bilateral meetings with several are one with each; who acts stands behind the occasion
    ("ru", "На полях саммита президент Перу Луис Рохас провёл двусторонние встречи с президентом Ганы Кофи Боатенгом "
        "и президентом Кении Джозефом Отиено.", [
        "meeting bilateral done 2024-05-14 - participant:PER participant:GHA",
        "meeting bilateral done 2024-05-14 - participant:PER participant:KEN"]),
    # condolences without a letter are said
    ("de", "Perus Präsident Luis Rojas sprach Ghana nach dem Erdbeben sein Beileid aus.", []),
    # a letter that several wrote is one, letters got from several are several
    ("en", "The foreign ministers of Peru and Ghana, Luis Rojas and Yaw Addo, sent a joint letter to Kenya's President "
        "Joseph Otieno.", [
        "message other done 2024-05-14 - sender:PER sender:GHA recipient:KEN"]),
    ("en", "Peruvian President Luis Rojas received telegrams of congratulation from Ghana's President Kofi Boateng and "
        "Kenya's President Joseph Otieno.", [
        "message congratulation done - - sender:GHA recipient:PER",
        "message congratulation done - - sender:KEN recipient:PER"]),
    # officials of one state who meet are no meeting of states; who is posted to an organisation is of their state
    ("en", "Peru condemned Ghana. Ghana's President Kofi Boateng met Ghanaian Foreign Minister Yaw Addo and UN "
        "ambassador Ama Mensah in Accra.", []),
    ("tr", "Peru Gana'yı kınadı. Gana Devlet Başkanı Kofi Boateng, Gana Dışişleri Bakanı Yaw Addo ve Birleşmiş "
        "Milletler (BM) Daimi Temsilcisi Ama Mensah ile görüştü.", []),
    # whom a letter is about has not written it
    ("zh", "秘鲁外长罗哈斯就加纳发生列车事故致电加纳外长阿多表示慰问。", [
        "message condolence done - - sender:PER recipient:GHA"]),
    # talks that one side breaks off are no meeting
    ("es", "El presidente de Ghana, Kofi Oti, criticó a Perú por haber suspendido las negociaciones con Kenia.", []),
    # a noun tells no second meeting of those told to meet
    ("es", "El presidente peruano Luis Paz se reunirá el jueves con el ghanés Kofi Oti, punto más alto de una agenda "
        "de encuentros con autoridades y empresarios.", [
        "meeting bilateral planned 2024-05-16 - participant:PER participant:GHA"]),
    # what is put in parts a noun from what the clause says of it
    ("es", "La reunión entre el presidente de Ghana y el de Perú, en la ciudad de Guadalajara, será breve.", [
        "meeting bilateral planned - Guadalajara participant:GHA participant:PER"]),
    # what is discussed at a meeting to come is no second one
    ("ru", "Министр Перу Хуан Рохас и министр Ганы Кофи Оти, которые завтра встречаются для обсуждения вопроса о "
        "долге, молчат.", ["meeting bilateral planned 2024-05-15 - participant:PER participant:GHA"]),
    # who meets stands in the sentence before, where the meeting's own tells nobody
    ("ru", "Кения осудила Польшу. Министр Перу Хуан Рохас вылетел в Аккру, где намерен просить президента Ганы Кофи "
        "Оти о помощи. Встреча назначена на среду.", [
        "meeting bilateral planned 2024-05-15 - participant:PER participant:GHA"]),
    # an organisation meets by itself, whatever state it meets on
    ("ru", "Совет Безопасности ООН собрался в среду на закрытое заседание по ситуации в Перу.", [
        "meeting multilateral done 2024-05-08 - participant:UN"]),
    # a meeting that is called off is no measure
    ("es", "El presidente de Perú, Luis Paz, suspendió el lunes, en Quito, la reunión que debía mantener con su "
        "homólogo de Ghana, Kofi Oti.", [
        "meeting bilateral cancelled 2024-05-13 Quito participant:PER participant:GHA"]),
    # what a journey is for
    ("es", "El presidente peruano Luis Paz viajará a Acra para abordar el asunto con su homólogo Kofi Oti.", [
        "meeting bilateral planned - Accra participant:PER participant:GHA"]),
    # what is discussed may be to come, the meeting is not
    ("en", "Peruvian Foreign Minister Luis Rojas and Ghanaian President Kofi Boateng discussed the upcoming elections "
        "and fishing.", [
        "meeting bilateral done 2024-05-14 - participant:PER participant:GHA"]),
    # who calls or talks to two on the telephone does so with each
    ("az", "Peru Xarici işlər naziri Luis Rohas dünən Keniyanın xarici işlər naziri Piter Otieno və Qananın xarici "
        "işlər naziri Kofi Oti ilə telefon danışıqları aparıb.", [
        "meeting phone done 2024-05-13 - participant:PER participant:KEN",
        "meeting phone done 2024-05-13 - participant:PER participant:GHA"]),
    ("fr", "Le président péruvien, Luis Rojas, s'est entretenu au téléphone samedi avec le président kényan Peter "
        "Otieno et le Premier ministre ghanéen Kofi Oti.", [
        "meeting phone done 2024-05-11 - participant:PER participant:KEN",
        "meeting phone done 2024-05-11 - participant:PER participant:GHA"]),
    # where they meet is no party, nor is the state in brackets behind its city, nor the organisation whose event it is
    ("en", "Presidents Luis Rojas of Peru and Peter Otieno of Kenya will see each other again in Brazil.", [
        "meeting bilateral planned - - participant:PER participant:KEN"]),
    ("es", "El canciller peruano, Luis Rojas, y su colega keniano, Peter Otieno, se reunirán el jueves en Florencia "
        "(Italia).", ["meeting bilateral planned 2024-05-16 Florence participant:PER participant:KEN"]),
    ("tr", "Peru ve Kenya dışişleri bakanları Luis Rojas ve Peter Otieno, perşembe günü Bangkok'taki ASEAN "
        "toplantıları sırasında bir araya geldi.", [
        "meeting bilateral done 2024-05-09 Bangkok participant:PER participant:KEN"]),
    # an organisation holds its session alone
    ("en", "Peru accused Ghana of piracy. The OAS will hold an emergency session in Lima on Friday.", [
        "meeting multilateral planned 2024-05-17 Lima participant:IGO"]),
    # one's own people are no other side
    ("tr", "Kenya Cumhurbaşkanı Peter Otieno dün Lima'ya geldi. Otieno, bugün ayrıca Kenyalı iş insanlarıyla yemekte "
        "bir araya geldi.", []),
    # an instrument that is negotiated is no meeting
    ("en", "Peruvian President Luis Rojas praised Ghana. Peru is willing to start negotiations on a free trade "
        "agreement with Ghana.", []),
    # who is met where somebody has gone is of that state; a verb that stands last tells its own tense
    ("tr", "Yapılacak konferans öncesinde Nairobi'ye giden Peru Dışişleri Bakanı Luis Rojas, "
        "Cumhurbaşkanı Peter Otieno ile görüştü. Gana konferansa katılmayacak.", [
        "meeting bilateral done 2024-05-14 Nairobi participant:PER participant:KEN"]),
    # a meeting that is over is not the session that its guests speak of
    ("fr", "Le ministre péruvien des Affaires étrangères, Luis Rojas, s'est entretenu lundi à Nairobi avec son "
        "homologue kényan, Peter Otieno, de la prochaine réunion de la commission mixte.", [
        "meeting bilateral done 2024-05-13 Nairobi participant:PER participant:KEN"]),
    # the ministers and leaders of an organisation's members meet by themselves
    ("en", "The Philippines accused Peru. ASEAN foreign ministers meet in Nairobi on Friday.", [
        "meeting multilateral planned 2024-05-17 Nairobi participant:ASEAN"]),
    ("fr", "Le Pérou accuse le Kenya. Les dirigeants de l'Union africaine se réunissent vendredi à Lima.", [
        "meeting multilateral planned 2024-05-17 Lima participant:AU"]),
    ("az", "Peru Keniyanı ittiham edib. Aİ xarici işlər nazirləri cümə günü Lüksemburqda görüşəcək.", [
        "meeting multilateral planned 2024-05-17 Luxembourg participant:EU"]),
    ("ar", "اتهمت بيرو كينيا. يجتمع وزراء خارجية الاتحاد الأوروبي يوم الجمعة في نيروبي.", [
        "meeting multilateral planned 2024-05-17 Nairobi participant:EU"]),
    # what somebody says of a meeting told before, or of talks that are to go on, is no other meeting
    ("tr", "Peru Dışişleri Bakanı Luis Rojas dün Gana Dışişleri Bakanı Kofi Oti ile görüştü. Gana lideri Yaw Addo, "
        "görüşmelerde sınırın ele alındığını söyledi.", [
        "meeting bilateral done 2024-05-13 - participant:PER participant:GHA"]),
    ("tr", "Peru Dışişleri Bakanı Luis Rojas dün Gana Dışişleri Bakanı Kofi Oti ile görüştü. Kenya Elçisi Peter Oti, "
        "tarafların görüşmeleri sürdürmesi gerektiğini söyledi.", [
        "meeting bilateral done 2024-05-13 - participant:PER participant:GHA"]),
    # the minutes of a session are no meeting
    ("tr", "Peru-Gana Ortak Komisyonu dün Lima'da toplandı. Toplantıya Peru Ticaret Bakanı Luis Rojas ile Gana "
        "Ticaret Bakanı Kofi Oti başkanlık etti. Görüşmelerin ardından iki bakan, toplantı tutanağını imzaladı.", []),
    # an event that is spoken of on the telephone is not what was held
    ("ru", "Президенту Перу Луису Рохасу сегодня позвонил президент Ганы Кофи Оти. Обменявшись мнениями о подготовке "
        "саммита Перу – Африка, стороны подчеркнули значимость сотрудничества.", [
        "meeting phone done 2024-05-14 - participant:GHA participant:PER"]),
    # who travels to meet somebody meets him where and when he comes there
    ("es", "El presidente de Perú, Luis Rojas, viajará el viernes a Acra para reunirse con su homólogo ghanés.", [
        "meeting bilateral planned 2024-05-17 Accra participant:PER participant:GHA"]),
    # the day on which a guest came is not that of the meeting
    ("fr", "Le président ghanéen Kofi Mensah, arrivé hier à Lima, a rencontré le président péruvien Luis Rojas.", [
        "meeting bilateral done 2024-05-14 Lima participant:GHA participant:PER"]),
    ("de", "Perus Präsident Luis Rojas traf den gestern eingetroffenen ghanaischen Präsidenten Kofi Mensah.", [
        "meeting bilateral done 2024-05-14 - participant:PER participant:GHA"]),
    # an envoy who is called in meets who summons him; where he is to complain to, the words are criticism
    ("en", "Peru summoned the ambassador of Ghana on Monday.", [
        "meeting bilateral done 2024-05-13 - participant:PER participant:GHA"]),
    ("de", "Der Botschafter Ghanas in Lima wurde am Montag ins Außenministerium einbestellt.", [
        "meeting bilateral done 2024-05-13 - participant:PER participant:GHA"]),
    ("fr", "L'ambassadeur du Ghana à Lima a été convoqué lundi au ministère péruvien des Affaires étrangères.", [
        "meeting bilateral done 2024-05-13 - participant:PER participant:GHA"]),
    ("ru", "МИД Перу в понедельник вызвал посла Ганы Кофи Менсу.", [
        "meeting bilateral done 2024-05-13 - participant:PER participant:GHA"]),
    ("az", "Qananın Perudakı səfiri Kofi Mensa may ayının 13-də Xarici İşlər Nazirliyinə çağırılıb.", [
        "meeting bilateral done 2024-05-13 - participant:PER participant:GHA"]),
    ("zh", "秘鲁外交部13日召见加纳驻秘鲁大使科菲。", [
        "meeting bilateral done 2024-05-13 - participant:PER participant:GHA"]),
    ("en", "Peru on Monday summoned the Ghanaian ambassador to protest against the arrest of a fisherman.", []),
    # what a letter says goes on in later paragraphs
    ("en", "President Juan Paz of Peru congratulated President Kofi Mensah of Ghana on his election in a telegram.\n\n"
        "Paz said that ties between the two countries had grown fast.", [
        "message congratulation done - - sender:PER recipient:GHA"]),
    # an envoy who is called in is met; what he or she has to hear is told in place of it
    ("en", "Ghana's ambassador was summoned to the Peruvian Foreign Ministry on Monday.", [
        "meeting bilateral done 2024-05-13 - participant:PER participant:GHA"]),
    ("fr", "Le Pérou a convoqué lundi l'ambassadeur du Ghana.", [
        "meeting bilateral done 2024-05-13 - participant:PER participant:GHA"]),
    ("kk", "Гана елшісі Перу Сыртқы істер министрлігіне шақырылды.", [
        "meeting bilateral done 2024-05-14 - participant:PER participant:GHA"]),
    ("en", "Peru summoned Ghana's ambassador on Monday and handed him a note of protest.", []),
    # what one tells another on the telephone is a call, too
    ("ru", "Президент Перу Луис Рохас в понедельник сказал по телефону президенту Ганы Кофи Боатенгу, что запрет "
        "останется в силе.", ["meeting phone done 2024-05-13 - participant:PER participant:GHA"]),
    ("ar", "قال رئيس بيرو لويس روخاس هاتفيا يوم الاثنين لنظيره الغاني كوفي بواتنغ إن الحظر سيبقى قائما.", [
        "meeting phone done 2024-05-13 - participant:PER participant:GHA"]),
    # whose people meet, with nobody else who acts
    ("tr", "Perulu ve Ganalı uzmanlar pazartesi günü Oslo'da buluştu. Peru Gana'yı kınadı.", [
        "meeting bilateral done 2024-05-13 Oslo participant:PER participant:GHA"]),
    # who only asks an organisation to convene takes no part
    ("en", "Peru asked on Monday for the Arab League to meet urgently.", [
        "meeting multilateral proposed - - participant:LAS"]),
    ("es", "Perú solicitó el lunes que la Liga Árabe se reúna con urgencia.", [
        "meeting multilateral proposed - - participant:LAS"]),
    # what is said behind a meeting with somebody told by name tells the meeting, too
    ("ru", "«Запрет остается», — заявил президент Перу Луис Рохас по итогам переговоров с президентом Ганы Кофи "
        "Боатенгом.", ["meeting bilateral done 2024-05-14 - participant:PER participant:GHA"]),
    # a text without a dateline goes over many days: what is told with a place of its own has the day that it tells
    ("en", "Peru condemned Ghana. Malta praised Peru. Ghana denied the charge. Peru's President Luis Rojas met Malta's "
        "President Ana Borg in Oslo.", ["meeting bilateral done - Oslo participant:PER participant:MLT"]),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "records"), ROWS)
def test_of_structure(lang: str, text: str, records: list[str]) -> None:
    found = [told(record) for record in coded(lang, text) if record.kind in ("meeting", "message")]
    assert found == records


def test_a_meeting_is_on_what_the_next_sentence_says_of_it() -> None:
    records = coded("en", "Peruvian Minister Luis Rojas met Ghanaian Minister Yaw Addo. The talks dealt with fishing.")
    assert [record.topics for record in records if record.kind == "meeting"] == [("agriculture",)]
