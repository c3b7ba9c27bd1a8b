"""Who is asked to act, and by whom: ``Iraq called on Türkiye to withdraw its troops``."""

from __future__ import annotations

from dragoman.find.mention import ActorMention, same_side
from dragoman.frame.view import View


def requested_of(view: View) -> ActorMention | None:
    """Who is asked to do it in the same clause, or in the one that its infinitive hangs on: ``Iraq called on Türkiye to
    withdraw its troops``."""
    if view.scan.pack.order == "sov":
        return _requested_last(view)
    low, _ = view.window
    before = (view.infinitive or _opens_bidden(view)) and low in view.sentence.barriers
    low = view.sentence.clause_start(low - 1) if before else low
    bidden = told_to(view)
    for cue in view.sentence.cues:
        if cue.says and cue.type == "request" and low <= cue.start < view.cue.start:
            if not bidden and cue.end > view.cue.start:
                continue  # "exhorté le Rwanda à retirer" takes in the verb of what is asked
            slots = View(view.scan, view.scene, view.number, cue).slots if before or bidden else view.slots
            own = {m.state for m in slots.get("subj", [])}
            rows = [m for slot in ("obj", "to", "from", "on") for m in slots.get(slot, [])]
            return next((m for m in rows if m.state and m.state not in own and m.start < view.cue.start), None)
    return None


def _opens_bidden(view: View) -> bool:
    """Whether a clause begins with the word behind which verbs tell what is asked, and its verb: ``instó a Perú a que
    libere``."""
    words = view.scan.folded[view.window[0] : view.cue.start].split()
    return bool(words) and len(words) <= _OPENING and words[0] in view.scan.pack.sets["to_do"]


_OPENING = 2  # words of a clause before its verb


def wanted(view: View) -> bool:
    """Whether the words of an act take in those with which somebody asks for it: ``came to ask for aid``."""
    start, end = view.cue.start, view.cue.end
    return any(c.says and c.type == "request" and start < c.start and c.end < end for c in view.sentence.cues)


def _requested_last(view: View) -> ActorMention | None:
    """Who is asked to do it where the verb that asks comes last: ``Peru Gana'dan balıkçıları bırakmasını istedi``."""
    start, end = view.cue.start, view.cue.end
    asking = (c for c in view.sentence.cues if c.says and c.type == "request" and c.end > end and start < c.start)
    if not any(c.start - end <= _ASKS for c in asking):
        return None
    own = {m.state for m in view.slots.get("subj", []) if not m.marker}
    rows = (m for m in view.slots.get("from", []) if m.state and m.state not in own and m.end <= start)
    return next(rows, None) if own else None


_ASKS = 2  # letters between what is asked and the verb that asks


def addressed_by(view: View) -> tuple[ActorMention, ActorMention] | None:
    """Who is asked to do it where the request names nobody, and who asks: those of the clause before in which one
    speaks to the other: ``A召见B大使,要求拆除哨所``."""
    low = view.window[0]
    if not view.scan.pack.comma_clauses or low not in view.sentence.barriers or view.actors_in(low, view.cue.start):
        return None
    request = [c for c in view.sentence.cues if c.says and c.type == "request" and low <= c.start < view.cue.start]
    if not request or request[0].start - low > _LEADS:
        return None
    first = view.sentence.clause_start(low - 1)
    if not any(cue.says and cue.type == "criticise" and first <= cue.start < low for cue in view.sentence.cues):
        return None
    rows = [a for a in view.actors_in(first, low) if a.state and not a.attributive]
    other = next((a for a in rows[1:] if a.state != rows[0].state), None)
    return (other, rows[0]) if other is not None else None


_LEADS = 3  # letters between a comma and the verb that opens a clause


def asker(view: View, source: ActorMention | None) -> ActorMention | None:
    """Who asks somebody to make amends: it is to them that they are made: ``A demanded that B pay damages``."""
    group, low = view.cue.pattern.group, view.window[0]
    if source is None or group is None or view.scan.pack.order not in ("svo", "v2"):
        return None
    released = group.type == "retreat" and group.told and not (source.name or source.office)
    if group.type != "concede" and not released:
        return None
    low = view.sentence.clause_start(low - 1) if low in view.sentence.barriers else low
    requests = (c for c in view.sentence.cues if c.says and c.type == "request" and low <= c.start)
    request = next((c for c in requests if c.start < source.start < view.cue.start), None)
    if request is None:
        return None
    rows = [a for a in view.actors_in(low, request.start) if a.state and not (a.marker or a.attributive)]
    return rows[-1] if rows and not same_side(rows[-1], source) else None


def told_to(view: View) -> bool:
    """Whether a word of infinitives stands before the verb, with an adverb at most between: ``to (fully) lift``."""
    words = view.scan.folded[view.window[0] : view.cue.start].replace("'", " ").split()[-2:]
    return view.scan.pack.order == "svo" and any(word in view.scan.pack.sets["to_do"] for word in words)
