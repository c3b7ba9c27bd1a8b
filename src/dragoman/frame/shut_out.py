"""States that an organisation puts out or suspends."""

from __future__ import annotations

from dragoman.find.mention import ActorMention
from dragoman.frame.doers import Sides, suffered
from dragoman.frame.view import View


def of_expulsion(view: View) -> bool:
    """Whether the words tell that a state is put out of something by that."""
    group, args = view.cue.pattern.group, view.args
    put_out = group is not None and group.type == "sanction" and args.get("subj") == "target"
    return put_out and args.get("from") == "source" and args.get("in") == "source"


def shut_out(view: View) -> Sides | None:
    """The organisation that shuts a state out, and that: ``Ghana was expelled from the Council of Europe``."""
    group, pack = view.cue.pattern.group, view.scan.pack
    if group is None or group.type != "sanction" or not view.verbal or view.slots.get("by"):
        return None
    first = view.scan.folded[view.cue.start : view.cue.end].split()[0]
    passive = view.cue.passive or suffered(view) or (pack.order == "svo" and pack.looks("participle", first))
    low, high = view.window
    inside = view.actors_in(low, high) if passive or of_expulsion(view) else []
    out = next((a for a in inside if a.form == "state" and a.marker in _BARE), None)
    rows = (a for a in inside if a.form == "org" and out is not None and a.start > out.start)
    org = next((a for a in rows if _left_by(view, a)), None)
    return (org, out) if org is not None and out is not None else None


def _left_by(view: View, org: ActorMention) -> bool:
    """Whether an organisation is told as what somebody is put out of: in the words themselves, or right behind them."""
    inside = view.cue.start < org.start < view.cue.end
    return org.marker == "from" or inside or (org.marker == "of" and 0 <= org.start - view.cue.end <= _NEAR)


_BARE = ("", "obj")  # how whom it befalls is told


_NEAR = 2  # letters between words that stand side by side
