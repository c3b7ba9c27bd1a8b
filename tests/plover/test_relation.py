"""Who does what to whom in a sentence: cues, direction, the model, bad input, and the command."""

from __future__ import annotations

import doctest
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from hypothesis import given
from hypothesis import strategies as st

import dragoman
from dragoman.plover import RelationError
from dragoman.plover.lexicon import Lexicon, lexicon
from dragoman.plover.model import model
from dragoman.plover.sentence import Word
from dragoman.plover.types import crosswalk, quad

SENTENCES = Path(__file__).parent / "sentences.tsv"
ROOT = Path(__file__).parents[2]


def read(row: str) -> tuple[str, str, str]:
    """A sentence with its [source] and its {target}, which are marked in it."""
    source, target = re.search(r"\[(.+?)\]", row), re.search(r"\{(.+?)\}", row)
    assert source
    assert target
    return re.sub(r"[\[\]{}]", "", row), source[1], target[1]


def test_our_own_sentences_are_mostly_read_right() -> None:
    rows = [line.split("\t") for line in SENTENCES.read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    for cues_only, least in ((True, 0.95), (False, 0.92)):
        told = [dragoman.relation(*read(row), cues_only=cues_only) for _, row in rows]
        right = sum(found is not None and found.root == root for found, (root, _) in zip(told, rows, strict=True))
        assert right / len(rows) >= least


# what is told by the cues alone, why
BY_CUES = [
    ("[Kenya] condemned {Japan}.", "ACCUSE", "active"),
    ("{Japan} was condemned by [Kenya].", "ACCUSE", "passive"),
    ("{Two activists} were arrested by [Kenyan police].", "COERCE", "passive"),
    ("[Kenya] will not lift the ban on {Japanese fish}.", "REJECT", "a refusal of what would be YIELD"),
    ("[Kenya] lifted the ban on {Japanese fish}.", "YIELD", "the end of a conflict"),
    ("[Kenya] imposed a ban on {Japanese fish}.", "COERCE", "its beginning"),
    ("[Kenya] suspended aid to {Japan}.", "SANCTION", "the end of co-operation"),
    ("[Kenya] gave aid to {Japan}.", "AID", "its beginning"),
    ("[Kenya] agreed to give aid to {Japan}.", "AGREE", "still to come"),
    ("[Kenya] refused to give aid to {Japan}.", "REJECT", "refused"),
    ("[Kenya] urged {Japan} to give aid.", "REQUEST", "asked for"),
    ("[Kenya] threatened to suspend aid to {Japan}.", "THREATEN", "threatened"),
    ("[Kenya] will visit {Japan}.", "AGREE", "a future visit"),
    ("[Kenya's minister] visited {Japan}.", "CONSULT", "a visit that took place"),
    ("[Kenya] invited {the Japanese minister} to Nairobi.", "AGREE", "an invitation"),
    ("[Kenya] cancelled a planned visit to {Japan}.", "REJECT", "a cancelled visit"),
    ("[Kenya], which had met envoys in May, attacked {Japan}.", "ASSAULT", "not the verb of the relative clause"),
    ("[Kenya] released a joint statement praising {Japan}.", "SUPPORT", "a statement is not set free"),
    ("[Kenya]'s attack on {Japan} went on.", "ASSAULT", "a noun"),
    ("[Kenya] may send its army into {Japan}.", "THREATEN", "modality and conflict"),
    ("[Kenya] offered to send troops to {Japan}.", "AGREE", "help is offered"),
    ("[Kenya] signed a treaty with {Japan}.", "SUPPORT", "done"),
    ("[Kenya] won't sign a treaty with {Japan}.", "REJECT", "a short form of not"),
]


@pytest.mark.parametrize(("row", "root", "why"), BY_CUES)
def test_by_cues(row: str, root: str, why: str) -> None:
    found = dragoman.relation(*read(row), cues_only=True)
    assert found is not None
    assert found.root == root, why


@pytest.mark.parametrize(
    "row",
    [
        "{Kenya} condemned [Japan].",  # the other way round
        "{Kenya} has imposed sanctions on [Japan].",
        "[Kenya] {Japan}.",
    ],
)
def test_nothing_is_told(row: str) -> None:
    assert dragoman.relation(*read(row), cues_only=True) is None


def test_the_model_abstains_where_the_target_acts() -> None:
    assert dragoman.relation("Kenya condemned Japan.", "Japan", "Kenya") is None


@pytest.mark.parametrize(
    ("row", "mode", "words"),
    [
        ("[Kenya] withdrew its troops from {Japan}.", "withdraw", ["withdrew its troops"]),
        ("Police said [rebels] abducted {nine nuns} on Monday.", "abduct", ["abducted"]),
        ("[Kenya] telephoned {Japan}.", "phone", ["telephoned"]),
        ("[Kenya] agreed to send aid to {Japan}.", None, ["agreed to", "send aid to"]),
    ],
)
def test_the_mode_and_the_words_that_decided(row: str, mode: str | None, words: list[str]) -> None:
    text, source, target = read(row)
    for cues_only in (True, False):
        found = dragoman.relation(text, source, target, cues_only=cues_only)
        assert found is not None
        assert found.mode == mode
        assert [word.quote for word in found.words] == words
        assert all(text[word.start : word.end] == word.quote for word in found.words)


def test_quad_and_binary_follow_the_root() -> None:
    found = dragoman.relation("Kenya freed two Japanese sailors.", "Kenya", "two Japanese sailors")
    assert found is not None
    assert (found.root, found.quad, found.binary) == ("YIELD", 2, "cooperation")
    assert list(found.to_json()) == ["root", "quad", "binary", "mode", "words"]


@pytest.mark.parametrize(
    ("source", "target", "root"),
    [("Kenya", None, "YIELD"), ("Kenya", "a recipient", "YIELD"), (None, "the old state of emergency", "YIELD")],
)
def test_a_party_that_is_not_named(source: str | None, target: str | None, root: str) -> None:
    found = dragoman.relation("On Monday Kenya lifted the old state of emergency.", source, target)
    assert found is not None
    assert found.root == root


@pytest.mark.parametrize(
    ("text", "source", "target", "says"),
    [
        ("Kenya met Japan.", "Peru", "Japan", "the source 'Peru' is not in the sentence"),
        ("Kenya met Japan.", "Kenya", "Peru", "the target 'Peru' is not in the sentence"),
        ("Kenya met Japan.", "Kenya", "Kenya", "the same"),
        ("Kenya met Japan.", " ", "Japan", "the source is empty"),
        ("Kenya met Japan.", "Kenya", "", "the target is empty"),
        ("Kenya met Japan.", None, None, "neither source nor target"),
        ("Kenya met Japan.", 7, "Japan", "the source is no text"),
        (" ", "Kenya", "Japan", "the sentence is empty"),
        (None, "Kenya", "Japan", "the sentence is empty"),
        ("Kenya met Japan." * 1000, "Kenya", "Japan", "16,000 characters"),
        ("Kenya met \ud800 Japan.", "Kenya", "Japan", "half a character"),
    ],
)
def test_bad_input_is_told_in_one_line(text: Any, source: Any, target: Any, says: str) -> None:
    for cues_only in (True, False):
        with pytest.raises(RelationError, match=re.escape(says)) as told:
            dragoman.relation(text, source, target, cues_only=cues_only)
        assert "\n" not in str(told.value)


# languages that have a pack, and no cues of PLOVER's own
BY_PACK = [
    ("de", "[Kenia] verurteilte am Montag die Angriffe {Japans}.", "ACCUSE"),
    ("de", "[Kenia] hat {Japan} Sanktionen angedroht.", "THREATEN"),
    ("de", "Die [Rebellen] griffen Stellungen der {syrischen Armee} an.", "ASSAULT"),
    ("de", "[Japan] leistet {Kenia} humanitäre Hilfe in Höhe von zehn Millionen Dollar.", "AID"),
    ("de", "Der [kenianische Außenminister] traf in Tokio seinen {japanischen Kollegen}.", "CONSULT"),
    ("fr", "Le [Kenya] a condamné les frappes du {Japon}.", "ACCUSE"),
    ("fr", "Le [Japon] a accordé au {Kenya} une aide de dix millions de dollars.", "AID"),
    ("es", "[Kenia] expulsó a tres diplomáticos {japoneses}.", "SANCTION"),
    ("ru", "[Кения] осудила действия {Японии}.", "ACCUSE"),
    ("ru", "[Япония] ввела санкции против {Кении}.", "SANCTION"),
    ("tr", "[Kenya], {Japonya}'ya yaptırım uyguladı.", "SANCTION"),
    ("az", "[Keniya] {Yaponiyaya} humanitar yardım göndərdi.", "AID"),
    ("kk", "[Кения] {Жапонияға} гуманитарлық көмек жіберді.", "AID"),
    ("ar", "أدانت [كينيا] هجوم {اليابان}.", "ACCUSE"),
    ("zh", "[肯尼亚]谴责{日本}的袭击。", "ACCUSE"),
    ("zh", "[日本]向{肯尼亚}提供人道主义援助。", "AID"),
]


@pytest.mark.parametrize(("lang", "row", "root"), BY_PACK)
def test_other_languages_are_read_by_their_packs(lang: str, row: str, root: str) -> None:
    text, source, target = read(row)
    found = dragoman.relation(text, source, target, lang=lang)
    assert found is not None
    assert (found.root, found.quad) == (root, quad(root))
    assert found.words
    assert all(text[word.start : word.end] == word.quote for word in found.words)
    if root != "CONSULT":  # who talk, talk with each other
        assert dragoman.relation(text, target, source, lang=lang) is None


def test_a_party_that_the_coder_does_not_know() -> None:
    found = dragoman.relation("Die Menge verurteilte die Stadtwerke.", "Menge", "Stadtwerke", lang="de")
    assert (found.root, [word.quote for word in found.words]) == ("ACCUSE", ["verurteilte"]) if found else False


def test_a_language_without_a_pack() -> None:
    with pytest.raises(RelationError, match="not read in 'tlh'"):
        dragoman.relation("x y", "x", "y", lang="tlh")


@pytest.mark.parametrize("source", ["Japan", "Japan's"])
@pytest.mark.parametrize("text", ["?", "Japan's Japan Japan", "met Japan's", "«Japan's» — 7 % 'n't' …"])
def test_odd_sentences_are_no_fault(text: str, source: str) -> None:
    if source in text:
        dragoman.relation(text, source, None)


@given(st.text(min_size=2, max_size=60), st.integers(0, 58), st.integers(1, 20), st.booleans())
def test_any_text_is_read_or_refused_in_one_line(text: str, start: int, length: int, cues_only: bool) -> None:
    for source, target in ((text[start : start + length], None), (text[:2], text[start : start + length])):
        try:
            found = dragoman.relation(text, source, target, cues_only=cues_only)
        except RelationError as error:
            assert "\n" not in str(error)
        else:
            assert found is None or all(text[word.start : word.end] == word.quote for word in found.words)


def test_the_docs_show_what_is_told() -> None:
    shown = (ROOT / "docs" / "plover.md").read_text(encoding="utf-8").replace("```", "")
    example = doctest.DocTestParser().get_doctest(shown, {}, "plover.md", None, None)
    assert doctest.DocTestRunner().run(example) == (0, 4)


def english() -> Lexicon:
    found = lexicon("en")
    assert found is not None
    return found


def test_every_cue_tells_what_it_is_listed_for() -> None:
    """One that another list overrules for good is dead."""
    dead = []
    for kind, tells, row in [listed for listed in english().rows if listed[0] != "nothing"]:
        told = [cue for words in english().examples(row) for cue in english().cues(_words(words)) if cue.start == 0]
        if not any((cue.kind, cue.tells) == (kind, tells) for cue in told):
            dead.append((kind, tells, row))
    assert dead == []


def _words(words: tuple[str, ...]) -> list[Word]:
    return [Word(word, place, place + 1) for place, word in enumerate(words)]


def test_every_cue_tells_a_type_and_mode_of_plover() -> None:
    operators = {"offer", "intend", "refuse", "threaten", "request", "accuse"}
    types = crosswalk().types
    for kind, tells, _ in english().rows:
        root, _, mode = tells.partition("-")
        if kind == "operator":
            assert tells in operators
        elif kind != "nothing":
            assert not mode or mode in types["RETREAT" if root == "YIELD" else root].modes


def test_the_model_knows_the_roots_of_the_cues() -> None:
    trained = model("en")
    assert trained is not None
    assert all(quad(root) for root in trained.roots)
    assert len(trained.roots) == 15


def test_the_command(dragoman: Callable[..., Result], tmp_path: Path) -> None:
    good = {"id": "a", "text": "Kenya condemned Japan.", "source": "Kenya", "target": "Japan"}
    lines = [json.dumps(good), "oops", json.dumps({**good, "source": "Peru"}), "[]", "", json.dumps({"text": "x"})]
    file = tmp_path / "sentences.jsonl"
    file.write_text("\n".join([*lines, json.dumps({**good, "id": "b"})]), encoding="utf-8")
    for arguments in ((file,), (file, "--cues")):
        ran = dragoman("relation", *arguments)
        told = [json.loads(line) for line in ran.stdout.splitlines()]
        assert [(one["id"], one["root"]) for one in told] == [("a", "ACCUSE"), ("b", "ACCUSE")]
        assert [line.split(": ")[1] for line in ran.stderr.splitlines()] == [
            f"sentences.jsonl:{number}" for number in (2, 3, 4, 6)
        ]
        assert ran.exit_code == 1


def test_the_command_reads_standard_input(dragoman: Callable[..., Result]) -> None:
    ran = dragoman(
        "relation",
        "-",
        input='{"text": "Kenya Japan.", "source": "Kenya", "target": "Japan"}',
    )
    assert ran.exit_code == 0
    ran = dragoman("relation", "-", "--lang", "tlh", input="")
    assert (ran.exit_code, "unsupported language 'tlh'" in ran.stderr) == (2, True)
