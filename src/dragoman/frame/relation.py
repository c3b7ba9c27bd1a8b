"""Relations: the level that the text gives relations between two parties (codebook, kind ``relation``)."""

from __future__ import annotations

import functools

from dragoman.frame.draft import Draft, state_actor
from dragoman.frame.parties import parties
from dragoman.frame.view import View
from dragoman.lang.pack import load

# levels that come about on a day
_NEAR = 45  # letters between relations and the word for their anniversary
_EVENTS = ("diplomatic_relations", "broken")


@functools.cache
def _tells_raised(code: str) -> bool:
    """Whether the pack has words for a level that is raised."""
    return any(rule.table == "status" and rule.value == "raised" for rule in load(code).rules)


def relations(view: View) -> list[Draft]:
    """One level for two parties; one for each of several that act alike towards one, or that one faces: ``A and B broke
    with C``, ``A established relations with B and C``."""
    listed = list(dict.fromkeys(m.state for m in view.slots.get("subj", []) if m.state and m.list_id))
    facing = [m for slot in ("with", "to", "obj") for m in view.slots.get(slot, [])]
    others = [m.state for m in facing if m.state and m.state not in listed]
    if len(listed) > 1 and others:
        return [draft for draft in (_relation(view, [state, others[0]]) for state in listed) if draft]
    one = listed[0] if listed else next((m.state for m in view.slots.get("subj", []) if m.state), None)
    faced = list(dict.fromkeys(m.state for m in facing if m.state and m.list_id and m.state != one))
    if one and len(faced) > 1:
        return [draft for draft in (_relation(view, [one, state]) for state in faced) if draft]
    states = parties(view)
    first = one or next(iter(states), None)
    if first and (beside := _right_behind(view, first)):
        states = [first, beside]  # "broke with A and established relations with B"
    draft = _relation(view, states[:2])
    return [draft] if draft else []


_BEHIND = 16  # letters of a preposition and an article


def _right_behind(view: View, one: str) -> str | None:
    """The state with which the words right behind a cue say that the relations are, where verbs do not come last."""
    if view.scan.pack.order == "sov":
        return None
    end = min(view.cue.end + _BEHIND, view.window[1])
    rows = (a for a in view.sentence.actors if view.cue.end <= a.start < end and a.marker in ("with", "to"))
    return next((a.state for a in rows if a.state and a.state != one), None)


def _celebrated(view: View) -> bool:
    """Whether the sentence only tells of the anniversary of relations: an anniversary is none of their levels."""
    words = view.scan.pack.words["anniversary"]
    low, high = max(view.sentence.span.start, view.cue.start - _NEAR), min(view.sentence.span.end, view.cue.end + _NEAR)
    return any(word in view.scan.folded[low:high] for word in words)


def _names_instrument(view: View) -> bool:
    """Whether the words of a level only tell what an instrument is on, and not that the level is raised by it: ``the
    Treaty of Friendship``, ``a declaration on deepening the strategic partnership``."""
    pack = view.scan.pack
    if not _tells_raised(pack.code) or pack.order == "sov" or not pack.spelling.spaces:
        return False
    if any(h.start < view.cue.start < h.end for h in view.sentence.documents):
        return True
    before = next((h for h in reversed(view.sentence.documents) if h.end <= view.cue.start), None)
    if before is None or view.cue.start - before.end > _NAME:
        return False
    raised = (rule for rule in view.sentence.rules if rule.pattern.value == "raised")
    if any(before.end <= rule.start < view.cue.start for rule in raised):
        return False
    between = view.scan.folded[before.end : view.cue.start].lstrip()
    words = (*pack.markers.get("on", ()), *pack.markers.get("of", ()))
    return between.startswith(tuple(f"{word} " for word in words)) and not any(mark in between for mark in ",;:(")


_NAME = 60  # letters of an instrument's name between its noun and the words of a level


def _relation(view: View, states: list[str]) -> Draft | None:
    """One level between two parties."""
    group = view.cue.pattern.group
    if group is None or len(states) < 2:
        return None
    if group.type == "diplomatic_relations" and _celebrated(view):
        return None
    if group.type not in _EVENTS and _names_instrument(view):
        return None
    status = view.status("done")
    if (
        _tells_raised(view.scan.pack.code)
        and group.type not in _EVENTS
        and status != "cancelled"
        and not view.rule("status", "raised")
    ):
        status = "done"  # who wants to deepen a partnership has one
    draft = view.draft(
        "relation",
        [state_actor("party", s) for s in states],
        status,
        type=group.type or "friendly",
        topics=["relations"],
    )
    mention = view.date_mention()
    if (
        group.type not in _EVENTS
        and mention
        and min(abs(mention.start - view.cue.end), abs(view.cue.start - mention.end)) > 40
    ):
        draft.date = draft.end_date = None  # a level is, it does not happen
    return draft
