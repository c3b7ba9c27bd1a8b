"""What a dispatch is about: how much each state and official weighs in it, and whose paper tells it."""

from __future__ import annotations

from dragoman.find.mention import ActorMention
from dragoman.find.scan import Scan
from dragoman.resolve.placing import AT_HOME_HEADS, governments, untold_holders
from dragoman.resolve.scene import UNIQUE, Person, Scene


def gather(scan: Scan, scene: Scene) -> None:
    order = 0
    ministry: ActorMention | None = None
    for row in scan.sentences:
        for actor in row.actors:
            if actor.form == "institution" and actor.institution in _TELLING:
                ministry = actor
            if ministry is not None and _heads(actor, ministry, scan):
                actor.office = ministry.institution
            if actor.name is None:
                continue
            if actor.former:
                actor.office = None
            person = scene.persons.setdefault(actor.name, Person(actor.name, order=order, first=actor.start))
            order += 1
            person.acts = person.acts or actor.marker not in _ASIDE
            told = actor.office and actor.office != "=" and not actor.former and not actor.loose
            if told and (person.office is None or _more(actor, person)):
                person.office = actor.office
            if actor.state and person.state is None:
                person.state = actor.state
    for head in governments(scan):
        if head.office is None and head.state is None and not head.former:
            head.office, head.loose = "head_of_state", True
            scene.persons[head.name or ""].office = scene.persons[head.name or ""].office or "head_of_state"
    for actor in (a for row in scan.sentences for a in row.actors if a.loose and a.name and not a.former):
        person = scene.persons[actor.name or ""]
        person.office = person.office or (actor.office if person.state else None)


_TELLING = ("foreign_minister", "defence_minister")  # whose ministries tell what their ministers do


def _heads(actor: ActorMention, ministry: ActorMention, scan: Scan) -> bool:
    """Whether a minister told without what he is minister of is that of the ministry that the text tells of:
    ``according to the Foreign Ministry, Minister X``."""
    if actor.office != "minister" or not actor.name or actor.state not in (None, ministry.state):
        return False
    words = scan.folded[actor.start : actor.end].split()
    return actor.start - ministry.end < _SOURCE and len(words) == len(actor.name.split()) + 1


_SOURCE = 400  # letters between a ministry and its minister


def _more(actor: ActorMention, person: Person) -> bool:
    """Whether an office says more than that with which somebody was told before: of a minister, which one."""
    same = actor.state is None or person.state in (None, actor.state)
    return same and person.office == "minister" and actor.office in ("foreign_minister", "defence_minister")


_ASIDE = ("of", "from", "for", "after", "as")  # how those are told who need not be there


def _aside(actor: ActorMention) -> bool:
    """Whether the mention may only qualify a noun, or tell where something happens (``in the UN``)."""
    return actor.form in ("adj", "people") or actor.venue


def weigh(scan: Scan, scene: Scene) -> None:
    for number, row in enumerate(scan.sentences):
        factor = _FIRST if row.paragraph <= 1 or number < 2 else 1.0
        for actor in row.actors:
            if actor.end <= scene.header.end:
                continue
            state = actor.state or (scene.persons[actor.name].state if actor.name else None)
            if state:
                weight = _NAMED if actor.name or actor.office else 0.6 if _aside(actor) else 1.0
                scene.weigh(state, weight * factor)
            if actor.post:
                scene.weigh(actor.post, factor)
    own = scene.weights.get(scene.header.agency_state or "", 0.0)
    untold = scene.header.agency_state is not None and own <= (_ASIDE_TOLD if _begins_abroad(scan, scene) else 0)
    main = [state for state, weight in scene.weights.items() if weight >= _MAIN]
    here = scene.header.place_state
    at_home = (here in (None, scene.header.agency_state) or scene.header.agency_state is None) and _own_officials(
        scan, scene
    )
    scene.own_lead = at_home and scene.header.place_state is not None
    signed = scene.header.speaker is not None  # a release speaks for its own state, told or not
    scene.abroad = untold and not (at_home or signed) and (bool(scene.header.place_state) or bool(main))
    scene.abroad = scene.abroad or _foreign_lead(scan, scene) or (untold and _about_another(scan, scene))
    if scene.home:
        scene.weigh(scene.home, 0.5)
    scene.pair = _heaviest(scene)


def weigh_placed(scan: Scan, scene: Scene) -> None:
    """Weigh the states of those who are told without one, once they are placed: a release's own officials are."""
    for row in scan.sentences:
        for actor in row.actors:
            person = scene.persons.get(actor.name or "")
            if person and person.state and actor.state is None:
                scene.weigh(person.state, _NAMED * (_FIRST if row.paragraph <= 1 else 1.0))
    scene.pair = _heaviest(scene)


def _heaviest(scene: Scene) -> list[str]:
    return [state for state, _ in sorted(scene.weights.items(), key=lambda item: -item[1])]


_ASIDE_TOLD = 1.0  # what a state weighs that is told once, and not in the lead


def _foreign_lead(scan: Scan, scene: Scene) -> bool:
    """Whether the lead of a dispatch from abroad tells of the state there, and not of the agency's own."""
    there, own = scene.header.place_state, scene.header.agency_state
    if there is None or own is None or there == own or _own_officials(scan, scene):
        return False
    lead = [a for row in scan.sentences[:_LEAD] for a in row.actors if a.end > scene.header.end]
    told = {state for a in lead for state in (a.state, a.capital, a.post) if state}
    return there in told and own not in told


def _about_another(scan: Scan, scene: Scene) -> bool:
    """Whether a newspaper's text tells of one other state alone, from its first sentence on, and of nobody who goes
    there or meets anybody: it is about what happens there."""
    if scene.header.place_state is not None or scene.header.speaker is not None or len(scan.sentences) < _TEXT:
        return False
    if not any(a.name and a.office and a.state is None for row in scan.sentences for a in row.actors):
        return False
    told = {a.state for row in scan.sentences for a in row.actors if a.state and a.form != "org"}
    first = any(a.state in told for a in scan.sentences[0].actors)
    lead = (cue for row in scan.sentences[:_LEAD] for cue in row.cues)
    return len(told) == 1 and first and not any(cue.pattern.value in _BETWEEN_TWO for cue in lead)


_TEXT = 3  # sentences from which on it says something that a text tells of no other state
_BETWEEN_TWO = ("visit", "meeting", "message", "document")
_LEAD = 4  # sentences in which a dispatch tells what it is about


def _own_officials(scan: Scan, scene: Scene) -> bool:
    """Whether the lead tells an official by name without a state, as agencies do of their own."""
    if _begins_abroad(scan, scene):
        return False
    if scan.pack.home == scene.header.agency_state and _begins_at_home(scan, scene):
        return True
    lead = (a for row in scan.sentences[:2] for a in row.actors if a.name and a.office in AT_HOME_HEADS)
    own = [a.office or "" for a in lead if a.state is None and scene.persons[a.name or ""].state is None]
    if scene.header.place_state is None:
        # "President X" of a newspaper is abroad where it tells "the American president" of another state alone
        own = [office for office in own if office not in UNIQUE or not untold_holders(scan, scene, office)]
    return bool(own)


def _begins_at_home(scan: Scan, scene: Scene) -> bool:
    """Whether somebody by name, but without a state, is the first whom the text tells of: so agencies tell of their
    own, whatever state follows (``Cumhurbaşkanı X, Fas Kralı'na``)."""
    actors = (a for row in scan.sentences[:1] for a in row.actors if a.end > scene.header.end)
    first = next(actors, None)
    if first is None or not first.name or first.state is not None or first.marker:
        return False
    return first.office in AT_HOME_HEADS or first.office == "spokesperson"


def _begins_abroad(scan: Scan, scene: Scene) -> bool:
    """Whether the first sentence tells of one other state and of nobody by name or office, or begins with what happens
    there: who is told next is of it (``In Kenya, President X``)."""
    first = [a for a in scan.sentences[0].actors if a.end > scene.header.end] if scan.sentences else []
    told = {a.state for a in first if a.state}
    if not told or scene.header.agency_state in told:
        return False
    if first[0].form == "state" and first[0].marker == "in" and not (first[0].name or first[0].office):
        return True
    return len(told) == 1 and not any(a.name or a.office for a in first)


_FIRST = 3.0  # what the lead weighs more
_NAMED = 2.0  # what somebody told by name or office weighs
_MAIN = 6.0  # what an official told in the lead weighs
