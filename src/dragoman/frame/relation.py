"""Relations: the level that the text gives relations between two parties (codebook, kind ``relation``)."""

from __future__ import annotations

from dragoman.frame.draft import Draft, state_actor
from dragoman.frame.parties import parties
from dragoman.frame.view import View
from dragoman.lang.matcher import Hit

# levels that come about on a day
_NEAR = 45  # letters between relations and the word for their anniversary
_EVENTS = ("diplomatic_relations", "broken")


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
    Treaty of Friendship``, ``a declaration on deepening the strategic partnership``, ``ortaklık anlaşması``."""
    start, end = view.cue.start, view.cue.end
    rows = view.sentence.documents
    around = next((h for h in rows if h.start < start < h.end or h.start < end < h.end), None)
    if around is not None:
        return not _raised(view, around.start, around.end)
    behind = next((h for h in rows if 0 <= h.start - end <= _NAME), None)
    if behind is not None and _leads_to(view, behind):
        return True
    before = next((h for h in reversed(rows) if h.end <= start), None)
    if before is None or start - before.end > _NAME or view.scan.pack.order == "sov":
        return False
    if _raised(view, before.end, start + 1):
        return False
    pack, between = view.scan.pack, view.scan.folded[before.end : start].lstrip()
    words = (*pack.markers.get("on", ()), *pack.markers.get("of", ()), *pack.sets["owner_articles"])
    construct = pack.order == "vso" and not between  # "اتفاقية الشراكة"
    parted = any(mark in between for mark in ",;:(")
    return construct or (between.startswith(tuple(f"{word} " for word in words)) and not parted)


def _leads_to(view: View, noun: Hit) -> bool:
    """Whether an instrument's noun stands right behind the words of a level, which are then of its name."""
    pack, folded = view.scan.pack, view.scan.folded
    between = folded[view.cue.end : noun.start].strip(" -")
    if pack.spelling.spaces:
        return not between and pack.order in ("svo", "sov")
    low = max(view.window[0], view.cue.start - _VERB)
    linked = not between or between.startswith(pack.words["attributive"])
    return linked and len(between) <= _VERB and not _raised(view, low, view.cue.start + 1)


_VERB = 6  # letters of a verb before, and of what links and qualifies a noun behind, where no spaces part words


def _raised(view: View, low: int, high: int) -> bool:
    """Whether words between two places say that a level is raised."""
    return any(r.pattern.value == "raised" and low <= r.start < high for r in view.sentence.rules)


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
    if group.type not in _EVENTS and status != "cancelled" and not view.rule("status", "raised"):
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
