"""Meetings: encounters in person, by telephone or video (codebook, kind ``meeting``)."""

from __future__ import annotations

from dragoman.find.mention import ActorMention
from dragoman.frame.draft import Draft, View, as_actor
from dragoman.frame.parties import both, led
from dragoman.frame.roles import expand

_ACTING = ("state", "org", "ref", "institution", "capital")
_SLOTS = ("subj", "obj", "with", "by", "between", "of", "for", "from", "to")


def meeting(view: View) -> Draft | None:
    """One encounter with all who take part; fewer than two parties are completed from the scene."""
    pair = both(view)
    mentions = led(view, expand(_mentions(view), pair))
    people = [m for m in mentions if m.name or m.office]
    states = [m for m in mentions if not (m.name or m.office) and m.state and m.form in _ACTING]
    told = {p.state for p in people}
    beside = [s for s in states if s.state not in told]
    parties = _complete(people + beside, pair)
    if len({p.state for p in parties}) < 2 and not (len(parties) >= 1 and _type(view) == "multilateral"):
        return None
    status = view.status("done")
    type_ = _type(view)
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


def _mentions(view: View) -> list[ActorMention]:
    """Who may have met: those that ``between`` names, else all in the clause that are no place."""
    between = [m for m in view.slots.get("between", []) if m.state]
    if len({m.state for m in between}) > 1:
        return between
    out = []
    for slot in view.args or _SLOTS:
        for mention in view.slots.get(slot, []):
            place = mention.capital and mention.marker not in ("", "with", "between")
            if not place and (slot != "to" or mention.name or mention.office):
                out.append(mention)
    return out


def _type(view: View) -> str:
    group = view.cue.pattern.group
    return view.qualifier("meeting") or (group.type if group else None) or "bilateral"


def _complete(parties: list[ActorMention], pair: list[ActorMention]) -> list[ActorMention]:
    """With one side told, the other is the main pair's other side."""
    states = {p.state for p in parties}
    if len(states) >= 2:
        return parties
    return parties + [p for p in pair if p.state not in states][: 2 - len(states)]
