"""Casting: the persons and states of a whole text gathered into a scene, before references are looked up."""

from __future__ import annotations

import datetime
import itertools
from dataclasses import replace

from dragoman.find.mention import ActorMention, Sentence, list_of
from dragoman.find.scan import Scan
from dragoman.lang.matcher import Hit
from dragoman.resolve.dates import count_from_told
from dragoman.resolve.facing import face_to_face, pair_heads, pair_rows, zip_lists
from dragoman.resolve.header import Header
from dragoman.resolve.placing import place_stateless
from dragoman.resolve.references import Resolver
from dragoman.resolve.scene import PRINCIPAL, UNIQUE, Person, Scene
from dragoman.resolve.sides import stand_for_sides
from dragoman.resolve.there import local_states
from dragoman.resolve.told_again import place_told_again
from dragoman.resolve.weighing import gather, weigh, weigh_placed
from dragoman.resolve.whose import of_clauses, of_relatives
from dragoman.world import places_of_states, seats


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
    of_relatives(scan)
    _of_regions(scan)
    gather(scan, scene)
    _of_reported(scan, scene)
    weigh(scan, scene)
    _of_both(scan, scene)
    place_told_again(scan, scene)
    speaker = header.speaker
    if speaker is not None and speaker.name in scene.persons and scene.home:
        scene.persons[speaker.name].state = scene.persons[speaker.name].state or scene.home
    stand_for_sides(scan, scene)
    of_clauses(scan, scene)
    zip_lists(scan, scene)
    pair_rows(scan, scene)
    _met_there(scan, scene)
    _hosts_of_places(scan, scene)
    _of_told_beside(scan, scene)
    _speaking_in_capitals(scan, scene)
    face_to_face(scan, scene)
    pair_heads(scan, scene)
    scene.away = _whither(scan, scene)
    _of_persons(scan, scene)
    place_stateless(scan, scene)
    _offices_in_states(scan, scene)
    _of_persons(scan, scene)
    weigh_placed(scan, scene)
    _join_offices(scan, scene)
    Resolver(scan, scene).run()
    scene.labels = _labels(scan)
    return scene


_TRAVELLERS = (*PRINCIPAL, "deputy_minister", "special_envoy")
_BESIDE_VISIT = 4  # letters between a verb of travel and a place: "visited ", "arrived in "
_WHITHER = ("in", "to", "on", "obj")  # how places of visits are told
_NEAR_VISIT = 40  # letters between a verb and where it says that somebody travels


def _whither(scan: Scan, scene: Scene) -> str | None:
    """Where the lead tells an official of the home state, or of any where the text has none, to travel: who is met
    there without a state is of it."""
    if (scene.home and scene.header.place_state not in (None, scene.home)) or scan.pack.comma_clauses:
        return None
    for row in scan.sentences[:2]:
        lead = row.first_bare()
        home = scene.home or (lead.state if lead else None)
        if lead is None or lead.office not in _TRAVELLERS or home is None or lead.state != home:
            continue
        for cue in row.cues:
            group = cue.pattern.group
            goes = cue.travels and group is not None and not group.status
            near = [a for a in row.actors if goes and cue.distance(a) <= _NEAR_VISIT]
            there = [a for a in near if (a.capital or a.form == "state") and a.marker in _WHITHER and not a.office]
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
    words, folded, home = scan.pack.words["of_home"], scan.folded, scene.header.home
    told_home = any(a.state == home or a.capital == home for row in scan.sentences for a in row.actors)
    for row in scan.sentences if words and home else ():
        for actor in row.actors:
            if not actor.office or actor.state is not None or actor.ref:
                continue
            told = folded[actor.start : actor.end].split()
            before = folded[max(0, actor.start - _OUR) : actor.start].split()[-1:]
            own = bool(before) and before[0] in words and not _quoted(folded, row, actor.start)
            if own or (told_home and any(word in told for word in words)):
                actor.state = home


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


def _of_regions(scan: Scan) -> None:
    """Who governs a city or region is of the state in which that lies: ``the mayor of Lyon, X``, ``Lyon's mayor X``."""
    for row in scan.sentences:
        for at, actor in enumerate(row.actors):
            if actor.office not in _GOVERNING or actor.state is not None or actor.ref:
                continue
            place = next(
                (hit for hit in row.places if hit.entry.table == "place" and _governed(hit, actor, scan)), None
            )
            state = places_of_states(place)[1] if place is not None else None
            if place is None or state is None:
                continue
            actor.state, actor.office = state, "governor"
            named = row.actors[at + 1] if at + 1 < len(row.actors) else None
            bare = named is not None and named.name and not (named.office or named.state or named.marker)
            if named and bare and not actor.name and scan.folded[place.end : named.start].strip(" ,") == "":
                named.office, named.state, named.marker = actor.office, state, actor.marker
                row.actors.remove(actor)
                break


def _governed(place: Hit, actor: ActorMention, scan: Scan) -> bool:
    """Whether a place stands inside or right beside the words for who governs it."""
    pack = scan.pack
    if place.entry.table != "place":
        return False  # a capital's mayor is of its state already
    if place.start < actor.start:
        bare = pack.order == "sov" or not pack.spelling.spaces or _named_for(place, actor, scan)
        return (place.case == "of" or (place.case is None and bare)) and actor.start - place.end <= 1
    if place.start < actor.end:
        return actor.office == "governor" or place.case == "of"
    between = scan.folded[actor.end : place.start].split()
    return place.start - actor.end <= _REGION and all(word in pack.markers.get("of", ()) for word in between)


def _named_for(place: Hit, actor: ActorMention, scan: Scan) -> bool:
    """Whether a bare place right before a governor is his or hers: ``California Governor X``, and not ``in Lyon``."""
    before = scan.folded[max(0, place.start - _REGION) : place.start].split()[-1:]
    marked = any(word in scan.pack.markers.get("in", ()) for word in before)
    return scan.pack.order == "svo" and actor.office == "governor" and not marked


_GOVERNING = ("governor", "head_of_government", "head_of_state")  # a region's premier is no state's
_REGION = 8  # letters of an *of* and an article between an office and what is governed


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


_STAFF = ("spokesperson", "special_envoy", "senior_official")  # whom an official has


def _of_persons(scan: Scan, scene: Scene) -> None:
    """An office right before a person whose it is told to be is held for that person's state (``представитель X``), and
    so is one behind the person, whoever holds it (``X'in sözcüsü Y``, ``a spokesman for X, Y``)."""
    last, cased = scan.pack.order == "sov", scan.pack.case_of_head
    for row in scan.sentences if scan.pack.spelling.spaces else ():
        for left, right in itertools.pairwise(row.actors):
            gap = right.start - left.end
            bare = left.office and left.state is None and not (left.name or left.ref) and not last
            owned = right.marker == "of" and gap == 1 if cased else right.marker in _SERVED and left.office in _STAFF
            if bare and right.name and owned and gap <= _OF:
                left.state = scene.persons[right.name].state
            served = left.name and left.marker in _SERVED and right.office in _STAFF and left.name != right.name
            if served and gap == (1 if last or cased else _OF_COMMA):
                _place(scene, right, scene.state_of(left) or "")


_SERVED = ("of", "for")  # how those are told whom somebody serves
_OF, _OF_COMMA = 8, 2  # letters of an *of* with what is written beside it, of a comma and a space


def _of_both(scan: Scan, scene: Scene) -> None:
    """An office told beside a word for both states is held by one of each, of the two told last: ``the defence
    ministers of both countries``, ``iki ülkenin savunma bakanları``."""
    told: list[str] = []  # states in the order in which they were told last
    for row in scan.sentences:
        for left, right in itertools.zip_longest(row.actors, row.actors[1:]):
            if left.state and left.form != "org" and not (left.capital and left.marker):
                told = [*(state for state in told if state != left.state), left.state]
            if right is None or len(told) < _BOTH or scan.pack.comma_clauses:
                continue
            last = scan.pack.order == "sov"
            office, ref = (right, left) if last else (left, right)
            if ref.ref != "both" or ref.marker not in _OWNING or not 0 < right.start - left.end <= _OF_BOTH:
                continue
            if not office.office or office.ref or office.name:
                continue
            pair = scene.pair[:_BOTH]
            states = sorted(pair if set(pair) <= set(told) else told[-_BOTH:], key=lambda state: state != scene.home)
            office.ref, office.state, ref.ref = "both_heads", None, None
            office.members = tuple(_holder(scene, office, state) for state in states)


_BOTH = 2
_OWNING = ("", "of", "in")  # how whose an office is stands beside it
_OF_BOTH = 4  # letters of an *of* between an office and whose it is


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


def _of_told_beside(scan: Scan, scene: Scene) -> None:
    """Who is told without a state right behind a ministry that a sentence begins with is of its state (``According to
    the Peruvian Foreign Ministry, Deputy Minister X``), who leads a delegation told behind him of the delegation's."""
    words = scan.pack.words["led_by"]
    for row in scan.sentences:
        for at, (one, other) in enumerate(itertools.pairwise(row.actors)):
            ministry = at == 0 and one.form == "institution" and one.institution == "foreign_minister"
            posted = other.post if ministry and other.office == "ambassador" and other.state else None
            if posted and one.state is None and scene.header.home in (None, posted):
                one.state = posted  # "The Foreign Ministry called in Peru's ambassador to Ghana"
            if ministry and one.state and not one.possessive and other.office in _OF_MINISTRY:
                _place(scene, other, one.state)
            sent = (
                bool(words) and other.office == "delegation" and other.state and 0 < other.start - one.end <= _FOR * 3
            )
            if sent and any(word in scan.folded[one.end : other.start] for word in words):
                _place(scene, one, other.state or "")


def _place(scene: Scene, actor: ActorMention, state: str) -> None:
    """Let somebody told by name without a state be of one."""
    person = scene.persons.get(actor.name or "")
    if state and person is not None and person.state is None and actor.state is None and not actor.ref:
        person.state = state


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


_OPENS_IN = 12  # letters before a city that opens a sentence
_LEADS_ON = 40  # letters between it and who speaks there
_SPEAKING = (
    "head_of_state", "head_of_government", "deputy_head_of_government", "foreign_minister", "defence_minister",
    "minister", "deputy_minister", "speaker", "spokesperson", "senior_official", "military_officer",
)  # fmt: skip
_OF_MINISTRY = ("deputy_minister", "foreign_minister", "minister", "spokesperson", "senior_official")


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
