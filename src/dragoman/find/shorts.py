"""One-letter names of states, as Chinese writes them: ``中哈关系``, ``访美``, ``俄外长``, ``哈方``.

A letter stands for a state only in such surroundings (the pack's ``shorts``); one that several states share, or that
is a word of its own, only for a state that the text tells by its full name.
"""

from __future__ import annotations

import functools
import re

from dragoman.lang.matcher import Hit
from dragoman.lang.pack import Entry, Pack, load


@functools.cache
def _choice(code: str) -> str:
    words = sorted(load(code).short_states, key=len, reverse=True)
    longer = [re.escape(word) for word in words if len(word) > 1]
    letters = "".join(re.escape(word) for word in words if len(word) == 1)
    return "|".join([*longer, *([f"[{letters}]"] if letters else [])]) or "(?!)"


@functools.cache
def _grammar(code: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """The regular expressions of a side, of several states in a row, of a state before a word and behind one."""
    pack, chars = load(code), _choice(code)
    near = {key: pack.shorts.get(key, "(?!)") for key in ("side", "pair", "after", "before")}
    return (
        re.compile(f"(?P<short>{chars})(?:{near['side']})"),
        re.compile(f"(?P<short>(?:{chars}){{2,4}})(?={near['pair']})"),
        re.compile(f"(?P<short>{chars})(?={near['after']})"),
        re.compile(f"(?:{near['before']})(?P<short>{chars})"),
    )


@functools.cache
def _organisations(code: str) -> frozenset[str]:
    return frozenset(entry.value for entry in load(code).entries if entry.table == "org")


def find_shorts(folded: str, hits: list[Hit], pack: Pack) -> list[Hit]:
    """The states told by a letter, as hits of the forms ``side`` and ``short``."""
    if not pack.short_states:
        return []
    told: dict[str, int] = {}
    for hit in hits:
        if hit.entry.table in ("state", "org"):
            told[hit.entry.value] = told.get(hit.entry.value, 0) + (3 if hit.entry.form == "name" else 1)
    behind = {hit.end for hit in hits if hit.entry.table == "office"}
    found: list[Hit] = []
    side, pair, *single = _grammar(pack.code)
    for match in side.finditer(folded):
        state = _state(match.group("short"), told, pack, alone=True)
        if state:
            found.append(_hit(match.start(), match.end(), state, "side", pack))
    letters = re.compile(_choice(pack.code))
    for match in pair.finditer(folded):
        parts = [(part.start(), part.end(), part.group()) for part in letters.finditer(folded, *match.span("short"))]
        states = [_state(part[2], told, pack) for part in parts]
        if match.start() in behind:
            continue  # "the president Saixi" is no pair of Serbia and Spain
        if None not in states and len(set(states)) == len(states):
            found += [_hit(p[0], p[1], str(s), "short", pack) for p, s in zip(parts, states, strict=True)]
    for regex in single:
        for match in regex.finditer(folded):
            state = _state(match.group("short"), told, pack, alone=True)
            if state:
                found.append(_hit(*match.span("short"), state, "short", pack))
    return found


def _hit(start: int, end: int, state: str, form: str, pack: Pack) -> Hit:
    table = "org" if state in _organisations(pack.code) else "state"
    return Hit(start, end, Entry(table, "", state, form), "")


def _state(letter: str, told: dict[str, int], pack: Pack, alone: bool = False) -> str | None:
    """What a letter stands for: the state told most of those that it may stand for, else its own if it has one.

    A letter ``alone`` does so only if it is among the pack's ``sure``, which everybody knows.
    """
    own, states = pack.short_states[letter]
    known = [state for state in states if state in told]
    if known:
        return max(known, key=lambda state: told[state])
    return own if not alone or letter in pack.shorts.get("sure", "") else None


_LONGEST, _BEFORE = 2, 3  # letters of a state's name that may stand in a person's, and before it there


def outside_names(hits: list[Hit], folded: str, pack: Pack) -> list[Hit]:
    """Leave out states whose short names stand inside the name of who holds an office, there and wherever a text tells
    the name again: ``外长蒙卡达`` is not of ``卡达``."""
    if pack.spelling.spaces:
        return hits
    ends = {hit.end for hit in hits if hit.entry.table == "office"}
    names: set[str] = set()
    for hit in hits:
        if _may_be_named(hit, folded, pack):
            before = next((at for at in range(hit.start - 1, hit.start - _BEFORE, -1) if at in ends), hit.start)
            if before < hit.start and all(char in pack.name_letters for char in folded[before : hit.start]):
                names.add(folded[before : hit.end])
    if not names:
        return hits
    return [hit for hit in hits if not (_may_be_named(hit, folded, pack) and _ends_name(hit, folded, names))]


def _may_be_named(hit: Hit, folded: str, pack: Pack) -> bool:
    """Whether a state's name is short, and of letters that names are written with."""
    if hit.entry.table != "state" or hit.entry.form != "name" or hit.end - hit.start > _LONGEST:
        return False
    return all(char in pack.name_letters for char in folded[hit.start : hit.end])


def _ends_name(hit: Hit, folded: str, names: set[str]) -> bool:
    """Whether a state's name is the end of the beginning of one of the names."""
    return any(folded.endswith(name, 0, hit.end) for name in names)
