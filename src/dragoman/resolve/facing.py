"""Who faces whom: officials without a state are of the one that the other side leaves."""

from __future__ import annotations

import itertools

from dragoman.find.mention import ActorMention, Cue, Sentence
from dragoman.find.owners import owned
from dragoman.find.scan import Scan
from dragoman.resolve.placing import from_elsewhere, organisations
from dragoman.resolve.scene import PRINCIPAL, UNIQUE, Person, Scene

_ONE_TOLD = (
    "he",
    "i",
    "latter",
    "him",
    "they",
    "home",
    "ministry",
)  # references to somebody told before, besides a counterpart


def pair_rows(scan: Scan, scene: Scene) -> None:
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


def zip_lists(scan: Scan, scene: Scene) -> None:
    """As many persons without a state as states in a list beside them: they belong together in order.

    ``the agreement between Ethiopia and Eritrea was signed by Prime Minister A and President B``
    """
    states: dict[int, list[str]] = {}  # the lists of states told last, by their length
    told = list(dict.fromkeys(_told_states(scan, scene)))
    main = [s for s in scene.pair if s in told][:2]
    told = [s for s in told if s in main]
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
            if len(persons) != len(members) or all(p.state for p in persons):
                continue
            if any(p.state and not a.implied for p, a in zip(persons, members, strict=True)):
                continue  # of an office that one state alone has the other's state still tells nothing
            match = next((r for r in rows if len(r) == len(persons)), None)
            if match is None and _equals(persons):
                match = states.get(len(persons))
            if match is None and not any(owned(scan.folded, a, scan.pack) for a in members):
                both = len(told) == 2 and all(a.of_both for a in members)
                match = told if both else None if _faces_equal(row, members) else _pair_for(persons, told)
            if match and any(p.state not in (None, state) for p, state in zip(persons, match, strict=True)):
                continue
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
            for person, state in zip(persons, match or (), strict=False):
                person.state = person.state or state
        states.update({len(r): r for r in reversed(rows)})


def _faces_equal(row: Sentence, members: list[ActorMention]) -> bool:
    """Whether somebody else of a sentence holds the office of those listed, whom they then face together."""
    offices = {member.office for member in members}
    return any(a.office in offices and a not in members and not a.ref for a in row.actors)


def _equals(persons: list[Person]) -> bool:
    """Whether persons may be of one rank, so that the states told before are theirs: a premier and a speaker listed
    are most often of one state."""
    offices = {person.office for person in persons}
    return len(offices) == 1 or not offices & {"speaker", "other", "head_of_government", "head_of_state"}


def _pair_for(persons: list[Person], told: list[str]) -> list[str] | None:
    """Two holders of an office that each state has once: of the main pair, in the order in which it is told."""
    offices = {person.office for person in persons}
    if len(persons) == len(told) == 2 and len(offices) == 1 and offices <= set(UNIQUE):
        return told
    return None


def pair_heads(scan: Scan, scene: Scene) -> None:
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
        bare.sort(key=lambda p: p.order)
        if len(free) == _TWO and _beside_own(scan, bare, free) and not _beside_own(scan, bare, free[::-1]):
            free.reverse()
        for person, state in zip(bare, free, strict=True):
            person.office, person.state = states[state], state


_TWO = 2
_TOGETHER = 24  # letters between a head of state and whom he or she calls or meets


def _beside_own(scan: Scan, persons: list[Person], states: list[str]) -> bool:
    """Whether somebody would stand beside his own office as another."""
    return any(_beside_head(scan, person, state) for person, state in zip(persons, states, strict=True))


def _beside_head(scan: Scan, person: Person, state: str) -> bool:
    """Whether a head of a state is told right before a name: he acts on whoever has it, who is another."""
    for row in scan.sentences:
        for head, named in itertools.pairwise(row.actors):
            heads = head.office == "head_of_state" and head.state == state and not (head.name or head.marker)
            if heads and named.name == person.name and 2 < named.start - head.end <= _TOGETHER:
                return True
    return False


def _told_states(scan: Scan, scene: Scene) -> list[str]:
    """The states that are told, without organisations: these have no heads of their own to stand beside a state's."""
    actors = [actor for row in scan.sentences for actor in row.actors if actor.start >= scene.header.end]
    orgs = {actor.state for actor in actors if actor.form == "org"}
    return [actor.state for actor in actors if actor.state and actor.state not in orgs]


_EARLY = 6  # sentences in which a dispatch names those whom it is about


def _told_early(scan: Scan, person: Person) -> bool:
    """Whether somebody is told where a dispatch names those whom it is about: who is told only later may be anybody."""
    return any(row.span.start <= person.first < row.span.end for row in scan.sentences[:_EARLY])


def _acting(scan: Scan, scene: Scene, markers: tuple[str, ...]) -> list[Person]:
    """The persons told without office and state that stand at such a place of some clause."""
    names = {a.name for row in scan.sentences for a in row.actors if a.marker in markers}
    return [p for p in scene.persons.values() if p.office is None and p.state is None and p.name in names]


def face_to_face(scan: Scan, scene: Scene) -> None:
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
        states = (scene.state_of(a) or (scene.home if a.office and not a.marker else None) for a in rows)
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


def _met_before(row: Sentence, cue: Cue, scene: Scene, spoken: str | None) -> None:
    """Where the verb comes last, whom the sentence's first actor is with before it is of the other side: of the state
    where they meet, if that is told (``Tokyo'ya giden X, Başbakan Y ile görüştü``)."""
    told = [a for a in row.actors if a.end <= cue.start and (a.state or a.name or a.office or a.ref == "he")]
    first = next((a for a in told if not a.marker), None)
    if first is None:
        return
    state = scene.state_of(first) or (spoken if first.ref == "he" else scene.home if first.office else None)
    if state is None:
        return
    there = next((a.state for a in reversed(told) if _only_place(a) and a.marker != "from" and a.state != state), None)
    for actor in told:
        person = scene.persons.get(actor.name or "")
        met = actor.marker == "with" or (actor.marker == "by" and actor.start > first.start)
        # "X Y'nin kabulünde bulundu"
        met = met or (actor.marker == "of" and actor is not first and 0 <= cue.start - actor.end <= 1)
        if met and person and person.state is None and person.office:
            person.state = there or scene.other(state)


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
            sender.state = scene.state_of(bringer) or (spoken if bringer.ref == "he" else None)
        return
    if pack.case_of_head and after[0].nominative:
        # "yesterday they were in X, today the premier received them": the subject stands behind its verb
        before = [a for a in before if a.start >= row.clause_start(cue.start)]
        if not before:
            return
    # whoever travels with others is told before them: "arrived with entrepreneurs and was received by X"
    acting = [a for a in before if not _only_place(a) and (a.state or a.name or a.ref or a.office in PRINCIPAL)]
    if pack.order == "vso":
        # "the president visited Damascus and met X": no government that acts
        acting = [a for a in acting if a.form != "capital" or a is acting[0]]
    acting = acting or before
    left = ([a for a in before if a.nominative] or acting)[-1]  # where nouns are declined, whoever acts
    if pack.subject_first:
        left = next((a for a in reversed(before) if not a.marker), left)
    state = scene.state_of(left) or _assumed(left, scene, spoken)
    if after[0].nominative and left.office and left.marker and not left.name and scene.state_of(left) is None:
        state = scene.other(scene.home)  # "министра принял премьер": who is received is the guest
    if state is None:
        return
    met = after[0].marker == "with" and not pack.comma_clauses  # "a meeting with A and another with B"
    for actor in after:
        person = scene.persons.get(actor.name or "")
        if (
            person
            and person.state is None
            and person.office
            and (actor is after[0] or actor.list_id == after[0].list_id != 0 or (met and actor.marker == "with"))
        ):
            places = (_goal(a, left) for a in before if a.marker in ("in", "to"))
            there = next((place for place in places if place not in (None, state)), None)
            other = there or _opposite(scene, state, organisations(pack.code))
            held = other and person.office in UNIQUE and scene.holder(person.office, other)
            person.state = None if held else other


_OPENS = 24  # letters before a verb without a subject that opens its sentence: "También", "كما"


def _goal(place: ActorMention, guest: ActorMention) -> str | None:
    """The state in whose capital somebody is met, or to which the text says that the guest goes."""
    return place.capital or (place.state if place.form == "state" and place.start > guest.start else None)


def _opposite(scene: Scene, state: str, orgs: frozenset[str]) -> str | None:
    """The side that somebody of a state faces: who is told without a state is at home where the text is about that and
    not about the state, or about that and an organisation."""
    home, other, main = scene.home, scene.other(state), scene.pair[:2]
    if home in (None, state) or other is None:
        return other
    return home if other in orgs or (state not in main and home in main) else other


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
    beside = actor.marker in ("in", "to", "from") or (actor.marker == "on" and actor.form == "capital")
    return beside and not (actor.name or actor.office or actor.ref)


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
    state = scene.state_of(acting) or _assumed(acting, scene, spoken)
    if other is not None and other.state is None and other.office and state:
        other.state = scene.other(state)
        return
    theirs = scene.state_of(faced)
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
