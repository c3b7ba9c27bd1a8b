"""Which relation the cues of a sentence tell, by rule: the first cue that the source governs, and what it changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.plover.forms import Grammar
from dragoman.plover.lexicon import Cue
from dragoman.plover.sentence import Sentence

SCOPE = 9
"""How many words an operator reaches."""

PASSIVE = "passive"
"""How a verdict was found: by what was done to the target."""

_NEAR = 5
"""Within how many words a subject's verb is looked for."""

_COOPERATIVE = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD"})
_MATERIAL_CONFLICT = frozenset({"COERCE", "ASSAULT", "SANCTION", "PROTEST", "MOBILIZE", "THREATEN"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """A root and its mode, and the cues that decided. ``way`` is how they were found."""

    root: str
    mode: str | None
    cues: tuple[Cue, ...]
    way: str


def verdict(sentence: Sentence, cues: Sequence[Cue], grammar: Grammar) -> Verdict | None:
    """What the cues of the sentence tell; None where they are silent."""
    strong = [cue for cue in cues if cue.kind != "hint"]
    for way, cue in _ways(sentence, strong, grammar):
        if cue is not None:
            return _told(cue, strong, way)
    return _told(cues[0], cues, "hint") if cues else None


def turned(sentence: Sentence, cues: Sequence[Cue], grammar: Grammar) -> bool:
    """Whether it is the target that acts on the source, so that the sentence tells nothing of what was asked."""
    source, target = sentence.source, sentence.target
    if source is None or target is None or source < target:
        return False
    strong = [cue for cue in cues if cue.kind != "hint"]
    first = _first(strong, target)
    if first is None or first.start - target > _NEAR or first.start > source or strong[-1].start > source:
        return False
    verb = {word.text for word in sentence.words[target : first.end]}
    return not _by_source(sentence, source, grammar) and not verb & grammar.passive


def _by_source(sentence: Sentence, source: int, grammar: Grammar) -> bool:
    return any(word.text in grammar.agent for word in sentence.words[max(0, source - 3) : source])


def _ways(sentence: Sentence, cues: Sequence[Cue], grammar: Grammar) -> Iterator[tuple[str, Cue | None]]:
    """The ways by which a cue may decide, the surest first, each with the cue if there is one."""
    source, target = sentence.source, sentence.target
    if source is None:
        yield "undergone", None if target is None else _first(cues, target)
        yield "any", _first(cues, -1)
        return
    if target is not None and target < source and _passive(sentence, target, source, grammar):
        between = [cue for cue in cues if target < cue.start < source]
        yield PASSIVE, _first([cue for cue in between if cue.kind == "act"] or between, target)
    yield "active", _first(cues, _past_relative(sentence, source, grammar))
    yield "after", _first(cues, source)
    yield "before", next((cue for cue in reversed(cues) if cue.start < source), None)


def _first(cues: Sequence[Cue], after: int) -> Cue | None:
    return next((cue for cue in cues if cue.start > after), None)


def _passive(sentence: Sentence, start: int, end: int, grammar: Grammar) -> bool:
    words = sentence.words[start:end]
    done = any(word.text in grammar.passive or word.text.endswith(grammar.participle) for word in words)
    return done and _by_source(sentence, end, grammar)


def _past_relative(sentence: Sentence, source: int, grammar: Grammar) -> int:
    """Where a relative clause that follows the source ends; the source itself where none does."""
    words = sentence.words
    at = source + 1
    if at + 1 < len(words) and words[at].text == "," and words[at + 1].text in grammar.relative:
        for end in range(at + 2, len(words)):
            if words[end].text == ",":
                return end
    return source


def _told(cue: Cue, cues: Sequence[Cue], way: str) -> Verdict:
    """What the cue tells, an operator together with the cue that it reaches."""
    if cue.kind != "operator":
        root, _, mode = cue.tells.partition("-")
        return Verdict(root, mode or None, (cue,), way)
    inner = _first([other for other in cues if other.start < cue.end + SCOPE and other.kind != "hint"], cue.start)
    act = _told(inner, cues, way) if inner else None
    return Verdict(_composed(cue.tells, act.root if act else None), None, (cue, *(act.cues if act else ())), way)


def _composed(operator: str, inner: str | None) -> str:
    """The root of an act under an operator."""
    if operator in ("intend", "offer"):
        if operator == "offer" and inner == "MOBILIZE":
            return "AGREE"
        if inner in _MATERIAL_CONFLICT:
            return "THREATEN"
        return "AGREE" if inner is None or inner in _COOPERATIVE else inner
    return {"refuse": "REJECT", "threaten": "THREATEN", "request": "REQUEST", "accuse": "ACCUSE"}[operator]
