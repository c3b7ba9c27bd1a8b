"""Visits: an official travels to another state (codebook, kind ``visit``)."""

from __future__ import annotations

from dragoman.find.mention import ActorMention, Cue, list_of
from dragoman.frame.draft import Draft, as_actor
from dragoman.frame.hosts import (
    ARGS,
    ARTICLE,
    BEHIND,
    HOST_MARKERS,
    NEAR,
    PAIR,
    at_embassy,
    does_invite,
    goes_home,
    host_of,
    hosts_of,
    inviters_of,
    inviting_hosts,
    is_invited,
    leading_on,
    own_capital,
    place_of,
    told_of_hosts,
    written_onto,
)
from dragoman.frame.parties import expand, led
from dragoman.frame.sending import travellers
from dragoman.frame.view import View
from dragoman.frame.visit_days import (
    end_visit,
    is_over,
    is_recent,
    is_soon,
    opens_text,
    set_last_day,
    with_leaving,
    without_own_day,
)
from dragoman.world import places_of_states

_HANGS = 2  # letters between a noun and the relative clause that hangs on it


def visits(view: View) -> list[Draft]:
    """The visits of a cue: one for each visiting state and each receiving state told."""
    args = view.args or ARGS
    if args.get("sent"):
        return _of_states(view, *travellers(view))
    guests: list[ActorMention] = []
    hosts: list[ActorMention] = []
    for slot, role in args.items():
        if slot == "him" and guests:
            continue  # who is invited is told
        mentions = expand(view.slots.get(slot, []), view)
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
    if written := written_onto(view, hosts):
        guests, hosts = [written], [h for h in hosts if h is not written]
    hosts = inviters_of(view, hosts)
    invited_by = inviting_hosts(view)
    hosts += [h for h in invited_by if h not in hosts]
    guests = _apposed(view) or [
        g for g in guests if g.office != "spokesperson" and g not in invited_by and not does_invite(view, g)
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
        hosts, guests = guests, told_of_hosts(view, guests)  # "visitará también Perú": whoever was told goes there
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
    guests = led(view, guests) or is_invited(view, hosts) or attribute
    noun = not view.verbal or _possessed(view)
    if not guests and hosts and noun and args.get("subj") != "host":
        guests = leading_on(view, hosts)
    guests = [g for g in guests if g.office != "spokesperson"]
    if not guests:
        return []
    if view.scan.pack.order == "sov" and (_goes_nowhere(view, hosts) or _of_a_thing(view)):
        return []
    if view.verbal and all(g.office == "ambassador" for g in guests):
        return []  # an envoy who comes or leaves does so for good
    if at_embassy(view, hosts) or (_group_type(view) == "private" and not hosts and place_of(view)[0] is None):
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
        for target in hosts_of(view, hosts, state)[:6]:
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
    bound = [m for m in mentions if (m.marker in _OWNS or m in owners if guests else m.marker in HOST_MARKERS)]
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
    _, place_state = place_of(view)
    at_home = ({h.state for h in hosts} | {place_state}) - {None} or {view.scene.header.place_state or view.scene.home}
    away = [state for state in states if state not in at_home]
    return away if len(away) < len(states) or len(states) > PAIR else []


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
    near = [a for a in view.sentence.actors if 0 <= a.start - view.cue.end <= BEHIND and (a.office or a.name)]
    beside = near and "," not in view.scan.folded[view.cue.end : near[0].start]
    return near[:1] if beside else []


def _place_behind(view: View) -> bool:
    """Whether a state or a place stands right behind the words: ``invited X to Peru``, and not ``to join``; where verbs
    come last in their first word or right before it: ``Peru'da bulunan``."""
    start, end = view.cue.start, view.cue.end
    told = [a.start for a in view.sentence.actors if a.form in ("state", "capital")]
    told += [hit.start for hit in view.place_hits()]
    if view.scan.pack.order == "sov":
        first = view.scan.folded.find(" ", start, end)
        begin = view.scan.folded.rfind(" ", 0, start) + 1
        return any(begin <= at < max(start, first) for at in told)
    return any(0 <= at - end <= ARTICLE for at in told)


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
    told = told or any(h.marker == "in" and 0 < h.start - view.cue.end <= 1 for h in hosts)  # "geldiği Tallinn'de"
    return motion and not told and view.place(("to", "from"))[0] is None


def _of_a_thing(view: View) -> bool:
    """Whether a participle hangs on a noun behind it that is no official: ``Bakü'ye gelen tren``."""
    pack, folded, end = view.scan.pack, view.scan.folded, view.cue.end
    last, behind = folded[view.cue.start : end].rsplit(None, 1)[-1], folded[end : end + BEHIND].split()[:1]
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


def _one(view: View, guests: list[ActorMention], hosts: list[ActorMention], host_state: str) -> Draft:
    place, place_state = place_of(view)
    if place_state != host_state:
        # of a list of capitals each host's own
        starts = {h.start for h in hosts if h.state == host_state}
        place = next((places_of_states(hit)[0] for hit in view.place_hits() if hit.start in starts), None)
    actors = [as_actor("guest", g) for g in guests] + [host_of(hosts, host_state)]
    args, type_ = view.args, _type(view)
    draft = view.draft("visit", actors, view.status("done"), type=type_, place=place)
    draft.gap = view.cue.distance(guests[0])
    if draft.place is None:
        draft.place = own_capital(hosts, host_state)
    if draft.told_date and _qualifies(view):
        without_own_day(view, draft)
    if draft.told_date and args.get("sent") and not view.verbal and draft.day < view.cue.start:
        draft.date, draft.end_date, draft.told_date = None, None, False  # "decided on Monday the sending of an envoy"
    header = view.scene.header
    here = host_state == (header.place_state if header.place else view.scene.home)
    if args.get("day") == "last" or (goes_home(view, hosts, guests[0].state) and is_soon(view, draft)):
        with_leaving(view, draft)
        if draft.status == "done" and (draft.end_date or "9") <= view.scene.date.isoformat():
            return draft
    else:
        set_last_day(view, draft)
    # "结束访问": in other languages what ends may still go on
    over = view.scan.pack.comma_clauses and view.cue.pattern.group and view.cue.pattern.group.status == "done"
    told = view.scan.folded[view.cue.start : view.cue.end]
    over = over or any(word in told for word in view.scan.pack.words["visited"])  # and not "arrived"
    if draft.status == "done" and draft.end_date and not over and draft.end_date >= view.scene.date.isoformat():
        draft.status = "ongoing"
    today = draft.told_date and view.scene.date.isoformat() == draft.date
    here = here or opens_text(view, draft)
    if draft.status == "done" and (here or today) and not over and not draft.background and is_recent(view, draft):
        draft.status = "ongoing"
    if view.rule("status", "ended", BEHIND) and (draft.status in ("done", "ongoing") or _only_agreed(view, draft)):
        end_visit(view, draft)
    if draft.status == "ongoing" and draft.date and is_over(view, draft):
        draft.status = "done"
    if draft.status == "ongoing" and draft.told_date and (draft.date or "") > view.scene.date.isoformat():
        draft.status = "planned"
    if draft.status == "ongoing" and draft.date is None:
        draft.date = view.scene.date.isoformat()
    if draft.place is None and draft.status == "ongoing" and here and not hosts:
        draft.place = header.place if host_state == header.place_state else None
    return draft


def _only_agreed(view: View, draft: Draft) -> bool:
    """Whether nothing but what was agreed on is told to come: ``agreed to reopen the bridge at the end of a visit``."""
    told = view.sentence.status_words
    return draft.status == "planned" and bool(told("agreed")) and not told("planned")


def _qualifies(view: View) -> bool:
    """Whether the visit only tells who somebody is: the day told outside of its words is not the visit's."""
    words, mention = view.scan.pack.words["attributive"], view.date_mention()
    day = mention is not None and mention.unit == "day" and not view.cue.start <= mention.start < view.cue.end
    told = view.scan.folded[view.cue.end : view.cue.end + 1].isalnum()  # not "it is on the 27th that they came"
    return bool(words) and day and told and view.scan.folded.endswith(words, view.cue.start, view.cue.end)


def _type(view: View) -> str:
    """What kind of visit the cue or words near it tell; of several in a sentence only that right there is a stop."""
    told, own = view.qualifier("visit"), _group_type(view)
    if told != "transit" or own == "transit":
        return told or own
    rows = (r for r in view.sentence.rules if r.pattern.table == "qualifier" and r.pattern.form == "visit")
    near = min((view.cue.distance(r) for r in rows if r.pattern.value == told), default=NEAR)
    others = (c for c in view.sentence.cues if _is_visit(c) and (c.end <= view.cue.start or view.cue.end <= c.start))
    return told if near < NEAR or not any(others) else own


def _group_type(view: View) -> str:
    group = view.cue.pattern.group
    return (group.type if group else None) or "unspecified"


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
