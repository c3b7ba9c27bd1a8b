"""Who meets where the words tell only the states whose people they are: ``experts from A and B``."""

from __future__ import annotations

from dataclasses import replace

from dragoman.find.mention import ActorMention
from dragoman.frame.view import View


def from_several(view: View) -> list[ActorMention]:
    """The states of those who meet, where only these tell them: ``ministers from A, B and C met``."""
    rows = [m for m in view.slots.get("from", []) if m.list_id and m.state and not (m.name or m.office)]
    return rows if len({m.state for m in rows}) > 1 else []


def of_two_adjectives(view: View) -> list[ActorMention]:
    """The states whose adjectives share the noun of those who meet, with nobody else told to act: ``Perulu ve Kenyalı
    uzmanlar buluştu``, ``les experts péruviens et kényans se sont réunis``."""
    low, cue = view.window[0], view.cue
    rows = [a for a in view.actors_in(low, cue.start) if not a.venue]
    if any(a.name or a.office for a in rows):
        return []
    listed = [a for a in rows if a.form == "adj" and a.list_id and a.state]
    if len({a.state for a in listed}) < len(listed) or len(listed) < _TWO or len({a.list_id for a in listed}) > 1:
        return []
    others = [a for a in rows if not (a in listed or a.marker in _WHERE or _is_noun(a, listed))]
    others += [m for slot in _MET for m in view.slots.get(slot, []) if m.name or m.office]
    noun = view.scan.folded[listed[-1].end : cue.start].strip(" ,")
    if others or not (noun or (view.verbal and view.scan.pack.order == "svo")):
        return []
    return [replace(a, form="state", marker="", possessive=False) for a in listed]


_TWO = 2
_WHERE = ("in", "at", "on")
_MET = ("with", "obj", "to", "by")


def _is_noun(actor: ActorMention, adjectives: list[ActorMention]) -> bool:
    """Whether a word that stands for several is the noun that the adjectives share: ``both diplomats``."""
    return bool(actor.ref) and (actor.end <= adjectives[0].start or 0 <= actor.start - adjectives[-1].end <= 1)
