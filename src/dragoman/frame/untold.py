"""Who acts and who suffers where the clause tells only one of them, or nobody."""

from __future__ import annotations

from dragoman.find.mention import ActorMention, Cue, Sentence
from dragoman.frame.view import View

_TWO = 2
_STATES = ("state", "capital", "gov", "institution")
_AT_HOME = ("assault", "coerce", "accuse_in_court")  # what states do to their own people, too


def like_acts_before(view: View) -> list[View]:
    """The acts of its type in the sentence before one that tells of nobody, the last first: ``A sent tents to B. A
    second plane with doctors is to follow``."""
    group = view.cue.pattern.group
    before = _sentence_before(view)
    if group is None or before is None or any(a.state for a in view.sentence.actors):
        return []
    return [View(view.scan, view.scene, view.number - 1, cue) for cue in reversed(_acts(before, group.type))]


def _sentence_before(view: View) -> Sentence | None:
    """The sentence before, if it is of the same paragraph."""
    before = view.scan.sentences[view.number - 1] if view.number else None
    return before if before is not None and before.paragraph == view.sentence.paragraph else None


def _acts(row: Sentence, type_: str | None) -> list[Cue]:
    """The acts of a type that a sentence tells of."""
    return [cue for cue in row.cues if cue.pattern.value == "action" and cue.type == type_]


def of_both(view: View) -> tuple[ActorMention, ActorMention] | None:
    """The two states that a text is about, where nobody is told to share what they do."""
    rows = view.scene.pair
    if len(rows) != _TWO or any(a.state for a in view.sentence.actors):
        return None
    told = (c for row in view.scan.sentences[: view.number] for c in row.cues)
    if any(c.pattern.value == "action" and c.type == "cooperate" for c in told):
        return None  # "The exercises began in the hills"
    return ActorMention(0, 0, "state", rows[0]), ActorMention(0, 0, "state", rows[1])


def of_two(view: View, source: ActorMention | None) -> bool:
    """Whether a text is of two states, one of which acts by name: then it is towards the other."""
    pair, group = view.scene.pair, view.cue.pattern.group
    if group is None or group.type in _AT_HOME or not view.verbal or source is None:
        return False
    return source.form in _STATES and source.state in pair[:_TWO]


def acting_before(view: View, target: ActorMention | None) -> ActorMention | None:
    """Who acts in the sentence before, where a measure against somebody is told in the passive without who takes it:
    ``The council met in Accra. The borders with Peru were closed.``"""
    group = view.cue.pattern.group
    if target is None or group is None or group.type != "sanction" or view.slots.get("subj"):
        return None
    before = _sentence_before(view)
    if before is None or view.scan.pack.order not in ("svo", "v2"):
        return None
    rows = [a for a in before.actors if a.state and not a.attributive and not a.venue]
    return next((a for a in rows if a.marker in ("", "of") and a.state != target.state), None)


def judging(view: View, source: ActorMention) -> ActorMention | None:
    """Who condemns a measure that somebody takes, where nobody else is told to suffer it: ``denounced the US
    sanctions``."""
    group, end = view.cue.pattern.group, view.cue.start
    if group is None or group.type != "sanction" or view.verbal or view.scan.pack.order not in ("svo", "v2"):
        return None
    low = view.window[0]
    judged = (c for c in view.sentence.cues if c.says and c.type == "criticise" and low <= c.start and c.end <= end)
    cue = next(judged, None)
    rows = view.actors_in(low, cue.start) if cue is not None else []
    return next((a for a in rows if a.state not in (None, source.state) and not a.marker and not a.attributive), None)


def of_like_act(view: View, known: ActorMention) -> ActorMention | None:
    """Whom an act of the same type is told of right before, which another does to him too: ``A sent tents to C, B sent
    doctors``, ``The last A soldiers left C. B will withdraw from the country``."""
    group = view.cue.pattern.group
    if group is None or group.type not in _REPEATED or not known.end:
        return None
    row, end = view.sentence, known.start
    cues = [c for c in _acts(row, group.type) if c.start < end]
    if not cues and (before := _sentence_before(view)) is not None:
        row = before
        cues = _acts(row, group.type)
    if not cues:
        return None
    start = cues[0].start
    rows = (a for a in reversed(row.actors) if a.end <= end and not a.attributive and not a.venue)
    rows = (a for a in rows if a.state not in (None, known.state) and not (a.name or a.office))
    return next((a for a in rows if (a.marker in _SUFFERERS or (not a.marker and a.start > start))), None)


_REPEATED = ("aid", "retreat")
_SUFFERERS = ("to", "from", "in", "obj", "for", "on")
