"""Comparing two codings: what is counted, what is left out, and that missed records count."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.evaluate.alpha import agreement
from dragoman.evaluate.comparison import compare

from .codings import MEETING, TEXT, VISIT, coded, docs

OTHER_TEXT = coded(VISIT, id_="x", text="Another text.")


def test_only_what_both_were_given_is_counted() -> None:
    mine = docs(coded(VISIT), coded(VISIT, id_="a"), OTHER_TEXT)
    theirs = docs(coded(VISIT), coded(VISIT, id_="b"), coded(VISIT, id_="x"))
    result = compare(mine, theirs)
    assert [doc.id for doc in result.both] == ["d"]
    assert (result.only, result.other_text) == ((["a"], ["b"]), ["x"])
    assert (result.records(), result.aligned()) == ((1, 1), 1)
    assert result.evaluation.totals()["slots"].f1 == 1


@pytest.mark.parametrize("side", [0, 1])
def test_one_side_may_leave_the_text_to_the_other(side: int) -> None:
    """Whoever codes by hand may write records alone."""
    bare = {"id": "d", "records": [VISIT]}
    both = [docs(bare), docs(coded(VISIT, lang="de"))]
    (doc,) = compare(both[side], both[1 - side]).both
    assert (doc.text, doc.lang) == (TEXT, "de")


def test_breaches_are_told_of_either_side() -> None:
    wrong = {**VISIT, "status": "perhaps"}
    result = compare(docs(coded(wrong)), docs(coded({**VISIT, "evidence": ["She sang."]})))
    assert [len(side) for side in result.problems] == [1, 1]
    assert "unknown status" in result.problems[0][0]
    assert "not in the text" in result.problems[1][0]


def test_records_that_one_side_missed_count() -> None:
    """All aligned records agree, and yet the coders do not."""
    mine = docs(*(coded(VISIT, MEETING, id_=str(number)) for number in range(4)), coded(id_="e"))
    theirs = docs(*(coded(VISIT, id_=str(number)) for number in range(4)), coded(MEETING, id_="e"))
    result = compare(mine, theirs)
    assert result.slots["date"].share == 1
    found = result.presence
    assert {name: found[name].agreed for name in found} == {"relevant": 4, "kinds": 0, "acts": 5, "sentences": 5}
    assert found["sentences"].units == 15
    assert found["relevant"].alpha == pytest.approx(0)
    assert result.kinds["meeting"].agreed == 0
    assert result.kinds["visit"].alpha == 1


def test_acts_are_compared_by_dispatch() -> None:
    signed = {**VISIT, "kind": "document", "type": "agreement", "act": "sign", "actors": []}
    result = compare(docs(coded(signed)), docs(coded({**signed, "act": "negotiate"})))
    assert result.aligned() == 0
    assert result.presence["acts"].agreed == 0
    assert result.presence["kinds"].agreed == 1


def test_types_are_weighed_within_their_kind() -> None:
    """Chance cannot make a phone call of a visit."""
    mine = docs(coded(VISIT, MEETING), coded({**VISIT, "type": "state"}, {**MEETING, "type": "phone"}, id_="e"))
    theirs = docs(coded(VISIT, MEETING), coded(VISIT, MEETING, id_="e"))
    kinds: list[list[tuple[Any, ...]]] = [
        [("official", "official"), ("state", "official")],
        [("bilateral", "bilateral"), ("phone", "bilateral")],
    ]
    found = compare(mine, theirs).slots["type"]
    assert found.units == 4
    assert found.alpha == agreement(kinds[0]).alpha == agreement(kinds[1]).alpha
    assert found.alpha != agreement([*kinds[0], *kinds[1]]).alpha


def test_alpha_is_the_same_from_either_side() -> None:
    mine = docs(coded(VISIT, MEETING), coded(VISIT, id_="e"), coded({**VISIT, "place": "Bergen"}, id_="f"))
    theirs = docs(coded(MEETING), coded({**VISIT, "place": "Осло", "topics": []}, id_="e"), coded(VISIT, id_="f"))
    there, back = compare(mine, theirs), compare(theirs, mine)
    assert (there.presence, there.slots, there.kinds) == (back.presence, back.slots, back.kinds)
    assert there.slots["place"].alpha != 1


def test_languages_have_figures_of_their_own() -> None:
    mine = docs(coded(VISIT, MEETING), coded(VISIT, id_="e", lang="tlh", text="Oslo\n\nOla Nes"))
    theirs = docs(coded(VISIT, MEETING), coded(id_="e", lang="tlh", text="Oslo\n\nOla Nes"))
    found = compare(mine, theirs).languages
    assert found["en"].alpha == 1
    assert found["tlh"].units == 2, "lines, where no pack knows the sentences"
