"""Casting: the persons and states of a whole text gathered into a scene, before references are looked up."""

from __future__ import annotations

import datetime
import itertools
from dataclasses import replace

from dragoman.find.mention import ActorMention, Cue, Sentence, list_of
from dragoman.find.owners import owned
from dragoman.find.scan import Scan
from dragoman.resolve.dates import count_from_told
from dragoman.resolve.header import Header
from dragoman.resolve.placing import AT_HOME_HEADS, from_elsewhere, governments, place_stateless, untold_holders
from dragoman.resolve.references import Resolver
from dragoman.resolve.scene import PRINCIPAL, UNIQUE, Person, Scene
from dragoman.resolve.sides import stand_for_sides
from dragoman.resolve.there import local_states
from dragoman.world import places_of_states, seats

_ONE_TOLD = (
    "he",
    "i",
    "latter",
    "him",
    "they",
    "home",
    "ministry",
)  # references to somebody told before, besides a counterpart


def _seated(scan: Scan, header: Header) -> Header:
    """Where a text tells of a state that sits in another's capital, the capital stands for the guest, unless the other
    state is told too: ``Rome`` of the Holy See. The header then speaks from that state. Of an organisation it need not
    be told: ``Brussels`` that acts is seldom Belgium's."""
    actors = [a for row in scan.sentences for a in row.actors if a.state]
    for owner, seated in seats():
        own = any(a.state == owner and not a.capital for a in actors)
        if own or not (any(a.state == seated for a in actors) or _acts(actors, owner, seated)):
            continue
        for actor in actors:
            if actor.capital == owner:
                actor.state = actor.capital = seated
        if header.place_state == owner:
            home = seated if header.home == owner else header.home
            header = replace(header, place_state=seated, home=home)
    return header


def _acts(actors: list[ActorMention], owner: str, seated: str) -> bool:
    """Whether a capital in which an organisation sits is told as who acts, and not as a place."""
    return len(seated) != _STATE and any(a.capital == owner and a.marker not in ("in", "to") for a in actors)


_STATE = 3  # letters of a state's code


def build_scene(scan: Scan, header: Header, date: datetime.date) -> Scene:
    """Gather persons and states over the whole text, then look up what each reference stands for."""
    scene = Scene(_seated(scan, header), date)
    count_from_told(scan.sentences, date)
    # nobody of the dateline may be taken for the first sentence's subject
    for row in scan.sentences[:4]:
        row.actors = [actor for actor in row.actors if actor.end > header.end]
    first = next((a for row in scan.sentences[:2] for a in row.actors if a.state), None)
    if header.home is None and first and first.form == "state" and not first.marker and not first.possessive:
        scene.voice = first.state
    scene.joint = _joint(scan)
    _of_home(scan, scene)
    if scan.pack.order == "sov":
        _part_subjects(scan)
    _of_subjects(scan)
    _who_signs_for(scan)
    _gather(scan, scene)
    _of_reported(scan, scene)
    _weigh(scan, scene)
    speaker = header.speaker
    if speaker is not None and speaker.name in scene.persons and scene.home:
        scene.persons[speaker.name].state = scene.persons[speaker.name].state or scene.home
    stand_for_sides(scan, scene)
    _zip_lists(scan, scene)
    _pair_rows(scan, scene)
    _met_there(scan, scene)
    _hosts_of_places(scan, scene)
    _of_told_beside(scan, scene)
    _speaking_in_capitals(scan, scene)
    _face_to_face(scan, scene)
    _heads(scan, scene)
    scene.away = _whither(scan, scene)
    place_stateless(scan, scene)
    _offices_in_states(scan, scene)
    _of_persons(scan, scene)
    _weigh_placed(scan, scene)
    _join_offices(scan, scene)
    Resolver(scan, scene).run()
    scene.labels = _labels(scan)
    return scene


_TRAVELLERS = (*PRINCIPAL, "deputy_minister", "special_envoy")
_BESIDE_VISIT = 4  # letters between a verb of travel and a place: "visited ", "arrived in "
_NEAR_VISIT = 40  # letters between a verb and where it says that somebody travels


def _whither(scan: Scan, scene: Scene) -> str | None:
    """Where the lead tells an official of the home state to travel: who is met there without a state is of it."""
    home = scene.home
    if home is None or scene.header.place_state not in (None, home) or scan.pack.comma_clauses:
        return None
    for row in scan.sentences[:2]:
        lead = row.first_bare()
        if lead is None or lead.office not in _TRAVELLERS or lead.state != home:
            continue
        for cue in row.cues:
            group = cue.pattern.group
            goes = group and group.kind == "visit" and group.args.get("subj") in (None, "guest") and not group.status
            near = [a for a in row.actors if goes and cue.distance(a) <= _NEAR_VISIT]
            there = [a for a in near if a.capital and a.marker in ("in", "to", "on", "obj") and not a.office]
            held = [h for h in row.places if goes and 0 <= h.start - cue.end <= _BESIDE_VISIT]
            states = {a.state for a in there} | {places_of_states(hit)[1] for hit in held}
            states -= {home}
            if len(states) == 1 and states <= set(scene.pair[:2]):
                return states.pop()
    return None


def _labels(scan: Scan) -> dict[int, ActorMention]:
    """The name with a colon that a paragraph begins with: who speaks in it."""
    labels: dict[int, ActorMention] = {}
    for row in scan.sentences:
        first = row.actors[0] if row.actors else None
        begins = first and first.name and first.start - row.span.start <= _LABEL
        if first and begins and scan.text[first.end : first.end + 1] in _COLONS:
            labels.setdefault(row.paragraph, first)
    return labels


def _joint(scan: Scan) -> list[ActorMention]:
    """The parties of a statement that the first words say was released by several: ``the Governments of A and B``."""
    for row in scan.sentences[:3]:
        released = [c for c in row.cues if c.pattern.group and c.pattern.group.act == "sign"]
        by = [a for a in row.actors if a.state and a.marker == "by" and a.list_id]
        told = list_of(by, by[0]) if by else []
        if released and any(hit.entry.value == "declaration" for hit in row.documents) and len(told) > 1:
            return [ActorMention(a.start, a.end, "state", a.state) for a in told]
    return []


_LABEL = 2  # letters that may stand before the name that begins a paragraph
_COLONS = (":", "：")


def _of_home(scan: Scan, scene: Scene) -> None:
    """An office whose own words say "of the country" and no other is held in the agency's country, and so is one that a
    release calls its own (``our president``); who is quoted speaks of another."""
    words, folded = scan.pack.words["of_home"], scan.folded
    for row in scan.sentences if words and scene.header.home else ():
        for actor in row.actors:
            if not actor.office or actor.state is not None or actor.ref:
                continue
            told = folded[actor.start : actor.end].split()
            before = folded[max(0, actor.start - _OUR) : actor.start].split()[-1:]
            own = bool(before) and before[0] in words and not _quoted(folded, row, actor.start)
            if own or any(word in told for word in words):
                actor.state = scene.header.home


_OUR = 12  # letters of a word before an office that says whose it is


def _quoted(folded: str, row: Sentence, at: int) -> bool:
    """Whether a place of a sentence stands in a quotation, or in a sentence with one."""
    return '"' in folded[row.span.start : row.span.end] or folded.count('"', 0, at) % 2 == 1


def _who_signs_for(scan: Scan) -> None:
    """Who signs for a state told behind the name is of that state: ``signed by A for Kenya and by B for Uganda``."""
    for row in scan.sentences:
        signs = any(cue.pattern.group and cue.pattern.group.act == "sign" for cue in row.cues)
        first: ActorMention | None = None
        for one, side in itertools.pairwise(row.actors) if signs else ():
            beside = side.marker == "for" and side.form in _REPRESENTED and side.start - one.end <= _FOR
            if one.name and one.state is None and side.state and beside:
                one.state = side.state
                first = first or one
                # "for Kenya and Minister B for Uganda": B stands in no list with Kenya
                one.marker, one.list_id = first.marker, first.list_id


_REPRESENTED = ("state", "capital", "institution", "gov")
_FOR = 12  # letters of "for the" and its like


def _of_subjects(scan: Scan) -> None:
    """Whose ministry or spokesman speaks behind a comma: of the state whose government or official the sentence is
    about (``北京表示不满，外交部发言人X敦促……``)."""
    for row in scan.sentences if scan.pack.comma_clauses else ():
        lead = row.first_bare()
        if lead is None or not lead.state or lead.possessive:
            continue
        if lead.institution or lead.form == "gov" or lead.office == "spokesperson":
            _lead_own(row, lead)
        if not (lead.form in ("capital", "gov") or lead.office):
            continue
        for actor in row.actors:
            if actor.state is None and (actor.form == "institution" or actor.office == "spokesperson"):
                actor.state = lead.state


def _lead_own(row: Sentence, lead: ActorMention) -> None:
    """Of whom a ministry or spokesman tells without a state, he is of theirs: ``白宫发言人说,总统X……``."""
    for actor in row.actors:
        if actor.state and actor.state != lead.state and not actor.attributive:
            return
        if actor.office in UNIQUE and actor.state is None and not actor.ref:
            actor.state = lead.state


def _offices_in_states(scan: Scan, scene: Scene) -> None:
    """An office whose word means another in some states is that of the state in which its holder was placed:
    ``the chancellor`` of a text about Germany."""
    for actor in (a for row in scan.sentences for a in row.actors if a.variants and a.state is None and a.name):
        person = scene.persons.get(actor.name or "")
        if person is None or not person.state or person.office != actor.office:
            continue
        for word in scan.folded[actor.start : actor.end].replace(",", " ").split():
            meant = scan.pack.office_in_state.get(word, {}).get(person.state)
            if meant:
                actor.office = person.office = meant


def _of_persons(scan: Scan, scene: Scene) -> None:
    """An office right before a person in the genitive is held for that person's state (``представитель X``), one
    before ``of both countries`` for the two told last."""
    told: list[str] = []  # states in the order in which they were told last
    for row in scan.sentences if scan.pack.case_of_head else ():
        for left, right in itertools.zip_longest(row.actors, row.actors[1:]):
            if left.state and not (left.capital and left.marker):
                told = [*(state for state in told if state != left.state), left.state]
            if right is None:
                continue
            bare = left.office and left.state is None and not (left.name or left.ref)
            if not bare or right.marker != "of" or right.start - left.end != 1:
                continue
            if right.name:
                left.state = scene.persons[right.name].state
            elif right.ref == "both" and len(told) > 1:
                # "the defence ministers of both countries" are one of each
                left.ref, right.ref = "both_heads", None
                left.members = tuple(_holder(scene, left, state) for state in told[-2:])


def _holder(scene: Scene, told: ActorMention, state: str) -> ActorMention:
    """Who holds for a state the office that is told of several."""
    person = scene.holder(told.office or "", state)
    return ActorMention(told.start, told.end, "person", state, told.office, person.name if person else None)


def _part_subjects(scan: Scan) -> None:
    """A bare office before a name with a case may be the subject: ``the head of state met X``, X known as another's.

    Where the verb comes last nothing stands between the two; that X is somebody else the text has told before.
    """
    told: dict[str, tuple[str, str]] = {}
    holders: dict[tuple[str | None, str], str] = {}  # who holds an office that a state has once
    for row in scan.sentences:
        for at, actor in enumerate(row.actors):
            if not (actor.name and actor.office) or (actor.state is None and actor.name not in told):
                continue
            known, office = told.setdefault(actor.name, (actor.state or "", actor.office))
            start = scan.text.find(actor.name.rsplit(None, 1)[-1], actor.start, actor.end)
            first = scan.text.find(actor.name.split()[0], actor.start, actor.end)
            start = first if first >= 0 else start
            another = known != actor.state if actor.state else office != actor.office and actor.office in UNIQUE
            if actor.state and actor.office in UNIQUE:
                another = another or holders.setdefault((actor.state, actor.office), actor.name) != actor.name
            if not another or not actor.marker or start <= actor.start:
                continue
            end = len(scan.text[:start].rstrip())
            subject = ActorMention(actor.start, end, "office", actor.state, actor.office)
            actor.start, actor.state, actor.office, actor.form = start, None, None, "person"
            row.actors.insert(at, subject)
            break


def _gather(scan: Scan, scene: Scene) -> None:
    order = 0
    for row in scan.sentences:
        for actor in row.actors:
            if actor.name is None:
                continue
            if actor.former:
                actor.office = None
            person = scene.persons.setdefault(actor.name, Person(actor.name, order=order, first=actor.start))
            order += 1
            person.acts = person.acts or actor.marker not in _ASIDE
            told = actor.office and actor.office != "=" and not actor.former and not actor.loose
            if told and person.office is None:
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


_ASIDE = ("of", "from", "for", "after", "as")  # how those are told who need not be there


def _of_reported(scan: Scan, scene: Scene) -> None:
    """An official told without a state, who says behind a comma what a state does, is of that state, where the dispatch
    is no other's own: ``Peru values its ties with Ghana, Foreign Minister X said``."""
    if scan.pack.order not in ("svo", "v2") or not scan.pack.spelling.spaces:
        return
    for row in scan.sentences:
        saying = [cue for cue in row.cues if cue.says]
        lead = next((a for a in row.actors if not (a.marker or a.attributive)), None) if saying else None
        if lead is None or lead.form != "state" or not lead.state or scene.header.home not in (None, lead.state):
            continue
        for actor in row.actors:
            person = scene.persons.get(actor.name or "")
            if person is None or person.state or actor.marker or actor.office not in PRINCIPAL or actor.list_id:
                continue
            said = (c for c in saying if -_SAID <= c.start - actor.end <= _SAID or 0 <= actor.start - c.end <= _SAID)
            if any("," in scan.folded[lead.end : min(cue.start, actor.start)] for cue in said):
                person.state = lead.state


_SAID = 24  # letters between a verb of saying and whose it is: "said in Lima the minister X"


def _met_there(scan: Scan, scene: Scene) -> None:
    """Who is met where a clause says ``where`` or ``there`` is an official of that place's state."""
    there = local_states(scan, scene.header.end)
    for actor in (a for row in scan.sentences for a in row.actors if a.start in there):
        person = scene.persons.get(actor.name or "")
        if person is None:
            actor.state = there[actor.start]
        elif person.first == actor.start and person.state is None:
            person.state = there[actor.start]


def _hosts_of_places(scan: Scan, scene: Scene) -> None:
    """Who by name is only called the host is of the state whose place was told last: ``In Lima fand ein Gipfel statt.
    Gastgeber X``; a possessive tells of another's host."""
    for number, row in enumerate(scan.sentences):
        hosts = [rule for rule in row.rules if rule.pattern.table == "references" and rule.pattern.value == "host"]
        for actor in row.actors if hosts else ():
            person = scene.persons.get(actor.name or "")
            called = any(actor.start <= rule.start < actor.end for rule in hosts)
            if not called or person is None or person.state is not None or actor.state is not None:
                continue
            if scan.folded[actor.start : actor.end].split(" ", 1)[0] in scan.pack.possessives:
                continue
            hits = (hit for one in reversed(scan.sentences[: number + 1]) for hit in reversed(one.places))
            before = (places_of_states(hit)[1] for hit in hits if scene.header.end <= hit.start < actor.start)
            person.state = next((state for state in before if state), scene.header.place_state)


def _aside(actor: ActorMention) -> bool:
    """Whether the mention may only qualify a noun, or tell where something happens (``in the UN``)."""
    return actor.form in ("adj", "people") or actor.venue


def _weigh(scan: Scan, scene: Scene) -> None:
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
    at_home = scene.header.place_state in (None, scene.header.agency_state) and _own_officials(scan, scene)
    scene.own_lead = at_home and scene.header.place_state is not None
    signed = scene.header.speaker is not None  # a release speaks for its own state, told or not
    scene.abroad = untold and not (at_home or signed) and (bool(scene.header.place_state) or bool(main))
    scene.abroad = scene.abroad or _foreign_lead(scan, scene) or (untold and _about_another(scan, scene))
    if scene.home:
        scene.weigh(scene.home, 0.5)
    scene.pair = _heaviest(scene)


def _weigh_placed(scan: Scan, scene: Scene) -> None:
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
    lead = (a for row in scan.sentences[:2] for a in row.actors if a.name and a.office in AT_HOME_HEADS)
    own = [a.office or "" for a in lead if a.state is None and scene.persons[a.name or ""].state is None]
    if scene.header.place_state is None:
        # "President X" of a newspaper is abroad where it tells "the American president" of another state alone
        own = [office for office in own if office not in UNIQUE or not untold_holders(scan, scene, office)]
    return bool(own)


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


def _pair_rows(scan: Scan, scene: Scene) -> None:
    """In a row of states each with a name behind its comma the names are of them: ``of Oman, A, Moldova, B``."""
    for row in scan.sentences:
        pairs = [
            (one.state, other.name)
            for one, other in itertools.pairwise(row.actors)
            if one.form == "state" and one.state and other.name and other.name in scene.persons
            if other.state is None and other.office is None and scan.folded[one.end : other.start] == ", "
        ]
        for state, name in pairs if len(pairs) > 1 else ():
            scene.persons[name or ""].state = scene.persons[name or ""].state or state


def _zip_lists(scan: Scan, scene: Scene) -> None:
    """As many persons without a state as states in a list beside them: they belong together in order.

    ``the agreement between Ethiopia and Eritrea was signed by Prime Minister A and President B``
    """
    states: list[str] = []
    told = list(dict.fromkeys(_told_states(scan, scene)))
    told = [s for s in scene.pair if s in told][:2]
    told.sort(key=lambda state: state != scene.home)
    for row in scan.sentences:
        lists: dict[tuple[int, bool], list[ActorMention]] = {}
        for actor in row.actors:
            if actor.list_id:
                # "of Finland and Cuba, Ms A and Mr B": the names are a list of their own
                lists.setdefault((actor.list_id, actor.name is None), []).append(actor)
        rows = [
            [a.state for a in rows if a.state] for rows in lists.values() if all(a.state and not a.name for a in rows)
        ]
        rows = [r for r in rows if len(set(r)) == len(r) > 1]
        for members in lists.values():
            persons = [scene.persons[a.name] for a in members if a.name and a.name in scene.persons]
            if len(persons) != len(members) or any(p.state for p in persons):
                continue
            match = next((r for r in [*rows, states] if len(r) == len(persons)), None)
            if match is None and not any(owned(scan.folded, a, scan.pack) for a in members):
                match = _pair_for(persons, told)
            native = scan.pack.native
            if (
                match
                and native
                and any(
                    state not in native and not from_elsewhere(person.name, scan.pack)
                    for person, state in zip(persons, match, strict=True)
                )
            ):
                continue  # a native name is no foreigner's
            if match:
                for person, state in zip(persons, match, strict=True):
                    person.state = state
        states = rows[0] if rows else states


def _told_states(scan: Scan, scene: Scene) -> list[str]:
    """The states that are told, without organisations: these have no heads of their own to stand beside a state's."""
    actors = [actor for row in scan.sentences for actor in row.actors if actor.start >= scene.header.end]
    orgs = {actor.state for actor in actors if actor.form == "org"}
    return [actor.state for actor in actors if actor.state and actor.state not in orgs]


def _pair_for(persons: list[Person], told: list[str]) -> list[str] | None:
    """Two holders of an office that each state has once: of the main pair, in the order in which it is told."""
    offices = {person.office for person in persons}
    if len(persons) == len(told) == 2 and len(offices) == 1 and offices <= set(UNIQUE):
        return told
    return None


def _heads(scan: Scan, scene: Scene) -> None:
    """Persons told by name alone where "the president of X" is told alone: as many as such heads, home first."""
    states: dict[str, str] = {}
    for actor in (a for row in scan.sentences for a in row.actors):
        state = actor.state or (scene.home if actor.form == "office" else None)
        alone = not (actor.name or actor.former or actor.loose)
        if actor.office == "head_of_state" and alone and state in scene.pair[:2]:
            states.setdefault(state or "", actor.office)
    free = [state for state in states if scene.holder("head_of_state", state) is None]
    free.sort(key=lambda state: state != scene.home)
    bare = _acting(scan, scene, ("", "by", "with", "between"))
    if not bare and scan.pack.case_of_head:
        bare = _acting(scan, scene, ("of",))  # "the meeting of X with Y"
    unplaced = any(p.office == "head_of_state" and p.state is None for p in scene.persons.values())
    if len(free) == len(bare) == 1 and not _told_early(scan, bare[0]):
        return
    if free and len(bare) == len(free) and not unplaced:
        for person, state in zip(sorted(bare, key=lambda p: p.order), free, strict=True):
            person.office, person.state = states[state], state


_EARLY = 6  # sentences in which a dispatch names those whom it is about


def _told_early(scan: Scan, person: Person) -> bool:
    """Whether somebody is told where a dispatch names those whom it is about: who is told only later may be anybody."""
    return any(row.span.start <= person.first < row.span.end for row in scan.sentences[:_EARLY])


def _acting(scan: Scan, scene: Scene, markers: tuple[str, ...]) -> list[Person]:
    """The persons told without office and state that stand at such a place of some clause."""
    names = {a.name for row in scan.sentences for a in row.actors if a.marker in markers}
    return [p for p in scene.persons.values() if p.office is None and p.state is None and p.name in names]


def _of_told_beside(scan: Scan, scene: Scene) -> None:
    """Who is told without a state right behind a ministry that a sentence begins with is of its state (``According to
    the Peruvian Foreign Ministry, Deputy Minister X``), who leads a delegation told behind him of the delegation's."""
    words = scan.pack.words["led_by"]
    for row in scan.sentences:
        for at, (one, other) in enumerate(itertools.pairwise(row.actors)):
            ministry = at == 0 and one.form == "institution" and one.institution == "foreign_minister"
            if ministry and one.state and not one.possessive and other.office in _OF_MINISTRY:
                _place(scene, other, one.state)
            sent = (
                bool(words) and other.office == "delegation" and other.state and 0 < other.start - one.end <= _FOR * 3
            )
            if sent and any(word in scan.folded[one.end : other.start] for word in words):
                _place(scene, one, other.state or "")


def _speaking_in_capitals(scan: Scan, scene: Scene) -> None:
    """Who says something in a sentence that begins with a capital as its place, and is told there first and without a
    state, is of that state: ``In Lima, Defence Minister X said``."""
    for row in scan.sentences if scan.pack.order != "sov" else ():
        city, other = row.actors[0] if row.actors else None, row.actors[1] if len(row.actors) > 1 else None
        if city is None or other is None or not city.capital or city.marker != "in" or city.office:
            continue
        if city.start - row.span.start > _OPENS_IN or other.start - city.end > _LEADS_ON or other.marker:
            continue
        if not row.cues or row.cues[0].pattern.value != "statement" or row.cues[0].start < city.end:
            continue
        person = scene.persons.get(other.name or "")
        if person is not None and other.office in _SPEAKING and person.first == other.start:
            _place(scene, other, city.capital)
        elif other.form == "institution" and other.institution in _SPEAKING and other.state is None:
            other.state = city.capital


_OPENS_IN, _LEADS_ON = 12, 40  # letters before a city that opens a sentence, and between it and who speaks there
_SPEAKING = (
    "head_of_state", "head_of_government", "deputy_head_of_government", "foreign_minister", "defence_minister",
    "minister", "deputy_minister", "speaker", "spokesperson", "senior_official", "military_officer",
)  # fmt: skip

_OF_MINISTRY = ("deputy_minister", "foreign_minister", "minister", "spokesperson", "senior_official")


def _place(scene: Scene, actor: ActorMention, state: str) -> None:
    """Let somebody told by name without a state be of one."""
    person = scene.persons.get(actor.name or "")
    if person is not None and person.state is None and actor.state is None and not actor.ref:
        person.state = state


def _face_to_face(scan: Scan, scene: Scene) -> None:
    """Who is met or visited by somebody of one side is of the other; who leads a delegation is of its state."""
    spoken: str | None = None  # the state of whoever the sentence before began with
    # where verbs stand second either side may come first
    parted = scan.pack.order == "v2" and any(person.state is None for person in scene.persons.values())
    for row in scan.sentences:
        for at, actor in enumerate(row.actors):
            person = scene.persons.get(actor.name or "")
            near = _delegation(row.actors[:at], actor) or (row.actors[at - 1] if at else None)
            if (
                person
                and person.state is None
                and actor.marker == "by"
                and near
                and near.state
                and (actor.start - near.end < 25 or near.office == "delegation")
                and not any(c.pattern.value in _FACING and near.end <= c.start < actor.start for c in row.cues)
            ):
                person.state = near.state
        for leader, delegation in itertools.pairwise(row.actors):
            # "X başkanlığındaki Vietnam heyeti", "由X率领的越南代表团": the leader stands before
            person = scene.persons.get(leader.name or "")
            led = leader.marker == "by" and delegation.office == "delegation" and delegation.start - leader.end < _LED
            if person and led and person.state is None:
                person.state = delegation.state
        for cue in row.cues:
            if cue.pattern.value in _FACING and scan.pack.order != "sov":
                _other_side(row, cue, scene, spoken, scan)
            elif cue.pattern.value == "meeting":
                _met_before(row, cue, scene, spoken)
            if parted and cue.pattern.value in _FACED:
                _within_clause(row, cue, scene, spoken)
        acting = [actor for actor in row.actors if not actor.marker and not actor.attributive]
        rows = [*acting, *row.actors]
        states = (_state_of(a, scene) or (scene.home if a.office and not a.marker else None) for a in rows)
        spoken = next((state for state in states if state), spoken)


_LED = 25  # letters between a delegation and who leads it


def _delegation(before: list[ActorMention], leader: ActorMention) -> ActorMention | None:
    """The delegation told before its leader, whatever place stands between: ``la delegación peruana en las consultas
    de Quito estuvo encabezada por X``."""
    near = before[-1] if before else None
    if leader.marker != "by" or near is None or near.form != "capital" or near.marker not in ("in", "of"):
        return None
    rows = (a for a in reversed(before[:-1]) if a.office == "delegation" and a.state)
    return next((a for a in rows if leader.start - a.end < _LEDBY), None)


_LEDBY = 80  # letters between a delegation and who leads it


def _state_of(actor: ActorMention, scene: Scene) -> str | None:
    return actor.state or (scene.persons[actor.name].state if actor.name else None)


def _met_before(row: Sentence, cue: Cue, scene: Scene, spoken: str | None) -> None:
    """Where the verb comes last, whom the sentence's first actor is with before it is of the other side."""
    told = [a for a in row.actors if a.end <= cue.start and (a.state or a.name or a.office or a.ref == "he")]
    first = next((a for a in told if not a.marker), None)
    if first is None:
        return
    state = _state_of(first, scene) or (spoken if first.ref == "he" else scene.home if first.office else None)
    for actor in told:
        person = scene.persons.get(actor.name or "")
        if state and actor.marker == "with" and person and person.state is None and person.office:
            person.state = scene.other(state)


def _other_side(row: Sentence, cue: Cue, scene: Scene, spoken: str | None, scan: Scan) -> None:
    pack = scan.pack
    before = [a for a in row.actors if a.end <= cue.start and (a.state or a.name or a.office or a.ref in _ONE_TOLD)]
    after = [
        a
        for a in row.actors
        if a.start >= cue.end and a.start - cue.end < 60 and (a.marker in ("", "with", "by") or a.start - cue.end <= 5)
    ]
    if pack.comma_clauses:
        end = row.clause_end(cue.end)
        after = [a for a in after if a.start < end]
    if scan.pack.order == "svo" and after and not after[0].marker and "," in scan.folded[cue.end : after[0].start]:
        return  # "after his visit to X, President Y said"
    if pack.order == "v2" and not after and len(before) > 1:
        after, before = before[-1:], before[:-1]  # "wo ihn Präsident X empfing"
    if pack.order == "v2":
        after = [a for a in after if not (a.capital and _only_place(a))] or after  # "traf in Bern Minister X"
    opens = cue.start - row.span.start <= _OPENS and cue.pattern.value == "meeting"
    dropped = pack.pro_drop and spoken and not before and (pack.order == "svo" or opens)
    if dropped and after:
        # "Se reunió con X", "Durante el viaje se reunió con X": whom the one told before meets is of the other side
        faced = [a for a in row.actors if a.start >= cue.end and a.marker == after[0].marker == "with"]
        faced = faced if pack.order == "svo" else [a for a in after[:1] if a.marker in ("with", "by")]
        _of_other_side(faced or (after if pack.order == "svo" else []), spoken or "", scene)
    if not before or not after:
        return
    invites = cue.pattern.group is not None and cue.pattern.group.args.get("subj") == "host"
    if invites and after[0].marker in ("of", "from") and cue.pattern.value == "visit":
        # "handed over an invitation from President X": from whoever sent the one who brings it
        sender, bringer = scene.persons.get(after[0].name or ""), before[0]
        if sender and sender.state is None and sender.office and not bringer.marker:
            sender.state = _state_of(bringer, scene) or (spoken if bringer.ref == "he" else None)
        return
    # whoever travels with others is told before them: "arrived with entrepreneurs and was received by X"
    acting = [a for a in before if not _only_place(a) and (a.state or a.name or a.ref or a.office in PRINCIPAL)]
    acting = acting or before
    left = ([a for a in before if a.nominative] or acting)[-1]  # where nouns are declined, whoever acts
    if pack.subject_first:
        left = next((a for a in reversed(before) if not a.marker), left)
    state = _state_of(left, scene) or _assumed(left, scene, spoken)
    if state is None:
        return
    for actor in after:
        person = scene.persons.get(actor.name or "")
        if (
            person
            and person.state is None
            and person.office
            and (actor is after[0] or actor.list_id == after[0].list_id != 0)
        ):
            there = next((a.capital for a in before if a.marker == "in" and a.capital not in (None, state)), None)
            other = there or scene.other(state)
            held = other and person.office in UNIQUE and scene.holder(person.office, other)
            person.state = None if held else other


_OPENS = 24  # letters before a verb without a subject that opens its sentence: "También", "كما"


def _of_other_side(after: list[ActorMention], state: str, scene: Scene) -> None:
    """Those whom somebody of a state faces are of the other."""
    other = scene.other(state)
    for actor in after if other else ():
        person = scene.persons.get(actor.name or "")
        if person and person.state is None and person.office and actor.marker == after[0].marker:
            held = person.office in UNIQUE and scene.holder(person.office, other)
            person.state = None if held else other


def _only_place(actor: ActorMention) -> bool:
    """Whether a state or capital only says where somebody goes or is: ``her visit to X, during which she met``."""
    return actor.marker in ("in", "to", "from") and not (actor.name or actor.office or actor.ref)


def _within_clause(row: Sentence, cue: Cue, scene: Scene, spoken: str | None) -> None:
    """Where the verb may stand before both: who acts and whom he or she acts with or on are of two sides."""
    low = row.clause_start(cue.start)
    high = row.clause_end(cue.end)
    here = [a for a in row.actors if low <= a.start < high and not a.attributive]
    acting = next((a for a in here if not a.marker), None)
    faced = next((a for a in here if a.marker in ("with", "obj") and (a.name or a.office)), None)
    if acting is None or faced is None:
        return
    one, other = scene.persons.get(acting.name or ""), scene.persons.get(faced.name or "")
    state = _state_of(acting, scene) or _assumed(acting, scene, spoken)
    if other is not None and other.state is None and other.office and state:
        other.state = scene.other(state)
        return
    theirs = _state_of(faced, scene)
    abroad = theirs in scene.pair[:2] and scene.home in (None, theirs)
    if one is not None and one.state is None and one.office and abroad:
        one.state = scene.other(theirs)


def _assumed(actor: ActorMention, scene: Scene, spoken: str | None) -> str | None:
    """The state of somebody told without one: an envoy's is not home."""
    if actor.ref in ("he", "latter", "him", "they"):
        return spoken
    if actor.office in ("ambassador", "special_envoy"):
        return scene.other(scene.home)
    return scene.home if actor.office or actor.ref else None


_FACING = ("meeting", "visit")  # kinds in which one side faces the other
_FACED = (*_FACING, "document")  # where verbs stand second the signing of a paper faces two sides, too
_FIRST, _NAMED = 3.0, 2.0  # what the lead weighs more, and what somebody told by name or office weighs
_MAIN = 6.0  # what an official told in the lead weighs


def _join_offices(scan: Scan, scene: Scene) -> None:
    """``The Nicaraguan head of state`` is the one Nicaraguan whose office is not told, or a person told without any
    state in the same sentence or the next."""
    for number, row in enumerate(scan.sentences):
        for actor in row.actors:
            office, state = actor.office, actor.state
            if actor.name or actor.loose or not state or office not in UNIQUE or scene.holder(office, state):
                continue
            person = _without_office(scan, scene, state, number)
            if person is not None:
                person.office, person.state = office, state


def _without_office(scan: Scan, scene: Scene, state: str, number: int) -> Person | None:
    near = {a.name for row in scan.sentences[max(0, number - 1) : number + 2] for a in row.actors if a.name}
    near -= {a.name for row in scan.sentences for a in row.actors if a.office == "="}  # their office is another's
    rows = [p for p in scene.persons.values() if p.office is None and p.name in near]
    own = [p for p in rows if p.state == state] or [p for p in rows if p.state is None and _known(scan, p.name)]
    return own[0] if len(own) == 1 else None


def _known(scan: Scan, name: str) -> bool:
    """Whether a person is told in more than one sentence, as who matters is."""
    return sum(any(a.name == name for a in row.actors) for row in scan.sentences) > 1
