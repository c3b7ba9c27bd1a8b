"""Statements: what an official, a state or a meeting's parties said (codebook, kind ``statement``)."""

from __future__ import annotations

from dragoman.find.mention import ActorMention
from dragoman.frame.draft import Draft, View, as_actor, state_actor
from dragoman.frame.parties import both, focus
from dragoman.frame.roles import expand
from dragoman.model import Actor

_SPEAKER = ("subj", "by", "from")
_TARGET = ("obj", "to", "with", "against", "for", "of", "on", "adj", "in", "from", "by", "between")


def statement(view: View) -> Draft | None:
    """One statement of the cue's type; the speaker is told in the clause or is the scene's."""
    group = view.cue.pattern.group
    if group is None or group.content:
        return None
    speakers = _speakers(view)
    if not speakers:
        return None
    type_ = group.type or "inform"
    if type_ == "inform":
        type_ = content_type(view) or "inform"
    inferred = type_ != (group.type or "inform")
    joint = len({s.state for s in speakers}) > 1
    actors = [as_actor("speaker", s) for s in speakers]
    targets = _targets(view, speakers, type_, joint)
    return view.draft("statement", actors + targets, "done", type=type_, topics=_topics(view), inferred=inferred)


def content_type(view: View) -> str | None:
    """What the words of a plain ``said that`` make of it: the type of the first content cue after the verb."""
    votes: dict[str, int] = {}
    for cue in view.sentence.cues:
        group = cue.pattern.group
        if group and group.kind == "statement" and group.content and group.type:
            votes[group.type] = votes.get(group.type, 0) + 1
    return max(sorted(votes), key=lambda t: votes[t]) if votes else None


def _speakers(view: View) -> list[ActorMention]:
    roles = view.args
    slots = [slot for slot, role in roles.items() if role == "speaker"] or ["subj"]
    rows: list[ActorMention] = []
    for slot in slots:
        if slot == "in":
            # "in Minsk they condemned": the capital speaks where nobody else does
            here = [] if rows or view.cue.impersonal else view.slots.get(slot, [])
            rows += [m for m in here if m.capital or m.form == "institution"]
            continue
        rows += [m for m in view.slots.get(slot, []) if m.marker in ("", "by", "from", "of") or slot != "subj"]
    pair = both(view)
    several = any(m.members for m in rows)
    rows = [m for m in expand(rows, pair) if m.state or m.name]
    if not rows and view.slots.get("by"):
        rows = [m for m in view.slots["by"] if m.state]
    if not rows and view.scene.header.speaker is None and view.cue.impersonal:
        rows = _unnamed(view, pair)
    speaker = view.scene.header.speaker
    if speaker is not None and (
        not rows or all(m.form in ("state", "ref", "institution") and m.state == view.scene.home for m in rows)
    ):
        rows = [speaker]
    rows = [_voice(view, m) for m in rows]
    first = rows[:1]
    return (
        [m for m in rows if m.list_id == first[0].list_id]
        if first and first[0].list_id
        else (rows if several or all(m in pair for m in rows) else first)
    )


def _voice(view: View, mention: ActorMention) -> ActorMention:
    """Who speaks for a side: the official of its state that the sentence or the one before has as its subject."""
    own = view.scan.pack.comma_clauses and mention.form in ("state", "org")
    if not (mention.form == "side" or own) or mention.name or mention.office:
        return mention
    here = [a for a in view.sentence.actors if a.end <= mention.start and a.office and a.marker in ("", "by")]
    told = [*reversed(here), *(() if own else view.scene.spoken.get(view.number, ())[:1])]
    return next((a for a in told if a.state == mention.state), mention)


def _unnamed(view: View, pair: list[ActorMention]) -> list[ActorMention]:
    """Who speaks in an impersonal passive: of an envoy who is told something the other state, after a meeting its
    parties together, else whoever the sentence before was about."""
    told = next((m.state for m in view.slots.get("obj", []) if m.state and (m.name or m.office)), None)
    if told:
        other = next((m for m in pair if m.state != told), None)
        return [other] if other else []
    rows = view.scan.sentences
    if any(cue.pattern.value in ("meeting", "body") for row in rows[: view.number + 1] for cue in row.cues):
        return pair if len(pair) == 2 else []
    before = rows[view.number - 1].actors if view.number else []
    return [a for a in before if a.state and not a.marker and not a.attributive][:1]


def _targets(view: View, speakers: list[ActorMention], type_: str, joint: bool) -> list[Actor]:
    own = {s.state for s in speakers}
    pair = set(view.scene.pair[:2])
    if joint:
        third = [
            m
            for slot in ("obj", "to", "against", "on", "with")
            for m in view.slots.get(slot, [])
            if m.state and m.state not in own and not (m.state in pair and own & pair)
        ]
        return [as_actor("target", third[0])] if third else []
    told = [m for slot in _TARGET for m in view.slots.get(slot, [])]
    if view.scan.pack.comma_clauses and told and told[0].ref in ("both", "both_heads") and told[0].state is None:
        # "proposed that both sides ...": to the other state, whoever stands for it
        others = [m.state for m in expand(told[:1], both(view)) if m.state and m.state not in own]
        return [state_actor("target", state) for state in others]
    for slot in _TARGET:
        for mention in expand(view.slots.get(slot, []), both(view)):
            if (
                mention.state
                and mention.state not in own
                and not (slot == "in" and type_ in ("support",) and mention.capital)
            ):
                if type_ == "inform" and slot not in ("obj", "to"):
                    continue
                rows = expand(view.slots[slot], both(view))
                listed = [m for m in rows if m.list_id and m.list_id == mention.list_id and m.state not in own]
                return [_target(m) for m in listed or [mention]]
    if type_ == "inform":
        return []
    after = [
        a
        for a in view.sentence.actors
        if a.state and a.state not in own and not (view.scan.pack.comma_clauses and a.capital and a.marker == "in")
    ]
    if after:
        low, high = view.window
        near = next((a for a in after if low <= a.start < high), None)
        return [_target(near) if near else state_actor("target", after[0].state or "")]
    state = next((s for s in focus(view) if s not in own), None)
    return [state_actor("target", state)] if state else []


def _target(mention: ActorMention) -> Actor:
    """A person addressed by name or office; behind ``his colleague`` or ``the guest`` stands the state."""
    return state_actor("target", mention.state) if mention.ref and mention.state else as_actor("target", mention)


def _topics(view: View) -> list[str]:
    """What is said: from the verb on, or the whole sentence where the verb stands behind the words."""
    span = view.sentence.span
    group = view.cue.pattern.group
    if view.scan.pack.comma_clauses and group and group.type != "inform":
        own = view.topics(view.cue.start, view.window[1])
        if own:
            return own
    return view.topics(view.cue.start, span.end) or view.topics(*span)
