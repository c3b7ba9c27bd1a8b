"""Bodies: standing joint institutions, founded, meeting, closed (codebook, kind ``body``)."""

from __future__ import annotations

from dragoman.find.mention import SEVERAL, Cue
from dragoman.frame.draft import Draft, as_actor, state_actor
from dragoman.frame.parties import chairs_named, expand, parties, told_states
from dragoman.frame.title import institution
from dragoman.frame.view import View
from dragoman.lang.matcher import Hit
from dragoman.world import places_of_states

_REACH = 100  # letters between a body and what is told of it
_LONG = 200  # where its name goes on before the verb: "the commission on trade, ... between A and B is meeting"
_MEMBERS = 12  # a list is told to its end
_BESIDE = 3  # letters between a body and the document about it
_HOUSES = ("mission", "centre", "fund", "company")  # where others meet: an embassy holds no sessions
_SITTING = ("council", "commission", "working_group", "forum", "unspecified")


def body(view: View) -> Draft | None:
    """The body noun nearest to the act, with its member states and, at a session, its chairs."""
    group = view.cue.pattern.group
    act = (group.act if group else None) or "mention"
    noun = _noun(view, act)
    if noun is not None and act == "found" and _opens_session(view, noun):
        return None
    if noun is not None and act == "found" and noun.entry.value == "forum" and _on_a_day(view):
        act = "meet"
    if noun is not None and act == "found" and noun.entry.value == "mission" and _opens_event(view, noun):
        return None
    if noun is None or (act == "meet" and (noun.entry.value in _HOUSES or _at_home(view))):
        return None
    if noun.entry.value == "forum" and act != "close" and _only_invited_to(view, noun):
        return None
    low, high = view.window
    here = noun.start >= view.sentence.span.start
    abroad = told_states(view, *view.sentence.span, places=True)[:2] if noun.entry.value == "mission" else []
    abroad = _own_mission(view, noun) or abroad
    states = abroad if len(abroad) == 2 else parties(view, min(low, noun.start) if here else low, max(high, noun.end))
    if not states:
        return None
    actors = [state_actor("member", state) for state in states[:_MEMBERS]]
    if act == "meet":
        chairs = [slot for slot, role in view.args.items() if role == "chair"]
        if view.cue.impersonal and "by" in chairs:
            chairs.append("subj")  # of a passive verb: "was held, chaired by X"
        leading = expand(chairs_named(view, [m for slot in chairs for m in view.slots.get(slot, [])]), view)
        actors += [as_actor("chair", m) for m in leading if m.name]
    markers = ("in", "to") if act == "found" and noun.entry.value == "mission" else ("in",)
    place = _post_city(view, noun) or view.place(markers)[0]
    status = view.status("done")
    if act == "found" and _agreed_on(view, noun):
        if any(c.pattern.group and c.pattern.group.act == "negotiate" for c in view.sentence.cues):
            return None  # nobody knows whether the agreement comes
        status = "planned"
    draft = view.draft(
        "body",
        actors,
        status,
        type=noun.entry.value,
        act=act,
        place=place,
        topics=view.topics() or (["relations"] if act != "meet" and noun.entry.value in _ON_RELATIONS else []),
        name=institution(view, noun),
    )
    draft.at = noun.start if here else view.cue.start
    return draft


def _own_mission(view: View, noun: Hit) -> list[str]:
    """Whose mission it is and in which state, where its city stands behind it and its state acts, whoever else is told:
    ``expelled two Ghanaian envoys and closed its embassy in Lima``."""
    owner = view.scan.folded[max(0, noun.start - _POSSESSIVE) : noun.start].split()[-1:]
    if noun.entry.value != "mission" or not owner or owner[0] not in view.scan.pack.possessives:
        return []
    behind = (hit for hit in view.sentence.places if 0 <= hit.start - noun.end <= _OWN)
    city = next((places_of_states(hit)[1] for hit in behind), None)
    own = next((m.state for m in view.slots.get("subj", []) if m.state and not m.marker), None)
    return [own, city] if own and city and own != city else []


_POSSESSIVE = 12  # letters of a word such as *its* and of one behind it


def _only_invited_to(view: View, noun: Hit) -> bool:
    """Whether a forum is only where somebody is invited, and none of the two states: ``invited X to the investment
    forum``, and not ``to the forum of both countries``."""
    visits = (cue.pattern.group for cue in view.sentence.cues if cue.pattern.value == "visit")
    if not any(group and group.status == "proposed" for group in visits):
        return False
    near = view.actors_in(noun.start - _OWN, noun.end + _OWN)
    own = {a.state for a in near if a.state and not (a.name or a.office)}
    return len(own) < _SIDES and not any(a.ref in SEVERAL for a in near)


_OWN, _SIDES = 30, 2  # letters beside a forum among which it is told whose it is; how many have one together
_ON_RELATIONS = ("council", "mission", "unspecified")  # what is for relations at large where nothing else is told


def _at_home(view: View) -> bool:
    """Whether it is a state's own institution that meets, right behind the word: ``заседание кабинета``."""
    end = view.cue.end
    near = (a for a in view.sentence.actors if a.marker == "of" and 0 < a.start - end <= 1)
    return view.scan.pack.case_of_head and any(a.form == "institution" and not a.list_id for a in near)


def _on_a_day(view: View) -> bool:
    """Whether the act has a day of its own: a forum that opens on a day sits, and is not founded."""
    mention = view.date_mention()
    return mention is not None and mention.unit == "day" and mention.year is None


def _post_city(view: View, noun: Hit) -> str | None:
    """The city right before a mission in which it stands, behind a word for posts: ``驻西雅图总领馆``."""
    words, folded = view.scan.pack.post_words, view.scan.folded
    near = (hit for hit in view.sentence.places if 0 <= noun.start - hit.end <= _BESIDE)
    posted = (hit for hit in near if words and folded.endswith(words, max(0, hit.start - _BESIDE), hit.start))
    return next((places_of_states(hit)[0] for hit in posted), None)


def _just_told(view: View) -> bool:
    """Whether a session was told right before, where nouns stand last in their names."""
    if view.scan.pack.spelling.spaces:
        return False
    rows = view.scan.sentences[max(0, view.number - 2) : view.number]
    return any(row.bodies and any(cue.pattern.value == "body" for cue in row.cues) for row in rows)


def _named_at_length(view: View, noun: Hit) -> bool:
    """Whether the name of the body that acts goes on up to the verb."""
    between = view.scan.folded[noun.end : view.cue.start]
    return 0 < len(between) <= _LONG and "," not in between and noun.start >= view.window[0]


def _of_chairs(view: View) -> bool:
    """Whether the cue only tells who led the session of the sentence before: ``Den Vorsitz führten A und B``."""
    before = view.scan.sentences[view.number - 1] if view.number else None
    sat = before is not None and any(_meets(cue) for cue in before.cues)
    return sat and view.args.get("subj") == "chair"


def _meets(cue: Cue) -> bool:
    return cue.pattern.group is not None and cue.pattern.group.act == "meet"


def _fuller(view: View, noun: Hit) -> Hit:
    """Where a noun stands last in its name, ``the council`` is the one told before by a longer name."""
    if view.scan.pack.spelling.spaces:
        return noun
    short = view.scan.text[noun.start : noun.end]
    for row in reversed(view.scan.sentences[: view.number]):
        for hit in reversed(row.bodies):
            name = view.scan.text[hit.start : hit.end]
            if len(name) > len(short) and name.endswith(short):
                return Hit(noun.start, noun.end, hit.entry, noun.suffix)
    return noun


def _opens_session(view: View, noun: Hit) -> bool:
    """Whether what opens is a session of the body, told by a noun of its own nearer to the verb, and not the body:
    ``the meeting of the commission opened``."""
    distance = view.cue.distance(noun)
    start, end = view.cue.start, view.cue.end
    if any(_meets(c) and start < c.start and c.end <= noun.start < end for c in view.sentence.cues):
        return True  # "proposed that the next session of the commission"
    told = (c for c in view.sentence.cues if c.distance(view.cue) > 0 and c.pattern.group)
    sessions = (c for c in told if c.pattern.group and c.pattern.group.act == "meet" and not c.pattern.group.verb)
    near = (c for c in sessions if view.window[0] <= c.start < view.window[1])
    return any(c.end <= view.cue.start and c.distance(view.cue) < distance and noun.end <= view.cue.start for c in near)


def _opens_event(view: View, noun: Hit) -> bool:
    """Whether what opens is an exhibition or another event, nearer to the verb than the embassy that holds it."""
    exchanges = (c for c in view.sentence.cues if c.pattern.value == "exchange")
    events = (c for c in exchanges if c.pattern.group and c.pattern.group.type == "culture_event")
    return any(c.distance(view.cue) < view.cue.distance(noun) for c in events)


def _agreed_on(view: View, noun: Hit) -> bool:
    """Whether a body is what a document behind it is about: ``关于互设代表处的协定``."""
    words = view.scan.pack.words["attributive"]
    near = any(0 < hit.start - noun.end <= _BESIDE for hit in view.sentence.documents)
    return bool(words) and near and view.scan.folded.startswith(words, noun.end)


def _qualifies(view: View, noun: Hit) -> bool:
    """Whether a body in a session's words only tells who acts behind it: ``出席论坛的X举行会谈``."""
    words = view.scan.pack.words["attributive"]
    acting = any(noun.end < a.start and a.end <= view.cue.end for a in view.sentence.actors)
    return bool(words) and acting and view.scan.folded.startswith(words, noun.end)


def _holds_meeting(view: View) -> bool:
    """Whether the verb stands in a clause that hangs on a meeting's noun: ``the meeting that both will hold``."""
    low = view.window[0]
    meetings = (c for c in view.sentence.cues if c.pattern.value == "meeting" and c.start < low <= c.end + 1)
    return any(meetings) and view.scan.pack.begins_relative(view.scan.folded, low)


_OPENED = ("found", "close")  # acts whose object stands in the verb's own clause


def _noun(view: View, act: str) -> Hit | None:
    """The body noun nearest to the act; ``the next session`` alone is of the body told last."""
    bodies = [h for h in view.sentence.bodies if act != "meet" or not _qualifies(view, h)]
    if act in _OPENED and view.scan.pack.comma_clauses:
        bodies = [h for h in bodies if view.window[0] <= h.start < view.window[1]]
    nouns = sorted(bodies, key=lambda h: (view.cue.distance(h), h.start))
    if nouns and (view.cue.distance(nouns[0]) <= _REACH or _named_at_length(view, nouns[0])):
        return _fuller(view, nouns[0])
    if act != "meet" or (
        not (_just_told(view) or _of_chairs(view))
        and any(
            c.pattern.value == "meeting"
            and c.start < view.cue.end
            and view.cue.start < c.end
            # "the fifth meeting" behind its verb says more than a meeting
            and (view.scan.pack.order != "vso" or view.cue.end <= c.end)
            for c in view.sentence.cues
        )
    ):
        return None
    if view.scan.pack.spelling.spaces and _holds_meeting(view):
        return None
    if any(c.pattern.value == "exchange" for c in view.sentence.cues):
        return None  # "Kuwait hosts a week of culture next month": no session
    for row in reversed(view.scan.sentences[: view.number]):
        told = [hit for hit in row.bodies if hit.entry.value in _SITTING]
        if told and any(cue.pattern.value == "body" for cue in row.cues):
            return told[-1]
    return None
