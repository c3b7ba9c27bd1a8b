"""Who tells what a sentence says of others: ``A and B will meet, the spokesman X said``."""

from __future__ import annotations

from dragoman.find.mention import ActorMention, Sentence


def teller(row: Sentence, folded: str) -> ActorMention | None:
    """Who says, by name, in a later clause what a sentence begins with others: ``A and B will meet, X said``."""
    lead = row.first_bare()
    if lead is None:
        return None
    for cue in row.cues:
        if not cue.says or cue.type != "inform" or cue.impersonal or cue.start < lead.end:
            continue
        near = (a for a in row.actors if a is not lead and a.name and a.office and a.state and a.marker in ("", "by"))
        for actor in near:
            behind = cue.start < actor.start <= cue.end + _TELLS  # "teilte X mit" holds who says so
            before = 0 <= cue.start - actor.end <= _TELLS and folded.rfind(", ", lead.end, actor.start) >= 0
            opens = min(actor.start, cue.start)
            if (before or behind) and folded.rfind(",", lead.end, opens) >= opens - _TELLS_BEHIND:
                return actor
    return None


_TELLS, _TELLS_BEHIND = 5, 20  # letters between who tells and the verb; between these and the comma before them
