"""Persons told without a state: for which of the states of the text they act."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator

from dragoman.find.mention import ActorMention, Cue, Sentence, list_of
from dragoman.find.owners import article_before, owned
from dragoman.find.scan import Scan
from dragoman.lang.pack import Pack, load
from dragoman.resolve.scene import MINISTERS, UNIQUE, Scene
from dragoman.world import places_of_states


def governments(scan: Scan) -> Iterator[ActorMention]:
    """Who heads a government told without its state: ``the government of X``."""
    for row in scan.sentences:
        for left, right in itertools.pairwise(row.actors):
            behind = right.marker == "of" and right.name and 0 < right.start - left.end <= 6
            if behind and left.form == "institution" and left.state is None and left.institution in _GOVERNMENTS:
                yield right


_HOSTS = ("institution", "state", "gov")
_BESIDE = 3  # letters between a noun and its genitive
_FACED = ("", "with", "on", "to")  # how those are told whom somebody meets
_REACH = 60  # letters between a cue and who is faced


_OF_STATES = (
    *("head_of_state", "head_of_government", "defence_minister", "foreign_minister", "minister", "ambassador"),
    *("governor", "speaker", "member_of_parliament", "judge", "other", "crown_prince", "deputy_head_of_government"),
)


_GOVERNMENTS = ("head_of_government", "head_of_state")


_SPEAKING = (
    *_GOVERNMENTS,
    "foreign_minister",
    "defence_minister",
    "minister",
)  # whose spokesmen are of no organisation


_TO_OTHERS = ("meeting", "visit", "message")


AT_HOME_HEADS = (*MINISTERS, "head_of_state", "head_of_government", "deputy_head_of_government", "speaker")


_AT_HOME = frozenset((*AT_HOME_HEADS, "governor", "military_officer", "spokesperson"))


def place_stateless(scan: Scan, scene: Scene) -> None:
    """A person told without a state acts for the home state if the text is about it, else for the state told last
    before; not for one in which another holds that office. Ambassadors are seldom told of at home."""
    waiting = [person for person in scene.persons.values() if person.state is None and person.office != "="]
    if not waiting:
        return
    apart = _counterparts(scan, scene)
    local = _states_before(scan, scene)
    unnamed = _unnamed_before(scan)
    heads = {head.name for head in governments(scan)}
    posts: dict[str, set[str]] = {}
    for actor in (a for row in scan.sentences for a in row.actors if a.name and a.post):
        posts.setdefault(actor.name or "", set()).add(actor.post or "")
    orgs = organisations(scan.pack.code)
    header = scene.header
    told = scene.pair if header.speaker is not None else scene.pair[:3]  # a release tells its own side's officials
    agency = None if scene.abroad else header.agency_state
    leading = agency if scene.own_lead else None  # whose officials the lead tells without their state
    home = [s for s in (agency, scene.home, header.place_state) if s and (s in told or s == leading)]
    listed = _listed_leaders(scan)
    # "the country's president": of the country told before
    subjects = _subjects_before(scan)
    of_country = {a.name for row in scan.sentences for a in row.actors if a.name and _of_the_country(scan, a)}
    possessed = _possessed(scan)
    owners = _owners(scan, scene) if scan.pack.order == "svo" else {}
    across = _across(scan) if scan.pack.order == "svo" else {}
    hosts = _hosts_there(scan)
    speakers = _said_by(scan) if scan.pack.order == "v2" else set()
    here = header.place_state
    # from another country an agency first tells of those there
    elsewhere = here not in (None, header.agency_state)
    own_told = _first_told(scan, scene, header.agency_state) if elsewhere else 0
    lead = next((r.span.end for r in scan.sentences if any(a.start >= header.end for a in r.actors)), 0)
    met = _met_abroad(scan) if scene.away else set()
    there = _in_places(scan)
    for_governments = {
        a.name
        for row in scan.sentences
        for a in row.actors
        if a.office == "spokesperson" and a.institution in _SPEAKING
    }
    spoke = _spoke_before(scan) if any(p.office == "spokesperson" for p in waiting) else {}
    for person in sorted(waiting, key=lambda p: p.order):
        faced = apart.get(person.name)
        if person.office is None and faced in scene.pair[:2]:
            # "Vladimir Putin spoke to the president of Algeria", with no office told: for the other side
            person.state = next((s for s in scene.pair[:2] if s != faced), None)
        if person.state is not None or person.office is None:
            continue
        if here and any(scene.persons[name].state not in (None, here) for name in listed.get(person.name, ())):
            person.state = here  # a leader is away: the one beside him or her is the host
            continue
        near = [s for s in local.get(person.name, []) if s not in posts.get(person.name, ())]
        foreign = scan.pack.native if from_elsewhere(person.name, scan.pack) else ()
        afar = scene.abroad and scan.pack.comma_clauses  # of several states, none of which is the agency's
        beside_first = person.office == "ambassador" or header.agency_state is None or afar
        beside_first = beside_first or (elsewhere and near[:1] == [here] and person.first < own_told)
        order = [*near, *home] if beside_first and person.name not in speakers else [*home, *near]
        if elsewhere and here in near and person.first < min(own_told, lead):
            order.insert(0, here or "")
        if person.name in of_country:
            order = [*subjects.get(person.name, ()), *near, *home]
        if foreign:
            row = next(r for r in scan.sentences if r.span.start <= person.first < r.span.end)
            beside = [a.state for a in row.actors if a.state and a.end <= person.first and not a.marker]
            main = () if home and home[0] not in foreign else scene.pair[:2]
            order = [s for s in (*reversed(beside), *main) if s not in foreign] + order
        told_home = header.agency_state in (None, scan.pack.home) and not scene.abroad
        leads = bool(scan.sentences) and person.first < scan.sentences[0].span.end
        if scan.pack.home and told_home and (person.office in _AT_HOME or (leads and person.office == "spokesperson")):
            at_home = leads or not near or scene.weights.get(scan.pack.home, 0.0) > 1
            order.insert(0 if at_home else len(near), scan.pack.home)
        if person.name in heads:
            order = [*home, *scene.pair[:2], *near]
        order = [*unnamed.get(person.name, ()), *order]
        if scene.abroad and person.office in UNIQUE:
            order = [*untold_holders(scan, scene, person.office), *order]
        if person.name in possessed:
            # "the country's minister": agencies say so of the other one
            abroad = [s for s in (*near, *scene.pair) if s not in (header.agency_state, scan.pack.home)]
            order = [*abroad, *near, *order]
        order = [*owners.get(person.name, ()), *order]
        if person.name in hosts:
            order.insert(0, hosts[person.name])
        if scene.away and person.name in met:
            order.insert(0, scene.away)
        if person.name in there:
            order.insert(0, there[person.name])
        if person.office == "spokesperson" and person.name in spoke:
            order.insert(0, spoke[person.name])
        if person.office == "ambassador":
            order = [*_sending(scan, person.first, header.agency_state), *order]
        if scan.pack.comma_clauses and posts.get(person.name) and header.agency_state not in posts[person.name]:
            order = [s for s in (header.agency_state,) if s] + order  # "the ambassador to Iceland": one's own
        speaking = (scene.home,) if scene.abroad else (header.agency_state, here)
        order += [s for s in (*speaking, *scene.pair) if s]
        if person.office in _OF_STATES or person.office == "secretary_general" or person.name in for_governments:
            order = [s for s in order if (s in orgs) == (person.office == "secretary_general")]
        opposite = {scene.persons[name].state for name in across.get(person.name, ()) if name in scene.persons}
        order.sort(key=lambda state: state in opposite)
        free = (
            s
            for s in order
            if s != apart.get(person.name)
            and s not in foreign
            and not (person.office == "ambassador" and s in posts.get(person.name, ()))
            and (person.office not in UNIQUE or scene.holder(person.office, s) is None)
        )
        person.state = next(free, None)


def _sending(scan: Scan, at: int, home: str | None) -> list[str]:
    """The state whose embassy a text tells before an ambassador without one, if it is of one state alone."""
    rows = (a for row in scan.sentences for a in row.actors if a.institution == "ambassador" and a.end <= at)
    told = {a.state for a in rows if a.state and a.form == "institution" and a.state != home}
    return [state for state in told if state] if len(told) == 1 else []


def _first_told(scan: Scan, scene: Scene, state: str | None) -> int:
    """Where a text first tells of a state behind its header; its end, if nowhere."""
    rows = (a for row in scan.sentences for a in row.actors if a.start >= scene.header.end)
    return next((a.start for a in rows if state in (a.state, a.capital, a.post)), len(scan.folded))


@functools.cache
def organisations(code: str) -> frozenset[str]:
    """The organisations that a pack names."""
    return frozenset(entry.value for entry in load(code).entries if entry.table == "org")


def untold_holders(scan: Scan, scene: Scene, office: str) -> list[str]:
    """The one state of which an office that a state has once is told without a name: ``the American president``."""
    rows = (a for row in scan.sentences for a in row.actors if a.office == office and a.state and not a.name)
    told = {a.state for a in rows if a.state and _definite(scan, a)}
    free = [state for state in sorted(told) if scene.holder(office, state) is None]
    return free if len(free) == 1 else []


def _definite(scan: Scan, actor: ActorMention) -> bool:
    """Whether a mention has an article that tells of one known, where the pack lists such."""
    words = scan.pack.words["definite"]
    before = article_before(scan.folded, actor)
    return not words or not before or before in words


def _subjects_before(scan: Scan) -> dict[str, list[str]]:
    """For each person the states told as subjects before him or her in the sentence of the first mention."""
    out: dict[str, list[str]] = {}
    for row in scan.sentences:
        told: list[str] = []
        for actor in row.actors:
            if actor.name:
                out.setdefault(actor.name, [*told])
            elif actor.state and not actor.marker and not actor.attributive:
                told.append(actor.state)
    return out


def _of_the_country(scan: Scan, actor: ActorMention) -> bool:
    """Whether an office's own words say that it is of the country told before."""
    words = scan.folded[actor.start : actor.end].split()[1:]
    return actor.state is None and any(word in scan.pack.possessives for word in words)


def _listed_leaders(scan: Scan) -> dict[str, list[str]]:
    """The leaders with whom a leader stands in one list: ``Chancellor A and President B sealed a partnership``."""
    out: dict[str, list[str]] = {}
    for row in scan.sentences:
        leaders = [a for a in row.actors if a.name and a.list_id and a.office in _GOVERNMENTS]
        for one in leaders:
            beside = [a.name or "" for a in list_of(leaders, one) if a is not one and a.office != one.office]
            out.setdefault(one.name or "", []).extend(beside)
    return out


def _unnamed_before(scan: Scan) -> dict[str, list[str]]:
    """For each person told with an office but no state: whose office of that kind the text tells unnamed before, if it
    is of one state alone (``Bolivia's consul ... the consul, X``)."""
    out: dict[str, list[str]] = {}
    told: dict[str, set[str]] = {}
    for actor in (a for row in scan.sentences for a in row.actors if a.office and not a.former):
        if actor.state:
            told.setdefault(actor.office or "", set()).add("" if actor.name else actor.state)
        elif actor.name and actor.office not in UNIQUE:
            states = told.get(actor.office or "", set())
            if len(states) == 1 and "" not in states:
                out.setdefault(actor.name, list(states))
    return out


def from_elsewhere(name: str, pack: Pack) -> bool:
    """Whether a name is written like those from elsewhere: with dots, or without a native surname."""
    if not pack.native:
        return False
    long = 4 if name[:2] in pack.surnames else 3
    return any(dot in name for dot in "·・•") or len(name) > long or not {name[:1], name[:2]} & pack.surnames


def _possessed(scan: Scan) -> set[str]:
    """Who is told as somebody's of the state told last: ``the country's minister of education X``."""
    if scan.pack.order != "sov":
        return set()
    named = (actor for row in scan.sentences for actor in row.actors if actor.name)
    return {actor.name or "" for actor in named if owned(scan.folded, actor, scan.pack)}


def _across(scan: Scan) -> dict[str, list[str]]:
    """For each person whom somebody calls on or has talks with, who that is, and the other way round: most often of
    another state."""
    out: dict[str, list[str]] = {}
    for row in scan.sentences:
        for cue in row.cues:
            low = row.clause_start(cue.start)
            one = next((a for a in row.actors if low <= a.start and a.end <= cue.start and not a.marker), None)
            other = next((a for a in row.actors if a.start >= cue.start and a.name), None)
            beside = other is not None and other.start - cue.end < _REACH and other.marker in _FACED
            if cue.pattern.value == "meeting" and one and one.name and other and beside and other.name != one.name:
                out.setdefault(other.name or "", []).append(one.name)
                out.setdefault(one.name, []).append(other.name or "")  # "Prime Minister X received Y"
        if any(cue.pattern.value in ("meeting", "document") for cue in row.cues):
            for one, other in itertools.pairwise(row.actors):
                if one.list_id and one.list_id == other.list_id and _each_of_another(one, other):
                    out.setdefault(one.name or "", []).append(other.name or "")
    return out


def _each_of_another(one: ActorMention, other: ActorMention) -> bool:
    """Whether of two in a list only the second's state is told, and he is an envoy or holds the same office: ``the
    minister A and B, the Peruvian ambassador, signed``."""
    told = one.name and one.state is None and other.name and other.state
    return bool(told and (other.office == "ambassador" or one.office == other.office) and one.office != "ambassador")


def _owners(scan: Scan, scene: Scene) -> dict[str, list[str]]:
    """For each person told behind a possessive (``Its spokeswoman, X``) the state that acted last before."""
    out: dict[str, list[str]] = {}
    last: list[str] = []
    for row in scan.sentences:
        told = last
        before: ActorMention | None = None
        for actor in row.actors:
            if actor.name and actor.state is None and owned(scan.folded, actor, scan.pack):
                # "of the UN and its Secretary-General X"
                beside = before is not None and before.state and actor.list_id and before.list_id == actor.list_id
                owner = [before.state or ""] if before is not None and beside else told
                if owner:
                    out.setdefault(actor.name, owner)
            before = actor
            state = actor.state or (scene.persons[actor.name].state if actor.name else None)
            if state and not actor.marker and not actor.attributive:
                told = [state]
        acting = [a for a in row.actors if not a.marker and not a.attributive]
        states = (a.state or (scene.persons[a.name].state if a.name else None) for a in acting)
        lead = next((state for state in states if state), None)
        last = [lead] if lead else last
    return out


def _states_before(scan: Scan, scene: Scene) -> dict[str, list[str]]:
    """For each person the states told before the first mention, nearest first: of its sentence and the one before."""
    out: dict[str, list[str]] = {}
    earlier: list[str] = []
    for row in scan.sentences:
        here: list[str] = []
        places: list[str] = []  # "the embassy of X in Y": capitals that are only places come last
        subject: str | None = None
        for actor in row.actors:
            if actor.end <= scene.header.end:
                continue
            if actor.name and actor.name not in out:
                out[actor.name] = [*reversed(here), *earlier, *reversed(places)]
            known = scene.persons.get(actor.name or "")
            state = actor.state or actor.capital or (known.state if known else None)
            if state and not _of_thing(actor, scan):
                (places if actor.weak or (actor.capital and actor.marker == "in") else here).append(state)
                acts = not (actor.marker or actor.attributive) and (actor.state or not known)
                subject = subject or (state if acts else None)
        earlier = [*([subject] if subject else []), *reversed(here), *reversed(places)]
    return out


def _of_thing(actor: ActorMention, scan: Scan) -> bool:
    """Whether an adjective of a state tells whose a company is: ``the Kenyan company Lakefish``."""
    words = scan.pack.words["companies"]
    if not words or actor.form != "adj" or actor.office or actor.name:
        return False
    behind = scan.folded[actor.end : actor.end + _COMPANY].split()[:3]
    before = scan.folded[max(0, actor.start - _COMPANY) : actor.start].split()[-1:]
    return any(word.startswith(words) for word in (*behind, *before))


_COMPANY = 30  # letters beside an adjective in which a word for a company stands


def _counterparts(scan: Scan, scene: Scene) -> dict[str, str]:
    """For a person told with a counterpart of a state, or facing somebody of it: that state, which cannot be his or
    her own."""
    out: dict[str, str] = {}
    for row in scan.sentences:
        for cue in row.cues if scan.pack.order != "sov" else ():
            if cue.pattern.value in _TO_OTHERS:
                own = scene.header.agency_state or scene.header.place_state
                for name, state in (*_faced(row, cue, scene.home), *_arriving(row, cue, own)):
                    out.setdefault(name, state)
        for name, state in (*_receiving(row), *_judging(row, scan)):
            out.setdefault(name, state)
        for host in (a for a in row.actors if a.name and a.marker == "inviting"):
            # "at the invitation of President X a delegation of Y came": who invites is not of the guest's state
            guest = next((a for a in row.actors if a.state and not a.marker and not a.attributive), None)
            if guest is not None and guest.name != host.name and guest.state:
                out.setdefault(host.name or "", guest.state)
        for left, right in zip(row.actors, row.actors[1:], strict=False):
            acts = scan.pack.order != "sov" or not left.marker
            if right.ref == "counterpart" and right.state and left.name and acts:
                out.setdefault(left.name, right.state)
            if (
                right.post
                and right.marker in ("", "to", "obj")
                and right.state is None
                and left.name
                and not left.marker
            ):
                out.setdefault(left.name, right.post)  # "X recalled the ambassador to Y"
    return out


def _arriving(row: Sentence, cue: Cue, home: str | None) -> Iterator[tuple[str, str]]:
    """Who comes to a capital told beside the verb, with the state of that capital: it is not the guest's own, unless it
    is the agency's, where leaders come home to."""
    group = cue.pattern.group
    if cue.pattern.value != "visit" or (group and group.args.get("subj") == "host"):
        return
    low, high = row.clause_start(cue.start), row.clause_end(cue.end)
    here = [a for a in row.actors if low <= a.start < high]
    there = next((a for a in here if _there(a, cue)), None)
    guest = next((a for a in here if not a.marker and not a.attributive), None)
    abroad = there.capital if there and there.capital != home else None
    if abroad and guest and guest.name and guest.office and guest.state is None:
        yield guest.name, abroad


def _beside(actor: ActorMention, cue: Cue) -> bool:
    """Whether a cue holds an actor, or nothing but a space parts them."""
    return actor.start - cue.end <= 1 and cue.start - actor.end <= 1


def _hosts_there(scan: Scan) -> dict[str, str]:
    """Who receives somebody in the sentence that tells of his coming to a capital, with the state of that capital:
    ``A arrived in Nairobi and was received by President B``; where nobody but hosts is told, in the one behind it, too:
    ``He was received by President B and Prime Minister C``."""
    out: dict[str, str] = {}
    before: tuple[ActorMention, str] | None = None
    for row in scan.sentences:
        there = next(
            (a for cue in row.cues if cue.pattern.value == "visit" for a in row.actors if _there(a, cue)), None
        )
        for cue in row.cues if there else ():
            group = cue.pattern.group
            if there and group and group.kind == "meeting" and cue.start > there.end:
                hosts = (a for a in row.actors if a.marker in ("by", "of") and there.end < a.start < cue.end)
                out.update((a.name, there.capital or "") for a in hosts if a.name and a.office and a.state is None)
        if before is not None and _only_hosts(row, before[0]):
            out.update((a.name, before[1]) for a in row.actors if a.name)
        before = _come_to(row)
    return out


def _come_to(row: Sentence) -> tuple[ActorMention, str] | None:
    """The named official of a state whose coming to a place of another's a sentence tells, with that state."""
    cue = next((cue for cue in row.cues if cue.travels), None)
    if cue is None:
        return None
    guest = next((a for a in row.actors if a.name and a.office and a.state and not a.marker), None)
    placed = (a for a in row.actors if not (a.name or a.office) and a.marker in ("in", "to", "obj"))
    there = next((a.capital or a.state for a in placed if a.capital or a.state), None)
    return (guest, there) if guest is not None and there and there != guest.state else None


def _only_hosts(row: Sentence, guest: ActorMention) -> bool:
    """Whether a sentence tells of a meeting and of officials without a state alone, none of them the guest."""
    met = any(cue.pattern.value == "meeting" for cue in row.cues)
    told = [a for a in row.actors if not a.ref]
    hosts = [a.name and a.office and a.state is None and a.name != guest.name for a in told]
    return met and bool(hosts) and all(hosts)


def _in_places(scan: Scan) -> dict[str, str]:
    """Who leads a state and is told right behind the place where something happens, with the state of that place: heads
    of other states are seldom told so without theirs (``had talks in Amman with King X``)."""
    out = _met_by_guests(scan)
    for row in scan.sentences:
        for place, head in itertools.pairwise(row.actors):
            only = place.form in ("capital", "state") and place.marker == "in" and not (place.office or place.name)
            leads = head.name and head.office in _GOVERNMENTS and head.state is None
            if (
                only
                and leads
                and head.start - place.end <= _IN_PLACE
                and "," not in scan.folded[place.end : head.start]
            ):
                out.setdefault(head.name or "", place.state or place.capital or "")
    return out


def _met_by_guests(scan: Scan) -> dict[str, str]:
    """Who leads a state and meets an official of another in a capital, with the state of that capital, if the sentence
    tells no third: ``Visiting Peruvian President A held talks with President B in Accra``."""
    out: dict[str, str] = {}
    for row in scan.sentences if scan.pack.spelling.spaces else ():
        guest = row.first_bare()
        if guest is None or not guest.state or not guest.office or guest.capital:
            continue
        places = [places_of_states(hit)[1] or "" for hit in row.places if hit.start >= guest.end]
        states = {*(a.state for a in row.actors if a.state), *places}
        if not places or states != {guest.state, places[0]} or guest.state == places[0]:
            continue
        met = [c for c in row.cues if c.pattern.value == "meeting" and c.start >= guest.end]
        heads = (a for a in row.actors if met and a.start > met[0].start and a.marker in _FACED)
        out.update((a.name, places[0]) for a in heads if a.name and a.state is None and a.office in AT_HOME_HEADS)
    return out


_IN_PLACE = 30  # letters between a place and who is told there


def _met_abroad(scan: Scan) -> set[str]:
    """Leaders told without a state in a sentence behind the lead that tells of a meeting."""
    out: set[str] = set()
    for row in scan.sentences[1:]:
        if any(cue.pattern.group and cue.pattern.group.kind == "meeting" for cue in row.cues):
            rows = (a for a in row.actors if a.name and a.state is None and a.office in AT_HOME_HEADS)
            out.update(a.name for a in rows if a.name)
    return out


def _spoke_before(scan: Scan) -> dict[str, str]:
    """Spokesmen that begin a sentence without a state, with the state that alone said something in the one before:
    ``Der Kreml wies das zurück. Außenamtssprecherin X ...``."""
    out: dict[str, str] = {}
    for before, row in itertools.pairwise(scan.sentences):
        lead = row.first_bare()
        said = before.first_bare()
        begins = lead and lead.office == "spokesperson" and lead.name and lead.state is None
        alone = said and said.state and not (said.name or said.office) and said.form in _ALONE
        speaks = any(cue.pattern.value == "statement" for cue in before.cues)
        if begins and alone and speaks and lead and said and before.paragraph == row.paragraph:
            out[lead.name or ""] = said.state or ""
    return out


_ALONE = ("gov", "capital", "institution", "state")


def _said_by(scan: Scan) -> set[str]:
    """Who is told behind what he or she says, where the states spoken of are told: ``A hat B angegriffen, sagte X``."""
    out: set[str] = set()
    for row in scan.sentences:
        closing = [cue.end for cue in row.cues if cue.says and scan.folded.endswith(", ", row.span.start, cue.start)]
        out.update(a.name for a in row.actors if a.name and any(0 < a.start - end <= _BESIDE for end in closing))
    return out


def _there(actor: ActorMention, cue: Cue) -> bool:
    return bool(actor.capital) and actor.marker in ("in", "to") and _beside(actor, cue)


def _receiving(row: Sentence) -> Iterator[tuple[str, str]]:
    """Heads of state told without a state in the sentence of an envoy's credentials, with the envoy's state."""
    if any(cue.pattern.group and cue.pattern.group.act == "present_credentials" for cue in row.cues):
        sent = next((a.state for a in row.actors if a.office == "ambassador" and a.state), None)
        for head in row.actors if sent else ():
            if head.name and head.office == "head_of_state" and not head.possessive:
                yield head.name, sent or ""


def _judging(row: Sentence, scan: Scan) -> Iterator[tuple[str, str]]:
    """Who accuses, thanks or asks a state right behind the verb, with that state: it is another's."""
    for cue in row.cues if scan.pack.order in ("svo", "v2") else ():
        group = cue.pattern.group
        if group is None or group.kind != "statement" or group.type not in _JUDGING or cue.impersonal:
            continue
        low = row.clause_start(cue.start)
        before = [a for a in row.actors if low <= a.start and a.end <= cue.start and not (a.marker or a.attributive)]
        judged = next((a for a in row.actors if 0 < a.start - cue.end <= _BESIDE), None)
        bare = judged is not None and judged.form in ("state", "capital", "gov") and judged.marker in ("", "obj")
        if judged and bare and judged.state and before and before[-1].name and before[-1].office:
            yield before[-1].name, judged.state


_JUDGING = ("criticise", "support", "request")  # what is said of another's conduct


def _faced(row: Sentence, cue: Cue, home: str | None) -> Iterator[tuple[str, str]]:
    """Of two who face or write to each other: each one's name with the state of the other."""
    low = row.clause_start(cue.start)
    high = row.clause_end(cue.end)
    letter = cue.pattern.value == "message"  # "a letter which X sent on Friday to Y"
    end = cue.end if letter else cue.start
    written = ("", "by") if letter else ("",)
    before = [a for a in row.actors if low <= a.start and a.end <= end and a.marker in written and not a.attributive]
    # "received Kenya's ambassador": the cue may end inside whom it is about
    after = [a for a in row.actors if a.start > cue.start and cue.end <= a.end and a.start < high]
    after = [a for a in after if a.marker in ("", "with", "to")]
    guest = next((a for a in row.actors if cue.start < a.start < high and not a.marker), None)
    if cue.pattern.value == "visit" and before and before[-1].form in _HOSTS and guest and guest.name and guest.office:
        yield guest.name, before[-1].state or home or ""  # "the ministry hosted Foreign Minister X for talks"
    # "the conversation of X with Y"
    before = before or [a for a in row.actors if a.name and a.marker == "of" and 0 < a.start - cue.end <= _BESIDE]
    if not before or not after or after[0].start - cue.end >= _REACH:
        return
    one, other = before[-1], after[0]
    if one.name and other.office and other.state:
        yield one.name, other.state
    state = one.state or (home if one.office and not one.name else None)
    if letter and other.name and one.office and state:
        yield other.name, state
