"""Seats of government told by their state alone: ``in der türkischen Hauptstadt``, ``the capital of Kenya``."""

from __future__ import annotations

import functools
import re

from dragoman.lang.matcher import Hit
from dragoman.lang.pack import Entry, Pack, load
from dragoman.text.fold import find_word

_BESIDE = 2  # letters between the word and the city that it is said of


@functools.cache
def _seat(code: str) -> re.Pattern[str]:
    """The pack's words for a capital; the edge before them is looked at by `_next`."""
    edge = r"(?!\w)" if load(code).spelling.spaces else ""
    return re.compile(rf"(?:{'|'.join(map(re.escape, load(code).words['seat']))}){edge}")


def _next(pack: Pack, folded: str, start: int) -> re.Match[str] | None:
    """The next word for a capital; where words have no spaces it has no edges."""
    regex = _seat(pack.code)
    return find_word(regex, folded, start, len(folded)) if pack.spelling.spaces else regex.search(folded, start)


@functools.cache
def _joins(code: str) -> re.Pattern[str]:
    """What may stand between such a word and its state: an *of*, an article, or nothing."""
    pack = load(code)
    words = "|".join(re.escape(word) for word in (*pack.markers.get("of", ()), *pack.words["articles"]))
    return re.compile(rf" (?:(?:{words}) ){{0,2}}")


def seats_of(hits: list[Hit], folded: str, pack: Pack) -> list[Hit]:
    """The capitals that the text tells by the word for one and a state beside it, each a hit of the form ``capital``.

    Where the city follows by name (``the Kenyan capital Nairobi``) it tells itself.
    """
    out: list[Hit] = []
    words = pack.words["seat"][:1] if pack.order == "sov" else pack.words["seat"]
    if not any(word in folded for word in words):
        return out
    end = 0
    gap = int(pack.spelling.spaces)
    while match := _next(pack, folded, end):
        end = match.end()
        if pack.order == "sov":
            out += _with_case(match, hits, pack)
            continue
        states = [hit for hit in hits if hit.entry.table == "state" and hit.entry.form in ("adj", "name")]
        if any(hit.entry.form == "capital" and gap <= hit.start - match.end() <= _BESIDE for hit in hits):
            continue
        for hit in states:
            owner = hit.entry.form == "adj" or bool(hit.suffix) or not gap
            before = hit.end + gap == match.start() and owner
            behind = gap and hit.entry.form == "name" and _joins(pack.code).fullmatch(folded, match.end(), hit.start)
            if before or behind:
                entry = Entry("state", hit.entry.surface, hit.entry.value, "capital")
                out.append(Hit(min(hit.start, match.start()), max(hit.end, match.end()), entry, ""))
                break
    return out


def _with_case(match: re.Match[str], hits: list[Hit], pack: Pack) -> list[Hit]:
    """The capital that a word with a case tells behind its state, where nouns bear their endings: ``Küba'nın
    başkentinde``, ``Küba başkentine``. The pack's first word for one is that without an ending."""
    ending = match.group()[len(pack.words["seat"][0]) :]
    letter = pack.default_suffix.get("capital", "")
    case = pack.case(letter if letter in pack.declensions else "", ending) if ending else None
    for hit in hits if case else ():
        state = hit.entry.table == "state" and hit.entry.form in ("adj", "name")
        if state and hit.end + 1 == match.start() and (not hit.suffix or hit.case in (None, "of")):
            entry = Entry("state", hit.entry.surface, hit.entry.value, "capital")
            return [Hit(hit.start, match.end(), entry, ending, case)]
    return []
