"""Those whom somebody meets or calls each alone: one meeting with each of them."""

from __future__ import annotations

import itertools

from dragoman.find.mention import ActorMention
from dragoman.frame.view import View


def met_alone(view: View, apart: bool, called: bool) -> str | None:
    """The place of the clause in which those stand who are met each alone, if any are."""
    slot = next((s for s in (_APART if apart else _CALLED if called else ()) if _several(view, s, apart)), None)
    return slot or next((s for s in _MET if _one_by_one(view, view.slots.get(s, []))), None)


def told_apart(view: View) -> bool:
    """Whether the clause says that those who are met are met each alone: ``ayrı ayrı``."""
    told = view.scan.folded[view.window[0] : _met_last(view)]
    return any(word in told for word in view.scan.pack.words["apart"])


def _met_last(view: View) -> int:
    """Where the verb ends, or who is met last begins where they stand behind it."""
    last = view.scan.pack.order == "sov"
    behind = [m.start for slot in ("with", "obj") for m in view.slots.get(slot, ()) if not last]
    return min(max(view.cue.end, *behind, view.window[0]), view.window[1])


def _one_by_one(view: View, rows: list[ActorMention]) -> bool:
    """Whether words between those who are met tell that each is met alone: ``met A and later B``, or what was talked
    about with the first does: ``spoke with A about trade and with B about visas``."""
    pack = view.scan.pack
    gap = " " if pack.spelling.spaces else ""
    held = [m for m in rows if m.name and m.office]
    for one, other in itertools.pairwise(held):
        told = view.scan.folded[one.end : other.start].replace(",", " ").split()
        between = gap + gap.join(told) + gap
        if any(gap + word + gap in between for word in pack.words["met_next"]):
            return True
        if one.marker == other.marker == "with" and pack.order in ("svo", "v2") and gap:
            rest = [word for word in told if word not in pack.sets["articles"]]
            again = len(rest) > _AND_WITH and rest[-1] in pack.markers["with"]
            if again and (rest[-2] in pack.sets["and"] or not any(word in pack.sets["and"] for word in rest)):
                return True
    return False


_AND_WITH = 2  # words that join another to somebody who is met with the first
_APART = ("with", "obj", "subj")
_CALLED = ("to", "obj", "with")
_MET = ("with", "obj")


def _several(view: View, slot: str, apart: bool) -> bool:
    """Whether several are told at a place of the clause: of different states, or by name, each met or called alone."""
    rows = view.slots.get(slot, [])
    named = len(rows) > 1 and all(m.name for m in rows)
    return named or (apart and len({m.state for m in rows}) > 1)
