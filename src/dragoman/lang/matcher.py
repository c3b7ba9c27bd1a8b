"""One pass over the text: every surface and every cue's anchor of a pack in one Aho-Corasick automaton."""

from __future__ import annotations

import functools
import gc
import re
from dataclasses import dataclass, replace
from typing import NamedTuple

import ahocorasick_rs

from dragoman.lang.pack import CueGroup, Entry, Pack, load
from dragoman.lang.patterns import LONGEST_HEAD, UNTOLD, Head, Heads, Spelling, anchors, compile_pattern, heads_of
from dragoman.text.fold import begins_word, fold, word_start
from dragoman.text.sentences import Span

LONGEST = 5
"""Letters that the small words written onto another may have together."""

_OF_STATES = ("state", "org", "place", "group")  # whose entries stand for a state, or for what is or acts in one
_MARK = re.compile(r"(~\w|\*)")
_HEAD = re.compile(rf"(\w{{1,{LONGEST_HEAD}}})\w*")


@dataclass(slots=True, init=False, eq=False)
class Hit:
    """A surface found: its entry, where it stands, its noun's suffix and what case that tells (None: no case)."""

    start: int
    end: int
    entry: Entry
    suffix: str
    case: str | None

    def __init__(self, start: int, end: int, entry: Entry, suffix: str, case: str | None = None) -> None:
        self.start = start
        self.end = end
        self.entry = entry
        self.suffix = suffix
        self.case = case

    def as_entry(self, entry: Entry) -> Hit:
        """The same place as another entry."""
        return Hit(self.start, self.end, entry, self.suffix, self.case)


class Anchored:
    """The patterns one of whose anchors stands in a sentence: to be searched for in it, and by where they begin."""

    def __init__(self) -> None:
        self.anywhere: set[int] = set()
        self.leading: list[tuple[int, list[int]]] = []


_NONE: list[int] = []
Found = tuple[int, int, int]
"""What the automaton says of a key in a text: its number, where it begins and ends."""


class Words:
    """A sentence and the first letters of its words."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.heads: set[str] = set(_HEAD.findall(text))

    def hold(self, head: Head) -> bool:
        """Whether a word begins so."""
        for letters in head.whole:  # most heads are few letters, and loops are compiled
            if letters in self.heads:
                return True
        return bool(head.begun) and any(letters.startswith(head.begun) for letters in self.heads)

    def beginning(self, head: Head) -> list[str]:
        """The first letters of the words that begin so."""
        found = [letters for letters in head.whole if letters in self.heads]
        if head.begun:
            found += [letters for letters in self.heads if letters.startswith(head.begun)]
        return found


@dataclass(slots=True)
class Pattern:
    """A cue pattern or rule. ``group`` is set for cues; ``table``, ``value``, ``form`` for rules."""

    table: str
    value: str
    form: str = ""
    group: CueGroup | None = None
    source: str = ""
    leads: bool = False  # a match begins where its anchor stands
    others: tuple[str, ...] = ()  # of a second word: one of them stands in every match, too
    heads: Heads = UNTOLD
    read: bool = False  # whether the heads are known: most never are in a short run
    compiled: re.Pattern[str] | None = None

    def possible(self, sentence: Words, spelling: Spelling) -> bool:
        """Whether a sentence in which an anchor stands may hold the rest of the pattern."""
        told = self.heads.words if self.read else self.told_heads(spelling).words
        for head in told:  # loops: this is asked some hundred times a dispatch
            if not sentence.hold(head):
                return False
        if told or not self.others:
            return True
        for literal in self.others:  # noqa: SIM110
            if literal in sentence.text:
                return True
        return False

    def told_heads(self, spelling: Spelling) -> Heads:
        """How its words begin, read when first needed."""
        if not self.read:
            self.heads, self.read = heads_of(self.source, spelling), True
        return self.heads

    def regex(self, spelling: Spelling) -> re.Pattern[str]:
        """The regular expression, compiled when first needed: most patterns never are in a short run."""
        if self.compiled is None:
            self.compiled = compile_pattern(
                self.source, spelling, left_edge=False, verb=bool(self.group and self.group.verb)
            )
        return self.compiled


class _Tail:
    """What may follow the beginning of a surface, as a regular expression that is compiled when first needed: most
    never are in a short run. What it says of the rests of words that stand there is kept, for they are few and asked
    for again and again."""

    def __init__(self, source: str, literal: str) -> None:
        self._source = source
        self._compiled: re.Pattern[str] | None = None
        self._literal = literal  # stands in every match
        self._told = "(?P<case>" in source
        self._within = " " not in source and r"\s" not in source  # it ends where its word does
        self._known: dict[str, tuple[int, str | None]] = {}

    def match(self, folded: str, start: int) -> tuple[int, str | None]:
        """How many letters it takes from a place, -1 if none will do, and the ending that tells the case, if any."""
        if self._literal and folded.find(self._literal, start, start + _REACH + len(self._literal)) < 0:
            return -1, None
        stop = folded.find(" ", start, start + _REST) if self._within else -1
        if stop < 0:
            return self._look(folded, start)
        rest = folded[start:stop]
        known = self._known.get(rest)
        if known is None:
            if len(self._known) >= _RESTS:
                self._known.clear()
            known = self._known[rest] = self._look(rest, 0)
        return known

    def _look(self, folded: str, start: int) -> tuple[int, str | None]:
        if self._compiled is None:
            self._compiled = re.compile(self._source)
        match = self._compiled.match(folded, start)
        if match is None:
            return -1, None
        return match.end() - start, match.group("case") if self._told else None


_FIRST = 2  # letters of a word by which most others are told from it
_MAY_PART = re.compile(r"[ .^]|\\[sSWD]")  # what in a suffix class may be a space
_REACH = 90  # letters before a literal of a tail, at most
_REST, _RESTS = 24, 2_000  # letters of a word's rest that is kept, and how many are


class _Surface(NamedTuple):
    entry: Entry
    tail: _Tail | None
    capital: str  # "" any case, "first" a capital first letter, "all" as written
    exact: str
    declined: str = ""  # the suffix class that tells the case
    compound: bool = False  # other letters of its word may stand before it
    goes_on: str = ""  # how the next word begins, where its first one ends as suffixes do


class Matcher:
    """Finds all surfaces and the patterns whose anchors occur, with the pack's rules for what bounds a word."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self._surfaces: dict[str, list[_Surface]] = {}
        self._anchors: dict[str, list[int]] = {}
        self.patterns: list[Pattern] = []
        self._tails: dict[str, _Tail] = {}
        for entry in pack.entries:
            for surface in pack.spelling.spellings(entry.surface):
                self._add_entry(entry if surface == entry.surface else replace(entry, surface=surface))
        for group in pack.cues:
            for cue in group.cues:
                self._add_pattern(Pattern("cue", group.kind, "", group, pack.spelling.spelled(cue)))
        for rule in pack.rules:
            self._add_pattern(Pattern(rule.table, rule.value, rule.form, None, pack.spelling.spelled(rule.pattern)))
        keys = sorted(set(self._surfaces) | set(self._anchors))
        self._rows = [(self._surfaces.get(key, []), *self._by_place(self._anchors.get(key, []))) for key in keys]
        self._automaton = ahocorasick_rs.AhoCorasick(keys)
        tables = (*_OF_STATES, "office") if pack.office_states else _OF_STATES
        self._of_states = [[one for one in surfaces if one.entry.table in tables] for surfaces, _, _ in self._rows]
        self._clitic = re.compile(f"(?:{pack.spelling.prefix})$") if pack.spelling.prefix else None

    def _by_place(self, numbers: list[int]) -> tuple[list[int], list[int]]:
        """The patterns of an anchor that are searched for in its sentence, and those of which a match begins there."""
        leading = [number for number in numbers if self.patterns[number].leads]
        return [number for number in numbers if not self.patterns[number].leads], leading

    def _add_pattern(self, pattern: Pattern) -> None:
        literals, pattern.leads, pattern.others = anchors(pattern.source, self.pack.spelling)
        self.patterns.append(pattern)
        for literal in literals:
            self._anchors.setdefault(literal, []).append(len(self.patterns) - 1)

    def _tail(self, source: str, literal: str) -> _Tail:
        if source not in self._tails:
            self._tails[source] = _Tail(f"(?:{source})(?!\\w)" if self.pack.spelling.spaces else source, literal)
        return self._tails[source]

    def _add_entry(self, entry: Entry) -> None:
        surface, tail, declined, literal, goes_on = self._shape(entry)
        capital = ""
        if self._minds_case(entry):
            capital = "all" if surface.isupper() and len(surface) <= 5 else "first" if surface[:1].isupper() else ""
        compound = surface.startswith("*")
        surface = surface.removeprefix("*")
        told = self._tail(tail, literal) if tail else None
        item = _Surface(entry, told, capital, surface, declined, compound, goes_on)
        self._surfaces.setdefault(fold(surface, self.pack.spelling.turkic), []).append(item)

    def _shape(self, entry: Entry) -> tuple[str, str, str, str, str]:
        """A surface's beginning, a regular expression for its rest, the class of the part that is declined, the
        longest literal of its rest, and how its second word begins."""
        surface = entry.surface
        if surface.endswith("!"):
            return surface[:-1], "", "", "", ""
        lead = "*" if surface.startswith("*") else ""
        head, *rest = _MARK.split(surface.removeprefix(lead))
        head = lead + head
        if not rest:
            form = entry.form if entry.table == "state" else entry.table
            letter = self.pack.default_suffix.get(form, "")
            return surface, self._ending(letter, letter in self.pack.declensions), letter, "", ""
        declined = next((mark[1] for mark in rest[::2] if mark[-1] in self.pack.declensions), "")
        literals = [fold(literal, self.pack.spelling.turkic) for literal in rest[1::2]]
        tail, told = "", False
        for mark, literal in zip(rest[::2], literals, strict=True):
            first = mark[-1] == declined and not told
            told = told or first
            tail += (r"\w*" if mark == "*" else self._ending(mark[-1], first)) + re.escape(literal)
        return head, tail, declined or rest[-2][-1], max(literals, key=len), self._goes_on(rest[0], literals[0])

    def _goes_on(self, mark: str, literal: str) -> str:
        """The first letters of the word behind a word with a suffix; empty if there is none, or the suffix may have
        a space."""
        suffix = "" if mark == "*" else self.pack.suffixes.get(mark[-1], "")
        parted = literal.startswith(" ") and self.pack.spelling.spaces
        return literal[1 : 1 + _FIRST] if parted and len(literal) > _FIRST and not _MAY_PART.search(suffix) else ""

    def _ending(self, letter: str, told: bool) -> str:
        """The regular expression of a suffix class; the one that tells the case is a group."""
        source = self.pack.suffixes.get(letter, "")
        return f"(?P<case>{source})" if told else f"(?:{source})" if source else ""

    def _minds_case(self, entry: Entry) -> bool:
        if self.pack.capitals == "none" or entry.table in ("document", "body", "topic", "portfolio"):
            return entry.surface.isupper() and self.pack.capitals != "none"
        return not (self.pack.capitals == "nouns" and entry.table not in _OF_STATES)

    def find(self, folded: str) -> list[Found]:
        """Where surfaces and anchors stand in a text, whatever stands around them."""
        return self._automaton.find_matches_as_indexes(folded, overlapping=True)

    def states(self, text: str, folded: str, found: list[Found]) -> list[Hit]:
        """Of the hits of `scan` those that may stand for a state: a text that tells one alone need not be scanned."""
        hits: list[Hit] = []
        of_states = self._of_states
        for row, start, end in found:
            surfaces = of_states[row]
            if surfaces:
                self._add_hits(hits, surfaces, text, folded, start, end)
        return hits

    def scan(
        self, text: str, folded: str, found: list[Found], spans: list[Span]
    ) -> tuple[list[Hit], list[Anchored | None]]:
        """All bounded hits by start, and for each sentence the patterns one of whose anchors stands in it."""
        hits: list[Hit] = []
        anchored: list[Anchored | None] = [None] * len(spans)
        starts = [span.start for span in spans]
        at = 0
        rows, spaces = self._rows, self.pack.spelling.spaces
        whole_words = spaces and not self.pack.spelling.prefix
        for row, start, end in found:
            surfaces, anywhere, leading = rows[row]
            if leading and whole_words and not begins_word(folded, start):
                leading = _NONE
            if anywhere or leading:
                # what is found next begins in the same sentence, or beside it
                while at + 1 < len(starts) and starts[at + 1] <= start:
                    at += 1
                while at > 0 and starts[at] > start:
                    at -= 1
                if starts and starts[at] <= start < spans[at].end:
                    here = anchored[at]
                    if here is None:
                        here = anchored[at] = Anchored()
                    here.anywhere.update(anywhere)
                    if leading:
                        here.leading.append((start, leading))
            if surfaces:
                self._add_hits(hits, surfaces, text, folded, start, end)
        return hits, anchored

    def _add_hits(
        self, hits: list[Hit], surfaces: list[_Surface], text: str, folded: str, start: int, end: int
    ) -> None:
        """The surfaces whose beginning stands at a place of the text, if their words begin and end as they may."""
        whole = (
            not self.pack.spelling.spaces
            or start == 0
            or not folded[start].isalnum()
            or not folded[start - 1].isalnum()
            or self._after_clitic(folded, start)
        )
        follows: str | None = None
        for surface in surfaces:
            if not (whole or surface.compound):
                continue
            if surface.goes_on:  # many surfaces begin with one word: "minister for ..."
                if follows is None:
                    follows = _begins_next(folded, end)
                if surface.goes_on != follows:
                    continue
            stop, suffix = self._bounded(text, folded, start, end, surface)
            if stop:
                begin = start if whole else word_start(folded, start)
                hits.append(Hit(begin, stop, surface.entry, suffix, self.pack.case(surface.declined, suffix)))

    def _after_clitic(self, folded: str, start: int) -> bool:
        if self._clitic is None:
            return False
        begin = word_start(folded, start, LONGEST)
        match = self._clitic.search(folded, begin, start)
        return match is not None and match.start() == begin and (begin == 0 or not folded[begin - 1].isalnum())

    def _bounded(self, text: str, folded: str, start: int, end: int, surface: _Surface) -> tuple[int, str]:
        """The end of the hit and its suffix; 0 if case or what follows forbids it."""
        if surface.capital and (
            text[start : start + len(surface.exact)] != surface.exact
            if surface.capital == "all"
            else not text[start].isupper()
        ):
            return 0, ""
        if not self.pack.spelling.spaces:
            return end, ""
        stop, suffix = end, ""
        if surface.tail is not None:
            length, case = surface.tail.match(folded, end)
            if length < 0:
                return 0, ""
            stop = end + length
            suffix = case or "" if surface.declined in self.pack.declensions else folded[end:stop]
        if stop < len(folded) and folded[stop].isalnum():
            # a greedy suffix may have eaten too little; a word that goes on is another word
            return 0, ""
        if surface.entry.table in ("office", "title") and _in_double_name(text, start, stop):
            return 0, ""
        return stop, suffix or ""


def _begins_next(folded: str, end: int) -> str:
    """How the word begins behind the one that goes on at a place."""
    space = folded.find(" ", end)
    return folded[space + 1 : space + 1 + _FIRST] if space >= 0 else ""


def _in_double_name(text: str, start: int, stop: int) -> bool:
    """Whether an office is only a part of a double name: ``Amir-Abdollahian``."""
    return text[start].isupper() and text[stop : stop + 1] == "-" and text[stop + 1 : stop + 2].isupper()


@functools.cache
def matcher(code: str) -> Matcher:
    """The compiled matcher of a language, built when first needed."""
    built = Matcher(load(code))
    # a pack lives as long as the process: spare the garbage collector walking over it again and again,
    # which costs a third of the coder's time
    gc.collect()
    gc.freeze()
    return built
