"""Records in PLOVER's terms: what each becomes, and that nothing of the codebook is forgotten."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest

from dragoman.codebook import codebook
from dragoman.model import Actor, Evidence, Record
from dragoman.plover import plover
from dragoman.plover.crosswalk import rule_for
from dragoman.plover.types import Crosswalk, CrosswalkError, crosswalk, quad

EVIDENCE = (Evidence(0, 1, "x"),)


def record(kind: str, status: str, type: str = "unspecified", act: str | None = None, **more: object) -> Record:
    return Record(kind, status, more.pop("actors", ()), EVIDENCE, type, act, **more)  # type: ignore[arg-type]


def every_record() -> Iterator[Record]:
    """One of each kind, type, act and status, in no place, in the capital of a third state, and with each topic."""
    book = codebook()
    for kind in book.kinds.values():
        for type, act, status in product([*kind.types, "unspecified"], [*kind.acts, None], book.statuses):
            yield record(kind.code, status, type, act)
            if kind.code == "meeting":
                yield record(kind.code, status, type, act, place="Vienna")
            if kind.code in ("action", "statement"):
                yield from (record(kind.code, status, type, act, topics=(topic,)) for topic in book.topics)


# kind, status, type, act → PLOVER type and mode, CAMEO code, quad class; None where PLOVER has nothing.
BECOMES = [
    ("visit", "planned", "state", None, "AGREE", "036", 1),  # all future co-operation is AGREE
    ("visit", "proposed", "official", None, "AGREE", "036", 1),  # invited
    ("visit", "done", "working", None, "CONSULT-visit", "042", 1),
    ("visit", "ongoing", "unspecified", None, "CONSULT-visit", "042", 1),
    ("visit", "cancelled", "state", None, "REJECT-meet", "125", 3),
    ("meeting", "done", "phone", None, "CONSULT-phone", "041", 1),
    ("meeting", "done", "video", None, "CONSULT-phone", "041", 1),
    ("meeting", "done", "multilateral", None, "CONSULT-multilateral", "040", 1),
    ("meeting", "done", "one_on_one", None, "CONSULT", "040", 1),
    ("meeting", "planned", "phone", None, "AGREE", "036", 1),
    ("meeting", "cancelled", "bilateral", None, "REJECT-meet", "125", 3),
    ("message", "done", "congratulation", None, "SUPPORT", "051", 1),
    ("message", "done", "invitation", None, "AGREE", "036", 1),
    ("message", "done", "other", None, None, None, None),
    ("statement", "done", "support", None, "SUPPORT", "051", 1),
    ("statement", "done", "pledge", None, "AGREE", "030", 1),
    ("statement", "done", "request", None, "REQUEST", "020", 3),
    ("statement", "done", "criticise", None, "ACCUSE-disapprove", "111", 3),
    ("statement", "done", "reject", None, "REJECT", "120", 3),
    ("statement", "done", "threaten", None, "THREATEN", "130", 3),
    ("statement", "done", "inform", None, None, None, None),  # plain statements are dropped
    ("report", "done", "unspecified", None, None, None, None),
    ("document", "done", "agreement", "sign", "SUPPORT", "057", 1),
    ("document", "planned", "agreement", "sign", "AGREE", "030", 1),
    ("document", "done", "protocol", "negotiate", "AGREE", "030", 1),
    ("document", "done", "agreement", "ratify", "SUPPORT", "057", 1),
    ("document", "done", "agreement", "enter_into_force", None, None, None),
    ("document", "done", "agreement", "terminate", "SANCTION-discontinue", "160", 4),
    ("document", "done", "agreement", "mention", None, None, None),
    ("body", "done", "commission", "meet", "CONSULT", "046", 1),
    ("body", "planned", "council", "meet", "AGREE", "036", 1),
    ("body", "done", "mission", "close", "SANCTION-withdraw", "161", 4),
    ("body", "done", "company", "found", "COOPERATE", "061", 2),
    ("body", "done", "council", "found", "SUPPORT", "050", 1),
    ("relation", "done", "diplomatic_relations", None, "SUPPORT", "050", 1),
    ("relation", "done", "broken", None, "SANCTION-withdraw", "161", 4),
    ("relation", "done", "strategic_partnership", None, None, None, None),  # a level that holds is no act
    ("relation", "planned", "alliance", None, "AGREE", "030", 1),
    ("exchange", "done", "culture_event", None, "COOPERATE", "060", 2),
    ("exchange", "planned", "sport", None, "AGREE", "031", 1),
    ("accreditation", "done", "unspecified", "recall", "SANCTION-withdraw", "161", 4),
    ("accreditation", "done", "unspecified", "expel", "SANCTION-expel", "166", 4),
    ("accreditation", "done", "unspecified", "farewell", None, None, None),
    ("accreditation", "done", "unspecified", "appoint", "SUPPORT", "050", 1),
    ("action", "done", "cooperate", None, "COOPERATE", "060", 2),
    ("action", "done", "aid", None, "AID", "070", 2),
    ("action", "planned", "aid", None, "AGREE", "033", 1),
    ("action", "done", "retreat", None, "RETREAT", "080", 2),
    ("action", "planned", "retreat", None, "CONCEDE", "035", 1),  # a future RETREAT is CONCEDE
    ("action", "proposed", "retreat", None, None, None, None),  # who asks for it is told by the statement
    ("action", "proposed", "aid", None, None, None, None),
    ("action", "planned", "concede", None, "CONCEDE", "035", 1),  # a future CONCEDE stays
    ("action", "done", "sanction", None, "SANCTION", "160", 4),
    ("action", "planned", "sanction", None, "THREATEN-restrict", "130", 3),
    ("action", "planned", "assault", None, "THREATEN-violence", "138", 3),
    ("action", "done", "assault", None, "ASSAULT", "190", 4),
    ("action", "done", "protest", None, "PROTEST", "140", 4),
    ("action", "done", "accuse_in_court", None, "ACCUSE-allege", "115", 3),
]


@pytest.mark.parametrize(("kind", "status", "type", "act", "gives", "cameo", "quad_class"), BECOMES)
def test_a_record_becomes(
    kind: str, status: str, type: str, act: str | None, gives: str | None, cameo: str | None, quad_class: int | None
) -> None:
    found = plover(record(kind, status, type, act))
    if gives is None:
        assert found is None
        return
    assert found is not None
    assert "-".join(filter(None, (found.type, found.mode))) == gives
    assert (found.cameo, found.cameo_root, found.quad) == (cameo, cameo and cameo[:2], quad_class)


def test_every_record_of_the_codebook_has_a_rule() -> None:
    forgotten = [(one.kind, one.type, one.act, one.status) for one in every_record() if rule_for(one) is None]
    assert not forgotten


def test_every_rule_is_of_some_record() -> None:
    used = {id(rule_for(one)) for one in every_record()}
    idle = [(kind, rule) for kind, rules in crosswalk().rules.items() for rule in rules if id(rule) not in used]
    assert not idle


def test_rules_name_what_the_codebook_has() -> None:
    book = codebook()
    for kind, rules in crosswalk().rules.items():
        for rule in rules:
            assert set(rule.type) <= {*book.kinds[kind].types, "unspecified"}
            assert set(rule.act) <= set(book.kinds[kind].acts)
            assert set(rule.status) <= set(book.statuses)
            assert set(rule.topic) <= set(book.topics)


def test_every_role_is_on_a_side_or_is_an_envoy() -> None:
    for kind in codebook().kinds.values():
        sides = crosswalk().sides[kind.code]
        assert {*sides.actor, *sides.recipient} == set(kind.roles) - {"envoy"}


def test_every_topic_has_its_contexts() -> None:
    assert list(crosswalk().contexts) == list(codebook().topics)


# kind, roles, act → who acts on whom.
GUEST, HOST = Actor("guest", "Ada Mbeki", state="KEN"), Actor("host", state="JPN")
SENDER, RECEIVER = Actor("sender", state="IRN"), Actor("receiver", state="SWE")


@pytest.mark.parametrize(
    ("one", "actor", "recipient"),
    [
        (record("visit", "done", actors=(HOST, GUEST)), (GUEST,), (HOST,)),
        (record("accreditation", "done", act="recall", actors=(SENDER, RECEIVER)), (SENDER,), (RECEIVER,)),
        (record("accreditation", "done", act="expel", actors=(SENDER, RECEIVER)), (RECEIVER,), (SENDER,)),
    ],
)
def test_who_acts_on_whom(one: Record, actor: tuple[Actor, ...], recipient: tuple[Actor, ...]) -> None:
    found = plover(one)
    assert found is not None
    assert (found.actor, found.recipient) == (actor, recipient)


@pytest.mark.parametrize(
    ("place", "states", "mode"),
    [
        ("Vienna", ("IRN", "USA"), "third-party"),
        ("Tehran", ("IRN", "USA"), None),  # one of them is at home
        ("Brussels", ("EU", "AZE"), None),  # the Union sits there
        ("Samarkand", ("IRN", "USA"), None),  # whose place it is, is not known well enough
        ("Vienna", ("IRN", None), None),
    ],
)
def test_a_third_place(place: str, states: tuple[str | None, ...], mode: str | None) -> None:
    actors = tuple(Actor("participant", state=state) for state in states)
    found = plover(record("meeting", "done", "bilateral", place=place, actors=actors))
    assert found is not None
    assert found.mode == mode


def test_contexts_come_from_topics_each_once() -> None:
    found = plover(record("visit", "done", topics=("trade", "investment", "culture", "defence")))
    assert found is not None
    assert found.contexts == ("economic", "military")
    assert found.to_json() == {
        "type": "CONSULT",
        "mode": "visit",
        "contexts": ["economic", "military"],
        "quad": 1,
        "score": 4.0,
        "cameo_root": "04",
        "cameo": "042",
    }


def test_co_operation_and_conflict_have_their_signs() -> None:
    found = [one for one in map(plover, every_record()) if one is not None and one.type != "REQUEST"]
    assert [one for one in found if (one.score > 0) != (one.quad < 3)] == []


def test_yield_counts_as_material_co_operation() -> None:
    assert quad("YIELD") == 2


@pytest.mark.parametrize(
    ("rule", "says"),
    [
        ({"gives": "CHAT", "cameo": "010"}, "no such type"),
        ({"gives": "CONSULT-chat", "cameo": "010"}, "no such type or mode"),
        ({"gives": "CONSULT"}, "no CAMEO code"),
        ({"gives": None}, "needs a reason"),
        ({"gives": "CONSULT", "cameo": "040", "types": []}, "unknown keys"),
    ],
)
def test_a_rule_that_is_off(rule: dict[str, object], says: str) -> None:
    types = {"CONSULT": {"quad": 1, "score": 2.5, "modes": {"visit": 4}}}
    with pytest.raises(CrosswalkError, match=says):
        Crosswalk.from_data({"types": types, "sides": {}, "rules": {"visit": [rule]}, "contexts": {}})


def test_records_tell_it_in_their_json() -> None:
    held = record("visit", "done", "working", actors=(Actor("guest", state="KAZ"), Actor("host", state="AZE")))
    assert held.to_json()["plover"] == {
        "type": "CONSULT",
        "mode": "visit",
        "contexts": [],
        "quad": 1,
        "score": 4.0,
        "cameo_root": "04",
        "cameo": "042",
    }
    assert record("report", "done").to_json()["plover"] is None
    assert Record.from_json(held.to_json(), "x") == held
