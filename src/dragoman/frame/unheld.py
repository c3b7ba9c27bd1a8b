"""What a sentence only speaks of: what is discussed, called off, long past, or the matter of a statement."""

from __future__ import annotations

from dataclasses import replace

from dragoman.find.mention import Sentence
from dragoman.find.scan import Scan
from dragoman.frame.draft import Draft
from dragoman.frame.view import View
from dragoman.resolve.scene import Scene


def only_asked(draft: Draft) -> bool:
    """Whether an act is only asked for, which the statement that asks tells: ``urged A to impose sanctions``."""
    return draft.kind == "action" and draft.status == "proposed" and draft.type in _ASKED_FOR


_ASKED_FOR = ("accuse_in_court", "aid", "coerce", "sanction")
_TERMS = 8  # years after which an office told without a name is most likely another's


def former_holders(drafts: list[Draft], found: Scan, number: int, scene: Scene) -> None:
    """``The president last visited Peru in 2001`` is not told of the one whom the text names."""
    row = found.sentences[number]
    bare = {(a.office, a.state) for a in row.actors if a.office and a.form == "office"}
    named = found.text[row.span.start : row.span.end]
    for draft in drafts:
        if not draft.date or int(draft.date[:4]) > scene.date.year - _TERMS:
            continue
        for at, actor in enumerate(draft.actors):
            told = actor.name is not None and actor.name.rsplit(None, 1)[-1][:_STEM] in named
            if actor.name and not told and (actor.office, actor.state) in bare:
                draft.actors[at] = replace(actor, name=None)


_STEM = 4  # letters of a surname that no case changes


def taken_back(row: Sentence) -> bool:
    """Whether a sentence that tells no day says that a visit was put off or called off."""
    if row.dates:
        return False
    off = any(rule.pattern.value in ("postponed", "cancelled") for rule in row.rules if rule.pattern.table == "status")
    visits = [cue.pattern.group for cue in row.cues if cue.pattern.value == "visit"]
    return bool(visits) and (off or any(group and group.status == "cancelled" for group in visits))


def spoken_of(view: View) -> bool:
    """Whether a noun only names what somebody in the same clause speaks of: ``ruled out talks``."""
    if not view.scan.pack.case_of_head or view.marker_before(view.cue.start) in _WHERE_SAID:
        return False  # elsewhere the verb may stand behind what is spoken of
    if view.cue.pattern.value == "meeting" and _occasion(view):
        return False
    low, _ = view.window
    # a visit that somebody judges has been paid
    judged = _JUDGING if view.cue.pattern.value == "visit" else ()
    said = [c for c in view.sentence.cues if c.says and c.type not in judged]
    said = [c for c in said if low <= c.start and c.end <= view.cue.start]
    said = [c for c in said if "," not in view.scan.folded[c.end : view.cue.start]]
    if not said:
        return False
    status = view.status("done")
    if view.cue.pattern.value == "meeting" and said[-1].type == "request" and status == "proposed":
        return False  # "asked to convene the council"
    # what is agreed on is to come, and told as such
    return any(c.type == "reject" for c in said) or status != "planned"


def _occasion(view: View) -> bool:
    """Whether words of the noun itself tell that something was said after or at a meeting with somebody told by name:
    ``заявил по итогам переговоров с X``, or of one's own: ``рассказал о своей встрече с X``."""
    if not any(m.name and m.office for m in view.slots.get("with", [])):
        return False
    cue, own = view.cue, view.scan.pack.possessives
    if any(r.start < cue.end and cue.start < r.end for r in view.sentence.status_words("same_day")):
        return True
    before = view.scan.folded[view.window[0] : cue.start].split()
    return bool(before) and before[-1] in own


_JUDGING = ("support",)
_WHERE_SAID = ("in", "at", "during", "after")  # "said in a telephone conversation"


def subject_matter(view: View) -> bool:
    """Whether a noun of an act only tells what something is on: ``an agreement on lifting the visa regime``, ``the
    position on the lifting of the sanctions``."""
    pack = view.scan.pack
    if view.cue.pattern.value != "action" or pack.order not in ("v2", "svo") or not pack.spelling.spaces:
        return False
    if view.cue.type in _UNDONE and view.marker_before(view.cue.start) == "on":
        return True
    nouns = [hit for hit in view.sentence.documents if hit.end < view.cue.start]
    if not nouns or pack.order != "v2":
        return False
    between = view.scan.folded[nouns[-1].end : view.cue.start]
    first = next(iter(between.split()), "")
    return len(between) <= _ON and "," not in between and first in pack.markers.get("on", ())


_UNDONE = ("concede", "retreat", "aid")  # what somebody who speaks of it need not have seen


def is_discussed(view: View) -> bool:
    """Whether a noun of an act only tells what a meeting was about: ``discussed the laying of a cable``."""
    group = view.cue.pattern.group
    if group is None or group.type != "cooperate" or view.scan.pack.comma_clauses:
        return False
    low, high = view.window
    meetings = (c for c in view.sentence.cues if c.pattern.value == "meeting" and low <= c.start and c.end <= high)
    if view.scan.pack.order == "sov":
        return any(view.cue.end <= cue.start for cue in meetings)
    folded, begins = view.scan.folded, view.cue.start
    return any(cue.end <= begins <= cue.end + _ON and "," not in folded[cue.end : begins] for cue in meetings)


_ON = 60  # letters between a document and what it is on
_AGE = 50  # years from which on something is history


def is_history(draft: Draft, scene: Scene) -> bool:
    """Whether what is told lies too far back to belong to present relations; those are not broken off by age."""
    year = int((draft.date or "9999")[:4])
    return draft.kind != "relation" and year < scene.date.year - _AGE


def is_called_off(view: View) -> bool:
    """Whether a verb at the end denies what its clause names because it was called off: ``ziyareti yapılamadı``."""
    return view.scan.pack.order == "sov" and not view.verbal and view.rule("status", "cancelled")
