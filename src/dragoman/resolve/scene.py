"""The scene: who the dispatch is about. Persons with offices and states, the main pair, references to them."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from dragoman.find.actors import owned
from dragoman.find.mention import ActorMention, Cue, Sentence, list_of
from dragoman.find.scan import Scan
from dragoman.lang.pack import Pack
from dragoman.resolve.header import Header
from dragoman.world import seats

_PRINCIPAL = (
    "head_of_state", "head_of_government", "crown_prince", "deputy_head_of_government", "foreign_minister",
    "defence_minister", "speaker", "minister", "secretary_general", "special_envoy",
    "deputy_minister", "ambassador", "senior_official", "commission_chair",
)  # fmt: skip


@dataclass(slots=True)
class Person:
    """A person as the whole text tells of him or her."""

    name: str
    office: str | None = None
    state: str | None = None
    order: int = 0
    first: int = 0  # where the text tells of the person first


@dataclass(slots=True)
class Scene:
    """Everything that references in the text may point to."""

    header: Header
    date: datetime.date
    persons: dict[str, Person] = field(default_factory=dict)
    weights: dict[str, float] = field(default_factory=dict)
    pair: list[str] = field(default_factory=list)
    # per sentence, worked out once: the states it is about, and who stands for them
    focus: dict[int, list[str]] = field(default_factory=dict)
    sides: dict[int, list[ActorMention]] = field(default_factory=dict)
    # per sentence: the subject of the sentence before, which a verb without one goes on with
    spoken: dict[int, tuple[ActorMention, ...]] = field(default_factory=dict)

    # per paragraph that begins with a name and a colon, as interviews and briefings do: who speaks in it
    labels: dict[int, ActorMention] = field(default_factory=dict)
    voice: str | None = None  # of a text without agency and dateline: whose "we" it is
    abroad: bool = False  # whether the agency's own state is not told at all: then its correspondent's is

    @property
    def home(self) -> str | None:
        """The state from which the dispatch speaks."""
        if self.abroad:
            # an agency may put its own capital before what it tells of others
            other = self.header.place_state != self.header.agency_state
            return (self.header.place_state if other else None) or self.voice
        return self.header.home or self.voice

    @property
    def guest_state(self) -> str | None:
        """Of the main pair, the state that is not the dateline's."""
        place = self.header.place_state or self.home
        return next((state for state in self.pair if state != place), None)

    def weigh(self, state: str, weight: float) -> None:
        """Add to what a state weighs in the text."""
        self.weights[state] = self.weights.get(state, 0.0) + weight

    def other(self, state: str | None) -> str | None:
        """The other state of the main pair."""
        if state in self.pair[:2]:
            return next((other for other in self.pair[:2] if other != state), None)
        if self.home in self.pair[:2]:
            return self.home  # a third state is told with the agency's own
        return next((other for other in self.pair if other != state), None)

    def holder(self, office: str, state: str | None) -> Person | None:
        """The first person told to hold an office (of a state)."""
        rows = [p for p in self.persons.values() if p.office == office and (state is None or p.state == state)]
        return min(rows, key=lambda p: p.order) if rows else None

    def principal(self, state: str, before: int | None = None) -> Person | None:
        """The person who stands for a state here: the highest office, the first told of equals.

        Of those told ``before`` a place of the text, if any was: nobody refers to whom the reader does not know.
        """
        rows = [p for p in self.persons.values() if p.state == state and p.office in _PRINCIPAL]
        known = [p for p in rows if before is not None and p.first < before] or rows
        return min(known, key=lambda p: (_rank(p), p.order)) if known else None


def _rank(person: Person) -> int:
    """How high an office stands; heads of state and of government are equals: either may be the one who acts."""
    return max(_PRINCIPAL.index(person.office or "") - 1, 0)


def _seated(scan: Scan, header: Header) -> Header:
    """Where a text tells of a state that sits in another's capital, the capital stands for the guest, unless the other
    state is told too: ``Rome`` of the Holy See. The header then speaks from that state."""
    actors = [a for row in scan.sentences for a in row.actors if a.state]
    for owner, seated in seats():
        own = any(a.state == owner and not a.capital for a in actors)
        if own or not any(a.state == seated for a in actors):
            continue
        for actor in actors:
            if actor.capital == owner:
                actor.state = actor.capital = seated
        if header.place_state == owner:
            home = seated if header.home == owner else header.home
            header = replace(header, place_state=seated, home=home)
    return header


def build_scene(scan: Scan, header: Header, date: datetime.date) -> Scene:
    """Gather persons and states over the whole text, then look up what each reference stands for."""
    scene = Scene(_seated(scan, header), date)
    # nobody of the dateline may be taken for the first sentence's subject
    for row in scan.sentences[:4]:
        row.actors = [actor for actor in row.actors if actor.end > header.end]
    first = next((a for row in scan.sentences[:2] for a in row.actors if a.state), None)
    if header.home is None and first and first.form == "state" and not first.marker and not first.possessive:
        scene.voice = first.state
    _of_home(scan, scene)
    if scan.pack.order == "sov":
        _part_subjects(scan)
    _gather(scan, scene)
    _weigh(scan, scene)
    speaker = header.speaker
    if speaker is not None and speaker.name in scene.persons and scene.home:
        scene.persons[speaker.name].state = scene.persons[speaker.name].state or scene.home
    _zip_lists(scan, scene)
    _face_to_face(scan, scene)
    _heads(scan, scene)
    _place_stateless(scan, scene)
    _join_offices(scan, scene)
    _Resolver(scan, scene).run()
    for row in scan.sentences:
        first = row.actors[0] if row.actors else None
        if (
            first
            and first.name
            and first.start - row.span.start <= _LABEL
            and scan.text[first.end : first.end + 1] in _COLONS
        ):
            scene.labels.setdefault(row.paragraph, first)
    return scene


_LABEL = 2  # letters that may stand before the name that begins a paragraph
_COLONS = (":", "：")


def _of_home(scan: Scan, scene: Scene) -> None:
    """An office whose own words say "of the country" and no other is held in the agency's country."""
    words = scan.pack.words["of_home"]
    for actor in (a for row in scan.sentences for a in row.actors) if words and scene.header.home else ():
        if actor.office and actor.state is None and not actor.ref:
            told = scan.folded[actor.start : actor.end].split()
            if any(word in told for word in words):
                actor.state = scene.header.home


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
            another = known != actor.state if actor.state else office != actor.office and actor.office in _UNIQUE
            if actor.state and actor.office in _UNIQUE:
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
            told = actor.office and actor.office != "=" and not actor.former and not actor.loose
            if told and person.office is None:
                person.office = actor.office
            if actor.state and person.state is None:
                person.state = actor.state
    for head in _governments(scan):
        if head.office is None and head.state is None and not head.former:
            head.office, head.loose = "head_of_state", True
            scene.persons[head.name or ""].office = scene.persons[head.name or ""].office or "head_of_state"
    for actor in (a for row in scan.sentences for a in row.actors if a.loose and a.name and not a.former):
        person = scene.persons[actor.name or ""]
        person.office = person.office or (actor.office if person.state else None)


def _governments(scan: Scan) -> Iterator[ActorMention]:
    """Who heads a government told without its state: ``the government of X``."""
    for row in scan.sentences:
        for left, right in itertools.pairwise(row.actors):
            behind = right.marker == "of" and right.name and 0 < right.start - left.end <= 6
            if behind and left.form == "institution" and left.state is None and left.institution in _GOVERNMENTS:
                yield right


def _aside(actor: ActorMention) -> bool:
    """Whether the mention may only qualify a noun, or tell where something happens (``in the UN``)."""
    return actor.form in ("adj", "people") or actor.venue


def _weigh(scan: Scan, scene: Scene) -> None:
    for number, row in enumerate(scan.sentences):
        factor = 3.0 if row.paragraph <= 1 or number < 2 else 1.0
        for actor in row.actors:
            if actor.end <= scene.header.end:
                continue
            state = actor.state or (scene.persons[actor.name].state if actor.name else None)
            if state:
                weight = 2.0 if actor.name or actor.office else 0.6 if _aside(actor) else 1.0
                scene.weigh(state, weight * factor)
            if actor.post:
                scene.weigh(actor.post, factor)
    untold = scene.header.agency_state is not None and not scene.weights.get(scene.header.agency_state)
    main = [state for state, weight in scene.weights.items() if weight >= _MAIN]
    at_home = scene.header.place_state in (None, scene.header.agency_state) and _own_officials(scan, scene)
    scene.abroad = untold and not at_home and (bool(scene.header.place_state) or bool(main))
    if scene.abroad and main and scene.header.place_state in (None, scene.header.agency_state):
        scene.voice = max(main, key=lambda state: scene.weights[state])
    if scene.home:
        scene.weigh(scene.home, 0.5)
    scene.pair = [state for state, _ in sorted(scene.weights.items(), key=lambda item: (-item[1], item[0]))]


def _own_officials(scan: Scan, scene: Scene) -> bool:
    """Whether the lead tells an official by name without a state, as agencies do of their own."""
    lead = (a for row in scan.sentences[:2] for a in row.actors if a.name and a.office in _AT_HOME_HEADS)
    return any(a.state is None and scene.persons[a.name or ""].state is None for a in lead)


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
            match = next((r for r in [*rows, states] if len(r) == len(persons)), None) or _pair_for(persons, told)
            native = scan.pack.native
            if (
                match
                and native
                and any(
                    state not in native and not _from_elsewhere(person.name, scan.pack)
                    for person, state in zip(persons, match, strict=True)
                )
            ):
                continue  # a native name is no foreigner's
            if match:
                for person, state in zip(persons, match, strict=True):
                    person.state = state
        states = rows[0] if rows else states


def _told_states(scan: Scan, scene: Scene) -> list[str]:
    actors = [actor for row in scan.sentences for actor in row.actors if actor.start >= scene.header.end]
    return [actor.state for actor in actors if actor.state and actor.form != "org"]


def _pair_for(persons: list[Person], told: list[str]) -> list[str] | None:
    """Two holders of an office that each state has once: of the main pair, in the order in which it is told."""
    offices = {person.office for person in persons}
    if len(persons) == len(told) == 2 and len(offices) == 1 and offices <= set(_UNIQUE):
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
    if free and len(bare) == len(free) and not unplaced:
        for person, state in zip(sorted(bare, key=lambda p: p.order), free, strict=True):
            person.office, person.state = states[state], state


def _acting(scan: Scan, scene: Scene, markers: tuple[str, ...]) -> list[Person]:
    """The persons told without office and state that stand at such a place of some clause."""
    names = {a.name for row in scan.sentences for a in row.actors if a.marker in markers}
    return [p for p in scene.persons.values() if p.office is None and p.state is None and p.name in names]


def _face_to_face(scan: Scan, scene: Scene) -> None:
    """Who is met or visited by somebody of one side is of the other; who leads a delegation is of its state."""
    spoken: str | None = None  # the state of whoever the sentence before began with
    for row in scan.sentences:
        for at, actor in enumerate(row.actors):
            person = scene.persons.get(actor.name or "")
            near = row.actors[at - 1] if at else None
            if (
                person
                and person.state is None
                and actor.marker == "by"
                and near
                and near.state
                and actor.start - near.end < 25
                and not any(c.pattern.value in _FACING and near.end <= c.start < actor.start for c in row.cues)
            ):
                person.state = near.state
        for cue in row.cues:
            if cue.pattern.value in _FACING and scan.pack.order != "sov":
                _other_side(row, cue, scene, spoken, scan)
            elif cue.pattern.value == "meeting":
                _met_before(row, cue, scene, spoken)
        acting = [actor for actor in row.actors if not actor.marker] + row.actors
        spoken = next((state for state in (_state_of(actor, scene) for actor in acting) if state), spoken)


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
    before = [
        a
        for a in row.actors
        if a.end <= cue.start and (a.state or a.name or a.office or a.ref in ("he", "latter", "him", "they", "home"))
    ]
    after = [
        a
        for a in row.actors
        if a.start >= cue.end and a.start - cue.end < 60 and (a.marker in ("", "with", "by") or a.start - cue.end <= 5)
    ]
    if pack.comma_clauses:
        end = next((b for b in row.barriers if b >= cue.end), row.span.end)
        after = [a for a in after if a.start < end]
    if scan.pack.order == "svo" and after and not after[0].marker and "," in scan.folded[cue.end : after[0].start]:
        return  # "after his visit to X, President Y said"
    if pack.order == "v2" and not after and len(before) > 1:
        after, before = before[-1:], before[:-1]  # "wo ihn Präsident X empfing"
    if not before or not after:
        return
    left = ([a for a in before if a.nominative] or before)[-1]  # where nouns are declined, whoever acts
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
            other = scene.other(state)
            held = other and person.office in _UNIQUE and scene.holder(person.office, other)
            person.state = None if held else other


def _assumed(actor: ActorMention, scene: Scene, spoken: str | None) -> str | None:
    """The state of somebody told without one: an envoy's is not home."""
    if actor.ref in ("he", "latter", "him", "they"):
        return spoken
    if actor.office in ("ambassador", "special_envoy"):
        return scene.other(scene.home)
    return scene.home if actor.office or actor.ref else None


_REACH = 60  # letters between a cue and who is faced
_FROM = 6  # a space and a preposition
_MINISTERS = ("minister", "foreign_minister", "defence_minister", "deputy_minister")
_OF_STATES = ("head_of_state", "head_of_government", "defence_minister", "minister", "ambassador", "governor")
_GOVERNMENTS = ("head_of_government", "head_of_state")
# offices that several persons of a state hold: the one told last is meant where such an office stands alone
_SHARED = (
    "ambassador", "special_envoy", "minister", "deputy_minister", "spokesperson", "senior_official",
    "military_officer", "governor",
)  # fmt: skip
_UNNAMED = ("other", "delegation", "member_of_parliament", "business")  # not everybody who is one is the one told
_GENERAL = ("minister", "military_officer")  # what is also said of who holds a more particular office
_TO_OTHERS = ("meeting", "visit", "message")
_FACING = ("meeting", "visit")  # kinds in which one side faces the other
_MAIN = 6.0  # what an official told in the lead weighs
_AT_HOME_HEADS = (*_MINISTERS, "head_of_state", "head_of_government", "deputy_head_of_government", "speaker")
_AT_HOME = frozenset((*_AT_HOME_HEADS, "governor", "military_officer"))
_LEADERS = ("head_of_state", "head_of_government", "crown_prince", "deputy_head_of_government")
_UNIQUE = ("head_of_state", "head_of_government", "foreign_minister", "defence_minister", "speaker", "crown_prince")
_HEADS = (*_UNIQUE, *_MINISTERS)


def _place_stateless(scan: Scan, scene: Scene) -> None:
    """A person told without a state acts for the home state if the text is about it, else for the state told last
    before; not for one in which another holds that office. Ambassadors are seldom told of at home."""
    apart = _counterparts(scan, scene)
    local = _states_before(scan, scene)
    unnamed = _unnamed_before(scan)
    heads = {head.name for head in _governments(scan)}
    posts: dict[str, set[str]] = {}
    for actor in (a for row in scan.sentences for a in row.actors if a.name and a.post):
        posts.setdefault(actor.name or "", set()).add(actor.post or "")
    orgs = {a.state for row in scan.sentences for a in row.actors if a.form == "org"}
    header = scene.header
    home = [s for s in (header.agency_state, scene.home, header.place_state) if s and s in scene.pair[:3]]
    listed = _listed_leaders(scan)
    # "the country's president": of the country told before
    subjects = _subjects_before(scan)
    of_country = {a.name for row in scan.sentences for a in row.actors if a.name and _of_the_country(scan, a)}
    possessed = _possessed(scan)
    here = header.place_state
    for person in sorted(scene.persons.values(), key=lambda p: p.order):
        if person.state is not None or person.office is None or person.office == "=":
            continue
        if here and any(scene.persons[name].state not in (None, here) for name in listed.get(person.name, ())):
            person.state = here  # a leader is away: the one beside him or her is the host
            continue
        near = [s for s in local.get(person.name, []) if s not in posts.get(person.name, ())]
        foreign = scan.pack.native if _from_elsewhere(person.name, scan.pack) else ()
        order = [*near, *home] if person.office == "ambassador" or header.agency_state is None else [*home, *near]
        if person.name in of_country:
            order = [*subjects.get(person.name, ()), *near, *home]
        if foreign:
            row = next(r for r in scan.sentences if r.span.start <= person.first < r.span.end)
            beside = [a.state for a in row.actors if a.state and a.end <= person.first and not a.marker]
            order = [s for s in (*reversed(beside), *scene.pair[:2]) if s not in foreign] + order
        told_home = header.agency_state in (None, scan.pack.home) and not scene.abroad
        if scan.pack.home and told_home and person.office in _AT_HOME:
            lead = bool(scan.sentences) and person.first < scan.sentences[0].span.end
            at_home = lead or not near or scene.weights.get(scan.pack.home, 0.0) > 1
            order.insert(0 if at_home else len(near), scan.pack.home)
        if person.name in heads:
            order = [*home, *scene.pair[:2], *near]
        order = [*unnamed.get(person.name, ()), *order]
        if scene.abroad and person.office in _UNIQUE:
            order = [*_untold_holders(scan, scene, person.office), *order]
        if person.name in possessed:
            # "the country's minister": agencies say so of the other one
            abroad = [s for s in (*near, *scene.pair) if s not in (header.agency_state, scan.pack.home)]
            order = [*abroad, *near, *order]
        order += [s for s in (scene.home if scene.abroad else header.agency_state, *scene.pair) if s]
        if person.office in _OF_STATES or person.office == "secretary_general":
            order = [s for s in order if (s in orgs) == (person.office == "secretary_general")]
        free = (
            s
            for s in order
            if s != apart.get(person.name)
            and s not in foreign
            and (person.office not in _UNIQUE or scene.holder(person.office, s) is None)
        )
        person.state = next(free, None)


def _untold_holders(scan: Scan, scene: Scene, office: str) -> list[str]:
    """The one state of which an office that a state has once is told without a name: ``the American president``."""
    told = {a.state for row in scan.sentences for a in row.actors if a.office == office and a.state and not a.name}
    free = [state for state in sorted(told) if scene.holder(office, state) is None]
    return free if len(free) == 1 else []


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
        elif actor.name and actor.office not in _UNIQUE:
            states = told.get(actor.office or "", set())
            if len(states) == 1 and "" not in states:
                out.setdefault(actor.name, list(states))
    return out


def _from_elsewhere(name: str, pack: Pack) -> bool:
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
            state = actor.state or actor.capital
            if state:
                (places if actor.weak or (actor.capital and actor.marker == "in") else here).append(state)
                if subject is None and not actor.marker and not actor.attributive:
                    subject = state
        earlier = [*([subject] if subject else []), *reversed(here), *reversed(places)]
    return out


def _join_offices(scan: Scan, scene: Scene) -> None:
    """``The Nicaraguan head of state`` is the one Nicaraguan whose office is not told, or a person told without any
    state in the same sentence or the next."""
    for number, row in enumerate(scan.sentences):
        for actor in row.actors:
            office, state = actor.office, actor.state
            if actor.name or actor.loose or not state or office not in _UNIQUE or scene.holder(office, state):
                continue
            person = _without_office(scan, scene, state, number)
            if person is not None:
                person.office, person.state = office, state


def _without_office(scan: Scan, scene: Scene, state: str, number: int) -> Person | None:
    near = {a.name for row in scan.sentences[max(0, number - 1) : number + 2] for a in row.actors if a.name}
    rows = [p for p in scene.persons.values() if p.office is None and p.name in near]
    own = [p for p in rows if p.state == state] or [p for p in rows if p.state is None]
    return own[0] if len(own) == 1 else None


def _counterparts(scan: Scan, scene: Scene) -> dict[str, str]:
    """For a person told with a counterpart of a state, or facing somebody of it: that state, which cannot be his or
    her own."""
    out: dict[str, str] = {}
    for row in scan.sentences:
        for cue in row.cues if scan.pack.order != "sov" else ():
            if cue.pattern.value in _TO_OTHERS:
                for name, state in _faced(row, cue, scene.home):
                    out.setdefault(name, state)
        for left, right in zip(row.actors, row.actors[1:], strict=False):
            acts = scan.pack.order != "sov" or not left.marker
            if right.ref == "counterpart" and right.state and left.name and acts:
                out.setdefault(left.name, right.state)
            if right.post and right.marker in ("", "to") and right.state is None and left.name and not left.marker:
                out.setdefault(left.name, right.post)  # "X recalled the ambassador to Y"
    return out


def _faced(row: Sentence, cue: Cue, home: str | None) -> Iterator[tuple[str, str]]:
    """Of two who face or write to each other: each one's name with the state of the other."""
    low = max((at for at in row.barriers if at <= cue.start), default=row.span.start)
    high = next((at for at in row.barriers if at >= cue.end), row.span.end)
    letter = cue.pattern.value == "message"  # "a letter which X sent on Friday to Y"
    end = cue.end if letter else cue.start
    before = [a for a in row.actors if low <= a.start and a.end <= end and not a.marker and not a.attributive]
    # "received Kenya's ambassador": the cue may end inside whom it is about
    after = [a for a in row.actors if a.start > cue.start and cue.end <= a.end and a.start < high]
    after = [a for a in after if a.marker in ("", "with", "to")]
    if not before or not after or after[0].start - cue.end >= _REACH:
        return
    one, other = before[-1], after[0]
    if one.name and other.office and other.state:
        yield one.name, other.state
    state = one.state or (home if one.office and not one.name else None)
    if letter and other.name and one.office and state:
        yield other.name, state


def _told_from(row: Sentence) -> str | None:
    """The state whose capital a sentence begins with: ``In Ankara, the Foreign Ministry said``."""
    first = row.actors[0] if row.actors else None
    if first is None or first.marker != "in" or first.capital is None or first.start - row.span.start > 4:
        return None
    return first.capital


class _Resolver:
    """Goes through the text once, remembering who was told last."""

    def __init__(self, scan: Scan, scene: Scene) -> None:
        self._scan, self._scene = scan, scene
        self._last: ActorMention | None = None
        self._subject: ActorMention | None = None
        self._told: list[ActorMention] = []
        self._listed: tuple[ActorMention, ...] = ()
        self._both = False  # whether the sentence before was about both sides together
        self._ministry: str | None = None  # whose ministry or ruler's office was told last

    def run(self) -> None:
        for number, row in enumerate(self._scan.sentences):
            self._scene.spoken[number] = self._listed or ((self._subject,) if self._subject else ())
            first: ActorMention | None = None
            for at, actor in enumerate(row.actors):
                self._resolve(actor, row, at)
                if actor.name or (actor.office and actor.state):
                    if first is None and actor.marker in ("", "by"):
                        first = actor
                    self._last = actor
                if actor.name and actor.office:
                    self._told.append(actor)
            lead = next((a for a in row.actors if not a.marker and not a.attributive), None)
            self._both = lead is not None and lead.ref in ("both", "both_heads")
            if first is not None:
                self._subject = first
                listed = [a for a in row.actors if a.list_id and a.list_id == first.list_id and a.state]
                self._listed = tuple(listed) if len(listed) > 1 else ()

    def _resolve(self, actor: ActorMention, row: Sentence, at: int) -> None:
        scene = self._scene
        if actor.name:
            person = scene.persons[actor.name]
            actor.state = actor.state or person.state
            if actor.office is None or ((actor.office == "=" or actor.loose) and person.office):
                actor.office = None if actor.former else person.office
            elif actor.office in _GENERAL and person.office in _PRINCIPAL and not actor.former:
                actor.office = person.office  # "Minister X" of the foreign minister, "Colonel Y" of the envoy
        if actor.office == "=":
            self._counterpart(actor, row, at)
        if actor.name and scene.persons[actor.name].office is None and actor.office:
            scene.persons[actor.name].office = actor.office
        if actor.name and scene.persons[actor.name].state is None and actor.state:
            scene.persons[actor.name].state = actor.state
        if self._scan.pack.order == "sov":
            self._of_ministry(actor)
        if actor.ref and actor.office is None:
            self._reference(actor, row, at)
        elif actor.office and not actor.name and not actor.former:
            self._office_alone(actor, row, at)
        elif actor.form == "institution" and actor.state is None:
            head = row.actors[at + 1] if at + 1 < len(row.actors) else None
            led = head and head.name and head.marker == "of" and head.start - actor.end <= 6
            actor.state = scene.persons[head.name].state if led and head and head.name else None
            if actor.state is None and self._owned(actor):
                actor.state = self._owner(row, at)  # "its government"
            actor.state = actor.state or _told_from(row) or scene.home

    def _of_ministry(self, actor: ActorMention) -> None:
        """``Bakanlık`` alone, and its spokesman, are of the ministry told last."""
        if actor.institution is None:
            return
        words = self._scan.folded[actor.start : actor.end].split()
        bare = len(words) == 1 if actor.form == "institution" else actor.office == "spokesperson" and len(words) <= 4
        if actor.state is None and bare and not actor.name:
            actor.state = self._ministry
        if actor.institution == "foreign_minister":
            self._ministry = actor.state or self._scene.home

    def _counterpart(self, actor: ActorMention, row: Sentence, at: int) -> None:
        """``his Kazakh counterpart``: the office of the one told before, of the state told with it."""
        earlier = [a for a in row.actors[:at] if a.office and a.office != "=" and a.name != actor.name]
        unnamed = [a for a in row.actors[:at] if a.office and a.office != "=" and not a.name]
        if not (earlier or unnamed) and actor.marker:
            # "at the invitation of his Turkish counterpart, the Mongolian president arrived"
            unnamed = [a for a in row.actors[at + 1 :] if a.office and a.office != "=" and not a.marker][:1]
            earlier = unnamed
        model = earlier[-1] if earlier else self._subject or (unnamed[-1] if unnamed else None)
        if model is None:
            actor.office = None
            return
        actor.office = model.office
        beside = row.actors[at + 1] if at + 1 < len(row.actors) else None
        if actor.state is None and beside and beside.marker == "from" and 0 < beside.start - actor.end <= _FROM:
            actor.state = beside.state  # "his colleague from Latvia"
        if actor.state is None:
            actor.state = self._scene.other(model.state)
        if actor.name is None and actor.office:
            holder = self._scene.holder(actor.office, actor.state) if actor.state else None
            own = [p for p in self._scene.persons.values() if p.state == actor.state and p.office is None]
            if holder is None and len(own) == 1:
                holder = own[0]
                holder.office = actor.office
            if holder is None and actor.state:
                holder = self._scene.principal(actor.state)
            if holder:
                actor.name, actor.office, actor.form = holder.name, holder.office, "person"

    def _office_alone(self, actor: ActorMention, row: Sentence, at: int) -> None:
        scene = self._scene
        if self._by_loose_word(actor):
            return
        if actor.state is None and actor.office == "delegation" and self._scan.pack.order == "sov":
            # "beraberindeki heyetle": of who was told before
            states = [a.state for a in row.actors[:at] if a.state]
            actor.state = states[-1] if states else self._subject.state if self._subject else None
        beside = row.actors[at + 1] if at + 1 < len(row.actors) else None
        of_side = beside is not None and (beside.form == "adj" or beside.institution == "side")
        if actor.state is None and beside and of_side and beside.start - actor.end < 30:
            actor.state = beside.state  # "the head of the commission on the Kazakh side"
        if actor.state is None and self._owned(actor):
            actor.state = self._owner(row, at)  # "its defence minister"
        if actor.state is None and actor.office:
            last = self._subject
            told = last and self._scan.pack.comma_clauses and last.office in _MINISTERS
            named = bool(told) and actor.office == "minister"
            if last and (named or last.office == actor.office) and last.state:
                actor.office = last.office
                actor.state, actor.name = last.state, last.name
                return
            again = self._told_again(actor)
            if again:
                actor.state, actor.name, actor.office = again.state, again.name, again.office
                return
            holder = scene.holder(actor.office, None)
            away = _told_from(row) if actor.office in ("spokesperson", "senior_official") else None
            home = scene.home if actor.office != "other" else None  # bishops and leaders of movements are anybody's
            actor.state = away or (holder.state if holder else home)
        if not (actor.office and actor.state):
            return
        if actor.office in _SHARED:
            again = self._told_again(actor)
            if again and again.state == actor.state:
                actor.name, actor.office = again.name, again.office
        elif actor.office not in _UNNAMED:
            holder = scene.holder(actor.office, actor.state)
            if holder:
                actor.name = holder.name
        elif actor.office == "ambassador" and actor.state and self._scan.pack.order == "sov":
            envoys = [p for p in scene.persons.values() if (p.office, p.state) == ("ambassador", actor.state)]
            if len(envoys) == 1 and envoys[0].first < actor.start:
                actor.name = envoys[0].name

    def _told_again(self, actor: ActorMention) -> ActorMention | None:
        """``The ambassador`` alone: the one told last, where several hold such an office."""
        if actor.office not in _SHARED:
            return None
        offices = _MINISTERS if actor.office == "minister" else (actor.office,)
        told = [a for a in self._told if a.state and actor.state in (None, a.state)]
        rows = [a for a in reversed(told[-4:]) if a.office in offices and a.name]
        same = (a for a in rows if self._same_word(actor, a))
        bare = actor.office == "minister" and self._scan.pack.case_of_head  # "the minister" of whatever
        again = next(same, next((a for a in rows if bare or a.office == actor.office), None))
        if again is None and not rows:
            # told longer ago, but the only one of the kind
            held = [a for a in told if a.office in offices and a.name]
            again = held[-1] if len({a.name for a in held}) == 1 and self._same_word(actor, held[-1]) else None
        return again

    def _same_word(self, actor: ActorMention, told: ActorMention) -> bool:
        """Whether the office's word ends one with which somebody was told: ``Ministerin``, not ``Minister``."""
        folded = self._scan.folded
        word = folded[actor.start : actor.end].split()[-1]
        for article in self._scan.pack.clitics.get("article", ())[:1]:
            word = word.removeprefix(article)  # "the minister" is told with one, "the Turkish foreign minister" without
        return any(part.endswith(word) for part in folded[told.start : told.end].replace(",", " ").split())

    def _owner(self, row: Sentence, at: int) -> str | None:
        """Whose something is behind a possessive: of the state told last, in this sentence or the one before."""
        told = [a for a in row.actors[:at] if a.state]
        states = [a.state for a in told if not a.marker and (a.name or a.office)] or [a.state for a in told]
        return states[-1] if states else self._subject.state if self._subject else None

    def _owned(self, actor: ActorMention) -> bool:
        """Whether a possessive stands right before the mention."""
        return owned(self._scan.folded, actor, self._scan.pack)

    def _by_loose_word(self, actor: ActorMention) -> bool:
        """``The Kazakh leader`` is whoever leads Kazakhstan here; ``the leader`` alone the one told last."""
        last = self._subject
        if actor.state is None and last and last.state:
            meant = (actor.loose and last.office in _LEADERS) or last.office in actor.variants
            if meant:
                actor.name, actor.office, actor.state = last.name, last.office, last.state
                return True
        if not actor.loose:
            return False
        person = self._scene.principal(actor.state) if actor.state else None
        if person is not None:
            actor.name, actor.office, actor.form = person.name, person.office, "person"
        elif actor.state is None:
            actor.office = None
        return True

    def _reference(self, actor: ActorMention, row: Sentence, at: int) -> None:
        scene = self._scene
        if actor.ref == "he":
            target = self._subject or self._last
            earlier = [a for a in row.actors[:at] if a.name and a.marker in ("", "by")]
            target = earlier[-1] if earlier else target
            # "His Majesty": said of a head of state only
            ranks = self._scan.pack.honorifics.get(self._scan.folded[actor.start : actor.end].split()[0], ())
            ranked = [a for a in (*self._told, *row.actors[:at]) if a.name and a.office in ranks]
            if ranked and (target is None or target.office not in ranks):
                target = ranked[-1]
            if target:
                actor.name, actor.office, actor.state, actor.form = target.name, target.office, target.state, "person"
        elif actor.ref == "latter":
            told = [a for a in row.actors[:at] if a.name] or [a for a in self._told if a.name]
            if told:
                last = told[-1]
                actor.name, actor.office, actor.state, actor.form = last.name, last.office, last.state, "person"
        elif actor.ref == "him":
            near = [a for a in row.actors[:at] if a.name]
            other = self._scene.other(near[-1].state) if near else None
            person = scene.principal(other) if other else None
            officials = [a for a in row.actors[:at] if (a.office or a.name) and a.state]
            others = [a for a in officials if a.state != officials[0].state]
            if others and self._scan.pack.comma_clauses:
                last = others[-1]
                actor.name, actor.office, actor.state = last.name, last.office, last.state
            elif person and not any(a.name == person.name for a in row.actors[:at]):
                actor.name, actor.office, actor.state = person.name, person.office, person.state
        elif actor.ref in ("guest", "host"):
            state = scene.guest_state if actor.ref == "guest" else (scene.header.place_state or scene.home)
            person = scene.principal(state) if state else None
            actor.state = state
            if person:
                actor.name, actor.office, actor.form = person.name, person.office, "person"
        elif actor.ref == "they" and self._both:
            actor.ref = "both"
        elif actor.ref == "they":
            actor.members = self._listed
        elif actor.ref == "three_heads":
            actor.ref, actor.members = "both_heads", self._last_of_states(3)
        elif actor.ref == "both_heads" and actor.surface:
            actor.members = self._holders(actor.surface, self._count(actor))
        elif actor.ref in ("both", "both_heads") and self._count(actor) > 2:
            rows = self._scan.sentences
            known = {a.state for other in rows for a in other.actors if a.start < actor.start and a.form != "capital"}
            states = [state for state in scene.pair if state in known][: self._count(actor)]
            states = states if len(states) == self._count(actor) else []
            actor.members = tuple(ActorMention(actor.start, actor.start, "state", state) for state in states)
        elif actor.ref == "home":
            actor.state = self._speaker_state(actor, row) or scene.home

    def _speaker_state(self, actor: ActorMention, row: Sentence) -> str | None:
        """Whose "our country" it is: in a quotation that of the person who is quoted."""
        folded = self._scan.folded
        before = folded[row.span.start : actor.start]
        if before[:1] not in ('"', "-") and before.count('"') % 2 == 0:
            return None
        after = (a for a in row.actors if a.start > actor.end and a.name and a.marker in ("", "by"))
        speaker = next(after, self._subject)
        person = self._scene.persons.get(speaker.name or "") if speaker else None
        return (speaker.state or (person.state if person else None)) if speaker else None

    def _count(self, actor: ActorMention) -> int:
        """For how many a reference stands, by its first letter: ``六国元首``."""
        return self._scan.pack.counts.get(self._scan.folded[actor.start : actor.start + 1], 2)

    def _last_of_states(self, count: int) -> tuple[ActorMention, ...]:
        """``the three leaders``: of each of the states told last the person told last."""
        found: dict[str, ActorMention] = {}
        for actor in reversed(self._told):
            if actor.state and actor.office in _HEADS and len(found) < count:
                found.setdefault(actor.state, actor)
        return tuple(reversed(found.values())) if len(found) == count else ()

    def _holders(self, office: str, most: int = 2) -> tuple[ActorMention, ...]:
        """``the two ministers``: of each state the last told person with such an office."""
        wanted = _MINISTERS if office in _MINISTERS else (office,)
        found: dict[str, ActorMention] = {}
        for actor in reversed(self._told):
            if actor.office in wanted and actor.state:
                found.setdefault(actor.state, actor)
        return tuple(reversed(list(found.values())[:most])) if len(found) > 1 else ()
