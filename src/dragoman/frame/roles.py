"""Who does what in a clause: the same routine for all kinds and languages.

Actors are sorted by their place: ``subj`` and ``obj`` (bare noun phrases, by the pack's order of the clause), and the
markers that the pack declares (``by with to from in ...``). The passive swaps subject and object.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from dragoman.find.mention import ActorMention, Cue, Sentence
from dragoman.lang.pack import Pack

Slots = dict[str, list[ActorMention]]
_SEVERAL = ("both", "both_heads", "they")


def window(sentence: Sentence, cue: Cue) -> tuple[int, int]:
    """The clause around a cue: from the last clause word before it to the first after it."""
    barriers = sentence.barriers
    at = bisect_right(barriers, cue.start)
    low = barriers[at - 1] if at else sentence.span.start
    after = next((b for b in barriers if b >= cue.end), sentence.span.end)
    return low, after


def fill_slots(sentence: Sentence, cue: Cue, folded: str, pack: Pack) -> Slots:
    """The actors of the cue's clause by their place in it; the subject may stand before the clause (``X, who ...``)."""
    low, high = window(sentence, cue)
    slots: Slots = {}
    inside = [a for a in sentence.actors if low <= a.start < high and (a.state or a.name or a.office or a.ref in _SEVERAL)]
    bare = [a for a in inside if not a.marker and not a.weak]
    for actor in inside:
        if actor.marker:
            slots.setdefault(actor.marker, []).append(actor)
        elif actor.weak:
            slots.setdefault("adj", []).append(actor)
    sure = [a for a in bare if a.nominative]
    before = [a for a in sure or bare if a.start < cue.start]
    after = [a for a in sure or bare if a.start >= cue.start]
    if not before and not sure:
        before = _outside(sentence, low)
        outside = bool(before)
    else:
        outside = False
    if after and after[0].start - cue.end <= 2 and _quoted(folded, cue):
        # "...", said X: the speaker stands behind the verb
        before, outside = [], False
    subject, objects = _subject_object(before, after, outside, pack, sentence)
    objects = slots.pop("obj", []) + objects + [a for a in bare if sure and not a.nominative]
    if cue.passive or (cue.pattern.group and cue.pattern.group.passive):
        agents = slots.pop("by", [])
        if agents:
            slots["subj"] = agents
        slots["obj"] = subject + [a for a in objects if a not in subject]
    else:
        slots["subj"] = subject
        slots["obj"] = objects
    return slots


def _quoted(folded: str, cue: Cue) -> bool:
    """Whether a quotation ends right before the cue."""
    return '"' in folded[max(0, cue.start - 3) : cue.start]


def _outside(sentence: Sentence, low: int) -> list[ActorMention]:
    """Bare actors before the clause; a relative clause's subject is the actor it hangs on."""
    return [a for a in sentence.actors if a.end <= low and not a.weak and a.marker in ("", "by", "to", "with", "of") and a.form != "adj"]


def _subject_object(
    before: list[ActorMention], after: list[ActorMention], outside: bool, pack: Pack, sentence: Sentence
) -> tuple[list[ActorMention], list[ActorMention]]:
    if not before:
        head = list(_coordinated(after, 0))
        return head, [a for a in after if a not in head]
    if outside:
        # the nearest actor before the clause, with those listed beside it if it is no relative clause
        near = before[-1]
        subject = [a for a in before if a.list_id == near.list_id and near.list_id] or [near]
        return subject, after
    if pack.order == "svo":
        last = before[-1]
        subject = [a for a in before if a is last or (last.list_id and a.list_id == last.list_id)]
        return subject, after
    head = list(_coordinated(before, 0))
    return head, [a for a in before if a not in head] + after


def _coordinated(actors: list[ActorMention], at: int) -> Iterator[ActorMention]:
    """The actor at a place and those of its list."""
    if at < len(actors):
        first = actors[at]
        yield first
        for other in actors[at + 1 :]:
            if first.list_id and other.list_id == first.list_id:
                yield other


def expand(mentions: list[ActorMention], both: list[ActorMention]) -> list[ActorMention]:
    """Replace references to all parties by the parties; drop what stands for nobody."""
    out: list[ActorMention] = []
    for mention in mentions:
        rows = both if mention.ref in _SEVERAL else [mention]
        for row in rows:
            if (row.state or row.name or row.office) and not any(_same(row, other) for other in out):
                out.append(row)
    return out


def _same(one: ActorMention, other: ActorMention) -> bool:
    return (one.name, one.office, one.state) == (other.name, other.office, other.state)
