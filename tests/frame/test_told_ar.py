"""Who does what in Arabic sentences, where the verb comes first and may do without a subject.

A record is told as ``kind type status date place role:STATE ...``.
"""

from __future__ import annotations

import pytest

from .telling import coded, told

ROWS = [
    # whom a verb addresses that "and" joins to a clause whose subject agrees with it
    (
        "أعربت وزيرة الخارجية البيروفية عن قلقها من الوضع، ودعت غانا إلى ضبط النفس.",
        ["statement request done 2024-05-14 - speaker:PER target:GHA"],
    ),
    (
        "أدانت الخارجية الغانية الهجوم، وطالبت مجلس الأمن بالتحرك.",
        ["statement request done 2024-05-14 - speaker:GHA target:UN"],
    ),
    # the states whose adjectives stand beside a meeting's noun are its sides
    (
        "أدانت غانا بيرو. استضافت ليما جولة جديدة من المحادثات الكينية الأوغندية.",
        ["meeting bilateral done 2024-05-14 Lima participant:KEN participant:UGA"],
    ),
    (
        "أدانت غانا بيرو. تأجلت القمة الكينية الأوغندية إلى يونيو.",
        ["meeting bilateral planned 2024-06 - participant:KEN participant:UGA"],
    ),
    # whose visit it is tells a "to" written onto the word
    (
        "أدانت غانا بيرو. كانت آخر زيارة رسمية لرئيس أوغندا إلى نيروبي في مارس 2020.",
        ["visit official done 2020-03 Nairobi guest:UGA host:KEN"],
    ),
    ("هذه أول زيارة لرئيس أوغندي إلى كينيا.", ["visit unspecified done - - guest:UGA host:KEN"]),
    ("وهذه أول زيارة للرئيس الأوغندي إلى كينيا.", ["visit unspecified done - - guest:UGA host:KEN"]),
    # who said what stands before
    (
        "مسؤولية التصعيد تقع على عاتق غانا، بحسب وزارة الخارجية الأوغندية.",
        ["statement criticise done 2024-05-14 - speaker:UGA target:GHA"],
    ),
    (
        "أدانت غانا بيرو. الاتهامات الكينية باطلة، وفق الخارجية الأوغندية.",
        ["statement reject done 2024-05-14 - speaker:UGA target:KEN"],
    ),
    # whom the pronoun of a verb joined by "and" stands for
    (
        "استقبل رئيس غانا وزيرة خارجية بيرو، وشكرها على دعم بلادها.",
        ["statement support done 2024-05-14 - speaker:GHA target:PER"],
    ),
    # who acts behind a relative clause between commas
    (
        "وزير خارجية غانا، الذي يزور ليما، انتقد كينيا.",
        ["statement criticise done 2024-05-14 - speaker:GHA target:KEN"],
    ),
    (
        "وكان وزير خارجية أوغندا، الذي التقى نظيره البيروفي، قد دعا غانا إلى وقف القصف.",
        [
            "meeting bilateral done 2024-05-14 - participant:UGA participant:PER",
            "statement request done 2024-05-14 - speaker:UGA target:GHA",
        ],
    ),
    ("أدان لبنان الهجوم، ودعت غانا إلى ضبط النفس.", ["statement request done 2024-05-14 - speaker:GHA target:LBN"]),
    # a capital behind its state's adjective is told with it, and acts no more than that
    (
        "حل بالعاصمة الغانية أكرا مساء الاثنين وزير الخارجية البيروفي خوسيه راميريز في زيارة.",
        ["visit unspecified done 2024-05-13 - guest:PER host:GHA"],
    ),
    # a year behind an event since which there was none is no day of a visit's
    ("هذه أول زيارة لرئيس أوغندي إلى كينيا منذ استقلالها عام 1963.", ["visit unspecified done - - guest:UGA host:KEN"]),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_told(text: str, expected: list[str]) -> None:
    records = coded("ar", text)
    assert [row for row in (told(record, act=True) for record in records) if row in expected] == expected
