"""The forms of a language's words: from what stands in a sentence to what the cues are listed by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

NUMBER = "#"
"""The base form of all numbers."""

BARRIER = "|"
"""A further form of words that no `*` goes over."""

_MOST = 100_000
_STEM = 4
_SETS = ("skipped", "common", "relative", "agent", "barrier", "passive")
_LISTS = ("participle", "doubling", "stems")


@dataclass(frozen=True, slots=True)
class Grammar:
    """Words and endings by which a language builds its sentences.

    ``skipped`` words part nothing, ``common`` ones say nothing, and a `*` goes over no ``barrier``; ``relative``
    pronouns open a clause, ``agent`` prepositions lead to who acts, and ``passive`` words or a ``participle`` ending
    tell that the target comes first. ``endings`` lead back to base forms, ``doubling`` ones double a letter, and
    ``stems`` are cut off other words.
    """

    skipped: frozenset[str]
    common: frozenset[str]
    relative: frozenset[str]
    agent: frozenset[str]
    barrier: frozenset[str]
    passive: frozenset[str]
    participle: tuple[str, ...]
    doubling: tuple[str, ...]
    stems: tuple[str, ...]
    endings: tuple[tuple[str, str], ...]

    @classmethod
    def from_data(cls, data: Mapping[str, str]) -> Grammar:
        """Build it from the parsed YAML."""
        sets: dict[str, Any] = {key: frozenset(data[key].split()) for key in _SETS}
        lists: dict[str, Any] = {key: tuple(data[key].split()) for key in _LISTS}
        pairs = [ending.partition(">") for ending in data["endings"].split()]
        return cls(**sets, **lists, endings=tuple((ending, instead) for ending, _, instead in pairs))


class Forms:
    """Base forms of words, out of those that are ``known`` because a cue has them."""

    def __init__(self, grammar: Grammar, irregular: Mapping[str, str]) -> None:
        self.known: set[str] = set()
        self._grammar = grammar
        self._irregular: dict[str, list[str]] = {}
        for base, listed in irregular.items():
            for form in listed.split():
                self._irregular.setdefault(form, []).append(base)
        self._of: dict[str, tuple[str, ...]] = {}
        self._base: dict[str, str] = {}

    def of(self, word: str) -> tuple[str, ...]:
        """The base forms that the word may be of; itself first."""
        found = self._of.get(word)
        if found is None:
            _forget_if_many(self._of)
            found = self._of[word] = tuple(dict.fromkeys(self._bases(word)))
        return found

    def base(self, word: str) -> str:
        """The one form that stands for the word: of a word of the cues its base, of others the stem."""
        found = self._base.get(word)
        if found is None:
            _forget_if_many(self._base)
            forms = [form for form in self.of(word) if form != BARRIER] or [self._stem(word)]
            found = self._base[word] = NUMBER if NUMBER in forms else forms[-1]
        return found

    def _bases(self, word: str) -> Iterator[str]:
        if word[0].isdigit():
            yield NUMBER
        if word in self._grammar.barrier:
            yield BARRIER
        if word in self.known:
            yield word
        yield from self._irregular.get(word, ())
        for ending, instead in self._grammar.endings:
            if word.endswith(ending) and len(word) > len(ending) + 1:
                yield from self._without(ending, word[: -len(ending)] + instead)

    def _without(self, ending: str, stem: str) -> Iterator[str]:
        if stem in self.known:
            yield stem
        elif ending in self._grammar.doubling and stem[-1:] == stem[-2:-1] and stem[:-1] in self.known:
            yield stem[:-1]

    def _stem(self, word: str) -> str:
        for ending in self._grammar.stems:
            if word.endswith(ending) and len(word) - len(ending) >= _STEM:
                return word[: -len(ending)]
        return word


def _forget_if_many(kept: dict[str, Any]) -> None:
    """Keep what is remembered of words from growing with all that is ever read."""
    if len(kept) > _MOST:
        kept.clear()
