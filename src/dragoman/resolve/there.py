"""Whose officials are met where a clause says ``where`` or ``there``: those of the place told before it."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator

from dragoman.find.mention import ActorMention, Sentence
from dragoman.find.scan import Scan
from dragoman.lang.matcher import Hit
from dragoman.lang.pack import load
from dragoman.world import places_of_states


@functools.cache
def _regex(code: str, key: str) -> re.Pattern[str]:
    """The words of the language for the place told before (``there``) or that the dispatch is sent from (``here``)."""
    words = "|".join(map(re.escape, load(code).words[key]))
    if not load(code).spelling.spaces:
        return re.compile(words or "(?!)")
    return re.compile(rf"(?<!\w)(?:{words or '(?!)'})(?!\w)")


def told_by(scan: Scan, key: str, low: int, high: int) -> re.Match[str] | None:
    """Where a clause says ``there`` or ``here``, if it does."""
    clause = scan.folded[low:high]
    if not any(word in clause for word in scan.pack.words[key]):
        return None  # most clauses: sooner seen than searched for word by word
    return _regex(scan.pack.code, key).search(scan.folded, low, high)


def place_meant(scan: Scan, number: int, low: int, high: int, header_end: int) -> Hit | None:
    """The place that a clause's ``where`` or ``there`` stands for: the one told last before that word."""
    words = scan.pack.words["where"]
    if words and scan.folded.startswith(words, low):
        return next((hit for hit in reversed(scan.sentences[number].places) if hit.end <= low), None)
    match = told_by(scan, "there", low, high)
    if match is None:
        return None
    near = scan.sentences[max(0, number - 1) : number + 1]
    acting = {a.start for one in near for a in one.actors if a.capital and not (a.marker or a.attributive)}
    rows = [hit for one in near for hit in one.places if header_end <= hit.start < match.start()]
    rows = [hit for hit in rows if hit.start not in acting]  # "Baku sent two planes": a government is no place
    return rows[-1] if rows else None


def local_states(scan: Scan, header_end: int) -> dict[int, str]:
    """For officials met in such a clause, by where they are told: the state of the place meant."""
    out: dict[int, str] = {}
    if not (scan.pack.words["where"] or scan.pack.words["there"]):
        return out
    for number, row in enumerate(scan.sentences):
        stateless = any(actor.office and actor.state is None for actor in row.actors)
        for low, high in _clauses(row) if stateless else ():
            hit = place_meant(scan, number, low, high, header_end)
            state = places_of_states(hit)[1] if hit else None
            where = scan.folded.startswith(scan.pack.words["where"], low)
            state = (_state_before(scan, row, low) if where else None) or state
            match = told_by(scan, "there", low, high)
            start = low if where else match.end() if match else high
            out.update((a.start, state) for a in row.actors if state and start <= a.start < high and _met(a, where))
    return out


def _state_before(scan: Scan, row: Sentence, low: int) -> str | None:
    """The state told right before a clause that says where: ``Peru, where he met President X``."""
    for actor in row.actors:
        alone = actor.form == "state" and not (actor.name or actor.office)
        if alone and actor.end <= low and scan.folded[actor.end : low].strip(" ,") == "":
            return actor.state
    return None


def _clauses(row: Sentence) -> Iterator[tuple[int, int]]:
    """The clauses of a sentence, as its barriers part it."""
    edges = [row.span.start, *row.barriers, row.span.end]
    yield from itertools.pairwise(edges)


def _met(actor: ActorMention, where: bool) -> bool:
    """Whether an actor may be one who is met there, and not who came."""
    return bool(actor.office) and actor.state is None and bool(actor.marker or (actor.name and where))
