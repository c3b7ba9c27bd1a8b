"""Who receives a guest, and of which state: told with the visit's words, by an invitation, or by where it leads."""

from __future__ import annotations

from dataclasses import replace

from dragoman.find.mention import ActorMention, Cue
from dragoman.frame.draft import as_actor, state_actor
from dragoman.frame.view import View
from dragoman.lang.matcher import Hit
from dragoman.model import Actor
from dragoman.world import capitals, places_of_states

_AFTER = 3  # a space, a quote
BEHIND = 30  # how far behind words of inviting the host is told
NEAR = 40  # how far from a visit's words its length is told, in characters
_INVITES = ("", "by", "of", "with", "inviting")  # how a host in person is told
HOST_MARKERS = ("to", "in", "of")
_INVITING = ("by", "with", "inviting")  # of a list told so the first receives
ARGS = {"subj": "guest", "obj": "host", "to": "host", "in": "host", "of": "guest"}
PAIR = 2  # states of which each would be a guest of the other


def at_embassy(view: View, hosts: list[ActorMention]) -> bool:
    """Whether somebody goes to an embassy, and to no other state: ``visited the Ghanaian embassy``."""
    missions = [hit for hit in view.sentence.bodies if hit.entry.value == "mission"]
    if any(0 <= hit.start - view.cue.end <= _OBJECT for hit in missions):
        return True
    near = view.scan.pack.order == "sov" or (hosts and hosts[0].start >= view.cue.start)
    first = hosts[:1] if near else []
    return any(h.institution == "ambassador" or any(_touches(view, hit, h) for hit in missions) for h in first)


_OBJECT = 6  # letters of an article before the object of a verb


def _touches(view: View, hit: Hit, host: ActorMention) -> bool:
    """Whether the noun of an embassy stands between the words of a visit and a state, or right behind its adjective."""
    owned = view.cue.end <= hit.start < host.start and host.start - hit.end <= ARTICLE
    return owned or (host.end <= hit.start <= host.end + 1 and view.cue.end <= host.start)


ARTICLE = 5  # letters of a space and an article


def written_onto(view: View, hosts: list[ActorMention]) -> ActorMention | None:
    """Whose visit it is where the official is told right behind its noun with a "to" written onto the word, and the
    place behind: ``أول زيارة لرئيس بيرو إلى غانا``."""
    if view.verbal or not view.scan.pack.clitics:
        return None
    first = hosts[0] if hosts else None
    if first is None or not (first.office or first.name) or first.marker != "to":
        return None
    folded, fused = view.scan.folded, tuple(view.scan.pack.clitics.get("fused", {}).get("to", ()))
    written = folded[first.start - 1].isalnum() or folded.startswith(fused, first.start)
    there = any(h.start > first.end and h.state != first.state and not (h.office or h.name) for h in hosts)
    return first if written and there and first.start - view.cue.end <= _AFTER else None


def _hands_over(view: View) -> bool:
    """Whether the cue tells of an invitation, whose genitive is who invites: ``передал приглашение короля``."""
    return view.args.get("of") == "host" and view.args.get("to") == "guest" and view.scan.pack.case_of_head


def inviters_of(view: View, hosts: list[ActorMention]) -> list[ActorMention]:
    """The hosts of an invitation: who invites to a place acts for its state, also where only the office is told."""
    if not _hands_over(view):
        invites = view.args.get("subj") == view.args.get("of") == "host"
        return sorted(hosts, key=lambda h: h.marker != "of" or h.name is None) if invites else hosts
    hosts = sorted(hosts, key=lambda h: h.marker != "of")  # rather than who hands it over
    place = next((h.state for h in hosts if h.form in ("capital", "state") and not (h.office or h.name)), None)
    if place is None:
        return hosts
    return [
        replace(h, state=place, name=h.name if h.form == "person" else None)
        if h.marker == "of" and (h.office or h.name) and h.state != place
        else h
        for h in hosts
    ]


def is_invited(view: View, hosts: list[ActorMention]) -> list[ActorMention]:
    """Who is invited where nobody says so (``handed over an invitation to visit Bern``): the other side's leader."""
    state = next((h.state for h in hosts if h.state), None)
    if state is None or not _hands_over(view):
        return []
    other = view.scene.other(state)
    person = view.scene.principal(other, view.cue.start) if other else None
    if person is None or any(h.name == person.name for h in hosts):
        return []
    return [ActorMention(0, 0, "person", other, person.office, person.name)]


def inviting_hosts(view: View) -> list[ActorMention]:
    """Who stands right behind words such as ``at the invitation of``: the host, whichever cue tells of the visit."""
    out = []
    for cue in view.sentence.cues:
        group = cue.pattern.group
        if group and group.kind == "visit" and group.args.get("of") == "host":
            out += [a for a in view.sentence.actors if a.marker == "of" and 0 <= a.start - cue.end <= _AFTER]
            out += owners_of_visit(view, cue)
    return out


def owners_of_visit(view: View, cue: Cue) -> list[ActorMention]:
    """Whose invitation it is where the owner stands inside the words: ``at X's invitation``; ``at his invitation`` is
    of an official told before, whom the guest's state tells apart."""
    inside = [a for a in view.sentence.actors if cue.start < a.start and a.end < cue.end and (a.name or a.office)]
    words = view.scan.folded[cue.start : cue.end].split()
    if not inside and any(word in view.scan.pack.possessives for word in words):
        told = [a for a in view.sentence.actors if a.end <= cue.start and a.name and a.office]
        inside = [*told, *(a for a in view.scene.spoken.get(view.number, ()) if a.name and a.office)]
    return [replace(a, marker="inviting") for a in inside]


def does_invite(view: View, mention: ActorMention) -> bool:
    """Whether a mention stands right behind words that make it the host: ``at the invitation of X, on a visit``."""
    for cue in view.sentence.cues:
        group = cue.pattern.group
        behind = cue is not view.cue and 0 <= mention.start - cue.end < BEHIND and mention.end <= view.cue.start
        if behind and group and group.kind == "visit" and group.args.get(mention.marker) == "host":
            return True
    return False


def hosts_of(view: View, hosts: list[ActorMention], guest_state: str | None) -> list[str]:
    """The receiving states: all of a list of destinations, else the one that is told or implied."""
    if both_told := _of_both(view, guest_state):
        return both_told
    listed = [
        h
        for h in hosts
        if h.list_id and h.list_id == hosts[0].list_id and h.marker not in _INVITING and not h.name and not h.office
    ]
    told = list(dict.fromkeys(h.state for h in listed if h.state and h.state != guest_state))
    if len(told) > 1:
        return told
    _, place_state = place_of(view)
    if goes_home(view, hosts, guest_state) and not _abroad(view, guest_state):
        return []  # a journey at home
    state = _host_state(view, hosts, guest_state, place_state)
    if state is None or state == guest_state:
        return []
    return [state] if any(h.office or h.name for h in hosts) else _row_of(view, state, guest_state)


def _of_both(view: View, guest_state: str | None) -> list[str]:
    """The states of a word that stands for several to which somebody of another goes: ``will visit both capitals``."""
    slots = (slot for slot, role in (view.args or ARGS).items() if role == "host")
    ref = next((m for slot in slots for m in view.slots.get(slot, ()) if m.ref in ("both", "they")), None)
    if ref is None:
        return []
    if len(ref.members) > PAIR:
        return [state for state in dict.fromkeys(m.state for m in ref.members) if state and state != guest_state]
    told: dict[str, None] = {}
    for row in reversed(view.scan.sentences[max(0, view.number - _TOLD_BEFORE) : view.number + 1]):
        rows = (a for a in row.actors if a.state and a.state != guest_state and a.form != "org" and not a.attributive)
        told.update(
            dict.fromkeys(a.state for a in rows if a.state and (row is not view.sentence or a.end <= ref.start))
        )
        if len(told) >= PAIR:
            break
    return list(told) if len(told) == PAIR else []


_TOLD_BEFORE = 3  # sentences before a word for two countries in which they are told


def goes_home(view: View, hosts: list[ActorMention], guest_state: str | None) -> bool:
    """Whether the only place told is one of the guest's own state: ``before he leaves for Lima on Friday``."""
    _, place_state = place_of(view)
    places = {h.state for h in hosts if not (h.office or h.name)} | {place_state}
    group = view.cue.pattern.group
    return guest_state is not None and places - {None} == {guest_state} and not (group and group.status == "proposed")


def _abroad(view: View, guest_state: str | None) -> bool:
    """Whether the dispatch is sent from a state other than the guest's."""
    here = view.scene.header.place_state or view.scene.home
    return here is not None and here != guest_state


def _row_of(view: View, state: str, guest_state: str | None) -> list[str]:
    """The states told in one row with the one that the words lead to: ``a tour that will take him to A, B and C``."""
    places = [a for a in view.sentence.actors if a.form in ("state", "capital") and not (a.office or a.name)]
    first = next((a for a in places if a.state == state and a.list_id), None)
    row = [a.state for a in places if first and a.list_id == first.list_id and a.state not in (None, guest_state)]
    return [told for told in dict.fromkeys(row) if told] or [state]


def place_of(view: View) -> tuple[str | None, str | None]:
    header = view.scene.header
    if header.place and view.told_here:
        return header.place, header.place_state
    markers = ("to", "in", "on") if view.scan.pack.subject_first else ("to", "in", "from")
    place, state = view.place(markers)
    return (place, state) if place else _direct_place(view)


def own_capital(hosts: list[ActorMention], state: str) -> str | None:
    """The city of a host that is told by its capital: ``travels to Tbilisi and Moscow``."""
    told = any(h.capital == state and h.list_id and h.marker in HOST_MARKERS for h in hosts)
    return capitals().get(state) if told else None


def _direct_place(view: View) -> tuple[str | None, str | None]:
    """The place that the verb takes as its object: ``visited Aden``, or in its case before the verb."""
    objects = {m.start for m in view.slots.get("obj", []) if m.capital} if view.scan.pack.case_of_head else set()
    for hit in view.place_hits():
        if (
            0 <= hit.start - view.cue.end <= 12
            or hit.start in objects
            or _is_object(view, hit)
            or _kind_told(view, hit)
        ):
            return places_of_states(hit)
    return None, None


def _kind_told(view: View, hit: Hit) -> bool:
    """Whether a word for a kind of place stands between the verb and a city: ``visited the port city of Mombasa``."""
    between = view.scan.folded[view.cue.end : hit.start]
    if not view.verbal or len(between) > _CITY or "," in between:
        return False
    return any(word in view.scan.pack.sets["place_words"] for word in between.split())


_CITY = 60  # letters of a day and of what kind of place a city is
_BESIDE_VERB = 2  # letters between a place and the participle behind it


def _is_object(view: View, hit: Hit) -> bool:
    """Whether a place without a marker follows a verb that comes first, its subject between."""
    if view.scan.pack.order == "sov":
        return 0 <= view.cue.start - hit.end <= 30 and (hit.case == "obj" or hit.end + 1 == view.cue.start)
    if view.scan.pack.order == "v2" and 0 < view.cue.start - hit.end <= _BESIDE_VERB:
        return view.verbal and not view.marker_before(hit.start)  # "hatte im Mai Lima besucht"
    verb = view.scan.pack.order == "vso" and view.verbal
    return verb and hit.start >= view.cue.end and not view.marker_before(hit.start)


def told_of_hosts(view: View, hosts: list[ActorMention]) -> list[ActorMention]:
    """The guest of a visit that tells only where to: the official of another state whom the text spoke of last."""
    rows = [a for a in view.scene.spoken.get(view.number, ()) if a.name and a.office and a.state]
    return [a for a in rows[:1] if all(host.state not in (None, a.state) for host in hosts)]


def leading_on(view: View, hosts: list[ActorMention]) -> list[ActorMention]:
    """Who pays a visit of which only the place is told: the official of another state whom the text spoke of last, else
    who leads the other side (``The visit will take place in Lima``)."""
    states = {h.state for h in hosts}
    told = (a for a in view.scene.spoken.get(view.number, ()) if a.name and a.office and a.state)
    rows = [a for a in told if a.state not in states][:1]
    other = view.scene.other(hosts[0].state) if not rows and hosts[0].state else None
    person = view.scene.principal(other, view.cue.start) if other else None
    return rows or ([ActorMention(0, 0, "person", other, person.office, person.name)] if person else [])


def _host_state(view: View, hosts: list[ActorMention], guest_state: str | None, place_state: str | None) -> str | None:
    if view.told_here and place_state not in (None, guest_state):
        return place_state  # "arrived here from Baku"
    if place_state != guest_state and any(h.state == place_state and h.marker == "to" for h in hosts):
        return place_state  # of several destinations that beside the cue
    for host in hosts:
        if host.state and host.state != guest_state:
            return host.state
    if place_state and place_state != guest_state:
        return place_state
    if place_state and len({g.state for g in view.slots.get("subj", [])}) > 1:
        return None  # both go to a place of the one: only the other is a guest there
    if _leads_elsewhere(view):
        return None
    scene = view.scene
    here = scene.header.place_state
    if here and here != guest_state:
        return here
    return scene.other(guest_state)


def _leads_elsewhere(view: View) -> bool:
    """Whether a name that nothing knows stands right behind the words of a visit and where to: ``flew to Xanthia``."""
    pack, end = view.scan.pack, view.cue.end
    if pack.capitals != "names" or pack.order == "sov":
        return False
    text = view.scan.text
    whither = (*pack.markers.get("to", ()), *(pack.markers.get("in", ()) if pack.case_of_head else ()))
    words = text[end : end + NEAR].split()[:2]
    at = 0 if text[view.cue.start : end].rsplit(None, 1)[-1] in whither else 1
    if len(words) <= at or (at and words[0] not in whither) or not words[at][:1].isupper():
        return False
    begin = text.index(words[at], end)
    row = view.sentence
    known = [(one.start, one.end) for rows in (row.actors, row.dates, row.places) for one in rows]
    return not any(low <= begin < high for low, high in known)


def host_of(hosts: list[ActorMention], state: str) -> Actor:
    # "handed over an invitation from X": rather than who brings it
    sent = [h for h in hosts if h.state == state and h.name and h.marker == "from"]
    persons = [*sent, *(h for h in hosts if h.state == state and (h.name or h.office) and h.marker in _INVITES)]
    person = next((h for h in persons if h.office != "delegation"), None)
    return as_actor("host", person) if person else state_actor("host", state)
