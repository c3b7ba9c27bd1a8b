"""Visits: an official travels to another state (codebook, kind ``visit``)."""

from __future__ import annotations

import datetime
from dataclasses import replace

from dragoman.find.dates import find_duration
from dragoman.find.mention import ActorMention, Cue, list_of
from dragoman.frame.draft import Draft, as_actor, state_actor
from dragoman.frame.parties import both, led
from dragoman.frame.roles import expand
from dragoman.frame.sending import travellers
from dragoman.frame.view import View
from dragoman.lang.matcher import Hit
from dragoman.model import Actor
from dragoman.world import capitals, places_of_states

_AFTER = 3  # a space, a quote
_BEHIND = 30  # how far behind words of inviting the host is told
_HANGS = 2  # letters between a noun and the relative clause that hangs on it
_NEAR = 40  # how far from a visit's words its length is told, in characters
_INVITES = ("", "by", "of", "with", "inviting")  # how a host in person is told
_LONG = 6  # days that a visit lasts at most
_HOST_MARKERS = ("to", "in", "of")
_INVITING = ("by", "with", "inviting")  # of a list told so the first receives


_ARGS = {"subj": "guest", "obj": "host", "to": "host", "in": "host", "of": "guest"}


def visits(view: View) -> list[Draft]:
    """The visits of a cue: one for each visiting state and each receiving state told."""
    args = view.args or _ARGS
    if args.get("sent"):
        return _of_states(view, *travellers(view))
    guests: list[ActorMention] = []
    hosts: list[ActorMention] = []
    for slot, role in args.items():
        if slot == "him" and guests:
            continue  # who is invited is told
        mentions = expand(view.slots.get(slot, []), both(view))
        if slot in ("to", "by") and role == "guest":
            # "an invitation to Baku" beside "an invitation to the king"; "una gira por Chile" beside "por el rey"
            places = [m for m in mentions if not (m.office or m.name) and m.form in ("state", "capital")]
            hosts.extend(places)
            mentions = [m for m in mentions if m not in places]
        elif slot == "obj" and role == "guest" and args.get("subj") == "host":
            # "invited him to visit Accra" by Ghana's president: no guest of his own
            hosting = {m.state for m in view.slots.get("subj", ()) if m.office or m.name}
            places = [m for m in mentions if not (m.office or m.name) and m.state in hosting]
            hosts.extend(places)
            mentions = [m for m in mentions if m not in places]
        (guests if role == "guest" else hosts).extend(m for m in mentions if m not in guests and m not in hosts)
    guests, hosts = _beside(view, guests, True), _beside(view, hosts, False)
    if written := _written_onto(view, hosts):
        guests, hosts = [written], [h for h in hosts if h is not written]
    hosts = _inviters(view, hosts)
    invited_by = _inviting(view)
    hosts += [h for h in invited_by if h not in hosts]
    guests = _apposed(view) or [
        g for g in guests if g.office != "spokesperson" and g not in invited_by and not _invites(view, g)
    ]
    if args.get("subj") == "host" and len(guests) > 1:
        inviting = {h.name for h in view.slots.get("subj", ()) if h.name}
        guests = [g for g in guests if g.name not in inviting] or guests  # nobody invites himself
    if args.get("next") == "host" and not _place_behind(view):
        return []
    if traveller := _of_relative(view) or _right_behind(view):
        guests, hosts = traveller, [h for h in hosts if h not in traveller]
    # whom the noun's own genitive names is the guest, whoever speaks of the visit
    own = [g for g in guests if g.marker == "of" and (g.office or g.name) and _follows(view, g)]
    if own and not view.verbal:
        guests = [g for g in guests if g in own]
    guests = _last_told(view, guests)
    if view.scan.pack.order == "sov" and view.verbal:
        guests = _of_verb(view, guests)
        group = view.cue.pattern.group
        called = any(m.form == "institution" for m in view.slots.get("to", []))
        if group and group.status == "proposed" and (called or not any(g.office or g.name or g.ref for g in guests)):
            return []  # a state is invited to do something, an envoy is called to a ministry
    officials = [g for g in guests if g.office or g.name] or _introduced(view)
    hosts = [h for h in hosts if h not in officials]
    guests = officials or [
        g for g in guests if g.state and g.form in ("adj", "state", "people") and not view.scan.pack.comma_clauses
    ]
    if view.verbal and not hosts and guests and all(g.start >= view.cue.end and not _acts(g) for g in guests):
        hosts, guests = guests, _spoken_of(view, guests)  # "visitará también Perú": whoever was told goes there
    # "visits A, invited by its president": A is where to
    inviters = {h.state for h in hosts if h.office or h.name}
    guests = [g for g in guests if g.office or g.name or g.state not in inviters]
    # a name alone is nobody's official, and a delegation alone nobody's
    guests = [one for g in guests for one in led(view, [g]) if one.state or (one.office and one.office != "delegation")]
    if _private(view, guests):
        return []
    told_by_verb = (bool(view.scan.pack.finite) and view.verbal) or (
        view.scan.pack.subject_first and args.get("subj") == "host"
    )
    if args.get("day") == "last" and all(g.office == "delegation" for g in guests):
        return []  # diplomats go home for good
    attribute = [] if told_by_verb else [g for g in _attribute(view) if g not in invited_by]
    if told_by_verb and not view.slots.get("subj"):
        # "finalizó la visita del ministro": whose visit it is tells the genitive behind its noun
        attribute = [a for a in view.slots.get("of", []) if (a.office or a.name) and _follows(view, a)][:1]
    guests = led(view, guests) or _invited(view, hosts) or attribute
    noun = not view.verbal or _possessed(view)
    if not guests and hosts and noun and args.get("subj") != "host":
        guests = _leading(view, hosts)
    guests = [g for g in guests if g.office != "spokesperson"]
    if not guests:
        return []
    if view.scan.pack.order == "sov" and (_goes_nowhere(view, hosts) or _of_a_thing(view)):
        return []
    if view.verbal and all(g.office == "ambassador" for g in guests):
        return []  # an envoy who comes or leaves does so for good
    if _at_embassy(view, hosts) or (_group_type(view) == "private" and not hosts and _place(view)[0] is None):
        return []
    if _type(view) == "transit":
        # "a stopover in A on the way to B": B is where the journey goes
        hosts = [h for h in hosts if h.marker != "to"] or hosts
    return _of_states(view, guests, hosts)


def _of_states(view: View, guests: list[ActorMention], hosts: list[ActorMention]) -> list[Draft]:
    """One visit for each visiting and each receiving state."""
    states = _coming(view, list(dict.fromkeys(g.state for g in guests)), hosts)
    out = []
    for state in states[:8]:
        side = [g for g in guests if g.state == state]
        for target in _hosts(view, hosts, state)[:6]:
            out.append(_one(view, side, hosts, target))
    return out


def _beside(view: View, mentions: list[ActorMention], guests: bool) -> list[ActorMention]:
    """Of several visits each has those behind its own words: ``the visit of X to A comes after that of Y to B``,
    ``came to A and will go on to B``; whoever acts, and a host in person, may stand anywhere."""
    cue, pack = view.cue, view.scan.pack
    if len(mentions) < 2 or pack.comma_clauses or pack.order == "sov" or (view.verbal and guests):
        return mentions
    cues = [c for c in view.sentence.cues if _is_visit(c)]
    if all(c.start < cue.end and cue.start < c.end for c in cues):
        return mentions
    owners = view.slots.get("of", [])
    bound = [m for m in mentions if (m.marker in _OWNS or m in owners if guests else m.marker in _HOST_MARKERS)]
    own = [m for m in bound if _belongs(cues, m, cue) and (m.office or m.name or not guests)]
    return [m for m in mentions if m in own or m not in bound] if own else mentions


def _belongs(cues: list[Cue], mention: ActorMention, cue: Cue) -> bool:
    """Whether of the words for visits before a mention the last are those of the cue, or among them."""
    before = [c for c in cues if c.start <= mention.start]
    last = max(before, key=lambda c: c.start, default=None)
    return last is not None and last.start < cue.end and cue.start < last.end


_OWNS = ("of", "by")  # how a visit's noun tells whose it is


def _is_visit(cue: Cue) -> bool:
    """Whether a cue tells of a visit itself, and not of an invitation."""
    group = cue.pattern.group
    return (
        cue.pattern.value == "visit"
        and group is not None
        and "host" not in (group.args.get("subj"), group.args.get("of"))
    )


def _possessed(view: View) -> bool:
    """Whether a sentence opens with a word such as *his* and a visit's noun, whatever verb tells of it: ``His planned
    visit to A was called off``."""
    folded, start, end = view.scan.folded, view.sentence.span.start, view.cue.end
    if view.cue.start - start > _HIS:
        return False
    return any(word in view.scan.pack.possessives for word in folded[start:end].split()[:1])


_HIS = 20  # letters of a possessive and an adjective before a noun


def _coming(view: View, states: list[str | None], hosts: list[ActorMention]) -> list[str | None]:
    """The visiting states: of those that travel to a place of one of them, or to where the text is sent from, not that
    at home there."""
    if len(states) < 2 or any(h.state not in states for h in hosts):
        return states
    _, place_state = _place(view)
    at_home = ({h.state for h in hosts} | {place_state}) - {None} or {view.scene.header.place_state or view.scene.home}
    away = [state for state in states if state not in at_home]
    return away if len(away) < len(states) or len(states) > _PAIR else []


_PAIR = 2  # states of which each would be a guest of the other


def _at_embassy(view: View, hosts: list[ActorMention]) -> bool:
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
    owned = view.cue.end <= hit.start < host.start and host.start - hit.end <= _ARTICLE
    return owned or (host.end <= hit.start <= host.end + 1 and view.cue.end <= host.start)


def _of_relative(view: View) -> list[ActorMention]:
    """The official who acts in a relative clause that hangs on a visit's noun: ``after the visit that X paid to Y``."""
    if view.verbal or view.scan.pack.order == "sov":
        return []
    barriers, ends = view.sentence.barriers, view.cue.end + _HANGS
    begins = (b for b in barriers if view.cue.start < b <= ends and view.scan.pack.begins_relative(view.scan.folded, b))
    low = next(begins, None)
    if low is None:
        return []
    acting = (a for a in view.actors_in(low, view.sentence.clause_end(low + 1)) if not a.marker and not a.attributive)
    return [a for a in acting if a.office and a.name][:1]


def _introduced(view: View) -> list[ActorMention]:
    """Whose visit a phrase tells that opens its sentence: the subject behind it, as in ``During a visit to A, minister
    X said``."""
    start, folded = view.sentence.span.start, view.scan.folded
    if view.cue.start - start > _OPENS or view.args.get("subj") != "guest":
        return []
    officials = [a for a in view.sentence.actors if a.office or a.name or a.ref]
    first = officials[0] if officials else None
    if first is None or first.start < view.cue.end or first.marker or not first.state:
        return []
    apart = view.scan.pack.order == "sov" or "," in folded[view.cue.end : first.start]
    return list_of(officials, first) if apart else []


_OPENS = 40  # letters from the beginning of a sentence within which a phrase opens it


def _last_told(view: View, guests: list[ActorMention]) -> list[ActorMention]:
    """Of leaders of several states told in a list the last, if a relative clause hangs on them: ``A and B, who is on a
    visit to X``."""
    listed = len(guests) > 1 and all(g.list_id and g.list_id == guests[0].list_id for g in guests)
    if not listed or len({g.state for g in guests}) < 2 or view.scan.pack.order == "sov":
        return guests
    low = view.window[0]
    hangs = guests[-1].end <= low and view.scan.pack.begins_relative(view.scan.folded, low)
    return guests[-1:] if hangs else guests


def _right_behind(view: View) -> list[ActorMention]:
    """Who stands behind a participle that is told of him or her: ``den in Bern weilenden Präsidenten X``."""
    if view.args.get("next") != "guest":
        return []
    near = [a for a in view.sentence.actors if 0 <= a.start - view.cue.end <= _BEHIND and (a.office or a.name)]
    beside = near and "," not in view.scan.folded[view.cue.end : near[0].start]
    return near[:1] if beside else []


def _place_behind(view: View) -> bool:
    """Whether a state or a place stands right behind the words: ``invited X to Peru``, and not ``to join``."""
    end = view.cue.end
    states = (a.start for a in view.sentence.actors if a.form in ("state", "capital"))
    starts = (*states, *(hit.start for hit in view.place_hits()))
    return any(0 <= start - end <= _ARTICLE for start in starts)


_ARTICLE = 5  # letters of a space and an article


def _written_onto(view: View, hosts: list[ActorMention]) -> ActorMention | None:
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


def _inviters(view: View, hosts: list[ActorMention]) -> list[ActorMention]:
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


def _invited(view: View, hosts: list[ActorMention]) -> list[ActorMention]:
    """Who is invited where nobody says so (``handed over an invitation to visit Bern``): the other side's leader."""
    state = next((h.state for h in hosts if h.state), None)
    if state is None or not _hands_over(view):
        return []
    other = view.scene.other(state)
    person = view.scene.principal(other, view.cue.start) if other else None
    if person is None or any(h.name == person.name for h in hosts):
        return []
    return [ActorMention(0, 0, "person", other, person.office, person.name)]


def _apposed(view: View) -> list[ActorMention]:
    """Who stands right before a visit that is told in apposition: ``talks with the minister, on a visit to X``."""
    if view.verbal:
        return []
    for actor in view.sentence.actors:
        between = view.scan.folded[actor.end : view.cue.start]
        word = between.strip()[1:].strip()
        apart = between.strip()[:1] == "," and (not word or word in view.scan.pack.markers.get("in", ()))  # ", en"
        if actor.end <= view.cue.start and apart and (actor.office or actor.name) and actor.marker:
            return [actor] if actor.marker in ("with", "by", "to", "of") else []
    return []


def _private(view: View, guests: list[ActorMention]) -> bool:
    """Whether who travels is nobody's official as far as the text tells, nor told with a visit's noun."""
    group = view.cue.pattern.group
    plain = group is not None and group.type is None and view.qualifier("visit") is None
    unknown = bool(guests) and all(g.name and not g.office and not g.state for g in guests)
    return view.scan.pack.case_of_head and plain and unknown


def _inviting(view: View) -> list[ActorMention]:
    """Who stands right behind words such as ``at the invitation of``: the host, whichever cue tells of the visit."""
    out = []
    for cue in view.sentence.cues:
        group = cue.pattern.group
        if group and group.kind == "visit" and group.args.get("of") == "host":
            out += [a for a in view.sentence.actors if a.marker == "of" and 0 <= a.start - cue.end <= _AFTER]
            out += _owners(view, cue)
    return out


def _owners(view: View, cue: Cue) -> list[ActorMention]:
    """Whose invitation it is where the owner stands inside the words: ``at X's invitation``; ``at his invitation`` is
    of an official told before, whom the guest's state tells apart."""
    inside = [a for a in view.sentence.actors if cue.start < a.start and a.end < cue.end and (a.name or a.office)]
    words = view.scan.folded[cue.start : cue.end].split()
    if not inside and any(word in view.scan.pack.possessives for word in words):
        told = [a for a in view.sentence.actors if a.end <= cue.start and a.name and a.office]
        inside = [*told, *(a for a in view.scene.spoken.get(view.number, ()) if a.name and a.office)]
    return [replace(a, marker="inviting") for a in inside]


def _of_verb(view: View, guests: list[ActorMention]) -> list[ActorMention]:
    """Whose visit a verb at the end tells of: its subject's; cancelled is that of the genitive before it."""
    group = view.cue.pattern.group
    cancelled = group is not None and group.status == "cancelled"
    persons = [g for g in guests if g.name or g.office]
    owners = [g for g in persons if g.marker == "of"]
    others = [g for g in persons if g.marker != "of"]
    states = [g for g in guests if g.marker != "of"]  # "Fransa'nın başkenti Paris'e geldi"
    return (owners or others if cancelled else others or owners) or states or guests


def _goes_nowhere(view: View, hosts: list[ActorMention]) -> bool:
    """Whether a verb of motion alone tells of no place: ``geldi`` has many meanings."""
    if view.args.get("subj") != "guest":
        return False  # who receives a guest does so at home
    motion = view.verbal and " " not in view.scan.folded[view.cue.start : view.cue.end]
    told = any(h.marker in ("to", "from", "obj") for h in hosts)
    return motion and not told and view.place(("to", "from"))[0] is None


def _of_a_thing(view: View) -> bool:
    """Whether a participle hangs on a noun behind it that is no official: ``Bakü'ye gelen tren``."""
    pack, folded, end = view.scan.pack, view.scan.folded, view.cue.end
    last, behind = folded[view.cue.start : end].rsplit(None, 1)[-1], folded[end : end + _BEHIND].split()[:1]
    noun = bool(behind) and behind[0].isalpha() and behind[0] not in pack.sets["and"]
    if not noun or not pack.verb_form("attributive", last):
        return False  # a form of the future may also end its clause
    officials = (a for a in view.sentence.actors if a.office or a.name or a.ref or a.form in _SENT)
    return not any(actor.start >= end for actor in officials)


_SENT = ("institution", "org", "side")


def _follows(view: View, guest: ActorMention) -> bool:
    """Whether a mention stands behind the cue and no other word of a visit (``at the invitation of``) between."""
    if not 0 <= guest.start - view.cue.end < 60:
        return False
    cues = (c for c in view.sentence.cues if c.pattern.value == "visit")
    return not any(view.cue.end <= cue.start < guest.start for cue in cues)


def _invites(view: View, mention: ActorMention) -> bool:
    """Whether a mention stands right behind words that make it the host: ``at the invitation of X, on a visit``."""
    for cue in view.sentence.cues:
        group = cue.pattern.group
        behind = cue is not view.cue and 0 <= mention.start - cue.end < _BEHIND and mention.end <= view.cue.start
        if behind and group and group.kind == "visit" and group.args.get(mention.marker) == "host":
            return True
    return False


def _hosts(view: View, hosts: list[ActorMention], guest_state: str | None) -> list[str]:
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
    _, place_state = _place(view)
    if _goes_home(view, hosts, guest_state) and not _abroad(view, guest_state):
        return []  # a journey at home
    state = _host_state(view, hosts, guest_state, place_state)
    if state is None or state == guest_state:
        return []
    return [state] if any(h.office or h.name for h in hosts) else _row_of(view, state, guest_state)


def _of_both(view: View, guest_state: str | None) -> list[str]:
    """The states of a word that stands for several to which somebody of another goes: ``will visit both capitals``."""
    slots = (slot for slot, role in (view.args or _ARGS).items() if role == "host")
    ref = next((m for slot in slots for m in view.slots.get(slot, ()) if m.ref in ("both", "they")), None)
    if ref is None:
        return []
    if len(ref.members) > _PAIR:
        return [state for state in dict.fromkeys(m.state for m in ref.members) if state and state != guest_state]
    told: dict[str, None] = {}
    for row in reversed(view.scan.sentences[max(0, view.number - _TOLD_BEFORE) : view.number + 1]):
        rows = (a for a in row.actors if a.state and a.state != guest_state and a.form != "org" and not a.attributive)
        told.update(
            dict.fromkeys(a.state for a in rows if a.state and (row is not view.sentence or a.end <= ref.start))
        )
        if len(told) >= _PAIR:
            break
    return list(told) if len(told) == _PAIR else []


_TOLD_BEFORE = 3  # sentences before a word for two countries in which they are told


def _goes_home(view: View, hosts: list[ActorMention], guest_state: str | None) -> bool:
    """Whether the only place told is one of the guest's own state: ``before he leaves for Lima on Friday``."""
    _, place_state = _place(view)
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


def _place(view: View) -> tuple[str | None, str | None]:
    header = view.scene.header
    if header.place and view.told_here:
        return header.place, header.place_state
    markers = ("to", "in", "on") if view.scan.pack.subject_first else ("to", "in", "from")
    place, state = view.place(markers)
    return (place, state) if place else _direct_place(view)


def _one(view: View, guests: list[ActorMention], hosts: list[ActorMention], host_state: str) -> Draft:
    place, place_state = _place(view)
    if place_state != host_state:
        # of a list of capitals each host's own
        starts = {h.start for h in hosts if h.state == host_state}
        place = next((places_of_states(hit)[0] for hit in view.place_hits() if hit.start in starts), None)
    actors = [as_actor("guest", g) for g in guests] + [_host(hosts, host_state)]
    args, type_ = view.args, _type(view)
    draft = view.draft("visit", actors, view.status("done"), type=type_, place=place)
    draft.gap = view.cue.distance(guests[0])
    if draft.place is None:
        draft.place = _own_capital(hosts, host_state)
    if draft.told_date and _qualifies(view):
        _without_day(view, draft)
    if draft.told_date and args.get("sent") and not view.verbal and draft.day < view.cue.start:
        draft.date, draft.end_date, draft.told_date = None, None, False  # "decided on Monday the sending of an envoy"
    header = view.scene.header
    here = host_state == (header.place_state if header.place else view.scene.home)
    if args.get("day") == "last" or (_goes_home(view, hosts, guests[0].state) and _soon(view, draft)):
        _leaves(view, draft)
        if draft.status == "done" and (draft.end_date or "9") <= view.scene.date.isoformat():
            return draft
    else:
        _last_day(view, draft)
    # "结束访问": in other languages what ends may still go on
    over = view.scan.pack.comma_clauses and view.cue.pattern.group and view.cue.pattern.group.status == "done"
    told = view.scan.folded[view.cue.start : view.cue.end]
    over = over or any(word in told for word in view.scan.pack.words["visited"])  # and not "arrived"
    if draft.status == "done" and draft.end_date and not over and draft.end_date >= view.scene.date.isoformat():
        draft.status = "ongoing"
    today = draft.told_date and view.scene.date.isoformat() == draft.date
    here = here or _opens_text(view, draft)
    if draft.status == "done" and (here or today) and not over and not draft.background and _recent(view, draft):
        draft.status = "ongoing"
    if view.rule("status", "ended", _BEHIND) and draft.status in ("done", "ongoing"):
        _ended(view, draft)
    if draft.status == "ongoing" and draft.date and _over(view, draft):
        draft.status = "done"
    if draft.status == "ongoing" and draft.told_date and (draft.date or "") > view.scene.date.isoformat():
        draft.status = "planned"
    if draft.status == "ongoing" and draft.date is None:
        draft.date = view.scene.date.isoformat()
    if draft.place is None and draft.status == "ongoing" and here and not hosts:
        draft.place = header.place if host_state == header.place_state else None
    return draft


def _opens_text(view: View, draft: Draft) -> bool:
    """Whether a verb tells a journey without its day in the first sentence: the day's news, wherever it is told."""
    return view.number == 0 and view.verbal and draft.date is None and len(view.scan.sentences) > 1


def _without_day(view: View, draft: Draft) -> None:
    """A visit that only tells who somebody is has not the day of what is told, unless it is to come."""
    if (draft.date or "") > view.scene.date.isoformat():
        draft.status = "planned"
    else:
        draft.date, draft.end_date, draft.told_date = None, None, False


def _leaves(view: View, draft: Draft) -> None:
    """The day on which the guest leaves is the last of the visit; its first may be told beside it, or for how many days
    the visit went on."""
    if draft.date and draft.end_date and draft.end_date < draft.date:
        draft.date, draft.end_date = draft.end_date, draft.date  # "began on Monday and ends today"
        return
    draft.end_date = draft.end_date or draft.date
    draft.date, draft.told_date = None, False
    days = find_duration(view.scan.folded, *view.sentence.span, view.scan.pack)
    if days and len(draft.end_date or "") == 10:
        last = datetime.date.fromisoformat(draft.end_date or "")
        draft.date, draft.told_date = (last - datetime.timedelta(days=days - 1)).isoformat(), True


def _soon(view: View, draft: Draft) -> bool:
    """Whether the day told is one of these days, on which a guest who is here may go home."""
    if len(draft.date or "") < 10:
        return False
    return abs(view.scene.days_since(draft.date or "")) <= _LONG


def _own_capital(hosts: list[ActorMention], state: str) -> str | None:
    """The city of a host that is told by its capital: ``travels to Tbilisi and Moscow``."""
    told = any(h.capital == state and h.list_id and h.marker in _HOST_MARKERS for h in hosts)
    return capitals().get(state) if told else None


def _qualifies(view: View) -> bool:
    """Whether the visit only tells who somebody is: the day told outside of its words is not the visit's."""
    words, mention = view.scan.pack.words["attributive"], view.date_mention()
    day = mention is not None and mention.unit == "day" and not view.cue.start <= mention.start < view.cue.end
    told = view.scan.folded[view.cue.end : view.cue.end + 1].isalnum()  # not "it is on the 27th that they came"
    return bool(words) and day and told and view.scan.folded.endswith(words, view.cue.start, view.cue.end)


def _last_day(view: View, draft: Draft) -> None:
    """The last day of a visit whose first is told and for how many days it goes on: ``on a three-day visit``."""
    if draft.status == "ongoing" or draft.end_date or draft.background or len(draft.date or "") < 10:
        return
    span = view.sentence.span
    near = max(span.start, view.cue.start - _NEAR), min(span.end, view.cue.end + _NEAR)
    days = find_duration(view.scan.folded, *near, view.scan.pack)
    if days and draft.date:
        first = datetime.date.fromisoformat(draft.date)
        draft.end_date = (first + datetime.timedelta(days=days - 1)).isoformat()


def _ended(view: View, draft: Draft) -> None:
    """A visit told as ended: its day is the last, and how long it went on tells the first."""
    draft.status = "done"
    days = find_duration(view.scan.folded, *view.sentence.span, view.scan.pack)
    if days and len(draft.date or "") == 10:
        last = datetime.date.fromisoformat(draft.date or "")
        draft.date, draft.end_date = (last - datetime.timedelta(days=days - 1)).isoformat(), last.isoformat()


def _over(view: View, draft: Draft) -> bool:
    """Whether a visit told as going on began so long ago that it is over."""
    date = draft.end_date or draft.date or ""
    days = view.scene.days_since(date) if len(date) == 10 else 0
    return days > _LONG or (date < view.scene.date.isoformat()[: len(date)] and len(date) < 10)


def _recent(view: View, draft: Draft) -> bool:
    """Whether the visit may still go on: told without a day, or with one of this week."""
    if draft.date is None:
        return True
    return len(draft.date) == 10 and 0 <= view.scene.days_since(draft.date) <= 4


def _type(view: View) -> str:
    """What kind of visit the cue or words near it tell; of several in a sentence only that right there is a stop."""
    told, own = view.qualifier("visit"), _group_type(view)
    if told != "transit" or own == "transit":
        return told or own
    rows = (r for r in view.sentence.rules if r.pattern.table == "qualifier" and r.pattern.form == "visit")
    near = min((view.cue.distance(r) for r in rows if r.pattern.value == told), default=_NEAR)
    others = (c for c in view.sentence.cues if _is_visit(c) and (c.end <= view.cue.start or view.cue.end <= c.start))
    return told if near < _NEAR or not any(others) else own


def _group_type(view: View) -> str:
    group = view.cue.pattern.group
    return (group.type if group else None) or "unspecified"


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


def _attribute(view: View) -> list[ActorMention]:
    """The guest of a nominal cue: ``the Kazakh leader's visit``, ``Besuch des Präsidenten``."""
    near = [
        a
        for a in view.sentence.actors
        if (a.office or a.name) and a.end <= view.cue.start + 1 and view.cue.start - a.end < 25
    ]
    near = near or [a for a in view.sentence.actors if (a.office or a.name) and _owns(view, a)]
    if near:
        return near[-1:]
    after = [a for a in view.slots.get("of", []) + view.slots.get("by", []) if a.office or a.name]
    return after[:1]


def _owns(view: View, actor: ActorMention) -> bool:
    """Whether an official is the owner told within the words: ``during President X's recent trip``."""
    inside = view.cue.start <= actor.start and actor.end < view.cue.end
    return inside and view.scan.folded[actor.end - 2 : actor.end + 2].find("'s") >= 0


def _acts(guest: ActorMention) -> bool:
    """Whether a mention is more than a state's name."""
    return bool(guest.office or guest.name or guest.ref) or guest.form not in ("state", "capital")


def _spoken_of(view: View, hosts: list[ActorMention]) -> list[ActorMention]:
    """The guest of a visit that tells only where to: the official of another state whom the text spoke of last."""
    rows = [a for a in view.scene.spoken.get(view.number, ()) if a.name and a.office and a.state]
    return [a for a in rows[:1] if all(host.state not in (None, a.state) for host in hosts)]


def _leading(view: View, hosts: list[ActorMention]) -> list[ActorMention]:
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
    words = text[end : end + _NEAR].split()[:2]
    at = 0 if text[view.cue.start : end].rsplit(None, 1)[-1] in whither else 1
    if len(words) <= at or (at and words[0] not in whither) or not words[at][:1].isupper():
        return False
    begin = text.index(words[at], end)
    row = view.sentence
    known = [(one.start, one.end) for rows in (row.actors, row.dates, row.places) for one in rows]
    return not any(low <= begin < high for low, high in known)


def _host(hosts: list[ActorMention], state: str) -> Actor:
    # "handed over an invitation from X": rather than who brings it
    sent = [h for h in hosts if h.state == state and h.name and h.marker == "from"]
    persons = [*sent, *(h for h in hosts if h.state == state and (h.name or h.office) and h.marker in _INVITES)]
    person = next((h for h in persons if h.office != "delegation"), None)
    return as_actor("host", person) if person else state_actor("host", state)
