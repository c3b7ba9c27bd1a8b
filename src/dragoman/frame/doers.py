"""Who does what a noun names, and whether a verb only tells whom it befalls."""

from __future__ import annotations

from dragoman.find.mention import ActorMention
from dragoman.frame.view import View

Sides = tuple[ActorMention | None, ActorMention | None]  # who does something to whom, as far as told

_GIVEN = 24  # letters between what is given and from whom


def suffered(view: View) -> bool:
    """Whether a verb is a passive, also where its auxiliary stands among its own words: ``ont été arrêtés``."""
    if view.cue.impersonal:
        return True
    pack, words = view.scan.pack, view.scan.folded[view.cue.start : view.cue.end].split()
    if pack.passive_words:
        return any(word in pack.passive_words for word in words)
    return pack.order == "svo" and pack.looks("participle", words[-1])


def doer_of_noun(view: View) -> ActorMention | None:
    """By whom a noun of attack is told to be done, whoever it befalls; from whom a gift is: ``the bombing of A by B``,
    ``el bombardeo de A por aviones de B``, ``a grant from B will help A``."""
    group, pack = view.cue.pattern.group, view.scan.pack
    if pack.order == "sov" and group is not None and group.type == "assault" and view.args.get("by") == "source":
        return next((a for a in view.slots.get("by", ()) if a.state and a.end <= view.cue.start), None)
    if group is None or view.verbal or pack.order not in ("svo", "v2") or pack.comma_clauses:
        return None
    end, folded = view.cue.end, view.scan.folded
    if group.type == "aid" and view.args.get("from") == "source":
        return next((a for a in view.slots.get("from", ()) if a.state and 0 <= a.start - end <= _GIVEN), None)
    if group.type != "assault" or view.args.get("by") != "source":
        return None
    told = next((a for a in view.slots.get("by", ()) if a.state and a.start >= end), None)
    if told is not None or not pack.adjective_after_office:
        return told
    for actor in view.slots.get("adj", ()):
        words = folded[end : actor.start].split() if actor.start >= end else []
        if len(words) > 1 and words[-2] in pack.markers["by"]:
            return actor
    return None
