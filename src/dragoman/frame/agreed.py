"""What two sides have agreed on: who agrees with whom, and since when."""

from __future__ import annotations

from dragoman.find.mention import ActorMention, list_of
from dragoman.frame.view import View
from dragoman.resolve.dates import resolve_date


def agreeing(view: View, speakers: list[ActorMention]) -> list[ActorMention]:
    """Those who agree, with those whom the clause tells that they agree with: ``A agreed with B to raise trade``."""
    if not _of_agreement(view) or not speakers:
        return speakers
    own = {speaker.state for speaker in speakers}
    rows = [m for m in view.slots.get("with", []) if m.state and m.state not in own and _with(view, m)]
    return [*speakers, *list_of(rows, rows[0])] if rows else speakers


def _with(view: View, mention: ActorMention) -> bool:
    """Whether somebody is agreed with, rather than told in what is agreed: ``agreed to step up trade with B``."""
    if view.scan.pack.order == "sov" or view.scan.pack.comma_clauses:
        return True
    return mention.start < view.cue.end + _NEAR or bool(mention.name or mention.office)


_NEAR = 8  # letters between a verb and whom it is agreed with


def long_agreed(view: View) -> bool:
    """Whether a clause tells that something was agreed on long before: it is not what the dispatch reports."""
    if not _of_agreement(view):
        return False
    low, high = view.window[0], view.cue.end + _NEAR
    days = (resolve_date(d, view.scene.date, future=False)[0] for d in view.sentence.dates if low <= d.start < high)
    # of a month or year that alone is told, its last day
    return any(day and view.scene.days_since(day + "-12-28"[len(day) - len("2024") :]) > _OLD for day in days)


def _of_agreement(view: View) -> bool:
    return view.args.get("with") == "joint" and view.cue.type == "pledge"


_OLD = 60  # days
