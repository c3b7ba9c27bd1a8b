"""What two do to each other and nobody is told to begin: clashes, exchanges of fire, a border that is closed between
them (codebook, kind ``action``)."""

from __future__ import annotations

from dragoman.find.mention import SEVERAL, ActorMention
from dragoman.frame.draft import Draft, state_actor
from dragoman.frame.parties import expand
from dragoman.frame.view import View

_TWO = 2
_BORDER = "border"  # what a fight is on where only those are told on whose border it is


def mutual(view: View) -> bool:
    """Whether the words name what two do to each other, whoever stands where: ``clashes``, ``Gefechte``."""
    return view.args.get("between") == "mutual"


def fight(view: View) -> Draft | None:
    """The two who fight each other, the one told first as who acts, or who both keep a border closed; where only one is
    told, it is nothing between states."""
    pair = _fighting(view)
    status = view.status("done")
    if len(pair) != _TWO or status in ("proposed", "cancelled"):
        return None
    place, there = view.place(("in", "near", "at"))
    if there is not None and there not in pair:
        return None  # "were alarmed by the fighting in C"
    group = view.cue.pattern.group
    type_ = group.type if group else "assault"
    second = "source" if type_ == "sanction" and not _with_one(view, pair) else "target"
    actors = [state_actor("source", pair[0]), state_actor(second, pair[1])]
    told = "ongoing" if status == "ongoing" else "done"  # "a truce was agreed after a week of clashes"
    return view.draft("action", actors, told, type=type_, place=place, topics=view.topics_near())


def _fighting(view: View) -> list[str]:
    """The states of those who fight: between whom, in one list of the clause, else of the sentence, or one on whose
    border another tells of it."""
    told = [a for slot in _BOTH for a in view.slots.get(slot, []) if slot == "between" or a.ref in SEVERAL]
    between = _states(expand(told, view)) if told else []
    if len(between) == _TWO:
        return between
    low, high = view.window
    inside = view.actors_in(low, high)
    for rows in () if _judged(view) else (inside, view.sentence.actors):
        if len(listed := _listed(rows)) == _TWO:
            return listed
    with_ = _states(view.slots.get("with", []))
    first = [state for slot in ("subj", "adj", "of") for state in _states(view.slots.get(slot, []))]
    if with_ and first and first[0] != with_[0]:
        return [first[0], with_[0]]
    armies = _states([a for a in inside if not (a.name or a.office or a.venue)])
    anyone = armies if len(armies) == _TWO else _states([a for a in view.sentence.actors if not (a.name or a.office)])
    return anyone if len(anyone) == _TWO and _BORDER in view.topics(*view.sentence.span) else []


_BOTH = ("between", "subj", "to")  # where what stands for both may stand: "the two sides", "each other"


def _with_one(view: View, pair: list[str]) -> bool:
    """Whether the second of two is told as the one with whom the first does it: ``Peru keeps its border with Ghana
    closed``."""
    return any(a.state == pair[1] for a in view.slots.get("with", []))


def _judged(view: View) -> bool:
    """Whether somebody says what he thinks of a fight: he need not be in it."""
    return any(cue.says and cue.type not in _TOLD for cue in view.sentence.cues)


_TOLD = ("inform", "pledge")  # how those who fight each other are told to say something: "agreed to a truce"


def _listed(rows: list[ActorMention]) -> list[str]:
    """The states of the first list of two, nobody of whom is told by name or office."""
    for first in rows:
        if not first.list_id or not first.state or first.name or first.office:
            continue
        states = _states([a for a in rows if a.list_id == first.list_id and not (a.name or a.office)])
        if len(states) == _TWO:
            return states
    return []


def _states(rows: list[ActorMention]) -> list[str]:
    """The states of some, each once, without organisations, which do not fight."""
    return list(dict.fromkeys(a.state for a in rows if a.state and a.form != "org"))
