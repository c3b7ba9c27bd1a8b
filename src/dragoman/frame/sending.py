"""Who is sent abroad: ``The union will send its envoy to Lima``."""

from __future__ import annotations

from dataclasses import replace

from dragoman.find.mention import ActorMention
from dragoman.frame.parties import led
from dragoman.frame.view import View

_ENVOYS = ("special_envoy", "delegation")
_SENT = ("special_envoy", "delegation", "senior_official", "minister", "foreign_minister", "deputy_minister")
_BEHIND = 3  # letters between the words and who is sent


def travellers(view: View) -> tuple[list[ActorMention], list[ActorMention]]:
    """Who is sent, told in the words or right beside them, for the state that sends; and where to: an envoy's own words
    may take in the place (``its envoy to Lima``)."""
    cue = view.cue
    acting = [m for m in view.slots.get("subj", []) if m.state]
    sender = next((m for m in acting if m.office not in _ENVOYS), acting[0] if acting else None)
    near = [a for a in view.sentence.actors if a.start < cue.end + _BEHIND and cue.start <= a.end and a.office in _SENT]
    guest = next((a for a in near if (a is not sender or a.office in _ENVOYS) and _is_of(a, sender)), None)
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
    guests = [replace(one, state=state) for one in led(view, [told])]
    return (guests, hosts) if hosts or refs or view.place(("to", "in"))[0] else ([], [])


def _is_of(envoy: ActorMention, sender: ActorMention | None) -> bool:
    """Whether an envoy may be of the state that sends: ``its envoy`` is, whosever is told nearby."""
    own = envoy.office in _ENVOYS and not envoy.name
    return sender is None or own or envoy.state in (None, sender.state)
