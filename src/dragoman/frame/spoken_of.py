"""Whether the words of an act only speak of it: refused, threatened, judged, claimed, or what came of another act."""

from __future__ import annotations

from dragoman.find.mention import ActorMention, Cue
from dragoman.frame.view import View


def refused(view: View) -> bool:
    """Whether a noun names what somebody refuses or threatens in the same clause: ``lehnten einen Abzug ab``."""
    pack = view.scan.pack
    group = view.cue.pattern.group
    said = _SAID_OF.get(group.type or "") if group else None
    if said is None or view.verbal or pack.comma_clauses or pack.order not in ("svo", "v2"):
        return False
    low, at = view.window[0], view.cue.start
    cues = [cue for cue in view.sentence.cues if cue.says and cue.type == said and low <= cue.start <= at]
    return any(at - cue.end <= _REFUSED for cue in cues)


_REFUSED = 24  # letters between a verb that refuses and the noun of what is refused


# what is refused, and what is only threatened, is not done
_SAID_OF = {"retreat": "reject", "concede": "reject", "assault": "threaten"}


def only_results(view: View) -> bool:
    """Whether a participle behind a comma only tells what came of an attack: ``struck a village, killing six``."""
    group, folded = view.cue.pattern.group, view.scan.folded
    words = folded[view.cue.start : view.cue.end].split()[:1]
    if group is None or group.type != "assault" or not view.scan.pack.verb_form("result", *words):
        return False
    before = (cue for cue in view.sentence.cues if cue.type == "assault" and cue.end <= view.cue.start)
    return folded.endswith(", ", 0, view.cue.start) and any(cue.pattern.value == "action" for cue in before)


def claimed(view: View) -> bool:
    """Whether somebody only says so to accuse: ``... шоғырландырды деп айыптады``."""
    quoting = view.scan.pack.words["quoting"]
    end = view.cue.end
    if not quoting or view.scan.folded[end : end + 12].split()[:1] not in [[word] for word in quoting]:
        return False
    after = (cue.pattern.group for cue in view.sentence.cues if end <= cue.start < end + 30)
    return any(group and group.kind == "statement" and group.type in _CLAIMS for group in after)


_CLAIMS = ("criticise", "reject", "threaten")


def only_spoken_of(view: View) -> bool:
    """Whether a noun names the act in what somebody says of it: the speaker has not done it."""
    last = view.scan.pack.order == "sov"
    said = (cue for cue in view.sentence.cues if cue.says and not cue.impersonal)
    return not view.verbal and any(view.cue.end <= cue.start if last else cue.end <= view.cue.start for cue in said)


def only_named(view: View) -> bool:
    """Whether a noun names an act that its clause's subject need not have done: spoken of, or a war as a topic."""
    group = view.cue.pattern.group
    war = group is not None and group.told and group.type == "assault"
    return only_spoken_of(view) or (war and not view.verbal)


def only_judged(view: View) -> bool:
    """Whether the act is what somebody condemns or denies, and nobody is told to have done it."""
    judged = [
        cue
        for cue in view.sentence.cues
        if cue.says
        and cue.type in ("criticise", "reject", "support")
        and view.window[0] <= cue.start
        and cue.end <= view.cue.start
    ]
    return bool(judged) and not view.actors_in(judged[-1].end, view.cue.start)


def disclaimed(view: View) -> bool:
    """Whether somebody denies to have done it: ``A bestritt, B angegriffen zu haben``."""
    return view.having and _told_of(view, "reject") is not None


def accused(view: View) -> tuple[ActorMention, ActorMention] | None:
    """Who is accused of having done it, and to whom: if to nobody else, to who says so: ``A warf B vor, ein Schiff
    beschossen zu haben``."""
    cue = _told_of(view, "criticise") if view.having else None
    if cue is None:
        return None
    slots = View(view.scan, view.scene, view.number, cue).slots
    own = [m for m in slots.get("subj", []) if m.state]
    end = view.cue.start
    told = (m for slot in ("obj", "to", "against") for m in slots.get(slot, []) if m.state and m.end <= end)
    blamed = next((m for m in told if own and m.state != own[0].state), None)
    if blamed is None:
        return None
    rows = (a for a in view.sentence.actors if blamed.end <= a.start < view.window[1] and a.marker not in _ASIDE)
    third = next((a for a in rows if a.state not in (None, blamed.state, own[0].state)), None)
    return blamed, third or own[0]


_ASIDE = ("in", "from", "after", "as", "on")  # how places and circumstances are told


def _told_of(view: View, type_: str) -> Cue | None:
    """The verb of saying before the cue that tells of it in the same sentence."""
    cues = (c for c in reversed(view.sentence.cues) if c.says and c.end <= view.cue.start)
    return next((cue for cue in cues if cue.type == type_), None)
