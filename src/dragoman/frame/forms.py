"""What words of a language look like that tell how something is told: negations, prepositions of place and time."""

from __future__ import annotations

import functools
import re

from dragoman.lang.pack import load


@functools.cache
def negation_regex(code: str) -> re.Pattern[str]:
    """A negation of the language that the next few words may hang on."""
    pack = load(code)
    words = [re.escape(word.lower()).replace(r"\*", r"\w*") for word in pack.words["negation"]]
    if "negative" in pack.verb_forms:
        words.append(pack.verb_forms["negative"].pattern)
    choice = "|".join(words) or "(?!)"
    # "n'a cessé de" denies nothing
    kept = "|".join(re.escape(word) for word in pack.words["affirming"]) or "(?!)"
    return re.compile(rf"(?<!\w)(?!(?:{kept})(?!\w))(?:{choice})(?!\w)" if pack.spelling.spaces else f"(?:{choice})")


@functools.cache
def denies(code: str, source: str) -> bool:
    """Whether a cue pattern itself holds a negation."""
    return negation_regex(code).search(source) is not None


@functools.cache
def beside(code: str) -> re.Pattern[str]:
    """A preposition of place or time with small words behind it, where all nouns have capitals."""
    pack = load(code)
    words = "|".join(re.escape(word) for marker in ("in", "after") for word in pack.markers.get(marker, ()))
    return re.compile(rf"(?<!\w)(?i:{words}) (?:[a-zß-ÿ]\w* ){{0,3}}$")
