"""Who heads a department of an institution: what stands between the office and the institution is the office's own.

``The director of the Asia department of the Canadian Foreign Ministry, X``, ``Die Leiterin der Asienabteilung im
kanadischen Außenministerium``, ``Директор департамента Азии МИД Канады X``.
"""

from __future__ import annotations

import functools
import re

from dragoman.find.glue import Unit
from dragoman.find.mention import Cue
from dragoman.lang.matcher import Hit
from dragoman.lang.pack import Pack, load

_HEADED_BY = ("senior_official", "deputy_minister", "spokesperson", "special_envoy", "other", "minister")
_SERVE = ("senior_official", "deputy_minister", "spokesperson")  # who serve at a ministry as such
_WORDS = 9  # words between the office and the institution
_LETTERS = 90
_SIGNS = re.compile(r"[^\w\s'’-]|\d")


@functools.cache
def _department(code: str) -> re.Pattern[str]:
    """The pack's words for departments; one with a star ends a compound."""
    words = load(code).words["departments"]
    return re.compile("|".join(rf"\w*{re.escape(w[1:])}" if w.startswith("*") else re.escape(w) for w in words))


@functools.cache
def _small(code: str) -> frozenset[str]:
    """The words that may join an office or department to its institution."""
    pack = load(code)
    rows = (pack.markers.get("of", ()), pack.markers.get("in", ()), pack.markers.get("at", ()))
    words = {word for row in rows for word in row} | pack.sets["articles"] | pack.sets["owner_articles"]
    return frozenset(part for word in words for part in word.lower().replace("'", "' ").split())


def with_departments(units: list[Unit], bucket: list[Hit], cues: list[Cue], folded: str, pack: Pack) -> list[Unit]:
    """The units of a sentence with the offices that take in the department which they head."""
    institutions = [unit for unit in units if unit.table == "institution"]
    if not institutions:
        return units
    heads = [
        Unit(hit.start, hit.end, "office", "senior_official", case=hit.case, surface=folded[hit.start : hit.end])
        for hit in bucket
        if hit.entry.table == "head" and not any(u.start < hit.end and hit.start < u.end for u in units)
    ]
    out = list(units)
    for office in sorted([*(u for u in units if u.table == "office"), *heads], key=lambda u: u.start):
        behind = next((u for u in institutions if u.start >= office.end), None)
        if office.value not in _HEADED_BY or behind is None or behind.start - office.end > _LETTERS:
            continue
        between = [u for u in out if office.end <= u.start and u.end <= behind.start]
        beside = (
            between[-1] if between and between[-1].table == "state" and between[-1].end + 1 == behind.start else None
        )
        end = _end_of_department(office, beside.start if beside else behind.start, folded, pack)
        inside = [u for u in between if u is not beside]
        told = any(u.table not in ("state", "org", "place") for u in inside)
        if end is None or told or any(office.end <= cue.start < end and _acts(cue) for cue in cues):
            continue
        office.end = end
        if beside and beside.form == "adj" and office.state is None:
            # "the department of the Canadian Foreign Ministry": the ministry is told with its state
            office.end, office.state = behind.end, beside.value
            inside = [*inside, beside, behind]
        out = [u for u in out if u not in inside]
        if office not in out:
            out.append(office)
    return sorted(out, key=lambda unit: unit.start)


def _acts(cue: Cue) -> bool:
    group = cue.pattern.group
    return group is not None and (group.verb or group.kind == "statement")


def _end_of_department(office: Unit, start: int, folded: str, pack: Pack) -> int | None:
    """Where the words that tell a department end, if such words and nothing else stand before what it is of."""
    gap = folded[office.end : start]
    words = gap.split()
    if not words or len(words) > _WORDS or _SIGNS.search(gap):
        return None
    regex = _department(pack.code)
    told = [word for word in (*folded[office.start : office.end].split(), *words) if regex.fullmatch(word)]
    small = _small(pack.code)
    while words and words[-1] in small:
        words.pop()
    joined = len(words) < len(gap.split()) or pack.case_of_head
    if not words and gap.strip() and office.value in _SERVE:
        return office.end  # "the state secretary at the Mongolian Foreign Ministry"
    if not told or not words or not joined:
        return None
    end = office.end
    for word in words:
        end = folded.index(word, end) + len(word)
    return end
