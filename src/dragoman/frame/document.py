"""Documents: instruments between states and what happens to them (codebook, kind ``document``)."""

from __future__ import annotations

from dragoman.find.mention import ActorMention
from dragoman.frame.draft import Draft, View, as_actor, state_actor
from dragoman.frame.parties import both, parties
from dragoman.frame.roles import expand
from dragoman.lang.matcher import Hit

_REACH = 160
_MOST = 8


def documents(view: View) -> list[Draft]:
    """One draft for each document noun of the clause that the act goes with."""
    group = view.cue.pattern.group
    act = (group.act if group else None) or "mention"
    out = []
    nouns = _nouns(view)
    status = view.status("done")
    for noun in nouns:
        low, high = view.window
        states = _between(view, noun) or parties(view, min(low, noun.start), max(high, noun.end))
        if not states:
            continue
        actors = [state_actor("party", state) for state in states[:_MOST]]
        if act == "sign" and status == "done" and noun.entry.value != "plural":
            actors += [as_actor("signatory", m) for m in _signers(view, states)]
        place, _ = view.place()
        draft = view.draft(
            "document", actors, status, type=_type(noun, group.type if group else None), act=act, place=place,
            topics=_topics(view, noun, nouns), name=view.scan.text[noun.start : _phrase_end(view, noun, nouns)],
        )  # fmt: skip
        draft.at = noun.start
        out.append(draft)
    return out


def _signers(view: View, states: list[str]) -> list[ActorMention]:
    """Who puts the name under it: the agents where any are told, else the subject."""
    mentions = view.slots.get("by") or view.slots.get("subj", [])
    if view.args.get("with") == "signatory":
        mentions = [*mentions, *view.slots.get("with", [])]
    if view.scan.pack.comma_clauses:
        mentions = [m for m in mentions if m.ref != "both"]  # "the sides" are states, whoever signed for them
    return [m for m in expand(mentions, both(view)) if m.name and m.state in states]


def _between(view: View, noun: Hit) -> list[str]:
    """The states that the noun's own phrase names: ``the agreement between X and Y``."""
    rows = [a for a in view.slots.get("between", []) if a.state and 0 <= a.start - noun.end < 80]
    states = list(dict.fromkeys(a.state for a in rows if a.state))
    return states if len(states) > 1 else []


def _type(noun: Hit, group_type: str | None) -> str:
    if noun.entry.value == "plural":
        return "package"
    return group_type or noun.entry.value


def _nouns(view: View) -> list[Hit]:
    """The document nouns of the cue's clause; without any there, the nearest of the sentence."""
    low, high = view.window
    rows = [h for h in view.sentence.documents if low <= h.start < high and view.cue.distance(h) <= _REACH]
    if rows:
        return rows[:4]
    near = [h for h in view.sentence.documents if view.cue.distance(h) <= 60]
    if view.scan.pack.comma_clauses:
        listed = [h for h in near if h.start >= view.cue.end and _enumerated(view, h)]
        if listed:
            return listed[:4]
        near = [h for h in near if h.end <= view.cue.start]
    return sorted(near, key=lambda h: view.cue.distance(h))[:1]


def _enumerated(view: View, noun: Hit) -> bool:
    """Whether a word such as *including* stands between the act and a noun."""
    between = view.scan.folded[view.cue.end : noun.start]
    return any(word in between for word in view.scan.pack.markers.get("as", ()))


def _phrase_end(view: View, noun: Hit, nouns: list[Hit]) -> int:
    """Where the noun's phrase may end: at the next noun, the act or the clause's end."""
    ends = [h.start for h in nouns if h.start > noun.start] + [view.window[1]]
    if view.cue.start > noun.start:
        ends.append(view.cue.start)
    stop = min(ends)
    comma = view.scan.text.find(",", noun.end, stop)
    return max(noun.end, comma if comma > 0 else len(view.scan.text[:stop].rstrip()))


def _topics(view: View, noun: Hit, nouns: list[Hit]) -> list[str]:
    """What the noun's phrase is about, with the words right before it (``a cultural exchange programme``)."""
    low = max([view.window[0], noun.start - 30, *(h.end for h in nouns if h.end <= noun.start)])
    return view.topics(low, _phrase_end(view, noun, nouns)) or ["relations"]
