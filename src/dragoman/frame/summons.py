"""An envoy who is summoned: the words tell an encounter; what is complained of there the sentence tells or not."""

from __future__ import annotations

from dataclasses import replace

from dragoman.find.units import ENVOYS
from dragoman.frame.draft import Draft
from dragoman.frame.view import View
from dragoman.model import Actor


def summoned(view: View, draft: Draft) -> Draft | None:
    """The encounter instead of the criticism, where the sentence tells only that an envoy was called in, and not what
    he or she had to hear there; nothing where it was to be told to leave."""
    group = view.cue.pattern.group
    if group is None or not group.summons or _told_off(view):
        return draft
    if any(c.pattern.group and c.pattern.group.act == "expel" for c in view.sentence.cues):
        return None
    actors = [_taking_part(actor) for actor in draft.actors]
    if len({actor.state for actor in actors if actor.state}) != _SIDES:
        return draft
    return replace(draft, kind="meeting", type="bilateral", status=view.status("done"), actors=actors)


_SIDES = 2
_COMPLAINTS = ("criticise", "request", "reject", "threaten")


def _told_off(view: View) -> bool:
    """Whether other words of the sentence tell a complaint or demand: ``was summoned and handed a note of protest``."""
    cues = (c for c in view.sentence.cues if c.pattern.value == "statement" and c.type in _COMPLAINTS)
    return any(c.end <= view.cue.start or c.start >= view.cue.end for c in cues)


def _taking_part(actor: Actor) -> Actor:
    """One side of the encounter; who summons an envoy is none."""
    if actor.role == "speaker" and actor.office in ENVOYS:
        return Actor("participant", None, None, actor.state)
    return replace(actor, role="participant")
