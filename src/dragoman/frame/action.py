"""Actions: any other act of a state towards another that PLOVER would code (codebook, kind ``action``)."""

from __future__ import annotations

from dragoman.find.glue import marker_before
from dragoman.find.mention import ActorMention, same_side, side_of
from dragoman.frame.act_owners import (
    BY_FORCES,
    REACHING,
    behind_by,
    bombed,
    mediates,
    of_forces,
    of_noun,
    of_subject,
    of_victims,
    owner_of_act,
    suffers,
    told_of_genitive,
)
from dragoman.frame.act_places import (
    at_place,
    by_place,
    left_place,
    reached_place,
    state_of,
    struck_place,
    suffering_place,
)
from dragoman.frame.asked import addressed_by, asker, requested_of, told_to, wanted
from dragoman.frame.befallen import behind_noun, opening_state, own_people
from dragoman.frame.doers import Sides, doer_of_noun, suffered
from dragoman.frame.draft import Draft, as_actor, state_actor
from dragoman.frame.fighting import fight, mutual
from dragoman.frame.held import held_by
from dragoman.frame.judged import judged
from dragoman.frame.missions import attack_on, attacked_mission, by_demonstrators
from dragoman.frame.parties import expand, focus
from dragoman.frame.protest import protest
from dragoman.frame.shut_out import of_expulsion, shut_out
from dragoman.frame.spoken_of import (
    accused,
    claimed,
    disclaimed,
    of_condemned,
    only_judged,
    only_named,
    only_results,
    only_spoken_of,
    refused,
    shared_with_critic,
    thanked_for,
)
from dragoman.frame.untold import acting_before, judging, like_acts_before, of_both, of_like_act, of_two
from dragoman.frame.view import View
from dragoman.model import Actor
from dragoman.world import places_of_states

_MUTUAL = ("cooperate", "assault", "mobilize")  # acts that those told in one list may do to each other
_SUFFERED = ("assault", "coerce")  # acts that somebody suffers: without him told there is none
_REACHES = ("aid", "assault", "mobilize")  # acts that go to a place
_SPACE = 2  # letters between words that stand side by side
_ADJACENT = 12  # letters between a noun and what says that it is to come
# told as a thing that somebody has ("US sanctions", "Russia's war") these last; told by a verb they are done
_LASTING = ("assault", "sanction", "coerce", "mobilize")
_TOLD = ("by", "adj", "from")
_SOURCE = ("subj", "by", "adj", "from")
_TARGET = ("obj", "to", "against", "on", "for", "with", "of", "in", "from")


def action(view: View) -> Draft | None:
    """One act with its source and target; a joint act has both states as sources."""
    group = view.cue.pattern.group
    if group is None or claimed(view) or refused(view) or only_results(view) or disclaimed(view) or wanted(view):
        return None
    if of_condemned(view) or shared_with_critic(view):
        return None
    if mutual(view):
        return fight(view)
    if of_expulsion(view) and shut_out(view) is None:
        return None  # "two diplomats were expelled from Ghana"
    asked = requested_of(view)
    own = not (asked and told_to(view)) and not (group.type == "assault" and view.args.get("adj") == "target")
    owner = owner_of_act(view) if own else None
    owner = None if owner is not None and suffers(view, owner) else owner
    mission = attacked_mission(view)
    if mission and by_demonstrators(view):
        return None
    if view.scan.pack.comma_clauses and not owner and only_judged(view):
        return None
    if group.type in _SUFFERED and not owner and _condemned(view):
        return None
    if group.type == "protest":
        return protest(view)
    sides = _sides(view, owner, None if owner else asked)
    struck = attack_on(view, mission, sides[0] if sides else None)
    type_ = struck[1] if struck else group.type
    sides = struck[0] if struck else sides
    for before in like_acts_before(view) if sides is None else ():
        if (like := action(before)) is not None and like.kind == "action":
            return view.draft(
                "action", like.actors, view.status("done"), type=group.type, topics=_about(view, group.type)
            )
    shared = of_both(view) if sides is None and group.type == "cooperate" else None
    sides = sides or shared
    if sides is None or (group.told and None in sides and not of_two(view, sides[0])):
        return None
    if sides[1] is None and group.type in _EXCHANGED and (other := _together(view, sides[0])) is not None:
        parties = [_actor("source", m) for m in _with_listed(view, other)]
        return view.draft("action", parties, view.status("done"), type="cooperate", topics=view.topics())
    told = None not in sides and shared is None
    if sides[1] is None and group.type == "coerce" and view.verbal and _own_person(view, sides[0]):
        return None  # a court sentences a minister of its own
    if sides[1] is None and group.type in _SUFFERED and only_spoken_of(view):
        return None  # "condemned the Israeli strikes": who speaks of them did not suffer them
    if not (told or asked or _by_agent(sides[0])) and _of_nobody(view):
        return None
    source = sides[0] or acting_before(view, sides[1])
    if source is None and group.type in _NOT_GUESSED and len(view.scene.pair) > _TWO:
        return None  # "two soldiers were killed"
    source = source or _other(view, sides[1])
    target = sides[1] or _other(view, source)
    if source is None or target is None or same_side(source, target):
        return None
    if group.type == "aid" and (_promised(view) or _announced(view)):
        parties = [as_actor("speaker", source), state_actor("target", target.state or "")]
        return view.draft("statement", parties, "done", type="pledge", topics=view.topics())
    given = group.type == "aid" and (view.scan.pack.order == "sov" or view.scan.pack.comma_clauses)
    place, _ = view.place(("in", "to") if given else ("in",))
    if place is None and (hit := struck_place(view)):
        place = places_of_states(hit)[0]
    if place is None and (reached := reached_place(view, target)):
        place = places_of_states(reached)[0]
    status = view.status("done")
    if status == "done" and _agreed(view) and only_named(view):
        status = "planned"
    if status == "done" and asked and (view.scan.pack.order == "v2" or told_to(view)):
        status = "proposed"  # "forderte X auf, seine Truppen abzuziehen"
    draft = view.draft(
        "action",
        _actors(view, source, target, told),
        status,
        type=type_ or "cooperate",
        place=place,
        topics=_about(view, group.type),
    )
    if mission and source is mission[0] and type_ == "assault":
        draft.topics = ["security"]  # a crowd attacks, and no army
    elif owner and group.type in _LASTING and owner is not told_of_genitive(view):
        _last(view, draft)
    return draft


def _about(view: View, type_: str | None) -> list[str]:
    """What an act is about: what stands beside its word; what relief is sent for may be told far off."""
    near = view.topics_near()
    struck = type_ == "aid" and _RELIEF not in near and _RELIEF in view.topics()
    return [*near, _RELIEF] if struck else near


_RELIEF = "emergencies"


def _own_person(view: View, source: ActorMention | None) -> bool:
    """Whether somebody of the state that acts stands behind the verb, by name, as whom it acts on."""
    rows = (m for slot in ("obj", "to") for m in view.slots.get(slot, []) if m.start >= view.cue.start)
    return source is not None and any(m.name and m.state == source.state and m is not source for m in rows)


_NOT_GUESSED = ("assault", "accuse_in_court", "retreat")  # done by whom, the text's other states do not tell
_TWO = 2
_EXCHANGED = ("retreat", "concede")  # what two states that act together give each other


def _together(view: View, source: ActorMention | None) -> ActorMention | None:
    """The first of two who act together on nobody else: ``A and B exchanged prisoners``, ``A et B ont rouvert leur
    frontière``."""
    listed = source is not None and _listed_with(view, source, ("subj", "between", "adj"))
    return source if listed and view.verbal else None


def _sides(view: View, owner: ActorMention | None, asked: ActorMention | None) -> Sides | None:
    """Source and target as far as they are told; None where the words tell no act."""
    group, pack = view.cue.pattern.group, view.scan.pack
    type_ = group.type if group else None
    told = accused(view) or thanked_for(view) or _genitives(view) or judged(view)
    if told := told or held_by(view) or shut_out(view):
        return told
    addressed = None if owner else addressed_by(view)
    asked = addressed[0] if addressed else asked
    forces = None if owner else of_forces(view)
    source = owner or asked or doer_of_noun(view) or of_noun(view) or forces or behind_by(view) or of_subject(view)
    named = only_named(view) and not _agreed(view)
    source = source or _pick(view, "source", _TOLD if named else _SOURCE, None)
    behind = [m for m in view.slots.get("subj", []) if m.marker == "by" and m.start >= view.cue.end]
    agent = behind[0] if behind and source is None else None
    source = source or agent
    if type_ == "assault" and not view.verbal and _nobodys(view, owner, source):
        return None
    if (held := own_people(view, source)) is not None:
        # "protested against the arrest of its citizen": whoever holds him or her
        return next((a for a in view.sentence.actors if a.state not in (None, held.state)), None), held
    victims = _victims(view)
    target = by_place(view, source) or next(iter(victims), None) or (left_place(view, asked) if asked else None)
    target = target or behind_noun(view, source)
    target = target or (_foreign(view, asked) if asked else None)  # "called on X to release the Y prisoners"
    target = target or (bombed(view, forces) if forces is not None and source is forces else None)
    target = target or _pick(view, "target", _TARGET, source)
    if type_ in _OF_PEOPLE and target is not None and not target.marker and target in view.slots.get("obj", ()):
        target = _right_behind(view, source) or target
    if agent is not None and target is not None and not view.verbal and target.start < view.cue.start:
        target = None  # "X condemned the killing of villagers by Y"
    if target is not None and source is not None and target.state == source.state and target.form != "group":
        target = _foreign(view, source) or (_belonging(view, source) if pack.order == "sov" else None) or target
    target = target or (addressed[1] if addressed else asker(view, source) or _mediated(view))
    if victims and source is not None and same_side(source, victims[0]):
        source = None
    if (opening := opening_state(view)) is not None and source is not opening:
        source, target = opening, target if target and target.state != opening.state else None
        target = target or next((a for a in view.slots.get("obj", ()) if a.state != opening.state), None)
    if source is None and target is None and pack.order == "sov":
        pair = [m for m in expand(view.slots.get("between", []), view) if m.state][:2]
        source, target = (pair[0], pair[1]) if len(pair) == 2 else (None, None)
    if source is None and mediates(view):
        source = _first_of(view)
    if source is None and type_ == "accuse_in_court":
        owners = (m for m in view.slots.get("of", []) if m.state and m.state not in _COURTS and m is not target)
        source = next(owners, None)  # "is to hear Peru's case against Ghana"
    if source is None and (target is None or pack.comma_clauses):
        return None
    if (pack.comma_clauses or pack.order == "sov") and type_ not in ("cooperate", "assault") and target and source:
        # who stands in one list with the source is no target
        target = None if target.list_id and target.list_id == source.list_id else target
    between = view.args.get("between") == "target" and pack.order != "sov"  # who mediates does so between others
    joint = type_ == "cooperate" and not between
    if source is not None and (joint or "joint" in view.args.values()):
        target = _listed_with(view, source, ("subj", "between")) or target  # "A and B held exercises near C"
    if target is None and source is not None and type_ in _MUTUAL:
        target = _listed_with(view, source, ("subj", "between")) or _paired(view, source)
        if target is not None and target.start < source.start:
            source, target = target, source
    if target is None and source is not None and source.form != "group":
        target = at_place(view, source)
    if target is None and pack.comma_clauses and type_ in _SUFFERED:
        target = _listed_with(view, source, ("subj",)) if source else None  # "A and B exchanged fire"
        target = target or (_teller(view, source) if view.status("done") == "done" else None)
        if target is None:
            return None
    if source is not None and target is None and type_ in _REACHES and pack.spelling.spaces:
        _, state = view.place(("in", "to", "at"))  # "a relief plane landed in Port Sudan"
        struck = struck_place(view) if state is None and not pack.comma_clauses else None
        state = places_of_states(struck)[1] if struck else state
        target = ActorMention(0, 0, "state", state) if state and state != source.state else None
    if source is not None and target is None:
        target = suffering_place(view, source) if type_ == "assault" else judging(view, source)
    if type_ == "assault" and pack.order == "sov" and source is not None and target is None and not view.verbal:
        rows = (a for a in view.sentence.actors if a.marker == "of" and not (a.name or a.office))
        target = next((a for a in rows if a.state not in (None, source.state)), None)
    if type_ == "sanction" and source is not None and target is None and source.post not in ("", None, source.state):
        target = ActorMention(source.start, source.end, "state", source.post)  # "Peru's mission in Ghana was closed"
    if source is not None and target is None and (type_ in BY_FORCES or type_ == "sanction"):
        target = _belonging(view, source)
    return source, target


def _first_of(view: View) -> ActorMention | None:
    """Who mediates, where a comma makes one list of him and those between whom: ``Peru, Gana ile Çad arasında``."""
    rows = [m for m in view.slots.get("between", []) if m.state]
    listed = [m for m in rows if m.list_id and m.list_id == rows[0].list_id]
    return rows[0] if len(listed) > _TWO and view.scan.folded.startswith(",", rows[0].end) else None


def _agreed(view: View) -> bool:
    """Whether two have agreed on what a noun names: ``Peru and Ghana agreed to step up joint patrols``."""
    group = view.cue.pattern.group
    if group is None or group.type != "cooperate":
        return False
    rows = [m for m in view.slots.get("subj", []) if m.state and m.list_id]
    pledged = any(cue.says and cue.type == "pledge" for cue in view.sentence.cues)
    return pledged and any(a.list_id == rows[0].list_id and a.state != rows[0].state for a in rows)


def _belonging(view: View, source: ActorMention) -> ActorMention | None:
    """Whose those are on whom a verb acts, by an adjective: ``Peruvian guards detained Ghanaian traders``,
    ``Perulu eğitmenler Ganalı askerlere eğitim veriyor``."""
    if not (view.verbal or told_of_genitive(view)) or view.cue.passive:
        return None
    last = view.scan.pack.order == "sov"
    rows = [a for a in view.slots.get("adj", []) if a.state not in (None, source.state)]
    rows = [a for a in rows if source.end <= a.start < view.cue.end and not a.marker] if last else rows
    return next((a for a in rows if last or a.start >= view.cue.start), None)


def _genitives(view: View) -> Sides | None:
    """Who strikes whom where both stand as owners before a verb that comes last, the striker first:
    ``Peru'nun Gana'nın kuzeyine düzenlediği saldırıda``, ``Peru'nun iki uçağı Gana'nın hava sahasını ihlal etti``."""
    group = view.cue.pattern.group
    if group is None or group.type not in REACHING or view.scan.pack.order != "sov" or view.cue.passive:
        return None
    low, high = view.window[0], view.cue.end
    rows = [a for a in view.sentence.actors if low <= a.start < high and a.state and a.form != "adj"]
    while rows and rows[0].marker != "of" and not rows[0].marker:
        rows = rows[1:]  # who says so
    if not rows or any(a.marker not in _OF_PLACES or a.name or a.office for a in rows) or rows[0].marker != "of":
        return None
    first = rows[0]
    apart = (a for a in rows if not first.list_id or a.list_id != first.list_id)  # "Peru ve Gana'nın saldırısı"
    other = next((a for a in apart if a.state != first.state and a.form != "group"), None)
    if other is not None:
        return first, other
    for hit in view.place_hits():
        if first.end < hit.start < high and (state := state_of(hit, first)):
            return first, state
    return None


_OF_PLACES = ("of", "to", "in", "obj")  # how a state is told that is struck, by itself or as that of a city


def _paired(view: View, one: ActorMention) -> ActorMention | None:
    """The state that an *and* joins to somebody by an adjective alone: ``Peruvian and Ghanaian guards exchanged``."""
    words, folded = view.scan.pack.words["and"], view.scan.folded
    for other in view.sentence.actors:
        low, high = min(one.end, other.end), max(one.start, other.start)
        if other.state not in (None, one.state) and low < high and folded[low:high].strip() in words:
            return other
    return None


def _condemned(view: View) -> bool:
    """Whether a noun names what somebody condemns, with nobody told to have done it: ``condemned the attack on X``."""
    if view.verbal or view.scan.pack.order not in ("svo", "v2") or of_noun(view):
        return False
    told = [m for slot in _TOLD for m in view.slots.get(slot, [])]
    if view.args.get("adj") == "target":
        # "the detention of Peruvian citizens", unless Peru says so: they are held where the rest of the clause tells
        own = {m.state for m in view.slots.get("subj", [])}
        told = [m for m in told if m.marker or m.start < view.cue.start or m.state in own]
    return only_judged(view) and not told


def _nobodys(view: View, owner: ActorMention | None, source: ActorMention | None) -> bool:
    """Whether a noun of attack does not tell whose it is: only judged, wished away, or suffered by its subject."""
    if view.scan.pack.order == "sov":
        agent = source is not None and source in view.slots.get("by", ())  # "Peru tarafından düzenlenen saldırı"
        return not (owner or agent) or view.status("done") == "proposed"  # "saldırılarla sarsıldı"
    if view.scan.pack.order == "svo" and marker_before(view.scan.folded, view.cue.start, view.scan.pack) == "after":
        told = (owner, *view.slots.get("by", []), *view.slots.get("of", []), *view.slots.get("adj", []))
        return not any(told)  # "withdrew its envoy after a bombing in X": an occasion, whoever did it
    judged = (cue for cue in view.sentence.cues if cue.says and cue.type != "inform" and cue.end <= view.cue.start)
    return source is None and any(judged)  # "condemned the attack on a post"


def _victims(view: View) -> list[ActorMention]:
    """Those whom an adjective behind the noun names as the ones who suffer the act."""
    behind = [a for a in view.slots.get("adj", []) if a.state and a.start > view.cue.start]
    group = view.cue.pattern.group
    if group is not None and group.type == "coerce" and group.args.get("adj") == "target":
        inside = [a for a in behind if a.end < view.cue.end]
        passive = view.cue.passive or view.cue.impersonal
        if inside and (passive or not view.verbal):
            return inside  # "арестом двух перуанских журналистов": whoever speaks of it
    return [a for a in behind if _behind_marker(view, a)] or (behind if of_victims(view) else [])


def _behind_marker(view: View, one: ActorMention) -> bool:
    """Whether an adjective belongs to the noun behind the preposition with which the words of an act end:
    ``droits de douane sur l'acier péruvien``."""
    pack, folded = view.scan.pack, view.scan.folded
    between = folded[view.cue.end : one.start].replace("'", " ")
    if pack.order == "sov" or one.start < view.cue.end or "," in between or len(between.split()) > _FEW:
        return False
    last = folded[view.cue.start : view.cue.end].rsplit(None, 1)[-1]
    return any(role == "target" and last in pack.markers.get(slot, ()) for slot, role in view.args.items())


def _right_behind(view: View, source: ActorMention | None) -> ActorMention | None:
    """Whose people the adjective right behind the words tells, whoever is told further on: ``a accueilli deux mille
    réfugiés péruviens et l'Unicef ...``."""
    if not (view.scan.pack.adjective_after_office and view.verbal) or view.cue.passive:
        return None
    rows = (a for a in view.slots.get("adj", ()) if 0 <= a.start - view.cue.end <= _SPACE and a.attributive)
    return next((a for a in rows if a.state and (source is None or a.state != source.state)), None)


_OF_PEOPLE = ("aid", "coerce", "retreat", "concede")
_FEW = 2  # words between a preposition and the adjective of its noun


def _teller(view: View, source: ActorMention | None) -> ActorMention | None:
    """Who says in the same sentence that somebody attacked: it is told of his own side where it is of no other."""
    end = view.cue.start
    said = [c.start for c in view.sentence.cues if c.says and c.type == "inform" and c.end <= end]
    rows = (a for a in view.sentence.actors if a.state and not a.marker and any(a.end <= at for at in said))
    teller = next(rows, None)
    return teller if source is not None and teller is not None and teller.state != source.state else None


def _listed_with(view: View, one: ActorMention, slots: tuple[str, ...]) -> ActorMention | None:
    """Another state in one list with somebody, in one of the places of the clause."""
    rows = (a for slot in slots for a in view.slots.get(slot, []) if a.list_id and a.list_id == one.list_id)
    return next((a for a in rows if a.state and a.state != one.state), None)


_BOTH_IN = ("subj", "between")


def _actors(view: View, source: ActorMention, target: ActorMention, told: bool) -> list[Actor]:
    """Both sides with all that stand in a list with them; those of a joint act are sources alike."""
    group = view.cue.pattern.group
    several = any(m.ref in ("both", "both_heads") for slot in _BOTH_IN for m in view.slots.get(slot, ()))
    alike = not told or several or _listed(view, source, target)
    joint = "joint" in view.args.values() and not _addressee(view, target)
    joint = joint or (group is not None and group.type == "cooperate" and alike)
    sources = _with_listed(view, source)
    if mediates(view):
        joint = False
        if view.scan.folded.startswith(",", source.end):
            sources = [source]  # "thanks to the mediation of A, B and C agreed"
        if not told and (apart := _at_odds(view, sources)):
            return [*(_actor("source", m) for m in sources), *apart]
    if not joint:
        sources = [m for m in sources if not same_side(m, target)]  # "A and B exchanged fire"
    others = [m for m in _with_listed(view, target) if not any(same_side(m, one) for one in sources)]
    others = others or ([] if joint and any(same_side(target, one) for one in sources) else [target])
    suffering = [_actor("source", m) if joint else _sufferer(view, m) for m in others]
    return [*(_actor("source", m) for m in sources), *suffering]


def _at_odds(view: View, sources: list[ActorMention]) -> list[Actor]:
    """The two states that the text is about besides those who mediate, where it does not tell between whom."""
    own = {m.state for m in sources}
    states = [s for s in dict.fromkeys([*focus(view), *view.scene.pair]) if s not in own]
    return [state_actor("target", s) for s in states[:_TWO]]


def _addressee(view: View, target: ActorMention) -> bool:
    """Whether somebody stands where the act's target does, and not where those do who act together:
    ``передали Гане данные``."""
    return any(role == "target" and target in view.slots.get(slot, ()) for slot, role in view.args.items())


def _last(view: View, draft: Draft) -> None:
    """What is told as a thing that somebody has goes on, whatever is to come beside it."""
    if draft.status in ("planned", "proposed") and _beside(view, draft.status):
        # "will visit X in the wake of Y's war": what is to come is the visit
        draft.status, draft.date, draft.end_date = "done", None, None
    if draft.status == "done" and draft.date is None and not _after(view):
        draft.status = "ongoing"


def _after(view: View) -> bool:
    """Whether what is told came of the act: ``Nach einem peruanischen Angriff brannte``."""
    adjectives = (a.start for a in view.slots.get("adj", ()) if 0 <= view.cue.start - a.end <= _SPACE)
    start = next(adjectives, view.cue.start)
    return marker_before(view.scan.folded, start, view.scan.pack) == "after"


def _beside(view: View, status: str) -> bool:
    """Whether the words of a status belong to another act: none stands right beside the noun of this one."""
    return view.scan.pack.order == "svo" and not view.rule("status", status, _ADJACENT)


def _mediated(view: View) -> ActorMention | None:
    """Between whom somebody mediates, told as the subject of the clause behind: ``在A斡旋下,B和C签署了协议``."""
    high = view.window[1]
    if not view.scan.pack.comma_clauses or view.args.get("subj") != "target" or high not in view.sentence.barriers:
        return None
    rows = (a for a in view.actors_in(high, view.sentence.clause_end(high + 1)) if a.state and not a.marker)
    first = next(rows, None)
    return first if first is not None and first.list_id and not first.attributive else None


def _foreign(view: View, source: ActorMention) -> ActorMention | None:
    """Those of another state whom an adjective behind the words tells: ``kidnapped two German tourists in Mali``."""
    rows = (a for a in view.slots.get("adj", []) if a.state and a.start >= view.cue.start)
    return next((a for a in rows if a.state != source.state), None)


def _promised(view: View) -> bool:
    """Whether aid is only said to be coming, by a verb that tells what its speaker will do: ``göndereceğini``."""
    pack = view.scan.pack
    last = view.scan.folded[view.cue.start : view.cue.end].rsplit(None, 1)[-1]
    if pack.order != "sov" or not pack.verb_form("nominal", last) or view.status("done") != "planned":
        return False
    told = view.sentence.status_words("planned")
    return any(rule.start < view.cue.end and view.cue.end - len(last) < rule.end for rule in told)


def _announced(view: View) -> bool:
    """Whether aid to come is what another clause's verb promises: ``man werde die Hilfe erhöhen, kündigte A an``."""
    if view.scan.pack.order not in ("v2", "svo") or view.status("done") != "planned":
        return False
    low, high = view.window
    if view.scan.pack.order == "svo":  # "a promis que Tokyo financerait"
        return any(c.says and c.type == "pledge" and 0 <= low - c.end <= _SPACE for c in view.sentence.cues)
    told = (cue for cue in view.sentence.cues if cue.says and cue.type == "pledge")
    return any(cue.start >= high or cue.end <= low for cue in told)


def _by_agent(source: ActorMention | None) -> bool:
    """Whether a noun tells by whom it is done: ``le bombardement du village par l'armée``."""
    return source is not None and source.marker == "by"


def _of_nobody(view: View) -> bool:
    """Whether a noun names an act of which nobody says whose it is: ``called for a withdrawal of the troops``. Amends
    that somebody wants are made to him."""
    group = view.cue.pattern.group
    if view.verbal or group is None or group.type not in _NAMED:
        return False
    return group.type != "concede" or view.status("done") != "proposed"


_NAMED = ("assault", "concede", "retreat")  # acts that are often only spoken of


def _other(view: View, known: ActorMention | None) -> ActorMention | None:
    """The state that the text is about besides the one that is told and those told in one list with it."""
    if known is None:
        return None
    if known.form == "group":  # who fights is told with whom, or fights the state in which it acts
        told = [a.state for a in view.sentence.actors if a.state and a is not known and a.form != "group"]
        told += [state for hit in view.sentence.places if (state := places_of_states(hit)[1])]
        low, high = view.window
        struck = {places_of_states(hit)[1] for hit in view.sentence.places if low <= hit.start < high}
        if known.state in struck and len(struck) == 1:
            return ActorMention(0, 0, "state", known.state)  # "a movement, which took the town of C"
        other = next((state for state in told if state != known.state), None)
        at_home = known.state in told or known.state == view.scene.header.place_state
        state = other or (known.state if at_home else None)
        return ActorMention(0, 0, "state", state) if state else None
    if (like := of_like_act(view, known)) is not None:
        return like
    listed = {a.state for a in view.sentence.actors if known.list_id and a.list_id == known.list_id}
    group = view.cue.pattern.group
    joint = group is not None and (group.type in _MUTUAL or "joint" in group.args.values())
    apart = view.scan.pack.order == "sov" or (len(listed) > 1 and not joint)  # "A and B imposed sanctions"
    states = [s for s in [*focus(view), *view.scene.pair[: 3 if apart else 2]] if s != known.state]
    state = next((s for s in states if not (apart and s in listed)), None)
    return ActorMention(0, 0, "state", state) if state else None


def _with_listed(view: View, mention: ActorMention) -> list[ActorMention]:
    """The states told in one list, which act or are acted on together: ``A and B imposed sanctions on C and D``."""
    rows = [a for a in view.sentence.actors if mention.list_id and a.list_id == mention.list_id and a.state]
    if not rows and view.scan.pack.comma_clauses:  # "the four states"
        told = (a.members for a in view.sentence.actors if any(m is mention for m in a.members))
        rows = [m for m in next(told, ()) if m.state]
    return list({side_of(a): a for a in reversed(rows)}.values())[::-1] or [mention]


def _listed(view: View, one: ActorMention, other: ActorMention) -> bool:
    """Whether the two states stand in one list, by whomever they are told there."""
    return bool(one.list_id) and any(a.list_id == one.list_id and a.state == other.state for a in view.sentence.actors)


def _sufferer(view: View, mention: ActorMention) -> Actor:
    """Who suffers an act: a state, but for somebody who is arrested by name."""
    group = view.cue.pattern.group
    arrested = group is not None and group.type == "coerce" and mention.name and mention.form == "person"
    held = mention in view.slots.get("obj", ()) or (suffered(view) and mention in view.slots.get("subj", ()))
    told = arrested and view.verbal and held and not mention.surface
    return as_actor("target", mention) if told else _actor("target", mention)


def _actor(role: str, mention: ActorMention) -> Actor:
    """Acts are states' acts, whoever of them does or suffers it."""
    return state_actor(role, mention.state) if mention.state and not mention.surface else as_actor(role, mention)


def _pick(view: View, role: str, default: tuple[str, ...], taken: ActorMention | None) -> ActorMention | None:
    slots = [slot for slot, r in view.args.items() if r == role and (slot != "subj" or default != _TOLD)]
    agents = [m for m in view.slots.get("by", []) if m.start < view.cue.start]
    if agents and "subj" in slots and view.verbal and not view.cue.impersonal and view.scan.pack.spelling.spaces:
        slots.sort(key=lambda slot: slot != "subj")  # "after the ban by X, Y tightened its own": an agent of a noun
    group = view.cue.pattern.group
    court = group is not None and group.type == "accuse_in_court"
    rows: list[tuple[int, ActorMention]] = []
    for slot in dict.fromkeys((*slots, *default)):
        if view.args.get(slot) == _NOBODY or (slot == "from" and view.args.get(slot, role) != role):
            continue
        for mention in expand(view.slots.get(slot, []), view):
            if court and mention.form == "org" and (view.scan.pack.order == "sov" or mention.state in _COURTS):
                continue  # where the case is brought
            if mention.state and (taken is None or not same_side(mention, taken)):
                doubt = _doubt(mention, taken) or _elsewhere(view, mention)
                rows.append((doubt or (role == "source" and _of_object(view, mention)), mention))
    return min(rows, key=lambda row: row[0])[1] if rows else None


def _elsewhere(view: View, mention: ActorMention) -> int:
    """How unlikely a place before a noun is to be where that act is done: ``in Berlin gegen den Krieg in X``."""
    place = mention.marker == "in" and mention.capital is not None and mention.end <= view.cue.start
    return int(place and not view.verbal and view.scan.pack.order == "v2")


_COURTS = ("WTO", "UN", "IGO")  # whose courts states bring their cases to
_NOBODY = "-"  # in ``args``: who stands there has no part in the act
_OF_OBJECTS = ("assault", "coerce", "sanction", "retreat")  # acts on those whom the noun behind the verb tells


def _of_object(view: View, mention: ActorMention) -> bool:
    """Whether an adjective behind a verb is its object's: ``derribó un dron peruano``."""
    group = view.cue.pattern.group
    if group is None or group.type not in _OF_OBJECTS:
        return False
    if view.scan.pack.order == "sov":  # "Moskova'da bir mahkeme Litvanyalı yargıcı cezaya çarptırdı"
        inside = mention.form == "adj" and mention.attributive and mention.start > view.cue.start
        return inside and view.verbal and not view.cue.passive
    if not view.scan.pack.adjective_after_office:
        return False
    return mention.attributive and mention.start >= view.cue.end and view.verbal and not view.cue.passive


def _doubt(mention: ActorMention, taken: ActorMention | None) -> int:
    """How unlikely somebody is to be the other side: a group's own state, or who is told in one list with it."""
    if taken is None:
        return 0
    listed = bool(mention.list_id) and mention.list_id == taken.list_id
    own = mention.state == taken.state and mention.form != "group"
    return 2 if own else 1 if listed else 0
