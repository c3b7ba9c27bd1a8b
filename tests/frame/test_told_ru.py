"""What the structure of a sentence tells where nouns are declined, and the same in other languages: each row is one
construction; a record is told as ``kind type status date place role:STATE ...``."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder
from dragoman.model import Dispatch

from .telling import coded, told

ROWS = [
    # what is denied in a clause of its own is not told as done
    ("ru", "Перу отрицает, что обстреляло территорию Ганы.", [
        "statement reject done 2024-05-14 - speaker:PER target:GHA"]),
    ("ru", "Слухи о том, что Перу закрыло границу с Ганой, ложны.", []),
    ("en", "Peru denies that its troops shelled Ghana.", [
        "statement reject done 2024-05-14 - speaker:PER target:GHA"]),
    ("de", "Peru bestritt, dass es ghanaisches Gebiet beschossen habe.", [
        "statement reject done 2024-05-14 - speaker:PER target:GHA"]),
    ("de", "Peru bestritt, ghanaisches Gebiet beschossen zu haben.", [
        "statement reject done 2024-05-14 - speaker:PER target:GHA"]),
    ("fr", "Le Pérou a nié que son armée ait bombardé le Ghana.", [
        "statement reject done 2024-05-14 - speaker:PER target:GHA"]),
    # nor what somebody is only accused of
    ("ru", "Гана обвинила Перу в том, что оно поставляет оружие Чили.", [
        "statement criticise done 2024-05-14 - speaker:GHA target:PER"]),
    # a gerund that begins its sentence has the subject of the main clause
    ("ru", "Обвинив Чад в обстреле, Иран закрыл границу.", [
        "statement criticise done 2024-05-14 - speaker:IRN target:TCD",
        "action sanction done - - source:IRN target:TCD"]),
    # what a verb of saying between an act and the words of a status says makes the act neither planned nor proposed
    ("ru", "Президент Перу позвонил президенту Ганы и выразил готовность к сотрудничеству.", [
        "meeting phone done 2024-05-14 - participant:PER participant:GHA",
        "statement support done 2024-05-14 - speaker:PER target:GHA"]),
    ("es", "El presidente del Perú se entrevistó con el de Ghana y expresó su deseo de cooperar.", [
        "meeting bilateral done 2024-05-14 - participant:PER participant:GHA",
        "statement support done 2024-05-14 - speaker:PER target:GHA"]),
    # the speakers' own verb has them as subject, and who follows it as object; a pronoun is whoever was told last
    ("ru", "Чад и Перу разорвали отношения с Катаром, обвинив его в поддержке террористов.", [
        "relation broken done - - party:TCD party:QAT", "relation broken done - - party:PER party:QAT",
        "statement criticise done 2024-05-14 - speaker:TCD speaker:PER target:QAT"]),
    # a comma alone parts two clauses, each with its own subject; a dash stands for the verb that the first one tells
    ("ru", "Чад отверг обвинения, Гана запросила заседание Совбеза ООН.", [
        "statement reject done 2024-05-14 - speaker:TCD target:GHA",
        "statement request done 2024-05-14 - speaker:GHA target:UN"]),
    ("ru", "Перу высылает двух иранских дипломатов, Гана - троих.", [
        "accreditation unspecified done 2024-05-14 - envoy:IRN sender:IRN receiver:PER",
        "accreditation unspecified done 2024-05-14 - envoy:IRN sender:IRN receiver:GHA"]),
    # who receives a guest in the sentence behind that of his coming is of the place's state
    ("ru", "Министр обороны Перу Ян Тамас прибыл в Аккру. Его приняли президент Кваме Овусу и премьер Кофи Мензах.", [
        "visit unspecified ongoing 2024-05-14 Accra guest:PER host:GHA",
        "meeting bilateral done 2024-05-14 Accra participant:GHA participant:GHA participant:PER"]),
    # of two that sign the one without a state is of another than the envoy beside him
    ("ru", "Ноты подписали в Аккре министр Кофи Мензах и посол Перу Ян Тамас.", [
        "document agreement done 2024-05-14 Accra party:GHA party:PER signatory:GHA signatory:PER"]),
    # who "they" are that do something to another state's envoy: the ministry told with it, or who was told last to act
    ("ru", "Посла Перу вызвали в МИД Ганы, где ему выразили протест.", [
        "statement criticise done 2024-05-14 - speaker:GHA target:PER"]),
    ("ru", "Посла Перу вызвали в МИД Ганы. От перуанской стороны потребовали извинений.", [
        "meeting bilateral done 2024-05-14 - participant:GHA participant:PER",
        "statement request done 2024-05-14 - speaker:GHA target:PER"]),
    ("ru", "Перуанской стороне передана нота протеста, сообщили в МИД Ганы.", [
        "statement criticise done 2024-05-14 - speaker:GHA target:PER"]),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "expected"), ROWS)
def test_told(lang: str, text: str, expected: list[str]) -> None:
    records = coded(lang, text)
    assert [told(record) for record in records] == expected


NAMES = [
    # behind an office that is not declined, and before one behind a comma, which has the name's case
    ("ru", "Посол Ганы обсудил с замглавы МИД Перу Яном Тамасом санкции.", "Ян Тамас"),
    ("ru", "Президент Перу принял Али Касема, президента Ганы.", "Али Касем"),
    # the full stop behind a numeral is the sentence's but where ordinal numbers have one
    ("ru", "Президент Перу принял короля Марокко Юсуфа VI.", "Юсуф VI"),
    ("en", "Peru's president met King Felipe VI of Spain.\n\nHe had invited King Felipe VI.", "Felipe VI"),
    ("de", "Der peruanische Präsident traf den spanischen König Felipe VI. in Lima.", "Felipe VI."),
    # in the nominative behind whom somebody serves: the name of who serves
    ("ru", "Помощник иранского президента Юрий Ковач встретился с послом Ганы.", "Юрий Ковач"),
    # names that are not declined, and one of a letter at the end of its sentence
    ("ru", "Президент Перу принял премьера Ганы Михая Попеску.", "Михай Попеску"),
    ("ru", "Президент Перу встретился с министром обороны Ганы Ван И.", "Ван И"),
    # no act is told in a name
    ("ru", "Посол Ирана нанес визит вежливости президенту Ганы Ранилу Мензаху.", "Ранил Мензах"),
]


@pytest.mark.parametrize(("lang", "text", "name"), NAMES)
def test_names(lang: str, text: str, name: str) -> None:
    records = coded(lang, text)
    assert {actor.name for record in records for actor in record.actors if actor.name} == {name}


def test_whoever_says_i_asks() -> None:
    text = "Заявление госсекретаря Майкла Брукса. Призываю Чад к диалогу с Суданом."
    records = Coder().code(Dispatch(text, date="2024-05-14", lang="ru", agency="U.S. Department of State")).records
    assert told(records[0]) == "statement request done 2024-05-14 - speaker:USA target:TCD"


def test_office_told_once_for_several() -> None:
    """Of several states in the genitive each has its holder behind it."""
    records = coded("ru", "Министр Перу принял послов Ганы Али Касема, Чада Тараса Мельника и Ирана Хасана Мусу.")
    faced = {(actor.state, actor.office, actor.name) for record in records for actor in record.actors if actor.name}
    names = {"GHA": "Али Касем", "TCD": "Тарас Мельник", "IRN": "Хасан Муса"}
    assert faced == {(state, "ambassador", name) for state, name in names.items()}


def test_name_behind_whom_somebody_serves() -> None:
    """Of two names behind an office the one in the nominative is that of who holds it."""
    records = coded(
        "ru", "Президент Перу Тарас Мельник прибыл в Аккру. Представитель Тараса Мельника Юрий Ковач осудил Чад."
    )
    spoke = [(a.state, a.office, a.name) for r in records for a in r.actors if a.role == "speaker"]
    assert spoke == [("PER", "spokesperson", "Юрий Ковач")]


SIGNERS = [
    # the verb is told once for both sides
    "С перуанской стороны договор подписал министр юстиции Ян Тамас, с ганской - министр юстиции Али Касем.",
    "Соглашение подписали: от Перу - министр Ян Тамас, от Ганы - министр Али Касем.",
]


@pytest.mark.parametrize("text", SIGNERS)
def test_signers(text: str) -> None:
    records = coded("ru", text)
    signed = [(actor.name, actor.state) for actor in records[0].actors if actor.role == "signatory"]
    assert signed == [("Ян Тамас", "PER"), ("Али Касем", "GHA")]
