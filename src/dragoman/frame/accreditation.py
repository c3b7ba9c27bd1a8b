"""Accreditation: envoys come, go, are sent away (codebook, kind ``accreditation``)."""

from __future__ import annotations

from dragoman.find.mention import ActorMention
from dragoman.frame.draft import Draft, View, as_actor, state_actor
from dragoman.frame.parties import focus
from dragoman.model import Actor

_ENVOY = ("ambassador", "delegation", "other", "special_envoy", "senior_official")


def accreditations(view: View) -> list[Draft]:
    """One record for each envoy told; without one, for the envoys that the act implies."""
    group = view.cue.pattern.group
    act = (group.act if group else None) or "appoint"
    envoys = [a for a in view.sentence.actors if a.office == "ambassador"]
    envoys += [a for a in envoys[:1] for a in view.sentence.actors if a.list_id and a.list_id == envoys[0].list_id and a.name and a not in envoys and a.office in (None, "ambassador")]
    if not envoys:
        envoys = [_unnamed(view, act)] if act in ("expel", "recall") else []
    out = []
    for envoy in envoys[:6]:
        draft = _one(view, act, envoy)
        if draft:
            out.append(draft)
    return out


def _unnamed(view: View, act: str) -> ActorMention:
    objects = [m for slot in ("obj", "adj", "of", "subj") for m in view.slots.get(slot, []) if m.state]
    actor = next(iter(view.slots.get("subj", [])), None)
    state = next((m.state for m in objects if actor is None or m.state != actor.state), None)
    return ActorMention(view.cue.start, view.cue.end, "office", state, "delegation")


def _one(view: View, act: str, envoy: ActorMention) -> Draft | None:
    sender = envoy.state
    others = [a for a in view.sentence.actors if a.state and a.state != sender]
    person = next((a for a in others if a.office in ("head_of_state", "head_of_government", "foreign_minister")), None)
    subject = next((m for m in view.slots.get("subj", []) if m.state and m.state != sender), None)
    receiver_state = (subject or person or next(iter(others), None))
    state = receiver_state.state if receiver_state else (view.scene.home if view.scene.home != sender else next((s for s in focus(view) if s != sender), None))
    if sender is None:
        sender = next((s for s in focus(view) if s != state), None)
    if sender is None or state is None or sender == state:
        return None
    receiver: Actor = as_actor("receiver", person) if person and act in ("present_credentials", "farewell") else state_actor("receiver", state)
    actors = [Actor("envoy", envoy.name, envoy.office, sender), state_actor("sender", sender), receiver]
    place, _ = view.place()
    draft = view.draft("accreditation", actors, view.status("done"), act=act, place=place)
    draft.at = envoy.start
    return draft


__all__ = ["accreditations"]
