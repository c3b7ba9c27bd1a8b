"""Embassies and consulates that are attacked: those do it in whose state they stand, unless another is told to."""

from __future__ import annotations

from dragoman.find.mention import ActorMention
from dragoman.frame.doers import doer_of_noun
from dragoman.frame.view import View
from dragoman.lang.matcher import Hit
from dragoman.world import places_of_states

_STRUCK = ("on", "to", "into", "against", "at", "obj")  # how what a noun of attack befalls is told
_NEAR = 24  # letters between whose mission it is and its word
_BESIDE = 10  # letters of an article or a preposition between them


def attacked_mission(view: View) -> tuple[ActorMention, ActorMention] | None:
    """The state in which a mission stands and the one that it is of, where it is attacked: ``A mob stormed the Ghanaian
    embassy in Lima``, ``Gana'nın Peru'daki büyükelçiliğine saldırı``."""
    group = view.cue.pattern.group
    if group is None or group.type not in ("assault", "coerce"):
        return None
    low, high = view.window
    for hit in view.sentence.bodies:
        if hit.entry.value != "mission" or not low <= hit.start < max(high, view.cue.end):
            continue
        own = _owner(view, hit) if _struck(view, hit) else None
        if own is None:
            continue
        if (theirs := _of_those_before(view, own)) is not None:
            return own, theirs
        if (host := _host(view, own)) is not None:
            return host, own
    return None


def by_demonstrators(view: View) -> bool:
    """Whether the clause tells an attack as what demonstrators do, which is a protest of its own."""
    low, high = view.window
    return any(cue.type == "protest" and low <= cue.start < high for cue in view.sentence.cues)


def _struck(view: View, hit: Hit) -> bool:
    """Whether a mission is what the words of an act befall, and not who acts."""
    beside = (a.marker for a in view.sentence.actors if a.start <= hit.end and hit.start <= a.end)
    marker = next(beside, "")
    if view.verbal:
        return marker != "by"
    return marker in _STRUCK or (marker in ("", "of") and hit.start >= view.cue.start)


def _owner(view: View, hit: Hit) -> ActorMention | None:
    """Whose mission it is: who takes in its word or stands right beside it, or before it in the genitive."""
    rows = [a for a in view.sentence.actors if a.state and not (a.name or a.office)]
    beside = (a for a in rows if max(a.start - hit.end, hit.start - a.end) <= 1 and (a.marker != "in" or a.institution))
    behind = (a for a in rows if a.marker == "of" and 0 <= a.start - hit.end <= _BESIDE)
    last = view.scan.pack.order == "sov"
    before = (a for a in rows if last and a.marker == "of" and 0 <= hit.start - a.end <= _NEAR)
    return next(behind, None) or next(beside, None) or next(before, None)


def _of_those_before(view: View, mission: ActorMention) -> ActorMention | None:
    """Whose mission it is, if its own words tell only the city in which it stands: ``Ghana closed its embassy in
    Lima``."""
    places = (hit for hit in view.sentence.places if mission.start < hit.start < mission.end)
    inside = any(places_of_states(hit)[1] == mission.state for hit in places)
    if not inside or mission.form != "institution" or view.scan.pack.order not in ("svo", "v2"):
        return None
    rows = (a for a in view.sentence.actors if a.end <= mission.start and a.state not in (None, mission.state))
    return next(rows, None)


def _host(view: View, own: ActorMention) -> ActorMention | None:
    """The state in which a mission stands: where its words say so, else the place told in the clause or of the text."""
    told = [a.state for a in view.sentence.actors if a.marker == "in" and not (a.name or a.office)]
    _, place = view.place(("in", "at"))
    states = [own.post, place, *told, view.scene.header.place_state]
    state = next((s for s in states if s not in (None, own.state)), None)
    return ActorMention(own.start, own.end, "state", state) if state else None


def attack_on(
    view: View, struck: tuple[ActorMention, ActorMention] | None, attacker: ActorMention | None
) -> tuple[tuple[ActorMention, ActorMention], str] | None:
    """Who attacks whom at a mission, and the type: who bursts in is of its host's state and attacks, if no other state
    is told to do it."""
    group = view.cue.pattern.group
    if struck is None or group is None:
        return None
    host, own = struck
    told = attacker if view.verbal else doer_of_noun(view)
    if told is None or told.form == "org" or told.state in (None, own.state):
        return (host, own), "assault"
    return (told, own), group.type or "assault"
