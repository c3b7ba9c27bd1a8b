"""Chinese: who, when and where, told by the structure of a sentence; each row is one construction.

A record is told as ``kind type status date place role:STATE ...``, with the name behind the state of whoever has one.
"""

from __future__ import annotations

import pytest

from .telling import coded, told

ROWS = [
    # a surname of two letters alone ends where a day, a word or punctuation begins; with a given name it does not
    ("日本首相鸠山3日访问秘鲁。", ["visit unspecified done 2024-05-03 - guest:JPN:鸠山 host:PER"]),
    (
        "加纳总统库福尔昨天会见日本首相福田，讨论渔业。",
        ["meeting bilateral done 2024-05-13 - participant:GHA:库福尔 participant:JPN:福田"],
    ),
    ("日本首相小泉将于6月3日访问秘鲁。", ["visit unspecified planned 2024-06-03 - guest:JPN:小泉 host:PER"]),
    ("日本首相福田康夫3日访问秘鲁。", ["visit unspecified done 2024-05-03 - guest:JPN:福田康夫 host:PER"]),
    # one office of two states and two names behind it: each state's is the one told in its turn
    (
        "秘鲁和加纳外长罗哈斯与库福尔7日在利马会谈。",
        ["meeting bilateral done 2024-05-07 Lima participant:PER:罗哈斯 participant:GHA:库福尔"],
    ),
    (
        "秘鲁、加纳两国外长罗哈斯和库福尔在利马会谈。",
        ["meeting bilateral done 2024-05-14 Lima participant:PER:罗哈斯 participant:GHA:库福尔"],
    ),
    (
        "秘鲁、加纳和波兰三国总统罗哈斯、库福尔和杜达会晤。",
        ["meeting multilateral done 2024-05-14 - participant:PER:罗哈斯 participant:GHA:库福尔 participant:POL:杜达"],
    ),
    (
        "秘鲁和加纳外长罗哈斯与首相会谈。",
        ["meeting bilateral done 2024-05-14 - participant:GHA:罗哈斯 participant:PER"],
    ),
    # who demonstrates stands before the verb, whom it is against behind a word for that, wherever it is
    ("加纳囚犯开始绝食，抗议秘鲁的关押条件。", ["action protest done - - source:GHA target:PER"]),
    ("秘鲁农民在智利边境举行示威，抗议从智利进口水果。", ["action protest done - - source:PER target:CHL"]),
    ("约5000名加纳人在阿克拉游行，抗议秘鲁的行动。", ["action protest done - Accra source:GHA target:PER"]),
    # the state of the place that an act goes to or leaves, rather than one told before
    (
        "秘鲁外长会见加纳外长。波兰总统指示向加沙运送医疗物资。",
        [
            "meeting bilateral done 2024-05-14 - participant:PER participant:GHA",
            "action aid done - - source:POL target:PSE",
        ],
    ),
    ("以色列军队从杰宁撤出。", ["action retreat done - Jenin source:ISR target:PSE"]),
    ("以色列军队撤出约旦河西岸城市杰宁。", ["action retreat done - - source:ISR target:PSE"]),
    ("以色列军队8日轰炸加沙。", ["action assault done 2024-05-08 Gaza source:ISR target:PSE"]),
    # two acts of one document, each with the day that stands before it
    (
        "秘鲁与加纳2019年签署的渔业协定昨天生效。",
        [
            "document agreement done 2019 - party:PER party:GHA",
            "document agreement done 2024-05-13 - party:PER party:GHA",
        ],
    ),
    (
        "秘鲁议会13日批准了2019年与加纳签署的协定。",
        [
            "document agreement done 2024-05-13 - party:PER party:GHA",
            "document agreement done 2019 - party:PER party:GHA",
        ],
    ),
    # what a sentence tells that begins so has the day and place of the meeting told before
    (
        "秘鲁总理罗哈斯4日在利马主持领导人会议。会议期间，他会见了加纳总统库福尔。",
        [
            "meeting multilateral done 2024-05-04 Lima participant:PER:罗哈斯",
            "meeting bilateral done 2024-05-04 Lima participant:PER:罗哈斯 participant:GHA:库福尔",
        ],
    ),
    # between whom somebody mediates, told as the subject of the next clause
    (
        "在南非总统姆贝基的斡旋下，秘鲁总统罗哈斯和加纳总统库福尔签署协议。",
        [
            "action cooperate done - - source:ZAF target:PER target:GHA",
            "document agreement done 2024-05-14 - party:PER party:GHA signatory:PER:罗哈斯 signatory:GHA:库福尔",
        ],
    ),
    # who was summoned is asked; who asks for amends is to get them
    (
        "秘鲁外交部召见加纳临时代办，要求拆除哨所。",
        [
            "meeting bilateral done 2024-05-14 - participant:PER participant:GHA",
            "statement request done 2024-05-14 - speaker:PER target:GHA",
            "action retreat proposed - - source:GHA target:PER",
        ],
    ),
    (
        "秘鲁总统罗哈斯抨击加纳。波兰要求加方赔偿损失。",
        [
            "statement criticise done 2024-05-14 - speaker:PER:罗哈斯 target:GHA",
            "statement request done 2024-05-14 - speaker:POL target:GHA",
            "action concede proposed - - source:GHA target:POL",
        ],
    ),
    # a capital told by its state; a place told again as "there"
    (
        "秘鲁外长在埃及首都会见埃及外长。",
        ["meeting bilateral done 2024-05-14 Cairo participant:PER participant:EGY"],
    ),
    (
        "秘鲁外长抵达尼亚美，在那里会见了总统。",
        [
            "visit unspecified done - Niamey guest:PER host:NER",
            "meeting bilateral done 2024-05-14 Niamey participant:PER participant:NER",
        ],
    ),
    # a row of clauses behind 将 is planned to its end
    (
        "秘鲁总统罗哈斯将赴德国，会晤德国总理默茨，并访问波兰。",
        [
            "visit unspecified planned - - guest:PER:罗哈斯 host:DEU",
            "meeting bilateral planned - - participant:PER:罗哈斯 participant:DEU:默茨",
            "visit unspecified planned - - guest:PER:罗哈斯 host:POL",
        ],
    ),
    # a request to nobody known; an attack that nobody is told to have made
    (
        "加纳大使呼吁国际社会制止屠杀。秘鲁总理会见加纳大使。",
        [
            "statement request done 2024-05-14 - speaker:GHA",
            "meeting bilateral done 2024-05-14 - participant:PER participant:GHA",
        ],
    ),
    ("秘鲁外长谴责空袭伊朗驻大马士革领事馆的行为。", ["statement criticise done 2024-05-14 - speaker:PER"]),
    # as many as acted together last
    (
        "秘鲁、加纳、波兰和埃及宣布与伊朗断交。四国还关闭了与伊朗的边境。",
        [
            *(f"relation broken done - - party:{state} party:IRN" for state in ("PER", "GHA", "POL", "EGY")),
            "action sanction done - - source:PER source:GHA source:POL source:EGY target:IRN",
        ],
    ),
    # since a past day and still; next month without a word for what is to come; the day of a decision
    ("秘鲁自2020年起向加纳提供无偿援助。", ["action aid ongoing 2020 - source:PER target:GHA"]),
    (
        "秘鲁和加纳联合边境委员会首次会议下月在利马举行。",
        ["body commission planned 2024-06 Lima member:PER member:GHA"],
    ),
    ("欧盟1日决定对180个伊朗实体实施制裁。", ["action sanction done 2024-05-01 - source:EU target:IRN"]),
    # until when is no day of its own; 前往 is no such word
    ("秘鲁将在10月底前从加纳撤出全部军队。", ["action retreat planned - - source:PER target:GHA"]),
    ("秘鲁总统5日前往加纳访问。", ["visit unspecified done 2024-05-05 - guest:PER host:GHA"]),
    # whom an official has acts for that official's state
    (
        "秘鲁总统罗哈斯的特使库福尔3日会见加纳外长。",
        ["meeting bilateral done 2024-05-03 - participant:PER:库福尔 participant:GHA"],
    ),
    # a quotation that a speaker opens is closed before the next one speaks
    (
        "秘鲁外长罗哈斯说：“我谴责加纳的行动。”波兰外长科瓦奇也表示，波兰谴责加纳。",
        [
            "statement criticise done 2024-05-14 - speaker:PER:罗哈斯 target:GHA",
            "statement criticise done 2024-05-14 - speaker:POL:科瓦奇 target:GHA",
        ],
    ),
    # what the actor of a sentence goes on to do in it is of the day told first
    (
        "秘鲁外长龙科6日飞抵阿克拉，与加纳总统库福尔举行会谈。",
        [
            "visit unspecified done 2024-05-06 Accra guest:PER:龙科 host:GHA",
            "meeting bilateral done 2024-05-06 Accra participant:PER:龙科 participant:GHA:库福尔",
        ],
    ),
    # who speaks after a meeting took part in it
    (
        "秘鲁外长龙科7日在利马与加纳总统库福尔会晤后说，秘鲁支持加纳。",
        [
            "meeting bilateral done 2024-05-07 Lima participant:PER:龙科 participant:GHA:库福尔",
            "statement support done 2024-05-07 - speaker:PER:龙科 target:GHA",
        ],
    ),
    # a state's short name inside a person's is none, nor are two letters of states right behind an office
    (
        "秘鲁外长蒙卡达7日会见加纳总统库福尔。会后蒙卡达感谢加纳的支持。",
        [
            "meeting bilateral done 2024-05-07 - participant:PER:蒙卡达 participant:GHA:库福尔",
            "statement support done 2024-05-07 - speaker:PER:蒙卡达 target:GHA",
        ],
    ),
    (
        "秘鲁外长龙科7日与埃及总统塞西会谈。",
        ["meeting bilateral done 2024-05-07 - participant:PER:龙科 participant:EGY:塞西"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_told(text: str, expected: list[str]) -> None:
    records = coded("zh", text)
    assert [told(record, names=True) for record in records] == expected


def test_until() -> None:
    text = "秘鲁将在10月底前从加纳撤出全部军队。"
    (record,) = coded("zh", text)
    assert (record.date, record.end_date) == (None, "2024-10")


AGAIN = [
    ("zh", "秘鲁和加纳草签了渔业协定。该协定将于6月签署。"),
    ("en", "Peru and Ghana initialled a fisheries agreement. The agreement will be signed in June."),
    ("de", "Peru und Ghana haben ein Fischereiabkommen paraphiert. Das Abkommen wird im Juni unterzeichnet."),
]


@pytest.mark.parametrize(("lang", "text"), AGAIN)
def test_a_document_told_again_keeps_its_topics(lang: str, text: str) -> None:
    records = coded(lang, text)
    assert [record.topics for record in records] == [("agriculture",), ("agriculture",)]
