"""Whose place an act goes to, strikes or leaves, where no state is told to suffer it."""

from __future__ import annotations

from dragoman.find.mention import ActorMention
from dragoman.frame.view import View
from dragoman.lang.matcher import Hit
from dragoman.world import places_of_states

_NEAR = 8  # letters between a verb and the place that is its object


def state_of(hit: Hit, source: ActorMention) -> ActorMention | None:
    """The state of a city or region, if it is another than that of who acts."""
    state = hit.entry.form
    foreign = hit.entry.table == "place" and state not in ("-", "", source.state)
    return ActorMention(hit.start, hit.end, "state", state) if foreign else None


def suffering_place(view: View, source: ActorMention) -> ActorMention | None:
    """The state of the city that the words of a strike tell where nothing else tells whom it hit: ``Peruvian troops
    shelled the outskirts of Kumasi``, ``Peru birlikleri Kumasi'nin banliyölerini bombaladı``."""
    pack, folded = view.scan.pack, view.scan.folded
    start, end = view.cue.start, view.cue.end
    if not view.verbal or view.cue.passive:
        return None
    last = pack.order in ("sov", "v2")  # verbs that stand last have their object before them
    low = source.end if source.start < start else end
    for hit in view.place_hits():
        behind = hit.start >= end and not last
        before = last and low <= hit.start and hit.end <= start
        between = folded[max(end, low) : hit.start] if behind else folded[hit.end : start]
        near = "," not in between and len(between.split() if pack.spelling.spaces else between) <= _OBJECT
        if (behind or before) and near and (state := state_of(hit, source)):
            return state
    return None


_OBJECT = 8  # words (letters without spaces) between a verb and the place in its object


def struck_place(view: View) -> Hit | None:
    """The city or region that stands right behind a verb of attack as its object: ``Peru shelled Kumasi``."""
    group, pack = view.cue.pattern.group, view.scan.pack
    types = ("assault", "aid") if pack.comma_clauses else ("assault",)
    if group is None or pack.order == "sov" or group.type not in types:
        return None
    behind = (hit for hit in view.place_hits() if 0 <= hit.start - view.cue.end <= _NEAR)
    hit = next((hit for hit in behind if hit.entry.table == "place"), None)
    bare = hit is not None and (pack.comma_clauses or (view.verbal and view.marked(hit, ("", "obj"))))
    return hit if bare else None


_REACHED = {
    "aid": ("to",),
    "assault": ("on", "at", "to", "against", "obj"),
    "retreat": ("from", "obj"),
    "mobilize": ("to", "on", "at", "near"),
}


def reached_place(view: View, target: ActorMention) -> Hit | None:
    """The city or region of those acted on to which an act goes, or which it leaves: ``sent tents to Kumasi``."""
    group = view.cue.pattern.group
    slots = _REACHED.get(group.type or "", ()) if group is not None else ()
    for hit in view.place_hits() if slots else ():
        if hit.entry.table == "place" and hit.entry.form == target.state and view.marked(hit, slots):
            return hit
    if group is not None and group.type == "aid" and not view.scan.pack.case_of_head:
        return _reached_capital(view, target)
    return None


def _reached_capital(view: View, target: ActorMention) -> Hit | None:
    """The city that may stand for a government and that goods reach: ``delivered two million doses to Accra``."""
    rows = [hit for hit in view.place_hits() if hit.entry.table != "place" and view.marked(hit, ("to",))]
    placed = ((hit, *places_of_states(hit)) for hit in rows)
    return next((hit for hit, place, state in placed if place and state == target.state), None)


def by_place(view: View, source: ActorMention | None) -> ActorMention | None:
    """The state to whose place an act goes, where places have cases: ``Gazze'ye saldırı``."""
    if view.scan.pack.order != "sov" or source is None:
        return None
    group = view.cue.pattern.group
    if group is None or group.type not in ("assault", "mobilize", "aid"):
        return None
    low = view.window[0]
    for hit in view.sentence.places:
        placed = low <= hit.start < view.cue.end and hit.case in ("to", "in", "obj")
        if placed and (state := state_of(hit, source)):
            return state
    return None


def at_place(view: View, source: ActorMention) -> ActorMention | None:
    """The state of the city or region that an act goes to or leaves: ``withdrew from Jenin``, ``bombed Gaza``,
    ``向加沙运送物资``."""
    group = view.cue.pattern.group
    markers = _PLACED.get(group.type or "", ()) if group is not None and view.scan.pack.order != "sov" else ()
    for hit in view.place_hits() if markers else ():
        state = state_of(hit, source)
        struck = group is not None and group.type != "aid" and _object(view, hit)
        if state and (struck or view.marked(hit, markers)):
            return state
    return None


# how a place is told that an act goes to or leaves
_PLACED = {"aid": ("to", "on"), "mobilize": ("to",), "assault": ("on", "against"), "retreat": ("from",)}


def _object(view: View, hit: Hit) -> bool:
    """Whether a place stands behind a verb as its object: ``bombed Gaza``, ``撤出约旦河西岸城市杰宁``."""
    between = view.scan.folded[view.cue.end : hit.start] if hit.start >= view.cue.end else ","
    if not view.verbal or "," in between or view.scan.pack.case_of_head:
        return False
    return len(between) <= _NEAR if not view.scan.pack.spelling.spaces else between == " "


def left_place(view: View, asked: ActorMention) -> ActorMention | None:
    """The state of the place that somebody is asked to leave, whoever asks for it."""
    group = view.cue.pattern.group
    if group is None or group.type != "retreat" or view.scan.pack.order not in ("v2", "svo"):
        return None
    states = (places_of_states(hit)[1] for hit in view.place_hits())
    state = next((state for state in states if state and state != asked.state), None)
    return ActorMention(0, 0, "state", state) if state else None
