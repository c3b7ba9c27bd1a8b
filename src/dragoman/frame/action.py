"""Actions: any other act of a state towards another that PLOVER would code (codebook, kind ``action``)."""

from __future__ import annotations

from dragoman.find.mention import ActorMention
from dragoman.frame.draft import Draft, View, as_actor, state_actor
from dragoman.frame.parties import both, focus
from dragoman.frame.roles import expand
from dragoman.model import Actor

_SOURCE = ("subj", "by", "adj", "from")
_TARGET = ("obj", "to", "against", "on", "for", "with", "of", "in", "from")


def action(view: View) -> Draft | None:
    """One act with its source and target; a joint act has both states as sources."""
    group = view.cue.pattern.group
    if group is None:
        return None
    source = _pick(view, "source", _SOURCE, None)
    target = _pick(view, "target", _TARGET, source)
    if source is None and target is None:
        return None
    pair = view.scene.pair[:2]
    if source is None and target is not None:
        state = next((s for s in focus(view) if s != target.state), None)
        source = ActorMention(0, 0, "state", state) if state else None
    if target is None and source is not None:
        state = next((s for s in [*focus(view), *pair] if s != source.state), None)
        target = ActorMention(0, 0, "state", state) if state else None
    if source is None or target is None or source.state == target.state:
        return None
    second = "source" if "joint" in view.args.values() else "target"
    actors: list[Actor] = [_actor("source", source), _actor(second, target)]
    place, _ = view.place()
    return view.draft("action", actors, view.status("done"), type=group.type or "cooperate", place=place, topics=view.topics(), name=None)


def _actor(role: str, mention: ActorMention) -> Actor:
    """Acts are states' acts, whoever of them does or suffers it."""
    return state_actor(role, mention.state) if mention.state and not mention.surface else as_actor(role, mention)


def _pick(view: View, role: str, default: tuple[str, ...], taken: ActorMention | None) -> ActorMention | None:
    slots = [slot for slot, r in view.args.items() if r == role] or list(default)
    for slot in slots:
        for mention in expand(view.slots.get(slot, []), both(view)):
            if mention.state and (taken is None or mention.state != taken.state):
                return mention
    return None
