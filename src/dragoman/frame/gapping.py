"""Clauses that share one verb where verbs come last: ``A pazar günü, B ise dün C ile ilişkilerini kesti``."""

from __future__ import annotations

import itertools
from dataclasses import replace

from dragoman.find.mention import ActorMention, Sentence
from dragoman.frame.draft import View

_NOUN = 4  # words of a noun between a state that it belongs to and the word that sets it against another


def gapped(view: View) -> list[View]:
    """A view for each of the clauses that end in the cue's verb; only the view itself where there are no others."""
    parts = _parts(view)
    return [_view(view, low, high, parts[-1][0]) for low, high in parts] if len(parts) > 1 else [view]


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
