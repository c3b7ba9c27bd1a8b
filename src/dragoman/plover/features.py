"""What the model sees of a sentence: its words by where they stand, and what the cues tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from dragoman.plover.governing import Verdict
from dragoman.plover.lexicon import Cue, Lexicon
from dragoman.plover.sentence import Sentence


def features(sentence: Sentence, cues: Sequence[Cue], verdict: Verdict | None, lexicon: Lexicon) -> Iterator[str]:
    """The features, in order; one may come more than once."""
    bases = [lexicon.words.base(word.text) for word in sentence.words]
    skipped = lexicon.grammar.skipped
    yield from _words(sentence, [(place, base) for place, base in enumerate(bases) if base not in skipped])
    yield from _parties(sentence, lexicon)
    yield from _told(sentence, cues, verdict)


def _zone(place: int, source: int | None, target: int | None) -> str:
    if source is None or target is None:
        known = target if source is None else source
        return "x" if known is None or place > known else "b"
    if place < min(source, target):
        return "b"
    if place > max(source, target):
        return "a"
    return "m" if source < target else "r"


def _words(sentence: Sentence, plain: list[tuple[int, str]]) -> Iterator[str]:
    source, target = sentence.source, sentence.target
    for place, base in plain:
        yield f"w {base}"
        yield f"{_zone(place, source, target)} {base}"
    for (_, one), (_, two) in pairwise(plain):
        yield f"2 {one} {two}"
    yield from _near(plain, source, "s")
    yield from _near(plain, target, "t")


def _near(plain: list[tuple[int, str]], party: int | None, name: str) -> Iterator[str]:
    if party is None:
        yield f"no {name}"
        return
    after = [base for place, base in plain if place > party][:4]
    before = [base for place, base in plain if place < party][-2:]
    for distance, base in enumerate(after):
        yield f"{name}+ {base}"
        if distance == 0:
            yield f"{name}1 {base}"
    for base in before:
        yield f"{name}- {base}"


def _parties(sentence: Sentence, lexicon: Lexicon) -> Iterator[str]:
    for name, words in (("S", sentence.within_source), ("T", sentence.within_target)):
        for word in words:
            if word.text not in lexicon.grammar.skipped:
                yield f"{name} {lexicon.words.base(word.text)}"


def _told(sentence: Sentence, cues: Sequence[Cue], verdict: Verdict | None) -> Iterator[str]:
    for cue in cues:
        root = cue.tells.partition("-")[0]
        yield f"c {root}"
        yield f"c{_zone(cue.start, sentence.source, sentence.target)} {root}"
    if verdict is None:
        yield "v none"
        return
    yield f"v {verdict.root}"
    yield f"v {verdict.way} {verdict.root}"
    yield "v " + ">".join(cue.tells for cue in verdict.cues)
    first = verdict.cues[0]
    yield f"v {verdict.root} {min(first.size, 3)}"
    after = [cue.tells.partition("-")[0] for cue in cues if sentence.source is not None and cue.start > sentence.source]
    for place, root in enumerate(after[:3]):
        yield f"c{place} {root}"
