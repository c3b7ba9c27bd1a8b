"""Meetings: encounters in person, by telephone or video (codebook, kind ``meeting``)."""

from __future__ import annotations

from dragoman.find.mention import ActorMention
from dragoman.frame.draft import Draft, View, as_actor
from dragoman.frame.parties import both, led
from dragoman.frame.roles import expand

_ACTING = ("state", "org", "ref", "institution", "capital", "side")
_SLOTS = ("subj", "obj", "with", "by", "between", "of", "for", "from", "to")


def meetings(view: View) -> list[Draft]:
    """One encounter, or one with each where the clause says so: ``A ve B ile ayrı ayrı görüştü``."""
    low, high = view.window
    apart = any(word in view.scan.folded[low : min(high, view.cue.end)] for word in view.scan.pack.words["apart"])
    slot = "with" if view.slots.get("with") else "obj"
    others = [o for o in view.slots.get(slot, []) if o.list_id] if apart else []
    drafts = []
    for other in others if len({o.state for o in others}) > 1 else [None]:
        if other is not None:
            view.slots[slot] = [other]
        drafts.append(meeting(view))
    return [draft for draft in drafts if draft]


def meeting(view: View) -> Draft | None:
    """One encounter with all who take part; fewer than two parties are completed from the scene."""
    pair = both(view)
    mentions = led(view, expand(_mentions(view), pair))
    people = [m for m in mentions if m.name or m.office]
    states = [m for m in mentions if not (m.name or m.office) and m.state and m.form in _ACTING]
    told = {p.state for p in people}
    beside = [s for s in states if s.state not in told]
    if view.scan.pack.order == "sov" and set(view.args) == {"subj", "by"} and not people:
        beside, pair = [], _met_before(view) or pair
    several = any(m.form == "org" for m in beside) and (_type(view) == "multilateral" or _alone(people, beside))
    parties = people + beside if several else _complete(people + beside, pair)
    type_ = "multilateral" if several else _type(view)
    if len({p.state for p in parties}) < 2 and not (len(parties) >= 1 and type_ == "multilateral"):
        return None
    if (
        view.scan.pack.order == "sov"
        and set(view.args) == {"subj", "obj", "by"}
        and not any(m.name or m.office or m.ref for m in view.slots.get("obj", []))
    ):
        return None  # who is received is a person: a budget or a law is passed
    status = view.status("done")
    if type_ == "bilateral" and len({p.state for p in parties if p.state}) > 2:
        type_ = "multilateral"
    place = view.place(("in",))[0] if type_ not in ("phone", "video") else None
    return view.draft(
        "meeting",
        [as_actor("participant", p) for p in parties],
        status,
        type=type_,
        place=place,
        topics=view.topics(*view.sentence.span),
    )


def _alone(people: list[ActorMention], states: list[ActorMention]) -> bool:
    """Whether only an organisation met, told by its members' leaders: ``七国集团领导人会晤``."""
    return not people and len(states) == 1 and states[0].loose


_BACK = 3


def _met_before(view: View) -> list[ActorMention]:
    """Who met by one of the last sentences: what was then on the table tells nobody anew."""
    for row in reversed(view.scan.sentences[max(0, view.number - _BACK) : view.number]):
        if any(cue.pattern.value in ("meeting", "visit") for cue in row.cues):
            sides: dict[str, ActorMention] = {}
            for actor in row.actors:
                if actor.state and (actor.name or actor.office):
                    sides.setdefault(actor.state, actor)
            if len(sides) > 1:
                return list(sides.values())[:2]
    return []


def _mentions(view: View) -> list[ActorMention]:
    """Who may have met: those that ``between`` names, else all in the clause that are no place."""
    between = [m for m in view.slots.get("between", []) if m.state]
    if view.scan.pack.order == "sov" and not view.verbal:
        between = [m for m in between if m.start < view.cue.start]
    if len({m.state for m in between}) > 1:
        return between
    out = []
    # a noun that tells of a meeting has those who met before it where verbs come last
    behind = view.scan.pack.order == "sov" and not view.verbal
    for slot in view.args or _SLOTS:
        for mention in view.slots.get(slot, []):
            place = mention.capital and mention.marker not in ("", "with", "between")
            if not place and (slot != "to" or mention.name or mention.office):
                out.append(mention)
    before = [m for m in out if m.start < view.cue.end]
    return before if behind and before else out


def _type(view: View) -> str:
    group = view.cue.pattern.group
    return view.qualifier("meeting") or (group.type if group else None) or "bilateral"


def _complete(parties: list[ActorMention], pair: list[ActorMention]) -> list[ActorMention]:
    """With one side told, the other is the main pair's other side."""
    states = {p.state for p in parties}
    if len(states) >= 2:
        return parties
    return parties + [p for p in pair if p.state not in states][: 2 - len(states)]
