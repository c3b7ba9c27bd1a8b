"""Messages: letters, telegrams, cables to a counterpart (codebook, kind ``message``)."""

from __future__ import annotations

from dragoman.find.mention import ActorMention
from dragoman.frame.draft import Draft, View, as_actor
from dragoman.frame.parties import both, focus
from dragoman.frame.roles import expand

_ARGS = {
    "subj": "sender",
    "by": "sender",
    "from": "sender",
    "of": "sender",
    "to": "recipient",
    "obj": "recipient",
    "for": "recipient",
    "with": "recipient",
}


def messages(view: View) -> list[Draft]:
    """One message for each of those listed as recipients; a side that is not told is the other of the main pair."""
    args = view.args or _ARGS
    senders: list[ActorMention] = []
    recipients: list[ActorMention] = []
    for slot, role in args.items():
        rows = [
            m for m in expand(view.slots.get(slot, []), both(view)) if m.state and not (m.capital and m.marker == "in")
        ]
        (senders if role == "sender" else recipients).extend(rows)
    senders = senders[:1]
    recipients = [r for r in recipients if r.state not in {s.state for s in senders}]
    recipients = [r for r in recipients if r is recipients[0] or (r.list_id and r.list_id == recipients[0].list_id)]
    if not senders and not recipients:
        return []
    if not senders or not recipients:
        known = (senders or recipients)[0]
        state = (
            view.scene.other(known.state)
            if known.state in view.scene.pair[:2]
            else next((s for s in focus(view) if s != known.state), None)
        )
        if state is None:
            return []
        person = view.scene.principal(state)
        other = ActorMention(0, 0, "person", state, person.office if person else None, person.name if person else None)
        senders, recipients = (senders, [other]) if senders else ([other], recipients)
    group = view.cue.pattern.group
    told = group.type if group else None
    type_ = told if told not in (None, "other") else view.qualifier("message") or "other"
    sender = [as_actor("sender", s) for s in senders]
    return [
        view.draft(
            "message",
            [*sender, as_actor("recipient", recipient)],
            view.status("done"),
            type=type_,
            topics=view.topics(),
        )
        for recipient in recipients[:8]
    ]
