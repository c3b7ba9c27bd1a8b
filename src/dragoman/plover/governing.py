"""Which relation the cues of a sentence tell, by rule: the first cue that the source governs, and what it changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.plover.lexicon import Cue, Grammar
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
    for way, chain in _chains(sentence, strong, grammar):
        if chain:
            return _told(chain, strong, way)
    return _told(list(cues[:1]), cues, "hint") if cues else None


def turned(sentence: Sentence, cues: Sequence[Cue], grammar: Grammar) -> bool:
    """Whether it is the target that acts on the source, so that the sentence tells nothing of what was asked."""
    source, target = sentence.source, sentence.target
    if source is None or target is None or source < target:
        return False
    strong = [cue for cue in cues if cue.kind != "hint"]
    first = next((cue for cue in strong if cue.start > target), None)
    if first is None or first.start - target > _NEAR or first.start > source or strong[-1].start > source:
        return False
    verb = {word.text for word in sentence.words[target : first.end]}
    return not _by_source(sentence, source, grammar) and not verb & grammar.passive


def _by_source(sentence: Sentence, source: int, grammar: Grammar) -> bool:
    return any(word.text in grammar.agent for word in sentence.words[max(0, source - 3) : source])


def _chains(sentence: Sentence, cues: Sequence[Cue], grammar: Grammar) -> list[tuple[str, list[Cue]]]:
    source, target = sentence.source, sentence.target
    if source is None:
        after = [] if target is None else [cue for cue in cues if cue.start > target]
        return [("undergone", after[:1]), ("any", list(cues[:1]))]
    chains: list[tuple[str, list[Cue]]] = []
    if target is not None and target < source:
        between = [cue for cue in cues if target < cue.start < source]
        if _by_source(sentence, source, grammar) and _passive(sentence, target, source, grammar):
            acts = [cue for cue in between if cue.kind == "act"]
            chains.append((PASSIVE, acts[:1] or between[:1]))
    start = _past_relative(sentence, source, grammar)
    chains.append(("active", [cue for cue in cues if cue.start > start][:1]))
    chains.append(("after", [cue for cue in cues if cue.start > source][:1]))
    chains.append(("before", [cue for cue in cues if cue.start < source][-1:]))
    return chains


def _passive(sentence: Sentence, start: int, end: int, grammar: Grammar) -> bool:
    words = sentence.words[start:end]
    return any(word.text in grammar.passive or word.text.endswith(grammar.participle) for word in words)


def _past_relative(sentence: Sentence, source: int, grammar: Grammar) -> int:
    """Where a relative clause that follows the source ends; the source itself where none does."""
    words = sentence.words
    at = source + 1
    if at + 1 < len(words) and words[at].text == "," and words[at + 1].text in grammar.relative:
        for end in range(at + 2, len(words)):
            if words[end].text == ",":
                return end
    return source


def _told(chain: list[Cue], cues: Sequence[Cue], way: str) -> Verdict:
    cue = chain[0]
    root, _, mode = cue.tells.partition("-")
    if cue.kind != "operator":
        return Verdict(root, mode or None, (cue,), way)
    following = [other for other in cues if cue.start < other.start < cue.end + SCOPE and other.kind != "hint"]
    inner = _told(following[:1], cues, way) if following else None
    root = _composed(cue.tells, inner.root if inner else None)
    return Verdict(root, None, (cue, *(inner.cues if inner else ())), way)


def _composed(operator: str, inner: str | None) -> str:
    """The root of an act under an operator."""
    if operator in ("intend", "offer"):
        if operator == "offer" and inner == "MOBILIZE":
            return "AGREE"
        if inner in _MATERIAL_CONFLICT:
            return "THREATEN"
        return "AGREE" if inner is None or inner in _COOPERATIVE else inner
    return {"refuse": "REJECT", "threaten": "THREATEN", "request": "REQUEST", "accuse": "ACCUSE"}[operator]
