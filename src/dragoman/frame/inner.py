"""What is said within one state: inner politics, of which the codebook wants no record."""

from __future__ import annotations

from dragoman.find.mention import ActorMention
from dragoman.frame.view import View
from dragoman.model import Actor
from dragoman.world import places_of_states

_GROUPS = ("group", "people")
_PRIVATE = (None, "other", "member_of_parliament", "business", "judge")  # who hold no high office of a state
_PARTISAN = ("member_of_parliament", "other")
_SAID_TO = ("obj", "to", "against")
_ASKED = ("request", "criticise", "threaten")
_BEHIND = 8  # letters of an article between a verb and whom it is said to


def inner(view: View, speakers: list[ActorMention], type_: str, targets: list[Actor]) -> bool:
    """Whether something is said to nobody of another state whom the sentence tells, and by whom or to whom it is said
    makes it inner politics; what a release says is said to others."""
    if len({s.state for s in speakers}) > 1 or view.scene.header.speaker is not None:
        return False
    here = _told_here(view, speakers)
    if any(target.state in here for target in targets):
        return False
    if all(s.form in _GROUPS for s in speakers):
        return True
    if all(s.office in _PARTISAN for s in speakers) and not any(t.state in _told_before(view) for t in targets):
        return True
    if type_ == "inform" and not targets and not any(s.name or s.office or s.form == "institution" for s in speakers):
        return True  # "Peru considers": nobody speaks for it
    if type_ == "inform" and all(s.name and s.office in _PRIVATE and s.form != "org" for s in speakers):
        return True
    return _to_own(view, speakers, targets, here) or (
        type_ in _AT_HOME and not here - {None} and _of_own_people(view, targets)
    )


_AT_HOME = ("request", "pledge", "reject", "threaten", "propose")


def _of_own_people(view: View, targets: list[Actor]) -> bool:
    """Whether a clause of a sentence that tells of no other state, as the one before does not tell of whom it would be
    said to, tells of a state's own people: ``urged the voters to be calm``, ``ruled out a tax``."""
    if any(target.state in _told_before(view) for target in targets):
        return False
    low, high = view.window
    words, text = view.scan.pack.words["own_people"], f" {view.scan.folded[low:high]} "
    return any(word in text for word in words)


def _told_before(view: View) -> set[str | None]:
    """The states that the sentence before tells."""
    return {a.state for a in view.scan.sentences[view.number - 1].actors} if view.number else set()


def _told_here(view: View, speakers: list[ActorMention]) -> set[str | None]:
    """The other states that the sentence tells; offices alone beside a group are of its own (``the opposition accused
    the prime minister``)."""
    group = all(speaker.form == "group" for speaker in speakers)
    told = {a.state for a in view.sentence.actors if not (group and a.office and a.form == "office")}
    return (told | {places_of_states(hit)[1] for hit in view.sentence.places}) - {s.state for s in speakers}


def _to_own(view: View, speakers: list[ActorMention], targets: list[Actor], here: set[str | None]) -> bool:
    """Whether it is said to an official of the speaker's own state or of none, or asked of somebody at home where the
    sentence tells of no other state: ``The minister called on the police to be calm``."""
    cue, own = view.cue, {speaker.state for speaker in speakers}
    names = {speaker.name for speaker in speakers}
    addressed = [m for slot in _SAID_TO for m in view.slots.get(slot, []) if m.start >= cue.start and not m.ref]
    near = min(addressed, key=lambda m: m.start, default=None)
    if near is None or near.start - cue.end > _BEHIND or (near.name and near.name in names) or near.list_id:
        return False
    if targets and near.office:
        return near.state is None or near.state in own
    return near.state in own and not here - {None} and cue.type in _ASKED and view.scan.pack.order != "sov"
