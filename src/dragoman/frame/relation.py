"""Relations: the level that the text gives relations between two parties (codebook, kind ``relation``)."""

from __future__ import annotations

from dragoman.frame.draft import Draft, View, state_actor
from dragoman.frame.parties import parties


def relation(view: View) -> Draft | None:
    """One level between two parties."""
    group = view.cue.pattern.group
    states = parties(view)[:2]
    if group is None or len(states) < 2:
        return None
    status = view.status("done")
    return view.draft(
        "relation",
        [state_actor("party", s) for s in states],
        status,
        type=group.type or "friendly",
        topics=["relations"],
    )
