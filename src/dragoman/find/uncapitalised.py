"""Names in a script without capitals: what stands behind an office, or begins with a given name.

Nothing in such a script shows where a name ends. What does: words that the pack knows (its cues, dates, documents,
topics) or lists as ``name_stops``, articles, clitics, and how many words names have.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from dragoman.find.clitics import head_of
from dragoman.find.glue import Unit, glue_between
from dragoman.find.mention import Sentence
from dragoman.find.persons import given_names, is_given_name, likely_names
from dragoman.lang.matcher import Hit
from dragoman.lang.pack import Pack, load
from dragoman.text.fold import fold, word_start

_TOKEN = re.compile(r" ?([^\W\d_]+(?:-[^\W\d_]+)*)")
_INITIALS = re.compile(r"(?: [^\W\d_]\.)+(?= [^\W\d_])")
_WORD = re.compile(r"[^\W\d_]+")
_MOST = 3
_HARD = ("date", "document", "body", "clause")


@functools.cache
def _shape(code: str) -> re.Pattern[str]:
    return re.compile(load(code).name_shape or "(?!)")


@functools.cache
def _between(code: str) -> tuple[str, ...]:
    """The words that may stand between the parts of an actor, each with the blank behind it."""
    return tuple(f"{word} " for word in sorted(load(code).words["articles"], key=len, reverse=True))


class NameReader:
    """Reads the names of one sentence."""

    def __init__(self, text: str, folded: str, pack: Pack, row: Sentence, units: list[Unit], bucket: list[Hit]) -> None:
        self._text, self._folded, self._pack, self._row, self._units = text, folded, pack, row, units
        self._article = tuple(pack.clitics.get("article", ()))[:1]
        self._joined = tuple(
            and_ + marker + article
            for and_ in ("", *pack.clitics.get("and", ()))
            for marker in ("", *(c for row in pack.clitics.get("markers", {}).values() for c in row))
            for article in pack.clitics.get("article", ())
            # the short article stands only behind its own letter (لل)
            if (and_ or marker) and (article in self._article or marker == article)
        )
        self._and = tuple(pack.clitics.get("and", ()))
        self._between = _between(pack.code)
        # a clause may begin with its comma: what stands before that is no part of it
        words = [hit for hit in bucket if folded[hit.start].isalnum()]
        self._hard = {word_start(folded, hit.start) for hit in words if hit.entry.table in _HARD}
        self._hard |= {cue.start for cue in (*row.cues, *row.rules)}
        self._soft = {word_start(folded, hit.start) for hit in words if hit.entry.table in ("topic", "portfolio")}

    def runs(self) -> list[tuple[int, int]]:
        """The names of the sentence: first those behind offices, then those that a given name begins."""
        found: list[tuple[int, int]] = []
        for start in self._behind_offices():
            run = self._read(start, strong=True)
            if run and self._is_name(run, strong=True):
                found.append(run)
        for match in _WORD.finditer(self._text, *self._row.span):
            at = match.start()
            if not (is_given_name(match.group()) or self._folded[slice(*match.span())] in likely_names()):
                at = -1 if at in self._hard else head_of_name(self._folded, at, match.group(), self._pack)
                if at < 0:
                    continue
            if self._free(at, found) and at not in self._hard and at not in self._soft:
                run = self._read(at)
                if run and self._is_name(run, strong=False):
                    found.append(run)
        return sorted(found)

    def _behind_offices(self) -> Iterator[int]:
        """Where a name may begin: behind an office or title, its state, a counterpart."""
        strong = envoy = False
        for at, unit in enumerate(self._units):
            table = unit.value if unit.table == "ref" else unit.table
            held = table in ("office", "title", "counterpart")
            glue = glue_between(self._folded, self._units[at - 1], unit, self._pack) if at else ""
            envoy = (table == "office" and unit.value in ("ambassador", "special_envoy")) or (envoy and not held)
            beside = glue in ("direct", "of") or (envoy and glue == "to")
            served = table == "institution" and glue in ("of", "in", "direct")  # "the director at the ministry of X"
            whose = unit.table in ("state", "org") or table in ("home", "ministry")
            strong = held or (strong and ((beside and whose) or served))
            if strong:
                start = unit.end + (self._folded[unit.end : unit.end + 1] == " ")
                yield start
                if (behind := self._past_adjectives(start)) > start:
                    yield behind

    def _past_adjectives(self, at: int) -> int:
        """Where the words end that may stand between an office and the name: ``the prime minister | visiting | X``."""
        while word := next((w for w in self._between if self._folded.startswith(w, at)), None):
            at += len(word)
        return at

    def _free(self, at: int, found: list[tuple[int, int]]) -> bool:
        return not any(unit.start <= at < unit.end for unit in self._units) and not any(
            start <= at < end for start, end in found
        )

    def _read(self, start: int, strong: bool = False) -> tuple[int, int] | None:
        """The stretch of a name that begins at ``start``."""
        words: list[_Word] = []
        place = start
        while (match := _TOKEN.match(self._text, place)) and match.end() <= self._row.span.end:
            at = match.start(1)
            folded = self._folded[at : match.end()]
            word = _Word(at, match.end(), match.group(1), folded, folded in self._pack.sets["particles"])
            if (at == place) != (not words) or not self._goes_on(word, words, strong):
                break
            words.append(word)
            place = match.end()
            if (initials := _INITIALS.match(self._text, place)) and initials.end() < self._row.span.end:
                place = initials.end()
        if strong and len(words) >= _MOST:
            place = self._up_to_office(place)
            if place > words[-1].end:
                return start, place
        while words and words[-1].particle:
            words.pop()
        return (start, words[-1].end) if words else None

    def _up_to_office(self, place: int) -> int:
        """Where a long name behind a title ends: right before the office that its bearer holds."""
        end = place
        for _ in range(2):
            match = _TOKEN.match(self._text, end)
            word = self._folded[match.start(1) : match.end()] if match else ""
            taken = match is None or match.start(1) in self._hard or word in self._pack.name_stops
            taken = taken or (word.startswith(self._and) and not is_given_name(word))
            if match is None or taken or any(u.start < match.end() and match.start(1) < u.end for u in self._units):
                break
            end = match.end()
        held = any(unit.table == "office" and unit.start == end + 1 for unit in self._units)
        return end if held else place

    def _goes_on(self, word: _Word, words: list[_Word], strong: bool) -> bool:
        """Whether a word may belong to the name that ``words`` begin."""
        count = sum(not other.particle for other in words)
        unit = next((u for u in self._units if u.start < word.end and word.start < u.end), None)
        if unit is not None and not words and self._begins_name(unit, word, strong):
            self._units.remove(unit)
            return True
        if unit is not None:
            surname = unit.form == "adj" and 0 < count < _MOST and unit.end == word.end and self._definite(word)
            surname = surname or (0 < count < _MOST and self._is_named_like_office(unit, word))
            place = strong and unit.table == "place" and (unit.start, unit.end) == (word.start, word.end)
            surname = surname or (place and 0 < count < _MOST)  # "the president Muhammadu Buhari"
            surname = surname or (unit.table == "title" and bool(words) and words[-1].particle)  # "Ould Cheikh Ahmed"
            if surname and not self._ended(words):
                self._units.remove(unit)
                return True
            return False
        if word.particle:
            # what is written without its hamza is no conjunction: "Tran Van Long"
            return word.start not in self._hard or (bool(words) and word.raw == word.folded)
        if word.start in self._hard:
            return False
        bound = bool(words) and words[-1].particle  # "Abd Allah"
        if word.folded in self._pack.name_stops and word.raw not in given_names() and not bound:  # علي is no على
            return False
        if bound:
            return True
        given = is_given_name(word.raw)
        if not given and len(word.folded) > 5 and word.folded.startswith(self._joined):
            return False
        if count == 0:
            begins = word.folded.startswith(self._and) and not (strong and self._surname_behind(word))
            return given or not (self._definite(word) or begins)
        if self._ended(words):
            return False
        if count < 2:
            return given or word.start not in self._soft
        if self._definite(word) and self._of_ancestor(words[-1]):
            return count < _MOST + 1  # "Sabah al-Khalid al-Hamad al-Sabah"
        joined = word.folded.startswith(self._and)  # "Muhammad bin Salman and ...", of which no shape tells
        told = given or self._definite(word) or self._shaped(word) or (is_given_name(words[-1].raw) and not joined)
        return count < _MOST and (told or (strong and self._closes(word) and not joined))

    def _surname_behind(self, word: _Word) -> bool:
        """Whether what may begin with an *and* begins a name: a surname follows (``فيسنا رادوفيتش``)."""
        follows = _TOKEN.match(self._folded, word.end)
        return follows is not None and _shape(self._pack.code).search(follows.group(1)) is not None

    def _is_named_like_office(self, unit: Unit, word: _Word) -> bool:
        """Whether an office's word inside a name is a name: ``Hossein Amir Abdollahian``, of no state behind it."""
        if unit.table not in ("office", "title") or (unit.start, unit.end) != (word.start, word.end):
            return False
        owned = any(other.start == unit.end + 1 for other in self._units)
        return not owned and word.folded in self._pack.office_names

    def _begins_name(self, unit: Unit, word: _Word, strong: bool) -> bool:
        """Whether a word that is a place or a ruler's title elsewhere is a given name here: a surname follows it."""
        follows = _TOKEN.match(self._text, word.end)
        son = follows is not None and fold(follows.group(1)) in self._pack.sets["particles"]
        if (
            unit.form != "capital"
            and unit.table not in ("place", "title")
            and not (unit.table in ("office", "title") and son)
        ):
            return False
        if not (is_given_name(word.raw) or son) or unit.end != word.end or follows is None:
            return False
        surname = fold(follows.group(1))
        if strong:
            return follows.start(1) not in self._hard and surname not in self._pack.name_stops
        return (
            surname in likely_names() or is_given_name(surname) or _shape(self._pack.code).search(surname) is not None
        )

    def _shaped(self, word: _Word) -> bool:
        return _shape(self._pack.code).search(word.folded) is not None

    def _definite(self, word: _Word) -> bool:
        return bool(self._article) and word.raw.startswith(self._article)

    def _ended(self, words: list[_Word]) -> bool:
        """Whether the last word ends a name: one with an article does, unless a particle asked for it."""
        bound = len(words) > 1 and words[-2].particle
        return self._definite(words[-1]) and not bound and not self._of_ancestor(words[-1])

    def _of_ancestor(self, word: _Word) -> bool:
        """Whether a word with an article is a given name, as sons bear it: another surname may follow."""
        return self._definite(word) and is_given_name(word.raw[len(self._article[0]) :])

    def _closes(self, word: _Word) -> bool:
        """Whether a name must end behind a word: a sign follows."""
        return self._folded[word.end : word.end + 1] in (",", ".", ")", "،")

    def _is_name(self, run: tuple[int, int], strong: bool) -> bool:
        """Whether what was read looks like a name: it begins with a given name or has the shape of one."""
        rows = list(_WORD.finditer(self._text, *run))
        first = rows[0]
        particles = self._pack.words["particles"]
        given = is_given_name(first.group()) or self._folded[slice(*first.span())] in particles
        shape = _shape(self._pack.code)
        given = given or (strong and self._folded[slice(*rows[min(1, len(rows) - 1)].span())] in particles)
        written = [self._folded[slice(*row.span())] for row in rows]
        shaped = any(shape.search(word) for word in written)
        # what only may be a name needs an office before it, or another such word behind it
        likely = [word in likely_names() for word in written]
        shaped = shaped or (any(likely) if strong else all(likely[:2]))
        if strong and len(rows) == 2 and self._pack.name_tail:
            # "X al-Yi": a word without an article, then where the family is from
            tail = re.fullmatch(self._pack.name_tail, written[1]) is not None or is_given_name(rows[1].group())
            shaped = shaped or (tail and not first.group().startswith(self._article))
        return (strong or len(rows) > 1) and (given or shaped)


class _Word(NamedTuple):
    """A word of a name."""

    start: int
    end: int
    raw: str
    folded: str
    particle: bool


def head_of_name(folded: str, at: int, word: str, pack: Pack) -> int:
    """Where a given name begins inside a word with clitics (``وإلهام``); -1 if there is none."""
    if word in pack.name_stops:
        return -1
    for length in (1, 2):
        if len(word) > length + 2 and is_given_name(word[length:]) and head_of(folded, at + length, pack).start == at:
            return at + length if head_of(folded, at + length, pack).joins or length == 1 else -1
    return -1
