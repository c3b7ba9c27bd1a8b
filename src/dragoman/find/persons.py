"""Names of persons, read from the text itself: no list of office holders is consulted."""

from __future__ import annotations

import functools
import re
from importlib import resources

from dragoman.lang.pack import Pack, load
from dragoman.text.fold import fold

_TOKEN = re.compile(r"[^\W\d_](?:[\w.]*\w)?(?:['’ʼ-](?!s\b)\w[\w.]*)*\.?", re.UNICODE)
# every capital, and of the letters that few texts have all
_CAPITAL = re.compile(f"[{''.join(filter(str.isupper, map(chr, range(0x530))))}\u0530-\u1fff\u2070-\U0010ffff]")
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
    runs: list[tuple[int, int]] = []
    run_start = run_end = -1
    count = 0
    particles = _particles(pack.code)
    pending = -1
    at = start
    while True:
        if run_start < 0:
            # words without a capital begin no name: leap over them
            capital = _CAPITAL.search(text, at, end)
            if capital is None:
                break
            at = max(at, text.rfind(" ", at, capital.start()) + 1)
        found = _TOKEN.search(text, at, end)
        if found is None:
            break
        at = found.end()
        word = found.group()
        if word.islower() and word.isalpha() and word not in particles:
            # most words: no name, and none goes on
            if run_start >= 0:
                runs.append((run_start, run_end))
                run_start = pending = -1
            continue
        token = _without_elision(found, text, end, pack) if pack.spelling.elision else found
        word = token.group()
        if token is not found and _adjoins(text, run_end, found.start()) and found.group()[:2].lower() in particles:
            pending = token.start()  # "Giscard d'Estaing"
        adjacent = run_start >= 0 and _adjoins(text, max(run_end, pending), token.start())
        if _is_name_word(word, particles):
            if adjacent and count < _MAX_TOKENS and "\n" not in text[run_end : token.start()]:
                run_end, count = _word_end(token, end), count + 1
            else:
                if run_start >= 0:
                    runs.append((run_start, run_end))
                run_start, run_end, count = token.start(), _word_end(token, end), 1
            pending = -1
        elif adjacent and word.lower() in particles and not _joins(word, text[run_start:run_end], pack):
            pending = token.end()
        else:
            if run_start >= 0:
                runs.append((run_start, run_end))
            run_start = pending = -1
            count = 0
    if run_start >= 0:
        runs.append((run_start, run_end))
    return runs


def _adjoins(text: str, left: int, right: int) -> bool:
    """Whether nothing but blanks stands between two places, the first of which is known."""
    return left >= 0 and not text[left:right].strip(" \u00a0")


def _joins(word: str, before: str, pack: Pack) -> bool:
    """Whether a word that may also mean *too* stands behind a whole name and not after a first one."""
    return word in pack.words["too"] and not is_given_name(before)


def _word_end(token: re.Match[str], last: int) -> int:
    """The end of a word; a final stop that does not end a sentence belongs to an initial or a Roman numeral."""
    word = token.group()
    if len(word) == 3 and word[1].islower() and not token.string[token.end() : last].strip():
        return token.end() - word.endswith(".")
    if word.endswith(".") and not (
        len(word) <= 3 or re.fullmatch(r"[IVX]+\.", word) or re.fullmatch(r"(?:\w\.)+", word)
    ):
        return token.end() - 1
    return token.end()


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
