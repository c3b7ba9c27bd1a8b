"""What is quoted in a sentence, beside who says so: ``"A attacked B", X said after talks with Y``."""

from __future__ import annotations

from dataclasses import replace

from dragoman.find.mention import ActorMention, Cue, Sentence

_SIGN = '"'
_PARTED = 2  # letters around a quotation within which a comma or colon parts it from who says so
_NEAR = 20  # letters between a quotation and the verb of who says so
_ASIDE = ("in", "from", "after", "as")  # how places and circumstances are told


def quotation(sentence: Sentence, cue: Cue, folded: str) -> tuple[int, int]:
    """Where the sentence quotes somebody, if a comma or colon parts that from the cue; the names of things are none."""
    low, end = sentence.span.start, sentence.span.end
    first = folded.find(_SIGN, low, end)
    last = folded.find(_SIGN, first + 1, end) if first >= 0 else -1
    if last < 0 or folded.find(_SIGN, last + 1, end) >= 0 or (first < cue.end and cue.start < last):
        return low, low
    if any(a.start <= first + 1 and last <= a.end for a in sentence.actors):
        return low, low  # a name
    if cue.start > last:
        parted = "," in folded[last - 1 : last + _PARTED]
    else:
        parted = any(sign in folded[max(low, first - _PARTED) : first] for sign in ",:")
    return (first, last) if parted else (low, low)


def quoted(sentence: Sentence, cue: Cue, folded: str) -> list[ActorMention]:
    """Of whom a quotation right before the cue speaks, or one behind it."""
    low, end = quotation(sentence, cue, folded)
    if low < end < cue.start - _NEAR:
        return []
    return (
        [a for a in sentence.actors if low < a.start < end and a.state and a.marker not in _ASIDE] if low < end else []
    )


def without_quoted(sentence: Sentence, cue: Cue, folded: str) -> Sentence:
    """The sentence without those who are only told in a quotation beside the cue: they do not act there."""
    if _SIGN not in folded[sentence.span.start : sentence.span.end]:
        return sentence
    low, end = quotation(sentence, cue, folded)
    return replace(sentence, actors=[a for a in sentence.actors if not low < a.start < end]) if low < end else sentence
