"""Accreditation: envoys come, go, are sent away (codebook, kind ``accreditation``)."""

from __future__ import annotations

from dataclasses import replace

from dragoman.find.mention import ActorMention, Cue, Sentence, list_of
from dragoman.find.names import base_form
from dragoman.find.persons import capital_runs, has_given_name
from dragoman.find.units import ENVOYS
from dragoman.frame.draft import Draft, as_actor, state_actor
from dragoman.frame.parties import both, focus
from dragoman.frame.view import View
from dragoman.lang.pack import Pack
from dragoman.model import Actor


def accreditations(view: View) -> list[Draft]:
    """One record for each envoy told; without one, for the envoys that the act implies."""
    group = view.cue.pattern.group
    act = (group.act if group else None) or "appoint"
    last = view.scan.pack.order == "sov"
    if act == "appoint" and view.args.get("subj") != "receiver" and _agreed_to(view):
        return []
    if act == "appoint" and (mutual := _mutual(view)):
        return mutual
    office = next((a for a in view.sentence.actors if a.office == "ambassador"), None)
    if act == "appoint" and last and not (any(a.name for a in view.sentence.actors) or _written_out(view, office)):
        return []  # "karşılıklı büyükelçi atama kararı"
    appointed = _of_embassies(view) if act == "appoint" and last else []
    envoys = _sent_home(view, act) or _envoys(view, act) or appointed
    envoys = envoys or ([_unnamed(view, act)] if act in ("expel", "recall") else [])
    if act == "recall":
        envoys = [_called_home(view, envoy) for envoy in envoys]
    if act == "expel" and last and (owner := _owning(view)):
        envoys = [replace(envoy, state=owner.state, possessive=True) for envoy in envoys if not envoy.post]
    if act in ("expel", "recall"):
        envoys = [envoy if envoy.name or _apart(view, envoy) else _by_name(view, envoy) for envoy in envoys]
    if view.scan.pack.subject_first and act == "recall" and len(envoys) == 1 and not envoys[0].name:
        senders = [m for m in view.slots.get("subj", []) if m.state]
        envoys = [replace(envoys[0], state=m.state) for m in senders] if len(senders) > 1 else envoys
    if act in ("expel", "recall") and not any(envoy.name for envoy in envoys):
        apart = _by_several(view, act, envoys[0])
        if apart:
            return apart
    return [draft for draft in (_one(view, act, envoy) for envoy in _nearest(view, act, envoys)[:8]) if draft]


def _sent_home(view: View, act: str) -> list[ActorMention]:
    """The diplomats of a state whom the words of an expulsion hold: no envoy told behind them is meant as well."""
    if act != "expel" or view.scan.pack.order == "sov" or not view.scan.pack.spelling.spaces:
        return []
    low, high = view.cue.start, view.cue.end
    rows = (a for a in view.sentence.actors if a.office == "delegation" and low < a.start < high < a.end + 1)
    return [a for a in rows if a.state][:1]


def _owning(view: View) -> ActorMention | None:
    """Whose diplomats somebody else is told to have sent away, though a genitive may be the subject of a verb in a
    nominal form: ``Peru, Gana'nın diplomatlarını sınır dışı ettiğini açıkladı``."""
    rows = [a for a in view.sentence.actors if a.end <= view.cue.start and a.state]
    owner = rows[-1] if rows and rows[-1].marker == "of" and rows[-1] in view.slots.get("subj", ()) else None
    if owner is None or "," in view.scan.folded[owner.end : view.cue.start]:
        return None
    return owner if any(not a.marker and a.state != owner.state for a in rows[:-1]) else None


def _called_home(view: View, envoy: ActorMention) -> ActorMention:
    """An envoy whom a state calls home is its own, though only where he or she serves is told."""
    sender = next((m.state for m in view.slots.get("subj", []) if m.state), None)
    own = view.args.get("subj") == "sender" and sender not in (None, envoy.state)
    served = own and not (envoy.name or envoy.post) and envoy.state is not None
    return replace(envoy, state=sender, post=envoy.state) if served else envoy


def _agreed_to(view: View) -> bool:
    """Whether the sentence tells that the receiving state agrees to an envoy, whose office then tells no other act."""
    groups = (cue.pattern.group for cue in view.sentence.cues if cue.pattern.value == "accreditation")
    return any(group.act == "appoint" and group.args.get("subj") == "receiver" for group in groups if group)


def _mutual(view: View) -> list[Draft]:
    """``双方互派大使``, ``A and B agreed to exchange ambassadors``: each side sends one to the other."""
    if any(a.name for a in view.sentence.actors):
        return []
    subject = view.slots.get("subj", [])
    if view.scan.pack.order == "sov":
        # "A ile B, karşılıklı büyükelçi atama konusunda anlaştı": whoever agreed does so
        subject = [a for a in view.sentence.actors if a.state and a.list_id and a.start < view.cue.start]
    told = view.scan.pack.comma_clauses and any(m.ref in ("both", "both_heads") for m in subject)
    sides = [m.state for m in both(view) if m.state][:2] if told else _two_alone(view, subject)
    at = view.cue.start
    drafts = []
    for one, other in (sides, sides[::-1]) if len(sides) == 2 else ():
        draft = _one(view, "appoint", ActorMention(at, at, "office", one, "ambassador", post=other))
        drafts += [draft] if draft else []
    return drafts


def _two_alone(view: View, subject: list[ActorMention]) -> list[str]:
    """The two states that act together, where no third is told to which they send somebody."""
    listed = [m.state for m in subject if m.state and m.list_id and m.list_id == subject[0].list_id]
    others = {state for a in view.sentence.actors for state in (a.state, a.post) if state} - set(listed)
    return listed if len(listed) == len(set(listed)) == 2 and not others else []


def _by_name(view: View, envoy: ActorMention) -> ActorMention:
    """An ambassador sent away by the only name that the text tells for one of that state."""
    if envoy.name or envoy.office != "ambassador":
        return envoy
    held = [p.name for p in view.scene.persons.values() if p.office in ENVOYS and p.state == envoy.state]
    return replace(envoy, name=held[0]) if len(held) == 1 else envoy


def _by_several(view: View, act: str, envoy: ActorMention) -> list[Draft]:
    """``A, B and C expelled Russian diplomats``: each state of the list has done so; ``recalled its ambassadors from A
    and B``: from each."""
    told = [m for slot, role in view.args.items() if role == "receiver" for m in view.slots.get(slot, [])]
    rows = [m for m in told if m.list_id and m.list_id == told[0].list_id and m.state not in (None, envoy.state)]
    if act == "recall" and envoy.post and envoy.list_id:
        # "its ambassadors in A and B": the first place stands within the envoys' own words
        beside = [a for a in view.sentence.actors if a.list_id == envoy.list_id and a.form in ("state", "capital")]
        rows = [replace(envoy, state=envoy.post), *beside] if beside else rows
    drafts: list[Draft] = []
    for row in rows if len({m.state for m in rows}) > 1 else ():
        draft = _one(view, act, envoy)
        if draft is not None and row.state not in draft.states("sender"):
            receiver = state_actor("receiver", row.state or "")
            draft.actors = [*(a for a in draft.actors if a.role != "receiver"), receiver]
            drafts.append(draft)
    return drafts


def _nearest(view: View, act: str, envoys: list[ActorMention]) -> list[ActorMention]:
    """Where a sentence tells of several acts, each is done by the envoy nearest to its words."""
    groups = [cue.pattern.group for cue in view.sentence.cues]
    acts = {group.act for group in groups if group and group.kind == "accreditation"} - {"appoint"}
    if len(acts) < 2 or len(envoys) < 2 or act not in acts:
        return envoys
    nearest = min(envoys, key=lambda envoy: view.cue.distance(envoy))
    return [e for e in envoys if e is nearest or (e.list_id and e.list_id == nearest.list_id)]


def _envoys(view: View, act: str) -> list[ActorMention]:
    """The ambassadors of the sentence; a bare plural is told by name in the next one, or in a list beside it."""
    low, high = view.window
    near = act == "expel" and view.scan.pack.comma_clauses
    # "told him that it expelled four diplomats": he stays
    told = [a for a in view.sentence.actors if not (a.ref and a.end <= view.cue.start)] if near else []
    actors = [a for a in told if low <= a.start < high] if near else view.sentence.actors
    held = ("ambassador", "special_envoy") if act in ("present_credentials", "farewell") else ("ambassador",)
    envoys = [a for a in actors if a.office in held]
    if act == "expel" and any(not a.name for a in envoys) and (staff := _staff_within(view)):
        return staff  # "called in the ambassador of A and expelled two of the embassy's staff"
    if act == "expel" and (owner := whose_are_sent_away(view.cue, view.sentence, view.scan.pack)):
        at = view.cue.start
        return [ActorMention(at, at, "office", owner.state, "delegation")]
    lesser = _lesser(view) if act == "expel" else []
    if lesser and not any(view.cue.distance(a) < view.cue.distance(lesser[0]) for a in envoys):
        return lesser
    if not envoys and act in ("expel", "recall"):
        # "expelled the Malian envoy": who represents his state there
        envoys = [replace(a, office="ambassador") for a in actors if a.office == "special_envoy" and a.name]
    if not envoys and act == "present_credentials" and (told := _sentence_before(view)):
        return told
    if act == "present_credentials" and view.scan.pack.comma_clauses and (told := _told_later(view, envoys)):
        return told
    if view.scan.pack.order == "sov" and act in ("present_credentials", "farewell") and not any(a.name for a in envoys):
        listed = _of_states(view, envoys)
        if listed:
            return listed
    if any(a.name for a in envoys):
        envoys = _not_before(view, envoys) if act == "appoint" else envoys
        listed = [a for a in actors if a.name and a.office is None and any(e.list_id == a.list_id != 0 for e in envoys)]
        return [a for a in envoys if a.name or a.state not in {e.state for e in envoys if e.name}] + listed
    if envoys and act in ("present_credentials", "farewell"):
        beside = [a for a in actors if a.name and a.state and a.list_id and a.office in (None, "ambassador")]
        beside = beside if len(beside) >= len(envoys) else []
        behind = _listed_behind(view, envoys) if act == "present_credentials" else []
        return beside or _next_sentence(view) or (behind if len(behind) > 1 else envoys)
    return envoys


def _not_before(view: View, envoys: list[ActorMention]) -> list[ActorMention]:
    """The envoys without the one whom another follows: ``appointed X ambassador in place of Y``."""
    words, folded = view.scan.pack.words["predecessor"], view.scan.folded
    if view.scan.pack.order == "sov" or not words:
        return envoys
    rows = [
        e for e in envoys if not any(word in folded[max(view.cue.end, e.start - _SUCCEEDS) : e.start] for word in words)
    ]
    return rows if any(e.name for e in rows) else envoys


_SUCCEEDS = 24  # letters before a name in which a word tells that another follows


_STAFF = ("other", "military_officer", "senior_official")


def _lesser(view: View) -> list[ActorMention]:
    """Diplomats below an ambassador whom the act takes by name: ``expelled the second secretary, X``."""
    slots = (slot for slot, role in view.args.items() if role == "envoy")
    named = (m for slot in slots for m in view.slots.get(slot, []) if m.name and m.state and m.office in _STAFF)
    return sorted(named, key=view.cue.distance)


def _told_later(view: View, envoys: list[ActorMention]) -> list[ActorMention]:
    """``X received the ambassadors of seven states``: those of them whom the text goes on to tell."""
    hosts = {m.state for slot, role in view.args.items() if role == "receiver" for m in view.slots.get(slot, [])}
    stated = [e for e in envoys if not view.scan.folded.startswith(view.scan.pack.post_words, e.start)]
    if not envoys or stated or any(e.name for e in envoys):
        return []
    later = [row for row in view.scan.sentences[view.number + 1 :] if not _tells_envoys(row)]
    rows = [a for row in later for a in row.actors if a.office == "ambassador"]
    told = {a.state: a for a in sorted(rows, key=lambda a: bool(a.name)) if a.state and a.state not in hosts}
    return sorted(told.values(), key=lambda a: a.start)


def _tells_envoys(row: Sentence) -> bool:
    """Whether a sentence tells acts of envoys of its own."""
    return any(cue.pattern.value == "accreditation" for cue in row.cues)


def _of_embassies(view: View) -> list[ActorMention]:
    """Who is appointed to an embassy is its ambassador: ``Bakü Büyükelçiliğine (görevine) X atandı``."""
    rows = [a for a in view.sentence.actors if a.institution == "ambassador" and _takes_in(view.cue, a)]
    at = view.cue.start
    return [ActorMention(at, at, "office", a.state, "ambassador", post=a.post) for a in rows[:1]]


def _takes_in(cue: Cue, embassy: ActorMention) -> bool:
    """Whether somebody is appointed to an embassy, or to a post there that the words tell."""
    return embassy.marker == "to" or embassy.start < cue.start < embassy.end <= cue.end


def _listed_behind(view: View, envoys: list[ActorMention]) -> list[ActorMention]:
    """``The ambassadors of four countries - A, B, C and D``: one of each, by the name that the text tells anywhere."""
    if view.scan.pack.order == "sov" or any(a.name for a in envoys):
        return []
    rows = [a for a in view.sentence.actors if a.start > envoys[-1].start and a.form in ("state", "org") and a.list_id]
    listed = [*envoys, *list_of(rows, rows[0])] if rows else envoys
    states = dict.fromkeys(a.state for a in listed if a.state)
    told = {p.state: p.name for p in view.scene.persons.values() if p.office == "ambassador" and p.state}
    at = view.cue.start
    return [ActorMention(at, at, "office", state, "ambassador", told.get(state)) for state in states]


_AHEAD = 4


def _of_states(view: View, envoys: list[ActorMention]) -> list[ActorMention]:
    """``A, B ve C'nin büyükelçileri``: one for each state, by the name that the next sentences tell."""
    states = [a.state for a in envoys if a.state]
    owners = [a for a in view.sentence.actors if a.marker == "of" and envoys and a.end <= envoys[0].start and a.state]
    owning = [a.state for a in (list_of(owners, owners[-1]) if owners else []) if a.state]
    states = owning if len(owning) > 1 and len(states) < 2 else states
    if len(states) < 2:
        return []
    rows = view.scan.sentences[view.number : view.number + _AHEAD]
    told = {a.state: a for row in reversed(rows) for a in reversed(row.actors) if a.office == "ambassador" and a.name}
    at = view.cue.start
    return [told.get(state) or ActorMention(at, at, "office", state, "ambassador") for state in states]


def _next_sentence(view: View) -> list[ActorMention]:
    """``... received the ambassadors of three states. They are A of X and B of Y.``"""
    rows = view.scan.sentences[view.number + 1 : view.number + 2]
    named = [a for row in rows for a in row.actors if a.name and a.state and a.office in (None, "ambassador")]
    return named if len(named) > 1 else []


def _sentence_before(view: View) -> list[ActorMention]:
    """``X received A, B and C. The diplomats presented their credentials.``; where only their states are told before,
    those named now: ``A of Peru and B of Ghana presented their credentials``."""
    rows = view.scan.sentences[view.number - 1 : view.number] if view.number else []
    held = [a for row in rows for a in row.actors if a.state and a.office == "ambassador"]
    states = {a.state for a in held}
    now = [a for a in view.sentence.actors if a.name and a.office is None and a.state in states]
    return [replace(a, office="ambassador") for a in now] or [a for a in held if a.name]


def _unnamed(view: View, act: str) -> ActorMention:
    """Envoys told by no name: of the state whose noun begins the words (``Norwegian diplomats were expelled from X``),
    else of the one acted on."""
    begun = view.sentence.actors if view.scan.pack.order != "sov" else ()  # there an owner may stand before them
    # "the sending away by A of B's attaché", "declared four of B's embassy staff unwelcome"
    actor = next(iter(view.slots.get("subj", [])), None)
    own = actor.state if actor else None
    staff = [a for a in begun if a.state != own and _is_staff(a)]
    within = [a for a in staff if a.start < view.cue.end and view.cue.start < a.end]
    near = within or [a for a in staff if 0 <= view.cue.start - a.end <= _STAFF_NEAR]
    heads = (a.state for a in begun if a.state and (a.start <= view.cue.start < a.end or a in near))
    objects = [m for slot in ("obj", "adj", "of", "subj") for m in view.slots.get(slot, []) if m.state]
    state = next((m.state for m in objects if actor is None or m.state != own), None)
    return ActorMention(view.cue.start, view.cue.end, "office", next(heads, state), "delegation")


def _staff_within(view: View) -> list[ActorMention]:
    """Staff without a name told within the words of their being sent away, where those hold no ambassador."""
    if view.scan.pack.order == "sov":
        return []
    inside = [a for a in view.sentence.actors if a.start < view.cue.end and view.cue.start < a.end]
    if any(a.office in ENVOYS for a in inside):
        return []
    return [replace(a, office="delegation") for a in inside if _is_staff(a) and not a.name][:1]


def whose_are_sent_away(cue: Cue, sentence: Sentence, pack: Pack) -> ActorMention | None:
    """The adjective within a noun's words that tells whose diplomats are sent away, if those tell no official: ``die
    Ausweisung eines tschechischen Diplomaten``, whatever else befalls another's ambassador."""
    if pack.capitals != "nouns":
        return None
    inside = [a for a in sentence.actors if cue.start < a.start and a.end < cue.end]
    alone = len(inside) == 1 and inside[0].form == "adj" and inside[0].state is not None
    return inside[0] if alone and not any(a.end <= cue.start for a in sentence.actors) else None


def _is_staff(actor: ActorMention) -> bool:
    """Whether a mention is of diplomats below an ambassador, of a state that is told."""
    return actor.state is not None and actor.office in _SENT_HOME and actor.marker != "by"


_SENT_HOME = ("delegation", "military_officer", "other")
_STAFF_NEAR = 30  # letters between those who are sent away and the words that say so
_TWO = 2  # envoys, one of whom may see the other
_TAKEN = ("present_credentials",)  # of several envoys at once by somebody else


def _one(view: View, act: str, envoy: ActorMention) -> Draft | None:
    own = view.scan.pack.subject_first and act == "recall"
    own = own or (act == "expel" and envoy.possessive)  # "the French envoy"
    elsewhere = not any(envoy is actor for actor in view.sentence.actors)
    elsewhere = elsewhere and (view.scan.pack.order != "sov" or envoy.post is not None)
    sender = envoy.state if envoy.state and (own or elsewhere) else _by_role(view, "sender", envoy, None) or envoy.state
    if act in ("present_credentials", "farewell") and envoy.state and _leads(view, sender):
        sender = envoy.state  # who receives an envoy has not sent one
    receiver = (
        (_by_role(view, "receiver", envoy, sender) if act == "expel" else None)
        or envoy.post
        or _by_role(view, "receiver", envoy, sender)
    )
    others = [a for a in view.sentence.actors if a.state and a.state != sender and a is not envoy]
    if act == "present_credentials":
        many = len({a.state for a in view.sentence.actors if a.office == "ambassador"}) > _TWO
        # other envoys take nothing
        others = [a for a in others if a.office != "ambassador" or (a.list_id == 0 and not many)]
    person = next((a for a in others if a.office in ("head_of_state", "head_of_government", "foreign_minister")), None)
    if act == "present_credentials":
        person = _taker(view, sender) or person
    state = receiver or next((a.state for a in (person, *others) if a), None)
    if state is None:
        told = [view.scene.home] if view.scene.home else focus(view)
        sent = {a.state for a in view.sentence.actors if a.office == "ambassador"} if act in _TAKEN else set()
        told += [*focus(view), *(view.scene.weights if sent else ())]
        state = next((s for s in told if s != sender and s not in sent), None)
    if sender is None:
        sender = next((s for s in focus(view) if s != state), None)
    if sender is None or state is None or sender == state:
        return None
    if person is None and act == "present_credentials":
        holder = view.scene.holder("head_of_state", state)
        if holder:
            person = ActorMention(view.cue.start, view.cue.start, "person", state, "head_of_state", holder.name)
    if act == "present_credentials" and (person is None or person.start == view.cue.start):
        takers = (m for slot, role in view.args.items() if role == "receiver" for m in view.slots.get(slot, []))
        person = next((m for m in takers if m.name and m.state == state), person)
    host: Actor = (
        as_actor("receiver", person)
        if person and act in ("present_credentials", "farewell")
        else state_actor("receiver", state)
    )
    name = envoy.name or (_apart(view, envoy) if act in _NAMED_APART else None)
    actors = [Actor("envoy", name, envoy.office or "ambassador", sender), state_actor("sender", sender), host]
    place, _ = view.place() if act not in _NOWHERE else (None, None)
    status = view.status("done")
    status = "done" if status == "ongoing" else status  # "whose mission is coming to an end": he is seen off
    due = act == "expel" and status == "planned" and not view.rule("status", "planned") and not _told_ahead(view)
    draft = view.draft("accreditation", actors, "done" if due else status, act=act, place=place)
    if due:  # "told to leave within a week": that is only by when
        draft.date, draft.end_date, draft.told_date = None, None, False
    draft.at = envoy.start
    return draft


def _told_ahead(view: View) -> bool:
    """Whether the words of the act themselves say that it is still to come."""
    group = view.cue.pattern.group
    return bool(group and group.status == "planned")


def _leads(view: View, state: str | None) -> bool:
    """Whether the sentence tells a leader of a state."""
    return any(a.state == state and a.office in ("head_of_state", "head_of_government") for a in view.sentence.actors)


_NAMED_APART = ("appoint", "recall", "present_credentials", "farewell")
_NOWHERE = ("appoint", "recall")  # acts of which a place in the sentence is where the envoy serves


def _taker(view: View, sender: str | None) -> ActorMention | None:
    """The official who takes the credentials, or their copies, in the head of state's stead."""
    slots = [slot for slot, role in view.args.items() if role == "receiver" and slot in ("subj", "to")]
    told = (m for slot in slots for m in view.slots.get(slot, []) if m.name and m.office)
    return next((m for m in told if m.state and m.state != sender and m.office != "ambassador"), None)


def _by_role(view: View, role: str, envoy: ActorMention, taken: str | None) -> str | None:
    """The state that the cue's arguments put in a role, unless it is told with the envoy."""
    for slot, wanted in view.args.items():
        for mention in view.slots.get(slot, []) if wanted == role else ():
            if mention.state and mention.state != taken and mention is not envoy:
                return mention.state
    return None


def _apart(view: View, envoy: ActorMention) -> str | None:
    """The one person of the sentence without an office: ``hat X zur Botschafterin ernannt``; else the one who is no
    leader: ``named the diplomat X ambassador``."""
    told = [a for a in view.sentence.actors if a.name and a.name != envoy.name]
    own = [a for a in told if a.office in _RAISED and a.state in (None, envoy.state or a.state)]
    plain = [a for a in told if a.office is None]
    # "X succeeds Y as ambassador": who acts
    acting = [a for a in plain if any(a is m for m in view.slots.get("subj", ()))] if len(plain) > 1 else []
    names = [a.name for a in acting or plain] or [a.name for a in own] or [*_written_out(view, envoy)]
    return names[0] if len(names) == 1 else None


def _written_out(view: View, envoy: ActorMention | None = None) -> list[str]:
    """Full names of the sentence that nothing but the act vouches for: ``Кралем послом назначен X Y``; such as no list
    of given names knows only right beside the act's words or the office."""
    pack, (start, end) = view.scan.pack, view.sentence.span
    if pack.capitals != "names":
        return []
    taken = [(a.start, a.end) for a in view.sentence.actors] + [(hit.start, hit.end) for hit in view.place_hits()]
    runs = capital_runs(view.scan.text, start, end, pack)
    free = [run for run in runs if not any(low < run[1] and run[0] < high for low, high in taken)]
    names = [(base_form(view.scan.text[low:high], pack), low, high) for low, high in free]
    known = [name for name, low, _ in names if " " in name and has_given_name(name) and not _behind_article(view, low)]
    if known or envoy is None:
        return known
    return [name for name, low, high in names if " " in name and _is_beside(view, envoy, low, high)]


def _is_beside(view: View, envoy: ActorMention, low: int, high: int) -> bool:
    """Whether a stretch of the text lies in or right beside the words of the act or of the envoy's office, and no
    article stands before it."""
    before = view.scan.folded[view.sentence.span.start : low].split()[-1:]
    if not before or not before[0].isalpha() or _behind_article(view, low):
        return False  # the first word of a sentence or quotation has a capital for that
    spots = ((view.cue.start, view.cue.end), (envoy.start, envoy.end))
    return any(low - end <= _BY_NAME and start - high <= _BY_NAME for start, end in spots)


def _behind_article(view: View, low: int) -> bool:
    """Whether an article stands before a place, as before no person's name: ``crossed the Santa Rosa river``."""
    before = view.scan.folded[view.sentence.span.start : low].split()[-1:]
    return bool(before) and before[0] in view.scan.pack.sets["articles"]


_BY_NAME = 8  # letters of the small words between a name and an act or office


_RAISED = ("ambassador", "delegation", "senior_official", "deputy_minister", "other", "military_officer")
