"""Whether a dispatch is about relations between states at all; general news yields nothing."""

from __future__ import annotations

from dragoman.find.mention import ActorMention
from dragoman.find.scan import Scan
from dragoman.frame.draft import Draft

_PRIVATE = ("business", "other", "judge", "governor", "delegation", "member_of_parliament")


def is_relevant(scan: Scan, drafts: list[Draft]) -> bool:
    """Some record joins two states that its own sentence tells, and somebody official acts in the text."""
    if not any(_official(actor) for row in scan.sentences for actor in row.actors):
        return False
    return any(_joins_two(scan, draft) for draft in drafts)


def _official(actor: ActorMention) -> bool:
    return bool(actor.office and actor.office not in _PRIVATE) or actor.form in ("institution", "org", "gov")


def _joins_two(scan: Scan, draft: Draft) -> bool:
    told = {actor.state for actor in scan.sentences[draft.sentence].actors if actor.state}
    return len(draft.states() & told) >= 2
