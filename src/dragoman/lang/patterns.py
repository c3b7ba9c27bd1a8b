"""Cue patterns: from the small notation of ``docs/packs.md`` to a regular expression and its anchors."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from dragoman.text.fold import fold


class PatternError(ValueError):
    """A cue pattern that cannot be read; the message quotes it."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """How words of a language stand together: separator, gap unit, clitics that may precede a word."""

    spaces: bool = True
    turkic: bool = False
    prefix: str = ""
    short_gap: int = 8
    verb_prefix: str = ""  # what may be written before a finite verb, where that is less
    elision: str = ""  # words without their vowel that are written onto the next: "l'", "d'"
    classes: Mapping[str, str] = field(default_factory=dict)  # suffix classes, for "~x" in a pattern
    respelled: Mapping[str, str] = field(default_factory=dict)  # letters that some countries write otherwise

    @property
    def separator(self) -> str:
        return r"""[\s\-"',]+""" if self.spaces else r"\s*"

    def spellings(self, surface: str) -> tuple[str, ...]:
        """A surface as the pack writes it and, if that is another word, as it is written elsewhere."""
        other = surface
        for letter, letters in self.respelled.items():
            other = other.replace(letter, letters)
        told: list[str] = [surface] if other == surface else [surface, other]
        return tuple(told)

    def spelled(self, pattern: str) -> str:
        """A cue pattern in which a word that is written otherwise elsewhere is a choice of both: one pattern, for what
        is looked for twice is found twice."""
        if not any(letter in pattern for letter in self.respelled):
            return pattern
        return _RUN.sub(self._choice, pattern)

    def _choice(self, run: re.Match[str]) -> str:
        word, missing = run.group("word"), run.group("missing") or ""
        told = "|".join(self.spellings(word))
        text, start, end = run.string, run.start(), run.end()
        whole = not missing and text[start - 1 : start] in ("|", "(") and text[end : end + 1] in ("|", ")")
        if whole or told == word:
            return told + missing
        return f"({told}){missing}"

    def gap(self, words: int) -> str:
        cut = f"(?:{self.elision})?" if self.elision else ""
        if self.spaces:
            return rf"""(?:[^\s;]+\s+){{0,{words}}}?["'(]*{cut}"""
        # letters are words or halves of them; a comma parts clauses, which only the long gap goes over
        return rf"[^。;!?{',' if words < LONG_GAP else ''}\n]{{0,{words * 2}}}?"


LONG_GAP = 40
_GAP, _ANY = "\ue000", "\ue001"
_RUN = re.compile(r"(?P<word>[^ |()]+?)(?P<missing>\?(?= |$))?(?=[ |()]|$)")
"""A word of a pattern, or a part of one beside a choice; what ends a word that may be missing is none of it."""


def split_words(pattern: str) -> list[str]:
    """Split at spaces that are not inside parentheses."""
    if "(" not in pattern and ")" not in pattern:
        return [word for word in pattern.split(" ") if word]
    words, depth, word = [], 0, ""
    for char in pattern:
        depth += (char == "(") - (char == ")")
        if depth < 0:
            break
        if char == " " and depth == 0:
            words.append(word)
            word = ""
        else:
            word += char
    if depth:
        raise PatternError(f"parentheses do not match in cue pattern {pattern!r}")
    words.append(word)
    return [word for word in words if word]


def _word_regex(word: str, spelling: Spelling) -> str:
    out = []
    marked = False  # whether the letter names a suffix class
    # gaps and words that may be missing, inside a choice: private letters stand for them
    for char in word.replace(" .. ", _GAP).replace(" *?", _ANY) if spelling.spaces else word:
        if char == _GAP:
            out.append(spelling.separator + spelling.gap(spelling.short_gap))
        elif char == _ANY:
            out.append(rf"(?:{spelling.separator}\w*)?")
        elif marked:
            if char not in spelling.classes:
                raise PatternError(f"{word!r} ends with a suffix class that language.yml does not name: {char!r}")
            out.append(f"(?:{spelling.classes[char]})")
            marked = False
        elif char == "~" and spelling.classes:
            marked = True
        elif char == "*":
            out.append(r"\w*" if spelling.spaces else ".{0,4}?")
        elif char == "(":
            out.append("(?:")
        elif char in "|)?":
            out.append(char)
        elif char == " ":
            out.append(spelling.separator + spelling.prefix)
        else:
            out.append(re.escape(char))
    return "".join(out)


def _folded(pattern: str, spelling: Spelling) -> str:
    """A pattern folded as the text is, but for the letters of suffix classes: ``~V`` is not ``~v``."""
    folded = fold(pattern, spelling.turkic)
    return "".join(
        old if at and pattern[at - 1] == "~" else new for at, (old, new) in enumerate(zip(pattern, folded, strict=True))
    )


def compile_pattern(pattern: str, spelling: Spelling, left_edge: bool = True, verb: bool = False) -> re.Pattern[str]:
    """The regular expression over folded text; it begins and ends at word boundaries.

    Without ``left_edge`` the caller sees to the boundary before the match: a pattern that begins with its first
    letter is searched for more than twice as fast.
    """
    words = split_words(_folded(pattern, spelling))
    if next((word in ("..", "...") for word in reversed(words) if not word.endswith("?")), False):
        raise PatternError(f"cue pattern {pattern!r} ends with a gap: leave the gap out and what may follow it")
    # what is written onto the first word is a group of its own: it tells how the clause is joined
    first = (verb and spelling.verb_prefix) or spelling.prefix
    regex = f"(?P<clitic>{first})" if first else ""
    glued = True  # the next word needs no separator before it
    for at, word in enumerate(words):
        if word in ("..", "..."):
            regex += ("" if glued else spelling.separator) + spelling.gap(
                spelling.short_gap if word == ".." else LONG_GAP
            )
            glued = True
            continue
        optional = word.endswith("?")
        body = (spelling.prefix if at else "") + _word_regex(word[:-1] if optional else word, spelling)
        if not optional:
            regex += body if glued else spelling.separator + body
            glued = False
        else:
            regex += f"(?:{body}{spelling.separator})?" if glued else f"(?:{spelling.separator}{body})?"
    regex = _counted(regex, spelling)
    edge = (r"(?<!\w)", r"(?!\w)") if spelling.spaces else ("", "")
    left_edge = left_edge or pattern.startswith("*")  # any letters first: else it would be tried at each of them
    try:
        return re.compile((edge[0] if left_edge else "") + regex + edge[1])
    except re.error as error:
        raise PatternError(f"cue pattern {pattern!r} cannot be read: {error}") from None


def _counted(regex: str, spelling: Spelling) -> str:
    """Words that may be missing, one behind the other, as so many at most: left out one by one, each of the many ways
    to do so would be tried."""
    one = rf"(?:{spelling.separator}\w*)"
    several = re.compile(rf"(?:{re.escape(one + '?')}){{2,}}")
    return several.sub(lambda run: f"{one}{{0,{len(run.group()) // len(one + '?')}}}", regex)


class Anchors(NamedTuple):
    """What a pattern is looked for by.

    ``literals``: one of them stands in every match; they are of the word that says most. ``leads``: whether matches
    begin there; in a language with clitics, where the word begins in which the literal stands. ``others``: literals of
    a second word of which one stands in every match, too; empty if the pattern has no such word.
    """

    literals: tuple[str, ...]
    leads: bool
    others: tuple[str, ...]


def anchors(pattern: str, spelling: Spelling) -> Anchors:
    """The literals that tell cheaply whether a pattern can match."""
    told: list[tuple[str, ...]] = []
    best, leads = -1, False
    for at, word in enumerate(split_words(fold(pattern, spelling.turkic))):
        if word in ("..", "...") or word.endswith("?"):
            continue
        literals = tuple(_literals(word))
        if not all(literals):
            continue
        told.append(literals)
        if best < 0 or min(map(len, literals)) > min(map(len, told[best])):
            best = len(told) - 1
            leads = at == 0 and (_begins(word, literals) if not spelling.prefix else " " not in word)
    if best < 0:
        raise PatternError(f"cue pattern {pattern!r} has no word that must be there")
    others = min((row for at, row in enumerate(told) if at != best), key=len, default=())
    return Anchors(told[best], leads, others if len(others) <= _FEW else ())


_FEW = 30  # literals that are sooner looked for than the whole pattern


def _begins(word: str, literals: tuple[str, ...]) -> bool:
    """Whether each literal is the beginning of its alternative."""
    if word.startswith("(") and _closing(word, 0) == len(word) - 1:
        parts = _alternatives(word[1:-1])
        return len(parts) == len(literals) and all(
            part.startswith(literal) for part, literal in zip(parts, literals, strict=True)
        )
    return len(literals) == 1 and word.startswith(literals[0])


LONGEST_HEAD = 4
"""Letters of a word by which it is told whether a pattern's word may be it."""


class Head(NamedTuple):
    """How a word of a pattern begins: in every match one of these begins the word."""

    whole: tuple[str, ...]  # the first letters of a word; if they are fewer than told of the longest, all of it
    begun: tuple[str, ...]  # fewer letters of a word that may go on


class Heads(NamedTuple):
    """How every match of a pattern begins (None: nothing is known), and its words that begin in a known way, but for
    that of its anchor if it is long."""

    first: Head | None
    words: tuple[Head, ...]
    literals: tuple[str, ...] = ()  # of the first word, where it may begin with any letters: one of them stands in it


UNTOLD = Heads(None, ())
_OPEN = "*"
"""Behind the letters of a word that may go on."""


def heads_of(pattern: str, spelling: Spelling) -> Heads:
    """How the words of a pattern begin; where words are not parted nothing is known, and little where others are
    written onto them."""
    if not spelling.spaces:
        return UNTOLD
    if spelling.prefix or spelling.verb_prefix:
        return Heads(None, (), _first_literals(pattern, spelling))
    anchor = anchors(pattern, spelling).literals
    first: list[str] = []
    begun, words = False, []
    for word in split_words(fold(pattern, spelling.turkic)):
        gap, optional = word in ("..", "..."), word.endswith("?")
        told = [_OPEN] if gap else _beginnings(word.removesuffix("?"), "")
        if not begun:
            first += told
        begun = begun or gap or not optional
        if not gap and not optional and (tuple(_literals(word)) != anchor or _short(told)):
            words.append(_head(told))
    head = _head(first)
    literals = _first_literals(pattern, spelling) if head is None else ()
    known = {word for word in words if word is not None}
    return Heads(head, tuple(sorted(known, key=_ways)), literals)


def _ways(head: Head) -> tuple[int, int, Head]:
    """In how many ways a word may begin: what may in the fewest is soonest found missing."""
    return len(head.begun), len(head.whole), head


def _first_literals(pattern: str, spelling: Spelling) -> tuple[str, ...]:
    """Of the first word of a pattern, if it must be there; of a choice of several words, of the first word of each."""
    first = split_words(fold(pattern, spelling.turkic))[0]
    if first in ("..", "...") or first.endswith("?"):
        return ()
    words = [first]
    if " " in first:
        if not (first.startswith("(") and first.count("(") == 1 and first.endswith(")")):
            return ()
        words = [part.split(" ")[0] for part in first[1:-1].split("|")]
    literals = tuple(literal for word in words for literal in _literals(word))
    return literals if all(literals) else ()


def _short(told: list[str]) -> bool:
    """Whether some of the words are so short that their letters begin many others: ``er``, ``we``."""
    return any(len(letters) < LONGEST_HEAD and not letters.endswith(_OPEN) for letters in told)


def _head(told: list[str]) -> Head | None:
    if _OPEN in told:
        return None  # any word may stand there
    begun = {letters[:-1] for letters in told if letters.endswith(_OPEN) and len(letters) <= LONGEST_HEAD}
    whole = {letters.removesuffix(_OPEN)[:LONGEST_HEAD] for letters in told}
    return Head(tuple(sorted(whole - begun)), tuple(sorted(begun)))


def _beginnings(word: str, rest: str) -> list[str]:
    """The letters with which a word of a pattern begins, for each of its alternatives, and a sign behind those that
    may go on; ``rest`` is what of the pattern's word follows."""
    if word.startswith("("):
        end = _closing(word, 0)
        behind = word[end + 1 :] + rest
        parts = _alternatives(word[1:end])
        told = [head for part in parts if part for head in _beginnings(part, behind.removeprefix("?"))]
        if behind.startswith("?") or "" in parts:
            told += _beginnings(behind.removeprefix("?"), "")
        return told
    run = _LETTERS.match(word)
    letters = run.group() if run else ""
    follows = (word[len(letters) :] + rest)[:1]
    if follows == "?":
        return [letters[:-1] + _OPEN]
    return [letters + _OPEN if not letters or follows.isalnum() or follows in ("_", "*", "~", "(") else letters]


_LETTERS = re.compile(r"\w*")


_SIGN = re.compile(r"[(*? ~]|\.\.")


def _literals(word: str) -> list[str]:
    """Literals of which one must stand in the word: a run of letters, or one for each alternative of a choice."""
    if _SIGN.search(word) is None:
        return [word]  # as most alternatives
    candidates: list[list[str]] = [[""]]
    run, at = "", 0
    while at < len(word):
        char = word[at]
        if char == "(":
            end = _closing(word, at)
            if word[end + 1 : end + 2] != "?":
                candidates.append([best for part in _alternatives(word[at + 1 : end]) for best in _literals(part)])
            candidates.append([run])
            run, at = "", end
        elif char in "* ?~" or word.startswith("..", at):
            candidates.append([run[:-1] if char == "?" else run])
            run = ""
            at += char == "~"  # the letter of a suffix class
        else:
            run += char
        at += 1
    candidates.append([run])
    return max(candidates, key=lambda literals: min(map(len, literals)))


def _closing(word: str, at: int) -> int:
    end = word.find(")", at)
    if end >= 0 and word.find("(", at + 1, end) < 0:
        return end
    depth = 0
    for place in range(at, len(word)):
        depth += (word[place] == "(") - (word[place] == ")")
        if depth == 0:
            return place
    raise PatternError(f"parentheses do not match in {word!r}")


def _alternatives(word: str) -> list[str]:
    """Split at the bars that are not inside parentheses."""
    if "(" not in word:
        return word.split("|")
    parts, depth = [""], 0
    for char in word:
        depth += (char == "(") - (char == ")")
        if char == "|" and depth == 0:
            parts.append("")
        else:
            parts[-1] += char
    return parts
