"""Packs keep their format: every pattern can be read, every cue matches its example."""

from __future__ import annotations

from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

import pytest

import dragoman.lang.pack as pack_module
from dragoman.codebook.book import codebook
from dragoman.lang.pack import PackError, languages, load, read_yaml
from dragoman.lang.patterns import anchors, compile_pattern
from dragoman.text.fold import fold


def examples(code: str) -> dict[str, Any]:
    path = resources.files("dragoman.packs") / code / "examples.yml"
    return dict(read_yaml(path)) if path.is_file() else {}


@pytest.mark.parametrize("code", languages())
def test_patterns_can_be_read(code: str) -> None:
    pack = load(code)
    for pattern in [cue for group in pack.cues for cue in group.cues] + [rule.pattern for rule in pack.rules]:
        compile_pattern(pattern, pack.spelling)
        anchors(pattern, pack.spelling)


@pytest.mark.parametrize("code", languages())
def test_cues_speak_of_the_codebook(code: str) -> None:
    book = codebook()
    for group in load(code).cues:
        if group.kind == "none":
            continue  # words in which no cue stands
        kind = book.kinds[group.kind]
        assert group.type in (None, *kind.types), group
        assert group.act in (None, *kind.acts), group
        assert group.status in (None, *book.statuses), group


@pytest.mark.parametrize("code", [code for code in languages() if examples(code)])
def test_cues_match_their_examples(code: str) -> None:
    pack, rows = load(code), examples(code)
    wrong = rows.pop("not", {})
    for pattern, example in rows.items():
        text = fold(example, pack.spelling.turkic)
        assert compile_pattern(pattern, pack.spelling).search(text), f"{pattern!r} does not match {example!r}"
    for pattern, counter in wrong.items():
        text = fold(counter, pack.spelling.turkic)
        assert not compile_pattern(pattern, pack.spelling).search(text), f"{pattern!r} matches {counter!r}"


@pytest.mark.parametrize("code", languages())
def test_every_cue_has_an_example_and_every_example_a_cue(code: str) -> None:
    pack, told = load(code), set(examples(code)) - {"not"}
    cues = {cue for group in pack.cues for cue in group.cues}
    assert not cues - told, "cues without an example"
    assert not told - cues - {rule.pattern for rule in pack.rules}, "examples of no cue"


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"order": None}, "missing key 'order'"),
        ({"ordre": "svo"}, "unknown key 'ordre'"),
        ({"negation": ["not", False]}, "negation: YAML reads a bare no"),
    ],
)
def test_what_is_wrong_with_a_pack_is_told(
    change: dict[str, object], word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = pack_module.read_yaml

    def changed(path: Traversable) -> Any:
        data = read(path)
        if path.name == "language.yml":
            data = {key: value for key, value in {**data, **change}.items() if value is not None}
        return data

    monkeypatch.setattr(pack_module, "read_yaml", changed)
    with pytest.raises(PackError, match=word):
        load.__wrapped__("en")
