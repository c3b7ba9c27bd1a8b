"""The cues of a language: which rows of words carry which relation, and where they stand in a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import product
from typing import Any

import yaml

from dragoman.plover.sentence import TARGET, Word

GAP = 4
"""As many words as a `*` may stand for."""

_SETS = ("skipped", "common", "relative", "agent", "barrier", "passive")
_MOST = 100_000
_STEM = 4
NUMBER = "#"
_BARRIER = "|"
_END = ""
_SIZES = {"*": 0, "?": 0, TARGET: 1}
_ORDER = {"nothing": 0, "operator": 1, "act": 2, "hint": 3}


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue found: what it tells (an operator, or a root and mode), its words from ``start`` up to ``end``."""

    kind: str
    tells: str
    start: int
    end: int
    size: int


@dataclass(frozen=True, slots=True)
class Grammar:
    """Words and endings by which a language builds its sentences.

    ``skipped`` words part nothing, ``common`` ones say nothing, and a `*` goes over no ``barrier``; ``relative``
    pronouns open a clause, ``agent`` prepositions lead to who acts, and ``passive`` words or a ``participle`` ending
    tell that the target comes first.
    ``endings`` lead back to base forms, ``doubling`` ones double a letter, and ``stems`` are what is left of others.
    """

    skipped: frozenset[str]
    common: frozenset[str]
    relative: frozenset[str]
    agent: frozenset[str]
    barrier: frozenset[str]
    passive: frozenset[str]
    participle: tuple[str, ...]
    endings: tuple[tuple[str, str], ...]
    doubling: tuple[str, ...]
    stems: tuple[str, ...]

    @classmethod
    def from_data(cls, data: Mapping[str, str]) -> Grammar:
        """Build it from the parsed YAML."""
        words = {key: listed.split() for key, listed in data.items() if key != "endings"}
        return cls(
            **{key: frozenset(words.pop(key)) for key in _SETS},
            endings=tuple(ending.partition(">")[::2] for ending in data["endings"].split()),
            participle=tuple(words["participle"]),
            doubling=tuple(words["doubling"]),
            stems=tuple(words["stems"]),
        )


Node = dict[str, Any]


class Lexicon:
    """The cues of one language, ready to be found; ``rows`` are as they are listed, each with what it tells."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._classes = {name: listed.split() for name, listed in data["classes"].items()}
        self.grammar = Grammar.from_data(data["grammar"])
        self._root: Node = {}
        self._known: set[str] = set()
        self.rows: list[tuple[str, str, str]] = []
        for row in data["nothing"]:
            self._add("nothing", "", row)
        for kind in ("operators", "acts"):
            for tells, rows in data[kind].items():
                for row in rows:
                    self._add(kind[:-1], tells, row)
        for tells, listed in data["hints"].items():
            for word in listed.split():
                self._add("hint", tells, word)
        self._irregular: dict[str, list[str]] = {}
        for base, listed in data["forms"].items():
            for form in listed.split():
                self._irregular.setdefault(form, []).append(base)
        self._forms: dict[str, tuple[str, ...]] = {}
        self._base: dict[str, str] = {}

    def _add(self, kind: str, tells: str, row: str) -> None:
        if kind != "hint":
            self.rows.append((kind, tells, row))
        parts = row.split()
        size = sum(_SIZES.get(part, 2) for part in parts)
        for words in product(*(list(self.alternatives(part)) for part in parts)):
            self._known.update(words)
            node = self._root
            for word in words:
                node = node.setdefault(word, {})
            ends = node.setdefault(_END, [])
            if kind != "hint" or not ends:
                ends.append((kind, tells, size))

    def _stem(self, word: str) -> str:
        for ending in self.grammar.stems:
            if word.endswith(ending) and len(word) - len(ending) >= _STEM:
                return word[: -len(ending)]
        return word

    def alternatives(self, part: str) -> Iterator[str]:
        """The words that a part of a row stands for."""
        for word in part.split("/"):
            if word.startswith("$"):
                yield from self._classes[word[1:]]
            else:
                yield word

    def examples(self, row: str) -> Iterator[tuple[str, ...]]:
        """All words that a row may stand for, with none for `*`."""
        return product(*(list(self.alternatives(part)) for part in row.split() if part != "*"))

    def forms(self, word: str) -> tuple[str, ...]:
        """The base forms that the word may be of; itself first."""
        known = self._forms.get(word)
        if known is None:
            _forget_if_many(self._forms)
            known = self._forms[word] = tuple(dict.fromkeys(self._bases(word)))
        return known

    def base(self, word: str) -> str:
        """The one form that stands for the word: of a word of the cues its base, of others the stem, `#` of numbers."""
        known = self._base.get(word)
        if known is None:
            _forget_if_many(self._base)
            forms = [form for form in self.forms(word) if form != _BARRIER] or [self._stem(word)]
            known = self._base[word] = NUMBER if NUMBER in forms else forms[-1]
        return known

    def _bases(self, word: str) -> Iterator[str]:
        if word[0].isdigit():
            yield NUMBER
        if word in self.grammar.barrier:
            yield _BARRIER
        if word in self._known:
            yield word
        yield from self._irregular.get(word, ())
        for ending, instead in self.grammar.endings:
            if word.endswith(ending) and len(word) > len(ending) + 1:
                stem = word[: -len(ending)] + instead
                if stem in self._known:
                    yield stem
                elif (
                    ending in self.grammar.doubling
                    and len(stem) > 3
                    and stem[-1] == stem[-2]
                    and stem[:-1] in self._known
                ):
                    yield stem[:-1]

    def cues(self, words: Sequence[Word]) -> list[Cue]:
        """All cues of the words that are part of no larger one, in order."""
        forms = [self.forms(word.text) for word in words]
        found: list[Cue] = []
        for start, of in enumerate(forms):
            for form in of:
                node = self._root.get(form)
                if node is not None:
                    found.extend(
                        Cue(kind, tells, start, end, size) for (kind, tells, size), end in _ends(node, forms, start + 1)
                    )
        return _largest(found)


def _forget_if_many(kept: dict[str, Any]) -> None:
    """Keep what is remembered of words from growing with all that is ever read."""
    if len(kept) > _MOST:
        kept.clear()


def _ends(node: Node, forms: Sequence[Sequence[str]], at: int) -> Iterator[tuple[tuple[str, str, int], int]]:
    for told in node.get(_END, ()):
        yield told, at
    if at >= len(forms):
        return
    for form in forms[at]:
        below = node.get(form)
        if below is not None:
            yield from _ends(below, forms, at + 1)
    below = node.get("?")
    if below is not None:
        yield from _ends(below, forms, at + 1)
    gap = node.get("*")
    if gap is not None:
        skipped = 0
        while at < len(forms) and skipped <= GAP:
            for form in forms[at]:
                below = gap.get(form)
                if below is not None:
                    yield from _ends(below, forms, at + 1)
            if _BARRIER in forms[at]:
                break
            skipped += NUMBER not in forms[at]
            at += 1


def _largest(found: list[Cue]) -> list[Cue]:
    """One cue a first word: of the most words, then the tightest; none where a larger one says it is nothing."""
    best: dict[int, Cue] = {}
    for cue in found:
        other = best.get(cue.start)
        if other is None or _rank(cue) < _rank(other):
            best[cue.start] = cue
    kept: list[Cue] = []
    nothing = -1
    for _, cue in sorted(best.items()):
        if cue.start >= nothing and cue.kind != "nothing":
            kept.append(cue)
        elif cue.kind == "nothing":
            nothing = max(nothing, cue.end)
    return kept


def _rank(cue: Cue) -> tuple[int, int, int, bool]:
    return (-cue.size, cue.end - cue.start, _ORDER[cue.kind], "-" not in cue.tells)


@cache
def lexicon(lang: str) -> Lexicon | None:
    """The cues of a language, None where there are none."""
    source = files(__package__).joinpath("cues", f"{lang}.yml")
    if not source.is_file():
        return None
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return Lexicon(yaml.load(source.read_text(encoding="utf-8"), Loader=loader))


def languages() -> list[str]:
    """The languages that have cues."""
    folder = files(__package__).joinpath("cues")
    return sorted(entry.name.removesuffix(".yml") for entry in folder.iterdir() if entry.name.endswith(".yml"))
