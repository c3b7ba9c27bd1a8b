"""What the structure of a sentence tells where nouns are declined, and the same in other languages: each row is one
construction; a record is told as ``kind type status date place role:STATE ...``."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder
from dragoman.model import Dispatch, Record

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
    ("ru", "Поддержав Чад, Иран предложил Сирии переговоры.", [
        "statement support done 2024-05-14 - speaker:IRN target:TCD",
        "statement propose done 2024-05-14 - speaker:IRN target:SYR"]),
    # what a verb of saying between an act and the words of a status says makes the act neither planned nor proposed
    ("ru", "Президент Перу позвонил президенту Ганы и выразил готовность к сотрудничеству.", [
        "meeting phone done 2024-05-14 - participant:PER participant:GHA",
        "statement support done 2024-05-14 - speaker:PER target:GHA"]),
    ("es", "El presidente del Perú se entrevistó con el de Ghana y expresó su deseo de cooperar.", [
        "meeting bilateral done 2024-05-14 - participant:PER participant:GHA",
        "statement support done 2024-05-14 - speaker:PER target:GHA"]),
]  # fmt: skip


def told(record: Record) -> str:
    actors = " ".join(f"{actor.role}:{actor.state}" for actor in record.actors)
    return f"{record.kind} {record.type} {record.status} {record.date or '-'} {record.place or '-'} {actors}"


@pytest.mark.parametrize(("lang", "text", "expected"), ROWS)
def test_told(lang: str, text: str, expected: list[str]) -> None:
    records = Coder().code(Dispatch(text, date="2024-05-14", lang=lang)).records
    assert [told(record) for record in records] == expected
