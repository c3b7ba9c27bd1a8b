"""Sessions told with a meeting's words: ``held the third Strategic Dialogue`` is a session of a body with a name."""

from __future__ import annotations

from dragoman.frame.draft import Draft
from dragoman.frame.meeting import meetings
from dragoman.frame.title import institution
from dragoman.frame.view import View
from dragoman.lang.matcher import Hit
from dragoman.model import Actor

_NAMED = "unspecified"  # bodies that are known by their name alone
_TWO = 2  # states that have such a body together


def meetings_or_sessions(view: View) -> list[Draft]:
    """The meetings of a cue; what is held under the name of a body of two states is its session."""
    noun = _named_body(view)
    return [_as_session(view, draft, noun) if noun else draft for draft in meetings(view)]


def _named_body(view: View) -> Hit | None:
    """The body in the words of the cue, or right behind them, that has a name of its own."""
    if not view.scan.pack.capitals:
        return None
    low, high, text = view.cue.start, view.cue.end + _BESIDE, view.scan.text
    rows = (h for h in view.sentence.bodies if h.entry.value == _NAMED and low <= h.start <= high)
    return next((h for h in rows if all(word[0].isupper() for word in text[h.start : h.end].split())), None)


_BESIDE = 40  # letters of a state's name and a number before the body's


def _as_session(view: View, draft: Draft, noun: Hit) -> Draft:
    """A meeting of two states as a session of the body: who is told by name is in the chair."""
    states = list(dict.fromkeys(actor.state for actor in draft.actors if actor.state))
    if draft.kind != "meeting" or draft.type != "bilateral" or len(states) != _TWO:
        return draft
    draft.kind, draft.type = "body", _NAMED
    draft.act, draft.name = "meet", institution(view, noun)
    draft.actors = [
        *(Actor("member", None, None, state) for state in states),
        *(Actor("chair", a.name, a.office, a.state) for a in draft.actors if a.name),
    ]
    return draft
