"""Organisations that meet by themselves: their leaders, their councils, and who is only asked to convene them."""

from __future__ import annotations

from dragoman.find.mention import ActorMention, Cue
from dragoman.frame.view import View

_THERE = ("in", "at")


def asked_for(view: View, status: str) -> str:
    """What is told of a meeting in a clause that says what somebody asks or suggests is proposed, whatever its verb
    looks like: ``solicitó que la Liga se reúna``."""
    if status in ("proposed", "cancelled") or view.verbal or view.scan.pack.order == "sov":
        return status
    low = view.window[0]
    said = [cue for cue in view.sentence.cues if cue.says and cue.end <= low]
    asking = bool(said) and said[-1].type in _ASKING
    begins = view.scan.folded[low : view.window[1]].replace(",", " ").split(None, 1)[:1]
    return "proposed" if asking and begins and begins[0] in view.scan.pack.sets["complement"] else status


_ASKING = ("request", "propose")


def called_together(view: View, told: list[ActorMention], status: str) -> list[ActorMention]:
    """The organisation that somebody only asks to convene, who takes no part by asking: ``called for an urgent meeting
    of the League``."""
    called = [m for m in view.slots.get("for", []) if m.form == "org" and m not in told]
    orgs = [m for m in told if m.form == "org"] + called
    if status != "proposed" or len(orgs) != 1 or any(view.slots.get(slot) for slot in ("with", "between")):
        return []
    asking = [cue for cue in view.sentence.cues if cue.says and cue.type == "request"]
    org, sov = orgs[0], view.scan.pack.order == "sov"
    own = org.marker in ("of", "for") or org.possessive or org in view.slots.get("subj", [])
    own = own or (org.marker == "to" and view.scan.pack.order == "vso")
    if not asking or not own or org.end > view.cue.end + _NEAR:
        return []
    return orgs if all(_asks(one, asking, sov) for one in told if one is not org) else []


_NEAR = 40  # letters between a meeting's noun and whose meeting it is


def _asks(one: ActorMention, asking: list[Cue], last: bool) -> bool:
    """Whether somebody stands before the verb with which a meeting is asked for."""
    return not one.marker and any(one.end <= cue.start for cue in asking) and (last or not one.possessive)


def only_leaders(people: list[ActorMention], states: list[ActorMention]) -> bool:
    """Whether only an organisation met, told by its members' leaders: ``七国集团领导人会晤``."""
    return not people and len(states) == 1 and states[0].loose


def convened(view: View, people: list[ActorMention], states: list[ActorMention]) -> bool:
    """Whether an organisation meets by itself: ``安理会举行紧急会议``, ``The Security Council met``."""
    tells = view.verbal or view.scan.pack.case_of_head or _holds(view, states)
    if not tells or people or len(states) != 1 or states[0].form != "org":
        return False
    if view.scan.pack.order == "vso" and view.slots.get("obj", []) == states and not view.slots.get("subj"):
        return not any(view.slots.get(slot) for slot in ("with", "between", "to", "by"))  # "met the leaders of"
    return not faces_others(view) and states[0] in view.slots.get("subj", [])


def faces_others(view: View) -> bool:
    """Whether the clause tells whom somebody meets, be it a place that may stand for its state."""
    rows = (m for slot in ("with", "obj", "between", "to", "by") for m in view.slots.get(slot, []))
    return any(not (m.form in ("capital", "state") and (m.marker in _THERE or m.marker == "to")) for m in rows)


def _holds(view: View, states: list[ActorMention]) -> bool:
    """Whether nobody says anything between a state's or organisation's mention and the noun of a meeting behind it:
    ``The OAS will hold an emergency session``."""
    begin = states[0].end if states else view.cue.start
    said = any(begin <= c.start and c.end <= view.cue.start for c in view.sentence.cues if c.says)
    return begin < view.cue.start and not said
