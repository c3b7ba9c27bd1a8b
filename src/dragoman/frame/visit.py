"""Visits: an official travels to another state (codebook, kind ``visit``)."""

from __future__ import annotations

from dragoman.find.mention import ActorMention
from dragoman.frame.draft import Draft, View, as_actor, state_actor
from dragoman.frame.roles import expand
from dragoman.frame.parties import both
from dragoman.model import Actor

_HOST_MARKERS = ("to", "in", "of")


def visit(view: View) -> Draft | None:
    """One visit: its guests, the receiving state (with its person where he or she invites or receives)."""
    args = view.args or {"subj": "guest", "obj": "host", "to": "host", "in": "host", "of": "guest"}
    guests: list[ActorMention] = []
    hosts: list[ActorMention] = []
    for slot, role in args.items():
        mentions = expand(view.slots.get(slot, []), both(view))
        (guests if role == "guest" else hosts).extend(m for m in mentions if m not in guests and m not in hosts)
    place, place_state = view.place(("to", "in", "from")) 
    if place is None:
        place, place_state = _direct_place(view)
    guests = [g for g in guests if g.office or g.name] or [g for g in guests if g.state and g.form in ("adj", "state", "people")]
    if not guests:
        guests = _attribute(view)
    if not guests:
        return None
    guests = _one_side(guests)
    guest_state = guests[0].state
    host_state = _host_state(view, hosts, guest_state, place_state)
    if host_state is None or host_state == guest_state:
        return None
    if place_state is not None and place_state != host_state:
        place = None
    actors = [as_actor("guest", g) for g in guests] + [_host(hosts, host_state)]
    status = view.status("done")
    draft = view.draft("visit", actors, status, type=view.qualifier("visit") or _group_type(view), place=place)
    scene = view.scene
    if status == "ongoing" and draft.date is None:
        draft.date = scene.date.isoformat()
    if draft.place is None and status in ("ongoing", "done") and scene.header.place_state == host_state and not draft.background:
        draft.place = scene.header.place
    return draft


def _group_type(view: View) -> str:
    group = view.cue.pattern.group
    return (group.type if group else None) or "unspecified"


def _direct_place(view: View) -> tuple[str | None, str | None]:
    """The place that the verb takes as its object: ``visited Aden``."""
    from dragoman.world import places_of_states

    for hit in view.place_hits():
        if 0 <= hit.start - view.cue.end <= 12:
            return places_of_states(hit)
    return None, None


def _attribute(view: View) -> list[ActorMention]:
    """The guest of a nominal cue: ``the Kazakh leader's visit``, ``Besuch des Präsidenten``."""
    near = [a for a in view.sentence.actors if (a.office or a.name) and a.end <= view.cue.start + 1 and view.cue.start - a.end < 25]
    if near:
        return near[-1:]
    after = [a for a in view.slots.get("of", []) + view.slots.get("by", []) if a.office or a.name]
    return after[:1]


def _one_side(guests: list[ActorMention]) -> list[ActorMention]:
    """Guests of the first one's state: those of another state make a visit of their own."""
    first = guests[0]
    return [g for g in guests if g.state == first.state]


def _host_state(view: View, hosts: list[ActorMention], guest_state: str | None, place_state: str | None) -> str | None:
    for host in hosts:
        if host.state and host.state != guest_state:
            return host.state
    if place_state and place_state != guest_state:
        return place_state
    scene = view.scene
    here = scene.header.place_state
    if here and here != guest_state and (view.status("done") == "ongoing" or view.sentence.paragraph <= 2):
        return here
    return scene.other(guest_state)


def _host(hosts: list[ActorMention], state: str) -> Actor:
    person = next((h for h in hosts if h.state == state and (h.name or h.office) and h.marker in ("", "by", "of", "with")), None)
    return as_actor("host", person) if person else state_actor("host", state)
