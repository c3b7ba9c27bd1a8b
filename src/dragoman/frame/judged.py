"""Who is arrested, tried or wanted in another state, and that, where an adjective or a place alone tells which."""

from __future__ import annotations

from dragoman.frame.doers import Sides, suffered
from dragoman.frame.view import View


def judged(view: View) -> Sides | None:
    """Where a court or the police sit and whose people they seize, as an adjective tells: ``Lima'da bir mahkeme
    Ganalı yargıcı hapse mahkûm etti``, ``Two Ghanaian journalists were arrested in Peru``."""
    group, pack = view.cue.pattern.group, view.scan.pack
    if group is None or group.type not in _OF_COURTS or pack.comma_clauses or view.slots.get("by"):
        return None
    if not view.verbal and pack.order == "sov" and view.args.get("in") == "source":
        return _held_there(view)
    if not view.verbal:
        return None
    if not (suffered(view) or (pack.order in ("sov", "v2") and not view.cue.passive)):
        return None
    if any(a.state and not a.attributive for a in view.slots.get("subj", ())):
        return _held_there(view) if suffered(view) else None
    theirs = next((a for a in view.slots.get("adj", ()) if a.state and a.start < view.cue.end), None)
    before = theirs if theirs and not suffered(view) else None
    places = [
        a for slot in _WHERE for a in view.slots.get(slot, ()) if a.state and view.args.get(slot) not in _NOT_THERE
    ]
    court = next((a for a in places if before is None or a.end <= before.start), None)
    return (court, theirs) if theirs and court and court.state != theirs.state else None


def _held_there(view: View) -> Sides | None:
    """Who is arrested by name, and in which other state: ``Le journaliste ghanéen A a été arrêté à Lima``."""
    people: tuple[str, ...] = _PEOPLE if view.verbal else _ANYBODY
    held = next((a for a in view.slots.get("subj", ()) if a.state and a.form in people), None)
    if held is None or held.office in _RULING:
        return None
    places = (a for a in view.sentence.actors if a.marker == "in" and not (a.name or a.office or a.attributive))
    there = next((a for a in places if a.state not in (None, held.state)), None)
    return (there, held) if there is not None else None


_OF_COURTS = ("coerce", "accuse_in_court")
_ANYBODY = ("person", "people", "state")
_PEOPLE, _RULING = ("person", "people"), ("head_of_state", "head_of_government", "foreign_minister")
_WHERE, _NOT_THERE = ("in", "to"), ("target", "-")  # "arrêtés au Pérou", not "deported to Peru"
