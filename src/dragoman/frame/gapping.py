"""Clauses that share one verb: where verbs come last of several subjects, ``A pazar günü, B ise dün C ile ilişkilerini
kesti``; in all languages of one subject on several days, ``met B on Monday and C on Tuesday``."""

from __future__ import annotations

import itertools
from dataclasses import replace

from dragoman.find.mention import ActorMention, DateMention, Sentence
from dragoman.frame.view import View
from dragoman.lang.matcher import Hit
from dragoman.lang.pack import Pack

_NOUN = 4  # words of a noun between a state that it belongs to and the word that sets it against another


def gapped(view: View) -> list[View]:
    """A view for each of the clauses that end in the cue's verb; only the view itself where there are no others."""
    parts = _parts(view)
    if len(parts) > 1:
        return [_view(view, low, high, parts[-1][0]) for low, high in parts]
    return _by_days(view) or _by_dashes(view) or [view]


def _parts(view: View) -> list[tuple[int, int]]:
    """Where the clauses stand: each begins with a subject behind a comma, the last with one that is set against it."""
    words, folded = view.scan.pack.words["contrast"], view.scan.folded
    low, _ = view.window
    if not words or not view.verbal:
        return []
    bare = [a for a in view.sentence.actors if low <= a.start < view.cue.end and not a.marker and not a.attributive]
    bare = [a for at, a in enumerate(bare) if at == 0 or not a.list_id or a.list_id != bare[at - 1].list_id]
    against = next((a for a in reversed(bare) if _set_against(folded[a.end : view.cue.end], words)), None)
    if against is None or against is bare[0]:
        return []
    begins = [a.start for a in bare[1:] if a.start <= against.start and folded[low : a.start].rstrip().endswith(",")]
    if against.start not in begins:
        return []
    edges = [low, *begins, view.cue.end]
    return list(itertools.pairwise(edges))


def _by_dashes(view: View) -> list[View]:
    """A view for each clause behind the cue's own in which a dash stands for its verb and a number for its object:
    ``Peru expels two diplomats of Ghana, Chile - three``; none where there is no such clause."""
    if not view.scan.pack.case_of_head or not view.verbal:
        return []
    low, high = view.window
    own = [a for a in view.sentence.actors if low <= a.start < high]
    subject = next((a for a in own if not (a.marker or a.attributive) and a.end <= view.cue.start), None)
    if subject is None or not (subject.state or subject.name):
        return []
    rows = [a for a in view.sentence.actors if a.start >= high and not (a.marker or a.attributive)]
    rows = [a for a in rows if high in view.sentence.barriers and _numbered(view.scan.folded[a.end :], view.scan.pack)]
    views = [view] if rows else []
    for actor in rows:
        part = View(view.scan, view.scene, view.number, view.cue)
        stands = replace(actor, start=subject.start, end=subject.end)
        part.sentence = _only(view.sentence, [stands if a is subject else a for a in own])
        part.window = low, high
        views.append(part)
    return views


def _numbered(behind: str, pack: Pack) -> bool:
    """Whether a dash and a number follow."""
    words = behind[: _LETTERS * 2].split()[1:3] if behind.startswith(" - ") else []
    return any(word[:1].isdigit() or word.strip(",.") in pack.words["several"] for word in words)


def _set_against(behind: str, words: tuple[str, ...]) -> bool:
    """Whether a word such as *whereas* ends the noun phrase that begins with an actor."""
    return any(word in words for word in behind.split(",")[0].split()[:_NOUN])


def _view(view: View, low: int, high: int, last: int) -> View:
    """The cue as one of the clauses tells it: what is told only in the last one is told for all."""
    own = [a for a in view.sentence.actors if low <= a.start < high]
    told = {a.marker for a in own}
    shared: list[ActorMention] = [
        a for a in view.sentence.actors if a.start >= last and a.marker and a.marker not in told
    ]
    dates = [d for d in view.sentence.dates if low <= d.start < high]
    part = View(view.scan, view.scene, view.number, view.cue)
    part.sentence = _only(view.sentence, [*own, *shared] if low < last else own)
    part.sentence.dates = dates or view.sentence.dates
    return part


def _only(sentence: Sentence, actors: list[ActorMention]) -> Sentence:
    return replace(sentence, actors=actors)


_DAILY = ("visit", "meeting")  # what somebody does on one day with one, and on another with another
_BETWEEN = 6  # words between one with its day and the next
_LETTERS = 12  # and letters where nothing parts words


def _by_days(view: View) -> list[View]:
    """A view for each of those whom one subject visits or meets on a day of their own; none where there are fewer."""
    if view.cue.pattern.value not in _DAILY or len(view.sentence.dates) < 2:
        return []
    low, high = _without_acts(view)
    dates = [d for d in view.sentence.dates if low <= d.start < high]
    groups = _alternating(view, dates, low, high) if len(dates) > 1 else []
    pairs = list(zip(groups, dates, strict=True)) if groups else []
    if not pairs or not _in_a_row(view, pairs):
        return []
    return [_of_day(view, groups, at, date, low, high) for at, (_, date) in enumerate(pairs)]


def _without_acts(view: View) -> tuple[int, int]:
    """The cue's clause with those beside it that tell no act of their own: ``met B on Monday, and on Tuesday C``."""
    sentence, (low, high) = view.sentence, view.window
    cues = [c for c in sentence.cues if not (c.start < view.cue.end and view.cue.start < c.end)]
    edges = [sentence.span.start, *sentence.barriers, sentence.span.end]
    for a, b in itertools.pairwise(edges):
        if a == high and not any(a <= c.start < b for c in cues):
            high = b
    for a, b in reversed(list(itertools.pairwise(edges))):
        if b == low and not any(a <= c.start < b for c in cues):
            low = a
    return low, high


def _alternating(view: View, dates: list[DateMention], low: int, high: int) -> list[list[ActorMention | Hit]]:
    """The objects that stand each beside a date, all before theirs or all behind it; none where they do not."""
    objects = _objects(view, low, high)
    edges = [low, *(d.start for d in dates), high]
    parts = [[o for o in objects if a <= o.start < b] for a, b in itertools.pairwise(edges)]
    if not parts[0]:
        parts = parts[1:]
    elif not parts[-1]:
        parts = parts[:-1]
    states = [frozenset(_state(o) for o in part) for part in parts]
    apart = len(parts) == len(dates) and all(len(told) == 1 for told in states) and len(set(states)) == len(states)
    return parts if apart else []


def _objects(view: View, low: int, high: int) -> list[ActorMention | Hit]:
    """Whoever and whatever place may be the object of the verb: all of other states than that of who acts first."""
    inside = [a for a in view.sentence.actors if low <= a.start < high and a.state]
    subject = next((a for a in view.slots.get("subj", ()) if a.state), None) or next(iter(inside), None)
    if subject is None:
        return []
    inside = [a for a in inside if a.form != "org"]  # where they meet
    actors = [a for a in inside if a.state != subject.state and not (a.end <= subject.start and a.attributive)]
    places = [
        hit
        for hit in view.sentence.places
        if view.cue.pattern.value == "visit"
        and low <= hit.start < high
        and hit.entry.table == "place"
        and hit.entry.form not in ("", "-", subject.state)
        and not any(a.start <= hit.start < a.end for a in inside)
    ]
    objects: list[ActorMention | Hit] = [*actors, *places]
    objects.sort(key=lambda told: told.start)
    return objects if objects and subject.start < objects[0].start else []


def _state(told: ActorMention | Hit) -> str:
    return (told.state or "") if isinstance(told, ActorMention) else told.entry.form


def _in_a_row(view: View, pairs: list[tuple[list[ActorMention | Hit], DateMention]]) -> bool:
    """Whether an *and* or a comma alone parts each object with its day from the next, and no other act."""
    pack, folded = view.scan.pack, view.scan.folded
    ends = [(min(o[0].start, d.start), max(o[-1].end, d.end)) for o, d in pairs]
    for (_, end), (start, _) in itertools.pairwise(ends):
        between = folded[end:start]
        words = between.split()
        joins = "," in between or any(word in pack.sets["and"] for word in words)
        joins = joins or any(end <= barrier < start for barrier in view.sentence.barriers)
        if not joins and pack.clitics:
            joins = any(word.startswith(tuple(pack.clitics.get("and", ()))) for word in words)
        few = len(words) <= _BETWEEN if pack.spelling.spaces else len(between) <= _LETTERS
        if not joins or not few or ";" in between:
            return False
    if ends[0][1] <= view.cue.start and view.cue.end < ends[-1][1]:
        return False  # the verb of one of them alone
    others = (c for c in view.sentence.cues if not (c.start < view.cue.end and view.cue.start < c.end))
    # "and today Y, who is visiting"
    others = (c for c in others if not (c.pattern.value == "visit" and view.cue.pattern.value == "meeting"))
    return not any(ends[0][0] <= c.start < ends[-1][1] for c in others)


def _of_day(
    view: View, groups: list[list[ActorMention | Hit]], at: int, date: DateMention, low: int, high: int
) -> View:
    """The cue as it tells of one of the objects and its day."""
    others = [told.start for number, group in enumerate(groups) if number != at for told in group]
    part = View(view.scan, view.scene, view.number, view.cue)
    sentence = view.sentence
    part.sentence = replace(
        sentence,
        actors=[_with_office(a, groups, at) for a in sentence.actors if a.start not in others],
        places=[hit for hit in sentence.places if hit.start not in others],
        dates=[date],
        barriers=[barrier for barrier in sentence.barriers if not low < barrier < high],
    )
    part.window = low, high
    return part


def _with_office(actor: ActorMention, groups: list[list[ActorMention | Hit]], at: int) -> ActorMention:
    """An adjective that leaves out the noun behind the next one, as who holds that office: ``mit dem ghanaischen und
    am Dienstag mit dem peruanischen Außenminister``."""
    behind = groups[at + 1][-1] if at + 1 < len(groups) and actor.form == "adj" and actor in groups[at] else None
    if not isinstance(behind, ActorMention) or behind.office is None or actor.office is not None:
        return actor
    marker = actor.marker or behind.marker
    return ActorMention(actor.start, actor.end, "office", actor.state, behind.office, marker=marker)
