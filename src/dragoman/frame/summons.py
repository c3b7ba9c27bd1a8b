"""Envoys who are called in: they meet the ministry that summons them, whatever it has to say."""

from __future__ import annotations

from dragoman.find.mention import ActorMention
from dragoman.find.units import ENVOYS
from dragoman.frame.accreditation import whose_are_sent_away
from dragoman.frame.draft import Draft, as_actor, state_actor
from dragoman.frame.view import View


def is_summons(view: View) -> bool:
    """Whether an envoy is only called in: the sentence tells of no complaint, which would be what is said there."""
    group = view.cue.pattern.group
    if group is None or not group.summons:
        return False
    others = (cue.pattern.group for cue in view.sentence.cues if cue.says and cue is not view.cue)
    return not any(other and other.type == "criticise" and not other.summons for other in others)


def summons(view: View, speakers: list[ActorMention]) -> Draft | None:
    """The meeting of an envoy with who summons him; in the passive only its state is told, or where he serves."""
    told = [m for m in view.sentence.actors if m.office in ENVOYS and m.state]
    envoy = min(told, key=lambda m: abs(m.start - view.cue.start), default=None)
    if envoy is None or _sent_away(view, envoy):
        return None
    host = next((m for m in speakers if m.state not in (None, envoy.state) and m.office not in ENVOYS), None)
    if host is None:
        # "вызвали в МИД Чада": the ministry where he is called to
        there = (m for m in view.sentence.actors if m.form == "institution" and m.institution in _MINISTRIES)
        host = next((m for m in there if m.state not in (None, envoy.state)), None)
    state = host.state if host is not None else envoy.post or view.scene.home
    if state is None or state == envoy.state:
        return None
    named = host is not None and not view.cue.impersonal and (host.name or host.office)
    own = as_actor("participant", host) if host is not None and named else state_actor("participant", state)
    actors = [own, as_actor("participant", envoy)]
    return view.draft("meeting", actors, view.status("done"), type="bilateral", topics=view.topics())


_MINISTRIES = ("foreign_minister", "head_of_state", "defence_minister")


def _sent_away(view: View, envoy: ActorMention) -> bool:
    """Whether the envoy is called in to be expelled, as this sentence tells, or the next of nobody else; not if the
    sentence only tells of another state's diplomats, over whom he is called in."""
    sent = [c for c in view.sentence.cues if c.pattern.group and c.pattern.group.act == "expel"]
    owners = [whose_are_sent_away(cue, view.sentence, view.scan.pack) for cue in sent]
    if owners and all(owner is not None and owner.state != envoy.state for owner in owners):
        return False
    rows, after = [view.sentence], view.scan.sentences[view.number + 1 : view.number + 2]
    rows += [row for row in after if not any(a.state and a.ref is None for a in row.actors)]
    groups = (cue.pattern.group for row in rows for cue in row.cues if cue.pattern.value == "accreditation")
    return any(group is not None and group.act == "expel" for group in groups)
