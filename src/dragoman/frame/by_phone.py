"""What one official says to another on the telephone tells that they spoke: ``X told Y by telephone that``."""

from __future__ import annotations

from dragoman.find.mention import Cue
from dragoman.frame.draft import Draft
from dragoman.frame.unheld import spoken_of
from dragoman.frame.view import View
from dragoman.model import Actor


def spoken_by_phone(view: View, draft: Draft) -> Draft | None:
    """The call in which somebody says something to somebody of another state, where the clause tells that it was one
    and no cue of its own does."""
    rule = _remote(view)
    if rule is None or any(_tells_call(view, cue) for cue in view.sentence.cues):
        return None
    type_ = rule.pattern.value
    sides = [_held(draft, role) for role in ("speaker", "target")]
    if not all(len(side) == 1 for side in sides) or sides[0][0].state == sides[1][0].state:
        return None
    actors = [Actor("participant", side[0].name, side[0].office, side[0].state) for side in sides]
    # the call comes first: it is not what is said in it
    at = view.window[0]
    return view.draft("meeting", actors, view.status("done"), type=type_, topics=list(draft.topics), at=at, to=at)


_REMOTE = ("phone", "video")


def _remote(view: View) -> Cue | None:
    """The words of the cue's clause that tell that two spoke from afar."""
    low, high = view.window
    told = (r for r in view.sentence.rules if r.pattern.table == "qualifier" and r.pattern.form == "meeting")
    return next((r for r in told if r.pattern.value in _REMOTE and low <= r.start < high), None)


def _tells_call(view: View, cue: Cue) -> bool:
    """Whether a verb or noun tells an encounter by itself, and not only how two spoke."""
    if cue.pattern.value != "meeting":
        return False
    return not spoken_of(View(view.scan, view.scene, view.number, cue))


def _held(draft: Draft, role: str) -> list[Actor]:
    return [a for a in draft.actors if a.role == role and a.state and a.office]
