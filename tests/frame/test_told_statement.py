"""Who says what, of whom and to whom: each row is one construction.

A statement is told as ``type speaker:STATE ... target:STATE ...``, with the names of persons.
"""

from __future__ import annotations

import pytest

from .telling import coded, told

ROWS = [
    # a noun tells what its owner demands or criticises, whoever answers it
    ("en", "Peruvian President Juan Paz turned down Ghana's proposal for a joint fleet.", [
        "reject speaker:PER:Juan Paz target:GHA", "propose speaker:GHA target:PER"]),
    ("de", "Der peruanische Präsident Juan Paz sprach in Lima über die Kritik Ghanas an den peruanischen Zöllen.", [
        "criticise speaker:GHA target:PER"]),
    ("fr", "Le président péruvien Juan Paz a évoqué l'appel du Ghana au Pérou à lever l'interdiction.", [
        "request speaker:GHA target:PER"]),
    ("tr", "Peru Devlet Başkanı Juan Paz, Gana'nın Peru'ya ambargoyu kaldırma çağrısını reddetti.", [
        "reject speaker:PER:Juan Paz target:GHA"]),
    # what a condition tells nobody says
    ("en", "Peruvian President Juan Paz threatened to impose tariffs on Ghana if it refuses the flights.", [
        "threaten speaker:PER:Juan Paz target:GHA"]),
    ("es", "El presidente peruano, Juan Paz, amenazó a Ghana con imponer aranceles si rechaza los vuelos.", [
        "threaten speaker:PER:Juan Paz target:GHA"]),
    # whom a verb takes right behind it, where two verbs take two
    ("ru", "Президент Перу Хуан Пас обвинил Кению в обмане и призвал Гану вмешаться.", [
        "criticise speaker:PER:Хуан Пас target:KEN", "request speaker:PER:Хуан Пас target:GHA"]),
    ("es", "El presidente peruano, Juan Paz, pidió moderación a Kenia y Ghana.", [
        "request speaker:PER:Juan Paz target:KEN target:GHA"]),
    # an official without a state says behind a comma what a state does
    ("en", "Peru attaches great importance to its relations with Ghana, Foreign Minister Juan Paz told reporters.", [
        "support speaker:PER:Juan Paz target:GHA"]),
    ("ru", "Перу обязуется помочь Гане восстановить порт, заявил в Лиме премьер-министр Хуан Пас.", [
        "pledge speaker:PER:Хуан Пас target:GHA"]),
    # a quotation that goes on
    ("fr", "« Les quotas du Ghana sont irresponsables », a déclaré le Premier ministre péruvien Juan Paz. « Le stock "
           "diminue. L'Union européenne doit agir. »", [
        "criticise speaker:PER:Juan Paz target:GHA", "request speaker:PER:Juan Paz target:EU"]),
    # both capitals, and the leaders of three states
    ("ru", "Министр Перу Джон Дуббе и президент Ганы Кофи Менса встретились в Лиме. Африканский союз призвал обе "
           "столицы проявить сдержанность.", [
        "request speaker:AU target:PER target:GHA"]),
    ("de", "Die Präsidenten Perus und Ghanas, Juan Paz und Kofi Mensah, trafen sich. Sie vereinbarten, den Handel "
           "auszubauen.", [
        "pledge speaker:PER:Juan Paz speaker:GHA:Kofi Mensah"]),
    ("tr", "Peru Devlet Başkanı Juan Paz, Gana Devlet Başkanı Kofi Mensah ve Kenya Devlet Başkanı James Otieno "
           "görüştü. Üç lider ticareti artırma konusunda mutabık kaldı.", [
        "pledge speaker:PER:Juan Paz speaker:GHA:Kofi Mensah speaker:KEN:James Otieno"]),
    # who is agreed with agrees; what is long agreed is no news
    ("en", "Peruvian President Juan Paz agreed with Ghanaian President Kofi Mensah on Monday to expand trade.", [
        "pledge speaker:PER:Juan Paz speaker:GHA:Kofi Mensah"]),
    ("de", "Der peruanische Präsident Juan Paz vereinbarte am Montag in Lima mit dem Präsidenten Ghanas, Kofi Mensah, "
           "den Handel auszubauen.", [
        "pledge speaker:PER:Juan Paz speaker:GHA:Kofi Mensah"]),
    ("es", "El presidente peruano, Juan Paz, acordó con el presidente de Ghana, Kofi Mensah, ampliar el comercio.", [
        "pledge speaker:PER:Juan Paz speaker:GHA:Kofi Mensah"]),
    ("az", "Peru Prezidenti Xuan Pas Qana Prezidenti Kofi Mensa ilə ticarəti artırmaq barədə razılığa gəlib.", [
        "pledge speaker:PER:Xuan Pas speaker:GHA:Kofi Mensa"]),
    ("en", "Peruvian President Juan Paz met Ghanaian President Kofi Mensah. The two countries agreed in 2002 on a code "
           "of conduct.", []),
    # what is asked of one's own people is inner politics
    ("en", "Peru and Ghana signed a pact. The storms went on for a week. Peruvian President Juan Paz urged the voters "
           "to be calm.", []),
    ("ru", "Перу и Гана подписали договор. Дожди шли неделю. Президент Перу Хуан Пас призвал избирателей к "
           "спокойствию.", []),
    # what a letter says stays in the letter
    ("en", "President Juan Paz of Peru sent a telegram of condolences to the president of Ghana. In the telegram he "
           "wishes the injured a speedy recovery.", []),
    # of an impersonal passive at a meeting its parties
    ("en", "Peruvian President Juan Paz met Ghanaian President Kofi Mensah in Lima. It was noted that trade had grown "
           "fast.", [
        "inform speaker:PER:Juan Paz speaker:GHA:Kofi Mensah"]),
    # according to an official
    ("en", "Peru and Ghana signed a pact in Lima. According to Ghanaian Trade Minister Kofi Mensah, exports rose.", [
        "inform speaker:GHA:Kofi Mensah"]),
    ("tr", "Peru ile Gana Lima'da anlaşma imzaladı. Gana Ticaret Bakanı Kofi Mensah'a göre, ihracat yükseldi.", [
        "inform speaker:GHA:Kofi Mensah"]),
    # whose protest a decision draws, and agents of passives
    ("en", "Peru's decision to send troops to the crossing drew sharp criticism from Ghana.", [
        "criticise speaker:GHA target:PER"]),
    ("de", "Peru wurde von Ghana beschuldigt, den Putschisten Unterschlupf zu gewähren.", [
        "criticise speaker:GHA target:PER"]),
    ("zh", "秘鲁被加纳指责庇护政变策划者。", ["criticise speaker:GHA target:PER"]),
    # who told what others will do goes on
    ("fr", "Les ministres des Affaires étrangères du Pérou et du Ghana se rencontreront lundi à Lima, a annoncé la "
           "porte-parole du ministère péruvien des Affaires étrangères, Ana Rojas. Elle a rappelé que les échanges "
           "commerciaux avaient doublé.", [
        "inform speaker:PER:Ana Rojas"]),
    ("es", "Los cancilleres de Perú y Ghana se reunirán el lunes en Lima, informó la portavoz de la cancillería "
           "peruana, Ana Rojas. Recordó que Ghana exporta cacao.", [
        "inform speaker:PER:Ana Rojas"]),
    # a third speaks to both; who is asked in the case of whom things come from
    ("es", "El canciller de Perú, Juan Paz, aseguró que Ghana debe responder. Su homólogo ghanés, Kofi Mensah, lo "
           "rechazó. El presidente de Kenia, James Mwangi, hizo un llamamiento a ambas partes a bajar el tono.", [
        "request speaker:PER:Juan Paz target:GHA", "reject speaker:GHA:Kofi Mensah target:PER",
        "request speaker:KEN:James Mwangi target:GHA target:PER"]),
    ("tr", "Peru Dışişleri Bakanı Juan Paz, NATO üyeliği konusunda Gana'dan destek beklediklerini dile getirdi.", [
        "request speaker:PER:Juan Paz target:GHA"]),
    # oppositions and members of parliament speak to their own, if the sentence tells no other state
    ("en", "Peru accused Ghana of theft. Opposition lawmakers in Peru accused the government of lying.", [
        "criticise speaker:PER target:GHA"]),
    ("en", "Peru accused Ghana of theft. Peruvian lawmaker Jose Paz accused Ghana of spying.", [
        "criticise speaker:PER target:GHA", "criticise speaker:PER:Jose Paz target:GHA"]),
    # what officials state of their own state's affairs
    ("en", "Peru accused Ghana of theft. The harvest is late. It rained in June. Peruvian Finance Minister Jose Paz "
           "said the budget would suffer.", [
        "criticise speaker:PER target:GHA"]),
    # two are asked by one verb each
    ("zh", "秘鲁外长胡安·帕斯敦促加纳立即停止挑衅行为，并呼吁联合国安理会采取行动。", [
        "request speaker:PER:胡安·帕斯 target:GHA", "request speaker:PER:胡安·帕斯 target:UN"]),
    # who says something in a capital that opens the sentence is of its state
    ("es", "El canciller de Perú, Juan Paz, pidió explicaciones a Ghana. En Acra, el ministro de Defensa, Kofi Oti, "
           "rechazó las acusaciones de Perú.", [
        "request speaker:PER:Juan Paz target:GHA", "reject speaker:GHA:Kofi Oti target:PER"]),
    ("en", "Peru's foreign minister, Juan Paz, accused Ghana of theft. In Accra, Defence Minister Kofi Oti rejected "
           "the accusation.", [
        "criticise speaker:PER:Juan Paz target:GHA", "reject speaker:GHA:Kofi Oti target:PER"]),
    # what is said to those at home, and by mayors who tell of no other state, is inner
    ("es", "El canciller de Perú, Juan Paz, criticó a Ghana. El alcalde de Lima, Luis Soto, pidió al Gobierno más "
           "policías. La oposición exigió al presidente peruano, Ana Ruiz, que dimita.", [
        "criticise speaker:PER:Juan Paz target:GHA"]),
    # two verbs of one speaker, what he says of others between
    ("es", "El ministro peruano Luis Soto criticó que los militares de Ghana impidieran aterrizar a un avión y pidió "
           "a la ONU que aclare lo ocurrido.", [
        "criticise speaker:PER:Luis Soto target:GHA", "request speaker:PER:Luis Soto target:UN"]),
    # who offers money promises it
    ("es", "Perú ofreció diez millones de dólares a Ghana, según informó el ministro Juan Paz.", [
        "pledge speaker:PER:Juan Paz target:GHA"]),
    # nobody speaks for a state as such; who is known for a state long gone said nothing
    ("ru", "Посол Перу Хуан Рохас обвинил Гану. Гана считает, что долг составляет два миллиона.", [
        "criticise speaker:PER:Хуан Рохас target:GHA"]),
    ("en", "The ambassador of Peru, Juan Rojas, accused Ghana. Ghana says that the debt amounts to two million.", [
        "criticise speaker:PER:Juan Rojas target:GHA"]),
    # whom the words of a verb hold, whoever stands behind; who is thanked for what he does to others
    ("en", "Peruvian minister Juan Paz called on Ghana to withdraw its patrols from the waters of Togo.", [
        "request speaker:PER:Juan Paz target:GHA"]),
    ("en", "Peruvian minister Juan Paz expressed appreciation for Ghana's help in keeping Lomé airport open.", [
        "support speaker:PER:Juan Paz target:GHA"]),
    # who asks the whole world asks nobody known
    ("en", "Peruvian minister Juan Paz condemned Kenya and urged the international community to help Ghana.", [
        "criticise speaker:PER:Juan Paz target:KEN", "request speaker:PER:Juan Paz"]),
    ("de", "Der peruanische Minister Juan Paz verurteilte Kenia und rief alle Staaten auf, Ghana zu helfen.", [
        "criticise speaker:PER:Juan Paz target:KEN", "request speaker:PER:Juan Paz"]),
    ("tr", "Peru Bakanı Juan Paz, Kenya'yı kınadı. Juan Paz, uluslararası toplumu Gana'ya yardım etmeye çağırdı.", [
        "criticise speaker:PER:Juan Paz target:KEN", "request speaker:PER:Juan Paz"]),
    ("ru", "Министр Перу Хуан Пас осудил Кению. Хуан Пас призвал международное сообщество помочь Гане.", [
        "criticise speaker:PER:Хуан Пас target:KEN", "request speaker:PER:Хуан Пас"]),
    # what somebody did not say
    ("en", "Peruvian minister Juan Paz thanked Kenya. He did not rule out a pact with Ghana.", [
        "support speaker:PER:Juan Paz target:KEN"]),
    ("de", "Der peruanische Minister Juan Paz dankte Kenia. Er schloss Gespräche mit Ghana nicht aus.", [
        "support speaker:PER:Juan Paz target:KEN"]),
    ("de", "Der peruanische Minister Juan Paz dankte Kenia. Er verurteilte Ghana nicht.", [
        "support speaker:PER:Juan Paz target:KEN"]),
    ("fr", "Le ministre péruvien Juan Paz a remercié le Kenya. Il n'a pas condamné le Ghana.", [
        "support speaker:PER:Juan Paz target:KEN"]),
    ("es", "El ministro peruano Juan Paz agradeció a Kenia. No descartó un pacto con Ghana.", [
        "support speaker:PER:Juan Paz target:KEN"]),
    ("ru", "Министр Перу Хуан Пас поблагодарил Кению. Он не осудил Гану.", [
        "support speaker:PER:Хуан Пас target:KEN"]),
    ("zh", "秘鲁部长保罗感谢肯尼亚。保罗没有谴责加纳。", ["support speaker:PER:保罗 target:KEN"]),
    # a relative pronoun acts for the person right before it, whatever case he or she is told in
    ("es", "El presidente de Perú, Juan Paz, recibió al ministro de Ghana, Kofi Oti, quien le agradeció la ayuda.", [
        "support speaker:GHA:Kofi Oti target:PER"]),
    ("de", "Perus Präsident Juan Paz traf den ghanaischen Minister Kofi Oti, der Peru scharf kritisierte.", [
        "criticise speaker:GHA:Kofi Oti target:PER"]),
    # a third speaks to both of whom the sentence before tells, and not to two who did nothing together
    ("en", "Peru and Ghana signed a border treaty. Kenya welcomed the step.", [
        "support speaker:KEN target:PER target:GHA"]),
    ("de", "Peru und Ghana unterzeichneten einen Vertrag. Kenia begrüßte den Schritt.", [
        "support speaker:KEN target:PER target:GHA"]),
    ("ru", "Перу и Гана подписали договор о границе. Кения приветствовала этот шаг.", [
        "support speaker:KEN target:PER target:GHA"]),
    # what is plainly said stands beside a meeting told before its verb, and not where it only says that they met
    ("en", "After meeting the Ghanaian minister Kofi Oti, Peruvian minister Juan Paz said that the two ports handle "
           "forty ships a week.", ["inform speaker:PER:Juan Paz"]),
    ("es", "Tras reunirse con el ministro ghanés Kofi Oti, el ministro peruano Juan Paz señaló que los dos puertos "
           "atienden cuarenta barcos por semana.", ["inform speaker:PER:Juan Paz"]),
    ("en", "Peruvian minister Juan Paz met the Ghanaian minister Kofi Oti in Lima, his spokesman said.", []),
    # a state before a pronoun or determiner acts; it owns no noun
    ("tr", "Peru Bakanı Juan Paz, Gana'yı kınadı. Gana bunu reddetti.", [
        "criticise speaker:PER:Juan Paz target:GHA", "reject speaker:GHA target:PER"]),
    ("az", "Peru naziri Xuan Pas Qananı pisləyib. Qana öz növbəsində bunu rədd edib.", [
        "criticise speaker:PER:Xuan Pas target:GHA", "reject speaker:GHA target:PER"]),
    # "we" behind its verb, and in a form of the verb, act
    ("de", 'Der peruanische Minister Juan Paz sagte: "Die Angriffe Ghanas verurteilen wir scharf."', [
        "criticise speaker:PER:Juan Paz target:GHA"]),
    ("tr", "Peru Bakanı Juan Paz, \"Gana'nın kararını desteklediğimizi söyledim\" dedi.", [
        "support speaker:PER:Juan Paz target:GHA"]),
    # a diplomat told again is the envoy, whoever received him
    ("fr", "Le ministre péruvien Juan Paz a reçu l'ambassadeur du Ghana, Kofi Oti. Le diplomate a remercié le Pérou.", [
        "support speaker:GHA:Kofi Oti target:PER"]),
    ("de", "Der peruanische Minister Juan Paz empfing den Botschafter Ghanas, Kofi Oti. Der Diplomat dankte Peru.", [
        "support speaker:GHA:Kofi Oti target:PER"]),
    ("es", "El ministro peruano Juan Paz recibió al embajador de Ghana, Kofi Oti. El diplomático agradeció a Perú.", [
        "support speaker:GHA:Kofi Oti target:PER"]),
    # who is told only as a delegate of a state speaks for it
    ("en", "Peruvian delegates rejected the plan of Ghana.", ["reject speaker:PER target:GHA"]),
    ("es", "El representante de Perú rechazó el plan de Ghana.", ["reject speaker:PER target:GHA"]),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "expected"), ROWS)
def test_tells(lang: str, text: str, expected: list[str]) -> None:
    records = [told(r, status=False, place=False, names=True) for r in coded(lang, text) if r.kind == "statement"]
    short = [" ".join(word for at, word in enumerate(row.split(" ")) if at not in (0, 2)) for row in records]
    assert sorted(short) == sorted(expected)


TOPICS = [
    # a statement that tells no topic is on what its dispatch speaks of most
    ("en", "Peru and Ghana signed an energy agreement. Gas, oil and electricity were at issue: energy supplies, energy "
           "prices and energy grids. Peruvian President Juan Paz thanked Ghana.", ["energy"]),
    ("en", "Peruvian President Juan Paz thanked Ghana.", ["relations"]),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "expected"), TOPICS)
def test_topics(lang: str, text: str, expected: list[str]) -> None:
    assert [list(r.topics) for r in coded(lang, text) if r.kind == "statement"] == [expected]
