"""The scene: who the dispatch is about. Persons with offices and states, the main pair, references to them."""

from __future__ import annotations

import datetime
import itertools
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from dragoman.find.mention import ActorMention, Cue, Sentence
from dragoman.find.scan import Scan
from dragoman.lang.pack import Pack
from dragoman.resolve.header import Header

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
    weights: Counter[str] = field(default_factory=Counter)
    pair: list[str] = field(default_factory=list)
    # per sentence, worked out once: the states it is about, and who stands for them
    focus: dict[int, list[str]] = field(default_factory=dict)
    sides: dict[int, list[ActorMention]] = field(default_factory=dict)
    # per sentence: the subject of the sentence before, which a verb without one goes on with
    spoken: dict[int, tuple[ActorMention, ...]] = field(default_factory=dict)

    voice: str | None = None  # of a text without agency and dateline: whose "we" it is
    abroad: bool = False  # whether the agency's own state is not told at all: then its correspondent's is

    @property
    def home(self) -> str | None:
        """The state from which the dispatch speaks."""
        if self.abroad:
            return self.header.place_state or self.voice
        return self.header.home or self.voice

    @property
    def guest_state(self) -> str | None:
        """Of the main pair, the state that is not the dateline's."""
        place = self.header.place_state or self.home
        return next((state for state in self.pair if state != place), None)

    def other(self, state: str | None) -> str | None:
        """The other state of the main pair."""
        if state in self.pair[:2]:
            return next((other for other in self.pair[:2] if other != state), None)
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
        return min(known, key=lambda p: (_PRINCIPAL.index(p.office or ""), p.order)) if known else None


def build_scene(scan: Scan, header: Header, date: datetime.date) -> Scene:
    """Gather persons and states over the whole text, then look up what each reference stands for."""
    scene = Scene(header, date)
    if scan.pack.order == "vso" or scan.pack.comma_clauses:
        # where the verb comes first, nobody of the dateline may be taken for its subject
        for row in scan.sentences[:4]:
            row.actors = [actor for actor in row.actors if actor.end > header.end]
    first = next((a for row in scan.sentences[:2] for a in row.actors if a.state), None)
    if header.home is None and first and first.form == "state" and not first.marker and not first.possessive:
        scene.voice = first.state
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
    return scene


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


def _weigh(scan: Scan, scene: Scene) -> None:
    for number, row in enumerate(scan.sentences):
        factor = 3.0 if row.paragraph <= 1 or number < 2 else 1.0
        for actor in row.actors:
            if actor.end <= scene.header.end:
                continue
            state = actor.state or (scene.persons[actor.name].state if actor.name else None)
            if state:
                weight = 2.0 if actor.name or actor.office else 0.6 if actor.form in ("adj", "people") else 1.0
                scene.weights[state] += weight * factor  # type: ignore[assignment]
            if actor.post:
                scene.weights[actor.post] += factor  # type: ignore[assignment]
    untold = scene.header.agency_state is not None and not scene.weights[scene.header.agency_state]
    main = [state for state, weight in scene.weights.items() if weight >= _MAIN]
    scene.abroad = untold and (bool(scene.header.place_state) or len(main) > 1)
    if scene.abroad and main and scene.header.place_state is None:
        scene.voice = max(main, key=lambda state: scene.weights[state])
    if scene.home:
        scene.weights[scene.home] += 0.5  # type: ignore[assignment]
    scene.pair = [state for state, _ in sorted(scene.weights.items(), key=lambda item: (-item[1], item[0]))]


def _zip_lists(scan: Scan, scene: Scene) -> None:
    """As many persons without a state as states in a list beside them: they belong together in order.

    ``the agreement between Ethiopia and Eritrea was signed by Prime Minister A and President B``
    """
    states: list[str] = []
    told = [s for s in dict.fromkeys(_told_states(scan, scene)) if s in scene.pair[:2]]
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
            if match and native and any(
                state not in native and not _from_elsewhere(person.name, scan.pack)
                for person, state in zip(persons, match, strict=True)
            ):
                continue  # a native name is no foreigner's
            if match:
                for person, state in zip(persons, match, strict=True):
                    person.state = state
        states = rows[0] if rows else states


def _told_states(scan: Scan, scene: Scene) -> list[str]:
    actors = [actor for row in scan.sentences for actor in row.actors if actor.start >= scene.header.end]
    return [actor.state for actor in actors if actor.state]


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
    acting = {a.name for row in scan.sentences for a in row.actors if a.marker in ("", "by", "with", "between")}
    bare = [p for p in scene.persons.values() if p.office is None and p.state is None and p.name in acting]
    unplaced = any(p.office == "head_of_state" and p.state is None for p in scene.persons.values())
    if free and len(bare) == len(free) and not unplaced:
        for person, state in zip(sorted(bare, key=lambda p: p.order), free, strict=True):
            person.office, person.state = states[state], state


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
            ):
                person.state = near.state
        for cue in row.cues:
            if cue.pattern.value in ("meeting", "visit"):
                _other_side(row, cue, scene, spoken, scan.pack)
        spoken = next((state for state in (_state_of(actor, scene) for actor in row.actors) if state), spoken)


def _state_of(actor: ActorMention, scene: Scene) -> str | None:
    return actor.state or (scene.persons[actor.name].state if actor.name else None)


def _other_side(row: Sentence, cue: Cue, scene: Scene, spoken: str | None, pack: Pack) -> None:
    before = [
        a
        for a in row.actors
        if a.end <= cue.start and (a.state or a.name or a.office or a.ref in ("he", "they", "home"))
    ]
    after = [
        a
        for a in row.actors
        if a.start >= cue.end and a.start - cue.end < 60 and (a.marker in ("", "with", "by") or a.start - cue.end <= 5)
    ]
    if pack.comma_clauses:
        end = next((b for b in row.barriers if b >= cue.end), row.span.end)
        after = [a for a in after if a.start < end]
    if not before or not after:
        return
    left = before[-1]
    if pack.subject_first:
        left = next((a for a in reversed(before) if not a.marker), left)
    state = _state_of(left, scene) or (
        spoken if left.ref in ("he", "they") else scene.home if left.office or left.ref else None
    )
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
            person.state = scene.other(state)


_MINISTERS = ("minister", "foreign_minister", "defence_minister", "deputy_minister")
_OF_STATES = ("head_of_state", "head_of_government", "defence_minister", "minister", "ambassador", "governor")
_GOVERNMENTS = ("head_of_government", "head_of_state")
_MAIN = 6.0  # what an official told in the lead weighs
_LEADERS = ("head_of_state", "head_of_government", "crown_prince", "deputy_head_of_government")
_UNIQUE = ("head_of_state", "head_of_government", "foreign_minister", "defence_minister", "speaker", "crown_prince")


def _place_stateless(scan: Scan, scene: Scene) -> None:
    """A person told without a state acts for the home state if the text is about it, else for the state told last
    before; not for one in which another holds that office. Ambassadors are seldom told of at home."""
    apart = _counterparts(scan, scene)
    local = _states_before(scan, scene)
    heads = {head.name for head in _governments(scan)}
    posts: dict[str, set[str]] = {}
    for actor in (a for row in scan.sentences for a in row.actors if a.name and a.post):
        posts.setdefault(actor.name or "", set()).add(actor.post or "")
    orgs = {a.state for row in scan.sentences for a in row.actors if a.form == "org"}
    header = scene.header
    home = [s for s in (header.agency_state, scene.home, header.place_state) if s and s in scene.pair[:3]]
    for person in sorted(scene.persons.values(), key=lambda p: p.order):
        if person.state is not None or person.office is None or person.office == "=":
            continue
        near = [s for s in local.get(person.name, []) if s not in posts.get(person.name, ())]
        foreign = scan.pack.native if _from_elsewhere(person.name, scan.pack) else ()
        order = [*near, *home] if person.office == "ambassador" else [*home, *near]
        if foreign:
            row = next(r for r in scan.sentences if r.span.start <= person.first < r.span.end)
            beside = [a.state for a in row.actors if a.state and a.end <= person.first and not a.marker]
            order = [s for s in (*reversed(beside), *scene.pair[:2]) if s not in foreign] + order
        if person.name in heads:
            order = [*home, *scene.pair[:2], *near]
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


def _from_elsewhere(name: str, pack: Pack) -> bool:
    """Whether a name is written like those from elsewhere: with dots, or without a native surname."""
    if not pack.native:
        return False
    long = 4 if name[:2] in pack.surnames else 3
    return any(dot in name for dot in "·・•") or len(name) > long or not {name[:1], name[:2]} & pack.surnames


def _states_before(scan: Scan, scene: Scene) -> dict[str, list[str]]:
    """For each person the states told before the first mention, nearest first: of its sentence and the one before."""
    out: dict[str, list[str]] = {}
    earlier: list[str] = []
    for row in scan.sentences:
        here: list[str] = []
        places: list[str] = []  # "the embassy of X in Y": capitals that are only places come last
        for actor in row.actors:
            if actor.end <= scene.header.end:
                continue
            if actor.name and actor.name not in out:
                out[actor.name] = [*reversed(here), *reversed(earlier), *reversed(places)]
            state = actor.state or actor.capital
            if state:
                (places if actor.capital and actor.marker == "in" else here).append(state)
        earlier = [*places, *here]
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
    """For a person told with a counterpart of a state: that state, which cannot be his or her own."""
    out: dict[str, str] = {}
    for row in scan.sentences:
        for left, right in zip(row.actors, row.actors[1:], strict=False):
            if right.ref == "counterpart" and right.state and left.name:
                out.setdefault(left.name, right.state)
            if right.post and right.marker in ("", "to") and right.state is None and left.name and not left.marker:
                out.setdefault(left.name, right.post)  # "X recalled the ambassador to Y"
    return out


class _Resolver:
    """Goes through the text once, remembering who was told last."""

    def __init__(self, scan: Scan, scene: Scene) -> None:
        self._scan, self._scene = scan, scene
        self._last: ActorMention | None = None
        self._subject: ActorMention | None = None
        self._told: list[ActorMention] = []
        self._listed: tuple[ActorMention, ...] = ()

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
        if actor.office == "=":
            self._counterpart(actor, row, at)
        if actor.name and scene.persons[actor.name].office is None and actor.office:
            scene.persons[actor.name].office = actor.office
        if actor.name and scene.persons[actor.name].state is None and actor.state:
            scene.persons[actor.name].state = actor.state
        if actor.ref and actor.office is None:
            self._reference(actor, row, at)
        elif actor.office and not actor.name and not actor.former:
            self._office_alone(actor, row, at)
        elif actor.form == "institution" and actor.state is None:
            head = row.actors[at + 1] if at + 1 < len(row.actors) else None
            led = head and head.name and head.marker == "of" and head.start - actor.end <= 6
            actor.state = (scene.persons[head.name].state if led and head and head.name else None) or scene.home

    def _counterpart(self, actor: ActorMention, row: Sentence, at: int) -> None:
        """``his Kazakh counterpart``: the office of the one told before, of the state told with it."""
        earlier = [a for a in row.actors[:at] if a.office and a.office != "=" and a.name != actor.name]
        model = earlier[-1] if earlier else self._subject
        if model is None:
            actor.office = None
            return
        actor.office = model.office
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
        beside = row.actors[at + 1] if at + 1 < len(row.actors) else None
        if actor.state is None and beside and beside.form == "adj" and beside.start - actor.end < 30:
            actor.state = beside.state  # "the head of the commission on the Kazakh side"
        if actor.state is None and self._owned(actor):
            # "its defence minister": of the state told last, in this sentence or the one before
            states = [a.state for a in row.actors[:at] if a.state]
            actor.state = states[-1] if states else self._subject.state if self._subject else None
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
                actor.state, actor.name = again.state, again.name
                return
            holder = scene.holder(actor.office, None)
            actor.state = holder.state if holder else scene.home
        if (
            actor.office
            and actor.state
            and actor.office
            not in (
                "minister",
                "deputy_minister",
                "ambassador",
                "senior_official",
                "other",
                "delegation",
                "member_of_parliament",
                "business",
            )
        ):
            holder = scene.holder(actor.office, actor.state)
            if holder:
                actor.name = holder.name

    def _told_again(self, actor: ActorMention) -> ActorMention | None:
        """``The ambassador`` alone: the one told last, where several hold such an office."""
        if actor.office not in ("ambassador", "special_envoy", "minister", "deputy_minister", "spokesperson"):
            return None
        return next((a for a in reversed(self._told[-4:]) if a.office == actor.office and a.name and a.state), None)

    def _owned(self, actor: ActorMention) -> bool:
        """Whether a possessive stands right before the mention."""
        if not self._scan.pack.spelling.spaces:
            return self._scan.folded.endswith(tuple(self._scan.pack.possessives), 0, actor.start)
        before = self._scan.folded[max(0, actor.start - 12) : actor.start].split()
        return bool(before) and before[-1] in self._scan.pack.possessives

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
            if target:
                actor.name, actor.office, actor.state, actor.form = target.name, target.office, target.state, "person"
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
        elif actor.ref == "they":
            actor.members = self._listed
        elif actor.ref == "both_heads" and actor.surface:
            actor.members = self._holders(actor.surface, self._count(actor))
        elif actor.ref in ("both", "both_heads") and self._count(actor) > 2:
            rows = self._scan.sentences
            told = {a.state for other in rows for a in other.actors if a.start < actor.start and a.form != "capital"}
            states = [state for state in scene.pair if state in told][: self._count(actor)]
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

    def _holders(self, office: str, most: int = 2) -> tuple[ActorMention, ...]:
        """``the two ministers``: of each state the last told person with such an office."""
        wanted = _MINISTERS if office in _MINISTERS else (office,)
        found: dict[str, ActorMention] = {}
        for actor in reversed(self._told):
            if actor.office in wanted and actor.state:
                found.setdefault(actor.state, actor)
        return tuple(reversed(list(found.values())[:most])) if len(found) > 1 else ()
