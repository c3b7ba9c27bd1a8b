"""Registers: persons with their offices, bodies and documents with their names and lives, parts of visits."""

from __future__ import annotations

import pytest

from dragoman.ledger import Ledger, LedgerError, queries, tracked
from dragoman.ledger.pairs import pair, state
from dragoman.ledger.persons import person, persons

from .made import PRESIDENTS, coding, who

PARTIES = who(("party", None, None, "AZE"), ("party", None, None, "KAZ"))
TREATY = {"kind": "document", "type": "agreement", "actors": PARTIES}


def test_a_person_is_one_in_all_scripts_with_the_offices_over_time(ledger: Ledger) -> None:
    told = [
        ("en", "2011-05-01", "Kassym-Jomart Tokayev", "speaker"),
        ("ru", "2023-04-10", "Касым-Жомарт Токаев", "head_of_state"),
        ("en", "2024-03-11", "Tokayev", "head_of_state"),
    ]
    for lang, day, name, office in told:
        record = {"kind": "statement", "type": "support", "actors": who(("speaker", name, office, "KAZ"))}
        ledger.add([coding(f"Told on {day}.", [record], lang=lang, date=day)])
    with ledger.reading() as connection:
        (found,) = persons(connection, ["KAZ"])
        assert person(connection, found.id) == found
    assert found.name == "Kassym-Jomart Tokayev"
    assert [(held.office, held.first, held.last) for held in found.offices] == [
        ("speaker", "2011-05-01", "2011-05-01"),
        ("head_of_state", "2023-04-10", "2024-03-11"),
    ]


def test_father_and_son_stay_apart(ledger: Ledger) -> None:
    for name, day in (("Heydar Aliyev", "1999-01-01"), ("Ilham Aliyev", "2023-01-01")):
        record = {"kind": "statement", "type": "support", "actors": who(("speaker", name, "head_of_state", "AZE"))}
        ledger.add([coding(f"{name} spoke.", [record], date=day)])
    with ledger.reading() as connection:
        assert sorted(found.name for found in persons(connection, ["AZE"])) == ["Heydar Aliyev", "Ilham Aliyev"]


def test_a_document_lives_from_negotiation_to_force_in_two_languages(ledger: Ledger) -> None:
    told = [
        ("en", "2022-11-01", "agreement on the transit of oil", "negotiate", "done", None),
        ("en", "2023-04-09", "agreement on the transit of oil", "sign", "planned", "2023-04-10"),
        ("de", "2023-04-10", "Abkommen über den Transit von Öl", "sign", "done", "2023-04-10"),
        ("en", "2023-09-01", "Agreement on the Transit of Oil", "ratify", "done", "2023-09-01"),
        ("en", "2024-01-02", "agreement on the transit of oil", "enter_into_force", "done", "2024-01-01"),
    ]
    for lang, day, name, act, status, date in told:
        record = {**TREATY, "name": name, "act": act, "status": status, "date": date, "topics": ["energy"]}
        ledger.add([coding(f"Told on {day}.", [record], lang=lang, date=day)])
    with ledger.reading() as connection:
        (found,) = tracked.documents(connection, pair("AZE", "KAZ"))
    assert [step.step for step in found.steps] == ["negotiated", "to_be_signed", "signed", "ratified", "in_force"]
    assert set(found.names) == {"de", "en"}
    assert all(step.account.quote for step in found.steps)


@pytest.mark.parametrize(
    ("others", "stages"), [(0, [["signed", "ratified"]]), (1, [["signed"], ["signed"], ["ratified"]])]
)
def test_what_comes_afterwards_is_of_the_only_document_that_it_can_be_of(
    ledger: Ledger, others: int, stages: list[list[str]]
) -> None:
    names = ["agreement on the transit of oil", "agreement on prices of gas"][: 1 + others]
    signed = [{**TREATY, "act": "sign", "date": "2023-04-10", "name": name, "topics": ["energy"]} for name in names]
    ratified = {**TREATY, "act": "ratify", "date": "2023-11-01", "name": "Abkommen", "topics": ["energy"]}
    ledger.add(
        [coding("Signed.", signed), coding("Das Abkommen ist ratifiziert.", [ratified], lang="de", date="2023-11-01")]
    )
    with ledger.reading() as connection:
        found = tracked.documents(connection, pair("AZE", "KAZ"))
    assert sorted([step.step for step in document.steps] for document in found) == sorted(stages)


def test_documents_on_other_subjects_are_others(ledger: Ledger) -> None:
    records = [
        {**TREATY, "act": "sign", "date": "2023-04-10", "name": name, "topics": [topic]}
        for name, topic in (("agreement on oil", "energy"), ("agreement on tourism", "tourism"))
    ]
    ledger.add([coding("Two agreements were signed.", records)])
    with ledger.reading() as connection:
        assert len(tracked.documents(connection, pair("AZE", "KAZ"))) == 2


def test_meetings_on_its_days_are_parts_of_a_visit(ledger: Ledger) -> None:
    visit = {
        "kind": "visit", "type": "official", "date": "2023-04-10", "end_date": "2023-04-11",
        "actors": who(("guest", "Ilham Aliyev", "head_of_state", "AZE"), ("host", None, None, "KAZ")),
    }  # fmt: skip
    narrow = {"kind": "meeting", "type": "one_on_one", "date": "2023-04-10", "actors": PRESIDENTS}
    later = {**narrow, "date": "2023-04-20"}
    ledger.add([coding("He came.", [visit]), coding("They met.", [narrow], agency="B"), coding("Later.", [later])])
    with ledger.reading() as connection:
        found = queries.events(connection)
        over = next(event for event in found if event.kind == "visit")
        (part,) = queries.parts(connection, over.id)
    assert (part.date, part.parent_why) == ("2023-04-10", "on a day of the visit, with its guest")


def test_a_body_goes_by_the_name_that_says_which(ledger: Ledger) -> None:
    members = who(("member", None, None, "AZE"), ("member", None, None, "KAZ"))
    record = {"kind": "body", "type": "council", "act": "meet", "date": "2024-03-11", "actors": members}
    names = ["council", "council", "Supreme Interstate Council"]
    ledger.add([coding(f"Told by {n}.", [{**record, "name": name}], agency=str(n)) for n, name in enumerate(names)])
    with ledger.reading() as connection:
        (event,) = queries.events(connection)
        (body,) = tracked.bodies(connection, pair("AZE", "KAZ"))
    assert (event.name, body.name) == ("Supreme Interstate Council",) * 2


def test_accounts_that_differ_are_kept_side_by_side(ledger: Ledger) -> None:
    signed = {**TREATY, "type": "protocol", "act": "sign", "name": "protocol on the border"}
    ledger.add(
        [
            coding("Signed on the 10th.", [{**signed, "date": "2023-04-10"}]),
            coding("Signed on the 11th.", [{**signed, "date": "2023-04-11"}], agency="B", date="2023-04-11"),
        ]
    )
    with ledger.reading() as connection:
        (event,) = queries.events(connection)
        (difference,) = queries.differences(connection, event.id)
    assert (event.sources, difference.slot) == (2, "date")
    assert sorted(difference.values.values()) == ["2023-04-10", "2023-04-11"]


@pytest.mark.parametrize(
    ("name", "code"), [("KAZ", "KAZ"), ("kaz", "KAZ"), ("Kazakhstan", "KAZ"), ("European Union", "EU"), ("eu", "EU")]
)
def test_states_go_by_code_or_name(name: str, code: str) -> None:
    assert state(name) == code


@pytest.mark.parametrize(("one", "other", "told"), [("XYZ", "KAZ", "no state"), ("KAZ", "kaz", "the same state")])
def test_a_pair_that_is_none_is_told(one: str, other: str, told: str) -> None:
    with pytest.raises(LedgerError, match=told):
        pair(one, other)
