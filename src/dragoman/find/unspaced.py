"""Names in a script with neither capitals nor spaces: ``外交部长王毅同伊朗外长阿拉格齐通电话``.

A name stands right behind an office or before one. Where it ends is told by what it is written with: names from
elsewhere take few letters (the pack's ``name_letters``), native ones begin with a surname (``surnames``), of two or
three letters. Any name ends where a word begins that the pack knows.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

import ahocorasick_rs

from dragoman.find.dates import find_dates
from dragoman.find.glue import Unit
from dragoman.find.mention import HEADS, Sentence
from dragoman.lang.matcher import Hit
from dragoman.lang.pack import Pack, load
from dragoman.text.sentences import Span

_HARD = ("date", "document", "body", "clause")
_DOTS = "·・•‧"
_DOT = re.compile(f"[{_DOTS}]")
_NATIVE, _LONGEST, _WORD = 3, 5, 9
_LEAST = 2  # states in a list


@functools.cache
def _stop_words(code: str) -> ahocorasick_rs.AhoCorasick:
    """Words before which a name ends and behind which one may begin, the longest at each place."""
    pack = load(code)
    words = {*pack.name_stops, *pack.words["and"], *(word for words in pack.markers.values() for word in words)}
    return ahocorasick_rs.AhoCorasick(sorted(words), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)


class UnspacedReader:
    """Reads the names of one sentence."""

    def __init__(self, text: str, folded: str, pack: Pack, span: Span, units: list[Unit]) -> None:
        self._text, self._folded, self._pack, self._span, self._units = folded, folded, pack, span, units
        self._stops: set[int] = set()
        self._ends: set[int] = set()
        self._words: set[int] = set()
        self._days: set[int] = set()

    def _know(self, row: Sentence, bucket: list[Hit]) -> None:
        spans = [(hit.start, hit.end) for hit in bucket if hit.entry.table in _HARD]
        spans += [(cue.start, cue.end) for cue in (*row.cues, *row.rules)]
        spans += [(unit.start, unit.end) for unit in self._units if not self._inside_foreign(unit)]
        low, end = self._span
        words = _stop_words(self._pack.code).find_matches_as_indexes(self._folded[low:end])
        spans += [(low + first, low + last) for _, first, last in words]
        self._stops = {start for start, _ in spans}
        self._words = {start for start, end in spans if end - start > 1}
        self._days = {hit.start for hit in bucket if hit.entry.table == "date" and hit.end - hit.start > 1}
        days = [hit for hit in bucket if hit.entry.table == "date"]
        self._ends = {end for _, end in spans} | {
            date.end for date in find_dates(self._folded, low, end, days, self._pack)
        }

    def _inside_foreign(self, unit: Unit) -> bool:
        """Whether a letter that may stand for a state, or a city, stands in the part of a name behind a dot:
        ``彼得·瑙吉``, ``伊万·萨拉萨尔``."""
        short = unit.table == "state" and unit.end - unit.start == 1
        if not (short or unit.table == "place" or unit.form == "capital"):
            return False
        letters = _DOT.split(self._text[max(0, unit.start - _LONGEST) : unit.start])
        near = len(letters) > 1 and all(char in self._pack.name_letters for char in letters[-1])
        return near and all(map(self._part, range(unit.start, unit.end)))

    def runs(self, row: Sentence, bucket: list[Hit]) -> list[tuple[int, int]]:
        """The names of the sentence: with dots, behind an office, before an office."""
        if not self._units and not any(dot in self._text for dot in _DOTS):
            return []
        self._know(row, bucket)
        found: list[tuple[int, int]] = []
        for run in (*self._with_dots(), *self._behind(), *self._before(), *self._appointed()):
            if self._pack.no_name and self._pack.no_name.match(self._folded, run[1]):
                continue
            numbered = self._pack.name_after.match(self._text, run[1]) if self._pack.name_after else None
            run = (run[0], numbered.end()) if numbered else run
            if all(run[1] <= other[0] or other[1] <= run[0] for other in found):
                found.append(run)
        return sorted(found)

    def _with_dots(self) -> Iterator[tuple[int, int]]:
        at = self._span.start
        while 0 <= (at := self._dot(at)) < self._span.end:
            end = self._onward(at + 1)
            while end < self._span.end and self._text[end] in _DOTS:
                end = self._onward(end + 1)
            start = self._backward(at)
            if start < at and end > at + 1:
                for unit in [u for u in self._units if u.start < end and start < u.end]:
                    self._units.remove(unit)
                yield start, end
            at = max(end, at + 1)

    def _dot(self, at: int) -> int:
        return next((i for i in range(at, self._span.end) if self._text[i] in _DOTS), -1)

    def _part(self, at: int) -> bool:
        """Whether a letter may stand inside a name from elsewhere."""
        char = self._text[at]
        return char in self._pack.name_letters or char in "-." or (char.isascii() and char.isalpha())

    def _onward(self, at: int) -> int:
        """Where the part of a name ends that begins behind a dot; one strange letter between others belongs to it."""
        bound = [
            u.start for u in self._units if (u.end - u.start > 1 or u.table != "state") and not self._inside_foreign(u)
        ]
        low = at
        while at < self._span.end and at - low < 12 and (at == low or (at not in self._stops and at not in bound)):
            strange = not self._part(at)
            next_ = at + 1
            goes_on = next_ < self._span.end and (self._part(next_) or next_ in self._stops or next_ in bound)
            if strange and not (self._is_letter(at) and goes_on):
                break
            at += 1
        if at == low + 1 and not self._part(low):
            return low
        return at

    def _backward(self, at: int) -> int:
        """Where the part of a name begins that ends before a dot."""
        ends = {u.end for u in self._units if not u.start < at <= u.end}
        offices = [u.end for u in self._units if u.table in ("office", "title", "ref") and u.end < at]
        told = max(offices, default=self._span.start)
        written = all(self._is_letter(i) or self._text[i] == "-" for i in range(told, at))
        if at - told <= _NATIVE * 3 and told > self._span.start and written:
            return told  # an office right before it
        first = at
        while first > self._span.start and at - first < 8 and first not in ends:
            if not (self._is_letter(first - 1) or self._text[first - 1] == "-"):
                break
            inside = first not in self._ends or first == at
            if not inside or not (self._part(first - 1) or (first - 1 in ends)):
                break
            first -= 1
        return first

    def _behind(self) -> Iterator[tuple[int, int]]:
        for at, unit in enumerate(self._units):
            several = self._of_several(at)
            held = unit.table in ("office", "title") or (unit.table == "ref" and unit.value == "counterpart")
            if not held and not several:
                continue
            limit = self._limit(at)
            start = unit.end + (self._text[unit.end : unit.end + 1] == " ")
            end = self._read(start, limit)
            while end:
                yield start, end
                start = self._joined(end) if several else 0
                end = self._read(start, limit) if start else 0

    def _of_several(self, at: int) -> bool:
        """Whether an office is held for several states, so that several names may stand behind it: ``A和B外长X与Y``,
        ``A、B两国总统X和Y``."""
        unit = self._units[at]
        if unit.table == "ref":
            return unit.value in HEADS and bool(unit.form)
        if unit.table != "office" or at < _LEAST:
            return False
        one, other = self._units[at - 2 : at]
        both = one.table == other.table == "state" and other.end == unit.start
        return both and (other.form == "short" == one.form or self._joined(one.end) == other.start)

    def _joined(self, end: int) -> int:
        """Where what stands behind an *and* begins that begins at a place; 0 if none does."""
        words = ("、", *self._pack.words["and"])
        return next((end + len(word) for word in words if self._text.startswith(word, end)), 0)

    def _limit(self, at: int) -> int:
        """Where a name behind an office ends at the latest: at the next unit. A city inside a row of letters that
        names are written with is a part of the name: ``总理阿尔巴尼斯``."""
        start = self._units[at].end
        while at + 1 < len(self._units):
            behind = self._units[at + 1]
            inside = start < behind.start and all(map(self._part, range(start, behind.end)))
            if not inside or not (behind.table == "place" or behind.form == "capital"):
                return behind.start
            self._units.pop(at + 1)
            self._stops.discard(behind.start)
        return self._span.end

    def _is_letter(self, at: int) -> bool:
        return "\u4e00" <= self._text[at] <= "\u9fff"

    def _read(self, start: int, limit: int) -> int:
        """Where the name ends that begins at ``start``; 0 if none does."""
        if start >= limit or not self._is_letter(start) or (start in self._stops and not self._bounded(start, limit)):
            return 0
        letters = self._pack.name_letters
        end = start
        while end < limit and (end == start or end not in self._stops):
            hyphen = self._text[end] == "-" and end > start and end + 1 < limit and self._text[end + 1] in letters
            if not hyphen and self._text[end] not in letters:
                break
            end += 1
        if "-" in self._text[start:end]:
            return end
        foreign = end - start
        stop = start + 1
        while stop < limit and stop not in self._stops and self._is_letter(stop) and stop - start < _LONGEST + 1:
            stop += 1
        joins = stop == start + 2 and stop + 1 < limit and self._text[stop] in self._pack.sets["and"]
        ends = joins and (stop + 1 in self._stops or self._text[stop + 1].isdigit())
        links = (*self._pack.words["and"], *self._pack.markers["with"])
        linked = stop == start + 2 and self._text[stop : stop + 1] in links
        ends = ends or (linked and stop + 1 < self._span.end and not self._text[stop + 1].isalnum())
        if ends and self._text[start] in self._pack.surnames:
            stop += 1  # "and" before a date or verb joins nothing: it is the name's own letter
        known_end = stop >= limit or stop in self._stops or not self._is_letter(stop)
        surname = 2 if self._text[start : start + 2] in self._pack.surnames else 1
        if stop == start + surname and self._text[start:stop] in self._pack.surnames and stop < limit:
            if surname > 1 and (stop in self._words or not self._is_letter(stop)):
                return stop  # told by the surname alone: 首相鸠山3日访美
            # a given name is at least one letter, whatever word that letter may be
            stop = start + surname + 1
            last = min(limit, start + surname + _NATIVE - 1)
            while stop < last and stop not in self._stops and self._is_letter(stop):
                stop += 1
            return stop if stop <= limit else 0
        if self._text[start : start + 2] in self._pack.surnames and stop - start > 2:
            return min(stop, start + _NATIVE + 1)
        if self._text[start] in self._pack.surnames and (foreign < 3 or (known_end and stop - start <= _NATIVE)):
            return min(stop, start + _NATIVE) if stop - start > 1 else 0
        if foreign >= 3 or (foreign == 2 and stop - start > _LONGEST):
            return end
        if known_end and 2 <= stop - start <= _LONGEST:
            return stop
        return end if foreign >= 2 else 0

    def _bounded(self, start: int, limit: int) -> bool:
        """Whether a word is a surname here: a name of two or three letters ends where a known word begins."""
        if self._text[start] not in self._pack.surnames or start + 1 in self._stops or start + 2 > limit:
            return False
        if start in self._days:
            return False  # 周 is a surname, 周二 a day
        words = _stop_words(self._pack.code).find_matches_as_indexes(self._folded[start : start + _WORD])
        if words and words[0][1] == 0 and words[0][2] > 1:
            return False  # 关 is a surname, 关于 a word
        return any(start + length in self._stops or start + length == limit for length in (2, 3))

    def _before(self) -> Iterator[tuple[int, int]]:
        for at, unit in enumerate(self._units):
            if unit.table not in ("office", "title"):
                continue
            low = self._units[at - 1].end if at else self._span.start
            if low < unit.start:
                start = self._read_back(low, unit.start)
                if start >= 0:
                    yield start, unit.start

    def _appointed(self) -> Iterator[tuple[int, int]]:
        """Names beside words such as *appointed*."""
        words = self._pack.appointed
        for word in words.get("behind", ()):
            at = self._folded.find(word, *self._span)
            if at >= 0:
                start = at + len(word)
                end = self._read(start, min((u.start for u in self._units if u.start >= start), default=self._span.end))
                if end:
                    yield start, end
        for word in words.get("before", ()):
            at = self._folded.find(word, *self._span)
            low = max((u.end for u in self._units if u.end <= at), default=self._span.start)
            start = self._read_back(low, at) if at > low else -1
            if start >= 0:
                yield start, at

    def _read_back(self, low: int, end: int) -> int:
        """Where the name begins that ends right before an office; -1 if there is none."""
        letters, surnames = self._pack.name_letters, self._pack.surnames
        start = end
        while start > low and self._text[start - 1] in letters and (start == end or start not in self._ends):
            start -= 1
        bounded = start == low or start in self._ends or not self._is_letter(start - 1)
        if end - start >= 2 and (bounded or end - start >= 3) and start not in self._stops:
            return start
        for length in (2, 3, 4):
            first = end - length
            known = self._text[first] in surnames if length < 4 else self._text[first : first + 2] in surnames
            if first >= low and known and all(map(self._is_letter, range(first, end))):
                edge = first == low or first in self._ends or not self._is_letter(first - 1)
                if edge and not any(first <= stop < end for stop in self._stops):
                    return first
        return -1
