"""Whom an act befalls where a noun names it, and who acts where a clause opens with a bare state."""

from __future__ import annotations

from dragoman.find.mention import ActorMention
from dragoman.frame.view import View

_OF_FORCE = ("assault", "coerce", "sanction", "retreat")  # acts of which a noun tells whom they befall
_WHOSE = 10  # letters between a noun and whose people it tells of
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


def own_people(view: View, source: ActorMention | None) -> ActorMention | None:
    """The people of who acts in the clause, within or right behind the words of a noun for holding or freeing them."""
    group = view.cue.pattern.group
    if view.verbal or source is None or view.scan.pack.order not in ("svo", "v2") or group is None:
        return None
    if group.type not in ("coerce", "retreat") or group.args.get("adj") != "target" or source.marker == "by":
        return None
    low, high = view.cue.start, view.cue.end + _WHOSE
    near = (a for a in view.sentence.actors if low < a.start <= high and a.form in ("adj", "people"))
    return next((a for a in near if a.state == source.state and a is not source), None)


def of_other_noun(view: View, actor: ActorMention) -> bool:
    """Whether an adjective is that of a noun told before the words of the act, where nouns have capitals: ``nach dem
    Tod eines saudischen Journalisten setzt X die Exporte aus``."""
    told = view.scan.text[actor.end : view.cue.start].split() if view.scan.pack.capitals == "nouns" else []
    return actor.form == "adj" and any(word[0].isupper() for word in told)
