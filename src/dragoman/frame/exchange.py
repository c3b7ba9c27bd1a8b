"""Exchanges: contact of peoples in culture, education, media, sport (codebook, kind ``exchange``)."""

from __future__ import annotations

from dragoman.frame.draft import Draft, state_actor
from dragoman.frame.parties import parties
from dragoman.frame.view import View
from dragoman.model import Actor


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
        type=group.type or "other",
        place=place,
        topics=view.topics(),
        name=view.scan.text[view.cue.start : view.cue.end],
    )


def _directed(view: View, states: list[str]) -> list[Actor] | None:
    """``from`` the state whose culture or students they are, ``to`` the one in or to which they go."""
    if view.args.get("subj") == "to":
        return _granted(view, states)
    if view.args.get("subj") == "from" and view.slots.get("subj") and (given := _given(view)):
        return given
    sends = ("subj",) if view.args.get("subj") == "from" and view.scan.pack.subject_first else ()
    slots = ("adj", "from", "of", *sends)
    giver = next((a.state for slot in slots for a in view.slots.get(slot, []) if a.state), None)
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


def _given(view: View) -> list[Actor] | None:
    """What one state gives to the other: ``Italy returned three statues to Libya``."""
    giver = next((a.state for a in view.slots["subj"] if a.state), None)
    taker = next((a.state for a in view.slots.get("to", []) if a.state and a.state != giver), None)
    return [state_actor("from", giver), state_actor("to", taker)] if giver and taker else None


def _granted(view: View, states: list[str]) -> list[Actor] | None:
    """Places or scholarships that one state gives the other's students: they come ``from`` there ``to`` the giver."""
    args = view.args
    told = {
        role: next((a.state for slot in args if args[slot] == role for a in view.slots.get(slot, []) if a.state), None)
        for role in ("from", "to")
    }
    student = told["from"] or next((s for s in states if s != told["to"]), None)
    giver = told["to"] if told["to"] != student else None
    giver = giver or next((s for s in states if s != student), None)
    return [state_actor("from", student), state_actor("to", giver)] if student and giver else None
