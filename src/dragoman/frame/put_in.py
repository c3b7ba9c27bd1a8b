"""Clauses put in between a subject and its verb, where nothing but a word before them says so: ``A对B释放C表示欢迎``
(A welcomes that B released C), ``A因B入境向B抗议``, ``A在B访问期间会见C``."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from dragoman.find.mention import ActorMention, Cue, Sentence
from dragoman.lang.pack import Pack

_ADVERBS = 5  # letters between the subject and the word that puts a clause in


class _PutIn(NamedTuple):
    low: int  # where the clause begins
    end: int  # where the outer verb stands


def of_own_clause(
    inside: list[ActorMention], sentence: Sentence, cue: Cue, folded: str, pack: Pack
) -> list[ActorMention]:
    """Of the actors of a cue's clause those that are of its own, whether that is put in or put around another."""
    clause = _find(inside, sentence, folded, pack)
    if clause is None:
        return inside
    if cue.start >= clause.end:
        return [a for a in inside if not clause.low <= a.start < clause.end or (a.marker and a.start - clause.low < 2)]
    if cue.start < clause.low or cue.pattern.value == "statement":
        return inside
    rows = [a for a in inside if clause.low <= a.start < clause.end]
    first = next((a for a in rows if a.end <= cue.start and not a.attributive), None)
    if first is not None and cue.pattern.value == "meeting" and _is_place(first, rows):
        return [a for a in inside if a.start < clause.end]
    return [replace(a, marker="") if a is first else a for a in rows] if first else inside


def _is_place(first: ActorMention, rows: list[ActorMention]) -> bool:
    """Whether the first told in a clause put in is only where its outer subject met another: ``A在利马与B会晤后说``."""
    bare = first.form in ("capital", "state") and first.marker == "in" and not (first.office or first.name)
    return bare and any(a is not first and (a.office or a.name) and a.state != first.state for a in rows)


def _find(inside: list[ActorMention], sentence: Sentence, folded: str, pack: Pack) -> _PutIn | None:
    """The clause put in behind the first subject, if it tells an act and another verb stands behind it."""
    subject = next((a for a in inside if not a.marker and not a.attributive), None)
    if subject is None:
        return None
    for words, timed in ((pack.words["puts_in"], False), (pack.words["puts_in_time"], True)):
        for start in range(subject.end, subject.end + _ADVERBS):
            word = next((word for word in words if folded.startswith(word, start)), None)
            if word is not None:
                clause = _around(sentence, start + len(word), folded, pack, timed)
                if clause is not None:
                    return clause
                break
    return None


def _around(sentence: Sentence, low: int, folded: str, pack: Pack, timed: bool) -> _PutIn | None:
    """The clause that begins at ``low``, up to the verb around it: one of time ends with a word for it before any verb,
    another before a verb of saying that no word joins to its own."""
    high = sentence.clause_end(low)
    inner = [c for c in sentence.cues if c.pattern.value != "statement" and low <= c.start < high]
    for cue in sentence.cues:
        if not low < cue.start < high or not (timed or cue.says):
            continue
        acts = [act for act in inner if act.end <= cue.start]
        told = any(low <= a.start and a.end <= act.end for act in acts for a in sentence.actors)
        if not told:
            continue
        rest = folded[max(act.end for act in acts) : cue.start]
        ends = any(word in rest for word in pack.words["puts_in_time_ends"])
        if ends == timed and (timed or not any(word in rest for word in pack.words["and"])):
            return _PutIn(low, cue.start)
    return None
