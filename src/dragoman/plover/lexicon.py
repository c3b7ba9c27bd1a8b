"""The cues of a language: which rows of words carry which relation, and where they stand in a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import product
from typing import Any

import yaml

from dragoman.plover.forms import BARRIER, NUMBER, Forms, Grammar
from dragoman.plover.sentence import TARGET, Word

GAP = 4
"""As many words as a `*` may stand for; numbers are not counted."""

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


Node = dict[str, Any]


class Lexicon:
    """The cues of one language, ready to be found; ``rows`` are as they are listed, each with what it tells."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.grammar = Grammar.from_data(data["grammar"])
        self.words = Forms(self.grammar, data["forms"])
        self.rows: list[tuple[str, str, str]] = []
        self._classes = {name: listed.split() for name, listed in data["classes"].items()}
        self._root: Node = {}
        for row in data["nothing"]:
            self._add("nothing", "", row)
        for kind in ("operator", "act"):
            for tells, rows in data[f"{kind}s"].items():
                for row in rows:
                    self._add(kind, tells, row)
        for tells, listed in data["hints"].items():
            for word in listed.split():
                self._add("hint", tells, word)

    def _add(self, kind: str, tells: str, row: str) -> None:
        if kind != "hint":
            self.rows.append((kind, tells, row))
        parts = row.split()
        size = sum(_SIZES.get(part, 2) for part in parts)
        for words in product(*(list(self.alternatives(part)) for part in parts)):
            self.words.known.update(words)
            node = self._root
            for word in words:
                node = node.setdefault(word, {})
            node.setdefault(_END, []).append((kind, tells, size))

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

    def cues(self, words: Sequence[Word]) -> list[Cue]:
        """The cues of the words in order, at most one for each first word."""
        forms = [self.words.of(word.text) for word in words]
        found: list[Cue] = []
        for start, of in enumerate(forms):
            for form in of:
                node = self._root.get(form)
                if node is not None:
                    ends = _ends(node, forms, start + 1)
                    found.extend(Cue(kind, tells, start, end, size) for (kind, tells, size), end in ends)
        return _largest(found)


Ends = Iterator[tuple[tuple[str, str, int], int]]


def _ends(node: Node, forms: Sequence[Sequence[str]], at: int) -> Ends:
    """What the rows tell that go on from here, and where each ends."""
    for told in node.get(_END, ()):
        yield told, at
    if at < len(forms):
        yield from _next(node, forms, at)
        if "?" in node:
            yield from _ends(node["?"], forms, at + 1)
        if "*" in node:
            yield from _beyond(node["*"], forms, at)


def _next(node: Node, forms: Sequence[Sequence[str]], at: int) -> Ends:
    for form in forms[at]:
        below = node.get(form)
        if below is not None:
            yield from _ends(below, forms, at + 1)


def _beyond(node: Node, forms: Sequence[Sequence[str]], at: int) -> Ends:
    skipped = 0
    while at < len(forms) and skipped <= GAP:
        yield from _next(node, forms, at)
        if BARRIER in forms[at]:
            return
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
        if cue.kind == "nothing":
            nothing = max(nothing, cue.end)
        elif cue.start >= nothing:
            kept.append(cue)
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
