"""What officials only inform of that concerns no other state: it is their own state's affairs, and no record."""

from __future__ import annotations

from dragoman.find.mention import Sentence
from dragoman.find.scan import Scan
from dragoman.find.units import ENVOYS
from dragoman.frame.draft import Draft


def without_inner(drafts: list[Draft], found: Scan) -> list[Draft]:
    """The drafts without what a state as such only states, or an official who neither meets nor visits anybody, where
    neither the sentence nor the one before tells another state."""
    if not any(draft.kind == "statement" and draft.type == "inform" for draft in drafts):
        return drafts
    faced = {actor.name for d in drafts if d.kind in ("meeting", "visit") for actor in d.actors if actor.name}
    return [draft for draft in drafts if draft.type != "inform" or not _inner(draft, found, faced)]


def _inner(draft: Draft, found: Scan, faced: set[str]) -> bool:
    speakers = [actor for actor in draft.actors if actor.role == "speaker"]
    names = [actor.name for actor in speakers if actor.name]
    if draft.kind != "statement" or draft.states("target"):
        return False
    row, own = found.sentences[draft.sentence], draft.states()
    if not names and not any(actor.office for actor in speakers):
        # "according to A's foreign ministry, its workers are still in B"
        return not (_tells_another(row, own) and any(a.form == "institution" and a.state in own for a in row.actors))
    if any(actor.office in ENVOYS for actor in speakers):
        return False  # who serves abroad speaks there
    near = found.sentences[max(0, draft.sentence - 1) : draft.sentence + 1]
    return not faced.intersection(names) and not any(_tells_another(row, own) for row in near)


def _tells_another(row: Sentence, own: set[str]) -> bool:
    told = (state for actor in row.actors for state in (actor.state, actor.post) if state)
    return any(state not in own for state in told)
