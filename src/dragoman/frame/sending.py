"""Who is sent abroad: ``The union will send its envoy to Lima``."""

from __future__ import annotations

from dataclasses import replace

from dragoman.find.mention import ActorMention
from dragoman.frame.view import View

_SENT = ("special_envoy", "delegation", "senior_official", "minister", "foreign_minister", "deputy_minister")
_BEHIND = 3  # letters between the words and who is sent


def travellers(view: View) -> tuple[list[ActorMention], list[ActorMention]]:
    """Who is sent, told in the words or right beside them, for the state that sends; and where to: an envoy's own words
    may take in the place (``its envoy to Lima``)."""
    sender = next((m for m in view.slots.get("subj", []) if m.state), None)
    cue = view.cue
    near = [a for a in view.sentence.actors if a.start < cue.end + _BEHIND and cue.start <= a.end and a.office in _SENT]
    guest = next((a for a in near if a is not sender and (sender is None or a.state in (None, sender.state))), None)
    state = sender.state if sender else guest.state if guest else None
    if state is None:
        return [], []
    at = cue.start
    told = replace(guest, state=state) if guest else ActorMention(at, at, "office", state, "delegation")
    rows = [m for slot in ("to", "in") for m in view.slots.get(slot, []) if m.state not in (None, state)]
    hosts = [m for m in rows if not (m.office or m.name)]
    if not hosts and guest is not None and guest.post not in (None, state):
        hosts = [ActorMention(guest.end, guest.end, "state", guest.post, marker="to")]
    refs = any(m.ref for slot in ("to", "in") for m in view.slots.get(slot, []))
    return ([told], hosts) if hosts or refs or view.place(("to", "in"))[0] else ([], [])
