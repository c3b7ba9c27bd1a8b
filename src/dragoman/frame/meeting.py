"""Meetings: encounters in person, by telephone or video (codebook, kind ``meeting``)."""

from __future__ import annotations

import itertools
from dataclasses import replace

from dragoman.find.mention import SEVERAL, ActorMention, Cue
from dragoman.find.tellers import teller
from dragoman.frame.convening import asked_for, called_together, convened, faces_others, only_leaders
from dragoman.frame.draft import Draft, as_actor
from dragoman.frame.one_by_one import met_alone, told_apart
from dragoman.frame.parties import both, expand, led
from dragoman.frame.peoples import from_several, of_two_adjectives
from dragoman.frame.subjects import of_unknown
from dragoman.frame.view import View
from dragoman.resolve.dates import resolve_date
from dragoman.resolve.placing import organisations
from dragoman.world import places_of_states

_ACTING = ("state", "org", "ref", "institution", "capital", "side")
_SLOTS = ("subj", "obj", "with", "by", "between", "of", "for", "from", "to")


def meetings(view: View) -> list[Draft]:
    """One encounter, or one with each: ``A ve B ile ayrı ayrı görüştü``; who calls or talks to two on the telephone
    does so with each."""
    apart = told_apart(view)
    slot = met_alone(view, apart, _type(view) == "phone" and view.qualifier("meeting") != "multilateral")
    drafts = [] if slot else [meeting(view)]
    rows, slots = view.slots[slot] if slot else [], dict(view.slots)
    for other in rows:
        # the first of them may stand right behind the verb, as its object, too
        view.slots.update({key: [m for m in slots[key] if m is other or m not in rows] for key in slots})
        drafts.append(meeting(view))
    made = [draft for draft in drafts if draft]
    for draft in made if slot and apart else ():
        if draft.type == "multilateral" and len(draft.states()) == 2:
            draft.type = "bilateral"  # each of several met alone
    return made


def _without_each_other(view: View, mentions: list[ActorMention]) -> list[ActorMention]:
    """Those told, without words for both of them: ``A and B will see each other``."""
    acting = {m.state for m in view.slots.get("subj", []) if m.state and (m.name or m.office)}
    return [m for m in mentions if m.members or m.ref not in SEVERAL] if len(acting) > 1 else mentions


def meeting(view: View) -> Draft | None:
    """One encounter with all who take part; fewer than two parties are completed from the scene."""
    pair = both(view)
    mentions = led(view, expand(_without_each_other(view, _mentions(view)), view))
    people = [m for m in mentions if m.name or (m.office and m.state)]
    people = _without_delegations(view, people, pair)
    people = _company(view, people) or people
    people = _not_with_oneself(view, _without_teller(view, people))
    states = [
        m
        for m in mentions
        if not (m.name or m.office) and m.state and (m.form in _ACTING or _is_met(view, m) or _listed(m, mentions))
    ]
    if members := _members(view, people):
        people, states = [], members
    sides = [] if len({p.state for p in people}) > 1 else _sides(view)
    nobody = not mentions and not sides
    if nobody and (_told_again(view) or of_unknown(view.cue, view.window[0], view.scan.folded, view.scan.pack)):
        return None  # "the dairy lobby met in Lima"
    if not _sides_told(view):
        return None
    if _of_one_state(view, people, states) or _met_nobody(view, people, states):
        return None
    if sides:
        states, people = sides, [p for p in people if any(p.state == side.state for side in sides)]
    told = {p.state for p in people}
    # who only calls for a summit of an organisation takes no part in it
    attended = bool(people) and view.status("done") != "proposed"
    beside = [s for s in states if s.state not in told and not (attended and _holds_event(view, s))]
    if len(told) > 1:
        # "spoke with A about fishing off the coast of C"
        beside = [s for s in beside if s.marker != "of" or s.list_id]
    if view.scan.pack.order == "sov" and set(view.args) == {"subj", "by"} and not people:
        beside, pair = [], _met_before(view) or pair
    status = asked_for(view, view.status("done"))
    if _spoken_of_again(view, status):
        return None
    if called := called_together(view, people + beside, status):
        people, beside = [], called
    if not people and not view.verbal and status in _AHEAD:
        # who comes to a meeting of another day the text need not know
        pair = [replace(p, office=None, name=None, form="state") for p in pair]
    if not (mentions or sides or view.sentence.actors):
        pair = _told_just_before(view) or pair
    # who else takes part in an event of many the text need not tell
    hosts = [*view.slots.get("subj", []), *view.slots.get("by", [])] if view.verbal else []
    told_of = people or [s for s in beside if s.form == "org" or (s.form == "state" and s in hosts)]
    alone = bool(members or called) or only_leaders(people, beside) or convened(view, people, beside)
    type_ = "multilateral" if alone else _type(view)
    several = alone or (type_ == "multilateral" and bool(told_of))
    parties = people + beside if several or _with_others(view) else _complete(people + beside, pair)
    if not any(p.name or p.office for p in parties):
        parties = _led_next(view, parties)
    if len({p.state for p in parties}) < 2 and not (len(parties) >= 1 and type_ == "multilateral"):
        return None
    if _received(view) and not any(m.name or m.office or m.ref for m in view.slots.get("obj", [])):
        return None  # who is received is a person: a budget or a law is passed, a community lives somewhere
    if type_ == "bilateral" and len({p.state for p in parties if p.state}) > 2:
        type_ = "multilateral"
    elif type_ == "multilateral" and (len(sides) == 2 or _two_told(view, parties) or _of_pair(view, parties)):
        type_ = "bilateral"
    if (status == "ongoing" or not view.verbal) and _on_instrument(view, status):
        return None
    near = {p.state for p in parties if type_ != "multilateral"}
    for_which = _purpose(view) and status in ("done", "ongoing", "planned")
    here = (
        None if type_ in ("phone", "video") else view.place(("in",))[0] or _whither(view) or _called_after(view, near)
    )
    draft = view.draft(
        "meeting",
        [as_actor("participant", p) for p in parties],
        "planned" if for_which else status,
        type=type_,
        place=here,
        topics=view.topics(*view.sentence.span),
    )
    if draft.date is None and here is None and status not in _NOT_HELD and not view.verbal and _only_said(view):
        return None
    asked = bool(called) and draft.day < called[0].start  # the day is that of the asking
    if asked or (for_which and draft.told_date and _day_of_journey(view, draft.day) and _has_left(view)):
        draft.date = draft.end_date = None
        draft.told_date = False
    return draft


_NOT_HELD = ("cancelled", "proposed")
_OPEN = ("planned", "proposed", "ongoing")


def _on_instrument(view: View, status: str) -> bool:
    """Whether a noun tells, without day or place, that an instrument is or will be negotiated: that is the document's
    record, and no meeting: ``ready to start negotiations on a free trade agreement``."""
    if status not in _OPEN or view.date_mention() is not None or view.place(("in",))[0]:
        return False
    folded, cue, last = view.scan.folded, view.cue, view.scan.pack.order == "sov"
    for hit in view.sentence.documents:
        between = folded[hit.end : cue.start] if last else folded[cue.end : hit.start]
        inside = cue.start <= hit.start < cue.end
        near = inside or (0 < len(between) <= _ON_WHAT and (hit.start < cue.start) == last)
        if near and "," not in between:
            return True
    return False


_ON_WHAT = 30  # letters between a negotiation and the instrument that it is on


def _only_said(view: View) -> bool:
    """Whether a noun stands in a clause that tells what somebody says of talks in general, without day or place: ``said
    that the talks with A would aim at peace``."""
    pack, folded, low = view.scan.pack, view.scan.folded, view.window[0]
    if pack.order == "sov" or low not in view.sentence.barriers:
        return False
    if folded[low : low + _CONJUNCTION].lstrip(", ").startswith(pack.markers.get("after", ())):
        return False  # "said after a meeting with A"
    said = min((cue.end for cue in view.sentence.cues if cue.says and cue.end <= low), default=low + 1)
    clauses = (at for at in view.sentence.barriers if said <= at <= low)
    words = pack.words["reported"]
    return any(not words or folded[at : at + _CONJUNCTION].lstrip(", ").startswith(words) for at in clauses)


_CONJUNCTION = 16  # letters of what begins a clause


def _received(view: View) -> bool:
    """Whether a cue tells that somebody receives another, whom it takes as its object."""
    slots = set(view.args)
    if view.scan.pack.order == "sov":
        return slots == {"subj", "obj", "by"}
    active = not (view.cue.passive or view.cue.impersonal) and len(view.slots.get("subj", [])) == 1
    if view.scan.pack.order != "svo" or view.scan.pack.comma_clauses or not active:
        return False
    if not {"subj", "obj", "by"} <= slots or "of" in slots:
        return False
    behind = (m for m in view.sentence.actors if view.cue.start <= m.start < view.window[1] and not m.attributive)
    several = view.slots["subj"][0].ref in SEVERAL
    return not several and all(m.marker in ("in", "inviting") for m in behind)


_ENDING = 6  # letters of a verb's ending
_FOR = 24  # letters of the words before or behind a meeting that say what a journey is for


def _purpose(view: View) -> bool:
    """Whether a meeting is what a journey told in the clause is for: ``flew to Vienna to meet X``."""
    words, cue, folded = view.scan.pack.words["in_order_to"], view.cue, view.scan.folded
    visits = [c for c in view.sentence.cues if c.pattern.value == "visit"]
    if not words or not visits:
        return False
    if view.scan.pack.order == "sov":
        behind = folded[max(cue.start, cue.end - _ENDING) : cue.end + _FOR]
        return any(word in behind for word in words) and any(c.start >= cue.end for c in visits)
    before = folded[max(view.sentence.span.start, cue.start - _FOR) : cue.start].split()
    while before and before[-1] in view.scan.pack.sets["articles"]:
        before.pop()
    begins = folded[cue.start : cue.end].split(" ", 1)[0]
    told = (" " + " ".join(before)).endswith(tuple(f" {word}" for word in words)) or begins in words
    went = max((c.end for c in visits if c.end <= cue.start), default=-1)
    met = any(
        went < c.start < cue.start for c in view.sentence.cues if c.pattern.value == "meeting" and c.end <= cue.start
    )
    return told and went >= 0 and not met


def _day_of_journey(view: View, day: int) -> bool:
    """Whether a day is told with the journey and not with the meeting that it is for."""
    return day >= view.cue.end if view.scan.pack.order == "sov" else day < view.cue.start


def _has_left(view: View) -> bool:
    """Whether the journey that a meeting is for is over, so that its day is not the meeting's: ``flew to Accra on
    Monday to meet X``."""
    visits = (cue for cue in view.sentence.cues if cue.pattern.value == "visit")
    return any(View(view.scan, view.scene, view.number, cue).status() == "done" for cue in visits)


_COMPANY = 3  # sentences before a meeting's noun in which who met may be told, and how many states make a company


def _company(view: View, people: list[ActorMention]) -> list[ActorMention]:
    """Those of three or more states who have just acted together, where a noun tells of their meeting and names one of
    them or nobody: ``Presidents A, B and C signed the pact. At the meeting A said ...``."""
    if view.verbal or view.date_mention() is not None or len({p.state for p in people}) > 1:
        return []
    for row in reversed(view.scan.sentences[max(0, view.number - _COMPANY) : view.number]):
        lists: dict[int, list[ActorMention]] = {}
        for actor in row.actors:
            if actor.list_id and actor.state and actor.office and actor.marker in ("", "by", "between", "with"):
                lists.setdefault(actor.list_id, []).append(actor)
        rows = next((r for r in lists.values() if len({a.state for a in r}) >= _COMPANY), [])
        if rows:
            # "A together with B, C and D"
            lead = [a for a in row.actors[:1] if a.name and a.office and not (a.marker or a.attributive or a.list_id)]
            rows = [*(a for a in lead if a.state not in {r.state for r in rows}), *rows]
            return rows if {p.state for p in people} <= {a.state for a in rows} else []
    return []


def _without_teller(view: View, people: list[ActorMention]) -> list[ActorMention]:
    """Those who meet, without who only says so behind them: ``A and B will meet, the spokesman X said``."""
    if len(people) < _COMPANY:
        return people
    told_by = teller(view.sentence, view.scan.folded)
    if told_by is None or told_by.start < view.cue.end:
        return people
    rest = [p for p in people if p.start != told_by.start]
    return rest if len({p.state for p in rest}) > 1 else people


def _holds_event(view: View, mention: ActorMention) -> bool:
    """Whether an organisation only tells whose event it is where somebody meets: ``met at the ASEAN summit``,
    ``attended the summit of the OTS``."""
    if mention.form != "org" or mention.list_id:
        return False
    cue = view.cue
    if mention.marker == "of" or mention.possessive or cue.start <= mention.start < cue.end:
        return True
    events = (c for c in view.sentence.cues if c.pattern.value in _EVENTS)
    return any(0 <= c.start - mention.end <= _NEXT for c in events)


_EVENTS = ("meeting", "body")
_NEXT = 2  # letters between an organisation and the noun of its event


def _listed(mention: ActorMention, mentions: list[ActorMention]) -> bool:
    """Whether an adjective shares the noun of one behind it: ``Polish and Kenyan negotiators``."""
    rows = (m for m in mentions if m.list_id and m.list_id == mention.list_id and m.start > mention.start)
    return mention.form == "adj" and any(m.form == "institution" for m in rows)


def _sides(view: View) -> list[ActorMention]:
    """The states whose adjectives stand in a row beside a meeting's noun: ``the US-Iranian talks``, ``القمة الروسية
    الأمريكية``; whoever else the clause tells only holds it."""
    row: list[ActorMention] = []
    for actor in view.actors_in(view.window[0], view.window[1]):
        if not actor.attributive or not actor.state or actor.post:
            continue
        if row and _in_row(view, row[-1], actor):
            row.append(actor)
        else:
            row = [actor]
        if len({a.state for a in row}) == len(row) > 1 and _beside_noun(view, row[0].start, row[-1].end):
            return [replace(a, form="state", marker="", possessive=False) for a in row]
    return []


def _in_row(view: View, one: ActorMention, other: ActorMention) -> bool:
    """Whether nothing but a hyphen, a space or an article parts two adjectives."""
    between = view.scan.folded[one.end : other.start].strip(" -\u2011\u2013")
    return not between or between in view.scan.pack.clitics.get("article", ())


def _beside_noun(view: View, start: int, end: int) -> bool:
    """Whether a stretch stands right before or behind the noun of the meeting that a cue tells, inside it or not."""
    folded, cue = view.scan.folded, view.cue
    articles = ("", *view.scan.pack.clitics.get("article", ()))
    for noun in view.sentence.cues:
        if noun.pattern.value != "meeting" or not cue.start <= noun.start < cue.end:
            continue
        verb = noun.pattern.group and noun.pattern.group.verb and " " not in folded[noun.start : noun.end]
        behind = not verb and noun.end <= start and folded[noun.end : start].strip(" ") in articles
        if behind or folded[end : noun.start] == " ":
            return True
        inside = noun.start < start and end < noun.end
        if inside and 1 in (len(folded[noun.start : start].split()), len(folded[end : noun.end].split())):
            return True
    return False


def _sides_told(view: View) -> bool:
    """Whether officials of two states act together, where the words tell a meeting only so: ``X and Y discussed Z``."""
    group = view.cue.pattern.group
    if group is None or not group.told:
        return True
    told = [m for slot in view.args for m in view.slots.get(slot, [])]
    acting = [m for m in expand(told, view) if m.name or m.office]
    # "the Secretary and the Ministers discussed Z" goes on about those who met, of whom there may be more
    named = any(_told_by_name(view, m) for m in acting)
    return named and len({m.state for m in acting if m.state}) > 1


def _not_with_oneself(view: View, people: list[ActorMention]) -> list[ActorMention]:
    """Those who meet, if all seem to be of one state: an office told without a name then stands for whoever holds it on
    the other side (``A's minister X met B's minister Y. The minister also met B's premier``)."""
    states = {p.state for p in people}
    bare = [p for p in people if p.form == "office" and p.name and not p.list_id and not _told_by_name(view, p)]
    if len(states) != 1 or len(bare) != 1 or len(people) == 1 or not all(p.state and p.name for p in people):
        return people
    known = [p for p in view.scene.persons.values() if p.office == bare[0].office and p.first < view.cue.start]
    held = {p.state: p for p in known if p.state and p.state not in states}
    if len(held) != 1:
        return people
    other = next(iter(held.values()))
    return [replace(p, state=other.state, name=other.name) if p is bare[0] else p for p in people]


def _told_by_name(view: View, mention: ActorMention) -> bool:
    """Whether a person's name, or the last word of it, stands in the mention itself."""
    words = (mention.name or "").rsplit(None, 1)
    return bool(words) and words[-1] in view.scan.text[mention.start : mention.end]


def _of_one_state(view: View, people: list[ActorMention], states: list[ActorMention]) -> bool:
    """Whether those who meet and those whom they meet are officials or people of one state: ``X met his minister``,
    ``X dined with Kenyan businessmen``."""
    if len({p.state for p in people}) != 1 or people[0].state is None:
        return False
    met = {m.start for slot in _MET for m in view.slots.get(slot, []) if m.name or m.office}
    met -= {m.start for m in view.slots.get("subj", [])}
    names = {p.name for p in people if p.name}
    crowd = {p.office for p in people if p.start in met and not p.name} & _PEOPLE and not states
    told = len(names) > 1 or bool(crowd and names)
    return told and any(p.start in met for p in people) and any(p.start not in met for p in people)


_PEOPLE = {"business", "other", "member_of_parliament"}  # whom somebody meets at home or abroad of one's own


def _met_nobody(view: View, people: list[ActorMention], states: list[ActorMention]) -> bool:
    """Whether the noun right before a verb that comes last tells whom somebody meets, and stands for nobody known:
    ``sporcuyu telefonla aradı``."""
    pack, start = view.scan.pack, view.cue.start
    if not (pack.faced and view.verbal) or len({m.state for m in (*people, *states)}) > 1:
        return False
    begin = view.scan.folded.rfind(" ", 0, max(start - 1, 0)) + 1
    if begin <= view.sentence.span.start or any(a.start <= begin < a.end for a in view.sentence.actors):
        return False
    return pack.looks("faced", view.scan.folded[begin : start - 1])


def _without_delegations(view: View, people: list[ActorMention], pair: list[ActorMention]) -> list[ActorMention]:
    """Who met in an expanded format: those told before on the delegations' sides, where the text names them."""
    if _type(view) != "extended":
        return people
    named = {p.state for p in (*people, *pair) if p.name}
    return [p for p in people if p.name or p.office != "delegation" or p.state not in named]


def _two_told(view: View, parties: list[ActorMention]) -> bool:
    """Whether the words themselves tell a list of who met, and only two, or whom somebody met: ``the presidents of
    A and B met``, ``X met the secretary general of NATO, Y``."""
    rows = [m for m in view.slots.get("subj", []) if m.list_id]
    rows += [m for m in view.slots.get("of", []) if m.list_id and (m.office or not rows)]
    inside = bool(rows) and view.cue.start < rows[0].end and rows[0].start < view.cue.end
    two = len(rows) == 2 and {m.state for m in rows} == {p.state for p in parties}
    met = len(parties) == 2 and all(p.name and p.office for p in parties) and view.slots.get("with", []) == parties[1:]
    return ((inside and two) or met) and view.qualifier("meeting") is None


def _of_pair(view: View, parties: list[ActorMention]) -> bool:
    """Whether two states stand right before a summit that is theirs alone: ``欧俄峰会``, ``两国元首峰会``."""
    states = {p.state for p in parties}
    if not view.scan.pack.comma_clauses or len(states) != 2:
        return False
    rows = [a for a in view.sentence.actors if view.window[0] <= a.start < view.cue.end]
    both_ = any(a.ref in ("both", "both_heads") for a in rows)
    near = (a.end == b.start and {a.state, b.state} == states for a, b in itertools.pairwise(rows))
    return both_ or any(near)


def _spoken_of_again(view: View, status: str) -> bool:
    """Whether a noun, where verbs come last, only names in what somebody says an encounter told before, or that talks
    are to go on: ``X, görüşmede ... söyledi``, ``X, "Görüşmelere hazırız" dedi``."""
    pack, row = view.scan.pack, view.sentence
    if pack.order != "sov" or view.verbal or view.date_mention() is not None or view.place(("in",))[0]:
        return False
    if not any(cue.says and cue.start >= view.cue.end for cue in row.cues):
        return False
    if any(m.state or m.ref for slot in ("with", "obj", "between", "by") for m in view.slots.get(slot, [])):
        return False
    acting = {m.state for slot in ("subj", "of") for m in view.slots.get(slot, []) if m.state}
    both_ = any(a.ref in SEVERAL for a in row.actors)
    if len(acting) > 1 or (both_ and status not in _OPEN):
        return False
    return any(_of_encounter(cue) for one in view.scan.sentences[: view.number] for cue in one.cues)


def _told_again(view: View) -> bool:
    """Whether a noun without parties or day only names an encounter told before: ``after the talks, X said``."""
    pack = view.scan.pack
    if view.verbal or pack.comma_clauses or any(a.ref for a in view.sentence.actors) or not _of_no_other_day(view):
        return False
    if _type(view) in _FORMATS:
        return False  # "the talks will go on with delegations"
    rows = view.scan.sentences[: view.number]
    return any(_of_encounter(cue) for row in rows for cue in row.cues)


def _of_encounter(cue: Cue) -> bool:
    """Whether a cue tells a meeting or the session of a joint body."""
    group = cue.pattern.group
    return cue.pattern.value == "meeting" or (group is not None and group.act == "meet")


_FORMATS = ("one_on_one", "extended")


def _told_just_before(view: View) -> list[ActorMention]:
    """Officials of two states whom the sentence before tells, where the meeting's own tells nobody: ``will ask the
    secretary general to mediate. The meeting is set for Wednesday``."""
    row = view.scan.sentences[view.number - 1] if view.number else None
    if row is None or row.paragraph != view.sentence.paragraph:
        return []
    held = {a.state: a for a in row.actors if a.state and (a.name or a.office) and not (a.attributive or a.venue)}
    return list(held.values()) if len(held) == _PAIR else []


_PAIR = 2


def _of_no_other_day(view: View) -> bool:
    """Whether a noun tells no day, or one long before the text's on which others may have met: ``the first meeting was
    held in March``."""
    mention = view.date_mention()
    day = resolve_date(mention, view.scene.date, future=False)[0] if mention else None
    if mention is None or day is None:
        return mention is None
    if len(day) < _DAY:
        return day < view.scene.date.isoformat()[: len(day)]
    return view.scene.days_since(day) > _WEEKS


_DAY, _WEEKS = 10, 14  # letters of a day; how many days before the text others may have met


def _whither(view: View) -> str | None:
    """Where somebody went whom the same sentence then lets meet another: ``Roma'ya giden X, Y ile görüştü``."""
    went = [cue.end for cue in view.sentence.cues if cue.pattern.value == "visit" and cue.end <= view.cue.start]
    return view.place_before(("to",), went[-1]) if went else None


_BEHIND = 4  # letters between a meeting's noun and the place that it is called after


def _called_after(view: View, states: set[str | None]) -> str | None:
    """The place by which a meeting is called: ``the talks of Geneva``; a capital of who meets may stand for it."""
    held = [a for a in view.sentence.actors if a.office or a.name]
    for hit in view.place_hits():
        near = view.cue.start < hit.start <= view.cue.end + _BEHIND
        if any(a.start <= hit.start < a.end for a in held):
            continue  # "the mayor of Geneva"
        if near and view.marker_before(hit.start) == "of":
            place, state = places_of_states(hit)
            return place if state not in states else None
    return None


def _members(view: View, people: list[ActorMention]) -> list[ActorMention]:
    """The organisation whose members' ministers or leaders meet by themselves: ``EU foreign ministers met in
    Luxembourg``; who meets nobody is several, and an organisation has no ministers of its own."""
    if len(people) != 1 or people[0].name or people[0].state not in organisations(view.scan.pack.code):
        return []
    group = view.cue.pattern.group
    leaders = people[0].office == "secretary_general" and (view.verbal or (group and group.type == "multilateral"))
    several = people[0].office in _MEMBERS_OFFICES or leaders
    if not several or view.negated or faces_others(view) or people[0] not in view.slots.get("subj", []):
        return []
    return [replace(people[0], office=None, form="org")]


_MEMBERS_OFFICES = ("head_of_state", "head_of_government", "foreign_minister", "defence_minister", "minister")


_BACK = 3
_AHEAD = ("planned", "proposed", "cancelled")
_BESIDE = 14  # letters between a state and the place that is its: "başkenti"


def _met_before(view: View) -> list[ActorMention]:
    """Who met by one of the last sentences: what was then on the table tells nobody anew."""
    for row in reversed(view.scan.sentences[max(0, view.number - _BACK) : view.number]):
        if any(cue.pattern.value in ("meeting", "visit") for cue in row.cues):
            sides: dict[str, ActorMention] = {}
            for actor in row.actors:
                if actor.state and (actor.name or actor.office):
                    sides.setdefault(actor.state, actor)
            if len(sides) > 1:
                return list(sides.values())[:2]
    return []


def _mentions(view: View) -> list[ActorMention]:
    """Who may have met: those that ``between`` names, else all in the clause that are no place."""
    between = [m for m in view.slots.get("between", []) if m.state]
    if view.scan.pack.order == "sov" and not view.verbal:
        between = [m for m in between if m.start < view.cue.start]
    if len({m.state for m in between}) > 1:
        return between
    if people := of_two_adjectives(view):
        return people
    out = []
    # a noun that tells of a meeting has those who met before it where verbs come last
    behind = view.scan.pack.order == "sov" and not view.verbal
    group = view.cue.pattern.group
    asked = group is not None and group.status == "proposed"  # "called on A and B to resume talks"
    for slot in view.args or _SLOTS:
        for mention in view.slots.get(slot, []):
            place = mention.capital and mention.marker not in ("", "with", "between")
            place = place or (mention.form == "state" and mention.marker in _THERE)  # "will meet again in Brazil"
            place = place or _owns_place(view, mention) or _of_other_verb(view, mention)
            place = place or (view.scan.folded.startswith("-", mention.end) and mention.form == "org")  # "UN-brokered"
            place = place or (slot in _MET and _of_other_meeting(view, mention))
            place = place or (mention.attributive and mention.marker == "of" and mention.start >= view.window[1])
            if not place and (slot != "to" or mention.name or mention.office or asked):
                out.append(mention)
    before = [m for m in out if m.start < view.cue.end]
    out = before if behind and before else out or from_several(view)
    return out + _groups_met(view, out)


def _groups_met(view: View, told: list[ActorMention]) -> list[ActorMention]:
    """The armed group whose people one meets, right behind the words for them: ``met representatives of Hamas``."""
    if view.scan.pack.order not in ("svo", "v2") or len({m.state for m in told}) != 1:
        return []
    near = [a for a in view.actors_in(view.cue.start, view.cue.end + _MET_NEAR) if _is_met(view, a)]
    return [a for a in near if a.state and a.state != told[0].state and a not in told][:1]


def _is_met(view: View, group: ActorMention) -> bool:
    """Whether an armed group is told as one side of a meeting: with its marker, or right behind its words."""
    if group.form != "group" or group.marker not in ("", "with", "of", "obj", "between"):
        return False
    between = view.scan.folded[view.cue.end : group.start]
    near = view.cue.start <= group.start and len(between) <= _MET_NEAR and "," not in between
    return group.marker in ("with", "between") or near


_MET_NEAR = 28  # letters of who is met behind a meeting's words


_THERE = ("in", "at")


def _of_other_verb(view: View, mention: ActorMention) -> bool:
    """Whether a bare state is what a later verb acts on: ``after talks with A, B condemned C``."""
    if view.scan.pack.order != "svo" or mention.marker or mention.name or mention.office or mention.ref:
        return False
    later = (cue for cue in view.sentence.cues if cue.start >= view.cue.end and cue.pattern.value != "meeting")
    return any(0 < mention.start - cue.end <= _BEHIND for cue in later)


_MET = ("with", "obj")
_THEN = 60  # letters between a meeting told and the verb of the next: ", and then"


def _of_other_meeting(view: View, mention: ActorMention) -> bool:
    """Whether somebody is met by another verb of the clause, behind or before this one: ``met A and then conferred
    with B``."""
    if view.scan.pack.order == "sov":
        return False
    cue = view.cue
    others = [
        c
        for c in view.sentence.cues
        if c.pattern.value == "meeting" and (c.pattern.group is None or not c.pattern.group.mute)
    ]
    if mention.start >= cue.end:
        return any(cue.end <= c.start < mention.start and _begins_next(view, cue, c) for c in others)
    own = any(cue.start <= m.start for slot in _MET for m in view.slots.get(slot, []) if m is not mention)
    return own and any(c.end <= mention.start < cue.start and _begins_next(view, c, cue) for c in others)


def _begins_next(view: View, one: Cue, other: Cue) -> bool:
    """Whether a verb tells a second meeting: an *and* joins it to somebody met by the first."""
    met = [a for a in view.sentence.actors if one.end <= a.start and a.end <= other.start and a.state and a.office]
    if not met or other.start - met[-1].end > _THEN:
        return False
    between = view.scan.folded[met[-1].end : other.start].replace(",", " ").split()
    return any(word in view.scan.pack.sets["and"] for word in between)


def _with_others(view: View) -> bool:
    """Whether somebody is met who acts for no state, as far as is told: ``met with reporters``."""
    words = view.scan.pack.markers.get("with", ())
    told = any(m.state or m.name or m.ref for m in view.slots.get("with", []))
    if told or not view.scan.pack.spelling.spaces or view.scan.pack.order == "sov":
        return False
    behind = view.scan.folded[view.cue.end : view.cue.end + 16].split()[:1]
    last = view.scan.folded[view.cue.start : view.cue.end].split()[-1:]
    return any(word in words for word in (*behind, *last))


def _owns_place(view: View, mention: ActorMention) -> bool:
    """Whether a state's genitive only says where a place is: ``İsviçre'nin Davos kasabasında``."""
    bare = mention.marker == "of" and not (mention.name or mention.office or mention.ref)
    near = (hit for hit in view.sentence.places if 0 < hit.start - mention.end < _BESIDE)
    return bare and any(places_of_states(hit)[1] == mention.state for hit in near)


def _type(view: View) -> str:
    group = view.cue.pattern.group
    told = group.type if group else None
    near = view.qualifier("meeting")
    if near == "multilateral":
        # "a three-way phone call" is one all the same
        near = told if told in _REMOTE else _remote_beside(view) or near
    return near or told or _type_beside(view) or "bilateral"


_REMOTE = ("phone", "video")


def _remote_beside(view: View) -> str | None:
    """Whether words within those of a meeting tell that it was held from afar."""
    start, end = view.cue.start, view.cue.end
    rules = [r for r in view.sentence.rules if r.pattern.table == "qualifier" and r.pattern.form == "meeting"]
    return next(
        (r.pattern.value for r in rules if r.pattern.value in _REMOTE and start <= r.start and r.end <= end), None
    )


def _type_beside(view: View) -> str | None:
    """The type that another pattern of meetings tells whose words close this one's, or go on behind them: ``host an
    international conference``, ``took part in the summit of``."""
    cue = view.cue
    rows = (c for c in view.sentence.cues if cue.start <= c.start < cue.end <= c.end <= cue.end + _BEHIND)
    rows = (c for c in rows if c is not cue)
    groups = (c.pattern.group for c in rows if c.pattern.value == "meeting")
    return next((group.type for group in groups if group and group.type), None)


def _led_next(view: View, parties: list[ActorMention]) -> list[ActorMention]:
    """For sides that met those by whom the next sentence says that each was led: ``The Kenyan side was led by A, the
    Peruvian by B``."""
    at = view.number + 1
    row = view.scan.sentences[at] if at < len(view.scan.sentences) else None
    if row is None or len(parties) < 2:
        return parties
    folded = view.scan.folded[row.span.start : row.span.end]
    words = view.scan.pack.words
    if not any(word in folded for word in (*words["represents"], *words["heads_delegation"])):
        return parties
    leaders = [a for a in row.actors if a.name and a.office and a.state]
    led = [next((a for a in leaders if a.state == p.state), p) for p in parties]
    return led if all(a.name for a in led) else parties


def _complete(parties: list[ActorMention], pair: list[ActorMention]) -> list[ActorMention]:
    """With one side told, the other is the main pair's other side."""
    states = {p.state for p in parties}
    if len(states) >= 2:
        return parties
    return parties + [p for p in pair if p.state not in states][: 2 - len(states)]
