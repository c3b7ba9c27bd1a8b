"""Protests: whose people demonstrate, where, and against whom (codebook, kind ``action``)."""

from __future__ import annotations

from dataclasses import replace

from dragoman.find.mention import ActorMention
from dragoman.frame.draft import Draft, as_actor, state_actor
from dragoman.frame.parties import focus
from dragoman.frame.view import View
from dragoman.model import Actor
from dragoman.world import places_of_states


def protest(view: View) -> Draft | None:
    """Demonstrators act for nobody but are of the state they stand in; the target is the state or embassy told, or
    those who govern them."""
    if _by_state(view):
        return None
    place, place_state = view.place()
    pack = view.scan.pack
    if pack.comma_clauses:
        place_state = place_state or view.scene.header.place_state
    elif place is None and pack.order in ("svo", "v2"):
        place, place_state = _marched(view)
    low, high = view.window
    inside = view.actors_in(low, high)
    told = [a.state for a in inside if a.state and not a.capital] or [
        a.state for a in view.sentence.actors if a.state and not a.capital
    ]
    last = pack.order == "sov" or pack.comma_clauses
    embassies = [a.state for a in inside if last and a.institution == "ambassador" and a.state]
    against = _protested(view)
    if pack.comma_clauses and place_state in embassies:
        place_state = None  # they may stand before an embassy elsewhere
    if pack.comma_clauses:
        place_state = _marchers(view, against) or place_state
    people = next((a.state for a in inside if _of_those(view, a)), None)
    place_state = place_state or (people if pack.order in ("svo", "v2") else None)
    if place_state is None:
        here = (a for a in inside if a.marker == "in" and a.form == "state" and not (a.attributive or a.name))
        place_state = next((a.state for a in here), None)
    home = view.scene.header.place_state
    marched = [a.state for a in inside if a.institution == "ambassador" and a.state]
    if place_state is None and marched and home and home not in marched:
        place_state = home  # "hundreds marched to the A embassy", by the dateline
    target = next((s for s in [*marched, *embassies, *against, *told] if s != place_state), None)
    source = place_state or next((s for s in [*told, *focus(view)] if s != target), None)
    whom = state_actor("target", target) if target else _governing(view, source)
    if whom is None or source is None or (target is not None and target == source):
        return None
    actors = [state_actor("source", source), whom]
    status = view.status("done")
    status = "done" if status == "proposed" and pack.order == "v2" else status  # what they demand is to come
    return view.draft("action", actors, status, type="protest", place=place, topics=view.topics())


def _by_state(view: View) -> bool:
    """Whether a state or its official protests, which is something said: ``Peru protested against the plan``."""
    pack = view.scan.pack
    if not view.verbal or pack.order not in ("svo", "v2") or not pack.spelling.spaces:
        return False
    rows = (a for a in view.slots.get("subj", []) if not a.attributive and not a.marker and a.end <= view.cue.start)
    return any((a.form in _SPEAKING or a.office in _LEADING) and view.cue.start - a.end <= _NEAR for a in rows)


_SPEAKING = ("state", "gov", "institution")
_LEADING = ("head_of_state", "head_of_government", "foreign_minister", "ambassador", "minister")
_NEAR = 24  # letters of adverbs between who protests and the verb


def _protested(view: View) -> list[str]:
    """The states told behind a word for what the demonstrators are against, nearest first: ``绝食,抗议以色列的……``."""
    pack, folded = view.scan.pack, view.scan.folded
    low = view.window[0]
    told = [a for a in view.sentence.actors if a.state and a.start >= low] if pack.words["protested"] else []
    words = tuple(pack.words["protested"])
    clauses = ((view.sentence.clause_start(a.start), a) for a in told)
    return [a.state for start, a in clauses if a.state and any(w in folded[max(low, start) : a.start] for w in words)]


def _marchers(view: View, against: list[str]) -> str | None:
    """Whose people stand before the verb, whoever's place they demonstrate at: ``法国农民在西班牙边境示威``."""
    rows = (a for a in view.slots.get("subj", []) if a.end <= view.cue.end and not (a.office or a.name or a.marker))
    people = next((a for a in rows if a.form in ("state", "people")), None)
    return people.state if people is not None and people.state not in against else None


def _of_those(view: View, actor: ActorMention) -> bool:
    """Whether somebody tells whose those are who protest: ``Peruvians``, ``Peruvian students``,
    ``students in Peru``."""
    if actor.state is None or actor.start >= view.cue.end:
        return False
    beside = actor.attributive and 0 <= view.cue.start - actor.end <= _BESIDE
    there = actor.form == "state" and actor.marker == "in" and not (actor.name or actor.office)
    return actor.form == "people" or beside or there


_BESIDE = 2  # letters between an adjective and its noun


def _marched(view: View) -> tuple[str | None, str | None]:
    """The place through or to which demonstrators went: the first one behind the verb."""
    hits = (hit for hit in view.place_hits() if hit.start >= view.cue.start)
    return next((places_of_states(hit) for hit in hits), (None, None))


_RULING = ("head_of_state", "head_of_government")


def _governing(view: View, state: str | None) -> Actor | None:
    """Who governs the state of those who protest, where the sentence tells that it is against them."""
    for actor in view.sentence.actors if state else ():
        held = actor.office in _RULING or (actor.form == "institution" and actor.institution in _RULING)
        if held and actor.state in (None, state) and actor.start > view.window[0]:
            return replace(as_actor("target", actor), state=state)
    return None
