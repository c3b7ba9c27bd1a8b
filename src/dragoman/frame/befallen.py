"""Whom an act befalls where a noun names it, and who acts where a clause opens with a bare state."""

from __future__ import annotations

from dragoman.find.mention import ActorMention
from dragoman.frame.view import View

_OF_FORCE = ("assault", "coerce", "sanction", "retreat")  # acts of which a noun tells whom they befall
_SPACE, _NEAR = 2, 8  # letters between words that stand side by side, and between a noun and whom it befalls


def behind_noun(view: View, source: ActorMention | None) -> ActorMention | None:
    """Whom a noun of force befalls, told right behind it or its adjective, whoever speaks of it: ``The Peruvian raids
    on Ghana continue, Egypt said``."""
    group = view.cue.pattern.group
    if group is None or view.verbal or group.type not in _OF_FORCE or source is None:
        return None
    end = source.end if 0 <= source.start - view.cue.end <= _SPACE else view.cue.end
    marked = [slot for slot, role in view.args.items() if role == "target" and slot not in ("subj", "obj")]
    near = (a for a in view.sentence.actors if 0 <= a.start - end <= _NEAR and a.marker in marked)
    return next((a for a in near if a.state and a.state != source.state and not (a.name or a.office)), None)


def opening_state(view: View) -> ActorMention | None:
    """The bare state that opens a clause whose verb comes last, where the noun behind it is what the verb acts on and
    another state is told between: ``Peru hava sahasını Gana uçaklarına kapattı``."""
    group = view.cue.pattern.group
    if view.scan.pack.order != "sov" or not view.verbal or view.cue.passive or view.cue.impersonal:
        return None
    if group is None or group.type not in _OPENED or any(a.state for a in view.slots.get("subj", ())):
        return None
    first = next(iter(view.slots.get("obj", ())), None)
    if first is None or first.form != "state" or first.marker or first.start != view.window[0]:
        return None
    others = (a for a in view.sentence.actors if first.end < a.start < view.cue.end and a.state)
    return first if any(a.state != first.state and not (a.name or a.office) for a in others) else None


_OPENED = ("sanction", "mobilize")  # what a state does with what is its own
