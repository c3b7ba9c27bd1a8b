"""The notation of cue patterns."""

from __future__ import annotations

import pytest

from dragoman.lang.patterns import Head, PatternError, Spelling, anchors, compile_pattern, heads_of

SPELLING = Spelling()
ROWS = [
    # pattern, text, matches
    ("held talks", "they held talks", True),
    ("held talks", "they upheld talks", False),
    ("visit*", "he visited", True),
    ("(met|meets) with", "he meets with her", True),
    ("paid a? visit", "paid visit to", True),
    ("paid a? visit", "paid a visit to", True),
    ("paid the visit", "paid a visit", False),
    ("will not?", "he will go", True),
    ("sent .. letter", "sent the king a long letter", True),
    ("sent .. letter", "sent one two three four five six seven eight nine letter", False),
    ("sent ... letter", "sent one two three four five six seven eight nine letter", True),
    ("sent .. letter", "sent; a letter", False),
    ("so called (diplomatic)? relations", 'so-called "diplomatic" relations', True),
    ("pa(id|ying) .. visit", "paying an official visit", True),
]


@pytest.mark.parametrize(("pattern", "text", "matches"), ROWS)
def test_pattern(pattern: str, text: str, matches: bool) -> None:
    assert bool(compile_pattern(pattern, SPELLING).search(text)) is matches


@pytest.mark.parametrize(
    ("pattern", "literals", "leads", "others"),
    [
        ("held talks", ("talks",), False, ("held",)),
        ("visit*", ("visit",), True, ()),
        ("(met|meets) with", ("with",), False, ("met", "meets")),
        ("(arrived|landed) in", ("arrived", "landed"), True, ("in",)),
        ("(arrived|landed) in?", ("arrived", "landed"), True, ()),
        ("pa(id|ying) .. visit", ("visit",), False, ("id", "ying")),
    ],
)
def test_anchors(pattern: str, literals: tuple[str, ...], leads: bool, others: tuple[str, ...]) -> None:
    assert anchors(pattern, SPELLING) == (literals, leads, others)


@pytest.mark.parametrize(
    ("pattern", "first", "words"),
    [
        ("held talks", "held", ["held"]),
        ("(met|meets) with", "meet met", ["meet met"]),  # a short word is told whole
        ("(met|meet*) with", "meet met", ["meet met"]),
        ("me*t with", "me*", ["me*"]),
        ("the? session", "sess the", []),  # a word that may be missing
        ("(|re)open* talks", "open re*", ["open re*"]),
        ("(re|)new talks", "new re*", ["new re*"]),
        ("hono?r guards", "hon*", ["hon*"]),
        ("*treaty signed", None, ["sign"]),  # any letters first
        ("paid .. visit", "paid", ["paid"]),
        ("s? talks", "s talk", []),
        ("pa(id|ying) visit", "pa*", ["pa*"]),
        ("a t on dit", "a", ["a", "dit", "on", "t"]),
        ("(a|e) t on", "a e", ["on", "t", "a e"]),  # what begins in the fewest ways is looked for first
        ("e-mail sent", "e", ["e", "sent"]),
    ],
)
def test_heads(pattern: str, first: str | None, words: list[str]) -> None:
    heads = heads_of(pattern, SPELLING)
    assert (heads.first and shown(heads.first)) == first
    assert [shown(head) for head in heads.words] == words


def shown(head: Head) -> str:
    """Its letters, with a sign behind those that may go on although they are few."""
    return " ".join(sorted([*head.whole, *(letters + "*" for letters in head.begun)]))


@pytest.mark.parametrize("spelling", [Spelling(spaces=False), Spelling(prefix="(?:wa)?")])
def test_nothing_is_known_of_how_words_begin_that_are_written_together(spelling: Spelling) -> None:
    assert heads_of("held talks", spelling)[:2] == (None, ())


@pytest.mark.parametrize("pattern", ["(a|b", "the?", ".."])
def test_patterns_without_a_word_are_told(pattern: str) -> None:
    with pytest.raises(PatternError, match=r"pattern|parentheses"):
        anchors(pattern, SPELLING)


@pytest.mark.parametrize("pattern", ["refus* ..", "refus* .. (to|of)?", "turn* down ... a? offer?"])
def test_a_pattern_may_not_end_with_a_gap(pattern: str) -> None:
    with pytest.raises(PatternError, match="ends with a gap"):
        compile_pattern(pattern, SPELLING)


@pytest.mark.parametrize(
    ("pattern", "spelled"),
    [
        ("Minister .. traf", "Minister .. traf"),
        ("die beiden? Minister", "die beiden? Minister"),
        ("Straße .. (Weg|Fuß)", "(Straße|Strasse) .. (Weg|Fuß|Fuss)"),
        ("außerdem? (kam|ging zu Fuß)", "(außerdem|ausserdem)? (kam|ging zu (Fuß|Fuss))"),
        ("(in|groß(e|er)) Zahl", "(in|(groß|gross)(e|er)) Zahl"),
    ],
)
def test_a_word_that_is_written_otherwise_elsewhere_is_a_choice(pattern: str, spelled: str) -> None:
    assert Spelling(respelled={"ß": "ss"}).spelled(pattern) == spelled
