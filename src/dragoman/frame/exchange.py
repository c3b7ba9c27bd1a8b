"""Exchanges: contact of peoples in culture, education, media, sport (codebook, kind ``exchange``)."""

from __future__ import annotations

import itertools

from dragoman.frame.draft import Draft, state_actor
from dragoman.frame.parties import parties
from dragoman.frame.view import View
from dragoman.model import Actor
from dragoman.world import places_of_states


def exchange(view: View) -> Draft | None:
    """One exchange; the direction is told by a cue's arguments, else both are parties."""
    group = view.cue.pattern.group
    states = parties(view)[:2]
    if group is None or len(states) < 2:
        return None
    actors = _directed(view, states) or [state_actor("party", s) for s in states]
    place, _ = view.place(("in", "to") if view.scan.pack.subject_first else ("in",))
    return view.draft(
        "exchange",
        actors,
        view.status("done"),
        type=_type(view, group.type or "other"),
        place=place,
        topics=view.topics(),
        name=view.scan.text[view.cue.start : view.cue.end],
    )


def _type(view: View, told: str) -> str:
    """What is shown at an event of culture may be films: ``a week of Peruvian cinema`` is both by its words."""
    cue = view.cue
    beside = (
        c for c in view.sentence.cues if c.start < cue.end and cue.start < c.end and c.pattern.value == "exchange"
    )
    return "film_media" if told == "culture_event" and any(c.type == "film_media" for c in beside) else told


def _directed(view: View, states: list[str]) -> list[Actor] | None:
    """``from`` the state whose culture or students they are, ``to`` the one in or to which they go."""
    if view.args.get("subj") == "to":
        return _granted(view, states)
    if view.args.get("subj") == "from" and view.slots.get("subj") and (given := _given(view)):
        return given
    there = _where(view, states)
    if _together(view, states) and there is None:
        return None
    sends = ("subj",) if view.args.get("subj") == "from" and view.scan.pack.subject_first else ()
    slots = ("adj", "from", "of", *sends)
    giver = _sender(view) or next(
        (a.state for slot in slots for a in view.slots.get(slot, []) if a.state and a.state != there), None
    )
    taker = next(
        (a.state for slot in ("in", "to") for a in view.slots.get(slot, []) if a.state and a.state != giver), None
    )
    if taker is None:
        _place, place_state = view.place(("in", "to") if view.scan.pack.subject_first else ("in",))
        taker = place_state if place_state != giver else None
    if taker and giver is None:
        giver = next((s for s in states if s != taker), None)
    together = {m.state for m in view.slots.get("subj", []) if m.state}
    group = view.cue.pattern.group
    if giver and taker is None and len(together) < 2 and group and group.type in _ONE_WAY:
        taker = next((s for s in states if s != giver), None)  # whose students they are is told, not where they go
    if giver and taker:
        return [state_actor("from", giver), state_actor("to", taker)]
    return None


_ONE_WAY = ("education", "sport", "delegation", "culture_event")


def _sender(view: View) -> str | None:
    """Who sends somebody to the other by a verb: ``Peru sent teachers to schools of Ghana``."""
    group = view.cue.pattern.group
    if not (group and group.verb and group.args.get("subj") == "from"):
        return None
    states = {a.state for a in view.slots.get("subj", []) if a.state}
    return states.pop() if len(states) == 1 else None


def _together(view: View, states: list[str]) -> bool:
    """Whether both are told in one list or joined by a hyphen, and neither goes to the other: ``the teams of Peru and
    Ghana played``, ``the year of culture Peru-Ghana``."""
    low, high = view.cue.start - _BESIDE, view.cue.end + _BESIDE
    rows = [a for a in view.sentence.actors if a.state in states and low <= a.end and a.start <= high]
    if any(a.marker in ("in", "to") for a in rows):
        return False
    if any(a.form == "adj" and view.cue.start <= a.start < view.cue.end for a in rows):
        return False  # "an agreement between A and B on A's coaches"
    listed = {a.list_id for a in rows if a.list_id and a.state == states[0]}
    if any(a.list_id in listed and a.state == states[1] for a in rows):
        return True
    return any(
        a.state != b.state
        and b.start - a.end <= _NEXT
        and (view.scan.folded[a.end] in _JOINED or (a.form == b.form == "adj" and view.scan.pack.order == "vso"))
        for a, b in itertools.pairwise(rows)
    )


_JOINED = "-–—"
_NEXT = 3  # letters between two that are joined, an article with the second
_BESIDE = 60  # letters between an exchange and those between whom it is


def _where(view: View, states: list[str]) -> str | None:
    """Whose city or schools it happens in: ``in Morocco's capital Rabat``, and so to which of the two they go."""
    low, high = view.window
    told = (
        places_of_states(hit)[1]
        for hit in view.sentence.places
        if low <= hit.start < high and view.marked(hit, ("in",))
    )
    return next((state for state in told if state in states), None)


def _given(view: View) -> list[Actor] | None:
    """What one state gives to the other: ``Italy returned three statues to Libya``."""
    giver = next((a.state for a in view.slots["subj"] if a.state), None)
    taker = next((a.state for a in view.slots.get("to", []) if a.state and a.state != giver), None)
    return [state_actor("from", giver), state_actor("to", taker)] if giver and taker else None


def _granted(view: View, states: list[str]) -> list[Actor] | None:
    """Places or scholarships that one state gives the other's students: they come ``from`` there ``to`` the giver."""
    told: dict[str, str | None] = {"to": None}
    for role in ("to", "from"):
        rows = (a.state for slot in view.args if view.args[slot] == role for a in view.slots.get(slot, []))
        told[role] = next((state for state in rows if state and state != told["to"]), None)
    student = told["from"] or next((s for s in states if s != told["to"]), None)
    giver = told["to"] if told["to"] != student else None
    giver = giver or next((s for s in states if s != student), None)
    return [state_actor("from", student), state_actor("to", giver)] if student and giver else None
