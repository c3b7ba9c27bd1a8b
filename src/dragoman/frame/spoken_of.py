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


def of_condemned(view: View) -> bool:
    """Whether a clause hangs on an attack that somebody condemns or regrets, who has not done it: ``Peru condemned the
    attack in Accra that killed six``."""
    pack, low = view.scan.pack, view.window[0]
    group = view.cue.pattern.group
    if group is None or group.type != "assault" or pack.order not in ("svo", "v2") or low not in view.sentence.barriers:
        return False
    said = [c for c in view.sentence.cues if c.says and c.type in ("criticise", "support") and c.end <= low]
    if any(c.says and low <= c.start < view.cue.start for c in view.sentence.cues):
        return False
    acting = [a for a in view.slots.get("subj", []) if not a.marker]
    return bool(said) and bool(acting) and all(a.end <= said[-1].start for a in acting)


def shared_with_critic(view: View) -> bool:
    """Whether a joint act is only what somebody criticises or rejects, and of no two others: ``protested against the
    exercises of Peru``."""
    group = view.cue.pattern.group
    if group is None or group.type != "cooperate" or view.verbal or view.scan.pack.order not in ("svo", "v2"):
        return False
    low, at = view.window[0], view.cue.start
    said = [c for c in view.sentence.cues if c.says and c.type in ("criticise", "reject") and low <= c.start]
    said = [c for c in said if 0 <= at - c.end <= _CRITICISED and "," not in view.scan.folded[c.end : at]]
    if not said or view.slots.get("between") or view.slots.get("with"):
        return False
    critics = {a.state for a in view.actors_in(low, said[0].start) if a.state}
    rows = [a for a in view.actors_in(said[0].end, view.window[1]) if a.state and a.state not in critics]
    whose = any(view.cue.distance(a) <= _OWN for a in rows)
    return whose and "defence" in view.topics_near() and len({a.state for a in rows if not a.capital}) < _TWO


_TWO = 2  # sides of a joint act
_OWN = 4  # letters between an act's noun and whose it is
_CRITICISED = 24  # letters between a verb that criticises and its object


def thanked_for(view: View) -> tuple[ActorMention, ActorMention] | None:
    """Who is thanked for aid that a noun tells has given it to who thanks: ``Peru agradeció a Ghana el envío de
    tiendas``, ``Peru thanked Ghana for the delivery of tents``."""
    group, pack = view.cue.pattern.group, view.scan.pack
    if group is None or group.type != "aid" or view.verbal or pack.order not in ("svo", "v2"):
        return None
    low, at = view.window[0], view.cue.start
    said = [c for c in view.sentence.cues if c.says and c.type == "support" and low <= c.start and c.end <= at]
    if not said:
        return None
    own = [a for a in view.slots.get("subj", []) if a.state and not a.marker and a.end <= said[0].start]
    rows = [a for a in view.actors_in(said[0].start, view.window[1]) if a.state and not a.attributive]
    if not own or len(rows) != 1 or rows[0].end > at or rows[0].state == own[0].state:
        return None
    return (rows[0], own[0]) if rows[0].marker in ("", "to", "obj") else None


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
