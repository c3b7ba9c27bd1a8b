"""Names of persons, read from the text itself: no list of office holders is consulted."""

from __future__ import annotations

import functools
import re
from importlib import resources

from dragoman.lang.pack import Pack, load
from dragoman.text.fold import fold

_TOKEN = re.compile(r"[^\W\d_](?:[\w.]*\w)?(?:['’ʼ-](?!s\b)\w[\w.]*)*\.?", re.UNICODE)
_MAX_TOKENS = 6


@functools.cache
def given_names() -> frozenset[str]:
    """Given names of many countries as wires spell them; they tell a name from a noun."""
    folder = resources.files("dragoman.packs") / "world"
    files = [file for file in folder.iterdir() if file.name.startswith("given_names")]
    lines = [line.strip() for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    names = {line for line in lines if line and not line.startswith("#")}
    return frozenset(names | {fold(name) for name in names if not name[0].isupper()})


@functools.cache
def likely_names() -> frozenset[str]:
    """Names of many countries in the letters of a script without capitals: names where an office stands before them."""
    text = (resources.files("dragoman.packs") / "world" / "likely_names_arabic.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if not line.startswith("#"))


def capital_runs(text: str, start: int, end: int, pack: Pack) -> list[tuple[int, int]]:
    """Stretches of capitalised words (with particles such as ``bin`` between) inside ``[start:end]``."""
    runs = _Runs(text, end, pack)
    behind = start
    for piece in text[start:end].split(" "):
        at, behind = behind, behind + len(piece) + 1
        if piece.islower():
            # most words: no name, and but for particles none goes on
            runs.small(at, piece)
        elif piece.isalpha():
            runs.add(at, at + len(piece), piece)
        elif piece.lower() != piece:
            for found in _TOKEN.finditer(text, at, behind - 1):
                runs.add_elided(found) if pack.spelling.elision else runs.add(found.start(), found.end(), found.group())
    runs.close()
    return runs.closed


_LETTER = 3  # letters of a space, a name of one letter and the full stop of its sentence


class _Runs:
    """The runs of a stretch of text while its words are read; each word is told by its place."""

    def __init__(self, text: str, end: int, pack: Pack) -> None:
        self.closed: list[tuple[int, int]] = []
        self._text, self._end, self._pack = text, end, pack
        self._particles = _particles(pack.code)
        self._start = self._stop = -1  # of the run that is open
        self._pending = -1  # where the particle ends that may go on with it
        self._count = 0

    def close(self) -> None:
        """End the run that is open."""
        if self._start >= 0:
            ends = self._stop == self._end and self._text.endswith(".", self._start, self._stop)
            letter = ends and self._text.startswith(" ", self._stop - _LETTER)  # "met with Wang I."
            self.closed.append((self._start, self._stop - 1 if letter else self._stop))
        self._start = self._pending = -1
        self._count = 0

    def small(self, start: int, word: str) -> None:
        """A word of small letters."""
        if self._start < 0:
            return
        if word in self._particles and self._goes_on(start) and not self._joins(word):
            self._pending = start + len(word)
        else:
            self.close()

    def add_elided(self, found: re.Match[str]) -> None:
        """A word that others may be written onto: ``d'Ilham``."""
        token = _without_elision(found, self._text, self._end, self._pack)
        adjoins = token is not found and _adjoins(self._text, self._stop, found.start())
        if adjoins and found.group()[:2].lower() in self._particles:
            self._pending = token.start()  # "Giscard d'Estaing"
        self.add(token.start(), token.end(), token.group())

    def add(self, start: int, stop: int, word: str) -> None:
        """A word that may have a capital."""
        adjacent = self._start >= 0 and self._goes_on(start)
        if not _is_name_word(word, self._particles):
            if adjacent and word.lower() in self._particles and not self._joins(word):
                self._pending = stop
            else:
                self.close()
            return
        stop = _word_end(self._text, stop, word, self._end, self._pack.ordinal_dot)
        if adjacent and self._count < _MAX_TOKENS and "\n" not in self._text[self._stop : start]:
            self._stop, self._count = stop, self._count + 1
        else:
            self.close()
            self._start, self._stop, self._count = start, stop, 1
        self._pending = -1

    def _goes_on(self, start: int) -> bool:
        return _adjoins(self._text, max(self._stop, self._pending), start)

    def _joins(self, word: str) -> bool:
        """Whether a word that may also mean *too* stands behind a whole name and not after a first one."""
        return word in self._pack.sets["too"] and not is_given_name(self._text[self._start : self._stop])


def _adjoins(text: str, left: int, right: int) -> bool:
    """Whether nothing but blanks stands between two places, the first of which is known."""
    return left >= 0 and not text[left:right].strip(" \u00a0")


def _word_end(text: str, stop: int, word: str, last: int, ordinals: bool) -> int:
    """Where a word ends; a final stop that does not end a sentence belongs to an initial or, where ordinal numbers have
    one, to a Roman numeral: ``König Felipe VI. reiste``."""
    if not word.endswith("."):
        return stop
    if len(word) == 3 and word[1].islower() and not text[stop:last].strip():
        return stop - 1
    if not ordinals and _NUMERAL.fullmatch(word):
        return stop - 1
    return stop if len(word) <= 3 or _SHORT.fullmatch(word) else stop - 1


_SHORT = re.compile(r"[IVX]+\.|(?:\w\.)+")  # a Roman numeral, initials
_NUMERAL = re.compile(r"[IVX]{2,}\.")  # of one letter it may be an initial


# the Arabic article as Turkic languages write it before names: "es-Sisi", "əl-Sudani"
_JOINED_ARTICLES = frozenset(f"{vowel}{letter}-" for vowel in "eəuü" for letter in "lsrntdzş")


def _is_name_word(word: str, particles: frozenset[str]) -> bool:
    if "-" in word:
        article, _, rest = word.partition("-")
        if article in particles and rest[:1].isupper():
            return True  # "аль-Амри"
        if word[:3] in _JOINED_ARTICLES and word[3:4].isupper():
            return True
    return word[0].isupper() or (
        word[:2] in ("d'", "d’", "al", "el", "ad", "as", "an", "at", "ar", "az")
        and word[2:3] in ("-", "")
        and word[3:4].isupper()
    )


def _without_elision(token: re.Match[str], text: str, end: int, pack: Pack) -> re.Match[str]:
    """The word without what is written onto it: ``d'Ilham``, ``S'adressant``; ``N'Guessan`` is a word of its own."""
    cut = _elided(pack.spelling.elision).match(token.group()) if pack.spelling.elision else None
    if cut is None or (token.group()[0].isupper() and token.group()[cut.end()].isupper()):
        return token
    return _TOKEN.match(text, token.start() + cut.end(), end) or token


@functools.cache
def _elided(elision: str) -> re.Pattern[str]:
    return re.compile(elision.replace("'", "['’ʼ]") + r"(?=\w)", re.IGNORECASE)


@functools.cache
def _particles(code: str) -> frozenset[str]:
    return frozenset(load(code).words["particles"])


@functools.lru_cache(maxsize=65536)
def is_given_name(word: str) -> bool:
    """Whether a word is a given name; of a double name one half is enough."""
    names = given_names()
    if not word[:1].isupper():
        word = fold(word)  # scripts without capitals: hamza and the like are written or not
    return any(part in names for part in (word, *word.split("-")))


def has_given_name(name: str) -> bool:
    """Whether one of the first two words is a given name."""
    return any(is_given_name(word) for word in name.split()[:2])
